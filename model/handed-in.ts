/** What the callers of a function hand in for its parameters, as far as names alone show who calls it. */

import { argumentOf } from './arguments.ts';
import { collected } from './collected.ts';
import type { Binding, Call, FileModel, Fn, Value } from './file.ts';
import { type FnRef, fileAt, isInside, memo, type Program } from './program.ts';
import type { Use } from './use.ts';
import { spanHolds } from './within.ts';

/** Null where nothing is handed in, or where the part that a destructured parameter takes cannot be seen. */
export function handedFor(call: Call, fn: Fn, binding: Binding): Value | null {
  if (binding.param === null || call.args.slice(0, binding.param + 1).some((a) => a.spread)) return null;
  const value = argumentOf(call, fn, binding.param)?.value ?? null;
  if (!value || !binding.part) return value;
  // `({ users, out }) => …` takes parts of the object: they are as large as what it names so.
  return value.properties.find((p) => p.name === binding.name)?.value ?? null;
}

interface NamedCall {
  readonly file: FileModel;
  readonly call: Call;
}

/**
 * Calls of a function by the name that it is declared with, or that it or its module is imported by. Unlike the call graph this
 * follows no values, so that what values stand for may rest on it.
 */
export function namedCalls(program: Program, ref: FnRef): readonly NamedCall[] {
  const isConstructor = ref.fn.kind === 'constructor';
  return namesOf(program, ref).flatMap(({ file, binding }) => callsOfName(file, binding, isConstructor));
}

/** Calls of a method through `this`. Others may call it as well. */
export function ownCalls({ file, fn }: FnRef): readonly NamedCall[] {
  const name = fn.class === null ? undefined : file.classes[fn.class]?.methods.find((m) => m.fn === fn.id)?.name;
  if (name === undefined) return [];
  return (indexOf(file).onThis.get(name) ?? [])
    .filter(({ callee }) => callee.root.kind === 'this' && callee.root.class === fn.class)
    .map((call) => ({ file, call }));
}

/** Calls that the function is handed to by name: `io.on('connection', chat)`. */
export function mentionedIn(program: Program, ref: FnRef): readonly NamedCall[] {
  return namesOf(program, ref).flatMap(({ file, binding }) =>
    (file.bindings[binding]?.uses ?? []).flatMap((use) => {
      const call = use.kind === 'argument' && use.path.length === 0 && use.call !== null ? file.calls[use.call] : undefined;
      return call ? [{ file, call }] : [];
    }),
  );
}

/** Does anybody but itself name the function, to call it or to hand it on? */
export function isMentioned(program: Program, ref: FnRef): boolean {
  return namesOf(program, ref).some(({ file, binding }) => file.bindings[binding]?.uses.some((use) => isOfOthers(ref, file, use)) === true);
}

/** Wherever anybody but itself names the function. */
export function mentionsOf(program: Program, ref: FnRef): { readonly file: FileModel; readonly use: Use }[] {
  return namesOf(program, ref).flatMap(({ file, binding }) =>
    (file.bindings[binding]?.uses ?? []).filter((use) => isOfOthers(ref, file, use)).map((use) => ({ file, use })),
  );
}

function isOfOthers(ref: FnRef, file: FileModel, use: Use): boolean {
  return !isExport(file, use) && !(file === ref.file && isInside(file, use.fn, ref.fn.id));
}

/** `module.exports = { load }` offers it, and calls nobody. */
function isExport(file: FileModel, { fn, kind, span }: Use): boolean {
  return fn === 0 && kind !== 'call' && file.exports.some((e) => spanHolds(e.span, span));
}

