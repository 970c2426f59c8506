/**
 * `--fix`: applies what may be applied, checks again, and repeats until nothing is left to apply. A fix that touches several files is
 * written to all of them or to none.
 */
import { type DroppedFix, planFixes, rewrite } from '../engine/apply-edits.ts';
import { editsOfFile } from '../engine/notebook.ts';
import { writeSourceAtomically } from '../engine/read.ts';
import type { CheckResult, Problem } from '../engine/result.ts';
import type { Edit, Finding, Fix } from '../model/finding.ts';
import { fileText } from './file-text.ts';
import { fixOf } from './fix-of.ts';

export interface Applied {
  readonly finding: Finding;
  readonly fix: Fix;
  /** `src/a.ts:7`, in the text as it was before the round in which it was applied. */
  readonly place: string;
}

export interface FixOutcome {
  readonly result: CheckResult;
  readonly applied: readonly Applied[];
  readonly dropped: readonly DroppedFix[];
  readonly rounds: number;
}

export interface FixRequest {
  readonly level: Fix['level'];
  /** Which findings may be fixed: those that are reported. */
  readonly wanted: (finding: Finding) => boolean;
  readonly recheck: () => Promise<CheckResult>;
  /** Puts new texts in place; tells what failed, by file. */
  readonly write: (texts: ReadonlyMap<string, string>, result: CheckResult) => Promise<readonly Problem[]>;
  readonly placeOf: (result: CheckResult, finding: Finding) => string;
}

const maxRounds = 10;

export async function fixUntilStable(first: CheckResult, request: FixRequest): Promise<FixOutcome> {
  let result = first;
  let dropped: readonly DroppedFix[] = [];
  const applied: Applied[] = [];
  const problems: Problem[] = [];
  const failed = new Set<string>();
  let rounds = 0;
  while (rounds < maxRounds) {
    const plan = await planRound(result, request.level, (finding) => request.wanted(finding), failed);
    dropped = plan.dropped;
    if (plan.texts.size === 0) break;
    rounds++;
    const current = result;
    for (const files of connected(plan.applied)) {
      const texts = new Map([...plan.texts].filter(([file]) => files.has(file)));
      const failures = await request.write(texts, result);
      problems.push(...failures);
      if (failures.length > 0) for (const file of files) failed.add(file);
    }
    for (const fix of plan.applied) {
      const finding = plan.findings.get(fix);
      if (finding !== undefined && !fix.edits.some(({ file }) => failed.has(file)))
        applied.push({ finding, fix, place: request.placeOf(current, finding) });
    }
    result = await request.recheck();
  }
  const last = result;
  const merged: CheckResult = { ...last, problems: [...last.problems, ...problems], fix: (finding) => last.fix(finding) };
  return { result: merged, applied, dropped, rounds };
}

export async function planRound(
  result: CheckResult,
  level: Fix['level'],
  wanted: (finding: Finding) => boolean,
  excluded: ReadonlySet<string> = new Set(),
) {
  const fixes: Fix[] = [];
  const findings = new Map<Fix, Finding>();
  for (const finding of result.findings) {
    if (!wanted(finding)) continue;
    const fix = await fixOf(result, finding);
    if (fix === null || !('level' in fix) || (fix.level === 'suggestion' && level === 'safe') || fix.edits.some(({ file }) => excluded.has(file)))
      continue;
    if (findings.has(fix)) continue;
    fixes.push(fix);
    findings.set(fix, finding);
  }
  // Where two are in each other's way, the safe one goes first.
  fixes.sort((a, b) => Number(a.level === 'suggestion') - Number(b.level === 'suggestion'));
  const textOf = (file: string): string | null => result.sources.get(file) ?? null;
  // Loaded here, because it needs a parser, and `--help` does not.
  const { scopesOf } = await import('../engine/scopes.ts');
  const plan = planFixes(fixes, textOf, scopesOf(textOf));
  const texts = new Map([...plan.texts].map(([file, text]) => [file, inNotebook(result, file, plan.edits.get(file) ?? []) ?? text]));
  return { ...plan, texts, findings };
}

/** What a notebook holds after the edits; null for other files. */
function inNotebook({ notebooks }: CheckResult, file: string, edits: readonly Edit[]): string | null {
  const notebook = notebooks.get(file);
  return notebook ? rewrite(notebook.json, editsOfFile(notebook, edits)) : null;
}

/** Writes a group of files that belong together; when one fails, those already written get their old text back. */
export async function writeTogether(texts: ReadonlyMap<string, string>, result: CheckResult): Promise<readonly Problem[]> {
  const written: string[] = [];
  for (const [file, next] of texts) {
    const problem = await writeSourceAtomically(file, fileText(result, file) ?? '', next);
    if (problem === null) {
      written.push(file);
      continue;
    }
    const problems = [problem];
    for (const back of written) {
      const failure = await writeSourceAtomically(back, texts.get(back) ?? '', fileText(result, back) ?? '');
      if (failure !== null) problems.push(failure);
    }
    return problems;
  }
  return [];
}

/** Groups of files that fixes tie together. */
function connected(fixes: readonly Fix[]): Set<string>[] {
  const groupOf = new Map<string, Set<string>>();
  for (const { edits } of fixes) {
    const group = new Set<string>();
    for (const { file } of edits) for (const member of groupOf.get(file) ?? [file]) group.add(member);
    for (const member of group) groupOf.set(member, group);
  }
  return [...new Set(groupOf.values())];
}
