import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { main } from '../main.ts';
import { blocking, lookup, minor, query, root, sample, sources } from '../testing/sample.ts';
import { fakeEngine, fakeIo, resultOf, rules } from '../testing.ts';
import { fixFirst } from './rank.ts';

const validate = new Ajv().compile(JSON.parse(readFileSync(new URL('../../schema/output.schema.json', import.meta.url), 'utf8')) as object);

async function print(argv: string[], result = sample, env: Record<string, string> = {}, columns = 100) {
  const { io, out, err } = fakeIo({ cwd: root, env, columns });
  const code = await main(
    argv,
    io,
    fakeEngine(() => result),
  );
  return { code, out: out().replace(/\d+ ms/g, 'N ms'), err: err() };
}

test('pretty explains each finding to somebody who has read nothing', async () => {
  const { out } = await print(['src'], resultOf({ sources, findings: [query, lookup] }));
  expect(out).toBe(`\
── src/a b/report.ts · 2 findings ──────────────────────────────────────────────────────────────────

src/a b/report.ts:16:37  error  n-plus-one-query
\`findOwner(…)\` runs one query per \`user\`: O(users) queries. Load all owners before the loop.

  15 │ for (const user of users) {  · loop over users
> 16 │   const 名前 = "日本語", owner = await findOwner(user.id);
     │                                        ^^^^^^^^^^^^^^^^^^ calls findOwner
  17 │ }

  path: src/a b/report.ts:15  loop over users
        src/a b/report.ts:16  calls findOwner
        src/owners.ts:2       queries owner
  size: \`users\` is a parameter
  why:  runs per request: handler of \`app.get\`
  fix:  not automatic: the query is in another file

src/a b/report.ts:9:7  warning  nested-loop-lookup
\`banned.includes(…)\` scans all of \`banned\` once per \`user\`: O(users × banned). Build a Set before
the loop.

   5 │ for (const user of users) {  · loop over users
     ⋮
   8 │     if (!user.active) continue;
>  9 │     if (banned.includes(user.id)) out.push(user);
     │         ^^^^^^^^^^^^^^^^^^^^^^^^ scans banned
  10 │ }

  size: \`users\` is a parameter
        \`banned\` is a parameter
  fix:  Build a Set of \`banned\` before the loop (safe)

2 scalability problems in 1 of 2 files (26 lines, N ms)

  1  n-plus-one-query    One query per element instead of one for all.
  1  nested-loop-lookup  A list is searched once per element of another.

Next
  scalelint --fix src                 apply 1 safe fix (--diff shows it first)
  scalelint explain n-plus-one-query  why it matters, and other ways out
`);
});

test('pretty says what it left out, and what to fix first', async () => {
  const many = resultOf({ sources, findings: [lookup, query, blocking, blocking, minor], skipped: sample.skipped });
  const { out } = await print([], many);
  expect(out).toContain('1 more at a lower severity: --severity info');
  expect(out).toContain('Not checked: 2 minified, 1 larger than 1 MiB (list with --verbose)');
  expect(out).toMatch(
    /Fix first\n {2}1\. src\/a b\/report\.ts:16:37 {2}n-plus-one-query\n.*\n {2}2\. src\/owners\.ts:6:14 {2}sync-io-in-hot-path \(and 1 more finding with the same cause\)\n/,
  );
  const { out: verbose } = await print(['--verbose'], many);
  expect(verbose).toContain('  big.js: larger than 1 MiB');
  expect(verbose).toContain('Time: lower N ms');
});

test('pretty says how to mend hints, where those were asked for', async () => {
  const hint = resultOf({ sources, findings: [{ ...lookup, severity: 'info' }] });
  expect((await print(['--severity', 'info', 'src'], hint)).out).toMatch(/ {2}scalelint --fix --severity info src +apply 1 safe fix/);
});

test('pretty, clean', async () => {
  expect((await print([], resultOf({ sources }))).out).toBe('No scalability problems found in 2 files (26 lines, N ms).\n');
  expect((await print(['--quiet'], resultOf({ sources }))).out).toBe('');
  expect((await print([], resultOf({ sources: {} }))).out).toBe('No source files found here.\n');
});

test('long output stays readable, and hides nothing', async () => {
  const { out } = await print([], resultOf({ sources, findings: Array.from({ length: 60 }, () => blocking) }));
  expect(out.match(/src\/owners\.ts:6:14 {2}warning/g)).toHaveLength(60);
  expect(out.match(/│ const text/g)).toHaveLength(50);
  expect(out).toContain('The last 10 are shown in short; --verbose shows all in full.');
});

test('no line is wider than the terminal, as far as it is ours', async () => {
  const { out } = await print([], sample, {}, 60);
  const long = out.split('\n').filter((line) => line.length > 60);
  expect(long.filter((line) => !/^ {2}scalelint /.test(line))).toEqual([]);
});

test('an impact order: queries before blocking calls before scans; one cause is one entry', () => {
  const { findings } = resultOf({ sources, findings: [lookup, lookup, blocking, query] });
  expect(fixFirst(findings, rules).map(({ finding, alsoReachedBy }) => [finding.rule, alsoReachedBy])).toEqual([
    ['n-plus-one-query', 0],
    ['sync-io-in-hot-path', 0],
    ['nested-loop-lookup', 1],
  ]);
});

test('concise: one line each', async () => {
  const { out } = await print(['-f', 'concise']);
  expect(out.split('\n')[2]).toBe(
    'src/owners.ts:6:14: warning sync-io-in-hot-path: `readFileSync(…)` blocks the event loop per request. Await `readFile` instead.',
  );
  expect(out.trimEnd().split('\n')).toHaveLength(3);
});

