import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { expect, test } from 'vitest';
import { plain } from '../colors.ts';
import { lookup, root, sample, sources } from '../testing/sample.ts';
import { type ResultSpec, resultOf, rules } from '../testing.ts';
import { lineHashes } from './fingerprint.ts';
import { openReport } from './open-report.ts';
import { sarifLog } from './sarif.ts';
import { linkMessage } from './sarif-message.ts';

// Written in draft 4, whose keywords it uses only as far as draft 7 has them too.
const official = JSON.parse(
  readFileSync(
    createRequire(import.meta.url)
      .resolve('@microsoft/jest-sarif')
      .replace(/lib\/.*$/, 'lib/schemas/sarif-2.1.0-rtm.5.json'),
    'utf8',
  ),
) as Record<string, unknown>;
const { id: _, ...schema } = { ...official, $schema: 'http://json-schema.org/draft-07/schema#' } as Record<string, unknown>;
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

const reportOf = (result = sample, cwd = root) =>
  openReport({
    result,
    minimum: 'info',
    io: { cwd, env: {}, columns: 100 },
    rules,
    ruleDoc: (rule) => `# ${rule}`,
    milliseconds: 1,
    options: { quiet: false, verbose: false, paths: [], fixing: false },
    colors: plain,
  });

async function logOf(result = sample, cwd = root): Promise<Log> {
  const log = await sarifLog(reportOf(result, cwd));
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  return log;
}

const resultsOf = (log: Log) => log.runs[0]?.results ?? [];

test('the official schema accepts it, and it accepts an empty run', async () => {
  await logOf();
  await logOf(resultOf({ sources: {} }));
  await logOf(
    resultOf({
      sources,
      problems: [
        { file: null, span: null, message: 'x', level: 'fatal' },
        { file: `${root}/src/owners.ts`, span: { start: 3, end: 5 }, message: 'y', level: 'error' },
      ],
    }),
  );
});

test('the schema is really applied', () => {
  expect(validate({ version: '2.1.0', runs: [{}] })).toBe(false);
});

test('paths are relative to the repository and percent-encoded', async () => {
  const [first] = resultsOf(await logOf());
  expect(first?.locations?.[0]?.physicalLocation).toEqual({
    artifactLocation: { uri: 'src/a%20b/report.ts', uriBaseId: '%SRCROOT%' },
    region: { startLine: 9, startColumn: 7, endLine: 9, endColumn: 31 },
  });
});

test('every step of the path is linked from the message, and is a code flow', async () => {
  const query = resultsOf(await logOf())[1];
  expect(query?.message.text).toContain('(1)');
  expect(query?.message.text).toContain('Path: [calls findOwner](2) → [queries owner](3).');
  expect(query?.relatedLocations?.map(({ id, message }) => [id, message?.text])).toEqual([
    [1, 'loop over users'],
    [2, 'calls findOwner'],
    [3, 'queries owner'],
  ]);
  expect(query?.codeFlows?.[0]?.threadFlows[0]?.locations.map(({ location }) => location?.physicalLocation?.artifactLocation?.uri)).toEqual([
    'src/a%20b/report.ts',
    'src/a%20b/report.ts',
    'src/owners.ts',
  ]);
});

test('links', () => {
  expect(linkMessage('`banned.includes(…)` scans all of `banned` once per `user`: O(users × banned).', ['loop over users', 'scans banned'])).toBe(
    '`banned.includes(…)` scans all of `[banned](2)` once per `user`: O([users](1) × banned).',
  );
  expect(linkMessage('`handlers[key](event)` runs.', [])).toBe('`handlers\\[key](event)` runs.');
  expect(linkMessage('Slow.', ['loop over xs[i]'])).toBe('Slow. Path: [loop over xs\\[i\\]](1).');
});

