import { expect, test } from 'vitest';
import { linesOf } from '../../engine/lines.ts';
import { plain } from '../colors.ts';
import { codeFrame, type Frame } from './frame.ts';
import { renderMarkdown } from './markdown.ts';
import { expand, widthOf } from './width.ts';
import { count, duration, wrap } from './wrap.ts';

function frame(text: string, expression: string, rest: Partial<Frame> = {}): string {
  const lines = linesOf(text);
  const start = text.indexOf(expression);
  const range = { start: lines.positionAt(start), end: lines.positionAt(start + expression.length) };
  return codeFrame({ lines, range, label: null, notes: [], columns: 60, colors: plain, paint: (shown) => shown, ...rest }).join('\n');
}

test('wide characters, tabs and combining marks are measured as shown', () => {
  expect([widthOf('abc'), widthOf('日本'), widthOf('e\u0301'), widthOf('👍'), widthOf('\tx'), widthOf('ab\tx')]).toEqual([3, 4, 1, 2, 5, 5]);
  expect(expand('a\tb\u0007\u202e')).toBe('a   b\ufffd\ufffd');
});

test('the underline stands below its expression, whatever comes before it', () => {
  expect(frame('if (x) {\n\t日本.f(xs.includes(y));\n}\n', 'xs.includes(y)')).toBe(
    ['  1 │ if (x) {', '> 2 │     日本.f(xs.includes(y));', '    │            ^^^^^^^^^^^^^^', '  3 │ }'].join('\n'),
  );
});

test('notes stand beside their lines, gaps are marked, common indentation goes', () => {
  const text = '  for (a) {\n    1;\n    2;\n    3;\n    f(x);\n  }\n';
  expect(frame(text, 'f(x)', { label: 'scans b', notes: [{ line: 1, message: 'loop over a' }] })).toBe(
    ['  1 │ for (a) {  · loop over a', '    ⋮', '  4 │   3;', '> 5 │   f(x);', '    │   ^^^^ scans b', '  6 │ }'].join('\n'),
  );
});

test('a long line is cut around the expression', () => {
  const shown = frame(`${'a'.repeat(200)} + f(x) + ${'b'.repeat(200)}`, 'f(x)');
  expect(Math.max(...shown.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60);
  const [code = '', marks = ''] = shown.split('\n');
  expect(code.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('f(x)');
});

test('an expression over several lines, and one at the very end of the file', () => {
  expect(frame('f({\n  a,\n});', 'f({\n  a,\n})')).toBe(['> 1 │ f({', '    │ ^^^ to line 3', '  2 │   a,'].join('\n'));
  const text = 'x';
  const lines = linesOf(text);
  const end = lines.positionAt(1);
  expect(codeFrame({ lines, range: { start: end, end }, label: null, notes: [], columns: 60, colors: plain, paint: (shown) => shown })).toEqual([
    '> 1 │ x',
    '    │  ^',
  ]);
});

test('prose wraps with its indentation', () => expect(wrap('aaa bbb ccc ddd', 7, '  ')).toBe('aaa bbb\n  ccc\n  ddd'));

test('numbers for people', () => {
  expect([count(1, 'file'), count(35120, 'line'), duration(12.3), duration(2140)]).toEqual(['1 file', '35,120 lines', '12 ms', '2.1 s']);
});

test('markdown: headings, lists, code, tables, links', () => {
  const source =
    '# Title\n\nSome `code` and **strong**\ntext, [here](https://x.y).\n\n- one\n- two\n  more\n\n```ts bad\nconst a = 1;\n\n# no heading\n```\n\n| n | cost |\n| --- | ---: |\n| 10 | 100 |\n';
  expect(renderMarkdown(source, plain, 80)).toBe(
    'Title\n\nSome `code` and strong text, here (https://x.y).\n\n  • one\n  • two more\n\n  ✗ bad\n    const a = 1;\n\n    # no heading\n\n  n   cost\n  10  100\n',
  );
});
