/** A relation that the query did not load, touched once per row: each touch is a query of its own. */
import { isQuerying, isServing } from '../../model/contexts.ts';
import { extentOf, isPage, isSmall } from '../../model/extents.ts';
import type { FileModel, Fn, Loop } from '../../model/file.ts';
import type { Finding, TraceStep } from '../../model/finding.ts';
import { hotEntry, isCalled, isRare } from '../../model/how-often.ts';
import { writesInLoop } from '../../model/loop-work.ts';
import type { Program } from '../../model/program.ts';
import { type Rows, rowsOf } from '../../model/rows.ts';
import { leavesAtOnce, standing, walk } from '../../model/walk.ts';
import { evidenceOf, loopStep, sizeName } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';
import { fixFor, isLoaded, pathOf, remedyOf } from './paths.ts';
import { perObject } from './per-object.ts';
import { serialized } from './serializers.ts';
import { rendered } from './templates.ts';
import { type Touch, touchesOf } from './touches.ts';

export const lazyRelationInLoop: Rule = {
  name: 'lazy-relation-in-loop',
  summary: 'A relation that was not loaded with its rows is touched once per row, and each touch queries the database.',
  subject: 'database',
  severity: 'warning',
  languages: ['python'],
  fixes: 'sometimes',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, isQuerying)) {
      const found: Finding[] = [];
      const walked = new Set<string>();
      walk(program, file, fn, {
        loop(loop) {
          for (const finding of inLoop(program, file, fn, loop)) {
            // Rows that are walked a second time bring what the first walk has loaded.
            const again = `${loop.over?.root.kind === 'binding' && loop.over.path.length === 0 ? loop.over.root.binding : finding.finding.span.start} ${finding.relation}`;
            if (!walked.has(again)) found.push(finding.finding);
            walked.add(again);
          }
        },
      });
      yield* found;
      yield* perObject(program, file, fn);
    }
    for (const file of files) if (isQuerying(file)) yield* serialized(program, file);
    for (const file of files) if (isQuerying(file)) yield* rendered(program, file);
  },
};

/** Have: for book in Book.objects.all(): print(book.author.name) */
function inLoop(program: Program, file: FileModel, fn: Fn, loop: Loop): { readonly finding: Finding; readonly relation: string }[] {
  const rows = loop.over && rowsOf(program, file, loop.over);
  if (!rows?.loaded || !loop.over || leavesAtOnce(loop)) return [];
  const extent = extentOf(program, file, loop.over);
  // Less than a page of rows is not worth a word.
  if (isSmall(extent) && !isPage(extent)) return [];
  const element = loop.elements.map((id) => file.bindings[id]).find((b) => b !== undefined && !b.part);
  if (!element) return [];
  const uses = element.uses.filter((use) => use.loops.includes(loop.id));
  const places = new Map<string, Touch[]>();
  for (const touch of missing(rows, touchesOf(program, file, uses, rows.of))) {
    const place = `${touch.span.start}-${touch.span.end}`;
    places.set(place, [...(places.get(place) ?? []), touch]);
  }
  return [...places.values()].map((touches) => ({
    finding: report(program, file, fn, loop, rows, element.name, touches),
    relation: touches.map(pathOf).join(' '),
  }));
}

/** One touch per relation that the query does not load: the first. */
function missing(rows: Rows, touches: readonly Touch[]): Touch[] {
  const seen = new Set<string>();
  return touches.filter((touch) => {
    const path = pathOf(touch);
    if (isLoaded(rows, path) || [...seen].some((other) => other === path || other.startsWith(`${path}.`))) return false;
    seen.add(path);
    return true;
  });
}

function report(program: Program, file: FileModel, fn: Fn, loop: Loop, rows: Rows, element: string, touches: readonly Touch[]): Finding {
  // The one that leads furthest says most.
  const [touch = touches[0] as Touch] = [...touches].sort((a, b) => b.path.length - a.path.length);
  const [relation] = touch.path;
  const name = sizeName(file, loop);
  const through = file.calls.find((c) => c.span === touch.span)?.text ?? `${element}.${touch.use.path.join('.')}`;
  const what = touch.steps.length > 0 ? `\`${through}\` touches ${listed(touches)}, which` : `\`${element}${touch.text}\``;
  const declared: TraceStep[] = relation
    ? [{ file: relation.file.path, span: relation.value.span, message: `\`${relation.name}\` is loaded when it is touched` }]
    : [];
  return {
    rule: 'lazy-relation-in-loop',
    file: file.path,
    span: touch.span,
    severity: severityOf(program, file, fn, loop, touch),
    message: `${what} queries the database once per \`${element}\`: it was not loaded with the rows. ${remedyOf(touch, rows.of.class.name)}`,
    growth: name ? `O(${name})` : null,
    evidence: loop.over ? evidenceOf(name, extentOf(program, file, loop.over)) : [],
    trace: [loopStep(file, loop), ...touch.steps, ...declared],
    fix: fixFor(rows, touches),
  };
}

function listed(touches: readonly Touch[]): string {
  const [first = '', ...others] = touches.map((touch) => `\`${pathOf(touch)}\``);
  return others.length === 0 ? first : others.length === 1 ? `${first} and ${others[0]}` : `${first} and ${others.length} more`;
}

/** Whoever waits for it: a request, or code that is called. Where each row is written as well, a query fewer spares little. */
function severityOf(program: Program, file: FileModel, fn: Fn, loop: Loop, touch: Touch): Finding['severity'] {
  if (isRare(program, file, fn) || loop.deliberate || touch.steps.length > 2 || writesInLoop(program, file, loop)) return 'info';
  return isServing(file) && (hotEntry(program, file, fn) || isCalled(program, file, fn)) ? 'warning' : 'info';
}
