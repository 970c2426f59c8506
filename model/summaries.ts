/**
 * What calling a function does, seen from outside: its effects with the path that leads to each, in terms of its parameters.
 */
import { argumentOf, RECEIVER, readsFor } from './arguments.ts';
import { isAtOnce } from './at-once.ts';
import { accessOfStatement, infoOf, operationOf } from './calls.ts';
import { searchedKey } from './equality-loop.ts';
import type { Call, FileModel, Fn, Loop, Operation, Span, Value } from './file.ts';
import type { TraceStep } from './finding.ts';
import { hangsOnReceiver, parametersBehind } from './flow.ts';
import { isList } from './list-kinds.ts';
import { noteFile, recall, rememberAll } from './memory.ts';
import { isRuledOut, type Need, needsOf, needsOfCaller } from './needs.ts';
import { isRow } from './one-row.ts';
import { type FnRef, memo, type Program } from './program.ts';
import { knowledgeSymbol, thingOf } from './things.ts';
import { type Place, walk } from './walk.ts';

export interface Effect {
  readonly kind: 'query' | 'request' | 'blocking' | 'scan';
  readonly op: Operation;
  /** Where the operation stands. */
  readonly file: FileModel;
  readonly span: Span;
  /** As written, for people. */
  readonly text: string;
  /** Null for a search that is a loop written by hand. */
  readonly call: Call | null;
  /** From the summarised function to the operation: calls first, the operation last. */
  readonly trace: readonly TraceStep[];
  /** Parameters that its key depends on, `RECEIVER` among them: arguments that vary make the operation vary. */
  readonly keys: ReadonlySet<number>;
  /** The parameter that is the statement, where SQL is handed in: who calls says whether it reads or writes. */
  readonly statement: number | null;
  /** What it takes of the parameters for it to happen. */
  readonly needs: readonly Need[];
  /** For scans: the parameter that is scanned, or the list outside of the function. */
  readonly list: { readonly param: number } | { readonly file: FileModel; readonly value: Value } | null;
}

export interface Summary {
  readonly effects: readonly Effect[];
}

const EMPTY: Summary = { effects: [] };
const MOST_PER_KIND = 3;
const LONGEST_TRACE = 7;

/**
 * Found on demand, with those of all functions that it reaches: strongly connected components of the call graph bottom-up.
 * Within one, rounds go on until nothing changes.
 */
export function summaryOf(program: Program, ref: FnRef): Summary {
  const known = recall<Summary>(program.memory, 'summary', ref.fn);
  if (known) return known.value;
  for (const component of components(program, ref)) rememberAll(program.memory, 'summary', () => summariesOf(program, component));
  return recall<Summary>(program.memory, 'summary', ref.fn)?.value ?? EMPTY;
}

function summariesOf(program: Program, component: readonly FnRef[]): Map<Fn, Summary> {
  const found = new Map<Fn, Summary>();
  for (const ref of component) noteFile(program.memory, ref.file.path);
  for (let round = 0; round < 4; round++) {
    let changed = false;
    for (const ref of component) {
      const next = summarise(program, ref, (fn) => found.get(fn) ?? recall<Summary>(program.memory, 'summary', fn)?.value ?? EMPTY);
      if (!sameEffects(found.get(ref.fn), next)) changed = true;
      found.set(ref.fn, next);
    }
    if (!changed || component.length === 1) break;
  }
  return found;
}

export interface Site {
  readonly call: Call;
  readonly place: Place;
  readonly target: FnRef | null;
}

export function sitesOf(program: Program, ref: FnRef): readonly Site[] {
  return memo<Fn, readonly Site[]>(program, 'sites', ref.fn, [], () => {
    const sites: Site[] = [];
    walk(program, ref.file, ref.fn, { call: (call, place) => sites.push({ call, place, target: infoOf(program, ref.file, call).target }) });
    return sites;
  });
}

