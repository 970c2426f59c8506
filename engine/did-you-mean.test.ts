import { expect, test } from 'vitest';
import { closestName, didYouMean } from './did-you-mean.ts';

const names = ['list-as-set', 'nested-loop-lookup', 'src'];

test('a slip of the hand finds the name, something else finds nothing', () => {
  expect(closestName('list-as-sett', names)).toBe('list-as-set');
  expect(closestName('Nested-Loop-Lokup', names)).toBe('nested-loop-lookup');
  expect(closestName('scr', names)).toBe('src');
  expect(closestName('xyz', names)).toBeNull();
  expect(closestName('n-plus-one-query', names)).toBeNull();
  expect(didYouMean('nope', [])).toBe('');
  expect(didYouMean('list-as-st', names)).toBe(' Did you mean `list-as-set`?');
});
