/**
 * Which file or folder of its machine a program means by a path: put together from what is written out, from where the code stands, and from where it was
 * started. What the configuration or the environment says is unknown, and so is whatever begins at the root of the machine: that may be a disk that many share.
 */
import type { Caller } from './callers.ts';
import { infoOf } from './calls.ts';
import type { Binding, Call, FileModel, Import, Value } from './file.ts';
import { handedFor } from './handed-in.ts';
import { fileAt, type Program } from './program.ts';
import { calleeThing, knowledgeSymbol } from './things.ts';
import { declarationOf } from './written-types.ts';

export interface DiskPath {
  /** Absolute, as far as it is known. */
  readonly path: string;
  /** It goes on with what the code does not say: the name of an upload. */
  readonly open: boolean;
}

/** Where a path is put together. */
interface At {
  readonly program: Program;
  readonly file: FileModel;
  /** The calls that lead here, innermost first: they hand in what a parameter is. */
  readonly calls: readonly Caller[];
  readonly depth: number;
}

const DEEPEST = 8;

/** Stands in a path for what nobody knows. */
const UNKNOWN = '\0';

/** `/var/uploads`, `~/uploads`, `C:\\uploads` */
const FROM_TOP = /^([/~]|\w:)/;

export function diskPath(program: Program, file: FileModel, value: Value, calls: readonly Caller[]): DiskPath | null {
  const spelled = spell({ program, file, calls, depth: 0 }, value);
  const whole = spelled.startsWith('/') ? spelled : `${program.packageOf(file.path).root}/${spelled}`;
  const steps: string[] = [];
  let open = false;
  for (const step of whole.split(/[/\\]/)) {
    open = step.includes(UNKNOWN);
    if (open) break;
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  const path = `/${steps.join('/')}`;
  // The folder of the code itself: nothing is kept there by name.
  return spelled.startsWith(UNKNOWN) || file.path.startsWith(`${path}/`) ? null : { path, open };
}

/** The text of a path; relative to where the program was started, unless it begins with `/`. */
function spell(at: At, value: Value): string {
  if (at.depth > DEEPEST) return UNKNOWN;
  const { root, path, literal, text } = value;
  if (typeof literal === 'string') return FROM_TOP.test(literal) ? UNKNOWN : literal;
  if (/^import\.meta\.(dirname|filename|url)$/.test(text)) return text.endsWith('dirname') ? folderOf(at.file) : at.file.path;
  if (root.kind === 'binding') return spellBinding(at, at.file.bindings[root.binding], path, text);
  if (root.kind === 'call') return above(at.file.calls[root.call] ? spellCall(at, at.file.calls[root.call] as Call) : UNKNOWN, path, text);
  if (root.kind === 'this' && path.length === 1) return spellField(at, root.class, path[0] ?? '');
  return root.kind === 'unknown' ? spellText(at, value, text) : UNKNOWN;
}

/** `Path(__file__).parent.parent`, `Path(__file__).parents[1]` */
function above(spelled: string, path: readonly string[], text: string): string {
  if (path.length === 0) return spelled;
  if (path.every((step) => step === 'parent')) return spelled + '/..'.repeat(path.length);
  const nth = /\.parents\[(\d)\]$/.exec(text);
  return nth && path[0] === 'parents' ? spelled + '/..'.repeat(Number(nth[1]) + 1) : UNKNOWN;
}

function spellBinding(at: At, binding: Binding | undefined, path: readonly string[], text: string): string {
  if (!binding) return UNKNOWN;
  if (binding.kind === 'global')
    return binding.name === '__dirname' ? folderOf(at.file) : /^(__file__|__filename)$/.test(binding.name) ? at.file.path : UNKNOWN;
  const imported = at.file.imports.find(({ local }) => local === binding.id);
  if (imported) return spellImported(at, imported, path, text);
  if (binding.param !== null) return path.length === 0 ? spellHanded(at, binding) : UNKNOWN;
  // A second value: nobody knows which of them it has.
  if (!binding.init || binding.part !== null || binding.elementOf !== null || isGivenAnother(binding)) return UNKNOWN;
  const property = path.length === 1 ? binding.init.properties.find(({ name }) => name === path[0]) : undefined;
  if (property) return spell({ ...at, depth: at.depth + 1 }, property.value);
  return above(spell({ ...at, depth: at.depth + 1 }, binding.init), path, text);
}

/** Constants of other files: `import { FOLDER } …`, and in CommonJS `exports.FOLDER = …` and `module.exports = { FOLDER }`; all of them by way of the module, too. */
function spellImported(at: At, { local, specifier, imported }: Import, path: readonly string[], text: string): string {
  const target = at.depth > DEEPEST ? null : at.program.resolve(at.file.path, specifier);
  const file = target?.kind === 'file' ? fileAt(at.program, target.path) : undefined;
  if (!file) return UNKNOWN;
  const there = { ...at, file, calls: [], depth: at.depth + 1 };
  const [name = '', ...rest] = imported === '*' ? path : [imported, ...path];
  const whole = file.exports.find((each) => each.name === '=')?.value;
  const value = file.exports.find((each) => each.name === name)?.value ?? whole?.properties.find((each) => each.name === name)?.value;
  if (value) return rest.length === 0 ? spell(there, value) : UNKNOWN;
  const declared = declarationOf(at.program, at.file, local) ?? null;
  const own = imported === '*' ? file.bindings[file.exports.find((each) => each.name === name)?.binding ?? -1] : undefined;
  const source = own ? { file, binding: own.id } : declared;
  const binding = source?.file === at.file ? undefined : source?.file.bindings[source.binding];
  return source && binding ? spellBinding({ ...there, file: source.file }, binding, rest, text) : UNKNOWN;
}

function isGivenAnother({ kind, uses }: Binding): boolean {
  return kind !== 'const' && uses.some((use) => use.kind === 'assign' && use.path.length === 0);
}

/** Have: function keep(folder, name) { writeFile(join(folder, name)) } keep('uploads', name) */
function spellHanded(at: At, binding: Binding): string {
  const [caller, ...calls] = at.calls;
  const fn = at.file.functions[binding.fn];
  if (!caller || !fn || infoOf(at.program, caller.file, caller.call).target?.fn !== fn) return UNKNOWN;
  const handed = handedFor(caller.call, fn, binding);
  return handed ? spell({ ...at, file: caller.file, calls, depth: at.depth + 1 }, handed) : UNKNOWN;
}

/** Have: private readonly folder = join(process.cwd(), 'uploads') */
function spellField(at: At, owner: number | null, name: string): string {
  const field = at.file.classes[owner ?? -1]?.fields.find((each) => each.name === name);
  const isSettled = field?.uses.every((use) => use.kind !== 'assign' || use.path.length > 0 || at.file.functions[use.fn]?.kind === 'constructor');
  // What a constructor is handed is another each time.
  return field?.init && isSettled ? spell({ ...at, calls: [], depth: at.depth + 1 }, field.init) : UNKNOWN;
}

const JOINS = /^(path(\/posix)?#(default\.)?(posix\.)?(join|resolve)|py:os#path\.join|py:pathlib#(Pure)?(Posix)?Path)$/;
const SAME =
  /^(path#(default\.)?normalize|url#(default\.)?(fileURLToPath|pathToFileURL)|py:os#(path\.(abspath|realpath|normpath)|fspath)|py:builtins#str)$/;
const FOLDERS = /^(path#(default\.)?dirname|py:os#path\.dirname)$/;
const STARTED = /^(global#process\.cwd|process#(default\.|Process\.)?cwd|py:os#getcwd|py:pathlib#Path\.cwd)$/;

function spellCall(at: At, call: Call): string {
  const symbol = importedSymbol(at.program, at.file, call) ?? '';
  const deeper = { ...at, depth: at.depth + 1 };
  const [first, ...rest] = call.args.map(({ value }) => value);
  if (STARTED.test(symbol)) return at.program.packageOf(at.file.path).root;
  if (first && JOINS.test(symbol)) return [spell(deeper, first), ...rest.map((value) => spellStep(deeper, value))].join('/');
  if (first && SAME.test(symbol)) return spell(deeper, first);
  if (first && FOLDERS.test(symbol)) return `${spell(deeper, first)}/..`;
  if (call.member === 'joinpath') return [spell(deeper, call.callee), ...call.args.map(({ value }) => spellStep(deeper, value))].join('/');
  if (/^(resolve|absolute)$/.test(call.member ?? '') && call.args.length === 0) return spell(deeper, call.callee);
  if (call.member === 'format' && typeof call.callee.literal === 'string') return call.callee.literal.replace(/\{[^}]*\}/g, UNKNOWN);
  // `new URL('../data/orders.json', import.meta.url)`
  if (call.isNew && call.text === 'URL' && rest[0]?.text === 'import.meta.url' && first) return `${folderOf(at.file)}/${spellStep(deeper, first)}`;
  return UNKNOWN;
}

/** Not the first of what is joined: `join(root, '/uploads')` is below the root all the same. */
function spellStep(at: At, value: Value): string {
  return typeof value.literal === 'string' ? value.literal : spell(at, value);
}

/** Texts with parts (`uploads/${name}`), sums and, in Python, quotients: of those only the words are there. */
function spellText(at: At, value: Value, whole: string): string {
  const text = whole.replace(/…$/, UNKNOWN).replace(/^\((.*)\)$/, '$1');
  for (const [written, part] of TEXTS) {
    const inside = written.exec(text)?.[1];
    if (inside !== undefined) return FROM_TOP.test(inside) ? UNKNOWN : inside.replace(part, (_, word?: string) => spellWord(at, value, word ?? ''));
  }
  const sign = [' / ', ' + '].find((each) => text.includes(each));
  if (sign === undefined) return UNKNOWN;
  const words = text.split(sign);
  return /^['"`]/.test(words[0] ?? '') && FROM_TOP.test((words[0] ?? '').slice(1))
    ? UNKNOWN
    : words.map((word) => spellWord(at, value, word)).join(sign === ' / ' ? '/' : '');
}

/** Texts with parts, and what a part looks like: `${name}`, `{name}`, `%s`. */
const TEXTS: readonly (readonly [RegExp, RegExp])[] = [
  [/^`([^`]*)`?$/, /\$\{([^}]*)\}?/g],
  [/^[rR]?[fF][rR]?["'](.*?)["']?$/, /\{([^}]*)\}?/g],
  [/^["']([^"']*)["'] % /, /%()\w/g],
];

function spellWord(at: At, value: Value, word: string): string {
  const quoted = /^(['"`])([^'"`$]*)\1$/.exec(word)?.[2];
  if (quoted !== undefined) return quoted;
  if (word === 'process.cwd()') return at.program.packageOf(at.file.path).root;
  const [, inside, steps = ''] = /^(?:pathlib\.)?Path\((.*?)\)((?:\.(?:resolve|absolute)\(\)|\.parents?\b(?:\[\d\])?)*)$/.exec(word) ?? [];
  if (inside !== undefined) return above(spellWord(at, value, inside), steps.match(/parents?/g) ?? [], word);
  const field = /^(?:this|self)\.(\w+)$/.exec(word)?.[1];
  if (field !== undefined)
    return spellField(at, at.file.classes.find(({ span }) => span.start <= value.span.start && value.span.end <= span.end)?.id ?? null, field);
  const [name = '', ...path] = word.split('.');
  const read = value.reads.map((id) => at.file.bindings[id]).find((binding) => binding?.name === name);
  return /^\w+$/.test(name) ? spellBinding({ ...at, depth: at.depth + 1 }, read, path, word) : UNKNOWN;
}

/** What a call is by the names that it is imported under: types of a library may declare it elsewhere. */
export function importedSymbol(program: Program, file: FileModel, call: Call): string | null {
  const thing = calleeThing(program, file, call.id);
  return (thing && knowledgeSymbol(thing)) ?? infoOf(program, file, call).symbol;
}

function folderOf({ path }: FileModel): string {
  return path.slice(0, path.lastIndexOf('/'));
}
