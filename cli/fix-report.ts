/** Says what `--fix` did, and what `--diff` would do. */
import { createTwoFilesPatch } from 'diff';
import type { Colors } from './colors.ts';
import type { FixOutcome } from './fix.ts';
import { markCode } from './report/finding-text.ts';
import { count } from './text/wrap.ts';

export function fixLog({ applied, dropped, rounds }: FixOutcome, c: Colors): string {
  const lines: string[] = [];
  const files = new Set(applied.flatMap(({ fix }) => fix.edits.map(({ file }) => file))).size;
  if (applied.length === 0) lines.push('Nothing to fix automatically.');
  else lines.push(c.bold(c.green(`Fixed ${count(applied.length, 'problem')} in ${count(files, 'file')}${rounds > 1 ? ` (${rounds} rounds)` : ''}`)));
  for (const { finding, fix, place } of applied) {
    const review = fix.level === 'suggestion' ? c.yellow(' (suggestion: please review)') : '';
    lines.push(`  ${place}  ${c.dim(finding.rule)}  ${markCode(fix.title, c.bold)}${review}`);
  }
  if (dropped.length > 0) {
    lines.push(`Not applied: ${count(dropped.length, 'fix', 'fixes')} in the way of others`);
    for (const { fix, reason } of dropped) lines.push(`  ${markCode(fix.title, c.bold)}: ${reason}`);
  }
  return `${lines.join('\n')}\n\n`;
}

/** A patch that `git apply` and `patch -p1` take. */
export function unifiedDiff(
  before: (file: string) => string | undefined,
  after: ReadonlyMap<string, string>,
  relative: (file: string) => string,
  c: Colors,
): string {
  return [...after]
    .map(([file, text]) => [relative(file), before(file) ?? '', text] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, old, text]) => createTwoFilesPatch(`a/${file}`, `b/${file}`, old, text, undefined, undefined, { context: 3 }).replace(/^=+\n/, ''))
    .map((patch) => (c.isColorSupported ? patch.replace(/^.*$/gm, (line) => paint(line, c)) : patch))
    .join('');
}

function paint(line: string, c: Colors): string {
  if (/^(---|\+\+\+) /.test(line)) return c.bold(line);
  if (line.startsWith('@@')) return c.cyan(line);
  return line.startsWith('+') ? c.green(line) : line.startsWith('-') ? c.red(line) : line;
}
