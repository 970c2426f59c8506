/** Columns that chains of calls describe, and indexes that a closure lists, as Drizzle has them: `text('email').notNull().unique()`, `index().on(table.email)`. */
import { infoOf } from './calls.ts';
import { earlierLinks } from './chains.ts';
import type { Column } from './columns.ts';
import { isOfFew } from './few-names.ts';
import type { Call, FileModel, Value } from './file.ts';
import type { TableRow } from './knowledge-tables.ts';
import type { Program } from './program.ts';

export function chainedColumns(program: Program, file: FileModel, described: Value, row: TableRow): Column[] {
  return described.properties.flatMap(({ name, value }): Column[] => {
    const chain = chainOf(file, value);
    const first = chain.at(-1);
    // What the project's own functions make of it may be anything.
    if (!first || infoOf(program, file, first).target) return [];
    const type = first.member ?? first.text;
    if (!row.manifold.includes(type) && !row.few.includes(type)) return [];
    const says = (word: string): Call | undefined => chain.find(({ member }) => member === word);
    const isShared = says('default')?.args.some((a) => a.value.literal !== null && a.value.literal !== '');
    const isNarrow = first.args.some(({ value: { properties } }) => properties.some((p) => p.name === 'enum' || p.value.literal === 'boolean'));
    const isFew = row.few.includes(type) || isNarrow || isShared === true || says('$type') !== undefined || isOfFew(name);
    return [{ name, isIndexed: row.indexedBy.some((word) => says(word)), isFew, file, span: value.span }];
  });
}

/** The calls of a chain, the last one first. */
function chainOf(file: FileModel, { root, path }: Value): Call[] {
  const last = root.kind === 'call' && path.length === 0 ? file.calls[root.call] : undefined;
  return last ? [last, ...earlierLinks(file, last)] : [];
}

/** The first column of each index; null for one that cannot be read. */
export function chainedIndexes(program: Program, file: FileModel, call: Call, row: TableRow): (string | null)[] {
  const given = call.args[row.options];
  const closure = given?.closure == null ? undefined : file.functions[given.closure];
  if (!given || given.value.root.kind === 'new-object') return [];
  const [told, ...others] = closure?.returns ?? [];
  if (!told || others.length > 0 || told.extent.class !== 'constant') return [null];
  const entries = told.root.kind === 'new-object' ? told.properties.map((p) => p.value) : told.elements;
  if (entries.length !== told.extent.count) return [null];
  return entries.flatMap((entry) => {
    const chain = chainOf(file, entry);
    const first = chain.at(-1);
    if (!first || infoOf(program, file, first).target) return [null];
    if (/^(foreignKey|check|pgPolicy)$/.test(first.member ?? first.text)) return [];
    const on = chain.find(({ member }) => member !== null && /^(on|onOnly|using)$/.test(member));
    // `primaryKey({ columns: [table.shop, table.number] })`, `primaryKey(table.shop, table.number)`
    const listed = first.args[0]?.value.properties.find((p) => p.name === 'columns')?.value.elements[0];
    const column = on ? on.args[on.member === 'using' ? 1 : 0]?.value : (listed ?? first.args[0]?.value);
    return [column ? columnIn(file, column) : null];
  });
}

/** `table.email`, `table.email.desc()` */
function columnIn(file: FileModel, { root, path }: Value): string | null {
  if (root.kind === 'call') {
    const order = path.length === 0 ? file.calls[root.call] : undefined;
    return order && /^(asc|desc|nullsFirst|nullsLast|op)$/.test(order.member ?? '') ? columnIn(file, order.callee) : null;
  }
  return root.kind === 'binding' && path.length === 1 ? (path[0] ?? null) : null;
}
