/**
 * Annotations for GitHub Actions. GitHub shows ten of each level per step and drops the rest in silence, so the worst come first,
 * a closing notice says how many are missing, and the whole list goes to the job summary.
 */
import { appendFile } from 'node:fs/promises';
import type { Finding } from '../../model/finding.ts';
import { count } from '../text/wrap.ts';
import { messageOf } from './heat-text.ts';
import { lineText } from './place-text.ts';
import { fixFirst } from './rank.ts';
import type { Report, Reporter } from './report.ts';
import { tally } from './summary.ts';

const perLevel = 10;
const rowsInSummary = 200;
const levels = { error: 'error', warning: 'warning', info: 'notice' } as const;

export const github: Reporter = async (report, out) => {
  const ranked = fixFirst(report.findings, report.rules, report.findings.length).map(({ finding }) => finding);
  const order = new Set([...ranked, ...report.findings]);
  let shown = 0;
  for (const [severity, level] of Object.entries(levels)) {
    // The closing notice needs a place of its own.
    const room = level === 'notice' ? perLevel - 1 : perLevel;
    const chosen = new Set([...order].filter((finding) => finding.severity === severity).slice(0, room));
    for (const finding of report.findings) if (chosen.has(finding)) out.write(annotation(report, finding, level));
    shown += chosen.size;
  }
  const missing = report.findings.length - shown;
  if (missing > 0)
    out.write(
      `::notice title=scalelint::${data(`${count(missing, 'more finding')} not shown here: GitHub shows ${perLevel} of each level. Run scalelint to see all.`)}\n`,
    );
  for (const problem of report.problems) if (problem.level !== 'note') out.write(`::error title=scalelint::${data(problem.message)}\n`);
  const file = report.env.GITHUB_STEP_SUMMARY;
  if (file !== undefined && file !== '') await appendFile(file, markdown(report));
};

function annotation(report: Report, finding: Finding, level: string): string {
  const { start, end } = report.range(finding.file, finding.span);
  const { cell } = report.placeOf(finding.file, finding.span);
  const properties = {
    file: report.inRepository(finding.file) ?? report.relative(finding.file),
    line: start.line,
    endLine: end.line,
    col: start.column,
    // GitHub's last column is inclusive, and means nothing across lines.
    ...(end.line === start.line ? { endColumn: Math.max(start.column, end.column - 1) } : {}),
    title: `scalelint(${finding.rule})${cell === null ? '' : ` in cell ${cell}`}`,
  };
  return `::${level} ${Object.entries(properties)
    .map(([name, value]) => `${name}=${property(String(value))}`)
    .join(',')}::${data(messageOf(finding))}\n`;
}

const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** The job summary. */
export function markdown(report: Report): string {
  const { findings, result } = report;
  const title = findings.length === 0 ? 'no scalability problems' : count(findings.length, 'scalability problem');
  const lines = [`### scalelint: ${title}`, '', `Checked ${count(result.files.length, 'file')}, ${count(result.lines, 'line')}.`, ''];
  if (findings.length > 0) {
    lines.push(
      tally(findings.map(({ rule }) => rule))
        .map(([rule, n]) => `**${n}** ${rule}`)
        .join(' · '),
      '',
      '| where | rule | what |',
      '| --- | --- | --- |',
    );
    for (const finding of findings.slice(0, rowsInSummary)) {
      const place = report.placeOf(finding.file, finding.span);
      const where = lineText({ ...place, file: report.inRepository(finding.file) ?? place.file });
      lines.push(`| ${field(where)} | ${finding.rule} | ${field(messageOf(finding))} |`);
    }
    if (findings.length > rowsInSummary) lines.push('', `${count(findings.length - rowsInSummary, 'more finding')} not listed.`);
    lines.push('');
  }
  return `${lines.join('\n')}\n`;
}

const field = (text: string) =>
  text
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')
    .replace(/\s*\n\s*/g, ' ');
