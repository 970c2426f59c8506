/** What a framework touches of each row that its query does not load: one finding, at the query. */
import type { FileModel, Span } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { LOADS } from '../../model/query-loads.ts';
import type { Rows } from '../../model/rows.ts';
import type { Touch } from '../../model/touches.ts';
import { doubtText } from '../../model/wording.ts';
import { fixFor, isThere, NOT_EACH, pathOf, pythonRemedy, withoutWaysBack } from './paths.ts';

/** More than a few places to look at explain nothing. */
const MOST_STEPS = 4;

/** The class or the function that lists the rows. */
export interface Lister {
  readonly file: FileModel;
  readonly name: string;
  readonly span: Span;
}

/** `who` touches the rows. Null where all of it is loaded. */
export function unloaded(rows: Rows, lister: Lister, who: string, all: readonly Touch[]): Finding | null {
  const byPath = new Map<string, Touch>();
  for (const touch of all) {
    const path = pathOf(touch);
    if (!isThere(rows, touch) && !byPath.has(path)) byPath.set(path, touch);
  }
  const touches = withoutWaysBack(rows, [...byPath.values()]);
  if (touches.length === 0) return null;
  const names = touches.map((touch) => `\`${pathOf(touch)}\``);
  const what = names.length > 2 ? `${names[0]} and ${names.length - 1} more` : names.join(' and ');
  const queries = names.length === 1 ? 'one more query' : `${names.length} more queries`;
  return {
    rule: 'lazy-relation-in-loop',
    file: rows.file.path,
    span: extended(rows, touches.map(pathOf)) ?? rows.query,
    severity: touches.every((touch) => touch.isFallback) ? 'info' : 'warning',
    message: `\`${who}\` touches ${what} of each \`${rows.model}\`, which this query does not load: ${queries} per row. ${pythonRemedy(touches, rows.model ?? '')}`,
    growth: null,
    evidence: [`\`${lister.name}\` lists the rows of this query`, ...(touches.every((touch) => touch.isFallback) ? doubtText(NOT_EACH) : [])],
    trace: [
      { file: lister.file.path, span: lister.span, message: `\`${lister.name}\` lists them` },
      ...touches.slice(0, MOST_STEPS).flatMap((t) => t.steps),
    ],
    fix: fixFor(rows, touches),
  };
}

/** A finding that is a hint by itself, and why. */
export function asHint(finding: Finding, doubt: string): Finding {
  return finding.severity === 'info' ? finding : { ...finding, severity: 'info', evidence: [...finding.evidence, ...doubtText(doubt)] };
}

/** What the query is told to load, where it is only not told enough: `'tags'` of `prefetch_related('tags')`, if rows are asked for `tags.owner`. */
function extended(rows: Rows, paths: readonly string[]): Span | null {
  const leadTo = (name: string) => (path: string) => path.startsWith(`${name}.`);
  const told = rows.file.calls
    .filter((call) => call.span.start === rows.query.start && LOADS.test(call.member ?? ''))
    .flatMap((call) => call.args)
    .flatMap(({ value: { literal, span } }) => (typeof literal === 'string' ? [{ name: literal.replaceAll('__', '.'), span }] : []))
    .filter(({ name }) => paths.some(leadTo(name)));
  return paths.every((path) => told.some(({ name }) => leadTo(name)(path))) ? (told[0]?.span ?? null) : null;
}
