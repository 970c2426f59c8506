/**
 * The code frame: the lines that explain a finding, its expression underlined, and a note beside each line that takes part
 * (`· loop over users`). Own code because it must measure tabs and wide characters, and place notes.
 */
import type { Lines } from '../../engine/lines.ts';
import type { Colors } from '../colors.ts';
import type { Range } from '../report/report.ts';
import { expand, sliceCells, widthOf } from './width.ts';

export interface Note {
  readonly line: number;
  readonly message: string;
}

export interface Frame {
  readonly lines: Lines;
  readonly range: Range;
  /** Beside the underline. */
  readonly label: string | null;
  readonly notes: readonly Note[];
  readonly columns: number;
  readonly colors: Colors;
  readonly paint: (text: string) => string;
}

const maxNotedLines = 6;

export function codeFrame(frame: Frame): string[] {
  const { lines, range, colors: c, paint } = frame;
  const primary = range.start.line;
  const shown = shownLines(frame);
  const gutter = String(shown.at(-1) ?? primary).length;
  const margin = Math.min(
    ...shown
      .map((n) => lines.textOf(n))
      .filter((text) => text.trim() !== '')
      .map((text) => widthOf(/^\s*/.exec(text)?.[0] ?? '')),
  );
  const room = Math.max(20, frame.columns - gutter - 5);
  const notesOf = new Map<number, string>();
  for (const { line, message } of frame.notes) notesOf.set(line, notesOf.has(line) ? `${notesOf.get(line)} · ${message}` : `· ${message}`);
  const output: string[] = [];
  let previous: number | null = null;

  for (const n of shown) {
    if (previous !== null && n > previous + 1) output.push(`  ${' '.repeat(gutter)} ${c.dim('⋮')}`);
    previous = n;
    const code = sliceCells(expand(lines.textOf(n)), margin, Number.POSITIVE_INFINITY).trimEnd();
    const note = notesOf.get(n) ?? '';
    const { start, end } = n === primary ? cellsOf(lines.textOf(n), range, margin) : { start: 0, end: 0 };
    const noteRoom = note === '' ? 0 : widthOf(note) + 2;
    const window = visible(widthOf(code), start, end, Math.max(20, room - noteRoom));
    const text = cut(code, window);
    const number = String(n).padStart(gutter);
    const tail = note === '' ? '' : `  ${c.cyan(note)}`;
    output.push(n === primary ? `${paint('>')} ${number} ${c.dim('│')} ${text}${tail}`.trimEnd() : c.dim(`  ${number} │ ${text}`).trimEnd() + tail);
    if (n !== primary) continue;
    const from = Math.max(0, start - window.from) + (window.from > 0 ? 1 : 0);
    const length = Math.max(1, Math.min(end, window.to) - Math.max(start, window.from));
    const more = range.end.line > primary ? c.dim(` to line ${range.end.line}`) : '';
    const lead = `  ${' '.repeat(gutter)} ${c.dim('│')} ${' '.repeat(from)}`;
    // Beside the underline, or below it where there is no room.
    const label = frame.label ?? '';
    const beside = from + length + 1 + widthOf(label) <= room;
    output.push(`${lead}${paint('^'.repeat(length) + (label !== '' && beside ? ` ${label}` : ''))}${more}`);
    if (label !== '' && !beside) output.push(`${lead}${paint(label)}`);
  }
  return output;
}

/** One line around the expression, and every line that has a note; a gap of one line is filled. */
function shownLines({ lines, range, notes }: Frame): number[] {
  const primary = range.start.line;
  const wanted = new Set([primary]);
  for (const near of [primary - 1, primary + 1]) if (near >= 1 && near <= lines.count && lines.textOf(near).trim() !== '') wanted.add(near);
  for (const { line } of notes.slice(0, maxNotedLines)) wanted.add(line);
  const sorted = [...wanted].sort((a, b) => a - b);
  return sorted.flatMap((n, i) => (i > 0 && sorted[i - 1] === n - 2 ? [n - 1, n] : [n]));
}

/** Where the underlined part of the first line begins and ends, in cells. */
function cellsOf(line: string, { start, end }: Range, margin: number): { start: number; end: number } {
  const last = end.line > start.line ? line.trimEnd().length : end.column - 1;
  return { start: Math.max(0, widthOf(line.slice(0, start.column - 1)) - margin), end: Math.max(0, widthOf(line.slice(0, last)) - margin) };
}

/** The part of a long line to show: its beginning, unless the expression lies beyond it. */
function visible(width: number, start: number, end: number, room: number): { from: number; to: number } {
  if (width <= room) return { from: 0, to: width };
  if (end <= room - 1) return { from: 0, to: room - 1 };
  const from = Math.max(0, start - Math.floor(room / 4));
  return { from, to: Math.min(width, from + room - 2) };
}

function cut(code: string, { from, to }: { from: number; to: number }): string {
  return `${from > 0 ? '…' : ''}${sliceCells(code, from, to)}${to < widthOf(code) ? '…' : ''}`;
}
