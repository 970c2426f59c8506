/** What the files of SQL in a workspace make: tables, their columns, and which columns any index begins with. As plain data; a front end reads it. */
import type { Column } from './columns.ts';
import type { FileModel } from './file.ts';
import { plainColumn, plainName } from './plain-names.ts';
import { type Program, sqlSchema } from './program.ts';
import type { ClassRef } from './relations.ts';
import { tableNames, toldNames } from './table-names.ts';

export interface SqlTable {
  /** As it is written where it is made. */
  readonly name: string;
  /** By their names in lower case; empty where it is not known how the table is made. */
  readonly columns: ReadonlyMap<string, Column>;
  /** By their plain names: those that begin an index, also where nobody knows of which table's columns they are. */
  readonly indexed: ReadonlySet<string>;
  /** Some of it cannot be read: any column may begin an index. */
  readonly isUnread: boolean;
}

export interface SqlSchema {
  /** By their names in lower case. */
  readonly tables: ReadonlyMap<string, SqlTable>;
  /** The same by their plain names. */
  readonly byPlainName: ReadonlyMap<string, readonly SqlTable[]>;
  /** Plain names of columns that begin an index of any table. */
  readonly indexed: ReadonlySet<string>;
}

/** A table by the name that statements call it by, where all its keys and indexes are known. */
export function tableInSql(program: Program, file: FileModel, name: string): SqlTable | null {
  const table = sqlSchema(program, file)?.tables.get(name.toLowerCase());
  // Where nothing is a key, keys and indexes are made elsewhere.
  return table && !table.isUnread && table.columns.size > 0 && table.indexed.size > 0 ? table : null;
}

/** What SQL may call a table that code declares. */
export interface NamesInSql {
  readonly names: readonly string[];
  /** The code says so, and nothing has to be guessed. */
  readonly isTold: boolean;
}

export function namesInSql(program: Program, of: ClassRef): NamesInSql {
  const told = toldNames(program, of);
  // Django names a table for its class and the application, and SQLAlchemy is told.
  return { names: told.length > 0 ? told : tableNames(program, of), isTold: told.length > 0 || of.file.language === 'python' };
}

/** Does a file of SQL make an index that begins with the column of this table? Of any table, where its name is a guess and none of the files knows it. */
export function isIndexedBySql(program: Program, file: FileModel, { names, isTold }: NamesInSql, column: string): boolean {
  const schema = sqlSchema(program, file);
  if (!schema) return false;
  const named = names.flatMap((name) => schema.byPlainName.get(plainName(name)) ?? []);
  if (named.length === 0) return !isTold && schema.indexed.has(plainColumn(column));
  return named.some(({ indexed, isUnread }) => isUnread || indexed.has(plainColumn(column)));
}
