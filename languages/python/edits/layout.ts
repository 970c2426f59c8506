/** How this file is written: lines, indentation, quotes. A fix must look as if its author had typed it. */

import type { View } from '../proofs/view.ts';
import type { Syntax } from '../tree.ts';

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

const WIDEST = 88;

/** What a call is given: its text on one line, or on lines of its own at an indentation. */
export type Laid = (indent: string) => string;

/** A call on one line where it fits, else with one argument a line. `indent`: of the statement that it begins. */
export function laidCall(view: View, indent: string, callee: string, given: readonly Laid[]): string {
  const one = `${callee}(${given.map((each) => each(indent)).join(', ')})`;
  if (fits(indent, one)) return one;
  const inner = indent + indentUnit(view);
  const end = given.length > 1 ? ',' : '';
  return `${callee}(${given.map((each) => `\n${inner}${each(inner)}`).join(',')}${end}\n${indent})`;
}

export function fits(indent: string, text: string): boolean {
  return !/[\r\n]/.test(text) && indent.length + text.length <= WIDEST;
}

/** A call, a tuple or a dictionary that somebody wrote over several lines, laid out anew; what cannot be taken apart keeps its lines. */
export function laid(view: View, node: Syntax, callee = ''): Laid {
  const list = node.type === 'call' ? node.children.find((c) => c.field === 'arguments') : node;
  const text = view.text.slice(node.start, node.end);
  const parts = list?.children.map((c) => view.text.slice(c.start, c.end)) ?? [];
  const own = list && node.type === 'call' ? callee || view.text.slice(node.start, list.start) : callee;
  const isPlain = list && /^(argument_list|tuple|dictionary|list)$/.test(list.type) && !parts.some((each) => /[\r\n]/.test(each));
  if (!list || !isPlain || view.comments.some((c) => c.start >= node.start && c.end <= node.end)) {
    const was = indentAt(view, node.start);
    return (indent) => reindented(node.type === 'call' && list ? own + view.text.slice(list.start, list.end) : text, was, indent);
  }
  const [open, close] = [view.text.charAt(list.start), view.text.charAt(list.end - 1)];
  const end = list.type === 'tuple' && parts.length === 1 ? ',' : '';
  return (indent) => {
    const one = `${own}${open}${parts.join(', ')}${end}${close}`;
    if (parts.length === 0 || fits(indent, one)) return one;
    const inner = `\n${indent}${indentUnit(view)}`;
    return `${own}${open}${parts.map((each) => `${inner}${each},`).join('')}\n${indent}${close}`;
  };
}

/** Lines that stood at one indentation, at another. */
function reindented(text: string, from: string, to: string): string {
  return text.replace(/(\r\n|\r|\n)([ \t]*)/g, (whole, end: string, lead: string) =>
    lead.startsWith(from) ? end + to + lead.slice(from.length) : whole,
  );
}
