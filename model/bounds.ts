/**
 * How the work of a function grows: a sum of products of the sizes of its inputs, `O(users × banned)`. Said only where
 * every size has a name that a reader of the function knows; one step whose size has none, and nothing is said.
 */
import { argumentOf } from './arguments.ts';
import { operationCost, spreadCosts } from './bound-costs.ts';
import { type Scope as Base, isInside, locate } from './bound-places.ts';
import { loopSize, repeatedBy, sizeOf } from './bound-sizes.ts';
import { type Factor, growthText, isOne, ONE, plus, raised, type Sum, settled, sizeAt, times } from './bound-terms.ts';
import { infoOf } from './calls.ts';
import type { Call, FileModel, Fn, Loop, Value } from './file.ts';
import { type FnRef, memo, type Program } from './program.ts';
import { type Place, standsAlone, walk } from './walk.ts';

/** Plain data; no factor is `within` anything. */
export type Bound = Sum;

/** Chains of calls longer than this are left alone. */
const DEEPEST = 50;

export function boundOf(program: Program, file: FileModel, fn: Fn): Bound | null {
  return boundAt(program, { file, fn }, 0);
}

/** How one run of a loop grows, all that it does included. */
export function loopBoundOf(program: Program, file: FileModel, loop: Loop): Bound | null {
  let fn = file.functions[loop.fn];
  while (fn && fn.parent !== null && !standsAlone(program, file, fn)) fn = file.functions[fn.parent];
  return fn ? (measuredAt(program, { file, fn }, 0).loops.get(loop.id) ?? null) : null;
}

export function boundText(bound: Bound | null): string | null {
  return bound && growthText(bound);
}

interface Scope extends Base {
  readonly depth: number;
}

/** A function that comes back to itself has no bound: how deep it goes is not in the model. */
function boundAt(program: Program, ref: FnRef, depth: number): Bound | null {
  return measuredAt(program, ref, depth).bound;
}

interface Measured {
  readonly bound: Bound | null;
  /** A memo may spare some of it, so that many calls together cost less than each alone. */
  readonly spared: boolean;
  /** Of each loop that it walks: one run. */
  readonly loops: ReadonlyMap<number, Bound | null>;
}

const NOTHING: Measured = { bound: null, spared: false, loops: new Map() };

function measuredAt(program: Program, ref: FnRef, depth: number): Measured {
  return depth > DEEPEST ? NOTHING : memo<Fn, Measured>(program, 'bound', ref.fn, NOTHING, () => measured(scopeOf(program, ref, depth)));
}

/** The size of what a function gives back. */
function resultAt(program: Program, ref: FnRef, depth: number): Bound | null {
  if (depth > DEEPEST) return null;
  return memo<Fn, Bound | null>(program, 'result size', ref.fn, null, () => {
    const scope = scopeOf(program, ref, depth);
    const sizes = ref.fn.returns.map((value) => sizeOf(scope, value));
    const all = sizes.length === 0 || ref.fn.generator ? null : plus(...sizes);
    return all && settled(all, new Set());
  });
}

function scopeOf(program: Program, { file, fn }: FnRef, depth: number): Scope {
  const scope: Scope = { program, file, fn, depth, sizes: new Map(), resultSize: (call) => ofTarget(scope, call, resultAt) };
  return scope;
}

function measured(scope: Scope): Measured {
  const { program, file, fn } = scope;
  const bodies = new Set([fn.id]);
  const walked = new Set<number>();
  const perLoop = new Map<number, Sum | null>();
  let total: Sum | null = ONE;
  let spared = false;
  const add = (cost: Sum | null, loops: readonly Loop[]): void => {
    let all = cost;
    for (const loop of loops) {
      all = all && repeatedBy(scope, all, loop);
      const before = perLoop.get(loop.id);
      perLoop.set(loop.id, before === undefined ? all : all && before && plus(before, all));
    }
    total = all && total && plus(total, all);
  };
  const visit = (cost: Sum | null, place: Place, sparedBelow: boolean): void => {
    bodies.add(place.fn.id);
    const costly = cost !== null && !isOne(cost);
    if (costly && (place.memo || sparedBelow)) spared = true;
    const unclear = costly && ((sparedBelow && place.loops.length > 0) || isOnceInLoop(place) || isRunByOthers(scope, place));
    add(unclear ? null : cost, place.loops);
  };
  walk(program, file, fn, {
    loop(loop, place) {
      walked.add(loop.id);
      if (loop.closure !== null) bodies.add(loop.closure);
      const size = loopSize(scope, loop);
      const before = perLoop.get(loop.id);
      perLoop.set(loop.id, before === undefined ? size : size && before && plus(before, size));
      visit(size, place, false);
    },
    call(call, place) {
      const { target } = infoOf(program, file, call);
      visit(callCost(scope, call), place, target !== null && measuredAt(program, target, scope.depth + 1).spared);
    },
  });
  for (const { cost, loops } of spreadCosts(scope, bodies)) add(cost, loops);
  const loops = new Map([...perLoop].map(([id, sum]) => [id, sum && settled(sum, walked)]));
  return { bound: total && settled(total, walked), spared, loops };
}

