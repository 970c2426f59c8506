/** Which number an expression is, as far as the code tells: constants, settings and their defaults, and the largest that any caller hands in. */
import { argumentOf } from './arguments.ts';
import { callersOf } from './callers.ts';
import { infoOf } from './calls.ts';
import { collected } from './collected.ts';
import type { Argument, Binding, Call, Class, FileModel, Value } from './file.ts';
import { handedFor } from './handed-in.ts';
import type { Program } from './program.ts';
import { fieldOf } from './relations.ts';
import { declarationOf } from './written-types.ts';

const DEEPEST = 5;

export function numberOf(program: Program, file: FileModel, value: Value, depth = 0): number | null {
  if (typeof value.literal === 'number') return value.literal;
  if (depth > DEEPEST) return null;
  const { root, path } = value;
  const [name, ...rest] = path;
  if (root.kind === 'binding') {
    if (name === undefined) return ofBinding(program, file, root.binding, depth);
    return rest.length === 0 && /(^|_)(settings|config)$/i.test(file.bindings[root.binding]?.name ?? '') ? ofSetting(program, name) : null;
  }
  if (root.kind === 'this' && root.class !== null && name !== undefined && rest.length === 0) {
    const found = fieldOf(program, { file, class: file.classes[root.class] as Class }, name);
    const isSet = found?.field.uses.some((use) => use.kind === 'assign' && use.path.length === 0);
    return found?.field.init && !isSet ? numberOf(program, found.file, found.field.init, depth + 1) : null;
  }
  const call = root.kind === 'call' && name === undefined ? file.calls[root.call] : undefined;
  return call ? ofDefault(program, file, call, depth) : null;
}

function ofBinding(program: Program, file: FileModel, id: number, depth: number): number | null {
  const declared = declarationOf(program, file, id);
  const binding = declared?.file.bindings[declared.binding];
  if (!declared || !binding || binding.uses.some((use) => use.kind === 'assign')) return null;
  const init = binding.init ? numberOf(program, declared.file, binding.init, depth + 1) : null;
  if (binding.param === null) return binding.kind === 'const' ? init : null;
  return ofParameter(program, declared.file, binding, init, depth);
}

/** `limit=10` that no caller overrides, or the largest that any of them hands in. */
function ofParameter(program: Program, file: FileModel, binding: Binding, init: number | null, depth: number): number | null {
  const fn = file.functions[binding.fn];
  if (!fn) return null;
  const given = callersOf(program, fn).map(({ file: from, call }) => {
    const handed = handedFor(call, fn, binding);
    if (handed) return numberOf(program, from, handed, depth + 1);
    return argumentOf(call, fn, binding.param ?? 0) ? null : init;
  });
  return given.length > 0 && given.every((most) => most !== null) ? Math.max(...given) : null;
}

/** `int(os.environ.get('PAGE_LENGTH', 15))`, `env.int('PAGE_LENGTH', 15)`, `getattr(settings, 'PAGE_LENGTH', 15)`: unless somebody says otherwise. */
function ofDefault(program: Program, file: FileModel, call: Call, depth: number): number | null {
  const { args, text } = call;
  const [first] = args;
  if (/^(int|Number|parseInt)$/.test(text)) return first ? numberOf(program, file, first.value, depth + 1) : null;
  const isOfEnvironment =
    /(^|\.)(env|environ|getenv|config)(\.(int|get))?$/.test(text) || (text === 'getattr' && /settings$/.test(first?.value.text ?? ''));
  const last = args.length > 1 || first?.name === 'default' ? defaultOf(call) : undefined;
  if (!isOfEnvironment || infoOf(program, file, call).target || !last) return null;
  // Have: os.getenv('PAGE_LENGTH', '15')
  return typeof last.value.literal === 'string' && /^\d+$/.test(last.value.literal)
    ? Number(last.value.literal)
    : numberOf(program, file, last.value, depth + 1);
}

/** What it is unless somebody says otherwise: config('PAGE_LENGTH', default=15, cast=int), getenv('PAGE_LENGTH', 15) */
function defaultOf({ args }: Call): Argument | undefined {
  return args.find((each) => each.name === 'default') ?? args.at(-1);
}

interface Setting {
  readonly number: number;
}

/** `settings.PAGE_LENGTH`: the largest that a module of settings gives it, as it is written there. */
function ofSetting(program: Program, name: string): number | null {
  const all = collected<Setting>(program, 'settings that are numbers', name, settingsIn).map(({ number }) => number);
  return all.length > 0 ? Math.max(...all) : null;
}

function settingsIn(file: FileModel): ReadonlyMap<string, readonly Setting[]> {
  const found = new Map<string, Setting[]>();
  if (file.language !== 'python' || !/(^|\/)(settings|config|conf)(\/|\w*\.py$)/.test(file.path)) return found;
  for (const { fn, name, init } of file.bindings) {
    const number = fn === 0 && init && /^[A-Z_]+$/.test(name) ? writtenNumber(file, init) : null;
    if (number !== null) found.set(name, [...(found.get(name) ?? []), { number }]);
  }
  return found;
}

function writtenNumber(file: FileModel, value: Value): number | null {
  if (typeof value.literal === 'number') return value.literal;
  const call = value.root.kind === 'call' && value.path.length === 0 ? file.calls[value.root.call] : undefined;
  const last = call && defaultOf(call)?.value;
  return last ? (call?.text === 'int' ? writtenNumber(file, last) : typeof last.literal === 'number' ? last.literal : null) : null;
}
