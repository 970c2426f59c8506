import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shift, smallest } from './shift.ts';

const span = { start: 10, end: 20 };

describe('a place after an edit', () => {
  test.each([
    ['before', { start: 2, end: 4, length: 5 }, { start: 13, end: 23 }],
    ['an insertion where it begins', { start: 10, end: 10, length: 3 }, { start: 13, end: 23 }],
    ['a deletion up to where it begins', { start: 7, end: 10, length: 0 }, { start: 7, end: 17 }],
    ['an insertion where it ends', { start: 20, end: 20, length: 3 }, span],
    ['behind', { start: 25, end: 30, length: 0 }, span],
    ['an insertion inside', { start: 15, end: 15, length: 1 }, null],
    ['a replacement of its first character', { start: 10, end: 11, length: 1 }, null],
    ['a replacement over its end', { start: 19, end: 25, length: 0 }, null],
    ['a replacement around it', { start: 5, end: 30, length: 100 }, null],
  ])('%s', (_, change, after) => expect(shift(span, change)).toEqual(after));

  test('holds the same text, whatever is edited', () => {
    const pieces = fc.array(fc.constantFrom('a', 'b', '\n', '😀'), { maxLength: 30 }).map((all) => all.join(''));
    fc.assert(
      fc.property(pieces, pieces, fc.nat(), fc.nat(), fc.nat(), fc.nat(), (text, inserted, a, b, c, d) => {
        const order = (x: number, y: number): [number, number] => {
          const [one, other] = [x % (text.length + 1), y % (text.length + 1)];
          return one < other ? [one, other] : [other, one];
        };
        const [start, end] = order(a, b);
        const [from, to] = order(c, d);
        const after = text.slice(0, from) + inserted + text.slice(to);
        for (const change of [{ start: from, end: to, length: inserted.length }, smallest(text, from, to, inserted)]) {
          const moved = shift({ start, end }, change);
          if (moved !== null) expect(after.slice(moved.start, moved.end)).toBe(text.slice(start, end));
        }
      }),
    );
  });
});

test('of a replacement only what differs counts', () => {
  const text = 'one two three';
  expect(smallest(text, 0, text.length, 'one 2 three')).toEqual({ start: 4, end: 7, length: 1 });
  expect(smallest(text, 0, text.length, text)).toEqual({ start: 13, end: 13, length: 0 });
  expect(smallest('aa', 0, 2, 'a')).toEqual({ start: 1, end: 2, length: 0 });
});
