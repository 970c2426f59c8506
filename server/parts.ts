/**
 * Between a file's text and the documents that hold it. Offsets are the file's everywhere else; for the client a place is in a document:
 * the file's own or, of a notebook, a cell's.
 */
import type { Location, Position, Range } from 'vscode-languageserver/node';
import { cellAt, spanInCell } from '../engine/notebook.ts';
import type { Span } from '../model/file.ts';
import type { Positions } from './positions.ts';

export interface Part {
  readonly uri: string;
  /** Null when it is not open. */
  readonly version: number | null;
  /** As the document has it. */
  readonly source: string;
  /** Where it begins in the file's text. */
  readonly start: number;
  /** In the document. */
  readonly positions: Positions;
}

export interface Parted {
  readonly parts: readonly Part[];
}

/** The part that a span begins in; null in a notebook without cells. */
export function partAt({ parts }: Parted, { start }: Pick<Span, 'start'>): Part | null {
  return cellAt({ cells: parts }, start);
}

/** The part that the client calls so. A file of one part may be written otherwise: `%40` or `@`. */
export function partOf({ parts }: Parted, uri: string): Part | null {
  return parts.find((part) => part.uri === uri) ?? parts[0] ?? null;
}

export function placeOf(file: Parted, span: Span): Location | null {
  const part = partAt(file, span);
  return part && { uri: part.uri, range: rangeIn(part, span) };
}

export function rangeIn(part: Part, span: Span): Range {
  return part.positions.rangeOf(spanInCell(part, span));
}

export function offsetIn(part: Part, position: Position): number {
  return part.start + part.positions.offsetAt(position);
}
