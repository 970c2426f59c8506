import { expect, test } from 'vitest';
import { readFixLog } from './scalelint.ts';

test('reads what --fix says it did, and nothing else', () => {
  const log = [
    'src/a.ts:3:1: info list-as-set: said of what is left',
    'Fixed 2 problems in 1 file (2 rounds)',
    '  src/a b.ts:7  nested-loop-lookup  Build a Set of `ids` before the loop',
    '  nb.ipynb, cell 2:4  list-as-set  Make it a Set (suggestion: please review)',
    'Not applied: 1 fix in the way of others',
    '  Build a Map: overlaps',
    '',
    '  src/c.ts:1  not-this  One',
  ].join('\n');
  expect(readFixLog(log)).toEqual([
    { place: 'src/a b.ts:7', rule: 'nested-loop-lookup', level: 'safe' },
    { place: 'nb.ipynb, cell 2:4', rule: 'list-as-set', level: 'suggestion' },
  ]);
});

test('nothing was fixed', () => expect(readFixLog('Nothing to fix automatically.\n\n')).toEqual([]));
