/**
 * A call that blocks the thread of an event loop in a language where only `async` code runs on one: Python. It is reported where async
 * code makes it, itself or through plain functions, for that is where it can be awaited instead; what is handed to a thread is no call.
 */
import { isAtOnce } from '../../model/at-once.ts';
import { infoOf, operationOf } from '../../model/calls.ts';
import { laterLinks } from '../../model/chains.ts';
import { type Entry, entryOf, type Reached } from '../../model/entries.ts';
import { extentOf, isSmall } from '../../model/extents.ts';
import type { Call, FileModel, Fn, Operation } from '../../model/file.ts';
import type { Finding, FixIntent, TraceStep } from '../../model/finding.ts';
import { habitBrokenBy } from '../../model/handed-methods.ts';
import { hotEntry, isRare } from '../../model/how-often.ts';
import { handedToLoop } from '../../model/on-loop.ts';
import { servesOneAtATime } from '../../model/platforms.ts';
import type { FnRef, Program } from '../../model/program.ts';
import { effectsAt } from '../../model/summaries.ts';
import { type Place, walk } from '../../model/walk.ts';
import { BY_ADMINISTRATORS, callText, doubtText, NOBODY_WAITS, PER } from '../../model/wording.ts';
import { doubtOfLight, ONE_AT_A_TIME } from './doubt.ts';
import { runsAlone } from './own-loop.ts';
import { remedyOf, runsOnce, twinFix } from './remedies.ts';
import { asPlain, byRemedy, oneOf, plainRunner, withOthers } from './together.ts';

/** Beyond this many steps, the last included, who reads the finding no longer sees why. */
const DEEPEST = 4;

export function* inEventLoop(program: Program, file: FileModel, fn: Fn): Iterable<Finding> {
  const entry = entryOf(program, fn);
  const handedBy = fn.async || entry?.onLoop ? null : handedToLoop(program, fn);
  if (!fn.async && !entry?.onLoop && handedBy === null) return;
  if (isRare(program, file, fn) || runsOnce(program, fn) || MAIN.test(fn.name)) return;
  const found: [Call, Blocked][] = [];
  walk(program, file, fn, {
    call(call, place) {
      // When somebody who is handed a lambda runs it, and on which thread, is for them to say; what walks a list runs it at once.
      if (place.memo || (place.fn !== fn && place.fn.loop === null)) return;
      const blocked = direct(program, file, call, place) ?? throughCall(program, file, call) ?? unlikeOthers(program, file, call);
      if (blocked) found.push([call, blocked]);
    },
  });
  if (found.length === 0 || runsAlone(program, file, fn)) return;
  const runner = fn.awaits ? null : plainRunner(program, file, fn);
  for (const group of byRemedy(found, ([call, blocked]) => (runner ? asPlain(runner) : sharedRemedy(program, file, call, blocked)))) {
    const findings = group.map(([call, blocked]) => {
      const remedy = runner ? asPlain(runner) : group.length > 1 ? sharedRemedy(program, file, call, blocked) : null;
      // Have: async def get(id): return session.scalar(select(Rom).where(Rom.id == id))
      const isRepeated = call.loops.length > 0 || blocked.call.loops.length > 0;
      const isQuick = runner === null && !isRepeated && blocked.op.kind === 'query';
      const said = { ...blocked, isQuick, ...(remedy === null ? {} : { remedy: withOthers(remedy, group.length) }) };
      const made = finding(program, file, fn, entry, handedBy, call, said);
      return runner ? { ...made, fix: null } : made;
    });
    yield oneOf(findings);
  }
}

/** All queries of a session or a connection wait, or none of them. */
function sharedRemedy(program: Program, file: FileModel, call: Call, blocked: Blocked): string | null {
  return blocked.op.kind === 'query' && blocked.call === call && !infoOf(program, file, call).row?.raisesOnLoop
    ? remedyOf(program, file, call)
    : null;
}

