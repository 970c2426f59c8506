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

test.each([
  ['copies of what reads nothing', '^(((){99}){99}){99}(a+)+$'],
  ['many pairs of states', `^(?:${'ab|ac|'.repeat(25)}d)*$`],
  ['many alternatives', `${'a{99}b*c|'.repeat(80)}(a+)+$`],
  ['more than a thousand characters', `^${'a?'.repeat(10)}(a+)+${'(?:)'.repeat(250)}$`],
  ['more than fifty levels', `^${'('.repeat(60)}(a+)+${')'.repeat(60)}$`],
])('it is given up: %s', (_, source) => expect(backtrackingOf(source, '')).toBe(null));

test('a hundred thousand levels', () => {
  expect(backtrackingOf('('.repeat(100_000), '')).toBe(null);
});

test.each([
  ['^[\\w\\u4e00-\\u9fa5]+(-[\\w\\u4e00-\\u9fa5]+)*$', '', null],
  ['^([a-z]|[^\\x00-\\x7F])+$', '', null],
  ['^([a-z]|[\\x21-\\x2c])+$', '', null],
  ['^([+-]|[\\x21-\\x2c])+$', '', 'exponential'],
  ['^(\\t|[\\t-\\r])+$', '', 'exponential'],
  ['^(-|[\\t-\\r])+$', '', null],
  ['^(b|[a-\\x63])+$', '', 'exponential'],
  ['^(b|[\\u{61}-\\u{63}])+$', 'u', 'exponential'],
  ['^(b|[\\u{61}-\\u{63}])+$', '', null],
  ['^(-|[\\w-])+$', '', 'exponential'],
  ['^(-|[\\w-x])+$', '', null],
  ['^(-|[!-\\d])+$', '', null],
  ['^[^](a+)+$|]', '', 'exponential'],
] as const)('what stands in a set: %s with flags "%s" is %s', (source, flags, expected) => expect(backtrackingOf(source, flags)).toBe(expected));

test('what one language alone means', () => {
  expect(backtrackingOf('^(a+)+$', 'v')).toBe(null);
  expect(backtrackingOf('\\A(a+)+\\Z', '')).toBe(null);
  expect(backtrackingOf('\\A(a+)+\\Z', '', { isPython: true })).toBe('exponential');
  expect(backtrackingOf('^(a{,3})+$', '')).toBe(null);
  expect(backtrackingOf('^(a{,3})+$', '', { isPython: true })).toBe('exponential');
  expect(backtrackingOf('^(]|[]a])+$', '', { isPython: true })).toBe('exponential');
});
