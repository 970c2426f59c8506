/** What a call waits for over the network, itself or through what it calls. What is started and let go is waited for by nobody. */
import { infoOf, operationOf } from '../../model/calls.ts';
import { callAt } from '../../model/chains.ts';
import type { Call, FileModel, Operation } from '../../model/file.ts';
import type { TraceStep } from '../../model/finding.ts';
import { type Held, heldAt } from '../../model/held.ts';
import { placeOf, standingAround } from '../../model/hot-path.ts';
import { isLeftRunning } from '../../model/left-running.ts';
import { fileAt, type Program } from '../../model/program.ts';
import { describe, effectsAt } from '../../model/summaries.ts';
import { spanHolds } from '../../model/within.ts';

export interface Wait {
  readonly file: FileModel;
  readonly call: Call;
  readonly op: Operation;
  readonly trace: readonly TraceStep[];
  /** What is called waits on a condition, which may never hold here. */
  readonly isConditional: boolean;
}

export function waitOf(program: Program, file: FileModel, call: Call, what: Held['what']): Wait | null {
  if (!isWaitedFor(program, file, call)) return null;
  const op = operationOf(program, file, call);
  if (op)
    return isLong(program, op, what)
      ? { file, call, op, trace: [{ file: file.path, span: call.span, message: describe(op, call) }], isConditional: false }
      : null;
  const { target } = infoOf(program, file, call);
  for (const effect of target ? effectsAt(program, file, call, target) : []) {
    if (!effect.call || !isLong(program, effect.op, what) || !effect.trace.every((step) => isWaitedAt(program, step, what))) continue;
    const step: TraceStep = { file: file.path, span: call.span, message: `calls \`${target?.fn.name}\`` };
    const isConditional = effect.trace.some((each) => isOnCondition(program, each));
    return { file: effect.file, call: effect.call, op: effect.op, trace: [step, ...effect.trace], isConditional };
  }
  return null;
}

/** Queries are what a transaction is for; who has a lock keeps others waiting for them as well. */
function isLong(program: Program, { kind, library, weight }: Operation, what: Held['what']): boolean {
  // Have: welcome_queue.enqueue(user): a broker nearby takes a message as quickly as a database does a row.
  if (kind === 'request') return library === null || !program.knowledge.isBroker(library);
  return what === 'lock' && (kind === 'query' ? weight !== 'light' : kind === 'blocking' && library === 'py:subprocess');
}

/** What the callee does while it holds something of the same kind itself is reported there. */
function isWaitedAt(program: Program, { file: path, span }: TraceStep, what: Held['what']): boolean {
  const file = fileAt(program, path);
  const call = file && callAt(file, span);
  if (!file || !call || !isWaitedFor(program, file, call)) return false;
  const [fn, place] = [standingAround(program, file, call.fn), placeOf(program, file, call)];
  return !fn || !place || heldAt(program, { file, fn }, call, place)?.what !== what;
}

/** Have: switch (event.type) { case 'PAID': await mail(event.order); } */
function isOnCondition(program: Program, { file: path, span }: TraceStep): boolean {
  const file = fileAt(program, path);
  const call = file && callAt(file, span);
  return !!call && (placeOf(program, file, call)?.branches ?? []).some((branch) => !branch.recovers && branch.arms.length > 0);
}

const BEGINS = /(^|\.)(create_task|ensure_future)$/;

/** Have: void notify(order); asyncio.create_task(notify(order)) */
function isWaitedFor(program: Program, file: FileModel, call: Call): boolean {
  if (file.language === 'typescript') return !isLeftRunning(program, file, call);
  const { target } = infoOf(program, file, call);
  const isCoroutine = target ? target.fn.async && !target.fn.generator : operationOf(program, file, call)?.blocks === false;
  if (!isCoroutine) return true;
  const isBegun = file.calls.some((other) => BEGINS.test(other.text) && !other.suspends && spanHolds(other.span, call.span));
  const isEntered = file.withs.some(({ value }) => spanHolds(value.span, call.span));
  return (call.suspends && !isBegun) || call.handedBack || isEntered;
}
