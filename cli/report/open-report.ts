/** Prepares a result for printing: chooses what is severe enough, and turns paths and offsets into what people and code hosts read. */
import { existsSync } from 'node:fs';
import { dirname, join, relative as relativePath } from 'node:path';
import { type Lines, linesOf } from '../../engine/lines.ts';
import { type Cell, cellAt, spanInCell, spanInFile } from '../../engine/notebook.ts';
import { withSlashes } from '../../engine/paths.ts';
import type { CheckResult } from '../../engine/result.ts';
import type { Span } from '../../model/file.ts';
import type { Severity } from '../../model/finding.ts';
import type { Colors } from '../colors.ts';
import { fileText } from '../file-text.ts';
import type { Io } from '../io.ts';
import type { Options, Range, Report, RuleInfo } from './report.ts';

export interface ReportInput {
  readonly result: CheckResult;
  readonly minimum: Severity;
  readonly io: Pick<Io, 'cwd' | 'env' | 'columns'>;
  readonly rules: readonly RuleInfo[];
  readonly ruleDoc: (rule: string) => string | null;
  readonly milliseconds: number;
  readonly options: Options;
  readonly colors: Colors;
}

const rank: Record<Severity, number> = { off: 0, info: 1, warning: 2, error: 3 };

export const atLeast = (severity: Severity, minimum: Severity): boolean => rank[severity] >= rank[minimum];

export function openReport({ result, minimum, io, ...rest }: ReportInput): Report {
  const cwd = withSlashes(io.cwd);
  const repository = repositoryOf(io);
  const tables = new Map<string, Lines>();
  const lines = (file: string): Lines | null => {
    const text = fileText(result, file);
    if (text === undefined) return null;
    let table = tables.get(file);
    if (table === undefined) tables.set(file, (table = linesOf(text)));
    return table;
  };
  const cellTables = new Map<Cell, Lines>();
  const linesIn = (cell: Cell): Lines => {
    const table = cellTables.get(cell) ?? linesOf(cell.source);
    cellTables.set(cell, table);
    return table;
  };
  const relative = (file: string): string => withSlashes(relativePath(cwd, file)) || '.';
  const range: Report['range'] = (file, span) => {
    const notebook = result.notebooks.get(file);
    return rangeIn(lines(file), notebook ? spanInFile(notebook, span) : span);
  };
  const tidy = (text: string) => text.replaceAll(cwd.endsWith('/') ? cwd : `${cwd}/`, '');
  return {
    ...rest,
    result,
    problems: result.problems.map((problem) => ({ ...problem, message: tidy(problem.message) })),
    skipped: result.skipped.map(({ file, reason }) => ({ file, reason: tidy(reason) })),
    findings: result.findings.filter(({ severity }) => atLeast(severity, minimum)),
    hidden: result.findings.filter(({ severity }) => severity !== 'off' && !atLeast(severity, minimum)).length,
    env: io.env,
    columns: Math.max(40, Math.min(io.columns ?? 120, 160)),
    relative,
    inRepository: (file) => inside(repository, file),
    subfolder: inside(repository, cwd) ?? '',
    lines,
    range,
    placeOf(file, span) {
      const notebook = result.notebooks.get(file);
      const cell = notebook && cellAt(notebook, span.start);
      if (!cell) return { file: relative(file), cell: null, lines: lines(file), range: range(file, span) };
      return { file: relative(file), cell: cell.number, lines: linesIn(cell), range: rangeIn(linesIn(cell), spanInCell(cell, span)) };
    },
  };
}

/** One-based, `end` exclusive; the beginning of a file whose text is not known. */
export function rangeIn(lines: Lines | null, { start, end }: Span): Range {
  if (lines === null) return { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

/** Annotations and SARIF name files from the root of the repository, wherever the command was started. */
function repositoryOf({ cwd, env }: ReportInput['io']): string {
  const workspace = env.GITHUB_WORKSPACE;
  if (workspace !== undefined && workspace !== '' && inside(withSlashes(workspace), withSlashes(cwd)) !== null) return withSlashes(workspace);
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return withSlashes(folder);
    if (dirname(folder) === folder) return withSlashes(cwd);
  }
}

function inside(folder: string, file: string): string | null {
  const path = withSlashes(relativePath(folder, file));
  return path === '..' || path.startsWith('../') || /^([a-z]:|\/)/i.test(path) ? null : path;
}
