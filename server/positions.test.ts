import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { chooseEncoding, type Encoding, positionsOf, positionsOfText } from './positions.ts';

// One unit, two, three and four bytes in UTF-8; the last is two units in UTF-16.
const line = 'aé€😀b';

describe('columns', () => {
  test.each<[Encoding, number[]]>([
    ['utf-16', [0, 1, 2, 3, 5, 6]],
    ['utf-8', [0, 1, 3, 6, 10, 11]],
    ['utf-32', [0, 1, 2, 3, 4, 5]],
  ])('in %s', (encoding, columns) => {
    const offsets = [0, 1, 2, 3, 5, 6].map((offset) => offset + 2);
    const positions = positionsOfText(`x\n${line}\r\ny`, encoding);
    expect(offsets.map((offset) => positions.positionAt(offset))).toEqual(columns.map((character) => ({ line: 1, character })));
    expect(columns.map((character) => positions.offsetAt({ line: 1, character }))).toEqual(offsets);
  });

  test('inside of a character count from its start', () => {
    expect(positionsOfText(line, 'utf-8').offsetAt({ line: 0, character: 8 })).toBe(3);
    expect(positionsOfText(line, 'utf-8').positionAt(4)).toEqual({ line: 0, character: 6 });
    expect(positionsOfText(line, 'utf-32').positionAt(4)).toEqual({ line: 0, character: 3 });
  });

  test.each<Encoding>(['utf-8', 'utf-16', 'utf-32'])('outside of the text in %s are moved inside', (encoding) => {
    const positions = positionsOfText('ab\r\ncd', encoding);
    expect(positions.offsetAt({ line: 0, character: 99 })).toBe(2);
    expect(positions.offsetAt({ line: 9, character: 0 })).toBe(6);
    expect(positions.offsetAt({ line: -1, character: 3 })).toBe(0);
  });

  test.each<Encoding>(['utf-8', 'utf-16', 'utf-32'])('come back to their offset in %s', (encoding) => {
    const text = fc.array(fc.constantFrom('a', 'é', '€', '😀', '\n', '\r\n', '\r'), { maxLength: 20 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text, (value) => {
        const positions = positionsOfText(value, encoding);
        let offset = 0;
        for (const character of value) {
          const insideLineEnd = value.charAt(offset - 1) === '\r' && character === '\n';
          if (!insideLineEnd) expect(positions.offsetAt(positions.positionAt(offset))).toBe(offset);
          offset += character.length;
        }
      }),
    );
  });
});

test('a byte order mark has no column on disk, but has one where the client sent it', () => {
  const text = '\uFEFFab\nc';
  expect(positionsOfText(text, 'utf-16').positionAt(1)).toEqual({ line: 0, character: 0 });
  expect(positionsOfText(text, 'utf-8').positionAt(2)).toEqual({ line: 0, character: 1 });
  expect(positionsOfText(text, 'utf-16').offsetAt({ line: 0, character: 1 })).toBe(2);
  expect(positionsOf(TextDocument.create('', '', 0, text), 'utf-16').positionAt(1)).toEqual({ line: 0, character: 1 });
});

test.each([
  [undefined, 'utf-16'],
  [[], 'utf-16'],
  [['utf-16', 'utf-8'], 'utf-16'],
  [['utf-8', 'utf-16'], 'utf-8'],
  [['utf-7', 'utf-32'], 'utf-32'],
])('of %j we speak %s', (offered, chosen) => expect(chooseEncoding(offered)).toBe(chosen));
