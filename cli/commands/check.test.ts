import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CheckRequest } from '../../engine/check.ts';
import type { CheckResult } from '../../engine/result.ts';
import { main } from '../main.ts';
import { blocking, minor, root, sources } from '../testing/sample.ts';
import { type FindingSpec, fakeEngine, fakeIo, replacement, resultOf } from '../testing.ts';

async function run(
  argv: string[],
  check: (request: CheckRequest) => CheckResult | Promise<CheckResult>,
  options: Partial<Parameters<typeof fakeIo>[0]> = {},
) {
  const { io, out, err } = fakeIo({ cwd: root, ...options });
  const code = await main(argv, io, fakeEngine(check));
  return { code, out: out(), err: err() };
}

const clean = resultOf({ sources });
const oneWarning = resultOf({ sources, findings: [blocking] });

describe('exit codes', () => {
  test('0: nothing, or nothing of weight', async () => {
    expect((await run([], () => clean)).code).toBe(0);
    expect((await run(['--severity', 'info'], () => resultOf({ sources, findings: [minor] }))).code).toBe(0);
    expect((await run(['--severity', 'error'], () => oneWarning)).code).toBe(0);
    expect((await run(['--version'], () => clean)).out).toMatch(/^scalelint \d/);
    for (const argv of [['--help'], ['check', '--help'], ['rules'], ['explain', '--help']]) expect((await run(argv, () => clean)).code).toBe(0);
  });

  test('1: findings', async () => expect((await run([], () => oneWarning)).code).toBe(1));

  test('2: something failed, after everything else was printed', async () => {
    const { code, out, err } = await run(['-f', 'concise'], () =>
      resultOf({ sources, findings: [blocking], problems: [{ file: null, span: null, message: 'The rule x failed.', level: 'error' }] }),
    );
    expect(code).toBe(2);
    expect(out).toContain('sync-io-in-hot-path');
    expect(err).toBe('error: The rule x failed.\n');
  });

  test('2: the engine threw', async () => {
    const { code, out, err } = await run([], () => Promise.reject(new Error('boom')));
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/scalelint itself failed[\s\S]*boom/);
  });

  test.each([
    [['--nope'], 'unknown option `--nope`.'],
    [['--rule', 'n-plus-one'], 'unknown rule `n-plus-one`. Did you mean `n-plus-one-query`?'],
    [['explain', 'nested-lop-lookup'], 'unknown rule `nested-lop-lookup`. Did you mean `nested-loop-lookup`?'],
    [['explain'], '`explain` needs the name of a rule'],
    [['model'], '`model` takes exactly one file'],
    [['model', 'nowhere.ts'], 'no such file: `nowhere.ts`.'],
    [['chekc'], '`chekc` is neither a command nor a file or folder. Did you mean `scalelint check`?'],
    [['-'], 'standard input has no name'],
    [['--stdin-filename', 'a.ts', 'src'], 'standard input is checked alone'],
  ])('2: %j', async (argv, message) => {
    const { code, out, err } = await run(argv, () => clean);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`error: ${message}`);
    expect(err.trimEnd().split('\n')).toHaveLength(2);
  });
});

test('the engine is asked for what the command line says', async () => {
  const asked: CheckRequest[] = [];
  const note = (request: CheckRequest) => {
    asked.push(request);
    return clean;
  };
  await run(['src', 'lib', '--rule', 'n-plus-one-query'], note);
  await run([], note);
  await run(['-', '--stdin-filename', 'src/x.ts'], note, { stdin: 'let a;' });
  expect(asked).toMatchObject([
    { cwd: root, paths: ['src', 'lib'], rules: ['n-plus-one-query'] },
    { cwd: root, paths: ['.'] },
    { cwd: root, stdin: { filename: `${root}/src/x.ts`, text: 'let a;' } },
  ]);
});

test('a reader that leaves does no harm, and progress is for terminals only', async () => {
  const noisy = async (request: CheckRequest) => {
    for (let i = 0; i < 3; i++) {
      request.onProgress?.({ phase: 'Checking', done: i, total: 3, file: 'x.ts' });
      await new Promise((resolve) => setTimeout(resolve, 600));
    }
    request.onProgress?.({ phase: 'Checking', done: 3, total: 3 });
    return clean;
  };
  expect((await run([], noisy)).err).toBe('');
  const { err } = await run([], noisy, { tty: true });
  expect(err.startsWith('\r\u001b[KChecking ')).toBe(true);
  expect(err.endsWith('\r\u001b[K')).toBe(true);
});

test('reports go to files, several at once, and the folder is made', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'scalelint-'));
  const { out, err } = await run(['-f', 'concise', '-f', 'json=reports/out.json'], () => oneWarning, { cwd });
  expect(out).toContain('sync-io-in-hot-path');
  expect(err).toBe('Wrote 1 finding to reports/out.json\n');
  expect((JSON.parse(readFileSync(join(cwd, 'reports/out.json'), 'utf8')) as { findings: unknown[] }).findings).toHaveLength(1);
});

