/**
 * One check, from paths to findings: discover, read, lower, link, ask types, run rules, apply suppressions. The command
 * line and the editor both come through here, so they give the same findings for the same text.
 */
import type { FileModel } from '../model/file.ts';
import type { Finding, Severity } from '../model/finding.ts';
import { printFile } from '../model/print.ts';
import type { Program } from '../model/program.ts';
import { rules as allRules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { type ConfigResolver, createConfigResolver, withoutExcluded } from './config.ts';
import { discover } from './discover.ts';
import { createLoader, type Loader } from './load.ts';
import { absolutePath } from './paths.ts';
import type { CheckResult, Problem, Skipped, Timing } from './result.ts';
import { applySuppressions, suppressionRules } from './suppressions.ts';

export interface CheckRequest {
  readonly cwd: string;
  readonly paths: readonly string[];
  /** Checked as if the file held this text; the disk need not have the file. */
  readonly stdin?: { readonly filename: string; readonly text: string };
  /** Only these rules. */
  readonly rules?: readonly string[];
  /** Findings below are left out. */
  readonly minimumSeverity?: Severity;
  readonly onProgress?: (progress: { phase: string; done: number; total: number; file?: string }) => void;
}

const RANK: Readonly<Record<Severity, number>> = { off: 0, info: 1, warning: 2, error: 3 };

export const ruleNames: ReadonlySet<string> = new Set([...allRules.map((r) => r.name), ...suppressionRules.map((r) => r.name)]);

export async function check(request: CheckRequest, ruleSet: readonly Rule[] = allRules): Promise<CheckResult> {
  const watch = stopwatch();
  const problems: Problem[] = [];
  const skipped: Skipped[] = [];
  const stdin = request.stdin ? { path: absolutePath(request.stdin.filename, request.cwd), text: request.stdin.text } : null;

  const found = stdin ? { files: [stdin.path], skipped: [], problems: [] } : await discover(request.paths, request.cwd);
  problems.push(...found.problems);
  skipped.push(...found.skipped);
  const config = createConfigResolver({ root: request.cwd, ruleNames });
  const wanted = withoutExcluded(found.files, config);
  skipped.push(...wanted.skipped);
  watch.lap('discover');

  const loader = createLoader({
    cwd: request.cwd,
    config,
    overlay: stdin ? new Map([[stdin.path, stdin.text]]) : new Map(),
    onProgress: request.onProgress,
  });
  const loaded = await loader.load(wanted.files);
  skipped.push(...loaded.skipped);
  problems.push(...loaded.problems);
  watch.lap('read and lower');

  await loader.completeTypes();
  watch.lap('types');

  const chosen = request.rules ? ruleSet.filter((r) => request.rules?.includes(r.name)) : ruleSet;
  const raw = runRules(chosen, loader.program, loaded.files, problems);
  watch.lap('link and rules');

  const { kept, suppressed } = settle(raw, loader, loaded.files, config, chosen);
  problems.push(...config.problems, ...loader.notes());
  watch.lap('suppressions');

  const least = RANK[request.minimumSeverity ?? 'info'];
  const findings = kept.filter((f) => RANK[f.severity] >= least).sort(byPlace);
  const fixes = new Map<Finding, ReturnType<CheckResult['fix']>>();
  return {
    findings,
    suppressed,
    skipped,
    problems: unique(problems),
    files: loaded.files.map((f) => f.path),
    sources: loader.sources,
    lines: loaded.files.reduce((n, f) => n + countLines(loader.sources.get(f.path) ?? ''), 0),
    timings: watch.laps,
    fix(finding) {
      const known = fixes.get(finding) ?? loader.fix(finding);
      fixes.set(finding, known);
      return known;
    },
  };
}

/** A rule that fails loses its own findings and nobody else's. */
function runRules(rules: readonly Rule[], program: Program, files: readonly FileModel[], problems: Problem[]): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    try {
      for (const finding of rule.check(program, files)) findings.push(finding);
    } catch (error) {
      problems.push({
        file: null,
        span: null,
        level: 'error',
        message: `The rule \`${rule.name}\` failed (${error instanceof Error ? error.message : String(error)}). Its findings may be incomplete; the other rules are not affected. Please report this.`,
      });
    }
  }
  return findings;
}

/** Severities from the configuration, then suppressions. */
function settle(
  raw: readonly Finding[],
  loader: Loader,
  files: readonly FileModel[],
  config: ConfigResolver,
  ran: readonly Rule[],
): { kept: Finding[]; suppressed: { finding: Finding; reason: string }[] } {
  const kept: Finding[] = [];
  const suppressed: { finding: Finding; reason: string }[] = [];
  const ranRules = new Set(ran.map((r) => r.name));
  const perFile = new Map<string, Finding[]>();
  for (const finding of raw) {
    const given = config.configFor(finding.file).severity(finding.rule, finding.file);
    if (given === 'off') continue;
    // A rule judges each finding; whoever names a level wants that one for all of them.
    const severity = given ?? finding.severity;
    const list = perFile.get(finding.file) ?? [];
    list.push({ ...finding, severity });
    perFile.set(finding.file, list);
  }
  for (const file of files) {
    const own = perFile.get(file.path) ?? [];
    const comments = loader.suppressionsOf(file.path);
    if (!comments) {
      kept.push(...own);
      continue;
    }
    const applied = applySuppressions(own, comments.suppressions, {
      file: file.path,
      text: loader.sources.get(file.path) ?? '',
      comments: comments.comments,
      statementAt: comments.statementAt,
      ruleNames,
      ranRules,
    });
    kept.push(...applied.kept, ...applied.reports.filter((r) => config.configFor(file.path).severity(r.rule, file.path) !== 'off'));
    suppressed.push(...applied.suppressed);
    for (const [report, edit] of applied.removals)
      loader.rememberFix(report, {
        title: 'Remove the unused suppression',
        level: 'safe',
        edits: [edit],
        proofs: ['only a comment changes'],
        unproven: [],
      });
  }
  return { kept, suppressed };
}

function byPlace(a: Finding, b: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

function unique(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((p) => [`${p.file}\n${p.message}\n${p.span?.start}`, p])).values()];
}

function countLines(text: string): number {
  let lines = text === '' || text.endsWith('\n') ? 0 : 1;
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) lines++;
  return lines;
}

function stopwatch(): { lap(phase: string): void; readonly laps: Timing[] } {
  const laps: Timing[] = [];
  let last = performance.now();
  return {
    laps,
    lap(phase) {
      const now = performance.now();
      laps.push({ phase, milliseconds: now - last });
      last = now;
    },
  };
}

/** The model of one file and what it links to, as text: what scalelint believes about it. */
export async function printModel(path: string): Promise<string> {
  const loader = createLoader({
    cwd: process.cwd(),
    config: createConfigResolver({ root: process.cwd(), ruleNames }),
    overlay: new Map(),
    onProgress: undefined,
  });
  const loaded = await loader.load([path]);
  await loader.completeTypes();
  const [file] = loaded.files;
  if (!file) {
    const why = loaded.problems[0]?.message ?? loaded.skipped[0]?.reason ?? 'nothing could be read';
    throw new Error(`${path}: ${why}`);
  }
  return printFile(loader.program, file, loader.sources.get(file.path) ?? '');
}
