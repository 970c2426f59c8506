/** Conditions that are an object: `repository.findOneBy({ email })`, `prisma.user.findMany({ where: { email } })`, `em.find(User, { email })`. */
import { infoOf, libraryOf } from '../../model/calls.ts';
import { type Column, columnsOf } from '../../model/columns.ts';
import { conditionsGiven, isClosed, isNarrowedLater, namesOfJoined } from '../../model/condition-objects.ts';
import type { DeclaredTable } from '../../model/declared-table.ts';
import type { Call, FileModel, Value } from '../../model/file.ts';
import { madeTable } from '../../model/made-tables.ts';
import type { Program } from '../../model/program.ts';
import { entityOf } from '../../model/queried-rows.ts';
import { tableInSchema } from '../../model/schema-tables.ts';
import { namesInSql } from '../../model/sql-schema.ts';
import type { Searched } from './searched.ts';

/** The columns that it asks for, of which no index begins with one. */
export function searchedByObject(program: Program, file: FileModel, call: Call): Searched | null {
  const where = conditionsGiven(program, file, call);
  // A list holds alternatives, and an object that spreads another may ask for anything.
  if (!where || !isClosed(where)) return null;
  const schema = tableInSchema(program, file, call) ?? tableInCode(program, file, call);
  const of = schema ? null : entityOf(program, file, call);
  const columns = schema?.columns ?? (of && columnsOf(program, of));
  const table = schema?.name ?? of?.class.name;
  if (table === undefined || !columns || columns.size === 0) return null;
  const all: Column[] = [];
  const asked: Column[] = [];
  for (const { name, value } of where.properties) {
    const column = columns.get(name);
    if (!column || column.isIndexed || !(isPlain(file, value) || (schema && isRange(value)))) return null;
    all.push(column);
    // Most rows may have none: an index does not choose among them.
    if (!column.isFew && value.text !== 'null') asked.push(column);
  }
  if (asked.length === 0) return null;
  const isInMongo = /mongo|typegoose/.test(libraryOf(infoOf(program, file, call).symbol ?? '#'));
  const inSql = of ? namesInSql(program, of) : { names: [schema?.inSql ?? table], isTold: schema?.inSql !== undefined };
  return { table, inSql: isInMongo ? null : inSql, all, asked };
}

/** Have: User.findOne({ where: { email } }), beside sequelize.define('User', { … }) */
function tableInCode(program: Program, file: FileModel, call: Call): DeclaredTable | null {
  // The database may begin with the rows of a table that is joined.
  if (isNarrowedLater(program, file, call) || namesOfJoined(call).includes('where')) return null;
  return madeTable(program, file, call.callee);
}

/** What a plain index answers: a value, or a range. Not `ILike('%x%')`, `Not(…)`, `{ $like: … }`, nor the column of a relation. */
function isPlain(file: FileModel, { root }: Value): boolean {
  if (root.kind === 'new-object' || root.kind === 'new-list') return false;
  const call = root.kind === 'call' ? file.calls[root.call] : undefined;
  return !call || !/^(Not|I?Like|Raw|IsNull|Array\w+|Any)$/.test(call.text);
}

/** Have: { in: emails }, { gte: from, lt: to }. Not `{ contains: part }`, nor `{ not: null }`. */
function isRange(value: Value): boolean {
  // `{ [Op.gte]: from }`
  if (/^\{ \[(Sequelize\.)?Op\.(eq|in|gte?|lte?|between)\]: [\w.()[\]]+,? \}$/.test(value.text)) return true;
  return isClosed(value) && value.properties.length > 0 && value.properties.every(({ name }) => /^(equals|\$?in|\$?gte?|\$?lte?|\$eq)$/.test(name));
}
