/** Conditions that are an object: `repository.findOneBy({ email })`, `repository.find({ where: { email } })`, `em.find(User, { email })`. */
import { type Column, columnsOf } from '../../model/columns.ts';
import { conditionsGiven, isClosed } from '../../model/condition-objects.ts';
import type { Call, FileModel, Value } from '../../model/file.ts';
import type { Program } from '../../model/program.ts';
import { entityOf } from '../../model/queried-rows.ts';
import type { ClassRef } from '../../model/relations.ts';

/** The columns that it asks for, of which no index begins with one. */
export function searchedByObject(
  program: Program,
  file: FileModel,
  call: Call,
): { readonly of: ClassRef; readonly columns: readonly Column[] } | null {
  const where = conditionsGiven(program, file, call);
  // A list holds alternatives, and an object that spreads another may ask for anything.
  if (!where || !isClosed(where)) return null;
  const of = entityOf(program, file, call);
  const columns = of && columnsOf(program, of);
  if (!of || !columns || columns.size === 0) return null;
  const asked: Column[] = [];
  for (const { name, value } of where.properties) {
    const column = columns.get(name);
    if (!column || column.isIndexed || !isPlain(file, value)) return null;
    asked.push(column);
  }
  const manifold = asked.filter(({ isFew }) => !isFew);
  return manifold.length > 0 ? { of, columns: manifold } : null;
}

/** What a plain index answers: a value, or a range. Not `ILike('%x%')`, `Not(…)`, `{ $like: … }`, nor the column of a relation. */
function isPlain(file: FileModel, { root }: Value): boolean {
  if (root.kind === 'new-object' || root.kind === 'new-list') return false;
  const call = root.kind === 'call' ? file.calls[root.call] : undefined;
  return !call || !/^(Not|I?Like|Raw|IsNull|Array\w+|Any)$/.test(call.text);
}
