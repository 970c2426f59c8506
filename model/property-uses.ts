/** What a file does with all properties of one name, whatever they hang on: `chunk.parents`, `this.parents`, `other.parents`. */
import type { FileModel } from './file.ts';
import { memo, type Program } from './program.ts';
import type { Use } from './use.ts';

/** Uses of the property itself, not of what hangs below it. Only a hint: two classes may each have one of that name. */
export function usesOfProperty(program: Program, file: FileModel, name: string): readonly Use[] {
  return byName(program, file).get(name) ?? [];
}

function byName(program: Program, file: FileModel): ReadonlyMap<string, readonly Use[]> {
  return memo<FileModel, ReadonlyMap<string, readonly Use[]>>(program, 'uses of properties', file, new Map(), () => {
    const found = new Map<string, Use[]>();
    const add = (name: string | undefined, use: Use): void => {
      if (name === undefined) return;
      const uses = found.get(name);
      if (uses) uses.push(use);
      else found.set(name, [use]);
    };
    for (const binding of file.bindings) for (const use of binding.uses) add(use.path[use.path.length - 1], use);
    for (const { fields } of file.classes)
      for (const field of fields) for (const use of field.uses) add(use.path[use.path.length - 1] ?? field.name, use);
    return found;
  });
}
