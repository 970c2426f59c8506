/** Finds the cases and pages of all rules, so that a new folder needs no entry anywhere. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Case } from './case-file.ts';
import { isCode, parseCase } from './case-file.ts';

const RULES = join(dirname(fileURLToPath(import.meta.url)), '../../rules');

/** Rules are the folders; a folder without rule.ts is one whose documentation came first. */
export function ruleFolders(): { readonly name: string; readonly folder: string }[] {
  return readdirSync(RULES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(RULES, entry.name, 'rule.md')))
    .map((entry) => ({ name: entry.name, folder: join(RULES, entry.name) }));
}

export function caseFiles(folder: string): string[] {
  const cases = join(folder, 'cases');
  if (!existsSync(cases)) return [];
  return readdirSync(cases)
    .filter((name) => isCode(name) && !/\.fixed\.[^.]+$/.test(name))
    .toSorted()
    .map((name) => join(cases, name));
}

export function readCase(path: string): Case {
  return parseCase(path, readFileSync(path, 'utf8'));
}

export function fixedPath(path: string): string {
  return path.replace(/\.([^.]+)$/, '.fixed.$1');
}
