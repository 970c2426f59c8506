/** The end of a pretty report: how much was found and checked, what was left out, what to fix first and what to type next. */
import type { Finding, Fix } from '../../model/finding.ts';
import { fixOf } from '../fix-of.ts';
import { count, duration, grouped, shownWidth, wrap } from '../text/wrap.ts';
import { markCode, painter } from './finding-text.ts';
import { placeText } from './place-text.ts';
import { fixFirst } from './rank.ts';
import type { Report } from './report.ts';

export async function summary(report: Report): Promise<string> {
  const { findings, colors: c } = report;
  const checked = `${count(report.result.files.length, 'file')} (${count(report.result.lines, 'line')}, ${duration(report.milliseconds)})`;
  if (findings.length === 0) {
    return paragraphs([[...verdict(report, checked), ...asides(report)]]);
  }
  const files = grouped(new Set(findings.map(({ file }) => file)).size);
  const total = `${c.bold(count(findings.length, 'scalability problem'))} in ${files} of ${checked}`;
  return paragraphs([[total, ...asides(report)], byRule(report), findings.length > 3 ? topThree(report) : [], await nextCommands(report)]);
}

/** Nothing was found: because nothing is wrong, or because something could not be checked. */
function verdict({ result, problems, colors: c }: Report, checked: string): string[] {
  const failed = problems.some(({ level }) => level !== 'note');
  if (result.files.length === 0) return failed ? [] : [c.yellow('No source files found here.')];
  return [failed ? `No scalability problems found in what could be checked: ${checked}.` : c.green(`No scalability problems found in ${checked}.`)];
}

/** What was not reported or not checked, so that silence is never mistaken for health. */
function asides({ result, skipped, hidden, options, colors: c, columns, relative }: Report): string[] {
  const lines: string[] = [];
  if (hidden > 0) lines.push(c.dim(`${hidden} more at a lower severity: --severity info`));
  lines.push(...heatAsides(result.findings, c));
  if (result.suppressed.length > 0) lines.push(c.dim(`${count(result.suppressed.length, 'finding')} suppressed by comments`));
  if (skipped.length > 0 && options.verbose) {
    lines.push('Not checked:', ...skipped.map(({ file, reason }) => `  ${relative(file)}: ${reason}`));
  } else if (skipped.length > 0) {
    const groups = tally(skipped.map(({ reason }) => reason.replace(/\s*\(.*\)$/, '')));
    lines.push(c.dim(wrap(`Not checked: ${groups.map(([reason, n]) => `${n} ${reason}`).join(', ')} (list with --verbose)`, columns, '  ')));
  }
  if (options.verbose && result.timings.length > 0)
    lines.push(c.dim(`Time: ${result.timings.map(({ phase, milliseconds }) => `${phase} ${duration(milliseconds)}`).join(', ')}`));
  return lines;
}

/** What profiles changed: a finding that was lowered may not be shown at all. */
function heatAsides(all: readonly Finding[], c: Report['colors']): string[] {
  const changed = all.filter(({ heat }) => heat !== undefined && heat.before !== null);
  const raised = changed.filter(({ severity }) => severity === 'warning').length;
  const parts = [...(raised > 0 ? [`${raised} raised`] : []), ...(changed.length > raised ? [`${changed.length - raised} lowered`] : [])];
  return parts.length === 0 ? [] : [c.dim(`${parts.join(', ')} by what the profile says`)];
}

function byRule({ findings, rules, colors: c, columns }: Report): string[] {
  const counts = tally(findings.map(({ rule }) => rule));
  const numberWidth = String(counts[0]?.[1] ?? 0).length;
  const nameWidth = Math.max(...counts.map(([name]) => name.length));
  const summaries = new Map(rules.map(({ name, summary }) => [name, summary]));
  const severities = new Map(findings.map(({ rule, severity }) => [rule, severity]));
  for (const { rule, severity } of findings) if (severity === 'error') severities.set(rule, severity);
  const room = columns - numberWidth - nameWidth - 6;
  return counts.map(([name, n]) => {
    const text = summaries.get(name) ?? '';
    const shown = text.length <= room ? text : `${text.slice(0, Math.max(0, room - 1)).trimEnd()}…`;
    return `  ${painter(c, severities.get(name) ?? 'warning')(String(n).padStart(numberWidth))}  ${name.padEnd(nameWidth)}  ${c.dim(shown)}`.trimEnd();
  });
}

function topThree(report: Report): string[] {
  const { colors: c, columns } = report;
  const lines = fixFirst(report.findings, report.rules).flatMap(({ finding, alsoReachedBy }, i) => {
    const also = alsoReachedBy === 0 ? '' : c.dim(` (and ${count(alsoReachedBy, 'more finding')} with the same cause)`);
    return [
      `  ${i + 1}. ${c.underline(placeText(report.placeOf(finding.file, finding.span)))}  ${c.dim(finding.rule)}${also}`,
      `     ${wrap(markCode(finding.message, c.bold), columns - 5, '     ')}`,
      ...(finding.heat === undefined ? [] : [c.dim(`     ${wrap(finding.heat.text, columns - 5, '     ')}`)]),
    ];
  });
  return [c.bold('Fix first'), ...lines];
}

async function nextCommands(report: Report): Promise<string[]> {
  const { colors: c, findings, options } = report;
  const paths = options.paths.length === 0 ? '' : ` ${options.paths.map(quoted).join(' ')}`;
  // Hints are there because they were asked for, and only then they are mended.
  const asked = findings.some(({ severity }) => severity === 'info') ? ' --severity info' : '';
  const levels = options.fixing ? { safe: 0, suggestion: 0 } : await fixLevels(report, findings);
  const commands: [string, string][] = [];
  if (levels.safe > 0)
    commands.push([
      `scalelint --fix${asked}${paths}`,
      `apply ${count(levels.safe, 'safe fix', 'safe fixes')} (--diff shows ${levels.safe === 1 ? 'it' : 'them'} first)`,
    ]);
  else if (levels.suggestion > 0)
    commands.push([`scalelint --diff --fix-suggestions${asked}${paths}`, `look at ${count(levels.suggestion, 'suggested fix', 'suggested fixes')}`]);
  const first = fixFirst(findings, report.rules, 1)[0];
  if (first !== undefined) commands.push([`scalelint explain ${first.finding.rule}`, 'why it matters, and other ways out']);
  const width = Math.max(...commands.map(([command]) => shownWidth(command)));
  return [c.bold('Next'), ...commands.map(([command, what]) => `  ${c.cyan(command)}${' '.repeat(width - shownWidth(command))}  ${c.dim(what)}`)];
}

export async function fixLevels({ result }: Pick<Report, 'result'>, findings: readonly Finding[]): Promise<Record<Fix['level'], number>> {
  const levels = { safe: 0, suggestion: 0 };
  for (const finding of findings) {
    const fix = await fixOf(result, finding);
    if (fix !== null && 'level' in fix) levels[fix.level]++;
  }
  return levels;
}

/** Most frequent first; ties in order of name. */
export function tally(words: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}

const quoted = (path: string) => (/[^\w./@:+,=-]/.test(path) ? `'${path.replaceAll("'", "'\\''")}'` : path);
const paragraphs = (blocks: readonly string[][]) =>
  blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
