/** `npm run docs` writes the pages that are generated: docs/rules.md, the list of all rules, from what the rules say about themselves. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';

export const page = resolve(import.meta.dirname, '../docs/rules.md');

export function rulesPage(list: readonly Rule[]): string {
  const subjects = [...new Set(list.map((rule) => rule.subject))].sort();
  const sections = subjects.map((subject) => {
    const rows = list.filter((rule) => rule.subject === subject).sort((a, b) => (a.name < b.name ? -1 : 1));
    return `## ${subject}\n\n| rule | finds | severity | languages | fixes |\n|---|---|---|---|---|\n${rows.map(row).join('\n')}\n`;
  });
  return `# Rules\n\nWritten by \`npm run docs\`; do not edit. The severity is the most that a finding of the rule has.\n\n${sections.join('\n')}\n${elsewhere()}`;
}

/** What people look for under another name. */
export const ELSEWHERE: readonly (readonly [problem: string, rule: string])[] = [
  ['a request per element, a message enqueued per row, a row written per element, a Redis command per key', 'n-plus-one-query'],
  ['fields of GraphQL that query per object', 'n-plus-one-query'],
  ['two loops that are joined by equal keys', 'nested-loop-lookup'],
  ['duplicates found by searching what was kept', 'list-as-set'],
  ['a connection, a pool or a pool of processes per call', 'client-per-request'],
  ["blocking calls in `async def`, Django's ORM in async views", 'sync-io-in-hot-path'],
];

/** What was built or tried, judged on real projects, and left out: a rule that is seldom right is switched off, and then finds nothing at all. */
const LEFT_OUT: readonly (readonly [problem: string, reason: string])[] = [
  ['a query without a limit', '3 of 18 findings were worth a word: small tables look like large ones'],
  ['a list sorted for its smallest element', 'none of 22 lists was long'],
  ['a long list handed over as arguments', 'none of 10 findings was worth a word'],
  ['a file that is read whole', 'all of 25 were configuration, or read by a command line'],
  ['a loop that polls', 'all of 10 named a pause, and had nothing to wait for instead'],
  ['a lock held while something slow runs', 'of 52 places 4 to 6 were worth changing; whether taking turns is the purpose stands in no code'],
  ['files kept on a local disk', 'whether a folder is shared stands in no code'],
];

function elsewhere(): string {
  const found = ELSEWHERE.map(([problem, name]) => `| ${problem} | [${name}](../rules/${name}/rule.md) |`);
  const left = LEFT_OUT.map(([problem, reason]) => `| ${problem} | ${reason} |`);
  return `## By other names\n\n| problem | rule |\n|---|---|\n${found.join('\n')}\n\n## Left out\n\nTried on real projects, or looked for there, and left out:\n\n| problem | why |\n|---|---|\n${left.join('\n')}\n`;
}

function row({ name, summary, severity, languages, fixes }: Rule): string {
  return `| [${name}](../rules/${name}/rule.md) | ${summary.replaceAll('|', '\\|')} | ${severity} | ${languages.join(', ')} | ${fixes} |`;
}

export function isFresh(): boolean {
  return readFileSync(page, 'utf8') === rulesPage(rules);
}

if (process.argv[1] === import.meta.filename) writeFileSync(page, rulesPage(rules));
