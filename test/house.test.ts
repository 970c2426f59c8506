/** The type checker, the linter and the formatter as tests, so that `npm test` is the whole of what CI asks. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** The output of a tool that found something to complain about; empty when it is content. */
function complaints(script: string, ...args: string[]): string {
  const done = spawnSync(process.execPath, [resolve(root, 'node_modules', script), ...args], { cwd: root, encoding: 'utf8' });
  return done.status === 0 ? '' : `${done.stdout}${done.stderr}${done.error?.message ?? ''}` || `exit code ${done.status}`;
}

test('types agree (npm run check)', { timeout: 300_000 }, () => expect(complaints('typescript/lib/tsc.js', '-p', '.')).toBe(''));

test('lint and format are clean (npm run format mends most)', { timeout: 300_000 }, () =>
  expect(
    complaints('@biomejs/biome/bin/biome', 'ci', '--colors=off', '--reporter=concise', '--diagnostic-level=warn', '--max-diagnostics=50', '.'),
  ).toBe(''),
);
