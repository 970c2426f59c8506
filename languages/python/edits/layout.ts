/** How this file is written: lines, indentation, quotes. A fix must look as if its author had typed it. */
import type { View } from './view.ts';

/** Where the line that holds a position begins. */
export function lineStart(view: View, position: number): number {
  return Math.max(view.text.lastIndexOf('\n', position - 1), view.text.lastIndexOf('\r', position - 1)) + 1;
}

/** Where the line that holds a position ends, before its line break. */
export function lineEnd(view: View, position: number): number {
  const rest = view.text.slice(position).search(/[\r\n]/);
  return rest === -1 ? view.text.length : position + rest;
}

/** White space at the start of the line that holds a position. */
export function indentAt(view: View, position: number): string {
  return /^[ \t\f\ufeff]*/.exec(view.text.slice(lineStart(view, position), position))?.[0].replace('\ufeff', '') ?? '';
}

/** Nothing but white space stands before it on its line. */
export function beginsLine(view: View, position: number): boolean {
  return view.text.slice(lineStart(view, position), position).trim() === '';
}

/** One step of indentation: the most common step between a line and the deeper one after it. */
export function indentUnit(view: View): string {
  const counts = new Map<string, number>();
  let previous = '';
  for (const match of view.text.matchAll(/^([ \t]*)[^\s#]/gm)) {
    const indent = match[1] ?? '';
    const step = indent.startsWith(previous) ? indent.slice(previous.length) : '';
    if (step === '\t' || /^ {1,8}$/.test(step)) counts.set(step, (counts.get(step) ?? 0) + 1);
    previous = indent;
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '    ';
}

/** A string literal in the quotes that the file prefers. */
export function quote(view: View, value: string): string {
  const single = (view.text.match(/'[^'\n]*'/g) ?? []).length;
  const double = (view.text.match(/"[^"\n]*"/g) ?? []).length;
  return double > single ? `"${value}"` : `'${value}'`;
}