/** Its own name, and the names that other files import it by. */
function namesOf(program: Program, { file, fn }: FnRef): { readonly file: FileModel; readonly binding: number }[] {
  const { ofFunctions, ofClasses } = indexOf(file);
  const declared = fn.kind === 'constructor' ? ofClasses.get(fn.class ?? -1) : ofFunctions.get(fn.id);
  const names = declared ? [{ file, binding: declared.id }] : [];
  const importers = importersByName(program, file);
  for (const offered of importers.size === 0 ? [] : file.exports) {
    if (!isOffered(offered, declared ?? null, fn)) continue;
    for (const imported of offered.name === '=' ? ['=', '*', 'default'] : [offered.name])
      for (const { path, local } of importers.get(imported) ?? []) {
        const other = fileAt(program, path);
        if (other) names.push({ file: other, binding: local });
      }
  }
  return names;
}

function importersByName(program: Program, file: FileModel): ReadonlyMap<string, readonly Importer[]> {
  return memo<FileModel, ReadonlyMap<string, readonly Importer[]>>(program, 'importers by name', file, new Map(), () =>
    grouped(importersOf(program, file.path), ({ imported }) => imported),
  );
}

function isOffered(offered: FileModel['exports'][number], declared: Binding | null, fn: Fn): boolean {
  if (offered.from !== null) return false;
  if (offered.binding !== null) return offered.binding === declared?.id;
  return offered.value?.root.kind === 'function' && offered.value.root.fn === fn.id && offered.value.path.length === 0;
}

function callsOfName(file: FileModel, binding: number, isNew: boolean): NamedCall[] {
  return (indexOf(file).byCallee.get(binding) ?? []).filter((call) => call.isNew === isNew).map((call) => ({ file, call }));
}

interface Index {
  /** Calls of plain names, and of the module that a call of `require` yields. */
  readonly byCallee: ReadonlyMap<number, readonly Call[]>;
  /** Calls of methods through `this`, by their names. */
  readonly onThis: ReadonlyMap<string, readonly Call[]>;
  /** The names that functions and classes are declared with. */
  readonly ofFunctions: ReadonlyMap<number, Binding>;
  readonly ofClasses: ReadonlyMap<number, Binding>;
}

const indexes = new WeakMap<FileModel, Index>();

/** Every function of a file is asked about. */
function indexOf(file: FileModel): Index {
  const known = indexes.get(file);
  if (known) return known;
  const ofFunctions = new Map<number, Binding>();
  const ofClasses = new Map<number, Binding>();
  for (const binding of file.bindings) {
    if (binding.function !== null && !ofFunctions.has(binding.function)) ofFunctions.set(binding.function, binding);
    if (binding.class !== null && !ofClasses.has(binding.class)) ofClasses.set(binding.class, binding);
  }
  const plain = file.calls.filter((call) => call.callee.path.length === 0);
  const index: Index = {
    byCallee: grouped(plain, ({ member, callee: { root } }) => (member === null && root.kind === 'binding' ? root.binding : null)),
    onThis: grouped(plain, ({ member, callee: { root } }) => (root.kind === 'this' ? member : null)),
    ofFunctions,
    ofClasses,
  };
  indexes.set(file, index);
  return index;
}

function grouped<T, K>(all: readonly T[], keyOf: (each: T) => K | null): ReadonlyMap<K, readonly T[]> {
  const found = new Map<K, T[]>();
  for (const each of all) {
    const key = keyOf(each);
    if (key === null) continue;
    const group = found.get(key);
    if (group) group.push(each);
    else found.set(key, [each]);
  }
  return found;
}

export interface Importer {
  readonly path: string;
  readonly imported: string;
  readonly local: number;
}

/** Who imports what of a file, and under which name. */
export function importersOf(program: Program, path: string): readonly Importer[] {
  return collected<Importer>(program, 'importers', path, (file) => {
    const found = new Map<string, Importer[]>();
    for (const { specifier, imported, local } of file.imports) {
      const target = program.resolve(file.path, specifier);
      if (target.kind !== 'file') continue;
      const importers = found.get(target.path);
      if (importers) importers.push({ path: file.path, imported, local });
      else found.set(target.path, [{ path: file.path, imported, local }]);
    }
    return found;
  });
}
