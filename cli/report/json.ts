/** The report for programs. Its shape is promised by schema/output.schema.json; `version` changes when the shape does. */

import type { Span } from '../../model/file.ts';
import { fixOf } from '../fix-of.ts';
import type { Report, Reporter } from './report.ts';

export const jsonVersion = 1;

export const json: Reporter = async (report, out) => {
  const { result, relative } = report;
  const findings: object[] = [];
  for (const finding of report.findings) {
    const fix = await fixOf(result, finding);
    findings.push({
      rule: finding.rule,
      severity: finding.severity,
      ...where(report, finding.file, finding.span),
      message: finding.message,
      growth: finding.growth,
      trace: finding.trace.map((step) => ({ ...where(report, step.file, step.span), message: step.message })),
      fix: fix !== null && 'level' in fix ? { level: fix.level, title: fix.title, proofs: fix.proofs, unproven: fix.unproven } : null,
      refused: fix !== null && 'refused' in fix ? fix.refused : null,
      evidence: finding.evidence,
      ...(finding.heat === undefined ? {} : { heat: finding.heat }),
    });
  }
  const skipped = report.skipped.map(({ file, reason }) => ({ file: relative(file), reason }));
  const errors = report.problems
    .filter(({ level }) => level !== 'note')
    .map(({ file, message, span, level }) => ({
      file: file === null ? null : relative(file),
      message,
      level,
      range: null,
      ...(file === null || span === null || report.lines(file) === null ? {} : where(report, file, span)),
    }));
  out.write(`${JSON.stringify({ version: jsonVersion, findings, skipped, errors }, null, 2)}\n`);
};

/** The range is in the file as it is stored, the cell what somebody sees who opens it. */
function where(report: Report, file: string, span: Span): object {
  const { cell, range } = report.placeOf(file, span);
  return { file: report.relative(file), range: report.range(file, span), ...(cell === null ? {} : { cell: { number: cell, range } }) };
}
