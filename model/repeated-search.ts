/**
 * A search through a list that a loop repeats: which loop, which list, and how both grow. Shared by the rules that
 * speak of searches.
 */
import { type Change, changeIn } from './changes.ts';
import { extentOf, isSmall } from './extents.ts';
import type { Extent, FileModel, Loop, Operation, Value } from './file.ts';
import { dependsOnElement, variesIn } from './flow.ts';
import type { Program } from './program.ts';

export interface RepeatedSearch {
  readonly loop: Loop;
  readonly list: Value;
  readonly change: Change;
  readonly loopExtent: Extent;
  readonly listExtent: Extent;
}

/** Is this operation a search whose list can be indexed: by value, or by one equality of an element's property? */
export function isIndexable(op: Operation): op is Operation & { readonly on: Value } {
  if (op.kind !== 'scan' || !op.on) return false;
  if (op.on.kind === 'list') return op.key !== null;
  // Without types, a search by an equality in a callback is one whatever it searches; `includes` may be a string's.
  return op.on.kind === 'unknown' && op.key !== null && op.predicate !== null;
}

/**
 * The innermost loop that repeats a search with a different key through the same list. Null when each iteration has a list of its own,
 * when the list changes in ways other than growing, or when either is known to stay small.
 */
export function repeatedSearch(program: Program, file: FileModel, list: Value, keyReads: readonly number[], loops: readonly Loop[]): RepeatedSearch | null {
  for (const loop of loops) {
    // `user.roles.includes(…)`: walking all users' own roles is linear in total.
    if (variesIn(file, list, loop)) return null;
    const change = changeIn(file, list, loop);
    if (change === 'changes') return null;
    // The same key every time: the answer does not change, so it is this loop's business only if it depends on it.
    if (!dependsOnElement(file, keyReads, loop)) continue;
    if (loop.step === 'halving') return null;
    const loopExtent = loop.over ? extentOf(program, file, loop.over) : { class: 'unknown' as const, count: null, why: '' };
    const listExtent = extentOf(program, file, list);
    // A few of one thing times many of another does not grow with both.
    if (isSmall(loopExtent) || isSmall(listExtent)) return null;
    return { loop, list, change, loopExtent, listExtent };
  }
  return null;
}
