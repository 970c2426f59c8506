/** Which class stands behind an interface, or behind what an abstract class leaves open, where production code has only one. */
import { collected } from './collected.ts';
import { isJudged } from './contexts.ts';
import type { Binding, Class, FileModel } from './file.ts';
import { fileAt, type Program } from './program.ts';
import type { Thing } from './things.ts';
import { declarationOf } from './written-types.ts';

/** A class by its id, or a constant by its binding. */
interface Implementation {
  readonly path: string;
  readonly class: number | null;
  readonly binding: number | null;
}

/** `interface Users { … }` with one `class SqlUsers implements Users`, or one `const users: Users = { … }`. */
export function onlyImplementation(program: Program, file: FileModel, binding: number): Thing | null {
  const declared = declarationOf(program, file, binding);
  const type = declared?.file.bindings[declared.binding];
  return declared && type?.kind === 'type' ? only(program, keyOf(declared.file, type)) : null;
}

/** The one class that extends another. */
export function onlySubclass(program: Program, file: FileModel, owner: Class): Thing | null {
  const binding = owner.binding === null ? undefined : file.bindings[owner.binding];
  return binding ? only(program, keyOf(file, binding)) : null;
}

function only(program: Program, key: string): Thing | null {
  const found = collected(program, 'implementations', key, (file) => implementedIn(program, file));
  const [one] = found;
  const file = one && found.length === 1 ? fileAt(program, one.path) : undefined;
  if (!file || !one) return null;
  const owner = one.class === null ? undefined : file.classes[one.class];
  if (owner) return { kind: 'object', file, class: owner };
  const value = one.binding === null ? null : (file.bindings[one.binding]?.init ?? null);
  return value && { kind: 'literal', file, value };
}

function keyOf(file: FileModel, { name }: Binding): string {
  return `${name} in ${file.path}`;
}

/** Stand-ins are no implementation that anybody waits for. */
const STAND_IN = /mock|fake|stub|dummy|noop|inmemory|null[A-Z]|^Test/i;

function implementedIn(program: Program, file: FileModel): ReadonlyMap<string, readonly Implementation[]> {
  const found = new Map<string, Implementation[]>();
  if (!isJudged(file)) return found;
  const add = (binding: number | null, implementation: Implementation): void => {
    const declared = binding === null ? null : declarationOf(program, file, binding);
    const named = declared?.file.bindings[declared.binding];
    if (declared && named) found.set(keyOf(declared.file, named), [...(found.get(keyOf(declared.file, named)) ?? []), implementation]);
  };
  for (const owner of file.classes) {
    if (STAND_IN.test(owner.name)) continue;
    const implementation = { path: file.path, class: owner.id, binding: null };
    for (const type of owner.implements) add(type.binding, implementation);
    for (const { root, path } of owner.extends) if (root.kind === 'binding' && path.length === 0) add(root.binding, implementation);
  }
  for (const { id, name, fn, kind, type, init } of file.bindings)
    if (fn === 0 && kind === 'const' && type && init?.root.kind === 'new-object' && !STAND_IN.test(name))
      add(type.binding, { path: file.path, class: null, binding: id });
  return found;
}
