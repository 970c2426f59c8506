/** Runs every case of every rule and every trap: the rules' specification, and the promises of their fixes. The language is explained in test/cases/README.md. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { WITHOUT_PYTHON } from './behaviour/python-worker.ts';
import { askFacts } from './cases/ask-facts.ts';
import { joinFiles, languageOf } from './cases/case-file.ts';
import { caseGroups, fixedPath, readCase } from './cases/discover.ts';
import { compare, describe as describePlace } from './cases/expectations.ts';
import { checkFixes, executed } from './cases/fix-checks.ts';
import type { Found } from './cases/found.ts';
import { factFailures } from './cases/function-facts.ts';
import { lint } from './cases/linter.ts';
import { errorsOf, isUnused, unexpectedErrors } from './cases/type-errors.ts';

const UPDATE = process.env.UPDATE === '1';
const TIMEOUT = 120_000;

for (const { name, paths } of caseGroups()) {
  describe(name, () => {
    for (const path of paths) {
      describe(basename(path), () => {
        const subject = readCase(path);
        const isPython = languageOf(subject.name) === 'python';
        const skip = isPython && WITHOUT_PYTHON;
        let linted: ReturnType<typeof lint> | null = null;
        const once = (): ReturnType<typeof lint> => (linted ??= lint(subject.files, subject.packages));

        test(`is valid ${isPython ? 'Python' : 'TypeScript'}`, { timeout: TIMEOUT, skip }, async () => {
          const errors = await errorsOf(subject.files, subject.packages);
          const bad = unexpectedErrors(errors, subject.packages).filter((error) => !isUnused(error));
          succeed(bad.map((error) => describePlace(subject, error.file, error.line, 'no error', `${error.code}: ${error.message}`)));
        });

        test('reports what is marked and nothing else', { timeout: TIMEOUT }, async () => {
          const { found, problems } = await once();
          succeed([...problems, ...compare(subject, found)]);
        });

        test('hints say why they are no warnings', { timeout: TIMEOUT }, async () => {
          succeed((await once()).found.flatMap((each) => unexplained(each)));
        });

        test('fixes keep their promises', { timeout: TIMEOUT, skip }, async () => {
          const fixed = await checkFixes(subject, await once());
          succeed(fixed.complaints);
          compareFixed(fixedPath(path), fixed.any ? joinFiles(fixed.files, subject.name) : null);
        });

        if (subject.markers.some(({ marker }) => marker.kind === 'bound' || marker.kind === 'effect')) {
          test('bounds and effects', { timeout: TIMEOUT }, async () => {
            succeed(await factFailures(subject, askFacts));
          });
        }
      });
    }
  });
}

// Not run alone: it says something of all the tests above.
test('safe fixes were run on enough generated inputs', { skip: WITHOUT_PYTHON }, () => {
  expect(executed.byTypeScript + executed.byPython, JSON.stringify(executed)).toBeGreaterThan(10_000);
});

/** Rules whose level depends on what the code shows. */
const EXPLAINED = new Set([
  'client-per-request',
  'cpu-work-in-handler',
  'filter-in-application',
  'invariant-work-in-loop',
  'lazy-relation-in-loop',
  'list-as-set',
  'missing-index',
  'missing-timeout',
  'n-plus-one-query',
  'nested-loop-lookup',
  'quadratic-accumulation',
  'redis-keys-scan',
  'sequential-independent-awaits',
  'sort-in-loop',
  'string-building-in-loop',
  'super-linear-regex',
  'sync-io-in-hot-path',
]);

function unexplained({ rule, file, line, severity, evidence }: Found): string[] {
  const isExplained = evidence.some((each) => each.startsWith('by itself a hint: '));
  return EXPLAINED.has(rule) && isExplained !== (severity === 'hint') ? [`${file}:${line + 1} is a ${severity}: ${evidence.join(', ')}`] : [];
}

function succeed(failures: readonly string[]): void {
  if (failures.length > 0) expect.fail(`\n\n${failures.join('\n\n')}\n`);
}

/** The `.fixed` file exists exactly when some fix is offered. `UPDATE=1` writes it. */
function compareFixed(path: string, text: string | null): void {
  if (UPDATE) {
    if (text === null) rmSync(path, { force: true });
    else writeFileSync(path, text);
    return;
  }
  const recorded = existsSync(path) ? readFileSync(path, 'utf8') : null;
  if (text === null && recorded !== null) expect.fail(`${basename(path)} exists, but no fix is offered`);
  if (text !== null && recorded === null) expect.fail(`${basename(path)} is missing; run with UPDATE=1 to write it, then read it:\n${text}`);
  expect(text).toBe(recorded);
}
