import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const bin = fileURLToPath(new URL('./bin.ts', import.meta.url));
const run = (...argv: string[]) =>
  spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', bin, ...argv], { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });

test('as a process: results on stdout, complaints on stderr, exit codes for the shell', () => {
  expect(run('--version')).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/^scalelint \d+\.\d+\.\d+\n$/) });
  expect(run('--nope')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/^error: unknown option `--nope`\./) });
});
