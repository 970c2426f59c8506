/** What else each iteration of a loop does, so that rules know how much one of its operations matters. */
import { infoOf, operationOf } from './calls.ts';
import { extentOf, isLarge, isSmall } from './extents.ts';
import type { Call, FileModel, Loop, Operation } from './file.ts';
import { isObjectView } from './flow.ts';
import type { Program } from './program.ts';
import { effectsAt } from './summaries.ts';

/** Where each element is written as well, one query fewer spares little, and what is read may be what was written. */
export function writesInLoop(program: Program, file: FileModel, loop: Loop): boolean {
  return file.calls.some((call) => call.loops[0] === loop.id && leadsTo(program, file, call, (op) => op.access === 'write'));
}

/** Does a call do such a thing, itself or through what it calls? */
export function leadsTo(program: Program, file: FileModel, call: Call, such: (op: Operation) => boolean): boolean {
  const op = operationOf(program, file, call);
  if (op) return such(op);
  const { target } = infoOf(program, file, call);
  return target !== null && effectsAt(program, file, call, target).some((e) => such(e.op));
}

/** Each iteration waits for somebody: a round trip, beside which moving some thousand elements is nothing. */
export function waitsInLoop(program: Program, file: FileModel, loop: Loop): boolean {
  const isLong = (op: Operation): boolean => op.kind === 'query' || op.kind === 'request' || (op.kind === 'blocking' && op.weight !== 'light');
  return awaitsInside(file, loop) || file.calls.some((call) => call.loops.includes(loop.id) && leadsTo(program, file, call, isLong));
}

/** Its own searches and additions are no calls to wait for. */
export function awaitsInside(file: FileModel, loop: Loop): boolean {
  return file.calls.some((call) => call.awaited && call.op === null && call.loops.includes(loop.id) && file.functions[call.fn]?.async === true);
}

/** Shown to be short, or without a sign of being long: over the properties of one object, or over what one person sees on a screen. */
export function isShortLoop(program: Program, file: FileModel, { over, style }: Loop): boolean {
  if (!over) return false;
  const extent = extentOf(program, file, over);
  return isSmall(extent) || (!isLarge(extent) && (style === 'for-in' || isObjectView(file, over) || /\.[jt]sx$/.test(file.path)));
}
