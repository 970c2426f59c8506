import { expect, test } from 'vitest';
import { pathOf, uriOf } from './uris.ts';

test.each([
  ['file:///home/x/a.ts', '/home/x/a.ts'],
  ['file:///home/my%20files/100%25%23.ts', '/home/my files/100%#.ts'],
  ['file:///home/%C3%A9.ts', '/home/é.ts'],
  ['untitled:Untitled-1', null],
  ['git:/home/x/a.ts?ref', null],
  ['file:///home/%E0%A4%A.ts', null],
  ['file://server/share/a.ts', null],
  ['', null],
])('%s', (uri, path) => expect(pathOf(uri, false)).toBe(path));

test.each([
  ['file:///c%3A/My%20Project/a.ts', 'C:/My Project/a.ts'],
  ['file:///C:/a.ts', 'C:/a.ts'],
  ['file://server/share/a.ts', '//server/share/a.ts'],
])('%s on Windows', (uri, path) => expect(pathOf(uri, true)).toBe(path));

test('and back', () => {
  for (const path of ['/home/my files/100%#?.ts', '/é/😀.ts']) expect(pathOf(uriOf(path, false), false)).toBe(path);
  expect(uriOf('C:/My Project/a.ts', true)).toBe('file:///C:/My%20Project/a.ts');
});
