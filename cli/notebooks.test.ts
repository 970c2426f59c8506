/** Notebooks on the command line: places that people find in a cell and programs in the file, and fixes that leave the rest of the file alone. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import type { Log } from 'sarif';
import { expect, test } from 'vitest';
import type { Engine } from './engine.ts';
import { main } from './main.ts';
import { type FindingSpec, fakeEngine, fakeIo, replacement, resultOf } from './testing.ts';

const cell = (source: string): object => ({ cell_type: 'code', metadata: {}, outputs: [], source: source.match(/[^\n]*\n|[^\n]+/g) ?? [] });
const notebook = (cells: object[], metadata: object = {}): string =>
  `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;

const analysis = notebook([
  { cell_type: 'markdown', metadata: {}, source: ['# Orders'] },
  cell('%matplotlib inline\nbanned = open("banned.txt").read().split("\\n")'),
  cell('users = open("users.txt").readlines()\nfor user in users:\n    !echo "{user}"\n    if user in banned:\n        await refuse(user)\n'),
]);

function folder(files: Record<string, string>): string {
  const cwd = mkdtempSync(join(tmpdir(), 'scalelint-notebooks-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  return cwd;
}

async function run(argv: string[], cwd: string, options: { engine?: Engine; stdin?: string } = {}) {
  const { io, out, err } = fakeIo({ cwd, columns: 100, ...(options.stdin === undefined ? {} : { stdin: options.stdin }) });
  const code = await main(argv, io, options.engine);
  return { code, out: out(), err: err() };
}

test('cells are one module, and a place is one in a cell', async () => {
  const { code, out, err } = await run([], folder({ 'analysis.ipynb': analysis }));
  // No note of a syntax error either: neither commands nor a bare `await` are one.
  expect([code, err]).toEqual([1, '']);
  expect(out).toContain('\nanalysis.ipynb, cell 3, line 4:8  warning  nested-loop-lookup\n');
  expect(out).toContain(`
  2 │ for user in users:  · loop over \`users\`
  3 │     !echo "{user}"
> 4 │     if user in banned:
    │        ^^^^^^^^^^^^^^ scans \`banned\`
`);
  expect((await run(['-f', 'concise'], folder({ 'analysis.ipynb': analysis }))).out).toMatch(
    /^analysis\.ipynb:cell 3:4:8: warning nested-loop-lookup: /,
  );
});

test('a step in another cell is told with its cell', async () => {
  const cells = [
    cell('def allowed(user, banned: list[str]):\n    return user not in banned\n'),
    cell('banned = open("b").readlines()\nfor user in open("u").readlines():\n    allowed(user, banned)'),
  ];
  const { out } = await run([], folder({ 'a.ipynb': notebook(cells) }));
  expect(out).toContain('path: a.ipynb, cell 2, line 2  loop over');
  expect(out).toMatch(/\n +a\.ipynb, cell 1, line 2 {2}scans `banned`/);
  expect(out).not.toContain('· scans');
});

test('programs are told the lines of the file, and the cell beside them', async () => {
  const cwd = folder({ 'analysis.ipynb': analysis });
  const line = analysis.split('\n').findIndex((text) => text.includes('if user in')) + 1;
  const column = (analysis.split('\n')[line - 1] ?? '').indexOf('user in') + 1;
  const range = { start: { line, column }, end: { line, column: column + 14 } };

  const { out } = await run(['-f', 'json'], cwd);
  const data = JSON.parse(out) as { findings: { trace: object[] }[] };
  const validate = new Ajv().compile(JSON.parse(readFileSync(new URL('../schema/output.schema.json', import.meta.url), 'utf8')) as object);
  expect(validate(data) ? [] : validate.errors).toEqual([]);
  expect(data.findings[0]).toMatchObject({ range, cell: { number: 3, range: { start: { line: 4, column: 8 }, end: { line: 4, column: 22 } } } });
  expect(data.findings[0]?.trace[0]).toMatchObject({ cell: { number: 3, range: { start: { line: 2, column: 1 } } } });

  const log = JSON.parse((await run(['-f', 'sarif'], cwd)).out) as Log;
  expect(log.runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation?.region).toEqual({
    startLine: line,
    startColumn: column,
    endLine: line,
    endColumn: column + 14,
  });
  expect((await run(['-f', 'github'], cwd)).out).toMatch(
    new RegExp(`^::warning file=analysis\\.ipynb,line=${line},.*title=scalelint\\(nested-loop-lookup\\) in cell 3::`),
  );
});

test('--fix changes the cell and nothing else', async () => {
  const cells = [cell('x = 1'), cell('y = "é"\n# scalelint-ignore nested-loop-lookup: small\nprint(y)')];
  const text = notebook(cells, { kernelspec: { name: 'python3' } });
  const cwd = folder({ 'a.ipynb': text });
  const { out } = await run(['--fix', '--severity', 'info'], cwd);
  expect(out).toContain('  a.ipynb, cell 2, line 2  unused-suppression');
  expect(readFileSync(join(cwd, 'a.ipynb'), 'utf8')).toBe(text.replace(/ *"# scalelint.*\n/, ''));

  const given = await run(['--fix', '--severity', 'info', '-', '--stdin-filename', 'b.ipynb'], cwd, { stdin: text });
  expect(given.out).toBe(text.replace(/ *"# scalelint.*\n/, ''));
});

test('a fix of several lines becomes several strings, in --diff and in SARIF too', async () => {
  const file = '/projects/a.ipynb';
  const sources = { [file]: analysis };
  const finding: FindingSpec = { file, at: 'user in banned', fixed: replacement(sources, file, 'for user', 'known = set(banned)\nfor user') };
  const engine = fakeEngine(() => resultOf({ sources, findings: [finding] }));
  const { out } = await run(['--diff'], '/projects', { engine });
  expect(out).toContain(
    `
    "users = open(\\"users.txt\\").readlines()\\n",
+    "known = set(banned)\\n",
     "for user in users:\\n",
`.slice(1),
  );
  const log = JSON.parse((await run(['-f', 'sarif'], '/projects', { engine })).out) as Log;
  expect(log.runs[0]?.results?.[0]?.fixes?.[0]?.artifactChanges[0]?.replacements[0]?.insertedContent?.text).toBe('known = set(banned)\\n",\n    "');
});

test('what is no notebook in Python is left out, and what cannot be read is told; all else is checked', async () => {
  const cwd = folder({
    'r.ipynb': notebook([cell('x <- 1')], { language_info: { name: 'R' } }),
    'merge.ipynb': analysis.replace('"cells"', '<<<<<<< HEAD\n "cells"'),
    'analysis.ipynb': analysis,
  });
  const { code, out, err } = await run(['--verbose'], cwd);
  expect(code).toBe(2);
  expect(out).toContain('analysis.ipynb, cell 3, line 4:8');
  expect(out).toContain('r.ipynb: a notebook in R');
  expect(err).toContain('error: merge.ipynb cannot be read as a notebook (line 2, column 2: ');
});

test('a syntax error is told with its cell, and pictures do not make a notebook too large', async () => {
  const large = notebook([cell('x = 1'), { ...cell('y = (1 +\nz = ]\n'), outputs: [{ data: { 'image/png': 'A'.repeat(2_000_000) } }] }]);
  const { code, out, err } = await run([], folder({ 'a.ipynb': large }));
  expect([code, out]).toEqual([0, expect.stringContaining('No scalability problems found in 1 file (4 lines')]);
  expect(err).toMatch(/^note: a\.ipynb, cell 2, line \d: Syntax error/);
});
