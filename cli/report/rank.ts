/**
 * What to fix first. A finding's expected impact: what each repetition costs (a query or a request far more than a scan), how much data
 * there is (a table more than an input), how hot the code is (measured, where a profile was given), the degree of the growth, and how many findings one repair would settle.
 */
import type { Finding } from '../../model/finding.ts';
import type { RuleInfo } from './report.ts';

export interface Ranked {
  readonly finding: Finding;
  /** Other findings whose path ends at the same operation. */
  readonly alsoReachedBy: number;
}

const subjectWeight: Record<RuleInfo['subject'], number> = {
  database: 60,
  io: 40,
  concurrency: 40,
  queues: 40,
  async: 30,
  sharding: 30,
  scaling: 30,
  caching: 20,
  algorithms: 0,
  'data-structures': 0,
  suppressions: -50,
};

export function fixFirst(findings: readonly Finding[], rules: readonly RuleInfo[], limit = 3): Ranked[] {
  const subjects = new Map(rules.map(({ name, subject }) => [name, subject]));
  const byTarget = new Map<string, { finding: Finding; impact: number; count: number }>();
  for (const finding of findings) {
    const target = targetOf(finding);
    const subject = subjects.get(finding.rule);
    const impact = impactOf(finding, subject === undefined ? 0 : subjectWeight[subject]);
    const known = byTarget.get(target);
    if (known === undefined) byTarget.set(target, { finding, impact, count: 1 });
    else
      byTarget.set(target, {
        ...(impact > known.impact ? { finding, impact } : { finding: known.finding, impact: known.impact }),
        count: known.count + 1,
      });
  }
  return [...byTarget.values()]
    .sort((a, b) => b.impact + shared(b.count) - (a.impact + shared(a.count)))
    .slice(0, limit)
    .map(({ finding, count }) => ({ finding, alsoReachedBy: count - 1 }));
}

function impactOf(finding: Finding, weight: number): number {
  const words = [...finding.evidence, ...finding.trace.map(({ message }) => message), finding.rule].join('\n');
  const hot = /\b(per|every) (request|message|event|job|render|resolver)\b|\bhandler\b|\bhot\b|hot-path/i.test(words);
  const table = /\b(table|rows?|query|unbounded)\b/i.test(finding.evidence.join('\n'));
  const severity = finding.severity === 'error' ? 30 : finding.severity === 'info' ? -50 : 0;
  // Half of the time is worth as much as the difference between a query and a scan.
  const measured = Math.round(120 * (finding.heat?.share ?? 0));
  return weight + severity + measured + (hot ? 30 : 0) + (table ? 20 : 0) + 10 * degreeOf(finding);
}

function degreeOf({ growth, trace }: Finding): number {
  const exponents = [...(growth ?? '').matchAll(/[²³⁴]/g)].reduce((sum, [power]) => sum + '¹²³⁴'.indexOf(power), 0);
  const factors = growth === null ? 0 : (growth.match(/[×*·]/g)?.length ?? 0) + 1 + exponents;
  return Math.max(factors, trace.filter(({ message }) => /\bloop\b/.test(message)).length);
}

const shared = (count: number) => Math.min(40, 10 * (count - 1));

/** Where the cost is paid: the end of the path, else the finding itself. */
function targetOf({ file, span, trace, rule }: Finding): string {
  const last = trace.at(-1);
  return `${rule} ${last?.file ?? file}:${last?.span.start ?? span.start}`;
}
