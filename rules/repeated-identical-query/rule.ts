/** The database is asked the same twice for one request, or in each iteration of a loop, and nothing in between could have changed the answer. */
import { type At, isOnOnePath, mayChangeBetween } from '../../model/between.ts';
import { infoOf, operationOf } from '../../model/calls.ts';
import { isChunked, isStream } from '../../model/chunks.ts';
import { isQuerying } from '../../model/contexts.ts';
import { extentOf, isFew, isLarge } from '../../model/extents.ts';
import type { Call, FileModel, Loop } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { dependsOnElement } from '../../model/flow.ts';
import { hotEntry, isRare } from '../../model/how-often.ts';
import { leadsTo, writesInLoop } from '../../model/loop-work.ts';
import type { Program } from '../../model/program.ts';
import { relationAsked } from '../../model/rows.ts';
import { isSameEachTime } from '../../model/same-each-time.ts';
import { asksTheSame, linksOf } from '../../model/same-query.ts';
import { leavesAtOnce, standing, walk } from '../../model/walk.ts';
import { callText, entryStep, evidenceOf, loopStep, perElement, sizeName } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';

export const repeatedIdenticalQuery: Rule = {
  name: 'repeated-identical-query',
  summary: 'The same query with the same arguments runs twice for one request, or in each iteration of a loop.',
  subject: 'database',
  severity: 'warning',
  languages: ['typescript', 'python'],
  fixes: 'never',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, isQuerying)) {
      const asked: At[] = [];
      walk(program, file, fn, {
        call(call, place) {
          if (isPlainRead(program, file, call)) asked.push({ call, place });
        },
      });
      if (asked.length === 0 || isRare(program, file, fn)) continue;
      for (const [i, at] of asked.entries()) {
        const loop = loopOfSame(program, file, at);
        const before = loop ? undefined : asked.slice(0, i).find((other) => isRepeated(program, file, other, at));
        if (loop) yield inLoop(program, file, at, loop);
        else if (before) yield again(program, file, before.call, at);
      }
    }
  },
};

/** Reads that lock what they read, or take any row, find another answer each time. */
const OTHERWISE =
  /(?<![A-Za-z])(lock|for_?update|random|sample|refresh|reload|raw|cursor|stream)(?![a-z])|(Lock|ForUpdate|Random|Sample|Refresh|Reload|Raw|Cursor|Stream)(?![a-z])|LOCK|RANDOM|FOR UPDATE|'\?'/;

/** A query that reads, and that nobody else may answer: no cache, no loader, no step that merely describes one. */
function isPlainRead(program: Program, file: FileModel, call: Call): boolean {
  const op = operationOf(program, file, call);
  const { row } = infoOf(program, file, call);
  if (op?.kind !== 'query' || op.access !== 'read' || op.weight === 'light' || row?.batches || row?.walksStore) return false;
  // Have: author.books.all(): they may have come with the author, and nobody asks then.
  if (relationAsked(program, file, call)) return false;
  const links = linksOf(program, file, call);
  // The first link that asks stands for its chain.
  if (links.find((link) => operationOf(program, file, link)?.kind === 'query') !== call) return false;
  return links.every(
    ({ member, text, args }) =>
      !OTHERWISE.test(member ?? text) &&
      !args.some(({ value }) => OTHERWISE.test(value.text) || value.properties.some((p) => OTHERWISE.test(p.name))),
  );
}

function isRepeated(program: Program, file: FileModel, first: At, second: At): boolean {
  return (
    first.call.span.end < second.call.span.start &&
    isOnOnePath(first, second) &&
    asksTheSame(program, file, first.call, second.call) &&
    !mayChangeBetween(program, file, first.call, second.call)
  );
}

