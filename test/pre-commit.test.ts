/** The hook for pre-commit: what it starts exists, and it is given every kind of file that is checked. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { sourceExtensions } from '../engine/discover.ts';

const root = resolve(import.meta.dirname, '..');
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const hook = text('.pre-commit-hooks.yaml');
const value = (key: string): string => new RegExp(`^(?:- |  )${key}: (.+)$`, 'm').exec(hook)?.[1] ?? '';

/** As pre-commit calls kinds of files. It knows no name for `.mts` and `.cts`. */
const kinds = new Map([
  ['.ts', 'ts'],
  ['.tsx', 'tsx'],
  ['.js', 'javascript'],
  ['.mjs', 'javascript'],
  ['.cjs', 'javascript'],
  ['.jsx', 'jsx'],
  ['.py', 'python'],
  ['.ipynb', 'jupyter'],
]);

test('it starts the command that the package brings', () => {
  const { bin } = JSON.parse(text('package.json')) as { bin: Record<string, string> };
  const [program = '', command] = value('entry').split(' ');
  expect([Object.keys(bin), command]).toEqual([[program], 'check']);
});

test('it is given every kind of file that is checked, and no other', () => {
  const types = value('types_or').replace(/[[\]]/g, '').split(', ');
  const wanted = sourceExtensions.filter((extension) => !['.mts', '.cts'].includes(extension)).map((extension) => kinds.get(extension));
  expect(types.sort()).toEqual([...new Set(wanted)].sort());
});

test('README.md names it', () => expect(text('README.md')).toContain(`- id: ${value('id')} `));
