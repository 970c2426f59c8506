import { expect, test } from 'vitest';
import type { Edit, Fix } from '../model/finding.ts';
import { applyFixes, planFixes } from './apply-edits.ts';

const edit = (start: number, end: number, text: string, file = '/a.ts'): Edit => ({ file, span: { start, end }, text });
const fix = (title: string, ...edits: Edit[]): Fix => ({ title, level: 'safe', edits, proofs: [], unproven: [] });
const titles = (fixes: readonly { title: string }[]) => fixes.map((one) => one.title);

test('edits of several fixes are made together', () => {
  const result = applyFixes('abc def ghi', [fix('two', edit(8, 11, 'GHI')), fix('one', edit(0, 3, 'ABC'))]);
  expect(result.text).toBe('ABC def GHI');
  expect(titles(result.applied)).toEqual(['two', 'one']);
});

test('an overlapping fix is dropped whole, its other edits included', () => {
  const result = applyFixes('abcdef ghi', [fix('first', edit(1, 4, 'X')), fix('second', edit(3, 5, 'Y'), edit(7, 10, 'Z'))]);
  expect(result.text).toBe('aXef ghi');
  expect(result.dropped.map((one) => [one.fix.title, one.reason])).toEqual([['second', 'it overlaps with “first”']]);
});

test('replacements that touch conflict, an insertion at the edge of one does not', () => {
  expect(applyFixes('abcd', [fix('a', edit(0, 2, 'X')), fix('b', edit(2, 4, 'Y'))]).text).toBe('Xcd');
  expect(applyFixes('abcd', [fix('a', edit(0, 2, 'X')), fix('b', edit(0, 0, '<'), edit(2, 2, '>'))]).text).toBe('<X>cd');
});

test('an insertion strictly inside of a replacement conflicts', () => {
  expect(titles(applyFixes('abcd', [fix('a', edit(0, 4, 'X')), fix('b', edit(2, 2, '-'))]).applied)).toEqual(['a']);
});

test('equal insertions at one place are made once, different ones in the order of the fixes', () => {
  const same = [fix('a', edit(0, 0, 'const s = 1;\n'), edit(0, 1, 'A')), fix('b', edit(0, 0, 'const s = 1;\n'), edit(2, 3, 'B'))];
  expect(applyFixes('x y', same).text).toBe('const s = 1;\nA B');
  const different = [fix('a', edit(0, 0, 'const s = 1;\n')), fix('b', edit(0, 0, 'const t = 2;\n'))];
  expect(applyFixes('x', different).text).toBe('const s = 1;\nconst t = 2;\nx');
});

test('a fix may insert the same text twice at one place', () => {
  expect(applyFixes('x', [fix('a', edit(0, 0, '('), edit(0, 0, '('))]).text).toBe('((x');
});

test.each([
  ["\nimport { stat } from 'fs/promises';", "\nimport { readFile } from 'fs/promises';"],
  ["\nconst { stat } = require('fs/promises');", "\nconst { readFile } = require('fs/promises');"],
  ['from asyncio import sleep\n', 'from asyncio import gather\n'],
])('of two lines that import from one module one is added, so that the other name joins it: %j', (one, other) => {
  const { applied, dropped } = applyFixes('a b', [fix('a', edit(0, 0, one)), fix('b', edit(0, 0, other))]);
  expect([titles(applied), dropped.length]).toEqual([['a'], 1]);
  const apart = applyFixes('a b', [fix('a', edit(0, 0, one)), fix('b', edit(2, 2, other.replace(/fs|asyncio/, 'os')))]);
  expect(titles(apart.applied)).toEqual(['a', 'b']);
});

test('the same new name at two places conflicts unless the scopes are apart', () => {
  const text = 'function f() { A }\nfunction g() { B }';
  const fixes = [fix('a', edit(15, 15, 'const s = 1; ')), fix('b', edit(34, 34, 'const s = 1; '))];
  const result = applyFixes(text, fixes);
  expect(titles(result.applied)).toEqual(['a']);
  expect(result.dropped[0]?.reason).toBe('it introduces `s`, as “a” does');
  const apart = applyFixes(text, fixes, (_, offset) => (offset < 18 ? { start: 0, end: 18 } : { start: 19, end: 37 }));
  expect(titles(apart.applied)).toEqual(['a', 'b']);
  const nested = applyFixes(text, fixes, (_, offset) => (offset < 18 ? { start: 0, end: 37 } : { start: 19, end: 37 }));
  expect(titles(nested.applied)).toEqual(['a']);
});

