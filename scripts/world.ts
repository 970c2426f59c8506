/**
 * `npm run world [-- NAME…]` proves on real projects that fixes break nothing: it fixes each project of `world/projects.json`, runs the project's
 * own tests before and after, and writes docs/fixes.md. `--from DIR` takes the projects from copies instead of cloning them, `--work DIR` says
 * where they are built. `--shares DIR…` measures instead how many findings in DIR have a fix.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Figures, fixesPage } from './world/page.ts';
import { projects } from './world/project.ts';
import { type Proof, prove } from './world/prove.ts';
import { type Answer, answersIn, sharesOf } from './world/shares.ts';

export const page = resolve(import.meta.dirname, '../docs/fixes.md');
const figuresFile = resolve(import.meta.dirname, 'world/figures.json');

export function figures(): Figures {
  return JSON.parse(readFileSync(figuresFile, 'utf8')) as Figures;
}

function keep(changed: Partial<Figures>): void {
  const all = { ...figures(), ...changed };
  writeFileSync(figuresFile, `${JSON.stringify(all, null, 2)}\n`);
  writeFileSync(page, fixesPage(projects, all));
}

function proveAll(names: readonly string[], places: { readonly work: string; readonly from: string | null }): void {
  const unknown = names.filter((name) => projects.every((project) => project.name !== name));
  if (unknown.length > 0) throw new Error(`No such project: ${unknown.join(', ')}`);
  for (const project of projects) {
    if (names.length > 0 && !names.includes(project.name)) continue;
    try {
      const proof = prove(project, places, (what) => console.error(`${project.name}: ${what}`));
      console.error(`${project.name}: ${verdict(proof)}`);
      keep({ proofs: [...figures().proofs.filter(({ name }) => name !== project.name), proof].sort((a, b) => (a.name < b.name ? -1 : 1)) });
    } catch (error) {
      console.error(`${project.name}: ${error instanceof Error ? error.message : error}`);
      process.exitCode = 1;
    }
  }
}

function verdict({ safe }: Proof): string {
  const broken = safe.changes.length + safe.unbuilt.length;
  if (broken > 0) process.exitCode = 1;
  return broken === 0 ? 'safe fixes change nothing' : `safe fixes change ${broken} tests or builds`;
}

async function measureShares(folders: readonly string[]): Promise<void> {
  const answers: Answer[] = [];
  for (const folder of folders) {
    console.error(folder);
    for (const answer of await answersIn(resolve(folder))) answers.push(answer);
  }
  keep({ shares: sharesOf(answers, folders.length) });
}

if (process.argv[1] === import.meta.filename) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { from: { type: 'string' }, work: { type: 'string' }, shares: { type: 'boolean' } },
  });
  const here = process.env.INIT_CWD ?? process.cwd();
  const place = (path: string): string => resolve(here, path);
  if (values.shares) await measureShares(positionals.map(place));
  else if (!existsSync(join(import.meta.dirname, '../dist/cli.js'))) throw new Error('Build first: npm run build');
  else
    proveAll(positionals, {
      from: values.from === undefined ? null : place(values.from),
      work: place(values.work ?? join(tmpdir(), 'scalelint-world')),
    });
}