const MAIN = /^_*(amain|main|async_main|main_async|run_main)$/;

interface Blocked {
  readonly op: Operation;
  /** What blocks, and where, from here on. */
  readonly file: FileModel;
  readonly call: Call;
  readonly steps: readonly TraceStep[];
  /** What to do, where the code itself does it everywhere else. */
  readonly remedy?: string;
  /** A query outside of loops, in a handler that awaits something else. */
  readonly isQuick?: boolean;
  /** Nothing but how others like it are called says that it blocks. */
  readonly byHabit?: true;
}

/** Have: async def load(url): return requests.get(url) */
function direct(program: Program, file: FileModel, call: Call, place: Place): Blocked | null {
  const op = operationOf(program, file, call);
  if (!op?.blocks || call.suspends || isAtOnce(program, file, call, place)) return null;
  // Several links of one chain are one query; its last one stands for it.
  if (laterLinks(program, file, call).some((link) => operationOf(program, file, link) !== null)) return null;
  // A stat now and then harms nobody.
  if (op.weight === 'light' && !place.loops.some((l) => l.over !== null && !isSmall(extentOf(program, file, l.over)))) return null;
  return { op, file, call, steps: [{ file: file.path, span: call.span, message: `\`${call.text}\` blocks` }] };
}

/** Have: async def load(url): return fetch(url) … def fetch(url): return requests.get(url) */
function throughCall(program: Program, file: FileModel, call: Call): Blocked | null {
  const { target } = infoOf(program, file, call);
  // What is async itself is looked at on its own.
  if (!target || target.fn.async || target.fn.generator || call.suspends) return null;
  const later = generatorsHandedBack(program, target);
  const effects = effectsAt(program, file, call, target).filter((e) => e.op.blocks && isSlow(e.op) && !later.has(e.trace[0]?.span.start ?? -1));
  const [nearest] = effects.sort((a, b) => a.trace.length - b.trace.length);
  if (!nearest?.call || nearest.trace.length >= DEEPEST) return null;
  const step: TraceStep = { file: file.path, span: call.span, message: `calls \`${target.fn.name}\`` };
  return { op: nearest.op, file: nearest.file, call: nearest.call, steps: [step, ...nearest.trace] };
}

/** Have: def pages(url): return walk(url) … def walk(url): … yield requests.get(url): it runs when somebody walks what `pages` gives back. */
function generatorsHandedBack(program: Program, { file, fn }: FnRef): ReadonlySet<number> {
  const calls = file.calls.filter((call) => call.fn === fn.id && call.handedBack && infoOf(program, file, call).target?.fn.generator);
  return new Set(calls.map((call) => call.span.start));
}

/** Have: self._api.get_cover(path), where all others are run as in `await self._in_thread(self._api.get_album, key)`. */
function unlikeOthers(program: Program, file: FileModel, call: Call): Blocked | null {
  const habit = habitBrokenBy(program, file, call);
  if (!habit) return null;
  const op: Operation = {
    kind: 'blocking',
    form: call.text,
    on: null,
    key: null,
    predicate: null,
    library: null,
    access: null,
    batch: null,
    weight: null,
    blocks: true,
  };
  const steps = [
    { file: file.path, span: habit.example.span, message: `\`${habit.example.text}\` is handed to \`${habit.taker}\`` },
    { file: file.path, span: call.span, message: `\`${call.text}\` is called at once` },
  ];
  return { op, file, call, steps, remedy: `Hand it to \`${habit.taker}\`, as \`${habit.example.text}\` is.`, byHabit: true };
}

/** A round trip, a process, a sleep. Files are mostly small and in the system's cache. */
function isSlow(op: Operation): boolean {
  return op.weight !== 'light' && (op.kind === 'query' || op.kind === 'request' || op.weight === 'heavy');
}

