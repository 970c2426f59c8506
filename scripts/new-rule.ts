/**
 * `npm run new-rule NAME` makes a rule's folder and its line in rules/index.ts. What it makes fails the tests until the
 * rule finds something and its cases say when it must stay silent.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The three files of a new rule, by path below its folder. */
function templates(name: string, constant: string): Map<string, string> {
  return new Map([
    [
      'rule.ts',
      `/** TODO: one sentence that says which operation, repeated by what, this rule finds. */
import type { Rule } from '../rule.ts';

export const ${constant}: Rule = {
  name: '${name}',
  summary: 'TODO: what it finds, in one sentence.',
  subject: 'algorithms',
  severity: 'warning',
  languages: ['typescript'],
  fixes: 'never',
  // biome-ignore lint/correctness/useYield: TODO
  *check(_program) {
    // TODO: every early \`continue\` names its counter-example, and a case holds the same example.
  },
};
`,
    ],
    [
      'rule.md',
      `# ${name}

TODO: what it finds, in one sentence.

## What it does

TODO

## Why it does not scale

TODO: how the cost grows, and from which size on it hurts.

| n | now | after |
|---|---|---|
| 1,000 | | |
| 100,000 | | |

## Bad and good

\`\`\`ts bad
export function plain(users: string[], banned: string[]): string[] {
  return users.filter((user) => banned.includes(user));
}
\`\`\`

\`\`\`ts good
export function plain(users: string[], banned: Set<string>): string[] {
  return users.filter((user) => banned.has(user));
}
\`\`\`

## Fixes and their safety

TODO: what is proven before a fix is safe, and what makes it a suggestion.

## When it stays silent

TODO

## When to ignore it

TODO
`,
    ],
    [
      'cases/basic.ts',
      `export function plain(users: string[], banned: string[]): string[] {
  return users.filter((user) => banned.includes(user)); //! ${name}
}

//= TODO: four places that look alike and must stay silent, each with its reason
`,
    ],
  ]);
}

function camel(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** Adds the import after the last one, and the rule at the end of the list. */
export function withRule(index: string, name: string): string {
  const constant = camel(name);
  const lastImport = [...index.matchAll(/^import .*\n/gm)].at(-1);
  if (lastImport === undefined) throw new Error('rules/index.ts has no imports to follow');
  const at = lastImport.index + lastImport[0].length;
  const imported = `${index.slice(0, at)}import { ${constant} } from './${name}/rule.ts';\n${index.slice(at)}`;
  const list = /= \[([^\]]*)\]/.exec(imported);
  if (list === null) throw new Error('rules/index.ts has no list of rules');
  const items = list[1]!;
  // The formatter puts a comma after the last item of a list of several lines, and none in a list of one.
  const longer = items.includes('\n') ? `${items}  ${constant},\n` : [items, constant].filter((item) => item !== '').join(', ');
  return imported.replace(list[0], `= [${longer}]`);
}

export function newRule(root: string, name: string): string[] {
  if (!/^[a-z]+(-[a-z0-9]+)+$/.test(name))
    throw new Error(`${name} is not a name like nested-loop-lookup: it names the problem, in kebab-case, in two words or more`);
  const folder = join(root, 'rules', name);
  if (existsSync(folder)) throw new Error(`rules/${name} exists already`);
  const indexPath = join(root, 'rules/index.ts');
  const index = withRule(readFileSync(indexPath, 'utf8'), name);
  for (const [path, text] of templates(name, camel(name))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  writeFileSync(indexPath, index);
  return [...templates(name, '').keys()].map((path) => `rules/${name}/${path}`);
}

if (process.argv[1] === import.meta.filename) {
  const name = process.argv[2];
  try {
    if (name === undefined) throw new Error('usage: npm run new-rule NAME');
    const made = newRule(resolve(import.meta.dirname, '..'), name);
    console.log(
      `${made.map((path) => `made ${path}`).join('\n')}\nadded it to rules/index.ts\nNow write the cases first; npm test -- test/cases.test.ts -t ${name}`,
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}
