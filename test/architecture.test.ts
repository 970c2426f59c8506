/** Applies the house rules to the repository, and shows for each of them that it can fail. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  headComplaints,
  importComplaints,
  isSource,
  machineComplaints,
  manifestComplaints,
  nameComplaints,
  namedFiles,
  ruleComplaints,
  type SourceFile,
  sizeComplaints,
  tableComplaints,
} from './architecture.ts';

const root = resolve(import.meta.dirname, '..');
const skipped = new Set(['node_modules', '.git', 'dist', 'coverage']);

/** Longer than the limit on purpose; say why. */
const longFiles: ReadonlyMap<string, string> = new Map([]);

/** Everything that would be committed. Binary files have no text that matters here. */
function read(folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : read(path);
    return entry.isFile() && /\.(ts|tsx|js|mjs|json|jsonc|md|py|yml|yaml)$|\/run$|^\.[\w.]+$/.test(path)
      ? [{ path, text: readFileSync(join(root, path), 'utf8') }]
      : [];
  });
}

const files = read('');
const sources = files.filter((file) => isSource(file.path));
const text = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('the repository', () => {
  test('has sources to look at', () => expect(sources.length).toBeGreaterThan(5));
  test('imports along the arrows', () => expect(sources.flatMap(importComplaints)).toEqual([]));
  test('keeps model and rules pure, and executes no text', () => expect(sources.flatMap(nameComplaints)).toEqual([]));
  test('looks names up in Maps', () => expect(sources.flatMap(tableComplaints)).toEqual([]));
  test('has files of a readable size', () => expect(sources.flatMap((file) => sizeComplaints(file, longFiles))).toEqual([]));
  test('opens every module with its reason', () => expect(sources.flatMap(headComplaints)).toEqual([]));
  test('has complete rules', () => expect(ruleComplaints(files)).toEqual([]));
  test('names no machine', () => expect(files.flatMap((file) => machineComplaints(file, [root, homedir()]))).toEqual([]));
  test('pins its packages and bundles them', () => expect(manifestComplaints(text('package.json'), text('package-lock.json'))).toEqual([]));

  test('excuses no file that is short enough or gone', () => {
    const idle = [...longFiles.keys()].filter(
      (path) => !existsSync(join(root, path)) || sizeComplaints({ path, text: text(path) }, new Map()).length === 0,
    );
    expect(idle).toEqual([]);
  });

  test.each(['README.md', 'CONTRIBUTING.md', 'docs/architecture.md'])('%s names files that exist', (page) => {
    expect(namedFiles(text(page)).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('lists every rule in README.md', () => {
    const rules = new Set(files.flatMap((file) => /^rules\/([^/]+)\//.exec(file.path)?.slice(1) ?? []));
    expect([...rules].filter((name) => !text('README.md').includes(`\`${name}\``))).toEqual([]);
  });
});

describe('each check can fail', () => {
  const imports = (path: string, ...specifiers: string[]): string[] =>
    importComplaints({ path, text: specifiers.map((specifier) => `import '${specifier}';`).join('\n') });

  test.each([
    ['model/bound.ts', '../engine/link.ts'],
    ['model/bound.ts', 'picomatch'],
    ['model/bound.ts', 'node:path'],
    ['rules/a/rule.ts', '../../engine/check.ts'],
    ['rules/a/rule.ts', '../../languages/typescript/knowledge/array.ts'],
    ['rules/a/rule.ts', '../b/rule.ts'],
    ['rules/a/rule.ts', 'node:fs'],
    ['rules/a/rule.ts', 'fs'],
    ['languages/typescript/lower/file.ts', '../../python/lower/file.ts'],
    ['languages/typescript/lower/file.ts', '../../../rules/rule.ts'],
    ['languages/python/lower/file.ts', 'typescript'],
    ['languages/typescript/lower/file.ts', 'web-tree-sitter'],
    ['engine/check.ts', 'typescript'],
    ['engine/check.ts', 'typescript/lib/tsc.js'],
    ['engine/check.ts', '../cli/main.ts'],
    ['engine/check.ts', 'node:child_process'],
    ['cli/main.ts', '../languages/typescript/lower/file.ts'],
    ['cli/main.ts', '../rules/index.ts'],
    ['cli/main.ts', './testing.ts'],
    ['languages/typescript/edits/view.ts', './testing/program-of.ts'],
    ['model/file.ts', '../package.json'],
    ['cli/main.ts', 'vscode-languageserver/node'],
    ['cli/main.ts', 'node:vm'],
    ['server/main.ts', 'vscode'],
    ['client/extension.ts', '../server/main.ts'],
    ['client/extension.ts', '../model/file.ts'],
  ])('%s may not import %s', (path, specifier) => expect(imports(path, specifier)).toHaveLength(1));

  test.each([
    ['model/program.ts', './file.ts'],
    ['rules/index.ts', './a/rule.ts'],
    ['rules/a/rule.ts', '../rule.ts'],
    ['rules/a/rule.ts', './guard.ts'],
    ['rules/a/rule.ts', '../../model/file.ts'],
    ['languages/typescript/types/oracle.ts', '../lower/file.ts'],
    ['languages/typescript/types/oracle.ts', 'typescript'],
    ['languages/index.ts', './typescript/language.ts'],
    ['engine/check.ts', '../rules/index.ts'],
    ['engine/check.ts', 'node:fs'],
    ['cli/report/report.ts', '../../rules/rule.ts'],
    ['engine/product.ts', '../package.json'],
    ['server/main.ts', 'vscode-languageserver-textdocument'],
    ['client/extension.ts', 'vscode'],
  ])('%s may import %s', (path, specifier) => expect(imports(path, specifier)).toEqual([]));

  test.each([
    `export * from 'typescript';`,
    `export type { Node } from 'typescript';`,
    `import type ts from 'typescript';`,
    `const ts = require('typescript');`,
    `const ts = await import('typescript');`,
    `let node: import('typescript').Node;`,
  ])('sees the import in %s', (source) => expect(importComplaints({ path: 'engine/a.ts', text: source })).toHaveLength(1));

  test.each([
    ['rules/a/rule.ts', 'const now = Date.now();'],
    ['rules/a/rule.ts', 'const { env } = process;'],
    ['rules/a/rule.ts', 'const o = { fetch };'],
    ['model/bound.ts', 'const id = Math.random();'],
    ['engine/config.ts', 'const config = await import(path);'],
    ['engine/config.ts', 'const config = require(path);'],
    ['engine/config.ts', 'eval(text);'],
    ['engine/config.ts', `new Function('return ' + text)();`],
    ['engine/config.ts', 'createRequire(import.meta.url);'],
  ])('%s may not say %s', (path, source) => expect(nameComplaints({ path, text: source })).toHaveLength(1));

  test('a property may be called what it likes, and only model and rules must be pure', () => {
    expect(nameComplaints({ path: 'rules/a/rule.ts', text: 'interface A { fetch: string }\nconst x = { process: 1 }.process + a.Date;' })).toEqual(
      [],
    );
    expect(nameComplaints({ path: 'engine/a.ts', text: `Date.now(); await import('./b.ts'); createRequire(a).resolve('b');` })).toEqual([]);
  });

  test('a table is a Map', () => {
    const table = (type: string, lookup: string): string[] =>
      tableComplaints({ path: 'languages/a.ts', text: `const costs${type === '' ? '' : `: ${type}`} = { map: 1 };\n${lookup}` });
    expect(table('Record<string, number>', 'costs[name];')).toHaveLength(1);
    expect(table('{ readonly [name: string]: number }', 'costs[name];')).toHaveLength(1);
    expect(tableComplaints({ path: 'a.ts', text: 'const costs = { map: 1 } as Record<string, number>; costs[name];' })).toHaveLength(1);
    expect(table('Record<string, number>', `costs['map']; costs.map; other[name];`)).toEqual([]);
    expect(table('Record<Severity, number>', 'costs[name];')).toEqual([]);
    expect(table('', 'costs[name];')).toEqual([]);
  });

  test('size', () => {
    const file = { path: 'engine/long.ts', text: 'x\n'.repeat(401) };
    expect(sizeComplaints(file, new Map())).toHaveLength(1);
    expect(sizeComplaints(file, new Map([['engine/long.ts', 'reason']]))).toEqual([]);
    expect(sizeComplaints({ path: 'rules/a/rule.ts', text: 'x\n'.repeat(251) }, new Map())).toHaveLength(1);
    expect(sizeComplaints({ path: 'rules/a/guard.ts', text: 'x\n'.repeat(251) }, new Map())).toEqual([]);
  });

  test('head comment', () => {
    expect(headComplaints({ path: 'a.ts', text: `import 'b';` })).toHaveLength(1);
    expect(headComplaints({ path: 'a.ts', text: '#!/usr/bin/env node\n/** Why. */' })).toEqual([]);
  });

  test('rules', () => {
    const silent = '//= a\n//= b\n//= c\n//= d\n';
    const whole: SourceFile[] = [
      { path: 'rules/index.ts', text: `import { rule } from './slow-thing/rule.ts';` },
      { path: 'rules/slow-thing/rule.ts', text: `export const rule = { name: 'slow-thing' };` },
      { path: 'rules/slow-thing/rule.md', text: '# slow-thing' },
      { path: 'rules/slow-thing/cases/basic.ts', text: `f(); //! slow-thing\n${silent}` },
    ];
    expect(ruleComplaints(whole)).toEqual([]);
    expect(ruleComplaints(whole.slice(1))).toEqual(['rules/slow-thing: rules/index.ts does not list it']);
    expect(ruleComplaints(whole.filter((file) => !file.path.endsWith('.md')))).toEqual(['rules/slow-thing: rule.md is missing']);
    expect(ruleComplaints(whole.slice(0, 3))).toHaveLength(2);
    expect(ruleComplaints([...whole.slice(0, 1), { path: 'rules/slow-thing/x.ts', text: '' }])).toHaveLength(4);
    expect(ruleComplaints(whole.map((file) => ({ ...file, text: file.text.replace('//= d', '//=') })))).toHaveLength(1);
    expect(ruleComplaints(whole.map((file) => ({ ...file, text: file.text.replace(`name: 'slow-thing'`, `name: 'other'`) })))).toHaveLength(1);
    expect(ruleComplaints(whole.map((file) => ({ path: file.path.replace('slow-thing', 'SlowThing'), text: file.text })))).not.toEqual([]);
  });

  test('machines', () => {
    const complaints = (line: string): string[] => machineComplaints({ path: 'a.md', text: line }, [['', 'srv', 'checkout'].join('/')]);
    expect(complaints(['see ', 'work', 'me', 'x.ts'].join('/'))).toHaveLength(1);
    expect(complaints(`see ${['', 'srv', 'checkout', 'x.ts'].join('/')}`)).toHaveLength(1);
    expect(complaints(['https:/', 'registry.example.org', 'pkg'].join('/'))).toHaveLength(1);
    expect(complaints('see engine/home/page.ts, ./work/x, registry.ts and npm.md')).toEqual([]);
  });

  test('manifest', () => {
    expect(manifestComplaints(JSON.stringify({ devDependencies: { a: '1.2.3' } }), '{}')).toEqual([]);
    expect(manifestComplaints(JSON.stringify({ devDependencies: { a: '^1.2.3' } }), '{}')).toHaveLength(1);
    expect(manifestComplaints(JSON.stringify({ dependencies: { a: '1.2.3' } }), '{}')).toHaveLength(1);
    expect(manifestComplaints('{}', `"resolved": "${'https'}://example.org/a.tgz"`)).toHaveLength(1);
  });

  test('files that a page names', () => {
    expect(namedFiles('see `test/a.test.ts`, `rules/NAME/rule.ts`, `x.ts` and `model/b.ts`')).toEqual(['test/a.test.ts', 'model/b.ts']);
  });
});
