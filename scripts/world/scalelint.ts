/** scalelint as a user starts it: the built command line, and what it says it did. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const cli = resolve(import.meta.dirname, '../../dist/cli.js');

export interface Report {
  readonly findings: readonly { readonly rule: string; readonly fix: { readonly level: 'safe' | 'suggestion' } | null }[];
}

export interface AppliedFix {
  readonly place: string;
  readonly rule: string;
  readonly level: 'safe' | 'suggestion';
}

function scalelint(folder: string, args: readonly string[]): string {
  const done = spawnSync(process.execPath, ['--max-old-space-size=6000', cli, 'check', '--severity', 'info', '--no-color', ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (done.status !== 0 && done.status !== 1) throw new Error(`scalelint failed in ${folder}:\n${done.stderr}`);
  return `${done.stdout}${done.stderr}`;
}

export function findingsIn(folder: string, paths: readonly string[]): Report {
  return JSON.parse(scalelint(folder, ['--quiet', '--format', 'json', ...paths])) as Report;
}

export function fix(folder: string, paths: readonly string[], level: 'safe' | 'suggestion'): AppliedFix[] {
  return readFixLog(scalelint(folder, [level === 'safe' ? '--fix' : '--fix-suggestions', '--format', 'concise', ...paths]));
}

/** `  src/a.ts:7  rule-name  Title`, with a note behind the title for a suggestion. */
export function readFixLog(text: string): AppliedFix[] {
  const start = text.search(/^Fixed \d/m);
  if (start < 0) return [];
  const block = text.slice(start).split('\n\n')[0] ?? '';
  const [, ...lines] = block.split('\n');
  return lines.flatMap((line) => {
    const [, place, rule, title] = /^ {2}(\S.*?:\d+) {2}([\w-]+) {2}(.*)$/.exec(line) ?? [];
    if (place === undefined || rule === undefined || title === undefined) return [];
    return [{ place, rule, level: title.endsWith('(suggestion: please review)') ? ('suggestion' as const) : ('safe' as const) }];
  });
}
