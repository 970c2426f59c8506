/** One finding for a person: where, what, the code, the path to it, the sizes behind it and what can be done. */
import type { Finding, Fix, Refusal, Severity, TraceStep } from '../../model/finding.ts';
import type { Colors } from '../colors.ts';
import { fixOf } from '../fix-of.ts';
import { codeFrame } from '../text/frame.ts';
import { shownWidth, wrap } from '../text/wrap.ts';
import { heatText } from './heat-text.ts';
import { lineText, placeText } from './place-text.ts';
import type { Place, Report } from './report.ts';

export async function findingText(report: Report, finding: Finding): Promise<string> {
  const { colors: c, columns } = report;
  const fix = await fixOf(report.result, finding);
  const evidence = [...new Set(finding.evidence)];
  const sizes = evidence.filter((each) => OF_SIZE.test(each)).map(shorter);
  const reasons = evidence.filter((each) => !OF_SIZE.test(each));
  const facts = [
    ...(isLong(report, finding) ? [fact('path', pathLines(report, finding.trace, c), c)] : []),
    ...(finding.heat === undefined ? [] : [fact('heat', [wrap(markCode(heatText(finding), c.bold), columns - indent)], c)]),
    ...(sizes.length > 0 ? [fact('size', wrapAll(sizes, columns), c)] : []),
    ...(reasons.length > 0 ? [fact('why', wrapAll(reasons, columns), c)] : []),
    ...(fix === null ? [] : [fact('fix', [wrap(fixText(fix, c), columns - indent)], c)]),
  ];
  return [
    heading(report, finding),
    wrap(markCode(finding.message, c.bold), columns),
    '',
    ...frame(report, finding),
    ...(facts.length > 0 ? ['', ...facts] : []),
    '',
  ].join('\n');
}

function frame(report: Report, finding: Finding): string[] {
  const { file, cell, lines, range } = report.placeOf(finding.file, finding.span);
  if (lines === null) return [];
  const here = finding.trace.filter((step) => isIn(report, step, { file, cell }));
  const label = here.findLast((step) => step.span.start >= finding.span.start && step.span.end <= finding.span.end);
  const notes = here
    .filter((step) => step !== label)
    .map((step) => ({ line: report.placeOf(step.file, step.span).range.start.line, message: step.message }));
  return codeFrame({
    lines,
    range,
    label: label?.message ?? null,
    notes: unique(notes),
    columns: report.columns,
    colors: report.colors,
    paint: painter(report.colors, finding.severity),
  });
}

export function heading(report: Report, finding: Finding): string {
  const { colors: c } = report;
  return `${c.underline(placeText(report.placeOf(finding.file, finding.span)))}  ${painter(c, finding.severity)(finding.severity)}  ${c.dim(finding.rule)}`;
}

export function painter(c: Colors, severity: Severity): (text: string) => string {
  return severity === 'error' ? c.red : severity === 'warning' ? c.yellow : c.blue;
}

/** `` `code` `` stands out; the back-ticks stay, so that copied text keeps its meaning. */
export function markCode(text: string, style: (text: string) => string): string {
  return text.replace(/`[^`]*`/g, (code) => style(code));
}

/** The frame alone tells a path that stays inside one function; anything longer is spelled out. */
function isLong(report: Report, { file, span, trace }: Finding): boolean {
  const place = report.placeOf(file, span);
  return trace.some((step) => !isIn(report, step, place) || /^calls\b/.test(step.message));
}

function isIn(report: Report, step: TraceStep, { file, cell }: Pick<Place, 'file' | 'cell'>): boolean {
  const place = report.placeOf(step.file, step.span);
  return place.file === file && place.cell === cell;
}

function pathLines(report: Report, trace: readonly TraceStep[], c: Colors): string[] {
  const places = trace.map(({ file, span }) => lineText(report.placeOf(file, span)));
  const width = Math.max(...places.map((text) => text.length));
  return trace.map(({ message }, i) => `${(places[i] ?? '').padEnd(width)}  ${c.cyan(message)}`);
}

export function fixText(fix: Fix | Refusal, c: Colors): string {
  if ('refused' in fix) return `${c.dim('not automatic:')} ${fix.refused}`;
  const title = markCode(fix.title, c.bold);
  if (fix.level === 'safe') return `${title} (${c.green('safe')})`;
  const unproven = fix.unproven.filter((phrase) => !fix.title.includes(phrase));
  return `${title} (${c.yellow('suggestion')}${unproven.length > 0 ? `, unproven: ${unproven.join(', ')}` : ''})`;
}

const indent = 8;

function fact(name: string, texts: readonly string[], c: Colors): string {
  const [first = '', ...rest] = texts.flatMap((text) => text.split('\n'));
  return [`  ${c.dim(`${name}:`.padEnd(indent - 2))}${first}`, ...rest.map((text) => ' '.repeat(indent) + text)].join('\n');
}

/** `` `xs`: rows of a query `` */
const OF_SIZE = /^(`[^`]+`|the list): /;

/** `` `xs`: `xs` is a parameter `` says its name once too often. */
const shorter = (evidence: string) => evidence.replace(/^(`[^`]+`): (?=\1)/, '');

const wrapAll = (texts: readonly string[], columns: number) =>
  texts.map((text) => (shownWidth(text) > columns - indent ? wrap(text, columns - indent, '  ') : text));

function unique<T extends { line: number; message: string }>(notes: readonly T[]): T[] {
  return [...new Map(notes.map((note) => [`${note.line} ${note.message}`, note])).values()];
}
