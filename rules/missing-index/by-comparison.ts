/** Conditions that are calls, as Drizzle has them: `db.select().from(users).where(eq(users.email, email))`. */
import { infoOf } from '../../model/calls.ts';
import { laterLinks } from '../../model/chains.ts';
import type { Column } from '../../model/columns.ts';
import type { DeclaredTable } from '../../model/declared-table.ts';
import type { Call, FileModel, Value } from '../../model/file.ts';
import { madeTable } from '../../model/made-tables.ts';
import type { Program } from '../../model/program.ts';
import { thingOf } from '../../model/things.ts';
import type { Searched } from './searched.ts';

/** The columns that it asks for, of which no index begins with one. */
export function searchedByComparison(program: Program, file: FileModel, call: Call): Searched | null {
  if (infoOf(program, file, call).row?.op?.kind !== 'query') return null;
  const links = laterLinks(program, file, call);
  // The database may begin with another table's rows.
  if (links.some(({ member }) => /join$|joinLateral$|^(union|intersect|except)/i.test(member ?? ''))) return null;
  const wheres = links.filter(({ member }) => member === 'where');
  const given = call.args.map(({ value }) => value.properties.find(({ name }) => name === 'where')?.value);
  const [where, ...others] = [...wheres.map(({ args: [first] }) => first?.value), ...given].filter((value) => value !== undefined);
  const compared = where && others.length === 0 ? comparedIn(program, file, where) : null;
  const [first] = compared ?? [];
  // Columns of several tables are a join, or depend on what is around it.
  if (!compared || !first || compared.some(({ table }) => table !== first.table)) return null;
  const all: Column[] = [];
  for (const { table, name } of compared) {
    const column = table.columns.get(name);
    if (!column || column.isIndexed) return null;
    all.push(column);
  }
  const asked = all.filter(({ isFew }) => !isFew);
  const { name: table, inSql = table } = first.table;
  return asked.length > 0 ? { table, inSql: { names: [inSql], isTold: true }, all, asked } : null;
}

interface Compared {
  readonly table: DeclaredTable;
  readonly name: string;
}

/** What a plain index answers. */
const COMPARES = /^(eq|inArray|gte?|lte?|between)$/;

/** Null where some of it cannot be read, or is a question that no plain index answers. */
function comparedIn(program: Program, file: FileModel, { root, path }: Value): readonly Compared[] | null {
  const call = root.kind === 'call' && path.length === 0 ? file.calls[root.call] : undefined;
  const [library, member] = (call && infoOf(program, file, call).symbol?.split('#')) || [];
  if (!call || library !== 'drizzle-orm' || member === undefined || call.args.some((a) => a.spread)) return null;
  if (member === 'and') {
    const all = call.args.map(({ value }) => comparedIn(program, file, value));
    return all.every((each) => each !== null) ? all.flat() : null;
  }
  const [left, right] = call.args;
  if (!COMPARES.test(member) || !left || !right || columnOf(program, file, right.value)) return null;
  const column = columnOf(program, file, left.value);
  return column && [column];
}

/** `users.email` */
function columnOf(program: Program, file: FileModel, value: Value): Compared | null {
  const thing = thingOf(program, file, value);
  const name = thing?.kind === 'instance' && thing.path.length === 1 ? thing.path[0] : undefined;
  const table = name === undefined ? null : madeTable(program, file, value);
  return table && name !== undefined ? { table, name } : null;
}
