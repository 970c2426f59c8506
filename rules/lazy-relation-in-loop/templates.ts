/**
 * Views that render a template which touches relations row by row. The finding stands at the query, where its remedy goes, and its path leads to
 * the place in the template.
 */
import type { FileModel } from '../../model/file.ts';
import type { Finding, TraceStep } from '../../model/finding.ts';
import type { Program } from '../../model/program.ts';
import { type Relation, relationsOf } from '../../model/relations.ts';
import { isRenderWaitedFor, placeOf, type Render, rendersIn } from '../../model/renders.ts';
import { lookupsInRows, overName, type RowLookup, type TemplateLoop } from '../../model/template-rows.ts';
import { type Touch, touchesOfMember } from '../../model/touches.ts';
import { doubtText, NOBODY_WAITS, NOT_MANY } from '../../model/wording.ts';
import { fixFor, isKeptBySession, isPagedThrough, isThere, KEPT_BY_SESSION, loadingCall, NOT_EACH, NOT_PAGED, pathOf, remedyFor } from './paths.ts';

interface Touched {
  readonly render: Render;
  readonly at: RowLookup;
  readonly loop: TemplateLoop;
  readonly touch: Touch;
}

/** Have: render(request, 'shop/books.html', {'books': Book.objects.all()}), and there {% for book in books %}{{ book.author.name }} */
export function* rendered(program: Program, file: FileModel): Iterable<Finding> {
  const byRemedy = new Map<string, Touched[]>();
  for (const render of rendersIn(program, file)) {
    for (const touched of touchedIn(program, render)) {
      const { rows } = touched.at.row.from;
      const key = `${rows.file.path} ${rows.query.start} ${rows.query.end} ${rows.model} ${remedyFor(touched.touch.path)}`;
      byRemedy.set(key, [...(byRemedy.get(key) ?? []), touched]);
    }
  }
  for (const all of byRemedy.values()) yield report(program, file, furthest(all));
}

/** One per relation that is not loaded: those that lead furthest say it for those on their way. */
function furthest(all: readonly Touched[]): Touched[] {
  const kept = new Map<string, Touched>();
  for (const touched of all) {
    const path = pathOf(touched.touch);
    if ([...kept.keys()].some((other) => other === path || other.startsWith(`${path}.`))) continue;
    for (const other of kept.keys()) if (path.startsWith(`${other}.`)) kept.delete(other);
    kept.set(path, touched);
  }
  return [...kept.values()];
}

function touchedIn(program: Program, render: Render): Touched[] {
  return lookupsInRows(program, render).flatMap((at) => {
    const { loop, from } = at.row;
    if (loop === null) return [];
    return touchesOf(program, at)
      .filter((touch) => !isThere(from.rows, touch))
      .map((touch) => ({ render, at, loop, touch }));
  });
}

/** The relations that a lookup leads through, and those that a method touches which it calls, or which turns the row into a text. */
function touchesOf(program: Program, { row, steps, lookup, shown }: RowLookup): Touch[] {
  const found: Touch[] = [];
  let { of } = row;
  let path = row.path;
  const touch = (relations: readonly Relation[], by: readonly TraceStep[]): void => {
    const use = { kind: 'read', span: lookup.span, fn: 0, loops: [], path: steps, call: null, method: null, key: null } as const;
    found.push({ path: relations, text: lookup.text, span: lookup.span, use, steps: by, load: null });
  };
  const inMember = (name: string): void => {
    for (const each of touchesOfMember(program, of, name)) touch([...path, ...each.path], each.steps);
  };
  for (const [i, step] of steps.entries()) {
    const relation = relationsOf(program, of).get(step);
    if (!relation) {
      inMember(step);
      return found;
    }
    // The way back to the owner is known.
    if (relation.isEager || path.at(-1)?.back === step) return found;
    path = [...path, relation];
    if (relation.holds === 'one') touch(path, []);
    else if (isWhole(relation, steps.slice(i + 1))) touch(path, []);
    if (relation.holds === 'many' || !relation.target) return found;
    of = relation.target;
  }
  if (shown) inMember('__str__');
  return found;
}

/** All of the related rows: `book.tags.all`, which can be loaded ahead. To count them is the business of n-plus-one-query. */
function isWhole(relation: Relation, rest: readonly string[]): boolean {
  const [step, next] = rest;
  if (relation.remedy === 'selectinload') return step === undefined || /^\d+$/.test(step);
  return step === 'all' && (next === undefined || /^\d+$/.test(next));
}

function report(program: Program, file: FileModel, all: readonly Touched[]): Finding {
  const first = all.find((each) => !isKeptBySession(program, each.touch)) ?? (all[0] as Touched);
  const { render, at, loop, touch } = first;
  const { rows, isClosed } = at.row.from;
  const paths = all.map((each) => `\`${pathOf(each.touch)}\``);
  const which = paths.length > 2 ? `${paths[0]} and ${paths.length - 1} more` : paths.join(' and ');
  const what = touch.steps.length > 0 ? `\`${at.lookup.text}\` touches \`${touch.path.at(-1)?.name}\`, which` : `\`${at.lookup.text}\``;
  const relation = touch.path.at(-1);
  const doubt = doubtOf(program, first);
  return {
    rule: 'lazy-relation-in-loop',
    file: file.path,
    span: placeOf(render, rows),
    severity: doubt === null ? 'warning' : 'info',
    message: `In \`${at.template.name}\`, line ${at.lookup.line}, ${what} queries the database once per ${isKeptBySession(program, touch) ? `different \`${pathOf(touch)}\`` : `\`${loop.element}\``}: ${which} ${paths.length > 1 ? 'are' : 'is'} not loaded here. ${remedyOf(all)}`,
    growth: `O(${overName(loop)})`,
    evidence: doubtText(doubt),
    trace: [
      { file: loop.template.path, span: loop.span, message: `loop over \`${loop.over.text}\`` },
      ...all
        .slice(0, MOST_STEPS)
        .flatMap((each) => [
          { file: each.at.template.path, span: each.at.lookup.span, message: `touches \`${pathOf(each.touch)}\`` },
          ...each.touch.steps,
        ]),
      ...(relation ? [{ file: relation.file.path, span: relation.span, message: `\`${relation.name}\` is loaded when it is touched` }] : []),
      { file: file.path, span: render.span, message: `renders \`${render.template}\`` },
    ],
    fix: isClosed
      ? null
      : fixFor(
          rows,
          all.map((each) => each.touch),
        ),
  };
}

/** Why it is a hint by itself; null where nothing speaks against a warning. */
function doubtOf(program: Program, { render, at, touch }: Touched): string | null {
  if (touch.steps.length > 2) return 'more than two calls lie between the template and the attribute';
  if (touch.isFallback || at.depends) return NOT_EACH;
  if (isKeptBySession(program, touch)) return KEPT_BY_SESSION;
  if (!at.row.from.isMany) return NOT_MANY;
  if (!isPagedThrough(program, at.row.from.rows.model, at.row.from.most)) return NOT_PAGED;
  return isRenderWaitedFor(program, render) ? null : NOBODY_WAITS;
}

/** More than a few places to look at explain nothing. */
const MOST_STEPS = 4;

function remedyOf(all: readonly Touched[]): string {
  const { rows, isClosed } = (all[0] as Touched).at.row.from;
  const call = loadingCall(
    all.map((each) => each.touch),
    rows.model ?? '',
  );
  if (!isClosed) return `Add \`${call}\` to the query.`;
  const query = `${rows.model}.objects${call}`;
  return rows.isImplied ? `Set \`queryset = ${query}\`.` : `Ask \`${query}\` instead.`;
}
