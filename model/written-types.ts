/** What a type as written stands for, and where a name is declared. */
import type { FileModel, TypeName } from './file.ts';
import { onlyImplementation } from './implementations.ts';
import { fileAt, type Program } from './program.ts';
import { bindingThing, memberOf, symbolName, type Thing } from './things.ts';

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
  const implementation = rest.length === 0 ? onlyImplementation(program, file, type.binding) : null;
  if (implementation) return implementation;
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
export function declarationOf(
  program: Program,
  file: FileModel,
  id: number,
  depth = 0,
): { readonly file: FileModel; readonly binding: number } | null {
  const imported = file.bindings[id]?.kind === 'import' ? file.imports.find((i) => i.local === id) : undefined;
  if (!imported) return { file, binding: id };
  const target = program.resolve(file.path, imported.specifier);
  const other = target.kind === 'file' ? fileAt(program, target.path) : undefined;
  return other ? exportedBinding(program, other, imported.imported, depth) : null;
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
  if (own && own.binding !== null && own.from === null)
    return file.bindings[own.binding]?.kind === 'import' && depth < 8
      ? declarationOf(program, file, own.binding, depth + 1)
      : { file, binding: own.binding };
  for (const e of own ? [own] : file.exports.filter((x) => x.name === '*')) {
    const target = e.from === null ? null : program.resolve(file.path, e.from);
    const next = target?.kind === 'file' ? fileAt(program, target.path) : undefined;
    const found = next ? exportedBinding(program, next, own ? (own.imported ?? name) : name, depth + 1) : null;
    if (found) return found;
  }
  return null;
}