describe('fixes', () => {
  /** An engine that reads the files again on each check, like the real one, and fixes every `slow()` it sees. */
  function project(files: Record<string, string>, fixFor: (text: string, file: string, all: Record<string, string>) => FindingSpec[]) {
    const cwd = mkdtempSync(join(tmpdir(), 'scalelint-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
    const read = (name: string) => readFileSync(join(cwd, name), 'utf8');
    const check = (request: CheckRequest) => {
      const stdin = request.stdin;
      const current =
        stdin === undefined ? Object.fromEntries(Object.keys(files).map((name) => [`${cwd}/${name}`, read(name)])) : { [stdin.filename]: stdin.text };
      return resultOf({ sources: current, findings: Object.entries(current).flatMap(([file, text]) => fixFor(text, file, current)) });
    };
    return { cwd, read, check };
  }
  const slowToFast = (text: string, file: string, all: Record<string, string>): FindingSpec[] =>
    text.includes('slow()') ? [{ file, at: 'slow()', fixed: replacement(all, file, 'slow()', 'fast()', { title: 'Use `fast`' }) }] : [];

  test('--fix applies until nothing is left, and says so', async () => {
    const { cwd, read, check } = project({ 'a.ts': 'slow();\nslow();\n', 'b.ts': 'ok();\n' }, slowToFast);
    const { code, out } = await run(['--fix'], check, { cwd });
    expect(read('a.ts')).toBe('fast();\nfast();\n');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^Fixed 2 problems in 1 file \(2 rounds\)\n {2}a\.ts:1 {2}nested-loop-lookup {2}Use `fast`\n {2}a\.ts:2 [^\n]*\n\nNo scalability problems found in 2 files/,
    );
  });

  test('a machine-readable report stays alone on standard output', async () => {
    const { cwd, check } = project({ 'a.ts': 'slow();\n' }, slowToFast);
    const { out, err } = await run(['--fix', '-f', 'json'], check, { cwd });
    expect((JSON.parse(out) as { findings: unknown[] }).findings).toEqual([]);
    expect(err).toContain('Fixed 1 problem in 1 file');
  });

  test('--fix leaves suggestions alone, --fix-suggestions does not', async () => {
    const suggest = (text: string, file: string, all: Record<string, string>) =>
      slowToFast(text, file, all).map((spec) => ({ ...spec, fixed: replacement(all, file, 'slow()', 'fast()', { level: 'suggestion' }) }));
    const { cwd, read, check } = project({ 'a.ts': 'slow();\n' }, suggest);
    expect((await run(['--fix'], check, { cwd })).code).toBe(1);
    expect(read('a.ts')).toBe('slow();\n');
    const { code, out } = await run(['--fix-suggestions'], check, { cwd });
    expect([code, read('a.ts')]).toEqual([0, 'fast();\n']);
    expect(out).toContain('(suggestion: please review)');
  });

  test('a fix over several files is made in all or in none', async () => {
    const files = { 'a.ts': 'slow();\n', 'b.ts': 'export function slow() {}\n' };
    const both = (text: string, file: string, all: Record<string, string>): FindingSpec[] => {
      if (!file.endsWith('a.ts') || !text.includes('slow()')) return [];
      const other = file.replace('a.ts', 'b.ts');
      const edits = [...replacement(all, file, 'slow()', 'fast()').edits, ...replacement(all, other, 'slow', 'fast').edits];
      return [{ file, at: 'slow()', fixed: replacement(all, file, 'slow()', 'fast()', { edits }) }];
    };
    const good = project(files, both);
    expect((await run(['--fix'], good.check, { cwd: good.cwd })).code).toBe(0);
    expect([good.read('a.ts'), good.read('b.ts')]).toEqual(['fast();\n', 'export function fast() {}\n']);

    const bad = project(files, both);
    let first = true;
    const changing = (request: CheckRequest) => {
      const result = bad.check(request);
      // Somebody saves b.ts between check and fix.
      if (first) writeFileSync(join(bad.cwd, 'b.ts'), 'export function slow() { return 1 }\n');
      first = false;
      return result;
    };
    const { code, err } = await run(['--fix'], changing, { cwd: bad.cwd });
    expect([bad.read('a.ts'), bad.read('b.ts')]).toEqual(['slow();\n', 'export function slow() { return 1 }\n']);
    expect(code).toBe(2);
    expect(err).toMatch(/b\.ts changed while it was being checked/);
  });

  test('fixes that come back for ever are stopped', async () => {
    const swing = (text: string, file: string, all: Record<string, string>): FindingSpec[] => {
      const [from, to] = text.includes('a()') ? ['a()', 'b()'] : ['b()', 'a()'];
      return [{ file, at: from, fixed: replacement(all, file, from, to) }];
    };
    const { cwd, check } = project({ 'x.ts': 'a();\n' }, swing);
    expect((await run(['--fix'], check, { cwd })).out).toContain('(10 rounds)');
  });

  test('--diff prints a patch, and changes nothing', async () => {
    const { cwd, read, check } = project({ 'a.ts': 'one();\nslow();\n' }, slowToFast);
    const { code, out, err } = await run(['--diff'], check, { cwd });
    expect(out).toBe('--- a/a.ts\n+++ b/a.ts\n@@ -1,2 +1,2 @@\n one();\n-slow();\n+fast();\n');
    expect(err).toBe('1 file would change. Nothing was written.\n');
    expect([code, read('a.ts')]).toEqual([1, 'one();\nslow();\n']);
  });

  test('--diff says that there are suggestions where nothing is automatic', async () => {
    const { cwd, check } = project({ 'a.ts': 'slow();\n' }, (_text, file, all) => [
      { file, at: 'slow()', fixed: replacement(all, file, 'slow()', 'fast()', { level: 'suggestion' }) },
    ]);
    const { out, err } = await run(['--diff'], check, { cwd });
    expect([out, err]).toEqual(['', 'No automatic fixes. 1 suggested fix to review: --diff --fix-suggestions\n']);
  });

  test('standard input comes back fixed on standard output, the report on stderr', async () => {
    const { cwd, check } = project({}, slowToFast);
    mkdirSync(join(cwd, 'src'));
    const { code, out, err } = await run(['--fix', '--stdin-filename', 'src/x.ts'], check, { cwd, stdin: 'slow();\n' });
    expect([code, out]).toEqual([0, 'fast();\n']);
    expect(err).toContain('Fixed 1 problem in 1 file');
  });
});
