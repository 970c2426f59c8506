/** One project's proof: its build and its tests as they are, after all safe fixes, and after the suggestions too. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkOut, restore } from './checkout.ts';
import { type Baseline, baselineOf, type Change, changesSince, countOf } from './compare.ts';
import type { Project } from './project.ts';
import { type AppliedFix, findingsIn, fix } from './scalelint.ts';
import { createShell, type Shell } from './shell.ts';
import { readReport, type TestRun } from './test-report.ts';

export interface Stage {
  /** How many fixes each rule made, by level. */
  readonly applied: Readonly<Record<string, number>>;
  /** Build steps and type checks that no longer end well. */
  readonly unbuilt: readonly string[];
  readonly passed: number;
  readonly changes: readonly Change[];
}

export interface Proof {
  readonly name: string;
  readonly commit: string;
  readonly findings: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly flaky: readonly string[];
  readonly safe: Stage;
  readonly suggestions: Stage;
}

export interface Places {
  readonly work: string;
  readonly from: string | null;
}

export function prove(project: Project, { work, from }: Places, say: (what: string) => void): Proof {
  const folder = join(resolve(work), project.name);
  mkdirSync(resolve(work), { recursive: true });
  const log = `${folder}.log`;
  rmSync(log, { force: true });
  const shell = createShell(log);
  const paths = project.paths ?? ['.'];

  say('install');
  checkOut(project, folder, from, shell);
  for (const command of project.install) shell.must(command, folder);
  restore(folder, shell);

  say('build and tests, twice');
  for (const command of project.build) shell.must(command, folder);
  const first = testsOf(project, folder, shell);
  const baseline = baselineOf(first, testsOf(project, folder, shell));
  if (countOf(baseline.stable, 'passed') === 0) throw new Error(`No test of ${project.name} passes before any fix; see ${log}`);

  const findings = findingsIn(folder, paths).findings.length;
  const stage = (level: 'safe' | 'suggestion'): Stage => {
    say(`${level} fixes`);
    const applied = fix(folder, paths, level);
    shell.run('git diff', folder);
    // Nothing changed, so nothing can have.
    if (applied.length === 0) return { applied: {}, unbuilt: [], passed: countOf(first, 'passed'), changes: [] };
    say(`${applied.length} applied; build and tests`);
    const result = measure(project, folder, baseline, shell);
    restore(folder, shell);
    return { applied: tally(applied), ...result };
  };
  return {
    name: project.name,
    commit: project.commit,
    findings,
    passed: countOf(baseline.stable, 'passed'),
    failed: countOf(baseline.stable, 'failed'),
    skipped: countOf(baseline.stable, 'skipped'),
    flaky: baseline.flaky,
    safe: stage('safe'),
    suggestions: stage('suggestion'),
  };
}

function measure(project: Project, folder: string, baseline: Baseline, shell: Shell): Omit<Stage, 'applied'> {
  const unbuilt = project.build.filter((command) => shell.run(command, folder) !== 0);
  const run = testsOf(project, folder, shell);
  let changes = changesSince(baseline, run);
  // Two runs may not have shown every test that is flaky; what the fix changed is changed again.
  if (changes.length > 0) {
    const again = new Set(changesSince(baseline, testsOf(project, folder, shell)).map(({ test, after }) => `${test} ${after}`));
    changes = changes.filter(({ test, after }) => again.has(`${test} ${after}`));
  }
  return { unbuilt, passed: countOf(run, 'passed'), changes };
}

/** A runner that wrote no report has run no test. */
function testsOf(project: Project, folder: string, shell: Shell): TestRun {
  const report = `${folder}.report`;
  rmSync(report, { force: true });
  shell.run(project.test, folder, { REPORT: report });
  return existsSync(report) ? readReport(readFileSync(report, 'utf8')) : new Map();
}

function tally(applied: readonly AppliedFix[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, level } of applied) counts.set(`${level} ${rule}`, (counts.get(`${level} ${rule}`) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
