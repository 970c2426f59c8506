/** A blocking call on a path that serves many: while it runs, every other request, message and timer of the process waits. */
import { callersOf } from '../../model/callers.ts';
import { operationOf } from '../../model/calls.ts';
import { isServing } from '../../model/contexts.ts';
import { type Entry, entriesAbove } from '../../model/entries.ts';
import { extentOf, isSmall } from '../../model/extents.ts';
import type { Call, FileModel, Fn, Operation, Value } from '../../model/file.ts';
import type { Finding, TraceStep } from '../../model/finding.ts';
import { parametersBehind } from '../../model/flow.ts';
import { isRare } from '../../model/how-often.ts';
import { servesOneAtATime } from '../../model/platforms.ts';
import type { FnRef, Program } from '../../model/program.ts';
import { type Effect, summaryOf } from '../../model/summaries.ts';
import { type Place, standing, walk } from '../../model/walk.ts';
import { callText, doubtText, loopStep, NOBODY_WAITS, PER, perElement } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';
import { doubtOf, ONE_AT_A_TIME, SMALL_FILES } from './doubt.ts';
import { inEventLoop } from './in-event-loop.ts';
import { remedyOf, runsOnce, twinFix } from './remedies.ts';
import { sameFiles } from './same-files.ts';

/** Beyond this many calls in between, what is async above says little. */
const DEEPEST = 3;

export const syncIoInHotPath: Rule = {
  name: 'sync-io-in-hot-path',
  summary: 'A synchronous call blocks the event loop on a path that serves many requests, messages or elements.',
  subject: 'io',
  severity: 'warning',
  languages: ['typescript', 'python'],
  fixes: 'sometimes',
  *check(program, files) {
    // Several handlers may come by the same call.
    const seen = new Set<string>();
    for (const { file, fn } of standing(program, files, isServing)) {
      if (file.language === 'python') {
        for (const finding of [...inEventLoop(program, file, fn), ...sameFiles(program, file, fn)]) {
          const place = `${finding.file}:${finding.span.start}`;
          if (!seen.has(place)) yield finding;
          seen.add(place);
        }
        continue;
      }
      const found: Finding[] = [];
      walk(program, file, fn, {
        call(call, place) {
          const op = operationOf(program, file, call);
          if (op?.kind !== 'blocking' || place.memo) return;
          const finding =
            onHotPath(program, file, call, place.fn) ?? inDataLoop(program, file, call, place) ?? inAsync(program, file, call, fn, op, place);
          if (finding) found.push(finding);
        },
      });
      yield* found;
    }
  },
};

/** Of the entry points that lead here, the nearest: the shortest path explains it best. One that an administrator alone asks for explains less. */
function onHotPath(program: Program, file: FileModel, call: Call, fn: Fn): Finding | null {
  let seldom: Finding | null = null;
  for (const { ref, entry } of entriesAbove(program, { file, fn })) {
    if (!isServing(ref.file) || isRare(program, ref.file, ref.fn)) continue;
    const effect = summaryOf(program, ref).effects.find((e) => e.kind === 'blocking' && e.call === call);
    const finding = effect ? onPath(program, ref.file, ref.fn, entry, effect, call) : null;
    if (finding && !entry.administered) return finding;
    seldom ??= finding;
  }
  return seldom;
}

function onPath(program: Program, file: FileModel, fn: Fn, entry: Entry, effect: Effect, call: Call): Finding {
  const per = PER[entry.kind];
  const doubt = isPackaged(effect.file, call) ? SMALL_FILES : servesOneAtATime(program, effect.file) ? ONE_AT_A_TIME : doubtOf(effect, entry);
  return {
    rule: 'sync-io-in-hot-path',
    file: effect.file.path,
    span: call.span,
    severity: doubt === null ? 'warning' : 'info',
    message: `${callText(call)} blocks the event loop on every ${per}: all others wait. ${isSameEveryTime(effect.file, call, effect.op) ? 'Do it once, when the module loads.' : remedyOf(program, effect.file, call)}`,
    growth: null,
    evidence: [`runs per ${per}: ${entry.label}`, ...doubtText(doubt)],
    trace: [{ file: file.path, span: fn.nameSpan, message: `${entry.label}` }, ...effect.trace],
    fix: twinFix(program, effect.file, call),
  };
}

/** Nothing that it is given depends on the request: one small asset, read again and again. */
function isSameEveryTime(file: FileModel, call: Call, op: Operation): boolean {
  return (
    op.weight !== 'heavy' &&
    call.args.length > 0 &&
    call.args.every((a) => a.closure === null && !isOwn(a.value) && a.value.reads.every((id) => isFixed(file, id, 0)))
  );
}

/** `path.join(__dirname, 'templates', name)`: what is shipped with the program is small, few, and in the system's cache. */
function isPackaged(file: FileModel, call: Call): boolean {
  const standsBeside = (value: Value, depth: number): boolean =>
    depth < 5 &&
    (value.text.includes('import.meta') ||
      value.reads.some((id) => {
        const binding = file.bindings[id];
        if (!binding) return false;
        if (binding.kind === 'global') return binding.name === '__dirname' || binding.name === '__filename';
        return (binding.kind === 'const' || binding.kind === 'let') && binding.init !== null && standsBeside(binding.init, depth + 1);
      }));
  const [path] = call.args;
  return path !== undefined && standsBeside(path.value, 0);
}

