/**
 * A call that blocks the thread of an event loop in a language where only `async` code runs on one: Python. What a plain function does
 * is its own business until something async calls it; whatever is handed to a thread is no call.
 */
import { callersOf } from '../../model/callers.ts';
import { isServing } from '../../model/contexts.ts';
import { entryOf } from '../../model/entries.ts';
import { extentOf, isSmall } from '../../model/extents.ts';
import type { Call, FileModel, Fn, Operation } from '../../model/file.ts';
import type { Finding, TraceStep } from '../../model/finding.ts';
import { isRare } from '../../model/how-often.ts';
import type { FnRef, Program } from '../../model/program.ts';
import type { Place } from '../../model/walk.ts';
import { callText } from '../../model/wording.ts';
import { PER, remedyOf, runsOnce, twinFix } from './remedies.ts';

/** Beyond this many calls in between, who reads the finding no longer sees why. */
const DEEPEST = 3;

/** Have: async def load(url): return requests.get(url) */
export function inEventLoop(program: Program, file: FileModel, call: Call, fn: Fn, op: Operation, place: Place): Finding | null {
  // A stat now and then harms nobody.
  if (op.weight === 'light' && !place.loops.some((l) => l.over !== null && !isSmall(extentOf(program, file, l.over)))) return null;
  const above = asyncAbove(program, { file, fn });
  if (!above) return null;
  const { ref, steps } = above;
  if (isRare(program, ref.file, ref.fn) || isRare(program, file, fn) || runsOnce(program, ref.fn) || MAIN.test(ref.fn.name)) return null;
  const entry = entryOf(program, ref.fn);
  const waits = entry && entry.kind !== 'job' ? `on every ${PER[entry.kind]}: all others wait` : 'in async code: whatever else could run waits';
  const why = entry?.label ?? `\`${ref.fn.name}\` is async`;
  return {
    rule: 'sync-io-in-hot-path',
    file: file.path,
    span: call.span,
    severity: isSlow(op) && (steps.length === 0 || entry !== null) ? 'warning' : 'info',
    message: `${callText(call)} blocks the event loop ${waits}. ${remedyOf(program, file, call)}`,
    growth: null,
    evidence: [entry ? `runs per ${PER[entry.kind]}: ${why}` : why],
    trace: [
      { file: ref.file.path, span: ref.fn.nameSpan, message: why },
      ...steps,
      { file: file.path, span: call.span, message: `\`${call.text}\` blocks` },
    ],
    fix: twinFix(program, file, call),
  };
}

const MAIN = /^_*(a?main|async_main|main_async|run_main|amain)$/;

/** A round trip, a process, a sleep. Files are mostly small and in the system's cache. */
function isSlow(op: Operation): boolean {
  return op.kind === 'query' || op.kind === 'request' || op.weight === 'heavy';
}

/** The nearest async function of serving code that runs this one, itself or through others. */
function asyncAbove(program: Program, from: FnRef): { readonly ref: FnRef; readonly steps: readonly TraceStep[] } | null {
  if (from.fn.async) return { ref: from, steps: [] };
  const seen = new Set<Fn>();
  const queue: { ref: FnRef; steps: readonly TraceStep[] }[] = [{ ref: from, steps: [] }];
  for (const { ref, steps } of queue) {
    if (seen.has(ref.fn) || steps.length >= DEEPEST) continue;
    seen.add(ref.fn);
    for (const { file, call } of callersOf(program, ref.fn)) {
      const fn = file.functions[call.fn];
      if (!fn || !isServing(file)) continue;
      const next = { ref: { file, fn }, steps: [{ file: file.path, span: call.span, message: `calls \`${ref.fn.name}\`` }, ...steps] };
      if (fn.async) return next;
      queue.push(next);
    }
  }
  return null;
}
