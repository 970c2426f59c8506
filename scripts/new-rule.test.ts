/** A new rule starts from files that agree with each other and with the house, all but what only its author can write. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { afterEach, expect, test } from 'vitest';
import { ruleComplaints } from '../test/architecture.ts';
import { newRule, withRule } from './new-rule.ts';

const root = resolve(import.meta.dirname, '..');
let temporary: string | null = null;

afterEach(() => {
  if (temporary !== null) rmSync(temporary, { recursive: true, force: true });
});

/** A copy of what a rule stands on. */
function copy(): string {
  temporary = mkdtempSync(join(tmpdir(), 'scalelint-new-rule-'));
  for (const folder of ['model', 'rules']) cpSync(join(root, folder), join(temporary, folder), { recursive: true });
  return temporary;
}

test('makes the files, and the list knows the rule', () => {
  const at = copy();
  const before = ruleComplaints(filesOf(at));
  newRule(at, 'slow-thing');
  expect(ruleComplaints(filesOf(at)).filter((complaint) => !before.includes(complaint))).toEqual([
    'rules/slow-thing: its cases show 1 silent places with a reason, at least 4 are needed',
  ]);
  const program = ts.createProgram([join(at, 'rules/index.ts')], {
    strict: true,
    noEmit: true,
    types: [],
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    allowImportingTsExtensions: true,
  });
  expect(program.getSemanticDiagnostics().map((diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'))).toEqual([]);
});

test('refuses a name that is taken or no name, and then changes nothing', () => {
  const at = copy();
  newRule(at, 'slow-thing');
  const index = readFileSync(join(at, 'rules/index.ts'), 'utf8');
  expect(() => newRule(at, 'slow-thing')).toThrow('exists already');
  for (const name of ['SlowThing', 'slow', '../slow-thing', '']) expect(() => newRule(at, name)).toThrow('kebab-case');
  writeFileSync(join(at, 'rules/index.ts'), '');
  expect(() => newRule(at, 'other-thing')).toThrow('no imports');
  expect(existsSync(join(at, 'rules/other-thing'))).toBe(false);
  expect(index).toContain('slowThing');
});

test.each([
  ['[]', '[slowThing]'],
  ['[a]', '[a, slowThing]'],
  ['[\n  a, // on trial: b\n  b,\n]', '[\n  a, // on trial: b\n  b,\n  slowThing,\n]'],
])('extends the list %j', (list, longer) => {
  const index = `import type { Rule } from './rule.ts';\n\nexport const rules: readonly Rule[] = ${list};\n`;
  expect(withRule(index, 'slow-thing')).toBe(
    `import type { Rule } from './rule.ts';\nimport { slowThing } from './slow-thing/rule.ts';\n\nexport const rules: readonly Rule[] = ${longer};\n`,
  );
});

function filesOf(at: string): { path: string; text: string }[] {
  return readdirSync(at, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|md)$/.test(path))
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(at, path), 'utf8') }));
}
