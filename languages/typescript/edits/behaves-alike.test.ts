/**
 * Safe fixes on random nasty lists: NaN, -0, holes, duplicates, undefined, nothing at all.
 */

import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FixIntent } from '../../../model/finding.ts';
import type { Find } from './testing/try-fix.ts';
import { behaviour, tryFix } from './testing/try-fix.ts';

const number = fc.constantFrom<number>(NaN, -0, 0, 1, 2, Infinity, 0.1);
const string = fc.constantFrom('', 'a', 'b', 'NaN', '__proto__');
const maybe = fc.constantFrom<string | undefined>(undefined, 'a', 'b');
const holed = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.array(fc.option(item, { nil: null, freq: 6 }), { maxLength: 7 }).map((items) => {
    const list: T[] = new Array(items.length);
    items.forEach((value, i) => {
      if (value !== null) list[i] = value;
    });
    return list;
  });
const full = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(item, { maxLength: 7 });
const row = <T>(key: fc.Arbitrary<T>): fc.Arbitrary<{ k: T; n: number }> => fc.record({ k: key, n: fc.nat(9) });

const before =
  (call: string, loop: string) =>
  (find: Find): FixIntent => ({ kind: 'index-before-loop', file: find.file, loop: find.loop(loop), call: find.call(call), form: '' });
const beside =
  (call: string, loop: string) =>
  (find: Find): FixIntent => ({
    kind: 'index-beside-list',
    file: find.file,
    loop: find.loop(loop),
    call: find.call(call),
    form: '',
    declaration: { start: 0, end: 0 },
    grows: [],
  });

const R = '{ k: string; n: number }';
const N = '{ k: number; n: number }';

it.each<[string, string, (find: Find) => FixIntent, fc.Arbitrary<unknown[]>]>([
  [
    'includes of numbers',
    'export const run = (xs: number[], ys: number[]) => xs.map((x) => ys.includes(x));',
    before('ys.includes(x)', 'xs.map('),
    fc.tuple(holed(number), holed(number)),
  ],
  [
    'includes of undefined',
    'export const run = (xs: (string | undefined)[], ys: (string | undefined)[]) => xs.map((x) => ys.includes(x));',
    before('ys.includes(x)', 'xs.map('),
    fc.tuple(holed(maybe), holed(maybe)),
  ],
  [
    'indexOf of numbers',
    'export const run = (xs: number[], ys: number[]) => xs.map((x) => ys.indexOf(x) > -1);',
    before('ys.indexOf(x)', 'xs.map('),
    fc.tuple(full(number), holed(number)),
  ],
  [
    'indexOf of strings',
    'export const run = (xs: string[], ys: string[]) => xs.map((x) => ys.indexOf(x) < 0);',
    before('ys.indexOf(x)', 'xs.map('),
    fc.tuple(full(string), holed(string)),
  ],
  [
    'some',
    `export const run = (xs: ${N}[], ys: ${N}[]) => xs.map((x) => ys.some((y) => y.k === x.k));`,
    before('ys.some((y) => y.k === x.k)', 'xs.map('),
    fc.tuple(full(row(number)), holed(row(number))),
  ],
  [
    'every',
    `export const run = (xs: ${R}[], ys: ${R}[]) => xs.map((x) => ys.every((y) => x.k !== y.k));`,
    before('ys.every((y) => x.k !== y.k)', 'xs.map('),
    fc.tuple(full(row(string)), holed(row(string))),
  ],
  [
    'find',
    `export const run = (xs: ${N}[], ys: ${N}[]) => xs.map((x) => ys.find((y) => y.k === x.k)?.n);`,
    before('ys.find((y) => y.k === x.k)', 'xs.map('),
    fc.tuple(full(row(number)), full(row(number))),
  ],
  [
    'find, the element itself',
    `export const run = (xs: ${R}[], ys: ${R}[]) => xs.map((x) => ys.indexOf(ys.find((y) => y.k === x.k)!));`,
    before('ys.find((y) => y.k === x.k)', 'xs.map('),
    fc.tuple(full(row(string)), full(row(string))),
  ],
  [
    'filter',
    `export const run = (xs: ${N}[], ys: ${N}[]) => xs.map((x) => ys.filter((y) => y.k === x.k).map((y) => y.n));`,
    before('ys.filter((y) => y.k === x.k)', 'xs.map('),
    fc.tuple(full(row(number)), holed(row(number))),
  ],
  [
    'filter, then changed',
    `export const run = (xs: ${R}[], ys: ${R}[]) => xs.map((x) => { const mine = ys.filter((y) => y.k === x.k); mine.pop(); return mine; });`,
    before('ys.filter((y) => y.k === x.k)', 'xs.map('),
    fc.tuple(full(row(string)), holed(row(string))),
  ],
  [
    'keys',
    'export const run = (xs: string[], o: Record<string, number>) => xs.map((x) => Object.keys(o).includes(x));',
    before('Object.keys(o).includes(x)', 'xs.map('),
    fc.tuple(holed(string), fc.dictionary(fc.constantFrom('a', 'b', ''), fc.nat())),
  ],
  [
    'beside',
    'export function run(xs: number[], seen0: number[]) { const seen = seen0.slice(); for (const x of xs) if (!seen.includes(x)) seen.push(x); return seen; }',
    beside('seen.includes(x)', 'for (const x'),
    fc.tuple(holed(number), holed(number)),
  ],
  [
    'inner loop',
    `export function run(as: ${N}[], bs: ${N}[]) { const out: number[] = []; for (const a of as) { for (const b of bs) { if (a.k === b.k) { out.push(b.n); if (b.n > 5) break; } } } return out; }`,
    (find) => ({ kind: 'index-inner-loop', file: find.file, loop: find.loop('for (const a'), inner: find.loop('for (const b') }),
    fc.tuple(full(row(number)), full(row(number))),
  ],
])('%s', (_name, code, intent, inputs) => {
  const { fix, after } = tryFix({ code, intent });
  expect(fix).toMatchObject({ level: 'safe' });
  fc.assert(
    fc.property(inputs, (input) => {
      const copy = (): unknown[] => structuredClone(input);
      expect(behaviour(after ?? '', copy()), inspect(input)).toBe(behaviour(code, copy()));
    }),
    { numRuns: 150 },
  );
});
