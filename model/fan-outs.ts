/**
 * Work that is begun for every element of a list before any of it is done: as many connections, files, processes or threads are open at once as
 * the list is long.
 */
import { infoOf, libraryOf, operationOf } from './calls.ts';
import { extentOf, isLarge, isNamedAs } from './extents.ts';
import type { Call, Extent, FileModel, Loop, Value } from './file.ts';
import type { TraceStep } from './finding.ts';
import { isObjectView, isPartOfOne } from './flow.ts';
import { type HotWay, hotWay, standingAround, waysTo } from './hot-path.ts';
import type { KnowledgeRow } from './knowledge.ts';
import { asksLimiter, isLimited, isPortion } from './limited.ts';
import { memo, nameOf, type Program } from './program.ts';
import { describe, effectsAt } from './summaries.ts';
import type { Place } from './walk.ts';

export type Opened = NonNullable<KnowledgeRow['opens']> | 'request';

export interface FanOut {
  readonly loop: Loop;
  readonly extent: Extent;
  /** What there is one of per element. */
  readonly opens: Opened;
  /** From the loop to where it is opened. */
  readonly path: readonly TraceStep[];
  /** The request, message or job that leads there, where one is known to. */
  readonly hot: HotWay | null;
}

/** What a call opens for all elements of the loop around it at the same time, if nothing says how many it may be. */
export function fanOutAt(program: Program, file: FileModel, call: Call, place: Place): FanOut | null {
  if (place.memo || place.failed || (place.loops.length === 0 && place.calleeLoops.length === 0)) return null;
  return memo<Call, FanOut | null>(program, 'fan-out', call, null, () => {
    const opened = openingOf(program, file, call);
    if (!opened) return null;
    const loop = [...place.loops, ...place.calleeLoops].find((each) => each.parallel || (opened.isBeside && isNotWaitedFor(file, each)));
    if (!loop?.over || loop.counts || isPortion(file, loop, place.loops)) return null;
    if (isLimited(file, place, loop) || asksLimiter(program, file, loop, opened.path)) return null;
    // Most lists that nothing is known of are what one person picked.
    const extent = extentOf(program, file, loop.over);
    if (!isLarge(extent) || isHandful(program, file, loop.over)) return null;
    const fn = standingAround(program, file, place.fn.id) ?? place.fn;
    const hot = hotWay(
      program,
      waysTo(program, { file, fn }, place, () => true),
    );
    // A browser asks a host for a few things at a time.
    if (!hot && opened.opens === 'request') return null;
    return { loop, extent, opens: opened.opens, path: opened.path, hot };
  });
}

interface Opening {
  readonly opens: Opened;
  readonly path: readonly TraceStep[];
  /** It runs from now on, whether or not anybody waits. */
  readonly isBeside: boolean;
}

function openingOf(program: Program, file: FileModel, call: Call): Opening | null {
  const { row, target } = infoOf(program, file, call);
  const step = (message: string): TraceStep => ({ file: file.path, span: call.span, message });
  if (row?.opens) return { opens: row.opens, isBeside: row.offloads === true, path: [step(`\`${call.text}\` ${OPENS[row.opens]}`)] };
  const op = operationOf(program, file, call);
  if (op?.kind === 'request' && row) return isOneEach(program, row) ? { opens: 'request', isBeside: false, path: [step(describe(op, call))] } : null;
  if (!target) return null;
  for (const effect of effectsAt(program, file, call, target)) {
    const made = effect.kind === 'request' && effect.call ? infoOf(program, effect.file, effect.call).row : null;
    if (made && isOneEach(program, made)) return { opens: 'request', isBeside: false, path: [step(`calls \`${target.fn.name}\``), ...effect.trace] };
  }
  return null;
}

const OPENS = { thread: 'starts a thread', process: 'starts a process', file: 'opens a file' } as const;

/** Has a connection of its own. Where one call could take them all, how many there are at a time is not the point. */
function isOneEach(program: Program, row: KnowledgeRow): boolean {
  return !row.op?.bulk && !row.many && !row.batches && !program.knowledge.isPooled(libraryOf(row.symbol));
}

/** A thread runs beside the loop that starts it, unless that waits for each one. */
function isNotWaitedFor(file: FileModel, loop: Loop): boolean {
  if (loop.style === 'while' || loop.style === 'do-while') return false;
  return !file.calls.some((call) => call.member === 'join' && call.args.length === 0 && call.loops.includes(loop.id));
}

/** The parts of one object, what hangs on one record, and what somebody sets up one by one: servers, webhooks. */
function isHandful(program: Program, file: FileModel, over: Value): boolean {
  const name = nameOf(file, over);
  return isObjectView(file, over) || isPartOfOne(file, over) || (name !== null && isNamedAs(program.fewNames, name));
}
