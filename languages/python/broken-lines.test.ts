/** Lines that end after a dot, which the grammar does not see through. */
import { beforeAll, describe, expect, test } from 'vitest';
import { withoutBrokenLines } from './broken-lines.ts';
import { lowered } from './testing/lowered.ts';
import { prepareParser } from './tree.ts';

beforeAll(() => prepareParser());

describe('a line that ends after a dot', () => {
  test.each([
    ['def f():\n    (bar.\nbaz)\n    use(xs)\n', 'use'],
    ['def f():\n    (bar.\nbaz(\n))\n    use(xs)\n', 'use'],
    ['class A:\n    def f(self):\n        return (bar.  # of course\n\n    # and\n    baz(1))\n\n    def g(self):\n        use(xs)\n', 'use'],
    ['def f():\r\n    (bar.\r\nbaz)\r\n    use(xs)\r\n', 'use'],
  ])('%j is read, and all of it stands where it stood', (text, name) => {
    const model = lowered(text);
    expect(model.broken).toBe(false);
    const call = model.calls.find((each) => each.text === name);
    expect(call && text.slice(call.span.start, call.span.end)).toBe('use(xs)');
  });

  test('is not looked for in strings, in comments and outside of parentheses', () => {
    for (const text of ['("a.\\\nb")', '("""a.\nb""")', '(a # b.\n)', 'a.\nb', "('\\'a.' # (.\n)"]) expect(withoutBrokenLines(text)).toBe(null);
  });

  test('leaves texts alone that are wrong elsewhere', () => {
    expect(lowered('def f():\n    (bar.\nbaz)\n    x = = 1\n').broken).toBe(true);
  });

  test('is as long as before', () => {
    const text = 'f(a. # b\n\n  c, [d.\r\ne], "x.\\\ny")\nz.\nw';
    const other = withoutBrokenLines(text);
    expect(other).toBe('f(a.        c, [d.  e], "x.\\\ny")\nz.\nw');
    expect(other).toHaveLength(text.length);
  });
});
