/** One query or request per element of a list, where one for all elements would do: latency grows with the data. */
import { RECEIVER, readsFor } from '../../model/arguments.ts';
import { infoOf, operationOf } from '../../model/calls.ts';
import { laterLinks } from '../../model/chains.ts';
import { isQuerying } from '../../model/contexts.ts';
import { isSmall } from '../../model/extents.ts';
import { fanOutAt } from '../../model/fan-outs.ts';
import type { Call, Extent, FileModel, Loop, Operation } from '../../model/file.ts';
import type { Finding, TraceStep } from '../../model/finding.ts';
import { hotEntry } from '../../model/how-often.ts';
import { writesInLoop } from '../../model/loop-work.ts';
import { isRow } from '../../model/one-row.ts';
import type { FnRef, Program } from '../../model/program.ts';
import { rowClassOf } from '../../model/row-class.ts';
import { isRelationOfRow } from '../../model/row-loops.ts';
import { isCountOfLoaded, relationAsked } from '../../model/rows.ts';
import { loopOfHandedStore, storeLoop } from '../../model/store-loops.ts';
import { describe, type Effect, effectsAt, summaryOf } from '../../model/summaries.ts';
import { type Place, standing, walk } from '../../model/walk.ts';
import { callText, doubtText, entryStep, evidenceOf, loopStep, perElement, sizeName } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';
import { awaited } from './awaited.ts';
import { doubtOf, isOnlyOne, isThinLookup } from './batchable.ts';
import { isDefinition, isMerged, isOfAnyTable, isPartOfQuery, isPrefetched } from './not-each.ts';
import { perObject } from './per-object.ts';
import { perProperty } from './per-property.ts';
import { repeatingLoop } from './repeating.ts';
import { inTemplates } from './templates.ts';

export const nPlusOneQuery: Rule = {
  name: 'n-plus-one-query',
  summary: 'A query or request runs once per element of a list, instead of once for all of them.',
  subject: 'database',
  severity: 'warning',
  languages: ['typescript', 'python'],
  fixes: 'sometimes',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, isQuerying)) {
      const found: Finding[] = [];
      found.push(...perObject(program, { file, fn }));
      const cases = new Set<string>();
      walk(program, file, fn, {
        call(call, place) {
          if ((place.loops.length === 0 && place.calleeLoops.length === 0) || place.memo) return;
          const own = direct(program, file, call, place);
          const finding = own ?? throughCall(program, file, call, place) ?? awaited(program, file, call, place);
          // Have: if (x.type === A) loadA(x); else if (x.type === B) loadB(x): one of them runs, so one report is enough.
          const choice = own || !finding ? null : choiceAround(place);
          if (!finding || (choice !== null && cases.has(choice))) return;
          if (choice !== null) cases.add(choice);
          found.push(finding);
        },
        loop(loop) {
          if (file.language === 'python') found.push(...perProperty(program, file, loop));
        },
      });
      yield* found;
    }
    for (const file of files) if (isQuerying(file)) yield* inTemplates(program, file);
  },
};

/** Names the choice between alternatives that a call stands in: what its loop's outermost branch compares. */
function choiceAround(place: Place): string | null {
  const [loop] = place.loops;
  const inside = loop ? place.branches.filter((b) => b.span.start >= loop.span.start && b.span.end <= loop.span.end) : [];
  const outermost = inside[inside.length - 1];
  return loop && outermost ? `${loop.id}:${outermost.predicate?.equalities[0]?.left.text ?? outermost.span.start}` : null;
}

