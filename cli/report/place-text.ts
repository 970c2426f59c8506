/** How a place is written for people: `src/a.ts:7:34`, and `analysis.ipynb, cell 3, line 4:12` in a notebook. */
import type { Place } from './report.ts';

/** With its column. */
export function placeText(place: Place): string {
  return `${lineText(place)}:${place.range.start.column}`;
}

export function lineText({ file, cell, range }: Place): string {
  const { line } = range.start;
  return cell === null ? `${file}:${line}` : `${file}, cell ${cell}, line ${line}`;
}
