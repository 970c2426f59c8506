/** One line per finding, in the form that editors and grep know. */
import { messageOf } from './heat-text.ts';
import type { Place, Reporter } from './report.ts';

export const concise: Reporter = async (report, out) => {
  for (const finding of report.findings)
    out.write(`${address(report.placeOf(finding.file, finding.span))}: ${finding.severity} ${finding.rule}: ${messageOf(finding)}\n`);
};

function address({ file, cell, range }: Place): string {
  const { line, column } = range.start;
  return `${file}:${cell === null ? '' : `cell ${cell}:`}${line}:${column}`;
}
