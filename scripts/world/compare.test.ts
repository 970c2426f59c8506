import { expect, test } from 'vitest';
import { baselineOf, changesSince, countOf } from './compare.ts';
import type { Outcome } from './test-report.ts';

const run = (outcomes: Record<string, Outcome>): Map<string, Outcome> => new Map(Object.entries(outcomes));

test('a test that says two things, or comes and goes, is flaky', () => {
  const { stable, flaky } = baselineOf(run({ a: 'passed', b: 'passed', c: 'failed' }), run({ a: 'passed', b: 'failed', c: 'failed', d: 'passed' }));
  expect([...stable.keys()]).toEqual(['a', 'c']);
  expect(flaky).toEqual(['b', 'd']);
});

test('every stable test that says something else counts, also one that is gone, new or passes now', () => {
  const baseline = baselineOf(
    run({ same: 'passed', broken: 'passed', gone: 'skipped', mended: 'failed', flaky: 'passed' }),
    run({ same: 'passed', broken: 'passed', gone: 'skipped', mended: 'failed', flaky: 'failed' }),
  );
  const changes = changesSince(baseline, run({ same: 'passed', broken: 'failed', mended: 'passed', flaky: 'failed', new: 'passed' }));
  expect(changes).toEqual([
    { test: 'broken', before: 'passed', after: 'failed' },
    { test: 'gone', before: 'skipped', after: 'absent' },
    { test: 'mended', before: 'failed', after: 'passed' },
    { test: 'new', before: 'absent', after: 'passed' },
  ]);
});

test('counts outcomes', () => expect(countOf(run({ a: 'passed', b: 'failed', c: 'passed' }), 'passed')).toBe(2));
