/**
 * A search through a list that a loop repeats: which loop, which list, and how both grow. Shared by the rules that
 * speak of searches.
 */

import { allCallersOf } from './callers.ts';
import { type Change, changeIn, isCappedIn, isGuardedBySize, isStackIn, usesOf } from './changes.ts';
import { isServing } from './contexts.ts';
import { entriesAbove } from './entries.ts';
import { extentOf, isLarge, isSmall } from './extents.ts';
import type { Call, Extent, FileModel, Fn, Loop, Operation, Value } from './file.ts';
import type { TraceStep } from './finding.ts';
import { dependsOnElement, dependsOnTaken, isObjectView, isPartOfOne, variesIn } from './flow.ts';
import { handedFor } from './handed-in.ts';
import { hotEntry, isCommand, isRare, isWaitedFor } from './how-often.ts';
import { isList } from './list-kinds.ts';
import { awaitsInside, waitsInLoop } from './loop-work.ts';
import type { Program } from './program.ts';
import { isAppend } from './use.ts';
import { BY_ADMINISTRATORS, entryStep, loopStep, NOBODY_WAITS, NOT_MANY, PICKED, RARE, samePlace, UNPAGED } from './wording.ts';

export interface RepeatedSearch {
  readonly loop: Loop;
  /** The outermost loop that leaves the list as it is: an index belongs before it. */
  readonly hoist: Loop;
  readonly list: Value;
  readonly change: Change;
  readonly loopExtent: Extent;
  readonly listExtent: Extent;
}

/** Is this operation a search whose list can be indexed: by value, or by one equality of an element's property? */
export function isIndexable(program: Program, file: FileModel, op: Operation): op is Operation & { readonly on: Value } {
  if (op.kind !== 'scan' || !op.on || op.key === null) return false;
  // Without types, a search by an equality in a callback is one whatever it searches; `includes` may be a string's.
  return (op.on.kind === 'unknown' && op.predicate !== null) || isList(program, file, op.on);
}

/** Nothing but membership tests and additions: the order and the positions of the elements matter to nobody. */
export function servesMembershipOnly(file: FileModel, list: Value): boolean {
  const place = usesOf(file, list);
  if (!place || list.path.length > (list.root.kind === 'this' ? 1 : 0)) return false;
  return place.uses.every((u) => u.kind === 'test' || isAppend(u));
}

/** A field that things are added to, and that is only ever asked what is in it. */
export function isMembershipField(file: FileModel, list: Value): boolean {
  return list.root.kind === 'this' && servesMembershipOnly(file, list) && (usesOf(file, list)?.uses.some((u) => u.kind === 'grow') ?? false);
}

/** Have: [x for i, x in enumerate(xs) if xs.index(x) == i]: keeps the first of each. */
export function keepsFirst(call: Call, loop: Loop): boolean {
  if (loop.style !== 'comprehension' || call.op?.form !== 'indexOf' || !loop.over || !samePlace(loop.over, call.callee)) return false;
  return loop.body.some(
    (node) =>
      node.kind === 'branch' &&
      node.predicate?.exact === true &&
      node.predicate.equalities.some(({ left, right }) => {
        const [asked, other] = left.root.kind === 'call' && left.root.call === call.id ? [left, right] : [right, left];
        const isAsked = asked.root.kind === 'call' && asked.root.call === call.id;
        return isAsked && other.root.kind === 'binding' && other.path.length === 0 && loop.elements.includes(other.root.binding);
      }),
  );
}

function outermost(file: FileModel, list: Value, change: Change, from: Loop, loops: readonly Loop[]): Loop {
  let hoist = from;
  for (const loop of loops.slice(loops.indexOf(from) + 1)) {
    if (variesIn(file, list, loop) || changeIn(file, list, loop) !== change) break;
    hoist = loop;
  }
  return hoist;
}

/**
 * Why it may not grow with the input; null where the code shows that it does: one side is rows or data, the other no less than callers make it. Two
 * lists that callers hand in may as well be a handful each: then it is a hint, not a warning, unless they are the same list.
 */