/** Have: for (const order of orders) { await prisma.user.findUnique({ where: { id: order.userId } }) } */
function direct(program: Program, file: FileModel, call: Call, place: Place): Finding | null {
  const op = operationOf(program, file, call);
  const { row } = infoOf(program, file, call);
  if (!op || (op.kind !== 'query' && op.kind !== 'request') || row?.batches || row?.commits || (row?.op?.bulk && !isForOne(file, call))) return null;
  // What may have been loaded with its owner is the business of lazy-relation-in-loop.
  if (file.language === 'python' && (relationAsked(program, file, call) || isCountOfLoaded(program, file, call))) return null;
  if (isRelationOfRow(program, file, call, { file, call }, place.loops)) return null;
  // In-process stores answer without a round trip.
  if (op.kind === 'query' && op.weight === 'light') return null;
  // Several links of one chain are one query; its last one stands for it.
  if (laterLinks(program, file, call).some((link) => operationOf(program, file, link)?.kind === op.kind)) return null;
  // No query asks several databases: that they are asked in turn is the business of sequential-cross-shard-query.
  if (op.kind === 'query' && storeLoop(program, file, call, place.loops)) return null;
  const reads = [...call.args.flatMap((a) => a.value.reads), ...call.callee.reads, ...chainReads(program, file, call)];
  const loop = repeatingLoop(program, file, reads, [...place.loops, ...place.calleeLoops]);
  // A page of requests that go out together takes no longer than its slowest. That there are too many is the business of unbounded-concurrency.
  if (op.kind === 'request' && ((loop?.loop.parallel && isSmall(loop.extent)) || fanOutAt(program, file, call, place))) return null;
  return loop &&
    !isOnlyOne(file, call, place, loop.loop) &&
    !isMerged(program, file, call, op, loop.loop) &&
    !isOfAnyTable(file, call, loop.loop) &&
    !isDefinition(call) &&
    !isPrefetched(file, call, loop.loop) &&
    !isPartOfQuery(program, file, op, loop.loop)
    ? finding(program, file, call, op, loop, place, [{ file: file.path, span: call.span, message: describe(op, call) }])
    : null;
}

/** `insert(row)` and `save(row)` take lists as well, but are given one element here; `createMany` never is. */
function isForOne(file: FileModel, call: Call): boolean {
  if (/many|bulk|batch|^m(get|set)$/i.test(call.member ?? '')) return false;
  const value = call.args.at(-1)?.value;
  if (!value) return false;
  const binding = value.root.kind === 'binding' && value.path.length === 0 ? file.bindings[value.root.binding] : undefined;
  return value.root.kind === 'new-object' || (binding !== undefined && binding.elementOf !== null);
}

/** Have: for (const order of orders) { await loadUser(order.userId) } … function loadUser(id) { return db.query(…, [id]) } */
function throughCall(program: Program, file: FileModel, call: Call, place: Place): Finding | null {
  const { target } = infoOf(program, file, call);
  // `vault.encryptBulk(group)`: each iteration already works on many.
  if (!target || MANY.test(call.member ?? call.text)) return null;
  for (const effect of effectsAt(program, file, call, target)) {
    if (effect.kind !== 'query' && effect.kind !== 'request') continue;
    if (effect.kind === 'query' && effect.op.weight === 'light') continue;
    // Which rows are written together is the business of commit-per-row.
    if (effect.call && infoOf(program, effect.file, effect.call).row?.commits) continue;
    if (effect.call && isRelationOfRow(program, file, call, { file: effect.file, call: effect.call }, place.loops)) continue;
    // Have: for book in shown(books): describe(book) … def describe(book: Book): … book.tags.all(), the business of lazy-relation-in-loop.
    if (effect.call && effect.file.language === 'python' && relationAsked(program, effect.file, effect.call)) continue;
    if (effect.kind === 'request' && fanOutAt(program, file, call, place)) continue;
    const isOfRow = effect.keys.has(RECEIVER) && isQueryOfRow(program, file, call, target, effect);
    const reads = [
      ...[...effect.keys].flatMap((p) => (p === RECEIVER && !isOfRow ? [] : readsFor(call, target.fn, p))),
      ...(effect.keys.size === 0 ? [] : call.args.filter((a) => a.spread).flatMap((a) => a.value.reads)),
    ];
    if (effect.kind === 'query' && loopOfHandedStore(program, file, reads, place.loops)) continue;
    const loop = repeatingLoop(program, file, reads, [...place.loops, ...place.calleeLoops]);
    if (loop && effect.call && isPrefetched(file, effect.call, loop.loop)) continue;
    if (loop && !isOnlyOne(file, call, place, loop.loop) && !isMerged(program, file, call, effect.op, loop.loop))
      return finding(program, file, call, effect.op, loop, place, [
        { file: file.path, span: call.span, message: `calls \`${target.fn.name}\`` },
        ...effect.trace,
      ]);
  }
  return null;
}

