/** Which regular expression a call tries on which text, where both can be seen. */
import { infoOf } from '../calls.ts';
import type { Call, FileModel, Value } from '../file.ts';
import type { Program } from '../program.ts';

export interface Matched {
  readonly source: string;
  readonly flags: string;
  readonly text: Value;
  /** It is tried at the beginning of the text alone: Python's `match` and `fullmatch`. */
  readonly begins: boolean;
  /** All of the text must match: `fullmatch`. */
  readonly ends: boolean;
  /** Whose expressions they are. */
  readonly isPython: boolean;
}

export function matchedBy(program: Program, file: FileModel, call: Call): Matched | null {
  return file.language === 'python' ? matchedInPython(program, file, call) : matchedInScript(file, call);
}

type Written = NonNullable<Value['pattern']>;

/** `re.test(text)`, `text.replace(re, …)` */
function matchedInScript(file: FileModel, call: Call): Matched | null {
  const [first] = call.args;
  if (!first || first.spread) return null;
  const [of, text] = /^(test|exec)$/.test(call.member ?? '')
    ? [call.callee, first.value]
    : /^(match|matchAll|search|replace|replaceAll|split)$/.test(call.member ?? '')
      ? [first.value, call.callee]
      : [null, null];
  const pattern = of && writtenOut(file, of);
  return pattern && text ? { ...pattern, text, begins: false, ends: false, isPython: false } : null;
}

/** The expression itself, or a constant that holds it. */
function writtenOut(file: FileModel, value: Value): Written | null {
  if (value.pattern) return value.pattern;
  const init = constant(file, value);
  return init?.pattern ?? null;
}

function constant(file: FileModel, value: Value): Value | null {
  const binding = value.root.kind === 'binding' && value.path.length === 0 ? file.bindings[value.root.binding] : undefined;
  return binding?.kind === 'const' ? binding.init : null;
}

const OF_RE = /^py:re#(?:Pattern\.)?(match|search|fullmatch|sub|subn|findall|finditer|split)$/;

/** `re.search(r"…", text)`, `PATTERN.sub("", text)` */
function matchedInPython(program: Program, file: FileModel, call: Call): Matched | null {
  const [, member] = OF_RE.exec(infoOf(program, file, call).symbol ?? '') ?? [];
  if (!member) return null;
  const isCompiled = call.callee.text !== 're';
  const pattern = isCompiled ? compiled(file, call.callee) : literal(call.args[0]?.value);
  const at = (isCompiled ? 0 : 1) + (/^subn?$/.test(member) ? 1 : 0);
  const text = call.args.find((a) => a.name === 'string')?.value ?? (call.args[at]?.name === null ? call.args[at].value : undefined);
  // What else the call says, as re.VERBOSE, changes what the pattern means.
  const isPlain = isCompiled || call.args.length <= at + 1;
  if (!pattern || !text || !isPlain) return null;
  return { source: pattern, flags: '', text, begins: /^(match|fullmatch)$/.test(member), ends: member === 'fullmatch', isPython: true };
}

function compiled(file: FileModel, value: Value): string | null {
  const init = constant(file, value);
  const call = init?.root.kind === 'call' && init.path.length === 0 ? file.calls[init.root.call] : undefined;
  return call && /^(re\.)?compile$/.test(call.text) && call.args.length === 1 ? literal(call.args[0]?.value) : null;
}

/** Longer ones are cut where they are kept. */
const LONGEST = 400;

function literal(value: Value | undefined): string | null {
  return typeof value?.literal === 'string' && value.literal.length < LONGEST ? value.literal : null;
}
