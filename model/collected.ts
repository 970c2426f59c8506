/**
 * What all files together say, by key: who imports a file, which classes implement an interface. After a change only files that are new
 * are asked again, and only answers that rest on a key whose entries changed are forgotten.
 */
import type { FileModel } from './file.ts';
import { noteFile, recordChange, whenAsked } from './memory.ts';
import { memo, type Program } from './program.ts';

/** What one file contributes. Entries are plain: they name files by path, so that an edit elsewhere in the file leaves them as they are. */
export type Contribution<T> = ReadonlyMap<string, readonly T[]>;

interface Collection<T> {
  revision: number;
  readonly byFile: Map<string, Contribution<T>>;
  readonly byKey: Map<string, Map<string, readonly T[]>>;
}

const collections = new WeakMap<object, Map<string, Collection<unknown>>>();

/** `contribute` must not ask about the same collection. */
export function collected<T extends object>(
  program: Program,
  name: string,
  key: string,
  contribute: (file: FileModel) => Contribution<T>,
): readonly T[] {
  const collection = collectionOf<T>(program, name);
  const refresh = (): void => bringUpToDate(program, name, collection, contribute);
  refresh();
  // Stands for the entries of this key as if it were a file.
  const subject = `${name} of ${key}`;
  whenAsked(program.memory, subject, refresh);
  noteFile(program.memory, subject);
  const entries = collection.byKey.get(key);
  return entries ? [...entries.values()].flat() : [];
}

function collectionOf<T>(program: Program, name: string): Collection<T> {
  const { answers } = program.memory;
  const known = collections.get(answers) ?? new Map<string, Collection<unknown>>();
  collections.set(answers, known);
  const collection = (known.get(name) as Collection<T> | undefined) ?? { revision: -1, byFile: new Map(), byKey: new Map() };
  known.set(name, collection as Collection<unknown>);
  return collection;
}

function bringUpToDate<T extends object>(
  program: Program,
  name: string,
  collection: Collection<T>,
  contribute: (file: FileModel) => Contribution<T>,
): void {
  const { memory, files } = program;
  if (collection.revision === memory.revision && collection.byFile.size === files.size) return;
  collection.revision = memory.revision;
  const outer = memory.asking;
  memory.asking = null;
  try {
    for (const path of collection.byFile.keys()) if (!files.has(path)) replace(program, name, collection, path, new Map());
    for (const file of files.values()) {
      const next = memo<FileModel, Contribution<T>>(program, name, file, new Map(), () => contribute(file));
      if (collection.byFile.get(file.path) !== next) replace(program, name, collection, file.path, next);
    }
  } finally {
    memory.asking = outer;
  }
}

function replace<T extends object>(program: Program, name: string, collection: Collection<T>, path: string, next: Contribution<T>): void {
  const before = collection.byFile.get(path) ?? new Map<string, readonly T[]>();
  for (const key of new Set([...before.keys(), ...next.keys()])) {
    const was = before.get(key) ?? [];
    const is = next.get(key) ?? [];
    if (was.length === is.length && was.every((entry, i) => sameEntry(entry, is[i]))) continue;
    const entries = collection.byKey.get(key) ?? new Map<string, readonly T[]>();
    collection.byKey.set(key, entries);
    if (is.length > 0) entries.set(path, is);
    else entries.delete(path);
    recordChange(program.memory, `${name} of ${key}`);
  }
  if (program.files.has(path)) collection.byFile.set(path, next);
  else collection.byFile.delete(path);
}

function sameEntry(a: object, b: object | undefined): boolean {
  const left = Object.entries(a);
  return b !== undefined && left.every(([field, value]) => (b as Record<string, unknown>)[field] === value);
}
