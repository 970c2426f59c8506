/** A relation that the query did not load, touched once per row: each touch is a query of its own. */
import { isQuerying } from '../../model/contexts.ts';
import { extentOf, isFew, isPage, isPiled, isShortPage } from '../../model/extents.ts';
import type { FileModel, Fn, Loop } from '../../model/file.ts';
import type { Finding, TraceStep } from '../../model/finding.ts';
import { hotEntry, isRare, isWaitedFor } from '../../model/how-often.ts';
import { writesInLoop } from '../../model/loop-work.ts';
import { isOnceIn } from '../../model/once.ts';
import type { Program } from '../../model/program.ts';
import { type RowLoop, rowLoop } from '../../model/row-loops.ts';
import type { Rows } from '../../model/rows.ts';
import type { Touch } from '../../model/touches.ts';
import { leavesAtOnce, standing, walk } from '../../model/walk.ts';
import { spanHolds } from '../../model/within.ts';
import { callText, doubtText, entryStep, evidenceOf, loopStep, NOBODY_WAITS, NOT_MANY, notMany, RARE, sizeName } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';
import { isOfHandedOwner } from './handed-owner.ts';
import { listed } from './listings.ts';
import { madeSerializers } from './made-serializers.ts';
import { fixFor, isKeptBySession, isPagedThrough, isThere, KEPT_BY_SESSION, NOT_EACH, NOT_PAGED, pathOf, remedyOf } from './paths.ts';
import { perObject } from './per-object.ts';
import { serialized } from './serializers.ts';
import { rendered } from './templates.ts';

export const lazyRelationInLoop: Rule = {
  name: 'lazy-relation-in-loop',
  summary: 'A relation that was not loaded with its rows is touched once per row, and each touch queries the database.',
  subject: 'database',
  severity: 'warning',
  languages: ['typescript', 'python'],
  fixes: 'sometimes',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, isQuerying)) {
      const found: Finding[] = [];
      const walked = new Set<string>();
      walk(program, file, fn, {
        loop(loop) {
          for (const { finding, relation, asksAgain } of inLoop(program, file, fn, loop)) {
            // Rows that are walked a second time bring what the first walk has loaded.
            const place = `${loop.over?.root.kind === 'binding' && loop.over.path.length === 0 ? loop.over.root.binding : finding.span.start} ${relation}`;
            if (asksAgain || !walked.has(place)) found.push(finding);
            if (!asksAgain) walked.add(place);
          }
        },
      });
      yield* found;
      yield* perObject(program, file, fn);
    }
    for (const file of files) {
      if (!isQuerying(file)) continue;
      const views = [...serialized(program, file)];
      yield* views;
      yield* madeSerializers(program, file, views);
      yield* listed(program, file);
      yield* rendered(program, file);
    }
  },
};

interface Reported {
  readonly finding: Finding;
  readonly relation: string;
  readonly asksAgain: boolean;
}

/** Have: for book in Book.objects.all(): print(book.author.name) */
function inLoop(program: Program, file: FileModel, fn: Fn, loop: Loop): Reported[] {
  const walked = rowLoop(program, file, loop);
  if (!walked || !loop.over || leavesAtOnce(loop)) return [];
  const extent = extentOf(program, file, loop.over);
  // Less than a page of rows is not worth a word.
  if (isFew(extent)) return [];
  const places = new Map<string, [Touch, ...Touch[]]>();
  // Have: if first is None: first = book.author
  const repeated = walked.touches.filter((touch) => !isOnceIn(program, file, loop, touch.use));
  for (const touch of missing({ ...walked, touches: repeated })) {
    const place = `${touch.span.start}-${touch.span.end}`;
    const same = places.get(place);
    places.set(place, same ? [...same, touch] : [touch]);
  }
  return [...places.values()].map((touches) => ({
    finding: report(program, file, fn, loop, walked, touches),
    relation: touches.map(pathOf).join(' '),
    asksAgain: touches.some(({ load }) => load?.again),
  }));
}

/** One touch per relation that the query does not load: the first. */
function missing({ rows, touches, reads }: RowLoop): Touch[] {
  const seen = new Set<string>();
  return touches.filter((touch) => {
    const path = pathOf(touch);
    const isHere = touch.path[0]?.isEager === true || isThere(rows, touch);
    // Have: order.user ?? await order.getUser()
    const asksAgain = touch.load?.again === true && touch.steps.length === 0 && !reads.has(path.toLowerCase());
    if ((isHere && !asksAgain) || [...seen].some((other) => other === path || other.startsWith(`${path}.`))) return false;
    seen.add(path);
    return true;
  });
}