/** It does what it does once, for all callers together. */
export function isMemoized(program: Program, { file, fn }: FnRef): boolean {
  const given = fn.passedTo?.arg === 0 ? file.calls[fn.passedTo.call] : undefined;
  if (given && program.knowledge.isMemoizer(infoOf(program, file, given).symbol ?? '')) return true;
  if (fn.kind === 'constructor' && isSingleton(file, fn)) return true;
  return fn.decorators.some((decorator) => {
    const thing = thingOf(program, file, decorator.callee);
    return program.knowledge.isMemoizer((thing && knowledgeSymbol(thing)) ?? '');
  });
}

/** Have: class Index(metaclass=Singleton): whoever calls it a second time is given the first. */
function isSingleton(file: FileModel, fn: Fn): boolean {
  return fn.class !== null && file.classes[fn.class]?.decorators.some((d) => /singleton/i.test(d.name)) === true;
}

function summarise(program: Program, ref: FnRef, known: (fn: Fn) => Summary): Summary {
  if (isMemoized(program, ref)) return EMPTY;
  const effects: Effect[] = [];
  const add = (effect: Effect): void => {
    // A write matters as much as the reads before it: who asks whether a function only looks things up must see both.
    const same = effects.filter((e) => e.kind === effect.kind && e.op.access === effect.op.access);
    if (same.length < MOST_PER_KIND && !same.some((e) => e.file === effect.file && e.span.start === effect.span.start)) effects.push(effect);
  };
  for (const { call, place, target } of sitesOf(program, ref)) {
    const op = operationOf(program, ref.file, call);
    // What a memo guards happens once for all callers together; what a failure leads to is not what it does.
    if (place.memo || place.failed || isAtOnce(program, ref.file, call, place)) continue;
    if (op) {
      const effect = ownEffect(program, ref, call, op, place);
      if (effect) add(effect);
    } else if (target && target.fn !== ref.fn) {
      for (const effect of known(target.fn).effects) {
        const carried = carry(program, ref, call, target, effect, place);
        if (carried) add(carried);
      }
    }
  }
  for (const { loop, place } of searchLoopsOf(program, ref)) {
    const effect = place.memo || place.loops.length > 0 ? null : searchLoop(ref, loop, place);
    if (effect) add(effect);
  }
  return effects.length === 0 ? EMPTY : { effects };
}

function searchLoopsOf(program: Program, ref: FnRef): readonly { readonly loop: Loop; readonly place: Place }[] {
  return memo<Fn, readonly { readonly loop: Loop; readonly place: Place }[]>(program, 'search loops', ref.fn, [], () => {
    const found: { loop: Loop; place: Place }[] = [];
    walk(program, ref.file, ref.fn, { loop: (loop, place) => searchedKey(ref.file, loop) && found.push({ loop, place }) });
    return found;
  });
}

/** Have: function hasRole(roles, name) { for (const role of roles) if (role === name) return true; … } */
function searchLoop(ref: FnRef, loop: Loop, place: Place): Effect | null {
  const key = searchedKey(ref.file, loop);
  const list = loop.over && key ? outsideList(ref, loop.over) : null;
  if (!list || !key || !loop.over) return null;
  const op: Operation = {
    kind: 'scan',
    form: 'loop',
    on: loop.over,
    key,
    predicate: null,
    library: null,
    access: null,
    batch: null,
    weight: null,
    blocks: false,
  };
  const trace: TraceStep[] = [{ file: ref.file.path, span: loop.head, message: `walks \`${loop.over.text}\`` }];
  return {
    kind: 'scan',
    op,
    file: ref.file,
    span: loop.head,
    text: loop.over.text,
    call: null,
    trace,
    keys: parametersBehind(ref.file, key.reads, ref.fn.id),
    statement: null,
    needs: needsOf(ref, place),
    list,
  };
}

/** Does a function add to the list that it is handed, itself or through others that it hands it on to? */
export function growsParameter(program: Program, target: FnRef, param: number, depth = 0): boolean {
  const id = target.fn.params[param]?.binding;
  const binding = id === undefined || id === null ? undefined : target.file.bindings[id];
  return (
    binding?.uses.some((u) => {
      if (u.path.length > 0) return false;
      const call = u.kind === 'argument' && u.call !== null && depth < 3 ? target.file.calls[u.call] : undefined;
      const next = call && infoOf(program, target.file, call).target;
      const at = call?.args.findIndex((x) => x.value.root.kind === 'binding' && x.value.root.binding === id && x.value.path.length === 0) ?? -1;
      return u.kind === 'grow' || (next ? at >= 0 && growsParameter(program, next, at, depth + 1) : false);
    }) ?? false
  );
}