/** The innermost loop, where all that the query is given is the same in each of its iterations. */
function loopOfSame(program: Program, file: FileModel, { call, place }: At): Loop | null {
  const [loop] = place.loops;
  // Polls and retries ask the same again because the answer may be another.
  if (!loop?.over || place.memo || place.failed || /while/.test(loop.style) || loop.deliberate || isStream(file, loop) || isChunked(file, loop))
    return null;
  // Have: for (const order of orders) { if (order.isLast) total = await db.order.count(); }
  if (place.branches.some(({ span }) => span.start >= loop.span.start && span.end <= loop.span.end)) return null;
  if (leavesAtOnce(loop) || isFew(extentOf(program, file, loop.over)) || writesInLoop(program, file, loop) || waitsInTurn(program, file, loop))
    return null;
  if (isWithinOther(file, call, loop) || isWalkedBefore(file, call, loop)) return null;
  const links = linksOf(program, file, call);
  const given = links.flatMap((link) => [...(link.callee.root.kind === 'call' ? [] : [link.callee]), ...link.args.map(({ value }) => value)]);
  return given.every((value) => isSameEachTime(program, file, value, loop)) ? loop : null;
}

/** Have: names = {user.id: user.name for user in users}, then users.count() per question: rows of Django that were walked are there, and are counted without a query. */
function isWalkedBefore(file: FileModel, call: Call, loop: Loop): boolean {
  const { member } = call;
  const { root, path } = call.callee;
  const counts = file.language === 'python' && /^a?(count|exists)$/.test(member ?? '');
  const rows = counts && root.kind === 'binding' && path.length === 0 ? file.bindings[root.binding] : undefined;
  // Before the loop, or by the loop itself.
  return (
    rows?.uses.some(({ kind, span }) => /^(iterate|length|copy)$/.test(kind) && span.end <= loop.head.end && span.start < call.span.start) === true
  );
}

const SWITCHES = /schema|tenant|context|using|activate|switch/i;

/** Have: for tenant in tenants: with schema_context(tenant.schema): …, and every tenant has a database of its own. */
function isWithinOther(file: FileModel, call: Call, loop: Loop): boolean {
  const before = file.calls.filter((other) => other.loops.includes(loop.id) && other.span.end <= call.span.start);
  return before.some(({ text, args }) => SWITCHES.test(text) && args.some(({ value }) => dependsOnElement(file, value.reads, loop)));
}

/** What each iteration asks of somebody else may change what the database holds. */
function waitsInTurn(program: Program, file: FileModel, loop: Loop): boolean {
  return file.calls.some((call) => call.loops.includes(loop.id) && leadsTo(program, file, call, (op) => op.kind === 'request'));
}

function inLoop(program: Program, file: FileModel, { call, place }: At, loop: Loop): Finding {
  const extent = loop.over ? extentOf(program, file, loop.over) : null;
  const hot = hotEntry(program, file, place.fn);
  const name = sizeName(file, loop);
  return {
    rule: 'repeated-identical-query',
    file: file.path,
    span: call.span,
    severity: hot && extent && isLarge(extent) ? 'warning' : 'info',
    message: `${callText(call)} asks the database the same once per ${perElement(file, loop)}. Ask once, before the loop.`,
    growth: name ? `O(${name})` : null,
    evidence: extent ? evidenceOf(name, extent) : [],
    trace: [...(hot ? [entryStep(hot)] : []), loopStep(file, loop), { file: file.path, span: call.span, message: 'asks the same each time' }],
    fix: null,
  };
}

function again(program: Program, file: FileModel, first: Call, { call, place }: At): Finding {
  const hot = hotEntry(program, file, place.fn);
  return {
    rule: 'repeated-identical-query',
    file: file.path,
    span: call.span,
    severity: 'info',
    message: `${callText(call)} asks the database what it was asked before, and nothing changed in between. Keep the first answer.`,
    growth: null,
    evidence: ['nothing between the two writes, waits or leads where we do not see'],
    trace: [
      ...(hot ? [entryStep(hot)] : []),
      { file: file.path, span: first.span, message: 'asks first' },
      { file: file.path, span: call.span, message: 'asks the same again' },
    ],
    fix: null,
  };
}
