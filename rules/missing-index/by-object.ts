/** Conditions that are an object: `repository.findOneBy({ email })`, `repository.find({ where: { email } })`, `em.find(User, { email })`. */
import { infoOf } from '../../model/calls.ts';
import { type Column, columnsOf } from '../../model/columns.ts';
import type { Call, FileModel, Value } from '../../model/file.ts';
import type { Program } from '../../model/program.ts';
import { entityOf } from '../../model/queried-rows.ts';
import type { ClassRef } from '../../model/relations.ts';
import { thingOf } from '../../model/things.ts';

/** The columns that it asks for, of which no index begins with one. */
export function searchedByObject(
  program: Program,
  file: FileModel,
  call: Call,
): { readonly of: ClassRef; readonly columns: readonly Column[] } | null {
  const { row } = infoOf(program, file, call);
  const of = row?.conditions ? entityOf(program, file, call) : null;
  const columns = of && columnsOf(program, of);
  if (!of || !columns || columns.size === 0 || call.args.some((a) => a.spread)) return null;
  const [first, second] = call.args;
  const given = first && thingOf(program, file, first.value)?.kind === 'class' ? second : first;
  const where = row?.conditions === 'where' ? given?.value.properties.find(({ name }) => name === 'where')?.value : given?.value;
  // A list holds alternatives, and an object that spreads another may ask for anything.
  if (where?.root.kind !== 'new-object' || where.extent.class !== 'constant') return null;
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
