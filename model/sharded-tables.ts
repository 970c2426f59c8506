/**
 * Which tables are spread over shards, and by which column: as a configuration says, Citus is told, a collection of MongoDB is sharded, a schema or a
 * model names its key.
 */
import { collected } from './collected.ts';
import type { Call, Class, FileModel, Fn, Span, Value } from './file.ts';
import { plainName } from './plain-names.ts';
import type { Program } from './program.ts';
import { distributedBySql } from './sql-text.ts';
import { spanHolds } from './within.ts';

export type Store = 'sql' | 'mongo';

export interface ShardKey {
  readonly table: string;
  readonly column: string;
  /** Where it is said; null: in the configuration. */
  readonly said: { readonly path: string; readonly span: Span } | null;
}

interface Said {
  readonly store: Store;
  readonly table: string;
  /** Null: it is no longer spread. */
  readonly column: string | null;
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

const SHARDED = 'sharded tables';
/** Stands for all tables. */
const ANY = '*';

/** Most projects have one database, and need not be asked about each of their queries. */
export function isAnySharded(program: Program): boolean {
  return program.knowledge.isSharded || collected<Said>(program, SHARDED, ANY, saidIn).length > 0;
}

/** Of the first of these names whose table is spread. */
export function shardKeyOf(program: Program, store: Store, names: readonly string[]): ShardKey | null {
  for (const table of names) {
    const told = program.knowledge.shardKey(plainName(table));
    if (told !== null) return { table, column: told, said: null };
    const all = collected<Said>(program, SHARDED, plainName(table), saidIn).filter((each) => each.store === store);
    // Migrations are numbered: the last word holds.
    const last = [...all].sort((a, b) => (a.path === b.path ? a.start - b.start : a.path < b.path ? -1 : 1)).at(-1);
    // Two schemas of one name, and nobody knows which of them is meant.
    if (!last?.column || (store === 'mongo' && all.some(({ column }) => column !== last.column))) continue;
    return { table: last.table, column: last.column, said: { path: last.path, span: { start: last.start, end: last.end } } };
  }
  return null;
}

/** Tests and examples shard what nobody uses. */
const SAYS = /^(source|migration|script|seed|config|cli)$/;

function saidIn(file: FileModel): ReadonlyMap<string, readonly Said[]> {
  const found = new Map<string, Said[]>();
  if (!SAYS.test(file.context)) return found;
  const add = (store: Store, table: string, column: string | null, { start, end }: Span): void => {
    const said = { store, table, column, path: file.path, start, end };
    for (const key of [plainName(table), ANY]) found.set(key, [...(found.get(key) ?? []), said]);
  };
  for (const call of file.calls) {
    if (isUndoing(file, call)) continue;
    for (const { table, column } of statementsOf(file, call).flatMap(distributedBySql)) add('sql', table, column, call.span);
    const sharded = shardedCollection(call) ?? shardedModel(file, call);
    if (sharded) add('mongo', sharded.table, sharded.column, call.span);
  }
  for (const owner of file.classes) {
    const declared = declaredBy(file, owner);
    if (declared) add(declared.store, owner.name, declared.column, owner.span);
  }
  return found;
}

/** What takes a migration back. */
function isUndoing(file: FileModel, call: Call): boolean {
  for (let fn: Fn | undefined = file.functions[call.fn]; fn; fn = fn.parent === null ? undefined : file.functions[fn.parent])
    if (/(^|\.)(down|downgrade|revert|rollback|undo)$/.test(fn.name)) return true;
  return false;
}

/** The statements that a call is given, in it or by the name of a constant; of `RunSQL` those alone that do, not those that undo. */
function statementsOf(file: FileModel, call: Call): string[] {
  const args = /(^|\.)RunSQL$/.test(call.text) ? call.args.filter((a, i) => a.name === 'sql' || (a.name === null && i === 0)) : call.args;
  return args.flatMap(({ value }) => {
    const binding = value.root.kind === 'binding' && value.path.length === 0 ? file.bindings[value.root.binding] : undefined;
    return [value, ...value.elements, ...(binding?.init ? [binding.init] : [])].flatMap(({ statement }) => statement ?? []);
  });
}

interface Sharded {
  readonly table: string;
  readonly column: string;
}

/** Have: sh.shardCollection('shop.orders', { tenantId: 1 }), adminCommand({ shardCollection: 'shop.orders', key: … }), command('shardCollection', …, key=…) */
function shardedCollection({ member, args }: Call): Sharded | null {
  const [first, second] = args;
  const inObject = (name: string): Value | undefined => first?.value.properties.find((p) => p.name === name)?.value;
  const [name, key] =
    member === 'shardCollection'
      ? [first?.value, second?.value]
      : first?.value.literal === 'shardCollection'
        ? [second?.value, args.find((a) => a.name === 'key')?.value]
        : [inObject('shardCollection'), inObject('key')];
  const column = key?.properties[0]?.name;
  const table = typeof name?.literal === 'string' ? name.literal.slice(name.literal.indexOf('.') + 1) : '';
  return column !== undefined && table !== '' ? { table, column } : null;
}

/** Have: model('Order', new Schema(…, { shardKey: { tenantId: 1 } })) */
function shardedModel(file: FileModel, call: Call): Sharded | null {
  const name = call.args[0]?.value.literal;
  const schema = call.args[1]?.value;
  if (!/(^|\.)model$/.test(call.text) || typeof name !== 'string' || !schema) return null;
  const binding = schema.root.kind === 'binding' && schema.path.length === 0 ? file.bindings[schema.root.binding] : undefined;
  const value = binding?.init ?? schema;
  const made = value.root.kind === 'call' ? file.calls[value.root.call] : undefined;
  const column = made?.isNew ? keyIn(made.args[1]?.value, 'shardKey') : null;
  return column === null ? null : { table: name, column };
}

function keyIn(options: Value | undefined, name: string): string | null {
  const key = options?.properties.find((p) => p.name === name)?.value;
  const first = key?.properties[0]?.name ?? key?.elements[0]?.literal ?? key?.literal;
  return typeof first === 'string' ? first : null;
}

/** Have: @Schema({ shardKey: { region: 1 } }), meta = {'shard_key': ('region',)}, tenant_id = 'store_id', class TenantMeta: tenant_field_name = 'store_id' */
function declaredBy(file: FileModel, owner: Class): { readonly store: Store; readonly column: string } | null {
  const field = (each: Class, name: RegExp): Value | null => each.fields.find((f) => name.test(f.name))?.init ?? null;
  const decorator = owner.decorators.find(({ name }) => /(^|\.)Schema$/.test(name))?.args[0];
  const ofMongo = keyIn(decorator, 'shardKey') ?? keyIn(field(owner, /^meta$/) ?? undefined, 'shard_key');
  if (ofMongo !== null) return { store: 'mongo', column: ofMongo };
  if (!owner.extends.some(({ text }) => /Tenant(Model|ModelMixin)$/.test(text))) return null;
  const meta = file.classes.find((each) => each.name === 'TenantMeta' && spanHolds(owner.span, each.span));
  const column = (meta && field(meta, /^tenant_(field_name|id)$/)) ?? field(owner, /^tenant_id$/);
  return typeof column?.literal === 'string' ? { store: 'sql', column: column.literal } : null;
}
