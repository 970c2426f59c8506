/** The report for programs. Its shape is promised by schema/output.schema.json; `version` changes when the shape does. */
import { fixOf } from '../fix-of.ts';
import type { Reporter } from './report.ts';

export const jsonVersion = 1;

export const json: Reporter = async (report, out) => {
  const { result, relative, range } = report;
  const findings: object[] = [];
  for (const finding of report.findings) {
    const fix = await fixOf(result, finding);
    findings.push({
      rule: finding.rule,
      severity: finding.severity,
      file: relative(finding.file),
      range: range(finding.file, finding.span),
      message: finding.message,
      growth: finding.growth,
      trace: finding.trace.map((step) => ({ file: relative(step.file), range: range(step.file, step.span), message: step.message })),
      fix: fix !== null && 'level' in fix ? { level: fix.level, title: fix.title } : null,
      evidence: finding.evidence,
    });
  }
  const skipped = report.skipped.map(({ file, reason }) => ({ file: relative(file), reason }));
  const errors = report.problems
    .filter(({ level }) => level !== 'note')
    .map(({ file, message, span, level }) => ({
      file: file === null ? null : relative(file),
      message,
      level,
      range: file === null || span === null || report.lines(file) === null ? null : range(file, span),
    }));
  out.write(`${JSON.stringify({ version: jsonVersion, findings, skipped, errors }, null, 2)}\n`);
};
