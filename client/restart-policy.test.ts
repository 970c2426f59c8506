/** When a crashed server is given up. */
import { expect, test } from 'vitest';
import { restartPolicy } from './restart-policy.ts';

const minute = 60_000;

test('four restarts in three minutes, and no fifth', () => {
  const restarts = restartPolicy();
  expect([0, 1, 2, 3, 4].map((second) => restarts(second * 1000))).toEqual([true, true, true, true, false]);
});

test('crashes that are long past do not count', () => {
  const restarts = restartPolicy();
  expect([0, 1, 2, 3, 4, 5, 6].map((at) => restarts(at * minute))).toEqual([true, true, true, true, true, true, true]);
});
