/** The tables that all files of SQL make together. Whatever one of them says of a table holds: an index that any of them makes may be there. */
import type { Column } from '../../model/columns.ts';
import { isOfFew } from '../../model/few-names.ts';
import { plainColumn, plainName } from '../../model/plain-names.ts';
import type { SqlSchema, SqlTable } from '../../model/sql-schema.ts';
import type { OfTable, SqlText } from './read.ts';

export interface SqlFile extends SqlText {
  readonly path: string;
}

/** Types of which a plain index answers which values are equal, and which lie between others. */
const SCALAR =
  /^(n?(var)?char2?|character|n?text|(tiny|medium|long)text|citext|uuid|uniqueidentifier|(small|medium|big)?int(eger)?|int[248]|(big|small)?serial|numeric|number|decimal|money|real|double|float[48]?|date|time|timestamp(tz)?|datetime(2|offset)?|inet)$/;
const FEW = /^(bool(ean)?|bit|tinyint|enum|set)$/;
/** Numbers and texts that are no more than yes or no. */
const YES_OR_NO = /^(is|has|was|can|should)_/i;

/** What is known of one table while the files are gone through. */
interface Facts {
  name: string;
  readonly columns: Map<string, Column>;
  readonly indexed: Set<string>;
  isUnread: boolean;
}

export function schemaOf(files: readonly SqlFile[]): SqlSchema {
  const tables = new Map<string, Facts>();
  const at = (name: string): Facts => {
    const key = name.toLowerCase();
    const known = tables.get(key) ?? { name, columns: new Map(), indexed: new Set(), isUnread: false };
    tables.set(key, known);
    return known;
  };
  // A table keeps what it has when it is called otherwise: it is made under the new name as often as not.
  for (const { from, to } of files.flatMap((file) => file.renamed)) {
    const [one, other] = [at(from), at(to)];
    for (const [key, facts] of tables) if (facts === other) tables.set(key, one);
  }
  const enums = new Set(files.flatMap((file) => file.enums));
  const listed = new Set(files.flatMap((file) => file.listed.map(keyOf)));
  // MySQL makes an index for what refers to another table.
  const withForeign = files.some((file) => file.isMysql) || !files.some((file) => file.isPlain);
  for (const file of files) {
    for (const name of file.unread) at(name).isUnread = true;
    for (const { table, name } of [...file.indexed, ...(withForeign ? file.foreign : [])]) at(table).indexed.add(plainColumn(name));
    for (const column of file.columns) {
      const { name, type, isShared, span } = column;
      const facts = at(column.table);
      const isFewByType = type !== null && (FEW.test(type) || enums.has(type));
      if (!isFewByType && !(type !== null && SCALAR.test(type))) continue;
      const isFew = isFewByType || isShared || listed.has(keyOf(column)) || isOfFew(name) || YES_OR_NO.test(name);
      const known = facts.columns.get(name.toLowerCase());
      facts.columns.set(name.toLowerCase(), known ? { ...known, isFew: known.isFew || isFew } : { name, isIndexed: false, isFew, file, span });
    }
  }
  for (const { table, from, to } of files.flatMap((file) => file.renamedColumns)) {
    const { columns, indexed } = at(table);
    const column = columns.get(from.toLowerCase());
    if (column && !columns.has(to.toLowerCase())) columns.set(to.toLowerCase(), { ...column, name: to });
    if (indexed.has(plainColumn(from))) indexed.add(plainColumn(to));
  }
  return settled(new Map([...tables].map(([key, facts]) => [key, tableOf(facts)])));
}

function keyOf({ table, name }: OfTable): string {
  return `${table.toLowerCase()}.${name.toLowerCase()}`;
}

function tableOf({ name, columns, indexed, isUnread }: Facts): SqlTable {
  const known = [...columns].map(([key, { file, ...column }]): [string, Column] => {
    return [key, { ...column, file: { path: file.path }, isIndexed: isUnread || indexed.has(plainColumn(column.name)) }];
  });
  return { name, columns: new Map(known), indexed, isUnread };
}

function settled(tables: ReadonlyMap<string, SqlTable>): SqlSchema {
  const byPlainName = new Map<string, SqlTable[]>();
  const indexed = new Set<string>();
  for (const [key, table] of tables) {
    byPlainName.set(plainName(key), [...(byPlainName.get(plainName(key)) ?? []), table]);
    for (const column of table.indexed) indexed.add(column);
  }
  return { tables, byPlainName, indexed };
}
