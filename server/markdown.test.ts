import { expect, test } from 'vitest';
import { markdown, plainText } from './markdown.ts';

test('code is fenced by more back-ticks than it holds', () => {
  expect(markdown.code('a')).toBe('`a`');
  expect(markdown.code('a `b` c')).toBe('``a `b` c``');
  expect(markdown.code('`a`')).toBe('`` `a` ``');
});

test('words of the user become no markup', () => {
  expect(markdown.text('[x](command:rm) <b> *a* _b_ | $c$ &lt;')).toBe('\\[x\\]\\(command:rm\\) \\<b\\> \\*a\\* \\_b\\_ \\| \\$c\\$ \\&lt;');
  expect(markdown.message('`a[*]` scans *all*\n# of it')).toBe('`a[*]` scans \\*all\\* \\# of it');
  expect(markdown.message('an odd ` mark')).toBe('an odd \\` mark');
  expect(markdown.link('a]b', 'file:///x y>.ts')).toBe('[a\\]b](<file:///x%20y%3E.ts>)');
});

test('plain text is left as it is, in columns', () => {
  expect(plainText.message('`a` *b*\nc')).toBe('`a` *b* c');
  expect(plainText.table(['n', 'now'], [['100', '10 thousand']])).toBe('  n           now\n100   10 thousand');
});