/** Each object has its own. */
function isOwn(value: Value): boolean {
  return value.root.kind === 'this' || /\bthis\b/.test(value.text);
}

/** Module-level, or a local constant made of nothing else: `join(root, 'index.html')`, and not `mkdtempSync(…)`. */
function isFixed(file: FileModel, id: number, depth: number): boolean {
  const binding = file.bindings[id];
  if (!binding || binding.kind === 'let' || binding.kind === 'param' || depth > 4) return false;
  const calls = binding.fn === 0 ? [] : (binding.init?.text.match(/\w+(?=\()/g) ?? []);
  if (calls.some((name) => !/^(join|resolve|dirname|normalize|fileURLToPath|cwd|URL)$/.test(name))) return false;
  return (
    binding.fn === 0 ||
    (binding.kind === 'const' && binding.init !== null && !isOwn(binding.init) && binding.init.reads.every((r) => isFixed(file, r, depth + 1)))
  );
}

/** How often it is called nobody knows, so it is a hint. Have: async function load() { for (const name of names) { readFileSync(name) } } */
function inDataLoop(program: Program, file: FileModel, call: Call, place: Place): Finding | null {
  const loop = place.loops.find((l) => l.over !== null && !isSmall(extentOf(program, file, l.over)));
  if (!loop || !isAsync(file, place)) return null;
  return {
    rule: 'sync-io-in-hot-path',
    file: file.path,
    span: call.span,
    severity: 'info',
    message: `${callText(call)} blocks the event loop once per ${perElement(file, loop)} in async code. ${remedyOf(program, file, call)}`,
    growth: null,
    evidence: doubtText(NOBODY_WAITS),
    trace: [loopStep(file, loop), { file: file.path, span: call.span, message: `\`${call.text}\` blocks` }],
    fix: twinFix(program, file, call),
  };
}

/**
 * Have: async function load(path) { return parse(readFileSync(path)); } Who writes `async`, or listens to events, means that others may run
 * meanwhile. How often it is called nobody knows, so it is a hint.
 */
function inAsync(program: Program, file: FileModel, call: Call, fn: Fn, op: Operation, place: Place): Finding | null {
  // A stat now and then harms nobody.
  if (op.weight === 'light' && !place.loops.some((l) => l.over !== null && extentOf(program, file, l.over).class !== 'constant')) return null;
  if (isPackaged(file, call) || isSameEveryTime(file, call, op)) return null;
  const event = listenedTo(file, fn);
  const isMade = fn.kind === 'constructor' && dependsOnParameter(file, call, fn);
  const above = event !== null || isMade || isAsync(file, place) ? { ref: { file, fn }, steps: [] } : asyncAbove(program, { file, fn });
  if (!above || isRare(program, above.ref.file, above.ref.fn) || isRare(program, file, fn) || runsOnce(program, above.ref.fn)) return null;
  const { ref, steps } = above;
  const where = isMade ? 'whenever one is made' : event === null ? 'in async code' : `on every \`${event}\``;
  const why = isMade ? `\`${ref.fn.name}\` runs per instance` : event === null ? `\`${ref.fn.name}\` is async` : `listens to \`${event}\``;
  return {
    rule: 'sync-io-in-hot-path',
    file: file.path,
    span: call.span,
    severity: 'info',
    message: `${callText(call)} blocks the event loop ${where}: whatever else could run waits. ${isMade ? 'Read before it is made, or when it is asked for.' : remedyOf(program, file, call)}`,
    growth: null,
    evidence: [why, ...doubtText(NOBODY_WAITS)],
    trace: [
      { file: ref.file.path, span: ref.fn.nameSpan, message: why },
      ...steps,
      { file: file.path, span: call.span, message: `\`${call.text}\` blocks` },
    ],
    fix: isMade ? null : twinFix(program, file, call),
  };
}

/** Have: constructor(path) { this.content = readFileSync(path); } Of what reads what it is given there are as many as there are files. */
function dependsOnParameter(file: FileModel, call: Call, fn: Fn): boolean {
  return parametersBehind(file, call.args[0]?.value.reads ?? [], fn.id).size > 0;
}

/** What happens once in the life of a process, or when it is over. */
const SELDOM = /^(exit|beforeExit|SIG[A-Z]+|uncaughtException|unhandledRejection|ready|listening|open|close|end|finish|error|load|DOMContentLoaded)$/;

/** Have: socket.on('getExample', (language, reply) => …), whatever the socket is. */
function listenedTo(file: FileModel, fn: Fn): string | null {
  const call = fn.passedTo ? file.calls[fn.passedTo.call] : undefined;
  const event = call && /^(on|addListener|addEventListener)$/.test(call.member ?? '') ? call.args[0]?.value.literal : null;
  return typeof event === 'string' && !SELDOM.test(event) ? event : null;
}

/** The nearest async function of serving code that calls this one, directly or through others. */
function asyncAbove(program: Program, from: FnRef): { readonly ref: FnRef; readonly steps: readonly TraceStep[] } | null {
  const seen = new Set<Fn>();
  const queue: { ref: FnRef; steps: readonly TraceStep[] }[] = [{ ref: from, steps: [] }];
  for (const { ref, steps } of queue) {
    if (seen.has(ref.fn) || steps.length > DEEPEST) continue;
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

function isAsync(file: FileModel, place: Place): boolean {
  for (let fn: Fn | undefined = place.fn; fn; fn = fn.parent === null ? undefined : file.functions[fn.parent]) if (fn.async) return true;
  return false;
}
