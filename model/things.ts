/**
 * What an expression stands for, followed through variables, imports, re-exports, fields, constructors and calls:
 * a library's symbol, an instance of a library's type, or a function or class of the project. Ambiguity yields null.
 */
import type { Call, Class, FileModel, TypeName, Value } from './file.ts';
import type { KnowledgeRow } from './knowledge.ts';
import { type FnRef, fileAt, type ImportTarget, memo, type Program } from './program.ts';

export type Thing =
  | { readonly kind: 'symbol'; readonly module: string; readonly path: readonly string[] }
  | { readonly kind: 'instance'; readonly type: string; readonly path: readonly string[] }
  | { readonly kind: 'function'; readonly ref: FnRef }
  | { readonly kind: 'class'; readonly file: FileModel; readonly class: Class }
  | { readonly kind: 'object'; readonly file: FileModel; readonly class: Class }
  | { readonly kind: 'namespace'; readonly file: FileModel }
  | { readonly kind: 'literal'; readonly file: FileModel; readonly value: Value };

export function thingOf(program: Program, file: FileModel, value: Value): Thing | null {
  return memo<Value, Thing | null>(program, 'thing', value, null, () => {
    let thing = rootOf(program, file, value);
    for (const step of value.path) thing = thing && memberOf(program, thing, step);
    if ((thing && !isGlobal(thing)) || value.root.kind === 'new-list' || value.path.length > 2) return thing;
    // `globalThis.db ?? new Client()`, `test ? a : b`: any of them tells what it is.
    for (const other of value.elements) {
      const alternative = thingOf(program, file, other);
      if (alternative) return alternative;
    }
    return thing;
  });
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

function bindingThing(program: Program, file: FileModel, id: number): Thing | null {
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
    if (binding.kind === 'global') return binding.type === null ? { kind: 'symbol', module: 'global', path: [binding.name] } : null;
    // A variable that is given several values stands for none of them.
    const settled = binding.uses.filter((u) => u.kind === 'assign' && u.path.length === 0).length <= 1;
    const initial = binding.init && settled ? thingOf(program, file, binding.init) : null;
    const element = binding.elementOf === null ? null : elementThing(program, file, binding.elementOf);
    const typed = initial && !isGlobal(initial) ? null : typeThing(program, file, binding.type);
    return (
      typed ??
      initial ??
      element ??
      typeThing(program, file, binding.type) ??
      (binding.param === null ? null : handedIn(program, file, binding.fn, binding.param))
    );
  });
}

/** A name that nobody declares tells little about what it holds. */
function isGlobal(thing: Thing): boolean {
  return thing.kind === 'symbol' && thing.module === 'global' && thing.path.length > 0;
}

/** What a loop walks one by one: rows of a query, elements of a typed list. */
function elementThing(program: Program, file: FileModel, loop: number): Thing | null {
  const over = file.loops[loop]?.over;
  if (!over || over.path.length > 0) return null;
  if (over.root.kind === 'call') return rowThing(program, file, over.root.call);
  const binding = over.root.kind === 'binding' ? file.bindings[over.root.binding] : undefined;
  if (!binding) return null;
  if (binding.type?.name === '[]') return typeThing(program, file, binding.type.args[0] ?? null);
  return binding.init?.root.kind === 'call' && binding.init.path.length === 0 ? rowThing(program, file, binding.init.root.call) : null;
}

/** One row of what a query yields. */
function rowThing(program: Program, file: FileModel, id: number): Thing | null {
  const row = rowOf(program, file, id);
  return row?.result?.kind === 'list' && row.returns && row.returns !== 'self' ? { kind: 'instance', type: row.returns, path: [] } : null;
}

function rowOf(program: Program, file: FileModel, id: number): KnowledgeRow | null {
  const callee = calleeThing(program, file, id);
  const symbol = callee && knowledgeSymbol(callee);
  return symbol ? program.knowledge.row(symbol) : null;
}

/** `prisma.$transaction(async (tx) => …)`: the closure is handed the thing that it was called on. */
function handedIn(program: Program, file: FileModel, fn: number, param: number): Thing | null {
  const passed = file.functions[fn]?.passedTo;
  const call = passed ? file.calls[passed.call] : undefined;
  if (!call || param !== 0 || !call.member || !/transaction|^withClient$|^session$/i.test(call.member)) return null;
  const receiver = thingOf(program, file, call.callee);
  return receiver?.kind === 'instance' || receiver?.kind === 'object' ? receiver : null;
}

