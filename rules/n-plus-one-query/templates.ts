/**
 * Templates that ask a query of each row: the number of related rows, the first of them, a method that queries. No call is in sight, for Django
 * calls what it looks up.
 */
import { callAt } from '../../model/chains.ts';
import type { Call, FileModel } from '../../model/file.ts';
import type { Finding, TraceStep } from '../../model/finding.ts';
import { placeOf as placeOfCall } from '../../model/hot-path.ts';
import type { FnRef, Program } from '../../model/program.ts';
import { type ClassRef, methodOf, relationsOf } from '../../model/relations.ts';
import { isRenderWaitedFor, placeOf, type Render, rendersIn } from '../../model/renders.ts';
import { isLoaded } from '../../model/rows.ts';
import { lookupsInRows, overName, type RowLookup, type TemplateLoop } from '../../model/template-rows.ts';
import { doubtText, NOBODY_WAITS, NOT_MANY } from '../../model/wording.ts';
import { queryByRow } from './query-by-row.ts';

interface Asked {
  /** What is looked up in the row, as far as the query: `books.first` of `author.books.first.title`. */
  readonly path: readonly string[];
  readonly remedy: string;
  /** From the template to the query, where that stands in a method. */
  readonly steps: readonly TraceStep[];
  /** What is called asks on a condition: of rows that are still open, where nothing is loaded yet. */
  readonly isConditional: boolean;
}

/** Have: {% for author in authors %}{{ author.books.count }}{% endfor %} */
export function* inTemplates(program: Program, file: FileModel): Iterable<Finding> {
  const said = new Set<string>();
  for (const render of rendersIn(program, file)) {
    const lookups = lookupsInRows(program, render);
    for (const at of lookups) {
      const { loop, from } = at.row;
      const asked = loop && askedOf(program, at, lookups);
      if (!loop || !asked) continue;
      const key = `${from.rows.file.path} ${from.rows.query.start} ${asked.path.join('.')} of ${at.row.path.map((relation) => relation.name).join('.')}`;
      if (!said.has(key)) yield report(program, file, render, at, loop, asked);
      said.add(key);
    }
  }
}

function askedOf(program: Program, at: RowLookup, others: readonly RowLookup[]): Asked | null {
  let { of } = at.row;
  const path: string[] = [];
  for (const [i, step] of at.steps.entries()) {
    const relation = relationsOf(program, of).get(step);
    if (!relation) return askedOfMember(program, of, [...path, step], step);
    path.push(step);
    if (relation.holds === 'many') return ofRelation(at, path, at.steps.slice(i + 1), others);
    if (!relation.target) return null;
    of = relation.target;
  }
  return null;
}

/** `books.count`: from rows that were loaded ahead it is counted without a query. */
function ofRelation(at: RowLookup, path: readonly string[], rest: readonly string[], others: readonly RowLookup[]): Asked | null {
  const [step, ...more] = rest;
  // `books.all.count` asks the same as `books.count`.
  if (step === 'all' && /^(count|exists)$/.test(more[0] ?? '')) return ofRelation(at, path, more, others);
  const whole = [...at.row.path.map((relation) => relation.name), ...path].join('.');
  if (step === undefined || isLoaded(at.row.from.rows, whole)) return null;
  // Where all of them are shown as well, loading them ahead is the remedy for both: the business of lazy-relation-in-loop.
  const shown = `${path.join('.')}.all`;
  const isShown = others.some(({ row, steps }) => {
    const asked = steps.join('.');
    return row.path.length === at.row.path.length && asked.startsWith(shown) && !/^\.(count|exists)$/.test(asked.slice(shown.length));
  });
  const remedy = isShown ? undefined : REMEDIES.get(step);
  return remedy === undefined
    ? null
    : {
        path: [...path, step],
        remedy: remedy.replace('*', (step === 'count' ? path.map(queryName) : path).join('__')),
        steps: [],
        isConditional: false,
      };
}

/** Queries know `author.book_set` as `book`. */
const queryName = (step: string): string => step.replace(/_set$/, '');

const REMEDIES: ReadonlyMap<string, string> = new Map([
  ['count', "Count them with the query: `.annotate(Count('*'))`."],
  ['exists', "Ask with the query: `.annotate(Exists(…))`, or load them with `.prefetch_related('*')`."],
  ['first', "Load them with `.prefetch_related('*')`, and take the first of `all`."],
  ['last', "Load them with `.prefetch_related('*')`, and take the last of `all`."],
]);

/** A method or a property of the row that queries, for this row and without arguments. */
function askedOfMember(program: Program, of: ClassRef, path: readonly string[], name: string): Asked | null {
  const method = methodOf(program, of, name);
  if (!method || method.fn.params.some((param) => !param.optional && !param.rest)) return null;
  const effect = queryByRow(program, method);
  if (!effect || effect.trace.length > 1) return null;
  const remedy = 'Fetch it for all rows at once, with the query or before the template is rendered.';
  return { path, remedy, steps: effect.trace, isConditional: effect.call !== null && isOnCondition(program, method, effect.call) };
}

/** Have: if self.status == 'done': return self.status, and the query below. */
function isOnCondition(program: Program, { file, fn }: FnRef, { span }: Call): boolean {
  const call = callAt(file, span);
  const isBranched = call !== undefined && (placeOfCall(program, file, call)?.branches.length ?? 0) > 0;
  return (
    isBranched ||
    fn.body.some((node) => node.kind === 'branch' && node.span.end <= span.start && node.arms.some((arm) => arm.some((n) => n.kind === 'exit')))
  );
}

function report(program: Program, file: FileModel, render: Render, at: RowLookup, loop: TemplateLoop, asked: Asked): Finding {
  const { path, remedy, steps } = asked;
  const over = overName(loop);
  const doubt = doubtOf(program, render, at, asked);
  return {
    rule: 'n-plus-one-query',
    file: file.path,
    span: placeOf(render, at.row.from.rows),
    severity: doubt === null ? 'warning' : 'info',
    message: `In \`${at.template.name}\`, line ${at.lookup.line}, \`${at.lookup.text}\` queries the database once per \`${loop.element}\`: ${over} + 1 round trips. ${remedy}`,
    growth: `O(${over})`,
    evidence: doubtText(doubt),
    trace: [
      { file: loop.template.path, span: loop.span, message: `loop over \`${loop.over.text}\`` },
      { file: at.template.path, span: at.lookup.span, message: steps.length > 0 ? `calls \`${path.at(-1)}\`` : 'queries the database' },
      ...steps,
      { file: file.path, span: render.span, message: `renders \`${render.template}\`` },
    ],
    fix: null,
  };
}

/** Why it is a hint by itself; null where nothing speaks against a warning. */
function doubtOf(program: Program, render: Render, at: RowLookup, { isConditional }: Asked): string | null {
  if (at.depends || isConditional) return 'it is not asked for each of them';
  if (!at.row.from.isMany) return NOT_MANY;
  return isRenderWaitedFor(program, render) ? null : NOBODY_WAITS;
}
