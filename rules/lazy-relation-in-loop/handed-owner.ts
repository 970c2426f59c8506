/** Whether rows hang on something that a function is handed: whoever asked for that may have loaded them, and what they lead to. */
import type { FileModel, Value } from '../../model/file.ts';
import { instanceClass } from '../../model/one-row.ts';
import type { Program } from '../../model/program.ts';
import { relationsOf } from '../../model/relations.ts';

/** Have: def from_model(shelf): return [book.author.name for book in shelf.books.all()]. Whoever asked for the shelf may have loaded what it leads to. */
export function isOfHandedOwner(program: Program, file: FileModel, value: Value): boolean {
  const { root, path, viewOf } = value;
  if (viewOf && root.kind !== 'binding') return isOfHandedOwner(program, file, viewOf);
  const call = root.kind === 'call' ? file.calls[root.call] : undefined;
  if (call) return call.member !== null && isOfHandedOwner(program, file, call.callee);
  const binding = root.kind === 'binding' ? file.bindings[root.binding] : undefined;
  if (root.kind !== 'this' && (!binding || binding.param === null || binding.elementOf !== null)) return false;
  const owner = path.length > 0 ? instanceClass(program, file, { ...value, path: path.slice(0, -1), viewOf: null }) : null;
  return owner !== null && relationsOf(program, owner).has(path.at(-1) ?? '');
}
