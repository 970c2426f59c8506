/** What is made of something else and of nothing more: by a library's call, or by a loop that picks or rearranges. */
import { isOnlyAsked } from '../../model/asked.ts';
import { infoOf } from '../../model/calls.ts';
import type { Call, FileModel, Loop, Span, Value } from '../../model/file.ts';
import type { Program } from '../../model/program.ts';
import { callsIn } from '../../model/settled.ts';
import { callText } from '../../model/wording.ts';

export interface Derived {
  readonly span: Span;
  readonly text: string;
  /** What is read whole for it; null where it is slow whatever it is given. */
  readonly source: Value | null;
  /** All that it is given. */
  readonly given: readonly Value[];
  readonly call: Call | null;
}

export function derivedBy(program: Program, file: FileModel, call: Call): Derived | null {
  const { row } = infoOf(program, file, call);
  const op = row?.op;
  // What a library copies or parses is as long as what it is given.
  const derives = row?.derives ?? ((op?.kind === 'copy' || op?.kind === 'compute') && op.on !== undefined ? { from: op.on } : null);
  if (!derives || call.args.some((a) => a.spread)) return null;
  const given = call.args.map((a) => a.value);
  const text = textOf(file, call);
  if (derives.from === null) return { span: call.span, text, source: null, given, call };
  const from = given[derives.from];
  if (!from || keepsPlace(call)) return null;
  const source = sourceOf(file, from, derives.joined === true);
  return source && { span: call.span, text, source, given, call };
}

/** Have: new RegExp(words.join('|'), 'g'): it remembers where it was, and with flags that are not written there it may. */
function keepsPlace(call: Call): boolean {
  const flags = call.isNew ? call.args[1]?.value : undefined;
  return flags !== undefined && (typeof flags.literal !== 'string' || /[gy]/.test(flags.literal));
}

/** What a value is as long as. What is written there is short. */
function sourceOf(file: FileModel, value: Value, joined: boolean): Value | null {
  const join = callsIn(file, value).find((call) => call.member === 'join');
  if (join) return baseOf(file, join.callee.kind === 'string' || join.callee.root.kind === 'literal' ? join.args[0]?.value : join.callee);
  return joined ? null : baseOf(file, value);
}

function baseOf(file: FileModel, value: Value | undefined): Value | null {
  if (!value) return null;
  if (value.viewOf) return baseOf(file, value.viewOf);
  const call = value.root.kind === 'call' && value.path.length === 0 ? file.calls[value.root.call] : undefined;
  if (call) return call.callee.root.kind === 'binding' && call.member !== null ? baseOf(file, call.callee) : null;
  return value.root.kind === 'binding' || value.root.kind === 'this' ? value : null;
}

function textOf(file: FileModel, call: Call): string {
  const [only, ...others] = call.args;
  const made = call.isNew && file.language !== 'python' ? `new ${call.text}` : call.text;
  if (only && others.length === 0 && only.value.text.length <= 24) return `${made}(${only.value.text})`;
  return call.isNew ? `${made}(…)` : callText(call).slice(1, -1);
}

/** Have: const active = owners.filter((owner) => owner.active); names = {user.name for user in users} */
export function derivedByLoop(file: FileModel, loop: Loop): Derived | null {
  const call = loop.call === null ? null : (file.calls[loop.call] ?? null);
  if (loop.style !== 'comprehension' && !(call && PICKS.test(call.member ?? ''))) return null;
  const value = valueAt(file, loop.span);
  const source = value && baseOf(file, value);
  if (!value || !source || !value.viewOf) return null;
  const text = call ? callText(call).slice(1, -1) : value.text.length > 48 ? `${value.text.slice(0, 47)}…` : value.text;
  return { span: loop.span, text, source, given: [value], call };
}

const PICKS = /^(map|filter|flatMap)$/;

/** The whole of what a stretch of text makes, where it is given a name or asked at once. */
function valueAt(file: FileModel, span: Span): Value | null {
  const isIt = (value: Value | null): boolean => value?.span.start === span.start && value.span.end === span.end;
  return file.bindings.find((b) => isIt(b.init))?.init ?? file.calls.find((call) => call.member !== null && isIt(call.callee))?.callee ?? null;
}

/** What is slow to make whatever it is given holds nothing: one serves all, whatever becomes of it. */
export function isAsked(program: Program, file: FileModel, derived: Derived): boolean {
  return derived.source === null || isOnlyAsked(program, file, derived);
}
