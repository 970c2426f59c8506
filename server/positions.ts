/**
 * Where an offset is for the client: zero-based lines, and columns in the unit that both sides agreed on. Inside everything
 * is a UTF-16 offset; UTF-8 and UTF-32 columns are counted from the line's text, surrogate pairs as one character.
 */
import type { Position, Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../model/file.ts';

export type Encoding = 'utf-8' | 'utf-16' | 'utf-32';

export interface Positions {
  positionAt(offset: number): Position;
  /** A position outside of the text is moved to the nearest one inside, one inside of a character to its start. */
  offsetAt(position: Position): number;
  rangeOf(span: Span): Range;
}

/** The first that the client offers and we speak; clients that offer nothing speak UTF-16. */
export function chooseEncoding(offered: readonly string[] | undefined): Encoding {
  const known: readonly Encoding[] = ['utf-16', 'utf-8', 'utf-32'];
  return known.find((one) => one === offered?.find((name) => known.some((encoding) => encoding === name))) ?? 'utf-16';
}

/** Positions in a text that lies on disk: a byte order mark is not shown, so it has no column. */
export function positionsOfText(text: string, encoding: Encoding): Positions {
  return positionsOf(TextDocument.create('', '', 0, text), encoding, text.charCodeAt(0) === 0xfeff ? 1 : 0);
}

/** Positions in a text as the client sent it. `hidden`: characters before the first column. */
export function positionsOf(document: TextDocument, encoding: Encoding, hidden = 0): Positions {
  const text = document.getText();
  const startOf = (line: number): number => document.offsetAt({ line, character: 0 }) + (line === 0 ? hidden : 0);

  function positionAt(offset: number): Position {
    const { line, character } = document.positionAt(Math.max(offset, hidden));
    const units = line === 0 ? character - hidden : character;
    if (encoding === 'utf-16') return { line, character: units };
    const start = startOf(line);
    return { line, character: columnOf(text.slice(start, start + units), encoding) };
  }

  return {
    positionAt,
    offsetAt({ line, character }) {
      if (line < 0) return hidden;
      if (line >= document.lineCount) return text.length;
      const start = startOf(line);
      // Never past the line's end, nor between `\r` and `\n`.
      const end = Math.max(start, document.offsetAt({ line, character: Number.MAX_SAFE_INTEGER }));
      const units = encoding === 'utf-16' ? Math.max(0, character) : unitsOf(text.slice(start, end), character, encoding);
      return Math.min(start + units, end);
    },
    rangeOf: (span) => ({ start: positionAt(span.start), end: positionAt(span.end) }),
  };
}

/** The column after `before`, which begins at the line's start. Half a surrogate pair at its end does not count yet. */
function columnOf(before: string, encoding: 'utf-8' | 'utf-32'): number {
  const whole = /[\uD800-\uDBFF]$/.test(before) ? before.slice(0, -1) : before;
  let column = 0;
  for (const character of whole) column += widthOf(character, encoding);
  return column;
}

function unitsOf(line: string, column: number, encoding: 'utf-8' | 'utf-32'): number {
  let units = 0;
  let left = column;
  for (const character of line) {
    left -= widthOf(character, encoding);
    if (left < 0) break;
    units += character.length;
  }
  return units;
}

function widthOf(character: string, encoding: 'utf-8' | 'utf-32'): number {
  if (encoding === 'utf-32') return 1;
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
