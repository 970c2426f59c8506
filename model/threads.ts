/** Calls that run a function in several threads of one interpreter: a pool that is handed many things, a thread per element of a loop. */
import { argumentNamed } from './arguments.ts';
import { infoOf } from './calls.ts';
import { extentOf, isSmall } from './extents.ts';
import type { Call, FileModel, Loop, Value } from './file.ts';
import { type FnRef, loopChain, type Program } from './program.ts';
import { thingOf } from './things.ts';

export interface Threaded {
  /** What the threads run. */
  readonly ref: FnRef;
  /** What there are as many of as there are threads, or tasks for them: a list, or the loop that the call stands in. */
  readonly over: Value | null;
  readonly loop: Loop | null;
}

/** Null where a thread of its own only keeps somebody else from waiting, and where it might as well be a process. */
export function threadedBy(program: Program, file: FileModel, call: Call): Threaded | null {
  const { inThread } = infoOf(program, file, call).row ?? {};
  if (!inThread) return null;
  const given = argumentNamed(call, inThread.keyword ?? '', inThread.position)?.value;
  const ref = given ? functionOf(program, file, given) : null;
  if (!ref || isElsewhere(program, file, call, inThread.pool) || isLimited(file, call.callee)) return null;
  const over = inThread.each ? (call.args[inThread.position + 1]?.value ?? null) : null;
  if (over) return isSmall(extentOf(program, file, over)) ? null : { ref, over, loop: null };
  const loop = loopChain(file, call.loops[0] ?? null).find((each) => each.over !== null && !isSmall(extentOf(program, file, each.over)));
  return loop ? { ref, over: loop.over, loop } : null;
}

/** By name, `self.parse`, a lambda, `partial(parse, limit)`. */
function functionOf(program: Program, file: FileModel, value: Value): FnRef | null {
  const thing = thingOf(program, file, value);
  if (thing?.kind === 'function') return thing.ref;
  const call = value.root.kind === 'call' && value.path.length === 0 ? file.calls[value.root.call] : undefined;
  const wrapped = call && program.knowledge.isWrapper(infoOf(program, file, call).symbol ?? '') ? call.args[0]?.value : undefined;
  return wrapped ? functionOf(program, file, wrapped) : null;
}

/** `loop.run_in_executor(processes, parse, text)` */
function isElsewhere(program: Program, file: FileModel, call: Call, pool: number | undefined): boolean {
  const given = pool === undefined ? undefined : call.args[pool]?.value;
  if (!given || given.text === 'None') return false;
  const thing = thingOf(program, file, given);
  const type = thing?.kind === 'instance' && thing.path.length === 0 ? thing.type : null;
  return type === null || !program.knowledge.row(`${type}.submit`)?.inThread || isLimited(file, given);
}

/** One worker is there so that one thing runs at a time. And who has the choice, `Pool = Processes if big else Threads`, has thought of it. */
function isLimited(file: FileModel, pool: Value): boolean {
  const place = pool.root.kind === 'binding' ? file.bindings[pool.root.binding] : undefined;
  const field =
    pool.root.kind === 'this' && pool.root.class !== null ? file.classes[pool.root.class]?.fields.find((f) => f.name === pool.path[0]) : undefined;
  const init = pool.root.kind === 'call' ? pool : (place?.init ?? field?.init);
  const maker = init?.root.kind === 'call' ? file.calls[init.root.call] : undefined;
  if (!maker) return false;
  const made = maker.callee.root.kind === 'binding' ? file.bindings[maker.callee.root.binding] : undefined;
  return (
    (init?.elements.length ?? 0) > 0 ||
    maker.args.some((a) => a.value.literal === 1) ||
    (made !== undefined && made.kind !== 'import' && made.kind !== 'global' && made.kind !== 'class')
  );
}
