/** The case language, tested on itself. */
import { expect, test } from 'vitest';
import { joinFiles, parseCase } from './case-file.ts';
import { compare } from './expectations.ts';
import type { Found } from './found.ts';
import { readRulePage } from './rule-page.ts';

const CASE = `//- with: express, node
const a = 1; //! scan 💡safe O(a × b)
//= two is few
const b = 2;

//- lib.ts
// a plain comment
//! scan
//? miss: no types
export const c = 3; // not // a marker
{/*! scan 💡 */}
f(<b>{c}</b>); {/*= fine in JSX */}
`;

function parsed() {
  return parseCase('/rules/scan/cases/basic.tsx', CASE);
}

test('files are split and cleaned of markers', () => {
  const { files, packages, rule } = parsed();
  expect(rule).toBe('scan');
  expect(packages).toEqual(['express', 'node']);
  expect(files.map((file) => [file.name, file.text])).toEqual([
    ['basic.tsx', 'const a = 1;\nconst b = 2;\n'],
    ['lib.ts', '// a plain comment\nexport const c = 3; // not // a marker\nf(<b>{c}</b>);\n'],
  ]);
  expect(joinFiles(files, 'basic.tsx')).toBe(
    'const a = 1;\nconst b = 2;\n\n//- lib.ts\n// a plain comment\nexport const c = 3; // not // a marker\nf(<b>{c}</b>);\n',
  );
});

test('markers know their line', () => {
  expect(parsed().markers.map(({ file, line, marker }) => [file, line, marker.kind])).toEqual([
    ['basic.tsx', 0, 'report'],
    ['basic.tsx', 1, 'silent'],
    ['lib.ts', 1, 'report'],
    ['lib.ts', 1, 'miss'],
    ['lib.ts', 2, 'report'],
    ['lib.ts', 2, 'silent'],
  ]);
});

test('nonsense is refused with its place', () => {
  expect(() => parseCase('/rules/scan/cases/a.ts', 'f(); //! Not a rule')).toThrow('/rules/scan/cases/a.ts:1');
  expect(() => parseCase('/rules/scan/cases/a.ts', 'f(); //? wrong')).toThrow('miss: why');
  expect(() => parseCase('/rules/scan/cases/a.ts', 'f(); //= no')).toThrow('reason');
  expect(() => parseCase('/rules/scan/cases/a.ts', '//! scan')).toThrow('above no line of code');
});

test('Python has its own comments', () => {
  const text =
    'import b\n#! scan\nb.f(xs) # why\nb.g() #= two is few #? miss: later\n#- shop/b.py\ndef f(xs): pass  #! scan 💡safe\n#@ run: f(list[str])\n';
  const { files, markers, directives } = parseCase('/rules/scan/cases/a.py', text);
  expect(files.map((file) => file.text)).toEqual(['import b\nb.f(xs) # why\nb.g()\n', 'def f(xs): pass\n']);
  expect(markers.map(({ file, line, marker }) => [file, line, marker.kind])).toEqual([
    ['a.py', 1, 'report'],
    ['a.py', 2, 'silent'],
    ['a.py', 2, 'miss'],
    ['shop/b.py', 0, 'report'],
  ]);
  expect(directives).toEqual([{ kind: 'run', call: 'f(list[str])' }]);
  expect(joinFiles(files, 'a.py')).toContain('\n#- shop/b.py\n');
});

test('pages call languages by their names', () => {
  const { blocks } = readRulePage('# scan\n\n```python bad\nx = 1\n```\n\n```ts good\nf();\n```\n');
  expect(blocks.map(({ extension, role, text }) => [extension, role, text])).toEqual([
    ['py', 'bad', 'x = 1\n'],
    ['ts', 'good', 'f();\n'],
  ]);
});

function found(line: number, more: Partial<Found> = {}): Found {
  return { rule: 'scan', file: 'a.ts', line, severity: 'warning', message: '`xs` is scanned', growth: null, evidence: [], fix: null, ...more };
}

function failures(text: string, ...all: Found[]): string {
  return compare(parseCase('/rules/scan/cases/a.ts', text), all).join('\n');
}

test('expectations and findings meet', () => {
  expect(failures('f(); //! scan', found(0))).toBe('');
  expect(failures('f(); //! scan hint', found(0, { severity: 'hint' }))).toBe('');
  expect(failures('f(); //! scan hint', found(0))).toContain('expected  a hint');
  expect(failures('f(); //! scan')).toBe('a.ts:1\n      1 | f();\n    expected  scan\n    got       nothing');
  expect(failures('f();', found(0))).toContain('no marker');
  expect(failures('f(); //! scan', found(0), found(0))).toContain('no marker');
  expect(failures('f(); //! scan //! scan', found(0), found(0))).toBe('');
  expect(failures('f(); //= it is small', found(0))).toContain('silence, because: it is small');
  expect(failures('f(); //= it is small')).toBe('');
  expect(failures('f(); //= it is small', found(0, { rule: 'other' }))).toBe('');
});

test('known errors fail when they heal', () => {
  expect(failures('f(); //? miss: no types')).toBe('');
  expect(failures('f(); //? miss: no types', found(0))).toContain('healed: make it `! scan`');
  expect(failures('f(); //? false: it is small', found(0))).toBe('');
  expect(failures('f(); //? false: it is small')).toContain('healed');
});

test('fixes and growth are demanded', () => {
  const fix = { title: 'Build a Set', level: 'suggestion' as const, edits: [], proofs: [], unproven: ['no types'] };
  expect(failures('f(); //! scan 💡', found(0, { fix }))).toBe('');
  expect(failures('f(); //! scan 💡safe', found(0, { fix }))).toContain('no types');
  expect(failures('f(); //! scan 💡', found(0, { fix: { refused: 'it grows' } }))).toContain('refused: it grows');
  expect(failures('f(); //! scan 💡none', found(0, { fix }))).toContain('expected  no fix');
  expect(failures('f(); //! scan O(a)', found(0, { growth: 'O(b)' }))).toContain('expected  O(a)');
});
