/** Each verdict was taken from what is known of the expression, and held against how the time of a real matcher grows. */
import { expect, test } from 'vitest';
import { backtrackingOf } from './backtracking.ts';

test.each([
  ['(a+)+$', 'exponential'],
  ['(a+)+b', 'exponential'],
  ['(a*)*$', 'exponential'],
  ['(a|a)*$', 'exponential'],
  ['(x+x+)+y', 'exponential'],
  ['^(\\w+\\s?)*$', 'exponential'],
  ['^(([a-z])+.)+[A-Z]([a-z])+$', 'exponential'],
  ['^(\\d{1,3},?)+$', 'exponential'],
  ['^\\S+@\\S+\\.\\S+$', 'polynomial'],
  ['^[-+]?\\d*\\.?\\d+$', 'polynomial'],
  ['^(.*),(.*),(.*)$', 'polynomial'],
  ['\\s+$', 'restarts'],
  ['^\\s+|\\s+$', 'restarts'],
  ['<[^>]+>', 'restarts'],
  ['(a+)+', null],
  ['^\\s*(.*?)\\s*$', null],
  ['([\\s\\S]*)*$', null],
  ['^\\w+@\\w+\\.\\w+$', null],
  ['^[\\w-]+(\\.[\\w-]+)*$', null],
  ['^(ab|a)(bc|c)$', null],
  ['^(?:[^"\\\\]|\\\\.)*$', null],
  ['^a{1,50}a{1,50}$', null],
  ['(a+)+\\1$', null],
  ['(?=a)(a+)+$', null],
  ['(a+', null],
  ['[a', null],
  ['a**', null],
] as const)('%s is %s', (source, expected) => expect(backtrackingOf(source, '')).toBe(expected));

test('what flags and calls say counts', () => {
  expect(backtrackingOf('^(a|A)*$', '')).toBe(null);
  expect(backtrackingOf('^(a|A)*$', 'i')).toBe('exponential');
  expect(backtrackingOf('\\s+x', '', { begins: true })).toBe(null);
  expect(backtrackingOf('(a+)+', '', { ends: true })).toBe('exponential');
});
