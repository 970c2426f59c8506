/** A blocking call on a path that serves many: while it runs, every other request, message and timer of the process waits. */
import { callersOf } from '../../model/callers.ts';
import { infoOf, operationOf } from '../../model/calls.ts';
import { isRare, isServing } from '../../model/contexts.ts';
import { type Entry, entriesAbove } from '../../model/entries.ts';
import { extentOf, isLarge, isSmall } from '../../model/extents.ts';
import type { Call, FileModel, Fn, Operation, Value } from '../../model/file.ts';
import type { Finding, FixIntent, Severity } from '../../model/finding.ts';
import type { Program } from '../../model/program.ts';
import { type Effect, summaryOf } from '../../model/summaries.ts';
import { type Place, standing, walk } from '../../model/walk.ts';
import { callText, loopStep, perElement } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';

export const syncIoInHotPath: Rule = {
  name: 'sync-io-in-hot-path',
  summary: 'A synchronous call blocks the event loop on a path that serves many requests, messages or elements.',
  subject: 'io',
  severity: 'warning',
  languages: ['typescript'],
  fixes: 'sometimes',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, isServing)) {
      const found: Finding[] = [];
      walk(program, file, fn, {
        call(call, place) {
          const op = operationOf(program, file, call);
          if (op?.kind !== 'blocking' || place.memo) return;
          const finding = onHotPath(program, file, call, fn) ?? inDataLoop(program, file, call, fn, op, place);
          if (finding) found.push(finding);
        },
      });
      yield* found;
    }
  },
};

/** Of the entry points that lead here, the nearest: the shortest path explains it best. */
function onHotPath(program: Program, file: FileModel, call: Call, fn: Fn): Finding | null {
  for (const { ref, entry } of entriesAbove(program, { file, fn })) {
    if (!isServing(ref.file) || isRare(program, ref.file, ref.fn)) continue;
    const effect = summaryOf(program, ref).effects.find((e) => e.kind === 'blocking' && e.call === call);
    if (effect) return onPath(program, ref.file, ref.fn, entry, effect, call);
  }
  return null;
}

/** Have: app.get('/', (req, res) => render()) … function render() { readFileSync(…) } */
function onPath(program: Program, file: FileModel, fn: Fn, entry: Entry, effect: Effect, call: Call): Finding {
  const per = { request: 'request', message: 'message', job: 'job', event: 'event', render: 'render', resolver: 'resolver call' }[entry.kind];
  return {
    rule: 'sync-io-in-hot-path',
    file: effect.file.path,
    span: call.span,
    severity:
      isPackaged(effect.file, call) || (isSameEveryTime(effect.file, call) && effect.trace.length > 1)
        ? 'info'
        : severityOf(effect.op.weight, entry.kind),
    message: `${callText(call)} blocks the event loop on every ${per}: all others wait. ${isSameEveryTime(effect.file, call) ? 'Do it once, when the module loads.' : remedyOf(program, effect.file, call)}`,
    growth: null,
    evidence: [`runs per ${per}: ${entry.label}`],
    trace: [{ file: file.path, span: fn.nameSpan, message: `${entry.label}` }, ...effect.trace],
    fix: twinFix(program, effect.file, call),
  };
}

/** Nothing that it is given depends on the request: one small asset, read again and again. */
function isSameEveryTime(file: FileModel, call: Call): boolean {
  return call.args.length > 0 && call.args.every((a) => a.closure === null && a.value.reads.every((id) => isFixed(file, id, 0)));
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
        return binding.kind === 'const' && binding.init !== null && standsBeside(binding.init, depth + 1);
      }));
  const [path] = call.args;
  return path !== undefined && standsBeside(path.value, 0);
}

/** Module-level, or a local constant made of nothing else. */
function isFixed(file: FileModel, id: number, depth: number): boolean {
  const binding = file.bindings[id];
  if (!binding || binding.kind === 'let' || binding.kind === 'param' || depth > 4) return false;
  return (
    binding.fn === 0 ||
    (binding.kind === 'const' &&
      binding.init !== null &&
      binding.init.root.kind !== 'this' &&
      binding.init.reads.every((r) => isFixed(file, r, depth + 1)))
  );
}

/** A stat takes microseconds; events and scheduled jobs of a process are seldom thousands. */
function severityOf(weight: 'light' | 'heavy' | null, kind: Entry['kind']): Severity {
  if (weight === 'light') return 'info';
  return kind === 'request' || kind === 'message' || kind === 'resolver' ? 'warning' : 'info';
}

/** Have: async function load() { for (const name of names) { readFileSync(name) } } */
function inDataLoop(program: Program, file: FileModel, call: Call, fn: Fn, op: Operation, place: Place): Finding | null {
  const loop = place.loops.find((l) => l.over !== null && !isSmall(extentOf(program, file, l.over)));
  if (!loop || !isAsync(file, place)) return null;
  const isSlow = op.weight !== 'light' && loop.over !== null && isLarge(extentOf(program, file, loop.over));
  return {
    rule: 'sync-io-in-hot-path',
    file: file.path,
    span: call.span,
    severity: isSlow && !runsOnce(program, fn) ? 'warning' : 'info',
    message: `${callText(call)} blocks the event loop once per ${perElement(file, loop)} in async code. ${remedyOf(program, file, call)}`,
    growth: null,
    evidence: [],
    trace: [loopStep(file, loop), { file: file.path, span: call.span, message: `\`${call.text}\` blocks` }],
    fix: twinFix(program, file, call),
  };
}

/** Called while its module loads, and by nobody later. */
function runsOnce(program: Program, fn: Fn): boolean {
  const callers = callersOf(program, fn);
  return callers.length > 0 && callers.every(({ call }) => call.fn === 0);
}

function isAsync(file: FileModel, place: Place): boolean {
  for (let fn: Fn | undefined = place.fn; fn; fn = fn.parent === null ? undefined : file.functions[fn.parent]) if (fn.async) return true;
  return false;
}

function remedyOf(program: Program, file: FileModel, call: Call): string {
  const { row } = infoOf(program, file, call);
  if (row?.twin) return `Await \`${row.twin.module}\`'s \`${row.twin.member.split('.').pop()}\`.`;
  return 'Use the asynchronous form.';
}

function twinFix(program: Program, file: FileModel, call: Call): FixIntent | null {
  const { row } = infoOf(program, file, call);
  const fn = file.functions[call.fn];
  // Only an async function can wait; making others async changes every caller.
  if (!row?.twin || !fn?.async) return null;
  return { kind: 'await-twin', file: file.path, call: call.span, fn: fn.span, module: row.twin.module, twin: row.twin.member };
}
