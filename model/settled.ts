/** Whether a value is the same for the whole life of a program, whoever asks: made of literals, of settings, and of what else never changes. */
import { argumentOf } from './arguments.ts';
import { callersOf } from './callers.ts';
import type { Call, FileModel, Value } from './file.ts';
import type { Program } from './program.ts';
import { spanHolds } from './within.ts';

const DEEPEST = 6;

/** Of what others pass, so many callers are looked at. */
const MOST_CALLERS = 12;

export function isSettled(program: Program, file: FileModel, value: Value, depth = 0): boolean {
  if (depth > DEEPEST || readsOwner(file, value)) return false;
  const isKnown = (id: number): boolean => isSettledBinding(program, file, id, depth);
  return value.reads.every(isKnown) && callsIn(file, value).every((call) => isSteady(call));
}

/** Fields of an object may differ from one to the next; what it was configured with is taken for the program's. */
function readsOwner(file: FileModel, value: Value): boolean {
  if (value.root.kind === 'this' && value.path.length === 0) return true;
  return file.classes.some(({ fields }) =>
    fields.some((field) => !CONFIGURATION.test(field.name) && field.uses.some((use) => spanHolds(value.span, use.span))),
  );
}

const CONFIGURATION = /(config|configuration|settings|options|opts|env|environment|secrets?)(service|provider|manager)?$/i;

/** Calls that stand in a value. */
export function callsIn(file: FileModel, value: Value): readonly Call[] {
  return file.calls.filter((call) => spanHolds(value.span, call.span));
}

/** What reads settings, or rewrites what it is given. Whatever else is called may answer each time as it likes. */
export function isSteady(call: Call): boolean {
  const name = call.member ?? call.text;
  if (call.isNew || /^[A-Z]/.test(name)) return true;
  return STEADY.test(name) || CONFIGURATION.test(name) || CONFIGURATION.test(lastWord(call.callee.text)) || /\b(env|environ)$/.test(call.callee.text);
}

const STEADY =
  /^(getenv|parseInt|parseFloat|int|str|bool|float|dict|list|tuple|join|resolve|dirname|format|encode|decode|split|strip|rstrip|lstrip|lower|upper|trim|toString|toLowerCase|replace|startsWith|endsWith|env|require|where|timedelta|create_default_context|fromEnv|fromNodeProviderChain|fromIni|defaultProvider|from_env|urlparse|urlsplit|default)$/;

function lastWord(text: string): string {
  return /\w+$/.exec(text)?.[0] ?? '';
}

/** What frameworks import by these names is another thing on each request. */
export const OF_REQUEST = /^(request|session|g|websocket|current_user|ctx|context|event)$/;

function isSettledBinding(program: Program, file: FileModel, id: number, depth: number): boolean {
  const binding = file.bindings[id];
  if (!binding) return false;
  if (OF_REQUEST.test(binding.name)) return false;
  if (binding.kind === 'import' || binding.kind === 'enum' || binding.kind === 'class' || binding.kind === 'type') return true;
  // A closure may well read what changes; as a callback it makes no difference between two clients.
  if (binding.function !== null || binding.kind === 'global') return true;
  if (binding.elementOf !== null) return false;
  if (binding.param !== null) return isSettledParameter(program, file, id, depth);
  if (binding.fn === 0) return true;
  const isReassigned = binding.uses.some((use) => use.kind === 'assign' && use.path.length === 0);
  return binding.init !== null && !isReassigned && isSettled(program, file, binding.init, depth + 1);
}

/** Whoever calls the function passes something settled, or nothing. */
function isSettledParameter(program: Program, file: FileModel, id: number, depth: number): boolean {
  const binding = file.bindings[id];
  const fn = binding && file.functions[binding.fn];
  const param = binding?.param ?? null;
  if (!binding || !fn || param === null || binding.part || fn.params[param]?.rest) return false;
  const callers = callersOf(program, fn);
  if (callers.length === 0 || callers.length > MOST_CALLERS) return false;
  return callers.every(({ file: from, call }) => {
    if (call.args.some((a) => a.spread)) return false;
    const given = argumentOf(call, fn, param);
    return given ? isSettled(program, from, given.value, depth + 1) : true;
  });
}
