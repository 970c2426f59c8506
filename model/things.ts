/**
 * What an expression stands for, followed through variables, imports, re-exports, fields, constructors and calls:
 * a library's symbol, an instance of a library's type, or a function or class of the project. Ambiguity yields null.
 */
import { argumentOf } from './arguments.ts';
import { libraryOf } from './calls.ts';
import type { Call, Class, FileModel, Value } from './file.ts';
import { handedFor, namedCalls } from './handed-in.ts';
import { onlySubclass } from './implementations.ts';
import type { KnowledgeRow } from './knowledge.ts';
import { elementOf, elementThing } from './list-elements.ts';
import { exportThing, importsLibrary, importThing } from './modules.ts';
import { type FnRef, memo, type Program } from './program.ts';
import { queriedRows } from './queried-rows.ts';
import { ownerType } from './relations.ts';
import { hasPlainRows, rowsOf } from './rows.ts';
import { wrappedParameter } from './wrappers.ts';
import { typeThing } from './written-types.ts';

export type Thing =
  | { readonly kind: 'symbol'; readonly module: string; readonly path: readonly string[] }
  | { readonly kind: 'instance'; readonly type: string; readonly path: readonly string[]; readonly made?: Made }
  | { readonly kind: 'function'; readonly ref: FnRef }
  | { readonly kind: 'class'; readonly file: FileModel; readonly class: Class }
  | { readonly kind: 'object'; readonly file: FileModel; readonly class: Class }
  | { readonly kind: 'namespace'; readonly file: FileModel }
  | { readonly kind: 'literal'; readonly file: FileModel; readonly value: Value };

/** The call that yielded an instance, where it is one and the same whoever asks. */
export interface Made {
  readonly file: FileModel;
  readonly call: Call;
}

/** More callers than this seldom agree. */
const MOST_CALLERS = 12;

export function thingOf(program: Program, file: FileModel, value: Value): Thing | null {
  return memo<Value, Thing | null>(program, 'thing', value, null, () => {
    let thing = rootOf(program, file, value);
    if (!thing && value.path[0] === '[]') thing = elementOf(program, file, value);
    for (const step of thing && value.path[0] === '[]' ? value.path.slice(1) : value.path)
      thing = toldByName(program, file, value, thing, step) ?? (thing && memberOf(program, thing, step));
    if ((thing && !isGlobal(thing)) || value.root.kind === 'new-list' || value.path.length > 2) return thing;
    // `globalThis.db ?? new Client()`, `test ? a : b`: any of them tells what it is.
    for (const other of value.elements) {
      const alternative = thingOf(program, file, other);
      if (alternative) return common(alternative, null);
    }
    return thing;
  });
}

/** `model.objects`, `self.model.objects`, `model_of(kind).objects`, of whatever class, in a file that imports the library where members of that name tell. */
function toldByName(program: Program, file: FileModel, { root }: Value, owner: Thing | null, name: string): Thing | null {
  if (owner !== null && (owner.kind !== 'instance' || owner.path.length === 0)) return null;
  const type = program.knowledge.memberType(name);
  if (!type || !importsLibrary(file, libraryOf(type))) return null;
  // Have: for model in models: model.objects.count() No query asks several tables.
  const binding = root.kind === 'binding' ? file.bindings[root.binding] : undefined;
  const isElement = (id: number): boolean => file.bindings[id]?.elementOf !== null;
  const isVaried = binding && (isElement(binding.id) || binding.init?.root.kind === 'call' || binding.init?.reads.some(isElement));
  return isVaried ? null : { kind: 'instance', type, path: [] };
}

function rootOf(program: Program, file: FileModel, value: Value): Thing | null {
  const root = value.root;
  switch (root.kind) {
    case 'binding':
      return bindingThing(program, file, root.binding);
    case 'this': {
      const owner = root.class === null ? undefined : file.classes[root.class];
      return owner ? { kind: 'object', file, class: owner } : null;
    }
    case 'function': {
      const fn = file.functions[root.fn];
      return fn ? { kind: 'function', ref: { file, fn } } : null;
    }
    case 'call':
      return callThing(program, file, root.call);
    case 'new-object':
    case 'new-list':
      return { kind: 'literal', file, value };
    default:
      return null;
  }
}