test('fixes, help, suppressions', async () => {
  const log = await logOf();
  const results = resultsOf(log);
  expect(results[0]?.fixes?.[0]?.artifactChanges[0]?.replacements).toEqual([
    { deletedRegion: { startLine: 9, startColumn: 7, endLine: 9, endColumn: 31 }, insertedContent: { text: 'bannedSet.has(user.id)' } },
  ]);
  expect(results.map(({ fixes }) => fixes?.length ?? 0)).toEqual([1, 0, 1, 0, 0]);
  expect(results.map(({ suppressions }) => suppressions)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    [{ kind: 'inSource', justification: 'at most three' }],
  ]);
  expect(results.map(({ level }) => level)).toEqual(['warning', 'error', 'warning', 'note', 'warning']);
  expect(log.runs[0]?.tool.driver.rules?.map(({ help }) => help?.markdown)).toEqual([
    '# nested-loop-lookup',
    '# n-plus-one-query',
    '# sync-io-in-hot-path',
  ]);
});

test('what was not checked is said', async () => {
  const invocation = (await logOf()).runs[0]?.invocations?.[0];
  expect(invocation?.executionSuccessful).toBe(true);
  expect(invocation?.toolExecutionNotifications?.map(({ message }) => message.text)).toContain('Not checked: larger than 1 MiB.');
});

test('fingerprints survive moved lines and tell equal lines apart', async () => {
  const text = 'for (a of b) {\n  c.includes(a);\n}\nfor (a of b) {\n  c.includes(a);\n}\n';
  const prints = async (spec: ResultSpec) =>
    resultsOf(await logOf(resultOf(spec))).map(({ partialFingerprints }) => partialFingerprints?.['scalelint/v1']);
  const at = (source: string) => ({
    sources: { [`${root}/x.ts`]: source },
    findings: [{ ...lookup, file: `${root}/x.ts`, at: 'c.includes(a)', trace: [] }],
  });
  const [before] = await prints(at(text));
  expect(await prints(at(`// moved\n\n${text.replace('  c.', '      c.')}`))).toEqual([before]);
  expect(await prints(at(text.replaceAll('c.inc', 'd.inc').replaceAll('d.includes(a)', 'c.includes(a), d')))).not.toEqual([before]);
  const twice = at(text);
  const [one, two] = await prints({ ...twice, findings: [...twice.findings, ...twice.findings] });
  expect(one).not.toBe(two);
});

test("GitHub's line hash, checked against values that its own action computes", () => {
  expect(lineHashes('')).toEqual(['c129715d7a2bc9a3:1']);
  expect(lineHashes(' a\nb\n  \t\tc\n d')).toEqual(['271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1']);
  expect(lineHashes('Lorem ipsum dolor sit amet.\n'.repeat(10)).slice(4, 8)).toEqual([
    'a7f2ff13bc495cf2:5',
    'a7f2ff13bc495cf2:6',
    'a7f2ff1481e87703:1',
    'a9cf91f7bbf1862b:1',
  ]);
});

test('runs in different folders do not replace each other', async () => {
  const report = openReport({
    result: sample,
    minimum: 'info',
    io: { cwd: `${root}/src`, env: { GITHUB_WORKSPACE: root }, columns: 100 },
    rules,
    ruleDoc: () => null,
    milliseconds: 1,
    options: { quiet: false, verbose: false, paths: [], fixing: false },
    colors: plain,
  });
  const log = await sarifLog(report);
  expect(log.runs[0]?.automationDetails?.id).toBe('scalelint/src/');
  expect(resultsOf(log)[2]?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({ uri: 'src/owners.ts', uriBaseId: '%SRCROOT%' });
});

test('a run holds no more results than GitHub takes, and keeps the worst', async () => {
  const file = `${root}/x.ts`;
  const findings = Array.from({ length: 25_001 }, (_, i) => ({ file, at: 'x', severity: i === 25_000 ? ('error' as const) : ('info' as const) }));
  const log = await sarifLog(reportOf(resultOf({ sources: { [file]: 'x' }, findings })));
  expect(resultsOf(log)).toHaveLength(25_000);
  expect(resultsOf(log)[0]?.level).toBe('error');
  expect(log.runs[0]?.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toMatch(/^1 finding left out/);
});