/** Moving it to a thread spares the loop what takes long; for a small file it is not worth the words. */
function toThread(file: FileModel, fn: Fn, call: Call, op: Operation): FixIntent | null {
  // A session or a connection belongs to its thread, and a query that waits until it is walked would run in this one all the same.
  return fn.async && call.fn === fn.id && isSlow(op) && op.kind !== 'query'
    ? { kind: 'to-thread', file: file.path, call: call.span, fn: fn.span }
    : null;
}

function finding(program: Program, file: FileModel, fn: Fn, entry: Entry | null, handedBy: string | null, from: Call, blocked: Blocked): Finding {
  // A plain function cannot await on its way: what blocks must itself become another call.
  const call = !fn.async && blocked.file === file ? blocked.call : from;
  const isOwn = blocked.call === call;
  const own = entry && entry.kind !== 'job' ? entry : null;
  // Who writes `async` means that others may run meanwhile; on the way of a request or a message they do.
  const hot = hotEntry(program, file, fn);
  // A plain function of a threaded server that starts a coroutine gives it a loop of its own: requests do not share it.
  const above = hot !== null && (hot.ref.fn === fn || hot.ref.fn.async || hot.entry.onLoop) ? hot : null;
  const handler = above !== null && above.ref.fn !== fn && own === null ? above : null;
  const waits = own
    ? `on every ${PER[own.kind]}: all others wait`
    : handler
      ? `on the way of a ${PER[handler.entry.kind]}: all others wait`
      : `${handedBy === null ? 'in async code' : 'that runs it'}: whatever else could run waits`;
  const through = isOwn ? '' : `, through ${callText(blocked.call)}`;
  const raised = infoOf(program, blocked.file, blocked.call).row?.raisesOnLoop;
  const what = raised ? `cannot wait on an event loop${through}: it raises \`${raised}\`` : `blocks the event loop ${waits}${through}`;
  const elsewhere = raised ? 'Run it with `sync_to_async`.' : 'Run it with `asyncio.to_thread`.';
  const doubtOfOne = blocked.byHabit ? BY_HABIT : raised ? RAISED : blocked.isQuick ? QUICK : null;
  const doubt = doubtOfOne ?? (isSlow(blocked.op) ? doubtOfWay(program, file, above) : doubtOfLight(blocked.op));
  const why = entry?.label ?? (handedBy === null ? `\`${fn.name}\` is async` : `\`${handedBy}\` runs \`${fn.name}\` on the event loop`);
  return {
    rule: 'sync-io-in-hot-path',
    file: file.path,
    span: call.span,
    severity: doubt === null ? 'warning' : 'info',
    message: `${callText(call)} ${what}. ${blocked.remedy ?? (isOwn ? remedyOf(program, blocked.file, blocked.call) : elsewhere)}`,
    growth: null,
    evidence: [entry ? `runs per ${PER[entry.kind]}: ${why}` : why, ...(handler ? [`${handler.entry.label} leads here`] : []), ...doubtText(doubt)],
    trace: [
      ...(handler ? [{ file: handler.ref.file.path, span: handler.ref.fn.nameSpan, message: handler.entry.label }] : []),
      { file: file.path, span: fn.nameSpan, message: why },
      ...blocked.steps,
    ],
    fix: (isOwn ? twinFix(program, file, call) : null) ?? toThread(file, fn, call, blocked.op),
  };
}

function doubtOfWay(program: Program, file: FileModel, above: Reached | null): string | null {
  if (above === null) return NOBODY_WAITS;
  if (above.entry.administered) return BY_ADMINISTRATORS;
  if (above.entry.inTurn) return 'its library hands over one message at a time';
  return servesOneAtATime(program, file) ? ONE_AT_A_TIME : null;
}

const QUICK = 'queries are mostly over within some milliseconds each';
/** Who wrote it would have seen so at once. */
const RAISED = 'code that raises it each time seldom lives long: most likely it never runs like this';
const BY_HABIT = 'that it takes long is seen only from how others like it are called';
