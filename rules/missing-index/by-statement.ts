/** Conditions that stand in the text of a statement: `pool.query('select … from users where email = $1', [email])`. */
import type { Column } from '../../model/columns.ts';
import type { Call, FileModel } from '../../model/file.ts';
import { hasUnreadMigrations, isIndexedElsewhere } from '../../model/indexes-elsewhere.ts';
import type { Program } from '../../model/program.ts';
import { statementRun } from '../../model/sql-given.ts';
import { tableInSql } from '../../model/sql-schema.ts';
import { soughtBySql } from '../../model/sql-sought.ts';
import type { Searched } from './searched.ts';

/** The columns that it asks for, of which no index begins with one. */
export function searchedByStatement(program: Program, file: FileModel, call: Call): Searched | null {
  const statement = statementRun(program, file, call);
  const sought = statement === null ? null : soughtBySql(statement);
  const table = sought && tableInSql(program, file, sought.table);
  if (!table || (file.language === 'python' && hasUnreadMigrations(program))) return null;
  const all: Column[] = [];
  const asked: Column[] = [];
  for (const { column: name, asks } of sought.conditions) {
    const column = table.columns.get(name.toLowerCase());
    if (!column) return null;
    // An index does not find the others.
    if (asks === 'others') continue;
    if (column.isIndexed || isIndexedElsewhere(program, column.name)) return null;
    all.push(column);
    // Most rows may share it, or have none: an index does not choose among them.
    if (asks === 'chooses' && !column.isFew) asked.push(column);
  }
  return asked.length > 0 ? { table: sought.table, inSql: { names: [sought.table], isTold: true }, all, asked } : null;
}
