import { expect, test } from 'vitest';
import type { FileState } from './checks.ts';
import { statusOf } from './status.ts';

const status = (facts: Partial<NonNullable<FileState['facts']>> | null) => {
  const all = { tier: 'types', skipped: null, problems: [], broken: false, milliseconds: 12.4, suppressed: 0, ...facts } as const;
  return statusOf({ file: { uri: 'file:///a.ts' }, shown: [], fresh: true, facts: facts && all } as unknown as FileState, 3);
};

test('all is well', () =>
  expect(status({})).toEqual({ uri: 'file:///a.ts', state: 'ready', files: 3, milliseconds: 12, skipped: null, problems: [] }));

test.each([
  ['skipped', status({ skipped: 'minified' }), { skipped: 'minified' }],
  ['turned off', status(null), { skipped: 'scalelint is off in the settings' }],
  ['too slow', status({ milliseconds: 12_000 }), { problems: ['The check of this file took 12 seconds.'] }],
  ['failed', status({ problems: [{ file: null, span: null, level: 'error', message: 'A rule failed.' }] }), { problems: ['A rule failed.'] }],
])('%s is limited, and says why', (_, found, part) => expect(found).toMatchObject({ state: 'limited', ...part }));

test('a note is no limit', () => expect(status({ problems: [{ file: null, span: null, level: 'note', message: 'x' }] }).state).toBe('ready'));
