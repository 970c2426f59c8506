import { expect, test } from 'vitest';
import { compileGlobs, isGlob } from './globs.ts';

const matches = (patterns: string[], path: string) => compileGlobs(patterns)(path);

test('without a slash at any depth, with one from the folder', () => {
  expect(matches(['*.gen.ts'], 'src/a.gen.ts')).toBe(true);
  expect(matches(['legacy'], 'src/legacy/a.ts')).toBe(true);
  expect(matches(['legacy/'], 'legacy/deep/a.ts')).toBe(true);
  expect(matches(['src/legacy'], 'src/legacy/a.ts')).toBe(true);
  expect(matches(['src/legacy'], 'other/src/legacy/a.ts')).toBe(false);
  expect(matches(['/legacy'], 'src/legacy/a.ts')).toBe(false);
  expect(matches(['./src/*.ts'], 'src/a.ts')).toBe(true);
  expect(matches(['src/*.ts'], 'src/deep/a.ts')).toBe(false);
  expect(matches(['**/*.{ts,tsx}'], '.hidden/a.tsx')).toBe(true);
});

test('the last pattern that matches decides', () => {
  expect(matches(['src', '!src/keep.ts'], 'src/keep.ts')).toBe(false);
  expect(matches(['!src/keep.ts', 'src'], 'src/keep.ts')).toBe(true);
  expect(matches(['src', '!src/keep.ts'], 'src/a.ts')).toBe(true);
});

test('no patterns match nothing, `.` matches everything', () => {
  expect(matches([], 'a.ts')).toBe(false);
  expect(matches(['.'], 'a/b.ts')).toBe(true);
});

test('globs are told from names', () => {
  expect(isGlob('src/**/*.ts')).toBe(true);
  expect(isGlob('src/{a,b}.ts')).toBe(true);
  expect(isGlob('src/a.ts')).toBe(false);
});
