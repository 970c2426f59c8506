/**
 * Scores scalelint on known bugs: `npm run truth -- DIR…`, where each DIR holds extracted cases, `ID/case.json` beside the code
 * before and after the fix (`before`, `after`), or the code of a place where nothing is wrong (`at`, `code`).
 * `--places` lists every place with what was said there, `--json FILE` writes all findings, a line each.
 */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { check } from '../engine/check.ts';
import { type Case, type Place, printScores, scoreOf } from './truth-score.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { places: { type: 'boolean' }, json: { type: 'string' } },
});

async function findingsIn(folder: string): Promise<Place[]> {
  if (!existsSync(folder)) return [];
  const { findings, sources } = await check({ cwd: folder, paths: [folder] });
  const place = (file: string, offset: number): Place['steps'][number] => ({
    file: file.slice(folder.length + 1),
    line: (sources.get(file) ?? '').slice(0, offset).split('\n').length,
  });
  return findings.map(({ file, span, rule, severity, message, trace }) => ({
    ...place(file, span.start),
    rule,
    severity,
    message,
    steps: trace.map((step) => place(step.file, step.span.start)),
  }));
}

const folders = positionals.flatMap((root) => {
  const base = resolve(root);
  return readdirSync(base)
    .map((name) => join(base, name))
    .filter((folder) => statSync(folder).isDirectory() && existsSync(join(folder, 'case.json')));
});
if (folders.length === 0) {
  console.error('Usage: npm run truth -- DIR…, where each DIR holds folders with a case.json. Nothing of the kind was found.');
  process.exit(2);
}

const cases: Case[] = [];
for (const [i, folder] of folders.entries()) {
  process.stderr.write(process.stderr.isTTY ? `\r${i + 1}/${folders.length}` : '');
  const facts: Case['facts'] = JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8'));
  const fine = facts.would_be_class ? join(folder, existsSync(join(folder, 'code')) ? 'code' : 'at') : null;
  cases.push({
    facts,
    complete: existsSync(join(fine ?? join(folder, 'before'), facts.file)),
    before: await findingsIn(join(folder, 'before')),
    after: await findingsIn(join(folder, 'after')),
    fine: fine ? await findingsIn(fine) : null,
  });
}
process.stderr.write(process.stderr.isTTY ? '\r' : '');

if (values.json) {
  const sides = cases.flatMap(({ facts, before, after, fine }) =>
    Object.entries({ before, after, at: fine ?? [] }).flatMap(([side, places]) => places.map((place) => ({ id: facts.id, side, ...place }))),
  );
  writeFileSync(values.json, sides.map((line) => `${JSON.stringify(line)}\n`).join(''));
}
console.log(printScores(cases.map(scoreOf), values.places ?? false));