function ownEffect(program: Program, ref: FnRef, call: Call, op: Operation, place: Place): Effect | null {
  const step = (message: string): TraceStep[] => [{ file: ref.file.path, span: call.span, message }];
  const reads = [...call.args.flatMap((a) => a.value.reads), ...call.callee.reads];
  const keys = parametersBehind(ref.file, reads, ref.fn.id);
  if (ref.fn.class !== null && [call.callee, ...call.args.map((a) => a.value)].some((value) => hangsOnReceiver(ref.file, value))) keys.add(RECEIVER);
  const needs = needsOf(ref, place);
  const common = { op, file: ref.file, span: call.span, text: call.text, call, needs };
  switch (op.kind) {
    case 'query':
    case 'request': {
      const given = op.kind === 'query' && op.access === null ? call.args[0]?.value : undefined;
      return { ...common, kind: op.kind, trace: step(describe(op, call)), keys, statement: given ? parameterOf(ref, given) : null, list: null };
    }
    case 'blocking':
      return { ...common, kind: 'blocking', trace: step(`\`${call.text}\` blocks`), keys, statement: null, list: null };
    case 'scan': {
      // Inside a loop of its own the function itself is the place to report, if anywhere.
      if (place.loops.length > 0 || !op.on || op.key === null) return null;
      const list = outsideList(ref, op.on);
      const keyParams = parametersBehind(ref.file, op.key.reads, ref.fn.id);
      return list && isList(program, ref.file, op.on)
        ? { ...common, kind: 'scan', trace: step(`scans \`${op.on.text}\``), keys: keyParams, statement: null, list }
        : null;
    }
    default:
      return null;
  }
}

export function describe(op: Operation, call: Call): string {
  if (op.kind === 'request') return `\`${call.text}\` sends a request`;
  return op.access === 'write' ? `\`${call.text}\` writes to the database` : `\`${call.text}\` queries the database`;
}

/** A list that the function does not make itself: a parameter, or something outside. */
function outsideList(ref: FnRef, list: Value): Effect['list'] {
  if (list.viewOf) return outsideList(ref, list.viewOf);
  // `BY_ROLE[role]` is one of many lists, each with a size of its own.
  if (list.path.includes('[]')) return null;
  if (list.root.kind === 'this') return { file: ref.file, value: list };
  if (list.root.kind !== 'binding') return null;
  const binding = ref.file.bindings[list.root.binding];
  if (!binding) return null;
  if (binding.param !== null && binding.fn === ref.fn.id && list.path.length === 0) return { param: binding.param };
  return binding.fn === 0 && binding.kind !== 'global' ? { file: ref.file, value: list } : null;
}

/** An effect of a callee as an effect of the caller: its parameters become what the caller hands in. */
function carry(program: Program, ref: FnRef, call: Call, target: FnRef, effect: Effect, place: Place): Effect | null {
  if (effect.trace.length >= LONGEST_TRACE || isRuledOut(program, ref.file, call, target, effect.needs)) return null;
  const keys = new Set<number>();
  for (const param of effect.keys) {
    // A service may well be made of what its method is asked about; only a row is itself what is asked about.
    if (param === RECEIVER && call.callee.root.kind !== 'this' && !isRow(program, ref.file, call.callee)) continue;
    for (const behind of parametersBehind(ref.file, readsFor(call, target.fn, param), ref.fn.id)) keys.add(behind);
    const given = param === RECEIVER ? call.callee : argumentOf(call, target.fn, param)?.value;
    if (ref.fn.class !== null && given && hangsOnReceiver(ref.file, given)) keys.add(RECEIVER);
  }
  let list = effect.list;
  if (effect.kind === 'scan') {
    if (place.loops.length > 0) return null;
    if (list && 'param' in list) {
      const argument = argumentOf(call, target.fn, list.param)?.value;
      list = argument ? outsideList(ref, argument) : null;
    }
    if (!list) return null;
  }
  const given = effect.statement === null ? undefined : argumentOf(call, target.fn, effect.statement)?.value;
  const step: TraceStep = { file: ref.file.path, span: call.span, message: `calls \`${target.fn.name}\`` };
  return {
    ...effect,
    op: withStatement(ref.file, effect.op, given),
    keys,
    list,
    statement: given ? parameterOf(ref, given) : null,
    needs: [...needsOf(ref, place), ...needsOfCaller(ref, call, target, effect.needs)],
    trace: [step, ...effect.trace],
  };
}

