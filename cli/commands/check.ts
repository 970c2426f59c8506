/** `scalelint check`: finds, fixes if asked to, and reports. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { CheckRequest } from '../../engine/check.ts';
import type { CheckResult, Problem } from '../../engine/result.ts';
import type { Finding, Fix } from '../../model/finding.ts';
import { plain } from '../colors.ts';
import { fileText } from '../file-text.ts';
import { fixUntilStable, planRound, writeTogether } from '../fix.ts';
import { fixLog, unifiedDiff } from '../fix-report.ts';
import type { Out } from '../io.ts';
import type { Format } from '../options.ts';
import { progressLine } from '../progress.ts';
import { concise } from '../report/concise.ts';
import { github } from '../report/github.ts';
import { json } from '../report/json.ts';
import { atLeast, openReport } from '../report/open-report.ts';
import { lineText } from '../report/place-text.ts';
import { pretty } from '../report/pretty.ts';
import type { Report, Reporter } from '../report/report.ts';
import { sarif } from '../report/sarif.ts';
import { fixLevels } from '../report/summary.ts';
import { ruleDoc } from '../rule-docs.ts';
import { count } from '../text/wrap.ts';
import { checkRequest } from './check-request.ts';
import type { Context, ExitCode } from './context.ts';

const reporters: Record<Format, Reporter> = { pretty, concise, json, sarif, github };

export async function check(context: Context): Promise<ExitCode> {
  const { args, io, engine, colors } = context;
  const begun = performance.now();
  const rules = await engine.rules();
  let request = await checkRequest(context, rules);
  const progress = progressLine(io, !args.quiet);
  const run = async () => {
    const result = await engine.check({ ...request, onProgress: progress.report });
    progress.clear();
    return result;
  };

  let result = await run();
  const wanted = (finding: Finding) => atLeast(finding.severity, args.severity);
  const level = args.fix === 'suggestion' ? 'suggestion' : 'safe';
  const reportFor = (current: CheckResult, file: string | null): Report =>
    openReport({
      result: current,
      minimum: args.severity,
      io,
      rules,
      ruleDoc,
      milliseconds: performance.now() - begun,
      options: { quiet: args.quiet, verbose: args.verbose, paths: args.operands, fixing: args.fix !== 'none' },
      colors: file === null ? colors : plain,
    });

  // Whatever else is printed with a diff or a fixed text on standard output goes to stderr.
  let onStdout: 'report' | 'text' = 'report';
  if (args.diff) {
    const { texts } = await planRound(result, level, wanted);
    io.stdout.write(unifiedDiff((file) => fileText(result, file), texts, reportFor(result, null).relative, colors));
    if (!args.quiet)
      io.stderr.write(
        texts.size === 0 ? await noFixes(reportFor(result, null), level) : `${count(texts.size, 'file')} would change. Nothing was written.\n`,
      );
    onStdout = 'text';
  } else if (args.fix !== 'none') {
    const outcome = await fixUntilStable(result, {
      level,
      wanted,
      recheck: run,
      placeOf: (current, { file, span }) => lineText(reportFor(current, null).placeOf(file, span)),
      write: async (texts, current) => {
        if (request.stdin === undefined) return writeTogether(texts, current);
        request = withText(request, texts);
        return [];
      },
    });
    result = outcome.result;
    if (request.stdin !== undefined) {
      io.stdout.write(request.stdin.text);
      onStdout = 'text';
    }
    const log = onStdout === 'report' && args.reports.some(({ format, file }) => format === 'pretty' && file === null) ? io.stdout : io.stderr;
    if (!args.quiet) log.write(fixLog(outcome, colors));
  }

  for (const { format, file } of args.reports) {
    const report = reportFor(result, file);
    if (file !== null) await writeReport(resolve(io.cwd, file), (out) => reporters[format](report, out));
    else if (onStdout === 'report') await reporters[format](report, io.stdout);
    else if (!args.diff) await reporters[format](report, io.stderr);
    if (file !== null && !args.quiet) io.stderr.write(`Wrote ${count(report.findings.length, 'finding')} to ${file}\n`);
  }

  const report = reportFor(result, null);
  for (const problem of report.problems) if (problem.level !== 'note' || !args.quiet) io.stderr.write(problemLine(problem, report));
  if (report.problems.some((problem) => problem.level !== 'note')) return 2;
  return report.findings.some(({ severity }) => atLeast(severity, 'warning')) ? 1 : 0;
}

function withText(request: CheckRequest, texts: ReadonlyMap<string, string>): CheckRequest {
  const [text] = texts.values();
  return request.stdin === undefined || text === undefined ? request : { ...request, stdin: { ...request.stdin, text } };
}

async function writeReport(file: string, write: (out: Out) => Promise<void>): Promise<void> {
  const pieces: string[] = [];
  await write({ write: (text) => void pieces.push(text) });
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, pieces.join(''));
}

function problemLine({ file, span, message, level }: Problem, report: Report): string {
  const { colors: c } = report;
  const name = level === 'note' ? c.blue('note') : c.red('error');
  // Many messages name their place themselves.
  const shown = file === null ? '' : report.relative(file);
  const where =
    shown === '' || file === null || message.includes(shown)
      ? ''
      : span === null || report.lines(file) === null
        ? `${shown}: `
        : `${lineText(report.placeOf(file, span))}: `;
  return `${name}: ${where}${message}\n`;
}

async function noFixes(report: Report, level: Fix['level']): Promise<string> {
  const { suggestion } = level === 'safe' ? await fixLevels(report, report.findings) : { suggestion: 0 };
  return `No automatic fixes.${suggestion > 0 ? ` ${count(suggestion, 'suggested fix', 'suggested fixes')} to review: --diff --fix-suggestions` : ''}\n`;
}
