/**
 * Notebooks, for those who read them, say where something is in them, or write fixes back. To the rest of the engine a notebook is the
 * Python module that its code cells make together; all offsets are the module's.
 */
import { type CellModule, type Piece, type PlacedEdit, placeEdit } from '../languages/python/notebook/cells.ts';
import { cellEdit, type Notebook, readNotebook } from '../languages/python/notebook/notebook.ts';
import type { Edit, Fix, Refusal } from '../model/finding.ts';
import { rewrite } from './apply-edits.ts';
import { linesOf } from './lines.ts';
import type { Problem, Skipped } from './result.ts';

export { type Cell, type CellModule, type CellSource, cellAt, joinCells, placeEdit, spanInCell } from '../languages/python/notebook/cells.ts';
export { type Notebook, spanInFile } from '../languages/python/notebook/notebook.ts';

/** By its name. */
export function isNotebook(path: string): boolean {
  return path.endsWith('.ipynb');
}

export type ReadCode = Code | { readonly skipped: Skipped } | { readonly problem: Problem };

interface Code {
  readonly text: string;
  readonly notebook?: Notebook;
  /** Other than UTF-8, as the file names it. */
  readonly encoding?: string;
}

/** The code in a file's text: all of it, or what the cells of a notebook hold. */
export function codeIn(path: string, text: string): ReadCode {
  if (!isNotebook(path)) return { text };
  const read = readNotebook(text);
  if ('notebook' in read) return { text: read.notebook.text, notebook: read.notebook };
  if ('language' in read) return { skipped: { file: path, reason: `a notebook in ${read.language}` } };
  const { line, column } = linesOf(text).positionAt(read.offset);
  const message = `${path} cannot be read as a notebook (line ${line}, column ${column}: ${read.broken}). Mend the file, or save it again in Jupyter.`;
  return { problem: { file: path, span: null, level: 'error', message } };
}

/** The same fix, or why a notebook cannot be edited so. */
export function inNotebooks(fix: Fix, moduleOf: (file: string) => CellModule<Piece> | null): Fix | Refusal {
  for (const edit of fix.edits) {
    const module = moduleOf(edit.file);
    const placed = module && placeEdit(module, edit);
    if (typeof placed === 'string') return { refused: placed };
  }
  return fix;
}

/** What edits of the module, which can be made in a notebook, are in the file: at most one for each cell. */
export function editsOfFile(notebook: Notebook, edits: readonly Pick<Edit, 'span' | 'text'>[]): Pick<Edit, 'span' | 'text'>[] {
  const perCell = new Map<Notebook['cells'][number], PlacedEdit[]>();
  for (const edit of edits) {
    const placed = placeEdit(notebook, edit);
    if (typeof placed === 'string') throw new Error(placed);
    perCell.set(placed.cell, [...(perCell.get(placed.cell) ?? []), placed]);
  }
  return [...perCell].flatMap(([cell, placed]) => cellEdit(notebook, cell, rewrite(cell.source, placed)) ?? []);
}
