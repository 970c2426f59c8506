/** The report for people: findings grouped by file, each readable without having read anything else, then a summary. */

import { count } from '../text/wrap.ts';
import { findingText, heading, markCode } from './finding-text.ts';
import type { Reporter } from './report.ts';
import { summary } from './summary.ts';

/** Beyond this many, findings take two lines each unless all is asked for: nobody reads five hundred code frames. */
const inFull = 50;

export const pretty: Reporter = async (report, out) => {
  const { colors: c, columns, findings, options } = report;
  const perFile = new Map<string, number>();
  for (const { file } of findings) perFile.set(file, (perFile.get(file) ?? 0) + 1);

  let current: string | null = null;
  for (const [i, finding] of findings.entries()) {
    if (finding.file !== current) {
      const title = `── ${report.relative(finding.file)} · ${count(perFile.get(finding.file) ?? 0, 'finding')} `;
      out.write(`${c.dim(title.padEnd(Math.min(columns, 100), '─'))}\n\n`);
      current = finding.file;
    }
    if (i < inFull || options.verbose) out.write(`${await findingText(report, finding)}\n`);
    else out.write(`${heading(report, finding)}\n${markCode(finding.message, c.bold)}\n\n`);
  }
  if (findings.length > inFull && !options.verbose)
    out.write(c.dim(`The last ${findings.length - inFull} are shown in short; --verbose shows all in full.\n\n`));
  if (!options.quiet) out.write(await summary(report));
};
