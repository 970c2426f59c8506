/** From linked models to findings that count: rules run, severities of the configuration, suppressions. Checks and sessions share it. */
import type { FileModel } from '../model/file.ts';
import type { Finding } from '../model/finding.ts';
import type { Program } from '../model/program.ts';
import { rules as allRules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import type { ConfigResolver } from './config.ts';
import type { Loader } from './load.ts';
import type { Heating } from './profile/heat.ts';
import type { Problem } from './result.ts';
import { applySuppressions, suppressionRules } from './suppressions.ts';

export const ruleNames: ReadonlySet<string> = new Set([...allRules.map((r) => r.name), ...suppressionRules.map((r) => r.name)]);

/** A rule that fails loses its own findings and nobody else's. */
export function runRules(rules: readonly Rule[], program: Program, files: readonly FileModel[], problems: Problem[]): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    try {
      const own = files.filter((file) => rule.languages.includes(file.language));
      if (own.length > 0) for (const finding of rule.check(program, own)) findings.push(finding);
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

/** Severities from the configuration or else from profiles, then suppressions. */
export function settle(
  raw: readonly Finding[],
  loader: Loader,
  files: readonly FileModel[],
  config: ConfigResolver,
  ran: readonly Rule[],
  heating: Heating | null,
): { kept: Finding[]; suppressed: { finding: Finding; reason: string }[] } {
  const kept: Finding[] = [];
  const suppressed: { finding: Finding; reason: string }[] = [];
  const warm = heating?.on(loader) ?? null;
  const ranRules = new Set(ran.map((r) => r.name));
  const perFile = new Map<string, Finding[]>();
  for (const finding of raw) {
    const given = config.configFor(finding.file).severity(finding.rule, finding.file);
    if (given === 'off') continue;
    // A rule judges each finding; whoever names a level wants that one for all of them.
    const severity = given ?? finding.severity;
    const list = perFile.get(finding.file) ?? [];
    const judged = { ...finding, severity };
    list.push(warm ? warm.heated(judged, !given) : judged);
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

export function byPlace(a: Finding, b: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
