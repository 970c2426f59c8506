/**
 * The code cells of a notebook as one Python module, in their order: what one defines the next ones use. A cell has the same length in the
 * module as in the notebook, so that a place in the one is a place in the other.
 */
import type { Span } from '../../../model/file.ts';
import { pythonOf } from './magics.ts';

export interface CellSource {
  /** One-based, among all cells of the notebook, those that hold text included. */
  readonly number: number;
  /** As it is written. */
  readonly source: string;
  /** Cells may be written in another language than their notebook. */
  readonly isPython: boolean;
}

export interface Piece extends Pick<CellSource, 'source'> {
  /** Where it begins in the module. Behind it is a line end that is nobody's. */
  readonly start: number;
}

export interface Cell extends Piece, Pick<CellSource, 'number'> {}

export interface CellModule<C extends Piece = Cell> {
  /** What is no Python is blank. */
  readonly text: string;
  readonly cells: readonly C[];
}

/** The module that the cells make together. */
export function joinCells(sources: readonly CellSource[]): CellModule {
  let text = '';
  const cells = sources.map(({ number, source, isPython }): Cell => {
    const start = text.length;
    text += `${isPython ? pythonOf(source) : source.replace(/[^\r\n]/g, ' ')}\n`;
    return { number, source, start };
  });
  return { text, cells };
}

/** The cell of a place in the module; null where there is no cell at all. */
export function cellAt<C extends Piece>({ cells }: Pick<CellModule<C>, 'cells'>, offset: number): C | null {
  let low = 0;
  let high = cells.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (cells[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return cells[low] ?? null;
}

/** A span of the module as one of a cell; what goes on behind the cell is cut off. */
export function spanInCell({ start, source }: Piece, span: Span): Span {
  const inside = (offset: number): number => Math.min(Math.max(offset - start, 0), source.length);
  return { start: inside(span.start), end: inside(span.end) };
}

/** Where an edit of the module goes, or why it cannot be made in a notebook. */
export function placeEdit<C extends Piece>(
  module: CellModule<C>,
  { span, text }: { readonly span: Span; readonly text: string },
): PlacedEdit<C> | string {
  const cell = cellAt(module, span.start);
  if (cell === null) return 'the notebook has no cell';
  const end = cell.start + cell.source.length;
  // The line end behind a cell is not in the notebook: what takes a cell's last line away may take it along.
  if (span.end > end + 1) return 'it would edit two cells at once';
  const inCell = spanInCell(cell, span);
  if (cell.source.slice(inCell.start, inCell.end) !== module.text.slice(cell.start + inCell.start, cell.start + inCell.end))
    return 'a command of the notebook stands in between';
  return { cell, span: inCell, text: span.end > end ? text.replace(/\r?\n$/, '') : text };
}

export interface PlacedEdit<C extends Piece = Cell> {
  readonly cell: C;
  /** In the cell. */
  readonly span: Span;
  readonly text: string;
}
