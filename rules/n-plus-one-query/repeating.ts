/** Which loop repeats something with another element each time, so that all of them could be asked for at once. */
import { isChunked, isStream } from '../../model/chunks.ts';
import { extentOf, isFew, isLarge } from '../../model/extents.ts';
import type { Extent, FileModel, Loop } from '../../model/file.ts';
import { dependsOnElement } from '../../model/flow.ts';
import type { Program } from '../../model/program.ts';

/** The innermost loop whose elements the reads depend on. */
export function repeatingLoop(
  program: Program,
  file: FileModel,
  reads: readonly number[],
  loops: readonly Loop[],
): { readonly loop: Loop; readonly extent: Extent } | null {
  for (const loop of loops) {
    // Pages, retries and polls: `while` loops have no elements to ask for all at once.
    if (!loop.over || loop.style === 'while' || loop.style === 'do-while' || isStream(file, loop)) continue;
    // A sorted or reduced chain of promises is still one per element; the comparator of a sort cannot query.
    if (isChunked(file, loop)) return null;
    if (!dependsOnElement(file, reads, loop)) continue;
    const extent = extentOf(program, file, loop.over);
    // One page of rows is still many round trips; less than a page is not worth a word.
    if (isFew(extent)) continue;
    if (loop.counts && !isLarge(extent)) continue;
    return { loop, extent };
  }
  return null;
}