export function doubtOfGrowth(program: Program, file: FileModel, search: RepeatedSearch): string | null {
  const over = search.loop.over;
  const fn = file.functions[search.loop.fn];
  // What stands in no function runs once, when its module is loaded or its script is run; in a notebook somebody waits for it.
  if (!fn || (fn.kind === 'module' && !file.path.endsWith('.ipynb')) || isRare(program, file, fn)) return RARE;
  if (isCommand(program, file)) {
    const [entry] = entriesAbove(program, { file, fn });
    if (!entry) return RARE;
  }
  if (!over) return NOT_MANY;
  if (awaitsInside(file, search.loop)) return LONGER;
  if (search.loopExtent.from === 'text' && search.change === 'grows') return 'what somebody typed, freed of what is in it twice, is short';
  const loop = strength(program, file, over, search.loopExtent);
  // A list that grows in the loop is as large as what the loop walks.
  const list = search.change === 'grows' ? loop : strength(program, file, search.list, search.listExtent);
  // What a query picks is held against what belongs to it, or against itself: tens, not thousands, and its query took longer.
  if (isPicked(search.loopExtent) || isPicked(search.listExtent)) return PICKED;
  if (search.loopExtent.from === 'unpaged' || search.listExtent.from === 'unpaged') return UNPAGED;
  // What one person sees, types and sends from one screen is input, but not much of it.
  if (/\.[jt]sx$/.test(file.path)) return loop + list >= 5 ? null : 'one screen seldom shows many';
  if (loop === 0 || list === 0) return NOT_MANY;
  const isSame = isMadeOfSame(file, over, search.list);
  // What is held against a table takes less than the query that brings it, unless it comes with each request.
  const isOfTable = search.loopExtent.class === 'table' || search.listExtent.class === 'table';
  if (isOfTable && !isWaitedFor(program, file, fn)) return NOBODY_WAITS;
  return loop + list >= (isSame ? 6 : 5) ? null : NOT_MANY;
}

/**
 * Why it may not grow, or why nobody may wait for it. Most searches that no request leads to were commands, imports by hand, functions that nobody calls
 * any more, and lists that are short by nature, when they were read. Who runs a cell of a notebook waits.
 */
export function doubtOfSearch(program: Program, file: FileModel, search: RepeatedSearch): string | null {
  const doubt = doubtOfGrowth(program, file, search);
  const fn = file.functions[search.loop.fn];
  if (doubt !== null || file.path.endsWith('.ipynb')) return doubt;
  if (waitsInLoop(program, file, search.loop)) return LONGER;
  const hot = fn && isServing(file) ? hotEntry(program, file, fn) : null;
  if (hot?.entry.administered) return BY_ADMINISTRATORS;
  return hot || (fn && isServing(file) && isRenderedForVisitor(program, file, fn)) ? null : NOBODY_WAITS;
}

/** An asynchronous component or page, which a server renders while somebody waits. */
function isRenderedForVisitor(program: Program, file: FileModel, fn: Fn): boolean {
  for (const { ref, entry } of entriesAbove(program, { file, fn })) if (entry.kind === 'render' && ref.fn.async) return true;
  return false;
}

/** Where a search begins: with who waits for it, if nothing speaks against a warning, and with the loop. */
export function stepsToSearch(program: Program, file: FileModel, { loop }: RepeatedSearch, doubt: string | null): TraceStep[] {
  const fn = file.functions[loop.fn];
  const hot = doubt === null && fn ? hotEntry(program, file, fn) : null;
  return [...(hot ? [entryStep(hot)] : []), loopStep(file, loop)];
}

/** Rows that meet a condition. */
function isPicked(extent: Extent): boolean {
  return extent.class === 'table' && extent.from !== 'all rows' && extent.from !== 'unpaged';
}

/** The same list, or one that was picked or copied from it: `const hidden = views.filter(…)`, walked against `views`. */
function isMadeOfSame(file: FileModel, a: Value, b: Value): boolean {
  return samePlace(sourceOf(file, a, 0), sourceOf(file, b, 0));
}

