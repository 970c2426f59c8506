/** From a place in generated JavaScript back to its source, through the source map that the file names, holds, or has beside it. */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { AnyMap, LEAST_UPPER_BOUND, originalPositionFor, type TraceMap } from '@jridgewell/trace-mapping';
import { isInside, joinPath, parentOf } from '../paths.ts';

/** One-based. */
export interface Original {
  /** As the map names it: an absolute path, or a URL of the bundler's own. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type SourceMap = (line: number, column: number | null) => Original | null;

/** In bytes: a larger file is no code that anybody profiles. */
const LARGEST = 50_000_000;

/** Null when there is no map, none below `root`, or none that can be understood. */
export function sourceMapOf(generated: string, root: string): SourceMap | null {
  const map = open(generated, root);
  if (map === null) return null;
  return (line, column) => {
    // Without a column, what stands first in the line.
    const found = originalPositionFor(map, column === null ? { line, column: 0, bias: LEAST_UPPER_BOUND } : { line, column: column - 1 });
    return found.source === null ? null : { file: found.source, line: found.line, column: found.column + 1 };
  };
}

function open(generated: string, root: string): TraceMap | null {
  try {
    const text = readText(generated, root);
    const named = [...text.matchAll(/^\/[/*][#@] sourceMappingURL=(\S+)/gm)].at(-1)?.[1];
    const inline = named === undefined ? null : /^data:application\/json[^,]*?(;base64)?,(.*)$/.exec(named);
    if (inline) {
      const [, base64, data = ''] = inline;
      return new AnyMap(base64 === undefined ? decodeURIComponent(data) : Buffer.from(data, 'base64').toString('utf8'), generated);
    }
    const beside =
      named === undefined || /^[a-z]+:/i.test(named) ? `${generated}.map` : joinPath(parentOf(generated) ?? '', decodeURIComponent(named));
    return new AnyMap(readText(beside, root), beside);
  } catch {
    return null;
  }
}

/** A profile and the code that it names decide what is read: nothing outside of the project. */
function readText(path: string, root: string): string {
  if (!isInside(resolve(path), root)) throw new Error('outside');
  const found = statSync(path);
  if (!found.isFile() || found.size > LARGEST) throw new Error('no file to read');
  return readFileSync(path, 'utf8');
}
