import { expect, test } from 'vitest';
import { absolutePath, isInside, joinPath, parentOf, resolveRelative, shownFrom } from './paths.ts';

test('parents end at the top', () => {
  expect(parentOf('/a/b')).toBe('/a');
  expect(parentOf('/a')).toBe('/');
  expect(parentOf('/')).toBeNull();
  expect(parentOf('C:/a')).toBe('C:/');
  expect(parentOf('C:/')).toBeNull();
});

test('inside is by folder, not by prefix', () => {
  expect(isInside('/a/b', '/a')).toBe(true);
  expect(isInside('/a', '/a')).toBe(true);
  expect(isInside('/ab', '/a')).toBe(false);
  expect(isInside('/a', '/')).toBe(true);
});

test('shown, joined, resolved', () => {
  expect(shownFrom('/a', '/a/b/c')).toBe('b/c');
  expect(shownFrom('/', '/b')).toBe('b');
  expect(shownFrom('/x', '/a/b')).toBe('/a/b');
  expect(joinPath('/', 'a')).toBe('/a');
  expect(resolveRelative('/a/b', '../c.json')).toBe('/a/c.json');
  expect(resolveRelative('/a', './src/')).toBe('/a/src');
  expect(resolveRelative('/a', 'c.json')).toBeNull();
  expect(resolveRelative('/a', '.hidden')).toBeNull();
  expect(absolutePath('b/', '/a')).toBe('/a/b');
});