function sourceOf(file: FileModel, value: Value, depth: number): Value {
  if (depth > 5) return value;
  if (value.viewOf) return sourceOf(file, value.viewOf, depth + 1);
  const binding = value.root.kind === 'binding' && value.path.length === 0 ? file.bindings[value.root.binding] : undefined;
  return binding?.kind === 'const' && binding.init?.viewOf ? sourceOf(file, binding.init, depth + 1) : value;
}

/** 3: rows, files and texts; 2: as large as callers, or some service, make it; 1: what comes with one request; 0: unknown. */
function strength(program: Program, file: FileModel, value: Value, extent: Extent): number {
  if (isPartOfOne(file, value)) return 0;
  if (isLarge(extent)) return extent.from === 'request' ? 1 : extent.from === 'data' ? 2 : 3;
  return isCallerSized(program, file, value) ? 2 : 0;
}

const LONGER = 'what is waited for in the loop takes longer';

/** A parameter of a named function: whoever calls it decides. Of a private one the callers are known, and what they hand in decides. */
export function isCallerSized(program: Program, file: FileModel, value: Value, depth = 0): boolean {
  // The properties of one object are seldom many.
  if (depth > 3 || isObjectView(file, value)) return false;
  if (value.viewOf) return isCallerSized(program, file, value.viewOf, depth);
  const binding = value.root.kind === 'binding' && value.path.length === 0 ? file.bindings[value.root.binding] : undefined;
  const fn = binding && file.functions[binding.fn];
  if (!fn || binding.param === null || binding.elementOf !== null || fn.passedTo !== null) return false;
  const callers = allCallersOf(program, file, fn);
  if (!callers) return true;
  return callers.some(({ file: from, call }) => {
    const given = madeOf(from, handedFor(call, fn, binding));
    if (!given || isPartOfOne(from, given)) return false;
    return isLarge(extentOf(program, from, given)) || isCallerSized(program, from, given, depth + 1);
  });
}

/** `const rest = keys.filter(…)` is handed in: `keys` says how much that is. */
function madeOf(file: FileModel, value: Value | null): Value | null {
  const binding = value?.root.kind === 'binding' && value.path.length === 0 ? file.bindings[value.root.binding] : undefined;
  return binding?.kind === 'const' && binding.init?.viewOf ? binding.init : value;
}

function growsGuarded(file: FileModel, list: Value, loop: Loop): boolean {
  const place = usesOf(file, list);
  const grows = place?.uses.filter((u) => u.kind === 'grow' && u.path.length === place.path.length && u.loops.includes(loop.id)) ?? [];
  return grows.length > 0 && grows.every((u) => isGuardedBySize(file, list, u));
}

/**
 * The innermost loop that repeats a search with a different key through the same list. Null when each iteration has a list of its own,
 * when the list changes in ways other than growing, or when either is known to stay small.
 */
export function repeatedSearch(
  program: Program,
  file: FileModel,
  list: Value,
  keyReads: readonly number[],
  loops: readonly Loop[],
): RepeatedSearch | null {
  let inner: Loop | null = null;
  for (const loop of loops) {
    // `user.roles.includes(…)`: walking all users' own roles is linear in total.
    if (variesIn(file, list, loop)) return null;
    const change = isStackIn(file, list, loop) ? 'grows' : changeIn(file, list, loop);
    if (change === 'changes' || (change === 'grows' && (isCappedIn(file, list, loop) || growsGuarded(file, list, loop)))) return null;
    // The same key every time: the answer does not change, so it is this loop's business only if it depends on it.
    if (!dependsOnElement(file, keyReads, loop) && !dependsOnTaken(file, keyReads, loop)) continue;
    if (loop.step === 'halving') return null;
    const loopExtent = loop.over ? extentOf(program, file, loop.over) : { class: 'unknown' as const, count: null, why: '' };
    const listExtent = extentOf(program, file, list);
    // A few of one thing times many of another does not grow with both. A few of each of many are many.
    if (isSmall(listExtent) || (inner?.over && !dependsOnElement(file, inner.over.reads, loop))) return null;
    if (isSmall(loopExtent)) {
      inner = loop;
      continue;
    }
    return { loop, hoist: outermost(file, list, change, loop, loops), list, change, loopExtent, listExtent };
  }
  return null;
}
