/** The tables that the files of one schema declare together: which columns they have, and of which an index begins with them. */
import type { Column } from '../../../model/columns.ts';
import type { DeclaredTable } from '../../../model/declared-table.ts';
import { isOfFew } from '../../../model/few-names.ts';
import type { Datasource, SchemaModel, SchemaText } from './read.ts';

export interface SchemaFile extends SchemaText {
  readonly path: string;
}

/** Types of which a plain index answers which values are equal, and which lie between others. */
const SCALAR = /^(String|Int|BigInt|Float|Decimal|DateTime)$/;

/** By what the client calls them: `orderLine` of `model OrderLine`. What two models are called is neither. */
export function tablesOf(files: readonly SchemaFile[], datasource: Datasource): ReadonlyMap<string, DeclaredTable> {
  const enums = new Set(files.flatMap((file) => file.enums));
  const found = new Map<string, DeclaredTable>();
  const twice = new Set<string>();
  for (const file of files)
    for (const model of file.models) {
      const name = model.name.charAt(0).toLowerCase() + model.name.slice(1);
      if (found.has(name)) twice.add(name);
      found.set(name, { name: model.name, inSql: model.table, columns: columnsIn(model, file.path, enums, indexesForeign(datasource)) });
    }
  for (const name of twice) found.delete(name);
  return found;
}

/** MySQL makes an index for a foreign key, unless Prisma keeps it from having any; of other databases it is known that they do not, or nothing. */
function indexesForeign({ provider, relationMode }: Datasource): boolean {
  if (provider === 'mysql') return relationMode !== 'prisma';
  return provider === null || !/^(postgres|postgresql|cockroachdb|sqlite|sqlserver|mongodb)$/.test(provider);
}

function columnsIn(model: SchemaModel, path: string, enums: ReadonlySet<string>, withForeign: boolean): ReadonlyMap<string, Column> {
  const leading = new Set([...model.leading, ...(withForeign ? model.foreign : [])]);
  const columns = model.fields.flatMap(({ name, type, isList, isKey, isShared, span }): Column[] => {
    const isFew = type === 'Boolean' || enums.has(type);
    if (isList || !(isFew || SCALAR.test(type))) return [];
    return [{ name, isIndexed: isKey || leading.has(name), isFew: isFew || isShared || isOfFew(name), file: { path }, span }];
  });
  return new Map(columns.map((column) => [column.name, column]));
}