function report(program: Program, file: FileModel, fn: Fn, loop: Loop, { rows, element }: RowLoop, touches: readonly [Touch, ...Touch[]]): Finding {
  // The one that leads furthest says most.
  const [touch = touches[0]] = [...touches].sort((a, b) => b.path.length - a.path.length);
  const [relation] = touch.path;
  const name = sizeName(file, loop);
  const through = file.calls.find((c) => c.span === touch.span);
  const what =
    touch.steps.length > 0
      ? `\`${through?.text ?? `${element}.${touch.use.path.join('.')}`}\` touches ${enumerated(touches)}, which`
      : touch.load
        ? callText(touch.load.call)
        : `\`${element}${touch.text}\``;
  const remedy = remedyOf(rows, touch);
  const declared: TraceStep[] =
    relation && relation.span !== touch.load?.call.span
      ? [
          {
            file: relation.file.path,
            span: relation.span,
            message: `\`${relation.name}\` is loaded when it is ${touch.load ? 'asked for' : 'touched'}`,
          },
        ]
      : [];
  const doubt = doubtOf(program, file, fn, loop, touch, rows.model);
  const hot = doubt === null ? hotEntry(program, file, fn) : null;
  return {
    rule: 'lazy-relation-in-loop',
    file: file.path,
    span: touch.span,
    severity: doubt === null ? 'warning' : 'info',
    message: `${what} ${touch.steps.length > 0 && touches.length > 1 ? 'query' : 'queries'} the database once per ${isKeptBySession(program, touch) ? `different \`${pathOf(touch)}\`` : `\`${element}\``}${/^[A-Z]/.test(remedy) ? '.' : ':'} ${remedy}`,
    growth: name ? `O(${name})` : null,
    evidence: [...(loop.over ? evidenceOf(name, extentOf(program, file, loop.over)) : []), ...doubtText(doubt)],
    trace: [...(hot ? [entryStep(hot)] : []), ...queryStep(file, loop, rows), loopStep(file, loop), ...touch.steps, ...declared],
    fix: fixFor(rows, touches),
  };
}

/** The query to add to, where it is none that the loop itself shows. */
function queryStep(file: FileModel, { over }: Loop, rows: Rows): TraceStep[] {
  if (rows.isImplied || rows.isOneOfSeveral || (over && rows.file === file && spanHolds(over.span, rows.query))) return [];
  return [{ file: rows.file.path, span: rows.query, message: `queries the rows of \`${rows.model}\`` }];
}

function enumerated(touches: readonly Touch[]): string {
  const [first = '', ...others] = touches.map((touch) => `\`${pathOf(touch)}\``);
  return others.length === 0 ? first : others.length === 1 ? `${first} and ${others[0]}` : `${first} and ${others.length} more`;
}

/**
 * Why it is a hint by itself; null where nothing speaks against a warning: many rows, as the code itself shows, and somebody waits for them. Where
 * each row is written as well, a query fewer spares little.
 */
function doubtOf(program: Program, file: FileModel, fn: Fn, loop: Loop, touch: Touch, model: string | null): string | null {
  if (isRare(program, file, fn)) return RARE;
  if (loop.deliberate) return 'a comment says that one at a time is meant';
  if (touch.steps.length > 2) return 'more than two calls lie between the loop and the attribute';
  if (touch.isFallback) return NOT_EACH;
  if (writesInLoop(program, file, loop)) return 'each is written as well';
  const extent = loop.over && extentOf(program, file, loop.over);
  // Of rows that meet a condition, half were few, though their table was read page by page elsewhere: as in loops with queries.
  const isMany = extent !== null && (isPiled(extent) || (isPage(extent) && !isShortPage(extent)));
  if (!isMany) return extent ? notMany(extent) : NOT_MANY;
  if (extent?.class === 'table' && !isPagedThrough(program, model, null)) return NOT_PAGED;
  if (loop.over && isOfHandedOwner(program, file, loop.over)) return 'whoever asked for what is handed in may have loaded it';
  if (isKeptBySession(program, touch)) return KEPT_BY_SESSION;
  return isWaitedFor(program, file, fn) ? null : NOBODY_WAITS;
}
