/** How the loops and functions of a file grow, for readers of the code: said only where every size has a name. */
import { type Bound, boundOf, boundText, loopBoundOf } from './bounds.ts';
import type { FileModel, Span } from './file.ts';
import type { Program } from './program.ts';

export interface GrowthHint {
  readonly kind: 'loop' | 'function';
  /** The head of the loop, or the name of the function. UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** `O(users × banned)`. */
  readonly bound: string;
}

export function growthHints(program: Program, file: FileModel): GrowthHint[] {
  const loops = file.loops.map((loop) => hint('loop', loop.head, loopBoundOf(program, file, loop)));
  const named = file.functions.filter((fn) => fn.kind !== 'module' && fn.kind !== 'closure');
  const functions = named.map((fn) => hint('function', fn.nameSpan, boundOf(program, file, fn)));
  return [...loops, ...functions].flatMap((each) => each ?? []).toSorted((a, b) => a.start - b.start);
}

/** Nothing is said of what does not grow. */
function hint(kind: GrowthHint['kind'], { start, end }: Span, of: Bound | null): GrowthHint | null {
  const bound = boundText(of);
  return bound && bound !== 'O(1)' ? { kind, start, end, bound } : null;
}
