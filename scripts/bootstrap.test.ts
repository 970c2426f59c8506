/** What `npm start` and `npm test` decide before they run anything. That they work in a fresh clone is what CI shows on each run. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

interface Bootstrap {
  isNewEnough(version: string): boolean;
  isInstalled(wanted: string | null, installed: string | null): boolean;
  newest(path: string): number;
}

// The script is plain JavaScript, since it must run before anything is installed.
const script = resolve(import.meta.dirname, 'bootstrap.mjs');
const { isNewEnough, isInstalled, newest } = (await import(script)) as Bootstrap;

test('knows which Node is new enough', () => {
  expect(['v22.12.0', 'v22.23.3', 'v24.0.0'].map(isNewEnough)).toEqual([true, true, true]);
  expect(['v18.20.0', 'v20.20.2', 'v22.11.0'].map(isNewEnough)).toEqual([false, false, false]);
});

describe('knows whether the packages are installed', () => {
  const lock = (packages: Record<string, { version: string; optional?: boolean }>): string =>
    JSON.stringify({ packages: { '': { version: '0.0.0' }, ...packages } });
  const wanted = lock({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0', optional: true } });

  test.each([
    ['all there', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } }, true],
    ['an optional one missing', { 'node_modules/a': { version: '1.0.0' } }, true],
    ['one too many', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/c': { version: '1.0.0' } }, true],
    ['one missing', { 'node_modules/b': { version: '1.0.0' } }, false],
    ['one of another version', { 'node_modules/a': { version: '1.0.1' } }, false],
    ['an optional one of another version', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } }, false],
  ])('%s', (_, packages, expected) => expect(isInstalled(wanted, lock(packages))).toBe(expected));

  test('nothing installed', () => expect(isInstalled(wanted, null)).toBe(false));
});

test('finds the newest source, whatever the tests do', () => {
  const at = mkdtempSync(join(tmpdir(), 'scalelint-newest-'));
  try {
    mkdirSync(join(at, 'rules/a/cases'), { recursive: true });
    const touch = (path: string, seconds: number): void => {
      writeFileSync(join(at, path), '');
      utimesSync(join(at, path), seconds, seconds);
    };
    touch('rules/a/rule.ts', 200);
    touch('rules/a/rule.test.ts', 300);
    touch('rules/a/cases/basic.ts', 400);
    for (const folder of ['rules/a', 'rules']) utimesSync(join(at, folder), 100, 100);
    expect(newest(join(at, 'rules'))).toBe(200_000);
    expect(newest(join(at, 'nothing'))).toBe(0);
    // Something in it was deleted.
    utimesSync(join(at, 'rules/a'), 500, 500);
    expect(newest(join(at, 'rules'))).toBe(500_000);
  } finally {
    rmSync(at, { recursive: true });
  }
});

test('rejects a job that it does not know, also when started through a link', () => {
  const at = mkdtempSync(join(tmpdir(), 'scalelint-link-'));
  try {
    symlinkSync(script, join(at, 'start.mjs'));
    const done = spawnSync(process.execPath, [join(at, 'start.mjs'), 'fly'], { encoding: 'utf8' });
    expect(done.stderr).toContain('usage:');
    expect(done.status).toBe(2);
  } finally {
    rmSync(at, { recursive: true });
  }
});