export function bindingThing(program: Program, file: FileModel, id: number): Thing | null {
  const binding = file.bindings[id];
  if (!binding) return null;
  return memo<object, Thing | null>(program, 'binding', binding, null, () => {
    if (binding.kind === 'import' || binding.init?.root.kind === 'call') {
      const imported = file.imports.find((i) => i.local === id);
      if (imported) return importThing(program, file, imported.specifier, imported.imported);
    }
    if (binding.function !== null) {
      const fn = file.functions[binding.function];
      if (fn) return { kind: 'function', ref: { file, fn } };
    }
    if (binding.class !== null) {
      const found = file.classes[binding.class];
      if (found) return { kind: 'class', file, class: found };
    }
    if (binding.kind === 'type') return null;
    if (binding.kind === 'global') return binding.type === null ? globalThing(program, file, binding.name) : null;
    // A variable that is given several values stands for none of them.
    const settled = binding.uses.filter((u) => u.kind === 'assign' && u.path.length === 0).length <= 1;
    const initial = binding.init && settled ? thingOf(program, file, binding.init) : null;
    // A part of an element is none: `rows.map(({ createdAt }) => …)`.
    const element = binding.elementOf === null || binding.part ? null : elementThing(program, file, binding.elementOf);
    // What a parameter is by default says less than what it is declared to be.
    const typed = initial && !isGlobal(initial) && binding.param === null ? null : typeThing(program, file, binding.type);
    return (
      typed ??
      initial ??
      element ??
      typeThing(program, file, binding.type) ??
      (binding.param === null ? null : handedIn(program, file, binding.fn, binding.param))
    );
  });
}

function globalThing(program: Program, file: FileModel, name: string): Thing | null {
  if (file.language !== 'python') return { kind: 'symbol', module: 'global', path: [name] };
  // `from .models import *`
  const starred = file.exports.some((e) => e.name === '*') ? exportThing(program, file, name, 0) : null;
  return starred ?? { kind: 'symbol', module: 'py:builtins', path: [name] };
}

/** A name that nobody declares tells little about what it holds. */
function isGlobal(thing: Thing): boolean {
  return thing.kind === 'symbol' && (thing.module === 'global' || thing.module === 'py:builtins') && thing.path.length > 0;
}

/** One row of what a query yields. */
export function rowThing(program: Program, file: FileModel, id: number): Thing | null {
  const last = file.calls[id];
  if (!last || hasPlainRows(file, last)) return null;
  // `User.find().sort('name')` yields what `User.find()` does.
  const row = rowOf(program, file, queriedRows(program, file, last)?.call.id ?? id);
  return row?.result?.kind === 'list' && row.returns && row.returns !== 'self' ? { kind: 'instance', type: row.returns, path: [] } : null;
}

function rowOf(program: Program, file: FileModel, id: number): KnowledgeRow | null {
  const callee = calleeThing(program, file, id);
  const symbol = callee && knowledgeSymbol(callee);
  return symbol ? program.knowledge.row(symbol) : null;
}

/** `prisma.$transaction(async (tx) => …)`: the closure is handed the thing that it was called on. */
function handedIn(program: Program, file: FileModel, fn: number, param: number): Thing | null {
  const type = param === 0 ? program.knowledge.convention(file.functions[fn]?.params.map((p) => p.name) ?? []) : null;
  if (type) return { kind: 'instance', type, path: [] };
  const own = file.functions[fn];
  const passed = own?.passedTo;
  if (own && !passed) return handedByAll(program, { file, fn: own }, param);
  const call = passed ? file.calls[passed.call] : undefined;
  const hands = call ? (rowOf(program, file, call.id)?.hands?.[param] ?? null) : null;
  if (hands !== null && hands !== 'self') return { kind: 'instance', type: hands, path: [] };
  if (call && hands === 'self') {
    const receiver = thingOf(program, file, call.callee);
    return receiver?.kind === 'instance' ? { ...receiver, path: [] } : null;
  }
  if (!call || param !== 0 || !call.member || !/transaction|^withClient$|^session$/i.test(call.member)) return null;
  const receiver = thingOf(program, file, call.callee);
  return receiver?.kind === 'instance' || receiver?.kind === 'object' ? receiver : null;
}

