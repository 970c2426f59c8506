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
  return `# Rules\n\nWritten by \`npm run docs\`; do not edit.\n\n${sections.join('\n')}`;
}

function row({ name, summary, severity, languages, fixes }: Rule): string {
  return `| [${name}](../rules/${name}/rule.md) | ${summary.replaceAll('|', '\\|')} | ${severity} | ${languages.join(', ')} | ${fixes} |`;
}

export function isFresh(): boolean {
  return readFileSync(page, 'utf8') === rulesPage(rules);
}

if (process.argv[1] === import.meta.filename) writeFileSync(page, rulesPage(rules));
