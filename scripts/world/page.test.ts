import { expect, test } from 'vitest';
import { fixesPage } from './page.ts';
import type { Project } from './project.ts';
import type { Proof, Stage } from './prove.ts';

const project: Project = {
  name: 'shop',
  version: '1.2.3',
  repository: 'https://example.com/owner/shop',
  commit: '0123456789abcdef',
  language: 'python',
  install: [],
  build: ['make'],
  test: 'make test',
  reason: 'Its test counts queries.',
};

const quiet: Stage = { applied: {}, unbuilt: [], passed: 8, changes: [] };
const proof: Proof = {
  name: 'shop',
  commit: project.commit,
  findings: 9,
  passed: 8,
  failed: 0,
  skipped: 1,
  flaky: ['sometimes'],
  safe: { ...quiet, applied: { 'safe list-as-set': 2, 'safe nested-loop-lookup': 1 } },
  suggestions: {
    applied: { 'safe list-as-set': 2, 'suggestion n-plus-one-query': 4 },
    unbuilt: ['make'],
    passed: 7,
    changes: [{ test: 'a | b', before: 'passed', after: 'failed' }],
  },
};

const page = (proofs: readonly Proof[]): string => fixesPage([project], { proofs, shares: null });

test('a row has the pin, the fixes of each rule and level, and what they changed', () => {
  expect(page([proof])).toContain(
    '| [shop](https://example.com/owner/shop) 1.2.3 | `0123456789` | python | 9 | 2 list-as-set, 1 nested-loop-lookup | 8 passed, 1 flaky | the same | 4 n-plus-one-query | does not build, **1 changed** |',
  );
});

test('sums up both levels in each language', () => {
  expect(page([proof])).toContain(
    '- TypeScript and JavaScript: 0 projects, 0 passing tests. 0 safe fixes changed 0 tests and 0 builds; 0 suggestions on top of them changed 0 tests and 0 builds.\n- Python: 1 projects, 8 passing tests. 3 safe fixes changed 0 tests and 0 builds; 4 suggestions on top of them changed 1 tests and 1 builds.',
  );
});

test('names what suggestions changed, and why', () => {
  expect(page([proof])).toContain(
    '**shop**\n\n- Suggestions break `make`.\n- Suggestions changed:\n  - a | b: passed, then failed\n- Its test counts queries.',
  );
});

test('counts a safe fix that changed something', () => {
  const broken = { ...proof, safe: { ...proof.safe, changes: [{ test: 'x', before: 'passed', after: 'absent' } as const] } };
  expect(page([broken])).toContain('3 safe fixes changed 1 tests');
  expect(page([broken])).toContain('| **1 changed** | 4 n-plus-one-query |');
});

test('a proof of another commit says nothing of this one', () => {
  expect(page([{ ...proof, commit: 'another' }])).toContain('Python: 0 projects');
});

test('sums up what has a fix in each language', () => {
  const rule = { findings: 10, safe: 2, suggestion: 3, refused: 1 };
  const rules = ['a', 'b'].map((name) => ({ language: 'python', rule: name, ...rule }));
  expect(
    fixesPage([], { proofs: [], shares: { projects: 2, rules: [...rules, { language: 'typescript', rule: 'a', ...rule }], refusals: [] } }),
  ).toContain(
    [
      '| python | a | 10 | 2 (20 %) | 5 (50 %) | 1 |',
      '| python | b | 10 | 2 (20 %) | 5 (50 %) | 1 |',
      '| python | **all** | 20 | 4 (20 %) | 10 (50 %) | 2 |',
      '| typescript | a | 10 | 2 (20 %) | 5 (50 %) | 1 |',
      '| typescript | **all** | 10 | 2 (20 %) | 5 (50 %) | 1 |',
    ].join('\n'),
  );
});
