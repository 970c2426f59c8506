/**
 * Where an offset is for a person: one-based lines and columns.
 *
 * Everything inside the engine speaks UTF-16 offsets; only what is shown needs lines. Line ends are those of VS Code
 * (`\n`, `\r\n`, a lone `\r`); U+2028 and U+2029 end no line there, so they end none here. A byte order mark has no
 * column: editors do not show it.
 */

export interface Position {
  /** One-based. */
  readonly line: number;
  /** One-based, in UTF-16 code units. */
  readonly column: number;
}

export interface Lines {
  readonly count: number;
  /** Offsets outside of the text are moved to its nearest end. */
  positionAt(offset: number): Position;
  /** The opposite; a line or column outside of the text is moved to the nearest one inside. */
  offsetAt(position: Position): number;
  /** Offset of the line's first character (after a byte order mark). */
  startOf(line: number): number;
  /** Offset after the line's last character, before its line end. */
  endOf(line: number): number;
  /** The line without its line end. */
  textOf(line: number): string;
}

const BOM = 0xfeff;
const LF = 10;
const CR = 13;

/** Lines of a text; the table is built when it is first asked for. */
export function linesOf(text: string): Lines {
  let table: number[] | null = null;
  const starts = (): number[] => (table ??= lineStarts(text));
  const first = text.charCodeAt(0) === BOM ? 1 : 0;

  function startOf(line: number): number {
    const all = starts();
    const index = Math.min(Math.max(line, 1), all.length) - 1;
    return index === 0 ? first : (all[index] as number);
  }

  function endOf(line: number): number {
    const all = starts();
    const index = Math.min(Math.max(line, 1), all.length) - 1;
    const next = all[index + 1];
    if (next === undefined) return text.length;
    const crlf = text.charCodeAt(next - 1) === LF && text.charCodeAt(next - 2) === CR;
    return next - (crlf ? 2 : 1);
  }

  return {
    get count() {
      return starts().length;
    },
    positionAt(offset) {
      const inside = Math.min(Math.max(offset, first), text.length);
      const line = lineIndex(starts(), inside) + 1;
      return { line, column: inside - startOf(line) + 1 };
    },
    offsetAt({ line, column }) {
      if (line < 1) return first;
      if (line > starts().length) return text.length;
      return Math.min(startOf(line) + Math.max(column, 1) - 1, endOf(line));
    },
    startOf,
    endOf,
    textOf: (line) => text.slice(startOf(line), endOf(line)),
  };
}

/** The line end that a text mostly uses; `\n` when it has none. */
export function dominantLineEnd(text: string): '\n' | '\r\n' {
  let crlf = 0;
  let lf = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    if (text.charCodeAt(at - 1) === CR) crlf++;
    else lf++;
  }
  return crlf > lf ? '\r\n' : '\n';
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) starts.push(at + 1);
  }
  return starts;
}

/** Index of the last start that is not after `offset`. */
function lineIndex(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
