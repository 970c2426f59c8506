/**
 * A rule's page is what users read when they doubt a finding, so what it claims is run: code that it calls bad is reported,
 * code that it calls good is not, and fixing the bad gives exactly what the page says it becomes.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { WITHOUT_PYTHON } from './behaviour/python-worker.ts';
import { isCode, joinFiles, parseCase } from './cases/case-file.ts';
import { ruleFolders } from './cases/discover.ts';
import { checkFixes } from './cases/fix-checks.ts';
import { lint } from './cases/linter.ts';
import type { Block } from './cases/rule-page.ts';
import { readRulePage } from './cases/rule-page.ts';

const HEADINGS = ['What it does', 'Why it does not scale', 'Bad and good', 'Fixes and their safety', 'When it stays silent', 'When to ignore it'];
const TIMEOUT = 120_000;

for (const { name: rule, folder } of ruleFolders()) {
  describe(rule, () => {
    const page = readRulePage(readFileSync(join(folder, 'rule.md'), 'utf8'));

    test('has a title and every heading, in order', () => {
      expect(page.title).toBe(rule);
      expect(page.headings.filter((heading) => HEADINGS.includes(heading))).toEqual(HEADINGS);
    });

    test('shows how the cost grows, in a table', () => {
      expect(page.sections.get('Why it does not scale') ?? '').toMatch(/^\|.+\|\n\|[-:| ]+\|\n\|/m);
    });

    test('says by measurement how the cost grows, before and after', () => {
      const exponents = /^\| \*\*grows by\*\* \|(.+)$/m.exec(page.sections.get('Why it does not scale') ?? '')?.[1] ?? '';
      const values = [...exponents.matchAll(/n(?:⁰|\^(-?[\d.]+))/g)].map(([, value = '0']) => Number(value));
      expect(values.length).toBeGreaterThan(0);
      for (let i = 0; i < values.length; i += 2) expect(values[i]).toBeGreaterThan((values[i + 1] ?? Number.NaN) + 0.5);
    });

    test('shows something bad and something good', () => {
      for (const role of ['bad', 'good']) expect(page.blocks.map((block) => block.role)).toContain(role);
    });

    for (const [index, block] of page.blocks.entries()) {
      if (block.role === 'becomes' || !isCode(`example.${block.extension}`)) continue;
      const next = page.blocks[index + 1];
      const isFixed = block.role === 'bad' && next?.role === 'becomes';
      const skip = isFixed && block.extension === 'py' && WITHOUT_PYTHON;
      test(`line ${block.line}: ${block.role}`, { timeout: TIMEOUT, skip }, async () => {
        const subject = exampleOf(rule, block);
        const linted = await lint(subject.files, block.packages);
        const own = linted.found.filter((found) => found.rule === rule);
        if (block.role === 'good') expect(own.map((found) => `${found.line + 1}: ${found.message}`)).toEqual([]);
        else expect(own, `nothing reported in\n${block.text}`).not.toEqual([]);
        if (isFixed) {
          const { files, complaints } = await checkFixes(subject, linted);
          expect(complaints).toEqual([]);
          expect(joinFiles(files, subject.name).trimEnd()).toBe(next.text.trimEnd());
        }
      });
    }
  });
}

function exampleOf(rule: string, block: Block) {
  return { ...parseCase(`rules/${rule}/cases/example.${block.extension}`, block.text), packages: block.packages };
}
