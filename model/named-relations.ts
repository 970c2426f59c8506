/** What an attribute is by its name alone: the relation that every class of the project means by it. For rows whose class nothing tells. */
import { collected } from './collected.ts';
import type { FileModel } from './file.ts';
import { fileAt, type Program } from './program.ts';
import { type Relation, relationsOf } from './relations.ts';

interface Declared {
  readonly path: string;
  readonly class: number;
}

/** Null where a class has a field or a method of that name that is no relation. */
export function relationsNamed(program: Program, name: string): readonly Relation[] | null {
  const found: Relation[] = [];
  for (const { path, class: id } of collected<Declared>(program, 'classes by their attributes', name, attributes)) {
    const file = fileAt(program, path);
    const owner = file?.classes[id];
    const relation = file && owner && relationsOf(program, { file, class: owner }).get(name);
    if (!relation || relation.back !== null) return null;
    found.push(relation);
  }
  return found;
}

function attributes(file: FileModel): ReadonlyMap<string, readonly Declared[]> {
  const found = new Map<string, Declared[]>();
  if (file.language !== 'python' || file.context === 'test') return found;
  for (const { id, fields, methods } of file.classes)
    for (const name of new Set([...fields, ...methods].map((each) => each.name)))
      found.set(name, [...(found.get(name) ?? []), { path: file.path, class: id }]);
  return found;
}
