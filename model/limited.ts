/** Whether somebody has said how many of a loop's iterations may be under way at the same time. */
import { isChunked } from './chunks.ts';
import type { Call, FileModel, Fn, Loop } from './file.ts';
import type { TraceStep } from './finding.ts';
import { fileAt, type Program } from './program.ts';
import type { Use } from './use.ts';
import type { Place } from './walk.ts';
import { spanHolds } from './within.ts';

const LIMITS = /(^|\.)(\w*limit|limiter|throttle|schedule|(\w*[qQ]ueue)\.add)$/i;

/** What people call the things that let a few in at a time: `semaphore`, `limit`, `rateLimiter`. */
const LIMITER = /sem(aphores?)?$|limit(er)?$|throttl|concurren|bottleneck|mutex/i;

/** `ids.map((id) => limit(() => load(id)))`, `queue.add(() => load(id))` */
export function isLimited(file: FileModel, place: Place, loop: Loop): boolean {
  return callsAround(file, place, loop).some((call) => LIMITS.test(call.text));
}

/** In the loop, or in a function on the way from there, somebody has to be let in: `async with semaphore:`, `await limiter.acquire()`. */
export function asksLimiter(program: Program, file: FileModel, loop: Loop, way: readonly TraceStep[]): boolean {
  if (loop.deliberate || usesLimiter(file, (use) => use.loops.includes(loop.id))) return true;
  return way.some(({ file: path, span }) => {
    const there = fileAt(program, path);
    const around = there ? functionsAround(there, span.start).filter((fn) => !functionsAround(file, loop.span.start).includes(fn)) : [];
    return there !== undefined && usesLimiter(there, (use) => around.some((fn) => fn.id === use.fn));
  });
}

/** `users.slice(i, i + 10)`, `rows[i:i + 10]`, or what one of a list of chunks holds: as many as its author chose. */
export function isPortion(file: FileModel, loop: Loop, around: readonly Loop[]): boolean {
  if ([loop, ...around].some((each) => isChunked(file, each))) return true;
  const { over } = loop;
  const named = over?.root.kind === 'binding' && over.path.length === 0 ? file.bindings[over.root.binding]?.init : null;
  return [over, named].some((value) => {
    const cut = value?.root.kind === 'call' ? file.calls[value.root.call] : undefined;
    return (cut && /^(slice|splice)$/.test(cut.member ?? '') && cut.args.length > 1) || /\[[^[\]]*:[^[\]]+\]$/.test(value?.text ?? '');
  });
}

function usesLimiter(file: FileModel, such: (use: Use) => boolean): boolean {
  const isOne = (name: string, uses: readonly Use[]): boolean =>
    (LIMITER.test(name) && uses.some(such)) || uses.some((use) => LIMITER.test(use.method ?? '') && such(use));
  return (
    file.bindings.some(({ name, uses }) => isOne(name, uses)) || file.classes.some(({ fields }) => fields.some(({ name, uses }) => isOne(name, uses)))
  );
}

function functionsAround(file: FileModel, at: number): Fn[] {
  return file.functions.filter(({ id, span }) => id !== 0 && spanHolds(span, { start: at, end: at }));
}

/** The calls inside the loop that the functions around a place are handed to. */
export function callsAround(file: FileModel, place: Place, loop: Loop): Call[] {
  const found: Call[] = [];
  for (
    let fn: typeof place.fn | undefined = place.fn;
    fn && fn.id !== loop.closure && fn.id !== loop.fn;
    fn = fn.parent === null ? undefined : file.functions[fn.parent]
  ) {
    const call = fn.passedTo ? file.calls[fn.passedTo.call] : undefined;
    if (call) found.push(call);
  }
  return found;
}
