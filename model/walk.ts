/**
 * Walks what a function does, in order, into the closures that run as part of it, knowing at each point which loops
 * repeat it. Work that a memo guards, or that an exit lets happen once, is told apart.
 */
import { loopOfCallee } from './callback-loops.ts';
import { runsClosures } from './calls.ts';
import type { Branch, Call, Exit, FileModel, Fn, Loop, Node, Value } from './file.ts';
import { rememberSettled } from './memory.ts';
import { loopOfOneRow } from './once.ts';
import type { FnRef, Program } from './program.ts';
import type { Rebuild } from './rebuild.ts';
import type { Told } from './told.ts';

export interface Place {
  /** Loops that repeat this point, innermost first. A loop that is left right after is not among them, nor one that comes here for one of its rows. */
  readonly loops: readonly Loop[];
  /** Loops of functions called around it, which run the closure that this point stands in once per element. Innermost first. */
  readonly calleeLoops: readonly Loop[];
  /** Runs only while a cached result is missing. */
  readonly memo: boolean;
  /** Runs only after something failed. */
  readonly failed: boolean;
  /** Runs only for an object that is no row of the database yet. */
  readonly unsaved: boolean;
  /** Enclosing branches, innermost first. */
  readonly branches: readonly Branch[];
  /** What holds something here, or nothing, because a branch asked. */
  readonly told: readonly Told[];
  /** What is equal here, or is not, because a branch asked. */
  readonly compared: readonly Compared[];
  /** The function whose body this is, which may be a closure of the one walked. */
  readonly fn: Fn;
}

export interface Compared {
  readonly left: Value;
  readonly right: Value;
  readonly equal: boolean;
}

export interface Visitor {
  call?(call: Call, place: Place): void;
  loop?(loop: Loop, place: Place): void;
  branch?(branch: Branch, place: Place): void;
  rebuild?(rebuild: Rebuild, place: Place): void;
}

export function walk(program: Program, file: FileModel, fn: Fn, visitor: Visitor): void {
  for (const step of stepsOf(program, file, fn)) {
    switch (step.kind) {
      case 'call':
        visitor.call?.(step.at, step.place);
        break;
      case 'loop':
        visitor.loop?.(step.at, step.place);
        break;
      case 'branch':
        visitor.branch?.(step.at, step.place);
        break;
      case 'rebuild':
        visitor.rebuild?.(step.at, step.place);
    }
  }
}

type Step = { readonly place: Place } & (
  | { readonly kind: 'call'; readonly at: Call }
  | { readonly kind: 'loop'; readonly at: Loop }
  | { readonly kind: 'branch'; readonly at: Branch }
  | { readonly kind: 'rebuild'; readonly at: Rebuild }
);

/** Every rule walks every function: the way is the same for all. */
function stepsOf(program: Program, file: FileModel, fn: Fn): readonly Step[] {
  return rememberSettled<readonly Step[]>(program.memory, 'steps', fn, () => {
    const steps: Step[] = [];
    walkNodes({ program, file, steps, seen: new Set([fn.id]) }, fn.body, {
      loops: [],
      calleeLoops: [],
      memo: false,
      failed: false,
      unsaved: false,
      branches: [],
      told: [],
      compared: [],
      fn,
    });
    return steps;
  });
}

interface Walk {
  readonly program: Program;
  readonly file: FileModel;
  readonly steps: Step[];
  readonly seen: Set<number>;
}

function walkNodes(walking: Walk, nodes: readonly Node[], place: Place): void {
  const left = exitOf(nodes);
  let here = left ? { ...place, loops: withoutLeft(walking.file, place, left) } : place;
  for (const node of nodes) {
    switch (node.kind) {
      case 'call': {
        const call = walking.file.calls[node.id];
        if (call) walkCall(walking, call, here);
        break;
      }
      case 'loop':
        walkLoop(walking, node, here);
        break;
      case 'branch':
        walking.steps.push({ kind: 'branch', at: node, place: here });
        node.arms.forEach((arm, i) => walkNodes(walking, arm, inArm(walking, node, i, here)));
        // Have: if (!ids) return []; What follows runs where its `else` would.
        if (leavesForGood(node.arms[0])) here = { ...here, ...settledIn(node, 1, here) };
        break;
      case 'rebuild': {
        const rebuild = walking.file.rebuilds[node.id];
        if (rebuild) walking.steps.push({ kind: 'rebuild', at: rebuild, place: here });
        break;
      }
      case 'exit':
        break;
    }
  }
}

function inArm(walking: Walk, branch: Branch, arm: number, around: Place): Place {
  return {
    ...around,
    ...settledIn(branch, arm, around),
    loops: arm === 0 ? withoutOneRow(walking, branch, around.loops) : around.loops,
    unsaved: around.unsaved || isForNewRow(branch, arm),
    memo: around.memo || branch.memo,
    failed: around.failed || branch.recovers,
    branches: [branch, ...around.branches],
  };
}