test('json keeps the promise of its schema', async () => {
  const { out } = await print(['-f', 'json', '--severity', 'info']);
  const data = JSON.parse(out) as Record<string, { fix: unknown; refused: unknown; range: unknown }[]>;
  validate(data);
  expect(validate.errors ?? []).toEqual([]);
  expect(Object.keys(data)).toEqual(['version', 'findings', 'skipped', 'errors']);
  expect(data.findings?.map(({ fix }) => fix)).toEqual([
    { level: 'safe', title: 'Build a Set of `banned` before the loop', proofs: [], unproven: [] },
    null,
    { level: 'suggestion', title: 'Await `readFile`', proofs: [], unproven: ['all callers await'] },
    null,
  ]);
  expect(data.findings?.map(({ refused }) => refused)).toEqual([null, 'the query is in another file', null, null]);
  expect(data.findings?.[0]?.range).toEqual({ start: { line: 9, column: 7 }, end: { line: 9, column: 31 } });
});

test('json tells errors, not notes', async () => {
  const result = resultOf({
    sources,
    problems: [
      { file: `${root}/x.ts`, span: null, message: 'cannot be read', level: 'error' },
      { file: null, span: null, message: 'by the way', level: 'note' },
    ],
  });
  const { out, err, code } = await print(['-f', 'json'], result);
  const data = JSON.parse(out) as { errors: unknown[] };
  expect(validate(data)).toBe(true);
  expect(data.errors).toEqual([{ file: 'x.ts', message: 'cannot be read', level: 'error', range: null }]);
  expect(err).toBe('error: x.ts: cannot be read\nnote: by the way\n');
  expect(code).toBe(2);
});

test('github: escaped, worst first, the rest counted, and a job summary', async () => {
  const summary = join(mkdtempSync(join(tmpdir(), 'scalelint-')), 'summary.md');
  const file = `${root}/src/50%, a:b.ts`;
  const source = 'xs.includes(y);\n'.repeat(3);
  const findings = [
    ...Array.from({ length: 12 }, () => ({ file, at: 'xs.includes(y)', message: 'one\ntwo | 100%' })),
    { file, at: 'xs.includes(y)', severity: 'error' as const },
  ];
  const { out } = await print(['-f', 'github'], resultOf({ sources: { [file]: source }, findings }), { GITHUB_STEP_SUMMARY: summary });
  const lines = out.trimEnd().split('\n');
  expect(lines).toHaveLength(12);
  expect(lines[0]).toMatch(/^::error file=src\/50%25%2C a%3Ab\.ts,line=1,endLine=1,col=1,endColumn=14,title=scalelint\(nested-loop-lookup\)::/);
  expect(lines[1]).toMatch(/^::warning .*::one%0Atwo \| 100%25$/);
  expect(lines[11]).toBe('::notice title=scalelint::2 more findings not shown here: GitHub shows 10 of each level. Run scalelint to see all.');
  expect(readFileSync(summary, 'utf8')).toContain('| src/50%, a:b.ts:1 | nested-loop-lookup | one two \\| 100% |');
});

test('colours only where a person looks or somebody insists', async () => {
  const colored = async (argv: string[], env: Record<string, string>, tty: boolean) => {
    const { io, out } = fakeIo({ cwd: root, env, tty });
    await main(
      argv,
      io,
      fakeEngine(() => sample),
    );
    return out().includes('\u001b[');
  };
  expect(await colored([], {}, false)).toBe(false);
  expect(await colored([], {}, true)).toBe(true);
  expect(await colored([], { NO_COLOR: '1' }, true)).toBe(false);
  expect(await colored([], { FORCE_COLOR: '1' }, false)).toBe(true);
  expect(await colored([], { FORCE_COLOR: '0' }, true)).toBe(false);
  expect(await colored([], { TERM: 'dumb' }, true)).toBe(false);
  expect(await colored(['--no-color'], { FORCE_COLOR: '1' }, true)).toBe(false);
  expect(await colored(['--color'], { NO_COLOR: '1' }, false)).toBe(true);
});

test('every report says the heat of a finding', async () => {
  const text = '37 % of the time in `orders.cpuprofile` is spent in `report`';
  const heat = { profile: 'orders.cpuprofile', function: 'report', share: 0.37, text, before: 'info' as const };
  const warm = resultOf({ sources, findings: [{ ...lookup, severity: 'warning', heat }] });
  const pretty = (await print([], warm)).out;
  expect(pretty).toContain(`  heat: ${text}: raised from info\n`);
  expect(pretty).toContain('1 raised by what the profile says');
  expect((await print(['-f', 'concise'], warm)).out).toContain(` (${text})\n`);
  expect((await print(['-f', 'github'], warm)).out).toContain(`(${text.replace('%', '%25')})`);
  const json = JSON.parse((await print(['-f', 'json'], warm)).out) as { findings: object[] };
  expect(json.findings).toEqual([expect.objectContaining({ heat })]);
  expect(validate(json) ? null : validate.errors).toBeNull();
  const { runs } = JSON.parse((await print(['-f', 'sarif'], warm)).out) as { runs: { results: object[] }[] };
  expect(runs[0]?.results).toEqual([
    expect.objectContaining({
      rank: 37,
      message: { text: expect.stringContaining('37 % of the time') },
      properties: expect.objectContaining({ heat }),
    }),
  ]);
});

test('what is measured to be hot is to be fixed first', () => {
  const heat = { profile: 'p', function: 'f', text: '', before: null };
  const [cold, hot] = resultOf({ sources, findings: [blocking, { ...lookup, heat: { ...heat, share: 0.9 } }] }).findings;
  expect(fixFirst([cold!, hot!], rules).map(({ finding }) => finding)).toEqual([hot, cold]);
});
