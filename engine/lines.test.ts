import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dominantLineEnd, linesOf } from './lines.ts';

test('positions are one-based', () => {
  const lines = linesOf('ab\ncd');
  expect(lines.positionAt(0)).toEqual({ line: 1, column: 1 });
  expect(lines.positionAt(2)).toEqual({ line: 1, column: 3 });
  expect(lines.positionAt(3)).toEqual({ line: 2, column: 1 });
  expect(lines.positionAt(5)).toEqual({ line: 2, column: 3 });
});

test('CRLF is one line end, a lone CR is one, U+2028 is none', () => {
  const lines = linesOf('a\r\nb\rc\u2028d\ne');
  expect(lines.count).toBe(4);
  expect([1, 2, 3, 4].map((line) => lines.textOf(line))).toEqual(['a', 'b', 'c\u2028d', 'e']);
  expect(lines.positionAt(2)).toEqual({ line: 1, column: 3 });
});

test('an empty text has one empty line, and a final line end opens another', () => {
  expect(linesOf('').count).toBe(1);
  expect(linesOf('').positionAt(7)).toEqual({ line: 1, column: 1 });
  expect(linesOf('a\n').count).toBe(2);
  expect(linesOf('a\n').textOf(2)).toBe('');
});

test('a byte order mark has no column', () => {
  const lines = linesOf('\uFEFFab\ncd');
  expect(lines.positionAt(1)).toEqual({ line: 1, column: 1 });
  expect(lines.positionAt(0)).toEqual({ line: 1, column: 1 });
  expect(lines.offsetAt({ line: 1, column: 2 })).toBe(2);
  expect(lines.textOf(1)).toBe('ab');
  expect(lines.positionAt(4)).toEqual({ line: 2, column: 1 });
});

test('places outside of the text are moved inside', () => {
  const lines = linesOf('ab\r\ncd');
  expect(lines.offsetAt({ line: 1, column: 99 })).toBe(2);
  expect(lines.offsetAt({ line: 99, column: 1 })).toBe(6);
  expect(lines.offsetAt({ line: 0, column: 5 })).toBe(0);
  expect(lines.positionAt(-3)).toEqual({ line: 1, column: 1 });
});

test('offsetAt is the opposite of positionAt, except inside a CRLF', () => {
  const piece = fc.constantFrom('a', 'b', '\n', '\r\n', '\r', '\u2028', '💡');
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      const lines = linesOf(text);
      for (let offset = 0; offset <= text.length; offset++) {
        if (text[offset - 1] === '\r' && text[offset] === '\n') continue;
        expect(lines.offsetAt(lines.positionAt(offset))).toBe(offset);
      }
    }),
  );
});

test('the dominant line end is the more frequent one', () => {
  expect(dominantLineEnd('a\r\nb\r\nc\n')).toBe('\r\n');
  expect(dominantLineEnd('a\r\nb\nc\n')).toBe('\n');
  expect(dominantLineEnd('a')).toBe('\n');
});
