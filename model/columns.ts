/** The columns of a table as the project declares them, and whether an index begins with them: without one a query reads every row. */
import { infoOf } from './calls.ts';
import { decoratedIn, decoratedIndexes } from './decorated-columns.ts';
import type { Call, Class, FileModel, Span, TypeName, Value } from './file.ts';
import type { ColumnRow } from './knowledge-tables.ts';
import { metaOf } from './meta.ts';
import { memo, type Program } from './program.ts';
import { type ClassRef, lineage } from './relations.ts';

export interface Column {
  readonly name: string;
  readonly isIndexed: boolean;
  /** Holds one of few values, among which an index does not choose. */
  readonly isFew: boolean;
  /** Where it is declared. */
  readonly file: { readonly path: string };
  readonly span: Span;
}

/** Null where indexes are declared in a way that cannot be read. */
export function columnsOf(program: Program, of: ClassRef): ReadonlyMap<string, Column> | null {
  return memo<Class, ReadonlyMap<string, Column> | null>(program, 'columns', of.class, null, () => {
    const found = new Map<string, Column>();
    const leading = new Set<string>();
    for (const each of lineage(program, of)) {
      for (const name of [...leadingColumns(each), ...decoratedIndexes(each)]) {
        if (name === null) return null;
        leading.add(name);
      }
      for (const column of [...declaredIn(program, each), ...decoratedIn(program, each)]) if (!found.has(column.name)) found.set(column.name, column);
    }
    for (const [name, column] of found) if (leading.has(name)) found.set(name, { ...column, isIndexed: true });
    return found;
  });
}

function declaredIn(program: Program, { file, class: owner }: ClassRef): Column[] {
  return owner.fields.flatMap(({ name, init, type }) => {
    const call = init?.root.kind === 'call' && init.path.length === 0 ? file.calls[init.root.call] : undefined;
    const row = call && infoOf(program, file, call).row?.column;
    return init && call && row
      ? [{ name, isIndexed: isIndexed(program, file, row, call), isFew: isFew(row, call, type), file, span: init.span }]
      : [];
  });
}

function isFew({ isFew, fewBy }: ColumnRow, call: Call, type: TypeName | null): boolean {
  if (isFew || !fewBy) return isFew === true;
  const types = [...call.args.flatMap((a) => (a.name === null ? [a.value.text.replace(/\(.*/s, '')] : [])), ...namesIn(type)];
  return says(call, fewBy.keywords) || types.some((each) => fewBy.types.includes(each.split('.').pop() ?? ''));
}

function namesIn(type: TypeName | null): string[] {
  return type ? [type.name, ...type.args.flatMap(namesIn)] : [];
}

function isIndexed(program: Program, file: FileModel, row: ColumnRow, call: Call): boolean {
  const told = call.args.find((a) => a.name !== null && row.indexedBy.includes(a.name) && a.value.literal === false);
  if (row.isIndexed && !told) return true;
  // `Column(**options)`, and what the project's own functions make of it, may say so where nobody looks.
  return says(call, row.indexedBy) || call.args.some((a) => a.spread || isMadeByProject(program, file, a.value));
}

function isMadeByProject(program: Program, file: FileModel, { root }: Value): boolean {
  const call = root.kind === 'call' ? file.calls[root.call] : undefined;
  return call !== undefined && infoOf(program, file, call).target !== null;
}

function says(call: Call, keywords: readonly string[]): boolean {
  return call.args.some((a) => a.name !== null && keywords.includes(a.name) && a.value.literal !== false && a.value.text !== 'None');
}

/** Names by which a class, or the class `Meta` inside of it, lists indexes and what is unique. */
const LISTS = /^(indexes|index_together|unique_together|constraints|__table_args__)$/;

/** The first column of each index that is declared beside the columns; null for one that cannot be read. */
function leadingColumns({ file, class: owner }: ClassRef): (string | null)[] {
  const lists = [...owner.fields, ...(metaOf(file, owner)?.fields ?? [])].filter(({ name }) => LISTS.test(name)).map(({ init }) => init);
  return lists.flatMap((list) => (list === null ? [null] : leadingIn(file, list)));
}

function leadingIn(file: FileModel, list: Value): (string | null)[] {
  if (list.root.kind !== 'new-list' || list.elements.length !== list.extent.count) return [null];
  const [first] = list.elements;
  // `unique_together = ('shop', 'number')`, for one.
  if (typeof first?.literal === 'string') return [first.literal];
  return list.elements.flatMap((element) => {
    if (element.root.kind === 'new-list') return [textOf(element.elements[0])];
    const call = element.root.kind === 'call' ? file.calls[element.root.call] : undefined;
    // `CheckConstraint(…)`, `{'schema': 'shop'}`
    if (call && !/(Index|UniqueConstraint|PrimaryKeyConstraint)$/.test(call.text)) return [];
    if (!call) return element.root.kind === 'new-object' ? [] : [null];
    const fields = call.args.find((a) => a.name === 'fields')?.value;
    if (fields) return [fields.root.kind === 'new-list' ? textOf(fields.elements[0]) : null];
    // `Index('by_email', 'email')` has a name first, `UniqueConstraint('email')` has none.
    const names = call.args.filter((a) => a.name === null).map((a) => textOf(a.value));
    return [names[call.text.endsWith('Index') ? 1 : 0] ?? null];
  });
}

/** Without what says in which order: `-created`. */
function textOf(value: Value | undefined): string | null {
  return typeof value?.literal === 'string' ? value.literal.replace(/^-/, '') : null;
}
