import { describe, expect, test } from 'vitest';
import { countText, growthTable } from './growth-table.ts';

const columns = (growth: string, roundTrips = false): [string[], (string | null)[]] | null => {
  const table = growthTable(growth, { roundTrips });
  return table && [table.rows.map(({ now }) => now), table.rows.map(({ after }) => after)];
};

describe('steps now and after', () => {
  test.each([
    ['O(users × banned)', ['10 thousand', '100 million', '1 trillion'], ['200', '20 thousand', '2 million']],
    ['O(users²)', ['10 thousand', '100 million', '1 trillion'], ['100', '10 thousand', '1 million']],
    ['O(users[].orders × this.items)', ['10 thousand', '100 million', '1 trillion'], ['200', '20 thousand', '2 million']],
    ['O(a × b × c)', ['1 million', '1 trillion', '1 quintillion'], ['300', '30 thousand', '3 million']],
    ['O(users × 12)', ['1,200', '120 thousand', '12 million'], ['100', '10 thousand', '1 million']],
    ['O(users × users log users)', ['66 thousand', '1.3 billion', '20 trillion'], ['200', '20 thousand', '2 million']],
  ])('%s', (growth, now, after) => expect(columns(growth)).toEqual([now, after]));

  test.each(['O(users)', 'O(users log users)', 'O(users × banned + orders)'])('%s has no after', (growth) =>
    expect(columns(growth)?.[1]).toEqual([null, null, null]),
  );

  test('round trips become one', () =>
    expect(columns('O(users)', true)).toEqual([
      ['100', '10 thousand', '1 million'],
      ['1', '1', '1'],
    ]));

  test.each(['O(1)', 'O(12)', 'linear', 'O(users ^ 2)', 'O(a log b)', 'O()', ''])('%j says nothing', (growth) => expect(columns(growth)).toBeNull());

  test('names each size once', () => expect(growthTable('O(users × banned + users²)')?.names).toEqual(['users', 'banned']));
});

test.each([
  [0, '0'],
  [1, '1'],
  [9_999, '10 thousand'],
  [1_234, '1,200'],
  [123_456, '120 thousand'],
  [999_999, '1 million'],
  [1e18, '1 quintillion'],
  [1e24, 'more than anybody can wait for'],
])('%d reads %s', (count, text) => expect(countText(count)).toBe(text));
