/** Breaks prose at spaces to fit the terminal; continuation lines are indented. Colour codes count as nothing. */
import { stripVTControlCharacters } from 'node:util';
import { widthOf } from './width.ts';

export function wrap(text: string, columns: number, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    const available = lines.length === 0 ? columns : columns - indent.length;
    if (line !== '' && shownWidth(longer) > available) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  lines.push(line);
  return lines.join(`\n${indent}`);
}

export const shownWidth = (text: string) => widthOf(stripVTControlCharacters(text));

/** `35,120`. Not by the platform's formats of numbers: to load those takes longer than to read a hundred files. */
export function grouped(n: number): string {
  return String(n).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `1 file`, `35,120 lines`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${grouped(n)} ${n === 1 ? one : many}`;
}

export function duration(milliseconds: number): string {
  return milliseconds < 950 ? `${Math.max(1, Math.round(milliseconds))} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