export function memberOf(program: Program, thing: Thing, name: string): Thing | null {
  switch (thing.kind) {
    case 'symbol':
      if (name === 'default' && thing.path.length === 0) return thing;
      // `globalThis.fetch` is `fetch`.
      if (thing.module === 'global' && thing.path.length === 1 && /^(globalThis|global|window|self)$/.test(thing.path[0] ?? ''))
        return { ...thing, path: [name] };
      // A class of a module that is not there.
      if (thing.module.startsWith('py:') && /^[A-Z]/.test(thing.path[thing.path.length - 1] ?? '')) {
        const type = program.knowledge.memberType(name);
        if (type) return { kind: 'instance', type, path: [] };
      }
      return { ...thing, path: [...thing.path, name] };
    case 'instance':
      return { ...thing, path: [...thing.path, name] };
    case 'namespace':
      return exportThing(program, thing.file, name, 0);
    case 'literal': {
      const property = thing.value.properties.find((p) => p.name === name);
      return property ? thingOf(program, thing.file, property.value) : null;
    }
    case 'class':
    case 'object':
      return classMember(program, thing.file, thing.class, name, thing.kind === 'class', 0);
    case 'function':
      return null;
  }
}

function classMember(program: Program, file: FileModel, owner: Class, name: string, isStatic: boolean, depth: number): Thing | null {
  // In Python an instance has what its class has.
  const fits = (member: { readonly name: string; readonly static: boolean }): boolean =>
    member.name === name && (member.static === isStatic || file.language === 'python');
  const method = owner.methods.find(fits);
  if (method) {
    const fn = file.functions[method.fn];
    if (!fn) return null;
    if (fn.kind === 'getter') return returnedThing(program, { file, fn });
    return { kind: 'function', ref: { file, fn } };
  }
  const field = owner.fields.find(fits);
  if (field) {
    const typed = typeThing(program, file, field.type) ?? (field.init ? thingOf(program, file, field.init) : null);
    if (typed) return typed;
  }
  let open: Thing | null = null;
  for (const each of depth <= 8 ? owner.extends : []) {
    const base = thingOf(program, file, each);
    if (base?.kind === 'class') {
      const inherited = classMember(program, base.file, base.class, name, isStatic, depth + 1);
      if (inherited) return inherited;
    }
    // `class User(db.Model)`, of an instance of a library.
    const type = base && knowledgeSymbol(base);
    // `class Store(object)` says nothing.
    if (type && base?.kind !== 'literal' && type !== 'py:builtins#object') open ??= { kind: 'instance', type, path: [name] };
  }
  // Bases that are not there: what the class declares tells which library it belongs to.
  const isKnown = open !== null && program.knowledge.row(knowledgeSymbol(open) ?? '') !== null;
  const told = owner.extends.length > 0 && !isKnown ? ownerType(program, { file, class: owner }) : null;
  // A base that is not there may have a method of its own that looks like one of the library's.
  if (told && (file.language === 'python' ? open : hasExactly(program, told, name))) return { kind: 'instance', type: told, path: [name] };
  if (open) return open;
  return depth === 0 && !isStatic ? leftOpen(program, file, owner, name) : null;
}

function hasExactly(program: Program, type: string, member: string): boolean {
  const symbol = `${type}.${member}`;
  return program.knowledge.row(symbol)?.symbol === symbol;
}

/** What an abstract class leaves to the one class that extends it. */
function leftOpen(program: Program, file: FileModel, owner: Class, name: string): Thing | null {
  const sub = onlySubclass(program, file, owner);
  const method = sub?.kind === 'object' ? sub.class.methods.find((m) => m.name === name && !m.static) : undefined;
  const fn = sub?.kind === 'object' && method ? sub.file.functions[method.fn] : undefined;
  return sub?.kind === 'object' && fn ? { kind: 'function', ref: { file: sub.file, fn } } : null;
}

export function symbolName(thing: { readonly module: string; readonly path: readonly string[] }): string {
  return `${thing.module}#${thing.path.length === 0 ? 'default' : thing.path.join('.')}`;
}