/** `if (!cache) cache = …` in a loop: whether it happens once or once per key is not known. */
function isOnceInLoop(place: Place): boolean {
  return place.branches.some((b) => b.memo && place.loops.some((l) => l.span.start <= b.span.start && b.span.end <= l.span.end));
}

/** A closure handed to a function that does more than a fixed amount of work may run any number of times. */
function isRunByOthers(scope: Scope, place: Place): boolean {
  const { program, file } = scope;
  for (let at: Fn | undefined = place.fn; at && at !== scope.fn; at = at.parent === null ? undefined : file.functions[at.parent]) {
    const call = at.passedTo && at.loop === null ? file.calls[at.passedTo.call] : undefined;
    if (!call) continue;
    const { target, row } = infoOf(program, file, call);
    if (row?.callbacks === 'each') return true;
    const bound = target && boundAt(program, target, scope.depth + 1);
    if (target && !(bound && isOne(bound))) return true;
  }
  return false;
}

function callCost(scope: Scope, call: Call): Sum | null {
  const spreads = call.args.filter((a) => a.spread).map((a) => sizeOf(scope, a.value));
  const { target } = infoOf(scope.program, scope.file, call);
  return plus(ONE, ...spreads, target ? ofTarget(scope, call, boundAt) : operationCost(scope, call));
}

/** What is known of a callee in terms of its inputs, in terms of what this call hands in. */
function ofTarget(scope: Scope, call: Call, ask: (program: Program, ref: FnRef, depth: number) => Bound | null): Sum | null {
  const { target } = infoOf(scope.program, scope.file, call);
  const known = target && ask(scope.program, target, scope.depth + 1);
  if (!target || !known) return null;
  return plus(
    ...known.map((term) => {
      let product: Sum | null = ONE;
      for (const factor of term) {
        const size = handedIn(scope, call, target, factor);
        const all = size && raised(size, factor.power, factor.logs);
        product = product && all && times(product, all);
      }
      return product;
    }),
  );
}

function handedIn(scope: Scope, call: Call, target: FnRef, { place }: Factor): Sum | null {
  const { root, path } = place;
  switch (root.kind) {
    case 'param': {
      if (call.args.slice(0, root.param + 1).some((a) => a.spread) || target.fn.params[root.param]?.rest) return null;
      const argument = argumentOf(call, target.fn, root.param)?.value;
      return argument ? partOf(scope, argument, path) : leftOut(target, root.param);
    }
    case 'this':
      // Its own, or those of what it is called on.
      if (call.member === null || (call.callee.root.kind === 'this' && call.callee.path.length === 0)) return call.isNew ? null : sizeAt(place, []);
      return partOf(scope, call.callee, path);
    case 'outside': {
      const binding = root.file === scope.file.path ? scope.file.bindings[root.binding] : undefined;
      const isOwn = binding && binding.fn !== 0 && isInside(scope, binding.fn);
      return isOwn ? partOf(scope, mention(call.callee, binding.id), path) : sizeAt(place, []);
    }
  }
}

/** Nothing is handed in: as small as its default value, if it has one. */
function leftOut(target: FnRef, param: number): Sum | null {
  const binding = target.file.bindings[target.fn.params[param]?.binding ?? -1];
  return binding && (!binding.init || binding.init.extent.class === 'constant') ? ONE : null;
}

function mention(like: Value, binding: number): Value {
  return { ...like, root: { kind: 'binding', binding }, path: [], viewOf: null, elements: [], reads: [binding] };
}

function partOf(scope: Scope, value: Value, path: readonly string[]): Sum | null {
  const [first, ...rest] = path;
  if (first === undefined) return sizeOf(scope, value);
  const property = value.root.kind === 'new-object' ? value.properties.find((p) => p.name === first) : undefined;
  if (property) return partOf(scope, property.value, rest);
  const whole = locate(scope, value);
  return whole && sizeAt({ ...whole.place, path: [...whole.place.path, ...path] }, whole.within);
}