/** Where an import leads; generated code that is not there counts as the library that it is made of. */
function resolveImport(program: Program, file: FileModel, specifier: string): ImportTarget {
  const target = program.resolve(file.path, specifier);
  if (target.kind === 'file' ? fileAt(program, target.path) : target.kind === 'builtin') return target;
  const module = program.knowledge.alias(specifier);
  return module ? { kind: 'package', name: module } : target;
}

export function importThing(program: Program, file: FileModel, specifier: string, imported: string): Thing | null {
  const target = resolveImport(program, file, specifier);
  if (target.kind === 'unknown') return null;
  if (target.kind !== 'file') return { kind: 'symbol', module: target.name, path: imported === '*' || imported === 'default' ? [] : [imported] };
  const module = fileAt(program, target.path);
  if (!module) return null;
  if (imported === '*') return { kind: 'namespace', file: module };
  return exportThing(program, module, imported, 0);
}

/** What a file offers under a name, through re-exports and CommonJS. */
export function exportThing(program: Program, file: FileModel, name: string, depth: number): Thing | null {
  if (depth > 12) return null;
  const whole = file.exports.find((e) => e.name === '=');
  const own = file.exports.find((e) => e.name === name) ?? (name === 'default' ? whole : undefined);
  if (own) {
    if (own.from !== null) {
      const target = resolveImport(program, file, own.from);
      if (target.kind === 'package' || target.kind === 'builtin')
        return { kind: 'symbol', module: target.name, path: own.imported === '*' || own.imported === 'default' ? [] : [own.imported ?? name] };
      const next = target.kind === 'file' ? fileAt(program, target.path) : undefined;
      if (!next) return null;
      return own.imported === '*' ? { kind: 'namespace', file: next } : exportThing(program, next, own.imported ?? name, depth + 1);
    }
    if (own.binding !== null) return bindingThing(program, file, own.binding);
    return own.value ? thingOf(program, file, own.value) : null;
  }
  if (whole) {
    const base = whole.binding !== null ? bindingThing(program, file, whole.binding) : whole.value ? thingOf(program, file, whole.value) : null;
    return base && memberOf(program, base, name);
  }
  for (const star of file.exports) {
    if (star.name !== '*' || star.from === null) continue;
    const target = resolveImport(program, file, star.from);
    const next = target.kind === 'file' ? fileAt(program, target.path) : undefined;
    const found = next ? exportThing(program, next, name, depth + 1) : null;
    if (found) return found;
    // `export * from 'library'`, where nothing else could offer the name.
    if (target.kind === 'package' && file.exports.filter((e) => e.name === '*').length === 1)
      return { kind: 'symbol', module: target.name, path: [name] };
  }
  return null;
}