/** The symbol under which the knowledge tables would list a thing that is called. */
export function knowledgeSymbol(thing: Thing): string | null {
  if (thing.kind === 'symbol') return symbolName(thing);
  // An instance that is itself called (`knex('users')`) goes by its type's name.
  if (thing.kind === 'instance') return thing.path.length === 0 ? thing.type : `${thing.type}.${thing.path.join('.')}`;
  return null;
}

/** What is called: the callee, with the member that is called on it. */
export function calleeThing(program: Program, file: FileModel, id: number): Thing | null {
  const call = file.calls[id];
  if (!call) return null;
  const thing = thingOf(program, file, call.callee);
  return call.member === null ? thing : thing && memberOf(program, thing, call.member);
}

/** What a function gives back, if all of its returns that we understand agree. */
export function returnedThing(program: Program, { file, fn }: FnRef): Thing | null {
  let found: Thing | null = null;
  for (const value of fn.returns) {
    const thing = thingOf(program, file, value);
    if (!thing) continue;
    if (found && !sameThing(found, thing)) return null;
    found = found ? common(found, thing) : thing;
  }
  return found;
}

/** `def client() -> Redis: return settings.CLIENTS['main']`: where only a library's name comes back, what is declared says more. */
function returnedOrDeclared(program: Program, ref: FnRef): Thing | null {
  const returned = returnedThing(program, ref);
  return returned && returned.kind !== 'symbol' ? returned : (typeThing(program, ref.file, ref.fn.returnType) ?? returned);
}

function sameThing(a: Thing, b: Thing): boolean {
  if (a.kind === 'instance' && b.kind === 'instance') return a.type === b.type && a.path.length === b.path.length;
  if (a.kind === 'function' && b.kind === 'function') return a.ref.fn === b.ref.fn;
  if (a.kind === 'symbol' && b.kind === 'symbol') return symbolName(a) === symbolName(b);
  return (a.kind === 'object' || a.kind === 'class') && b.kind === a.kind && a.class === b.class;
}

/** What two things that are alike share: the same kind of instance, though each is made by a call of its own. */
function common(thing: Thing, other: Thing | null): Thing {
  if (thing.kind !== 'instance' || !thing.made || (other?.kind === 'instance' && other.made?.call === thing.made.call)) return thing;
  return { kind: 'instance', type: thing.type, path: thing.path };
}

/** `remember('db', () => new Client())`: a function that keeps what its only closure makes hands that back. */
function madeByClosure(program: Program, file: FileModel, call: Call): Thing | null {
  const closures = call.args.flatMap((a) => (a.closure === null ? [] : [file.functions[a.closure]]));
  const [only] = closures;
  const thing = only && closures.length === 1 ? returnedThing(program, { file, fn: only }) : null;
  return thing?.kind === 'instance' || thing?.kind === 'object' ? thing : null;
}