test('the same name in Python conflicts, a comparison or an arrow does not', () => {
  const python = [fix('a', edit(0, 0, 's = set(x)\n')), fix('b', edit(2, 2, 's = set(x)\n'))];
  expect(titles(applyFixes('a\nb\n', python).applied)).toEqual(['a']);
  const harmless = [fix('a', edit(0, 1, 's == 1')), fix('b', edit(2, 3, 's => 1'))];
  expect(titles(applyFixes('a\nb\n', harmless).applied)).toEqual(['a', 'b']);
});

test('a fix with overlapping or impossible edits is dropped', () => {
  const result = applyFixes('abc', [fix('self', edit(0, 2, ''), edit(1, 3, '')), fix('far', edit(2, 9, '')), fix('back', edit(2, 1, ''))]);
  expect(result.text).toBe('abc');
  expect(result.dropped.map((one) => one.reason)).toEqual([
    'its own edits overlap',
    'it edits 2–9, which is outside of the file',
    'it edits 2–1, which is outside of the file',
  ]);
});

test('inserted line ends become those of the file', () => {
  expect(applyFixes('a\r\nb\r\n', [fix('f', edit(3, 3, 'x\ny\r\n'))]).text).toBe('a\r\nx\r\ny\r\nb\r\n');
  expect(applyFixes('a\nb\n', [fix('f', edit(2, 2, 'x\r\n'))]).text).toBe('a\nx\nb\n');
});

test('a byte order mark stays in front', () => {
  expect(applyFixes('\uFEFFab', [fix('f', edit(0, 0, 'x'))]).text).toBe('\uFEFFxab');
  expect(applyFixes('\uFEFFab', [fix('f', edit(0, 2, 'x'))]).text).toBe('\uFEFFxb');
});

test('no fixes change nothing', () => {
  expect(applyFixes('a', [])).toEqual({ text: 'a', applied: [], dropped: [] });
});

test('a fix across files is made in all of them or in none', () => {
  const texts = new Map([
    ['/a.ts', 'aaa'],
    ['/b.ts', 'bbb'],
  ]);
  const fixes = [
    fix('b only', edit(0, 2, 'X', '/b.ts')),
    fix('both', edit(0, 1, 'Y', '/a.ts'), edit(1, 3, 'Y', '/b.ts')),
    fix('a only', edit(1, 2, 'Z', '/a.ts')),
  ];
  const plan = planFixes(fixes, (file) => texts.get(file) ?? null);
  expect([...plan.texts]).toEqual([
    ['/b.ts', 'Xb'],
    ['/a.ts', 'aZa'],
  ]);
  expect(titles(plan.applied)).toEqual(['b only', 'a only']);
  expect(applyFixes('aaa', [fixes[1] as Fix]).dropped[0]?.reason).toContain('/b.ts');
});

test('two pairs of braces around one place conflict, one pair made by two fixes does not', () => {
  const around = (title: string, name: string, at: number) =>
    fix(title, edit(7, 7, `{\n  const ${name} = 1;\n  return `), edit(9, 9, ';\n}'), edit(at, at + 1, name));
  const text = '(x) => ab';
  expect(titles(applyFixes(text, [around('a', 's', 7), around('b', 't', 8)]).applied)).toEqual(['a']);
  expect(applyFixes('(x) => a b', [around('a', 's', 7), around('b', 's', 8)]).applied).toHaveLength(1);
});

test('what is declared inside of braces is no name of the scope around', () => {
  const group = (place: number, name: string) =>
    fix(name, edit(place, place, `const ${name} = new Map();\nxs.forEach((x) => {\n  const group = ${name}.get('}');\n});\n`));
  expect(titles(applyFixes('a;\nb;\n', [group(0, 's'), group(3, 't')]).applied)).toEqual(['s', 't']);
});
