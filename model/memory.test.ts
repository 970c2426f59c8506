import { expect, test } from 'vitest';
import { createMemory, noteChanges, noteFile, remember, rememberSettled } from './memory.ts';

const a = {};
const b = {};

test('an answer that asks for itself is found in full, and remembered', () => {
  const memory = createMemory(false);
  let found = 0;
  const steps = (deep: number): number[] =>
    rememberSettled(memory, 'steps', a, () => {
      found++;
      return [deep, ...(deep < 2 ? steps(deep + 1) : [])];
    });
  expect(steps(0)).toEqual([0, 1, 2]);
  expect(steps(0)).toEqual([0, 1, 2]);
  expect(found).toBe(3);
});

test('an answer that rests on one that is still being found is found anew', () => {
  const memory = createMemory(false);
  const size = (): number => remember(memory, 'size', a, 0, () => 1 + twice());
  const twice = (): number => rememberSettled(memory, 'twice', b, () => 2 * size());
  expect(size()).toBe(1);
  expect(twice()).toBe(2);
});

test('an answer whose parts ask for each other is remembered once all of them are found', () => {
  const memory = createMemory(false);
  let found = 0;
  const even = (): boolean => remember(memory, 'even', a, true, () => !odd());
  const odd = (): boolean => remember(memory, 'odd', b, false, () => !even());
  const both = (): boolean[] =>
    rememberSettled(memory, 'both', a, () => {
      found++;
      return [even(), odd()];
    });
  expect(both()).toEqual(both());
  expect(found).toBe(1);
});

test('where files change it is found anew when one that it rests on did', () => {
  const memory = createMemory(true);
  let found = 0;
  const steps = (): number =>
    rememberSettled(memory, 'steps', a, () => {
      noteFile(memory, 'a.py');
      return ++found;
    });
  expect(steps()).toBe(1);
  noteChanges(memory, ['b.py']);
  expect(steps()).toBe(1);
  noteChanges(memory, ['a.py']);
  expect(steps()).toBe(2);
});