/**
 * `author.works()`, whose query asks for `author=self`. To write a row is a unit of work of its own; and what may have been loaded with its owner
 * is the business of lazy-relation-in-loop, which looks into methods too.
 */
function isQueryOfRow(program: Program, file: FileModel, call: Call, method: FnRef, { call: query, file: home }: Effect): boolean {
  if (summaryOf(program, method).effects.some((e) => e.op.access === 'write')) return false;
  return (query === null || !relationAsked(program, home, query)) && isRow(program, file, call.callee);
}

/** `knex('users').where('id', order.userId)`: what later links of the chain are given belongs to the query. */
function chainReads(program: Program, file: FileModel, call: Call): number[] {
  return laterLinks(program, file, call).flatMap((link) => link.args.flatMap((a) => a.value.reads));
}

const MANY = /Bulk|Many|Batch|^(bulk|batch)/;

/** Rows can be fetched before the loop where nothing in the loop changes them; what does more than look up is for its author to rearrange. */
function remedyOf(program: Program, file: FileModel, call: Call, op: Operation, loop: Loop, depth: number): string {
  const isDirect = depth === 1;
  if (isDirect && op.access === 'write')
    return /^a?(delete|destroy|remove)/i.test(op.form) ? 'Delete all of them at once.' : 'Write all rows at once.';
  const isLookup = op.access === 'read' && (isDirect || isThinLookup(program, file, call, op, depth));
  if (!isLookup || writesInLoop(program, file, loop)) return 'Do it for all at once, if you can.';
  return 'Fetch all rows with one query before the loop.';
}

function finding(
  program: Program,
  file: FileModel,
  call: Call,
  op: Operation,
  at: { readonly loop: Loop; readonly extent: Extent },
  place: Place,
  path: readonly TraceStep[],
): Finding {
  const { loop, extent } = at;
  const name = sizeName(file, loop);
  const what = op.kind === 'request' ? 'sends one request' : op.access === 'write' ? 'writes to the database' : 'queries the database';
  const many = op.kind === 'request' ? infoOf(program, file, call).row?.many : undefined;
  const remedy = many
    ? `Hand over many at once, with \`${many}\`.`
    : op.kind === 'request'
      ? 'Ask for all at once, if the service can.'
      : remedyOf(program, file, call, op, loop, path.length);
  const doubt = doubtOf(program, file, call, op, loop, extent, place, path.length);
  // What makes it a warning is that somebody waits: who, the path begins with.
  const hot = doubt === null ? hotEntry(program, file, place.fn) : null;
  return {
    rule: 'n-plus-one-query',
    file: file.path,
    span: call.span,
    severity: doubt === null ? 'warning' : 'info',
    message: `${callText(call)} ${what} once per ${perElement(file, loop)}${name ? `: ${name} + 1 round trips` : ''}. ${remedy}`,
    growth: name ? `O(${name})` : null,
    evidence: [...evidenceOf(name, extent), ...doubtText(doubt)],
    trace: [...(hot ? [entryStep(hot)] : []), loopStep(file, loop), ...path],
    fix:
      op.batch && path.length === 1
        ? { kind: 'batch-query', file: file.path, loop: loop.span, call: call.span, recipe: op.batch, rows: rowClassOf(program, file, call, loop) }
        : null,
  };
}
