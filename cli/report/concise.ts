/** One line per finding, in the form that editors and grep know. */
import { place } from './finding-text.ts';
import type { Reporter } from './report.ts';

export const concise: Reporter = async (report, out) => {
  for (const finding of report.findings)
    out.write(`${place(report, finding.file, finding.span)}: ${finding.severity} ${finding.rule}: ${finding.message}\n`);
};
