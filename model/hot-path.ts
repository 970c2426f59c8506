/** The way from an entry point down to a place that it reaches, call by call: what findings about work per request tell. */
import { type Caller, callersOf } from './callers.ts';
import { isServing } from './contexts.ts';
import { isDeferred } from './deferred.ts';
import { type Entry, entryOf } from './entries.ts';
import type { Call, FileModel, Fn } from './file.ts';
import type { TraceStep } from './finding.ts';
import { isRare } from './how-often.ts';
import { isRuledOut, type Need, needsOf, needsOfCaller } from './needs.ts';
import { type FnRef, memo, type Program } from './program.ts';
import { isMemoized, sitesOf } from './summaries.ts';
import { type Place, standsAlone } from './walk.ts';

/** Beyond this many calls in between, who reads it no longer sees why. */
const LONGEST = 5;

export interface Way {
  readonly ref: FnRef;
  /** The calls that lead from `ref` to where the way began, outermost first. */
  readonly steps: readonly TraceStep[];
  /** The same calls, innermost first. */
  readonly calls: readonly Caller[];
  /** What it takes of the parameters of `ref` for the way to be taken. */
  readonly needs: readonly Need[];
}

export interface HotWay extends Way {
  readonly entry: Entry;
}

/** Where a call stands, seen from the function that is walked as a whole. */
export function placeOf(program: Program, file: FileModel, call: Call): Place | null {
  const root = standingAround(program, file, call.fn);
  return root ? (placesIn(program, { file, fn: root }).get(call) ?? null) : null;
}

function placesIn(program: Program, ref: FnRef): ReadonlyMap<Call, Place> {
  return memo<Fn, ReadonlyMap<Call, Place>>(
    program,
    'places',
    ref.fn,
    new Map(),
    () => new Map(sitesOf(program, ref).map(({ call, place }) => [call, place])),
  );
}

/** The function that runs the closure as part of itself. */
export function standingAround(program: Program, file: FileModel, id: number): Fn | undefined {
  let fn = file.functions[id];
  while (fn && fn.parent !== null && !standsAlone(program, file, fn)) fn = file.functions[fn.parent];
  return fn;
}

/** Whether what is known of the callers lets one of them come as far as this. */
export function isReached(program: Program, file: FileModel, call: Call, place: Place): boolean {
  const fn = standingAround(program, file, call.fn);
  const needs = fn ? needsOf({ file, fn }, place) : [];
  if (!fn || needs.length === 0 || entryOf(program, fn)) return true;
  const callers = callersOf(program, fn);
  return callers.length === 0 || callers.some((from) => !isRuledOut(program, from.file, from.call, { file, fn }, needs));
}

/**
 * Functions from which one is reached, nearest first, itself among them. What runs while a result is missing, after a failure, or when the program
 * starts leads nowhere, nor does a call that `follows` says no to (of a way, it calls what that begins with so far), or that hands in what keeps it from
 * the place where it starts.
 */
export function* waysTo(
  program: Program,
  from: FnRef,
  start: Place | null,
  follows: (at: { file: FileModel; call: Call; place: Place }, way: Way) => boolean,
): Iterable<Way> {
  const seen = new Set<Fn>();
  const queue: Way[] = [{ ref: from, steps: [], calls: [], needs: start ? needsOf(from, start) : [] }];
  // The queue grows while it is walked: breadth first.
  for (const way of queue) {
    const { ref, steps, calls, needs } = way;
    if (seen.has(ref.fn)) continue;
    seen.add(ref.fn);
    if (isMemoized(program, ref) || isRare(program, ref.file, ref.fn) || !isServing(ref.file)) continue;
    yield way;
    if (steps.length >= LONGEST || isDeferred(ref.fn)) continue;
    for (const { file, call } of callersOf(program, ref.fn)) {
      const fn = standingAround(program, file, call.fn);
      const place = placeOf(program, file, call);
      if (!fn || fn.kind === 'module' || !place || place.memo || place.failed || !follows({ file, call, place }, way)) continue;
      if (isRuledOut(program, file, call, ref, needs)) continue;
      queue.push({
        ref: { file, fn },
        steps: stepsFrom({ file, call }, way),
        calls: [...calls, { file, call }],
        needs: [...needsOf({ file, fn }, place), ...needsOfCaller({ file, fn }, call, ref, needs)],
      });
    }
  }
}

/** The steps of a way that begins one call earlier. */
export function stepsFrom({ file, call }: Caller, { ref, steps }: Way): readonly TraceStep[] {
  return [{ file: file.path, span: call.span, message: `calls \`${ref.fn.name}\`` }, ...steps];
}

/**
 * Of the ways, the shortest that begins where something runs per request, message or resolved field; or else, where an administrator asks for it; or
 * else, where a job does.
 */
export function hotWay(program: Program, ways: Iterable<Way>): HotWay | null {
  let seldom: HotWay | null = null;
  for (const way of ways) {
    const entry = entryOf(program, way.ref.fn);
    if (!entry || !/^(request|message|resolver|job)$/.test(entry.kind)) continue;
    if (entry.kind !== 'job' && !entry.administered) return { ...way, entry };
    if (!seldom || (seldom.entry.kind === 'job' && entry.kind !== 'job')) seldom = { ...way, entry };
  }
  return seldom;
}
