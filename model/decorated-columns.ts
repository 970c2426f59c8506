/** Columns and indexes that the mappers of TypeScript declare by decorators: `@Column({ unique: true })`, `@Index()`, `@Index(['shop', 'number'])`. */
import type { Column } from './columns.ts';
import { listedIndexes } from './described-columns.ts';
import type { Decorator, Field, FileModel, Value } from './file.ts';
import { isIndexedElsewhere } from './indexes-elsewhere.ts';
import type { Program } from './program.ts';
import type { ClassRef } from './relations.ts';
import { knowledgeSymbol, thingOf } from './things.ts';

export function decoratedIn(program: Program, { file, class: owner }: ClassRef): Column[] {
  return owner.fields.flatMap((field): Column[] => {
    const found = field.decorators.flatMap((decorator) => {
      const thing = thingOf(program, file, decorator.callee);
      const row = (thing && program.knowledge.row(knowledgeSymbol(thing) ?? ''))?.column;
      return row ? [{ row, decorator }] : [];
    })[0];
    if (!found) return [];
    const { row, decorator } = found;
    const says = (names: readonly string[]): boolean =>
      decorator.args.some(({ properties }) => properties.some(({ name, value }) => names.includes(name) && value.literal !== false));
    // What is spread into the options, or made elsewhere, may say so; a type of the library does not.
    const isUnread = decorator.args.some(
      (value) =>
        value.root.kind !== 'literal' &&
        !(value.root.kind === 'new-object' && value.extent.class === 'constant') &&
        thingOf(program, file, value)?.kind !== 'symbol',
    );
    const isIndexed =
      row.isIndexed === true || isUnread || says(row.indexedBy) || field.decorators.some(isKey) || isKeyOfRelation(owner.fields, field);
    const isMigrated = row.byMigration === true && isIndexedElsewhere(program, field.name);
    const isFew = row.isFew === true || says(row.fewBy?.keywords ?? []) || !isManifold(file, field, decorator);
    return [{ name: field.name, isIndexed: isIndexed || isMigrated, isFew, file, span: field.span }];
  });
}

function isIndex({ name }: Decorator): boolean {
  return /(^|\.)(Index|Unique)$/.test(name);
}

/** Beside a column; MySQL makes an index for a foreign key. */
function isKey(decorator: Decorator): boolean {
  return isIndex(decorator) || /(^|\.)(PrimaryKey|ForeignKey)$/.test(decorator.name);
}

/** Have: @Column() authorId: number; @ManyToOne(…) author: Author. MySQL makes an index for it, PostgreSQL does not. */
function isKeyOfRelation(fields: readonly Field[], { name }: Field): boolean {
  return (
    /_?id$/i.test(name) &&
    fields.some((other) => other.name === name.replace(/_?id$/i, '') && other.decorators.some((d) => /To(One|Many)$/.test(d.name)))
  );
}

/** Texts, numbers and dates may be as many as there are rows. Of other types, enumerations among them, nobody knows. */
function isManifold(file: FileModel, { type }: Field, { args }: Decorator): boolean {
  const said = args.flatMap((value) => [
    value.literal,
    ...value.properties.flatMap((p) => (p.name === 'type' ? [p.value.literal ?? p.value.text] : [])),
  ]);
  if (said.some((each) => typeof each === 'string' && /bool|enum|bit|tinyint|json/i.test(each))) return false;
  const binding = type?.binding === null || type?.binding === undefined ? undefined : file.bindings[type.binding];
  return type !== null && /^(string|number|bigint|Date)$/.test(type.name) && (binding === undefined || binding.kind === 'global');
}

/** The first column of each index that is declared at the class; null for one that cannot be read. */
export function decoratedIndexes({ class: owner }: ClassRef): (string | null)[] {
  // Have: @Table({ indexes: [{ fields: ['email'] }] })
  const tables = owner.decorators.filter(({ name }) => name === 'Table').flatMap(({ args: [options] }) => (options ? listedIndexes(options) : []));
  const indexes = owner.decorators.filter(isIndex).flatMap(({ args }) => {
    const lists = args.flatMap((value) => [
      value,
      ...value.properties.flatMap((p) => (/^(properties|columns|fields)$/.test(p.name) ? [p.value] : [])),
    ]);
    const list = lists.find(({ root }) => root.kind === 'new-list') ?? lists.find((value) => value !== args[0] && typeof value.literal === 'string');
    return [list ? firstOf(list) : null];
  });
  return [...tables, ...indexes];
}

function firstOf(list: Value): string | null {
  const first = list.root.kind === 'new-list' ? list.elements[0] : list;
  return typeof first?.literal === 'string' ? first.literal : null;
}