export function memberOf(program: Program, thing: Thing, name: string): Thing | null {
  switch (thing.kind) {
    case 'symbol':
      if (name === 'default' && thing.path.length === 0) return thing;
      // `globalThis.fetch` is `fetch`.
      if (thing.module === 'global' && thing.path.length === 1 && /^(globalThis|global|window|self)$/.test(thing.path[0] ?? ''))
        return { ...thing, path: [name] };
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
  const method = owner.methods.find((m) => m.name === name && m.static === isStatic);
  if (method) {
    const fn = file.functions[method.fn];
    if (!fn) return null;
    if (fn.kind === 'getter') return returnedThing(program, { file, fn });
    return { kind: 'function', ref: { file, fn } };
  }
  const field = owner.fields.find((f) => f.name === name && f.static === isStatic);
  if (field) {
    const typed = typeThing(program, file, field.type) ?? (field.init ? thingOf(program, file, field.init) : null);
    if (typed) return typed;
  }
  if (!owner.extends || depth > 8) return null;
  const base = thingOf(program, file, owner.extends);
  if (base?.kind === 'class') return classMember(program, base.file, base.class, name, isStatic, depth + 1);
  if (base?.kind === 'symbol') return { kind: 'instance', type: symbolName(base), path: [name] };
  return null;
}

/** An instance of a type as written. */
export function typeThing(program: Program, file: FileModel, type: TypeName | null, depth = 0): Thing | null {
  if (!type) return null;
  if ((type.name === 'Promise' || type.name === 'Readonly' || type.name === 'NonNullable' || type.name === 'Partial') && type.args[0])
    return typeThing(program, file, type.args[0], depth + 1);
  if (type.name === 'union') {
    for (const option of type.args) {
      const thing = typeThing(program, file, option, depth + 1);
      if (thing) return thing;
    }
    return null;
  }
  if (type.binding === null || depth > 6) return null;
  const [, ...rest] = type.name.split('.');
  const alias = namedType(program, file, type.binding);
  if (alias) return typeThing(program, alias.file, alias.type, depth + 1);
  let thing = bindingThing(program, file, type.binding);
  for (const step of rest) thing = thing && memberOf(program, thing, step);
  if (thing?.kind === 'symbol')
    return thing.module === 'global'
      ? { kind: 'instance', type: `global#${thing.path.join('.')}`, path: [] }
      : { kind: 'instance', type: symbolName(thing), path: [] };
  if (thing?.kind === 'class') return { kind: 'object', file: thing.file, class: thing.class };
  return null;
}

/** What a type alias or an interface of the project stands for, here or where it is imported from. */
function namedType(program: Program, file: FileModel, id: number): { readonly file: FileModel; readonly type: TypeName } | null {
  const binding = file.bindings[id];
  if (binding?.kind === 'type') return binding.type ? { file, type: binding.type } : null;
  const imported = binding?.kind === 'import' ? file.imports.find((i) => i.local === id) : undefined;
  const target = imported ? program.resolve(file.path, imported.specifier) : null;
  const other = target?.kind === 'file' ? fileAt(program, target.path) : undefined;
  const exported = imported && other ? exportedBinding(program, other, imported.imported, 0) : null;
  return exported && exported.file.bindings[exported.binding]?.kind === 'type' ? namedType(program, exported.file, exported.binding) : null;
}

/** Where a name is declared, through its import and re-exports; null for libraries and namespaces. */
export function declarationOf(program: Program, file: FileModel, id: number): { readonly file: FileModel; readonly binding: number } | null {
  const imported = file.bindings[id]?.kind === 'import' ? file.imports.find((i) => i.local === id) : undefined;
  if (!imported) return { file, binding: id };
  const target = program.resolve(file.path, imported.specifier);
  const other = target.kind === 'file' ? fileAt(program, target.path) : undefined;
  return other ? exportedBinding(program, other, imported.imported, 0) : null;
}

/** The binding behind an exported name, through re-exports. */
function exportedBinding(
  program: Program,
  file: FileModel,
  name: string,
  depth: number,
): { readonly file: FileModel; readonly binding: number } | null {
  if (depth > 8) return null;
  const own = file.exports.find((e) => e.name === name);
  if (own && own.binding !== null && own.from === null) return { file, binding: own.binding };
  for (const e of own ? [own] : file.exports.filter((x) => x.name === '*')) {
    const target = e.from === null ? null : program.resolve(file.path, e.from);
    const next = target?.kind === 'file' ? fileAt(program, target.path) : undefined;
    const found = next ? exportedBinding(program, next, own ? (own.imported ?? name) : name, depth + 1) : null;
    if (found) return found;
  }
  return null;
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
function returnedThing(program: Program, { file, fn }: FnRef): Thing | null {
  let found: Thing | null = null;
  for (const value of fn.returns) {
    const thing = thingOf(program, file, value);
    if (!thing) continue;
    if (found && !sameThing(found, thing)) return null;
    found = thing;
  }
  return found;
}

function sameThing(a: Thing, b: Thing): boolean {
  if (a.kind === 'instance' && b.kind === 'instance') return a.type === b.type && a.path.length === b.path.length;
  return (a.kind === 'object' || a.kind === 'class') && b.kind === a.kind && a.class === b.class;
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
    const callee = calleeThing(program, file, id);
    if (!callee) return null;
    if (call.isNew) {
      if (callee.kind === 'class') return { kind: 'object', file: callee.file, class: callee.class };
      return callee.kind === 'symbol' ? { kind: 'instance', type: symbolName(callee), path: [] } : null;
    }
    if (callee.kind === 'function') {
      return returnedThing(program, callee.ref) ?? madeByClosure(program, file, call);
    }
    const row = rowOf(program, file, id);
    const returns = row?.returns;
    // A list of rows is no row; its elements are.
    if (!returns || (row?.result?.kind === 'list' && !call.chained)) return null;
    if (returns === 'self') return callee.kind === 'instance' ? { ...callee, path: [] } : null;
    return { kind: 'instance', type: returns, path: [] };
  });
}
