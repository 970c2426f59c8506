/** Finds the cases of all rules and the traps of all languages, so that a new folder needs no entry anywhere. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Case } from './case-file.ts';
import { isCode, parseCase } from './case-file.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const RULES = join(HERE, '../../rules');
const TRAPS = join(HERE, '../traps');

/** Cases that belong together, and what they are called: those of a rule, or the traps of a language. */
export interface CaseGroup {
  readonly name: string;
  readonly paths: readonly string[];
}

/** Rules are the folders; a folder without rule.ts is one whose documentation came first. */
export function ruleFolders(): { readonly name: string; readonly folder: string }[] {
  return folders(RULES).filter(({ folder }) => existsSync(join(folder, 'rule.md')));
}

export function caseGroups(): CaseGroup[] {
  return [...ruleFolders().map(({ name, folder }) => ({ name, paths: caseFiles(join(folder, 'cases')) })), ...trapGroups()];
}

export function trapGroups(): CaseGroup[] {
  return folders(TRAPS).map(({ name, folder }) => ({ name: `traps of ${name}`, paths: caseFiles(folder) }));
}

function folders(parent: string): { readonly name: string; readonly folder: string }[] {
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => ({ name: entry.name, folder: join(parent, entry.name) }));
}

function caseFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => isCode(name) && !/\.fixed\.[^.]+$/.test(name))
    .toSorted()
    .map((name) => join(folder, name));
}

export function readCase(path: string): Case {
  return parseCase(path, readFileSync(path, 'utf8'));
}

export function fixedPath(path: string): string {
  return path.replace(/\.([^.]+)$/, '.fixed.$1');
}
