/** What is promised of fixes is demanded of Python's too: fixes that break it one by one, and one that keeps it. */
import { describe, expect, test } from 'vitest';
import type { Fix } from '../../model/finding.ts';
import { WITHOUT_PYTHON } from '../behaviour/python-worker.ts';
import { parseCase } from './case-file.ts';
import { checkFixes } from './fix-checks.ts';

const TEXT = `def kept(users: list[str], banned: list[str]) -> list[str]:
    return [user for user in users if user not in banned] #! nested-loop-lookup
`;

/** The complaints when the fix of the marked line replaces the whole text. */
async function complaints(after: string, text = TEXT, level: Fix['level'] = 'safe'): Promise<string> {
  const subject = parseCase('rules/nested-loop-lookup/cases/a.py', text);
  const [file] = subject.files;
  const edits = [{ file: '/shop/a.py', span: { start: 0, end: file?.text.length ?? 0 }, text: after }];
  const fix = { title: 'Build a set', level, edits, proofs: [], unproven: [] };
  const found = { rule: 'nested-loop-lookup', file: 'a.py', line: 1, severity: 'hint' as const, message: 'scans', growth: null, evidence: [], fix };
  return (await checkFixes(subject, { found: [found], problems: [], folder: '/shop' })).complaints.join('\n');
}

const after = (...lines: string[]): string =>
  ['def kept(users: list[str], banned: list[str]) -> list[str]:', ...lines.map((line) => `    ${line}`), ''].join('\n');

describe.skipIf(WITHOUT_PYTHON)('a safe fix in Python', () => {
  test('may be right', async () =>
    expect(await complaints(after('known = set(banned)', 'return [user for user in users if user not in known]'))).toBe(''));

  test('must parse', async () => expect(await complaints(after('return [user for user in users if'))).toContain('it does not parse'));

  test('must define its names', async () =>
    expect(await complaints(after('return [user for user in users if user not in known]'))).toContain('`known` is not defined'));

  test('must leave none unused', async () =>
    expect(await complaints(after('known = 1', 'return [user for user in users if user not in set(banned)]'))).toContain('`known` is never used'));

  test('must heal', async () => expect(await complaints(after('return [user for user in users if user not in banned] '))).toContain('new finding'));

  test('must behave as before', async () =>
    expect(await complaints(after('known = set(banned)', 'return [user for user in set(users) if user not in known]'))).toMatch(
      /behaves differently:\s+kept\(\[/,
    ));

  test('must be run', async () => {
    const rare = (line: string): string => `def kept(n: int):\n    if n > 1000 and n < 10:\n        ${line}\n`;
    expect(await complaints(rare('return (n,)'), rare('return [n]').replace('[n]', '[n] #! nested-loop-lookup'))).toContain('no run came by');
  });

  test('and a suggestion must behave as before where the case says so', async () => {
    const wrong = after('known = set(banned)', 'return [user for user in set(users) if user not in known]');
    expect(await complaints(wrong, TEXT, 'suggestion')).toBe('');
    expect(await complaints(wrong, `#@ same: kept(list[str], list[str])\n${TEXT}`, 'suggestion')).toContain('behaves differently');
  });
});