/** What is known of the variables in one arm of a branch, where its test told. */
function settledIn({ tells, predicate }: Branch, arm: number, around: Place): Pick<Place, 'told' | 'compared'> {
  const [equality, ...others] = predicate?.equalities ?? [];
  const isTold = equality && others.length === 0 && (arm === 0 || (arm === 1 && predicate?.exact));
  const compared = isTold ? [{ left: equality.left, right: equality.right, equal: (arm === 0) !== predicate?.negated }] : [];
  return {
    told: [...(tells[arm] ?? []), ...around.told],
    compared: [...compared, ...around.compared],
  };
}

/** What is thrown may be caught a line below. */
function leavesForGood(arm: readonly Node[] | undefined): boolean {
  return arm?.some((node) => node.kind === 'exit' && node.exit !== 'throw') ?? false;
}

function walkCall(walking: Walk, call: Call, place: Place): void {
  walking.steps.push({ kind: 'call', at: call, place });
  const inline = call.callee.root.kind === 'function' && call.callee.path.length === 0 ? [call.callee.root.fn] : [];
  const handed = runsClosures(walking.program, walking.file, call) ? call.args.flatMap((a) => (a.closure === null ? [] : [a.closure])) : [];
  for (const id of [...inline, ...handed]) {
    const closure = walking.file.functions[id];
    // The closure of a callback loop is walked as the loop's body.
    if (!closure || closure.loop !== null || walking.seen.has(id)) continue;
    walking.seen.add(id);
    const repeated = inline.includes(id) ? null : loopOfCallee(walking.program, walking.file, call, closure);
    walkNodes(walking, closure.body, {
      ...place,
      calleeLoops: repeated ? [repeated, ...place.calleeLoops] : place.calleeLoops,
      memo: place.memo || isCacheLoader(call),
      fn: closure,
    });
  }
}

/** `cache.get(key, () => load(key))`, `cache.wrap(…)`, `remember(…)`: the closure runs where nothing is remembered yet. */
function isCacheLoader(call: Call): boolean {
  return (
    call.args.length > 1 &&
    /^(get|wrap|remember|getOrSet|getOrCreate|getOrInsert|getOrLoad|memoize|cached)$/.test(call.member ?? call.text) &&
    !/^(app|router|server|api|http|axios|request)\b/.test(call.text)
  );
}

function walkLoop(walking: Walk, loop: Loop, place: Place): void {
  walking.steps.push({ kind: 'loop', at: loop, place });
  const closure = loop.closure === null ? undefined : walking.file.functions[loop.closure];
  if (closure) {
    if (walking.seen.has(closure.id)) return;
    walking.seen.add(closure.id);
  }
  walkNodes(walking, closure ? closure.body : loop.body, { ...place, loops: [loop, ...place.loops], fn: closure ?? place.fn });
}

/** Does a loop leave in its first iteration, unless something goes wrong? */
export function leavesAtOnce(loop: Loop): boolean {
  return exitOf(loop.body) !== null;
}

/** The exit that a list of statements always reaches, other than `continue`. */
function exitOf(nodes: readonly Node[]): Exit | null {
  const exit = nodes.find((n): n is Exit => n.kind === 'exit');
  return exit && exit.exit !== 'continue' ? exit : null;
}

function withoutOneRow({ program, file }: Walk, branch: Branch, loops: readonly Loop[]): readonly Loop[] {
  const left = loops.length > 0 ? loopOfOneRow(program, file, branch, loops) : null;
  return left ? loops.filter((loop) => loop !== left) : loops;
}

const UNSAVED = /^(not self\.(pk|id)|self\.(pk|id) is None|self\._state\.adding)( and |$)/;
const SAVED = /^(self\.(pk|id)( is not None)?|not self\._state\.adding)$/;

/** Have: if not self.pk: self.number = self.order.lines.count() + 1 */
function isForNewRow({ test }: Branch, arm: number): boolean {
  return (arm === 0 ? UNSAVED : SAVED).test(test?.text ?? '');
}

/** Loops that still repeat a point after which `exit` always leaves some of them. */
function withoutLeft(file: FileModel, place: Place, exit: Exit): readonly Loop[] {
  if (exit.exit === 'throw') return [];
  if (exit.exit === 'break') {
    const at = place.loops.findIndex((l) => l.id === exit.loop);
    return at < 0 ? place.loops : place.loops.slice(at + 1);
  }
  // A return ends its own function: the loops in that function, but not those that call it per element.
  return place.loops.filter((l) => l.closure !== null || file.loops[l.id]?.fn !== place.fn.id);
}

/** Functions that are walked on their own: those that no other function of the file runs as part of itself. */
export function standsAlone(program: Program, file: FileModel, fn: Fn): boolean {
  if (fn.loop !== null) return false;
  if (!fn.passedTo) return true;
  const call = file.calls[fn.passedTo.call];
  return !call || !runsClosures(program, file, call);
}

/** The functions that a rule walks one by one: those that stand alone, in the files that it judges. */
export function* standing(program: Program, files: Iterable<FileModel>, judges: (file: FileModel) => boolean): Iterable<FnRef> {
  for (const file of files) if (judges(file)) yield* standingIn(program, file);
}

function standingIn(program: Program, file: FileModel): readonly FnRef[] {
  return rememberSettled(program.memory, 'standing', file, () =>
    file.functions.filter((fn) => standsAlone(program, file, fn)).map((fn) => ({ file, fn })),
  );
}
