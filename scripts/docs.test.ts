/** The generated pages say what the code says. */
import { expect, test } from 'vitest';
import { rules } from '../rules/index.ts';
import { ELSEWHERE, isFresh, rulesPage } from './docs.ts';

test('docs/rules.md is as `npm run docs` writes it', () => expect(isFresh()).toBe(true));

test('lists rules by subject and name', () => {
  const rule = { severity: 'warning', languages: ['typescript'], fixes: 'never', check: () => [] } as const;
  const text = rulesPage([
    { ...rule, name: 'b', summary: 'B|b.', subject: 'io' },
    { ...rule, name: 'c', summary: 'C.', subject: 'caching' },
    { ...rule, name: 'a', summary: 'A.', subject: 'io' },
  ]);
  expect(text.match(/^## .*|^\| \[\w/gm)).toEqual(['## caching', '| [c', '## io', '| [a', '| [b', '## By other names', '## Left out']);
  expect(text).toContain('B\\|b.');
});

test('problems of another name lead to rules that exist', () => {
  const names = new Set(rules.map(({ name }) => name));
  expect(ELSEWHERE.filter(([, name]) => !names.has(name))).toEqual([]);
});
