/** Columns that an object describes, and indexes beside them, as Sequelize and Mongoose have them: `{ email: { type: String, unique: true } }`. */
import { associationOf } from './associations.ts';
import type { Column } from './columns.ts';
import { isOfFew } from './few-names.ts';
import type { Call, FileModel, Value } from './file.ts';
import type { TableRow } from './knowledge-tables.ts';
import type { Program } from './program.ts';
import { thingOf } from './things.ts';

export function describedColumns(program: Program, file: FileModel, described: Value, row: TableRow): Column[] {
  return described.properties.flatMap(({ name, value }): Column[] => {
    const isObject = value.root.kind === 'new-object';
    const type = isObject ? propertyOf(value, 'type') : value;
    // What is made elsewhere, a list or an object inside of it.
    if (!type || type.root.kind === 'new-list' || type.root.kind === 'new-object') return [];
    // `STRING(64)`, `Schema.Types.ObjectId`, `INTEGER.UNSIGNED`
    const words = type.text.replace(/\(.*|["'`]/gs, '').split('.');
    const isFewByType = words.some((word) => row.few.includes(word));
    if (!isFewByType && !words.some((word) => row.manifold.includes(word))) return [];
    const isIndexed =
      (isObject && value.extent.class !== 'constant') ||
      row.indexedBy.some((word) => isSaid(propertyOf(value, word))) ||
      // Have: Order.belongsTo(User), and a column `userId`
      (/.id$/i.test(name) && associationOf(program, null, name.replace(/_?id$/i, '')) !== null);
    const isFew = isFewByType || isSaid(propertyOf(value, 'enum')) || isConstant(propertyOf(value, 'default') ?? propertyOf(value, 'defaultValue'));
    return [{ name, isIndexed, isFew: isFew || isOfFew(name), file, span: value.span }];
  });
}

function propertyOf({ properties }: Value, name: string): Value | undefined {
  return properties.find((property) => property.name === name)?.value;
}

function isSaid(value: Value | undefined): boolean {
  return value !== undefined && value.literal !== false;
}

/** Most rows have what they begin with. */
function isConstant(value: Value | undefined): boolean {
  return value !== undefined && value.literal !== null && value.literal !== '';
}

/** The first column of each index that is declared beside the columns; null for one that cannot be read. */
export function describedIndexes(program: Program, file: FileModel, call: Call, row: TableRow): (string | null)[] {
  const options = call.args[row.options]?.value;
  // Those of a chain are told by a closure.
  if (options?.root.kind === 'function') return [];
  return [...(options ? listedIndexes(options) : []), ...addedLater(program, file, call)];
}

/** `{ indexes: [{ unique: true, fields: ['shopId', { name: 'number', order: 'DESC' }] }] }` */
export function listedIndexes(options: Value): (string | null)[] {
  if (options.root.kind !== 'new-object' || options.extent.class !== 'constant') return [null];
  const list = propertyOf(options, 'indexes');
  if (!list) return [];
  if (list.root.kind !== 'new-list' || list.elements.length !== list.extent.count) return [null];
  return list.elements.map((index) => {
    const first = propertyOf(index, 'fields')?.elements[0];
    const name = first && (propertyOf(first, 'name') ?? propertyOf(first, 'attribute') ?? first).literal;
    return typeof name === 'string' ? name : null;
  });
}

/** `schema.index({ shop: 1, number: 1 })` */
function addedLater(program: Program, file: FileModel, call: Call): (string | null)[] {
  return file.calls.flatMap(({ member, callee, args: [given] }) => {
    const thing = member === 'index' ? thingOf(program, file, callee) : null;
    if (thing?.kind !== 'instance' || thing.made?.call !== call) return [];
    return [given?.value.root.kind === 'new-object' ? (given.value.properties[0]?.name ?? null) : null];
  });
}