/** What a call yields, once awaited. */
function callThing(program: Program, file: FileModel, id: number): Thing | null {
  const call = file.calls[id];
  if (!call) return null;
  return memo<object, Thing | null>(program, 'yields', call, null, () => {
    const specifier = call.args[0]?.value.literal;
    if (call.member === null && typeof specifier === 'string' && (call.text === 'require' || call.text === 'import'))
      return importThing(program, file, specifier, '*');
    let callee = calleeThing(program, file, id);
    // `require('./user')(sequelize)`: what a CommonJS module is.
    if (callee?.kind === 'namespace') callee = exportThing(program, callee.file, 'default', 0);
    if (!callee) return ofBound(program, file, call) ?? ofContainer(program, file, call);
    if (callee.kind === 'class' && (call.isNew || callee.file.language === 'python'))
      return { kind: 'object', file: callee.file, class: callee.class };
    // What looks like a class in Python may be a function of a library that makes something else.
    const makesOther = file.language === 'python' && program.knowledge.row(knowledgeSymbol(callee) ?? '')?.returns;
    if (call.isNew && !makesOther) {
      // `new User()` of what `mongoose.model('User')` yields: static and instance members go by one type.
      const type = knowledgeSymbol(callee);
      return type ? { kind: 'instance', type, path: [], made: { file, call } } : null;
    }
    if (callee.kind === 'function') {
      return ofWrapper(program, file, call, callee.ref) ?? returnedOrDeclared(program, callee.ref) ?? madeByClosure(program, file, call);
    }
    const [wrapped] = call.args;
    if (wrapped && program.knowledge.isWrapper(knowledgeSymbol(callee) ?? '')) return thingOf(program, file, wrapped.value);
    const row = rowOf(program, file, id);
    const returns = row?.returns;
    // A list of rows is no row; its elements are.
    const isDescribed = row?.eager !== true && program.knowledge.isLazy(libraryOf(row?.symbol ?? '#'));
    if (!returns || (row?.result?.kind === 'list' && !call.chained && !isDescribed)) return returns ? null : ofContainer(program, file, call);
    // `Book.objects.get(…)` is a book.
    const one = file.language === 'python' && YIELDS_ROW.test(call.member ?? '') ? rowsOf(program, file, call.callee) : null;
    if (one?.of) return { kind: 'object', file: one.of.file, class: one.of.class };
    const picked = row?.picks ? rowPicked(program, file, call) : null;
    if (picked) return picked;
    if (returns === 'self') return callee.kind === 'instance' ? { ...callee, path: [] } : null;
    return { kind: 'instance', type: returns, path: [], made: { file, call } };
  });
}

/** `get_object_or_404(Book, pk=pk)`, `get_object_or_404(Book.objects.all(), pk=pk)`: a book. */
function rowPicked(program: Program, file: FileModel, { args: [first] }: Call): Thing | null {
  const rows = first ? rowsOf(program, file, first.value) : null;
  if (rows?.of) return { kind: 'object', file: rows.of.file, class: rows.of.class };
  const thing = first ? thingOf(program, file, first.value) : null;
  return thing?.kind === 'class' ? { ...thing, kind: 'object' } : null;
}

/** What every caller that names show hands in, where nothing in the function says what it takes: `createService(db)`. */
function handedByAll(program: Program, ref: FnRef, param: number): Thing | null {
  const binding = ref.file.bindings[ref.fn.params[param]?.binding ?? -1];
  const calls = binding?.type === null ? namedCalls(program, ref) : [];
  if (!binding || calls.length === 0 || calls.length > MOST_CALLERS) return null;
  let found: Thing | null = null;
  for (const { file, call } of calls) {
    const value = handedFor(call, ref.fn, binding);
    const thing = value && thingOf(program, file, value);
    // What a function that is handed in does is said where it is handed in.
    if (!thing || thing.kind === 'function' || isGlobal(thing) || (found && !sameThing(found, thing))) return null;
    found = found ? common(found, thing) : thing;
  }
  return found;
}

/** `traced(load)` does what load does. */
function ofWrapper(program: Program, file: FileModel, call: Call, ref: FnRef): Thing | null {
  const param = wrappedParameter(program, ref);
  const value = param === null ? undefined : argumentOf(call, ref.fn, param)?.value;
  const thing = value ? thingOf(program, file, value) : null;
  return thing?.kind === 'function' ? thing : null;
}

/** `load.bind(this)` is load. */
function ofBound(program: Program, file: FileModel, call: Call): Thing | null {
  const thing = call.member === 'bind' ? thingOf(program, file, call.callee) : null;
  return thing?.kind === 'function' ? thing : null;
}

export const YIELDS_ROW = /^a?(get|first|last|earliest|latest|create|one|one_or_none|scalar_one|scalar_one_or_none)$/;

const CONTAINER = /^(get|resolve|inject|make|getInstance|getService|lookup)$/;

/** `container.resolve(UserService)`, `inject(UserService)`, `moduleRef.get(UserService)`: containers hand out instances of the class they are given. */
function ofContainer(program: Program, file: FileModel, call: Call): Thing | null {
  const [first] = call.args;
  if (!first || !CONTAINER.test(call.member ?? call.text)) return null;
  const given = thingOf(program, file, first.value);
  return given?.kind === 'class' ? { kind: 'object', file: given.file, class: given.class } : null;
}
