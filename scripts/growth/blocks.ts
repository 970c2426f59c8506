/** The code of a program before and after, from its rule's page. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readRulePage } from '../../test/cases/rule-page.ts';
import type { GrowthProgram } from './programs.ts';

export const pageOf = (rule: string): string => resolve(import.meta.dirname, `../../rules/${rule}/rule.md`);

export function blocksOf({ rule, language, declares }: GrowthProgram): { readonly before: string; readonly after: string } {
  const { blocks } = readRulePage(readFileSync(pageOf(rule), 'utf8'));
  const isOurs = (extension: string) => (extension === 'py') === (language === 'Python');
  const at = blocks.findIndex(({ extension, role, text }) => isOurs(extension) && role === 'bad' && text.includes(declares));
  const [before, after] = [blocks[at], blocks[at + 1]];
  if (before === undefined || after === undefined || after.role === 'bad') throw new Error(`the page of ${rule} has no bad and good \`${declares}\``);
  return { before: before.text, after: after.text };
}
