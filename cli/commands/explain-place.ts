/** `scalelint explain FILE:LINE`: the findings of a line in full, what their fixes change, and what these rest on. */
import { absolutePath, isInside } from '../../engine/paths.ts';
import { createRootFinder } from '../../engine/project-root.ts';
import type { Finding, Fix } from '../../model/finding.ts';
import type { Colors } from '../colors.ts';
import { fileText } from '../file-text.ts';
import { planRound } from '../fix.ts';
import { fixOf } from '../fix-of.ts';
import { unifiedDiff } from '../fix-report.ts';
import { progressLine } from '../progress.ts';
import { findingText, markCode } from '../report/finding-text.ts';
import { openReport } from '../report/open-report.ts';
import { lineText } from '../report/place-text.ts';
import type { Report } from '../report/report.ts';
import { ruleDoc } from '../rule-docs.ts';
import { wrap } from '../text/wrap.ts';
import { exists, noSuchPath } from './check-request.ts';
import type { Context, ExitCode } from './context.ts';

/** As reports write it: `src/a.ts:7`, `src/a.ts:7:34`, `analysis.ipynb, cell 3, line 4:12`. */
export interface AskedPlace {
  readonly path: string;
  /** Null: the line is one of the file, not of a cell. */
  readonly cell: number | null;
  readonly line: number;
}

export function placeIn(operand: string): AskedPlace | null {
  const match = /^(.+?)(?::|, cell (\d+), line )(\d+)(?::\d+)?:?$/.exec(operand);
  if (match === null) return null;
  return { path: match[1] as string, cell: match[2] === undefined ? null : Number(match[2]), line: Number(match[3]) };
}

export async function explainPlace({ args, io, engine, colors }: Context, asked: AskedPlace): Promise<ExitCode> {
  const file = absolutePath(asked.path, io.cwd);
  if (!exists(file)) throw noSuchPath(asked.path, io.cwd);
  const begun = performance.now();
  const progress = progressLine(io, !args.quiet);
  const cwd = absolutePath('.', io.cwd);
  const { root } = createRootFinder(undefined, [cwd]).rootsOf(file);
  // All of the project is read, because who calls the line decides what is said of it; of the folder around it only where that is a part of one.
  const result = await engine.check({
    cwd: io.cwd,
    paths: [isInside(cwd, root) ? '.' : root, asked.path],
    onProgress: progress.report,
  });
  progress.clear();
  const report = openReport({
    result,
    minimum: 'info',
    io,
    rules: await engine.rules(),
    ruleDoc,
    milliseconds: performance.now() - begun,
    options: { quiet: args.quiet, verbose: true, paths: args.operands, fixing: false },
    colors,
  });

  const isHere = (finding: Finding) => finding.file === file && isOn(report, finding, asked);
  const found = report.findings.filter(isHere);
  const suppressed = result.suppressed.filter(({ finding }) => isHere(finding));
  for (const finding of found) io.stdout.write(`${await inFull(report, finding)}\n`);
  for (const { finding, reason } of suppressed)
    io.stdout.write(`${await inFull(report, finding)}\n${colors.dim(`A comment suppresses it${reason === '' ? '' : `: ${reason}`}`)}\n\n`);
  const names = new Set([...found, ...suppressed.map(({ finding }) => finding)].map(({ rule }) => rule));
  if (names.size === 0) io.stdout.write(`${nothing(report, file, asked)}\n`);
  for (const name of names) io.stdout.write(`${colors.dim(`All about the rule: scalelint explain ${name}`)}\n`);
  return 0;
}

function isOn(report: Report, { file, span }: Finding, { cell, line }: AskedPlace): boolean {
  const { start, end } = cell === null ? report.range(file, span) : report.placeOf(file, span).range;
  return (cell === null || report.placeOf(file, span).cell === cell) && start.line <= line && line <= end.line;
}

async function inFull(report: Report, finding: Finding): Promise<string> {
  const { result, colors: c, columns } = report;
  const text = await findingText(report, finding);
  const fix = await fixOf(result, finding);
  if (fix === null || 'refused' in fix) return text;
  const facts = proofLines(fix, c).map((line) => `        ${wrap(line, columns - 10, '          ')}\n`);
  return `${text}${facts.join('')}\n${await diffOf(report, finding)}`;
}

function proofLines({ proofs, unproven }: Fix, c: Colors): string[] {
  return [
    ...proofs.map((phrase) => `${c.green('✓')} ${markCode(phrase, c.bold)}`),
    ...unproven.map((phrase) => `${c.yellow('?')} not proven: ${markCode(phrase, c.bold)}`),
  ];
}

async function diffOf({ result, relative: shown, colors }: Report, finding: Finding): Promise<string> {
  const { texts } = await planRound(result, 'suggestion', (other) => other === finding);
  return unifiedDiff((file) => fileText(result, file), texts, shown, colors);
}

function nothing(report: Report, file: string, { path, line }: AskedPlace): string {
  const { result, colors: c } = report;
  const skipped = result.skipped.find((one) => one.file === file);
  if (skipped !== undefined) return `${path} is not checked: ${skipped.reason}.`;
  const places = [...new Set(report.findings.filter((finding) => finding.file === file).map(({ span }) => lineText(report.placeOf(file, span))))];
  const elsewhere = places.length === 0 ? 'There is none in this file.' : `There are some at ${places.join(', ')}.`;
  return `No finding at ${path}:${line}. ${elsewhere}\n${c.dim(`scalelint model ${path} shows what was understood of the file.`)}`;
}
