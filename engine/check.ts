/**
 * One check, from paths to findings: discover, read, lower, link, ask types, run rules, apply suppressions. The command
 * line and the editor both come through here, so they give the same findings for the same text.
 */
import type { Finding, Severity } from '../model/finding.ts';
import { printFile } from '../model/print.ts';
import { rules as allRules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { createConfigResolver, withoutExcluded } from './config.ts';
import { discover } from './discover.ts';
import { byPlace, ruleNames, runRules, settle } from './judge.ts';
import { createLoader } from './load.ts';
import { codeIn, type ReadCode } from './notebook.ts';
import { absolutePath } from './paths.ts';
import { createHeating } from './profile/heat.ts';
import type { NamedProfile } from './profile/profile-file.ts';
import type { CheckResult, Problem, Skipped, Timing } from './result.ts';

export interface CheckRequest {
  readonly cwd: string;
  readonly paths: readonly string[];
  /** Checked as if the file held this text; the disk need not have the file. */
  readonly stdin?: { readonly filename: string; readonly text: string };
  /** Only these rules. */
  readonly rules?: readonly string[];
  /** Findings below are left out. */
  readonly minimumSeverity?: Severity;
  /** What was measured of the code while it ran. */
  readonly profiles?: readonly NamedProfile[];
  readonly onProgress?: (progress: { phase: string; done: number; total: number; file?: string }) => void;
}

const RANK: Readonly<Record<Severity, number>> = { off: 0, info: 1, warning: 2, error: 3 };

export async function check(request: CheckRequest, ruleSet: readonly Rule[] = allRules): Promise<CheckResult> {
  const watch = stopwatch();
  const cwd = absolutePath('.', request.cwd);
  const problems: Problem[] = [];
  const skipped: Skipped[] = [];
  const stdin = request.stdin ? readGiven(absolutePath(request.stdin.filename, request.cwd), request.stdin.text) : null;

  const found = stdin ?? (await discover(request.paths, request.cwd));
  problems.push(...found.problems);
  skipped.push(...found.skipped);
  const config = createConfigResolver({ root: request.cwd, ruleNames });
  const wanted = withoutExcluded(found.files, config);
  skipped.push(...wanted.skipped);
  watch.lap('discover');

  const loader = createLoader({
    folders: [cwd, ...found.folders],
    config,
    overlay: stdin?.overlay ?? new Map(),
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

  const heating = request.profiles?.length ? createHeating(request.profiles, cwd) : null;
  const { kept, suppressed } = settle(raw, loader, loaded.files, config, chosen, heating);
  problems.push(...config.problems, ...loader.notes(), ...(heating?.on(loader).notes ?? []).map(noteOf));
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
    notebooks: stdin?.notebooks ?? loader.notebooks,
    lines: loaded.files.reduce((n, f) => n + countLines(loader.sources.get(f.path) ?? ''), 0),
    timings: watch.laps,
    fix(finding) {
      const known = fixes.get(finding) ?? loader.fix(finding);
      fixes.set(finding, known);
      return known;
    },
  };
}

const noteOf = (message: string): Problem => ({ file: null, span: null, level: 'note', message });

/** What discovery and reading give for files on disk, for a text that is at hand. */
function readGiven(path: string, text: string) {
  const code: ReadCode = codeIn(path, text);
  const isCode = 'text' in code;
  return {
    files: isCode ? [path] : [],
    folders: [],
    skipped: 'skipped' in code ? [code.skipped] : [],
    problems: 'problem' in code ? [code.problem] : [],
    overlay: new Map(isCode ? [[path, code.text]] : []),
    notebooks: new Map(isCode && code.notebook ? [[path, code.notebook]] : []),
  };
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
    folders: [absolutePath('.', process.cwd())],
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