/** What one call of a function leads to: without what it rules out, and with the statement that it hands in. */
export function effectsAt(program: Program, file: FileModel, call: Call, target: FnRef): readonly Effect[] {
  return summaryOf(program, target).effects.flatMap((effect) => {
    if (isRuledOut(program, file, call, target, effect.needs)) return [];
    if (effect.statement === null) return [effect];
    return [{ ...effect, op: withStatement(file, effect.op, argumentOf(call, target.fn, effect.statement)?.value) }];
  });
}

/** Have: db.query('SELECT …', [id]) … query(sql, values) { return pool.query(sql, values); } */
function withStatement(file: FileModel, op: Operation, statement: Value | undefined): Operation {
  const access = statement && op.access === null ? accessOfStatement(file, statement) : null;
  return access ? { ...op, access } : op;
}

function parameterOf(ref: FnRef, { root, path }: Value): number | null {
  const binding = root.kind === 'binding' && path.length === 0 ? ref.file.bindings[root.binding] : undefined;
  return binding && binding.fn === ref.fn.id && !binding.part ? binding.param : null;
}

function sameEffects(a: Summary | undefined, b: Summary): boolean {
  return (
    a !== undefined &&
    a.effects.length === b.effects.length &&
    a.effects.every((e, i) => e.span === b.effects[i]?.span && e.keys.size === b.effects[i]?.keys.size)
  );
}

/**
 * Tarjan's algorithm from one function, without recursion so that long call chains cannot overflow the stack. Callees come before
 * callers; functions that are summarised already are left out.
 */
function components(program: Program, from: FnRef): FnRef[][] {
  const index = new Map<Fn, number>();
  const low = new Map<Fn, number>();
  const onStack = new Set<Fn>();
  const stack: FnRef[] = [];
  const found: FnRef[][] = [];
  const work: { ref: FnRef; callees: FnRef[]; next: number }[] = [];
  const enter = (ref: FnRef): void => {
    index.set(ref.fn, index.size);
    low.set(ref.fn, index.get(ref.fn) ?? 0);
    stack.push(ref);
    onStack.add(ref.fn);
    work.push({ ref, callees: sitesOf(program, ref).flatMap((s) => (s.target ? [s.target] : [])), next: 0 });
  };
  enter(from);
  for (let at = work[work.length - 1]; at; at = work[work.length - 1]) {
    const callee = at.callees[at.next++];
    if (callee) {
      if (onStack.has(callee.fn)) low.set(at.ref.fn, Math.min(low.get(at.ref.fn) ?? 0, index.get(callee.fn) ?? 0));
      else if (!index.has(callee.fn) && !recall(program.memory, 'summary', callee.fn)) enter(callee);
      continue;
    }
    work.pop();
    const below = work[work.length - 1];
    if (below) low.set(below.ref.fn, Math.min(low.get(below.ref.fn) ?? 0, low.get(at.ref.fn) ?? 0));
    if (low.get(at.ref.fn) !== index.get(at.ref.fn)) continue;
    const component: FnRef[] = [];
    for (let popped = stack.pop(); popped; popped = stack.pop()) {
      onStack.delete(popped.fn);
      component.push(popped);
      if (popped.fn === at.ref.fn) break;
    }
    found.push(component);
  }
  return found;
}
