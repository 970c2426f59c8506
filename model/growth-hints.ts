/** How the loops and functions of a file grow, for readers of the code: said only where every size has a name. */
import { boundOf, boundText } from './bounds.ts';
import { extentOf, isSmall } from './extents.ts';
import type { FileModel, Loop } from './file.ts';
import { loopChain, type Program } from './program.ts';
import { sizeName } from './wording.ts';

export interface GrowthHint {
  readonly kind: 'loop' | 'function';
  /** The head of the loop, or the name of the function. UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** `O(users × banned)`. */
  readonly bound: string;
}

export function growthHints(program: Program, file: FileModel): GrowthHint[] {
  const hints: GrowthHint[] = [];
  for (const loop of file.loops) {
    const sizes = loopChain(file, loop.id)
      .toReversed()
      .map((each) => ownSize(program, file, each));
    if (sizes.length === 0 || sizes.some((size) => size === null)) continue;
    hints.push({ kind: 'loop', start: loop.head.start, end: loop.head.end, bound: `O(${sizes.join(' × ')})` });
  }
  for (const fn of file.functions) {
    const bound = fn.kind === 'module' || fn.kind === 'closure' ? null : boundText(boundOf(program, file, fn));
    if (bound && bound !== 'O(1)') hints.push({ kind: 'function', start: fn.nameSpan.start, end: fn.nameSpan.end, bound });
  }
  return hints.toSorted((a, b) => a.start - b.start);
}

function ownSize(program: Program, file: FileModel, loop: Loop): string | null {
  return loop.over && !isSmall(extentOf(program, file, loop.over)) ? sizeName(file, loop) : null;
}
