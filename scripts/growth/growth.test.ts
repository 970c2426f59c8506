import { expect, test } from 'vitest';
import { blocksOf } from './blocks.ts';
import { exponent } from './fit.ts';
import { programs } from './programs.ts';
import { runTypeScript } from './run-typescript.ts';
import { BEGIN, END, growthTable, withTable } from './table.ts';

const list = (costs: readonly number[]) => costs.map((cost, i) => ({ n: 2 ** i, cost }));

test.each([
  [2, [3, 12, 48, 192]],
  [1, [5, 10, 20]],
  [0, [7, 7, 7]],
  [-1, [8, 4, 2]],
])('a cost that grows by n^%i is found to', (power, costs) => {
  expect(exponent(list(costs))).toBeCloseTo(power, 10);
});

test('what disturbs one run does not decide', () => {
  expect(exponent(list([1, 4, 40, 64, 256, 1024]))).toBeCloseTo(2, 0);
});

test('every program stands on its page, with what it becomes', () => {
  for (const program of programs) {
    const { before, after } = blocksOf(program);
    expect(before).toContain(program.declares);
    expect(after).not.toBe(before);
  }
});

test.each([
  ['n-plus-one-query', [3, 7]],
  ['lazy-relation-in-loop', [4, 8]],
])('queries are counted: %s', async (own, costs) => {
  const program = programs.find(({ rule, language }) => rule === own && language === 'TypeScript');
  if (program === undefined) throw new Error('it is gone');
  const { before, after } = blocksOf(program);
  const small = { ...program, sizes: [3, 7] };
  expect((await runTypeScript(small, before)).map(({ cost }) => cost)).toEqual(costs);
  expect((await runTypeScript(small, after)).map(({ cost }) => cost)).toEqual([1, 1]);
});

test('a table says what n costs, and how it grows; a page takes it between its marks', () => {
  const program = { rule: 'r', language: 'Python', declares: '', unit: 'time', sizes: [1, 2], of: 'words', call: '' } as const;
  const table = growthTable([{ program, before: list([600, 2400]), after: list([0.123, 0.246]) }]);
  expect(table.split('\n')).toEqual([
    '| words | Python: time | after |',
    '|---|---|---|',
    '| 1 | 600 ms | 0.12 ms |',
    '| 2 | 2.4 s | 0.25 ms |',
    '| **grows by** | **n^2.0** | **n^1.0** |',
  ]);
  expect(withTable(`a\n${BEGIN}\nold\n${END}\nb`, table)).toBe(`a\n${BEGIN}\n${table}\n${END}\nb`);
  expect(withTable('a\nb', table)).toBeNull();
});
