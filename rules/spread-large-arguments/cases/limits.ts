//- with: node
import { readFileSync } from 'node:fs';

function tell(...lines: string[]): number {
  return lines.length;
}

export function told(path: string): number {
  const lines = readFileSync(path, 'utf8').split('\n');
  //? miss: only what the language offers is known to be given as many as there are
  return tell(...lines);
}

export function grown(pages: string[][]): string[] {
  const all: string[] = [];
  for (const page of pages) all.push(page.join(' '));
  const longest: number[] = [];
  //? miss: callers decide how many there are
  longest.push(...all.map((line) => line.length));
  return all;
}
