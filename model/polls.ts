/**
 * A loop that asks the same thing again and again, and pauses in between, until the answer is another one: what it asks, and whether anything but the
 * answer ends it.
 */
import { infoOf, operationOf } from './calls.ts';
import type { Branch, Call, FileModel, Loop, Node, Value } from './file.ts';
import type { TraceStep } from './finding.ts';
import { isGivenTo } from './given-to.ts';
import { isPause } from './pauses.ts';
import type { Program } from './program.ts';
import { describe, effectsAt } from './summaries.ts';
import type { Use } from './use.ts';
import { spanHolds } from './within.ts';

export interface Poll {
  /** Asks, and its answer ends the loop. */
  readonly asks: Call;
  readonly pause: Call;
  /** From there to the query or the request. */
  readonly steps: readonly TraceStep[];
}

/** Null where something else ends it: a deadline, a number of tries, somebody who stops it. */
export function pollOf(program: Program, file: FileModel, loop: Loop): Poll | null {
  if (!isUncounted(loop)) return null;
  const inside = file.calls.filter(({ span }) => spanHolds(loop.span, span));
  const pause = inside.find(isPause);
  if (!pause || isLimited(loop) || waitsLonger(file, loop, pause) || triesAgain(loop)) return null;
  for (const call of inside) {
    // Have: void refresh(), setTimeout(() => check(id), 1000)
    if (call === pause || call.fn !== loop.fn || !endsWith(file, loop, call) || asksForNext(file, loop, call)) continue;
    const steps = stepsTo(program, file, call);
    if (steps) return { asks: call, pause, steps };
  }
  return null;
}

/** Have: while (true), for (;;), do … while (!done); not: for (let i = 0; i < 10; i++) */
function isUncounted({ style, over, test }: Loop): boolean {
  return style === 'while' || style === 'do-while' || (style === 'for' && over === null && test === null);
}

/** What limits it, or whoever stops it: a worker goes on for as long as the program does. */
const LIMITS =
  /attempt|retr(y|ies)|\btries|deadline|time_?out|timed|elapsed|expir|max|limit|until|remain|count|\bnow\b|monotonic|time\.time|clock|backoff|signal|abort|cancel|stop|running|shut|clos|alive|active|\d\s*[<>]|[<>]=?\s*\d/i;

function isLimited({ test, body }: Loop): boolean {
  // What an answer is compared with is another matter: status === 'RUNNING'
  const limits = (value: Value | null): boolean => LIMITS.test(value?.text.replace(/(['"`]).*?\1/g, '') ?? '');
  return limits(test) || branchesIn(body).some((branch) => limits(branch.test));
}

/** Have: await sleep(pause); pause *= 2; */
function waitsLonger(file: FileModel, loop: Loop, { args }: Call): boolean {
  return args.some(
    ({ value }) =>
      /\*\*|Math\.pow|backoff/i.test(value.text) ||
      value.reads.some((id) => file.bindings[id]?.uses.some((use) => use.kind === 'assign' && spanHolds(loop.span, use.span)) === true),
  );
}

/** Have: while (!row) { try { row = await find(); } catch { … } }: it waits until a database or a service is there at all. */
function triesAgain({ body }: Loop): boolean {
  return branchesIn(body).some(({ recovers }) => recovers);
}

function branchesIn(nodes: readonly Node[]): readonly Branch[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'loop') return branchesIn(node.body);
    return node.kind === 'branch' ? [node, ...node.arms.flatMap(branchesIn)] : [];
  });
}

/** Have: const answer = await fetch(url); url = answer.next; await sleep(1000): it walks pages, and pauses for whoever has them. */
function asksForNext(file: FileModel, loop: Loop, call: Call): boolean {
  const isMoved = (id: number): boolean => {
    const { uses = [] } = file.bindings[id] ?? {};
    return uses.some((use) => use.kind === 'assign' && spanHolds(loop.span, use.span) && !isGivenTo(use.span, call));
  };
  const made = (id: number): readonly number[] => file.bindings[id]?.init?.reads ?? [];
  return call.args.some(({ value }) => value.reads.some((id) => isMoved(id) || made(id).some(isMoved)));
}

/** The loop ends when the call yields something else. Have: while (!(await isReady(id))) …, if (job.done) return job; */
function endsWith(file: FileModel, loop: Loop, call: Call): boolean {
  if (loop.test && spanHolds(loop.test.span, call.span)) return true;
  const isOfCall = ({ root }: Value): boolean => root.kind === 'call' && root.call === call.id;
  const isGiven = ({ kind, span }: Use): boolean => kind === 'assign' && isGivenTo(span, call);
  const answers = file.bindings.filter(
    ({ init, assigned, uses, fn }) => fn === call.fn && ((init && isOfCall(init)) || assigned.some(isOfCall) || uses.some(isGiven)),
  );
  const ids = new Set(answers.map(({ id }) => id));
  // Have: const { status } = await getJob(id), const status = job.status
  for (const { id, init, fn } of file.bindings) if (fn === call.fn && init?.reads.some((read) => ids.has(read))) ids.add(id);
  const reads = (value: Value | null): boolean => value?.reads.some((id) => ids.has(id)) === true;
  return reads(loop.test) || branchesIn(loop.body).some((branch) => reads(branch.test) && branch.arms.some((arm) => arm.some(leavesInPeace)));
}

/** What throws tells of a failure, and says nothing about when it is done. */
function leavesInPeace(node: Node): boolean {
  return node.kind === 'exit' && (node.exit === 'return' || node.exit === 'break');
}

/** These wait on the other side until there is something. */
const WAITS_THERE = /pop|receive|consume|poll|listen|recv|read_?group|xread|next|fetch_?(many|one|messages)|lock|acquire/i;

function stepsTo(program: Program, file: FileModel, call: Call): readonly TraceStep[] | null {
  if (WAITS_THERE.test(call.member ?? call.text)) return null;
  const op = operationOf(program, file, call);
  if (op) return isQuestion(op.kind, op.access) ? [{ file: file.path, span: call.span, message: describe(op, call) }] : null;
  const { target } = infoOf(program, file, call);
  const effect = target && effectsAt(program, file, call, target).find(({ op: each }) => isQuestion(each.kind, each.access));
  if (!effect || !target || WAITS_THERE.test(effect.call?.member ?? '')) return null;
  return [{ file: file.path, span: call.span, message: `calls \`${target.fn.name}\`` }, ...effect.trace];
}

function isQuestion(kind: string, access: string | null): boolean {
  return kind === 'request' || (kind === 'query' && access !== 'write');
}
