/**
 * `npm run growth` measures what rules claim: their pages' bad code and what becomes of it run at growing n, and the growth is fitted.
 * `-- --write` puts the tables into the pages. Queries of Python are counted in Django, for a `python3` that has it; `PYTHON=…` names another.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { blocksOf, pageOf } from './growth/blocks.ts';
import { exponent, type Measured } from './growth/fit.ts';
import { type GrowthProgram, programs } from './growth/programs.ts';
import { runTypeScript } from './growth/run-typescript.ts';
import { growthTable, type Outcome, withTable } from './growth/table.ts';

const python = process.env.PYTHON ?? 'python3';

function has(module: string): boolean {
  return spawnSync(python, ['-c', `import ${module}`]).status === 0;
}

function runPython({ unit, sizes, given = 'pass', call }: GrowthProgram, text: string): Measured[] {
  const input = JSON.stringify({ text, unit, sizes, given, call });
  const done = spawnSync(python, [resolve(import.meta.dirname, 'growth/run.py')], { input, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.error?.message ?? done.stderr);
  return JSON.parse(done.stdout) as Measured[];
}

const outcomes: Outcome[] = [];
for (const program of programs) {
  const name = `${program.rule}, ${program.language}`;
  if (program.needs !== undefined && !has(program.needs)) {
    console.log(`${name}: not measured, because ${python} has no ${program.needs}. PYTHON=… names one that has.`);
    continue;
  }
  const run = program.language === 'Python' ? runPython : runTypeScript;
  const { before, after } = blocksOf(program);
  const outcome = { program, before: await run(program, before), after: await run(program, after) };
  outcomes.push(outcome);
  console.log(`${name}: n^${exponent(outcome.before).toFixed(2)} before, n^${exponent(outcome.after).toFixed(2)} after`);
}

for (const rule of new Set(programs.map((program) => program.rule))) {
  const own = outcomes.filter(({ program }) => program.rule === rule);
  const all = programs.filter((program) => program.rule === rule);
  console.log(`\n${rule}\n\n${growthTable(own)}`);
  if (!process.argv.includes('--write')) continue;
  const page = withTable(readFileSync(pageOf(rule), 'utf8'), growthTable(own));
  if (page === null || own.length < all.length)
    console.log(`\n${pageOf(rule)} is left as it is: ${page === null ? 'it has no marks' : 'not all was measured'}.`);
  else writeFileSync(pageOf(rule), page);
}
