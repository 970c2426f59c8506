/** A listener or a timer that each request adds to what outlives it, and that nobody takes off again: all of them run, and keep what they know of. */
import { collected } from '../../model/collected.ts';
import { isServing } from '../../model/contexts.ts';
import { entryOf } from '../../model/entries.ts';
import { registration } from '../../model/entry-handed.ts';
import type { Call, FileModel, Fn } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { type HotWay, hotWay, waysTo } from '../../model/hot-path.ts';
import { isKept } from '../../model/kept.ts';
import { outlivesRequests } from '../../model/long-lived.ts';
import { isInside, type Program } from '../../model/program.ts';
import type { Use } from '../../model/use.ts';
import { type Place, standing, walk } from '../../model/walk.ts';
import { callText, entryStep, PER } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';

export const listenerPerRequest: Rule = {
  name: 'listener-per-request',
  summary: 'Each request adds a listener or a timer to what outlives it, and nothing takes it off again.',
  subject: 'scaling',
  severity: 'warning',
  languages: ['typescript'],
  fixes: 'never',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, isServing)) {
      // Of several listeners on one thing the first tells all there is to tell.
      const found = new Map<string, Finding>();
      walk(program, file, fn, {
        call(call, place) {
          const kind = registration(program, file, call)?.listens;
          if (!kind || place.failed || found.has(call.callee.text) || isGuarded(file, call, place)) return;
          if (kind === 'timer' ? isHeld(file, call) : !isAdded(program, file, fn, call)) return;
          const hot = hotWay(
            program,
            waysTo(program, { file, fn }, place, (at) => !isGuarded(at.file, at.call, at.place) && !isKept(at.file, at.call)),
          );
          if (hot) found.set(call.callee.text, finding(file, call, hot, kind));
        },
      });
      yield* found.values();
    }
  },
};

function isAdded(program: Program, file: FileModel, fn: Fn, call: Call): boolean {
  // Have: constructor(@Inject(REQUEST) private readonly request: Request) {}, in an object that is made anew for each.
  if (/^(req|request|res|response|reply|ctx)$/.test(lastWord(call.callee.text))) return false;
  return (
    (outlivesRequests(program, file, call.callee) || isOfSetUp(program, file, fn, call)) && !endsByItself(call) && !isTakenOff(program, file, call)
  );
}

/** Have: export function routes(app, io) { app.get('/', () => io.on('connection', …)); } */
function isOfSetUp(program: Program, file: FileModel, fn: Fn, { callee: { root, path } }: Call): boolean {
  const binding = root.kind === 'binding' && path.length === 0 ? file.bindings[root.binding] : undefined;
  const owner = binding && file.functions[binding.fn];
  if (!binding || !owner || owner === fn || binding.loop !== null || binding.fn === 0 || !isInside(file, fn.id, owner.id)) return false;
  if (binding.uses.some((use) => use.kind === 'assign' && use.path.length === 0)) return false;
  for (let outer: Fn | undefined = owner; outer; outer = outer.parent === null ? undefined : file.functions[outer.parent])
    if (entryOf(program, outer)) return false;
  return (
    hotWay(
      program,
      waysTo(program, { file, fn: owner }, null, () => true),
    ) === null
  );
}

/** Have: if (!listening) { listening = true; bus.on(…); }, if (bus.listenerCount('order') === 0) …, if (this.started) return; */
function isGuarded(file: FileModel, call: Call, place: Place): boolean {
  if (place.memo) return true;
  const asks = place.branches.some(
    ({ test }) => test !== null && (/\bthis\.|listener/i.test(test.text) || test.reads.some((id) => isState(file, id))),
  );
  return asks || setsState(file, call.fn);
}

/** A variable of the module that tells what happened before. */
function isState(file: FileModel, id: number): boolean {
  const binding = file.bindings[id];
  return binding?.fn === 0 && /^(const|let|var)$/.test(binding.kind) && binding.function === null;
}

function setsState(file: FileModel, fn: number): boolean {
  const sets = (use: Use): boolean => use.kind === 'assign' && use.fn === fn;
  return (
    file.bindings.some((b) => b.fn === 0 && b.uses.some(sets)) ||
    (file.functions[fn]?.kind !== 'constructor' && file.classes.some(({ fields }) => fields.some((field) => field.uses.some(sets))))
  );
}

/** `{ once: true }`, `{ signal }`, or options that we do not see. */
function endsByItself({ args }: Call): boolean {
  const options = args[2]?.value;
  if (args.some((a) => a.spread)) return true;
  if (!options || typeof options.literal === 'boolean') return false;
  return options.root.kind !== 'new-object' || options.properties.some((p) => p.name === 'once' || p.name === 'signal');
}

const OFF = /^(off|removeListener|removeEventListener|removeAllListeners)$/;

/** In this file somebody takes listeners off what is called so, or elsewhere all of them. */
function isTakenOff(program: Program, file: FileModel, call: Call): boolean {
  const name = lastWord(call.callee.text);
  const isOfOther = (other: Call): boolean => {
    const [ours, theirs] = [call.args[0]?.value.literal ?? null, other.args[0]?.value.literal ?? null];
    return ours !== null && theirs !== null && ours !== theirs;
  };
  if (file.calls.some((other) => OFF.test(other.member ?? '') && lastWord(other.callee.text) === name && !isOfOther(other))) return true;
  return (
    collected<{ readonly name: string }>(program, 'listeners taken off', name, (from) => {
      const names = new Set(from.calls.filter((c) => c.member === 'removeAllListeners').map((c) => lastWord(c.callee.text)));
      return new Map([...names].map((each) => [each, [{ name: each }]]));
    }).length > 0
  );
}

function lastWord(text: string): string {
  return /[\w$#]+$/.exec(text)?.[0] ?? text;
}

/** Whoever keeps a timer may stop it. */
function isHeld(file: FileModel, call: Call): boolean {
  if (call.result === 'discarded') return false;
  const holder = file.bindings.find((b) => b.init?.root.kind === 'call' && b.init.root.call === call.id && b.init.path.length === 0);
  return !holder || holder.uses.length > 0;
}

/** Have: io.on('connection', (socket) => …) */
function opensConnection({ ref: { file, fn } }: HotWay): boolean {
  return fn.passedTo !== null && file.calls[fn.passedTo.call]?.args[0]?.value.literal === 'connection';
}

function finding(file: FileModel, call: Call, hot: HotWay, kind: 'listener' | 'timer'): Finding {
  const per = opensConnection(hot) ? 'connection' : PER[hot.entry.kind];
  const [what, remedy] =
    kind === 'timer'
      ? ['starts a timer', 'Keep what it yields and call `clearInterval`, or start one when the module loads.']
      : [`adds a listener to \`${call.callee.text}\``, 'Take it off when you are done, use `once`, or add one when the module loads.'];
  return {
    rule: 'listener-per-request',
    file: file.path,
    span: call.span,
    severity: hot.entry.kind === 'job' ? 'info' : 'warning',
    message: `${callText(call)} ${what} on every ${per}, and nothing ${kind === 'timer' ? 'stops' : 'removes'} it: all of them run until the process ends. ${remedy}`,
    growth: `O(${per}s)`,
    evidence: [`runs per ${per}: ${hot.entry.label}`],
    trace: [entryStep(hot), ...hot.steps, { file: file.path, span: call.span, message: what }],
    fix: null,
  };
}
