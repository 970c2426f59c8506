/**
 * The words that the families are written in. A family is a list of `on(owners, members, facts)`: every member of every owner gets
 * the same facts. An owner is a module (`fs` gives `fs#readFileSync`) or a type (`pg#Pool` gives `pg#Pool.query`).
 */
import type { BringRow, DecoratorRow, EntryKind, HookRow, KnowledgeRow, LoadRow, ParamEntryRow, Serverless, TypeRow } from '../model/knowledge.ts';
import type { DiskRow, RelationRow } from '../model/knowledge-tables.ts';

export type Facts = Omit<KnowledgeRow, 'symbol'>;
type Op = NonNullable<KnowledgeRow['op']>;
type Result = NonNullable<KnowledgeRow['result']>;

/** What one family knows; parts it has nothing to say about are left out. */
export interface Family {
  readonly rows?: readonly KnowledgeRow[];
  readonly types?: readonly TypeRow[];
  readonly decorators?: readonly DecoratorRow[];
  readonly paramEntries?: readonly ParamEntryRow[];
  readonly hooks?: readonly HookRow[];
  readonly relations?: readonly RelationRow[];
}

/** Words are separated by white space, so that long lists wrap like prose. */
export function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

export function symbols(owners: string, members: string): string[] {
  return words(owners).flatMap((owner) => words(members).map((member) => (owner.includes('#') ? `${owner}.${member}` : `${owner}#${member}`)));
}

export function on(owners: string, members: string, facts: Facts): KnowledgeRow[] {
  return symbols(owners, members).map((symbol) => ({ symbol, ...facts }));
}

/** Each of `types` knows what `like` knows. */
export function alike(types: string, like: string): TypeRow[] {
  return words(types).map((type) => ({ type, like }));
}

/** Calls that touch the file or folder at this position; null for what they are called on. */
export function touch(
  owners: string,
  members: string,
  does: DiskRow['does'],
  at: number | null,
  more: Omit<DiskRow, 'symbol' | 'does' | 'at'> = {},
): DiskRow[] {
  return symbols(owners, members).map((symbol) => ({ symbol, does, at, ...more }));
}

export function decorate(module: string, names: string, entry: EntryKind, more: Omit<DecoratorRow, 'symbol' | 'entry'> = {}): DecoratorRow[] {
  return symbols(module, names).map((symbol) => ({ symbol, entry, ...more }));
}

export function takes(modules: string, names: string, entry: EntryKind, serverless?: Serverless): ParamEntryRow[] {
  return symbols(modules, names).map((symbol) => ({ symbol, entry, ...(serverless && { serverless }) }));
}

/** A framework calls these members of what has one of these types. */
export function hooks(
  modules: string,
  types: string,
  members: string,
  entry: EntryKind,
  more: Omit<HookRow, 'symbol' | 'entry' | 'members'> = {},
): HookRow[] {
  return symbols(modules, types).map((symbol) => ({ symbol, entry, members: words(members), ...more }));
}

/** A framework calls functions of these types. */
export function handlers(modules: string, types: string, entry: EntryKind, serverless?: Serverless): HookRow[] {
  return symbols(modules, types).map((symbol) => ({ symbol, entry, members: [''], ...(serverless && { serverless }) }));
}

/** Functions of these types run once, and are handed what handlers are registered at. */
export function registrars(modules: string, types: string, entry: EntryKind, handed: string): HookRow[] {
  return symbols(modules, types).map((symbol) => ({ symbol, entry, members: [], hands: [{ member: '', types: words(handed) }] }));
}

export const queryRows: Result = { kind: 'list', extent: 'table', why: 'rows of a query' };

/** One round trip to a database that reads. */
export function read(batch?: string): Facts {
  return { op: query({ access: 'read' }, batch) };
}

/** A read whose result is as long as the table lets it be, unless `cappedBy` caps it. */
export function readMany(cappedBy: string, batch?: string): Facts {
  return { op: query({ access: 'read' }, batch), result: queryRows, ...(cappedBy === '' ? {} : { cappedBy: words(cappedBy) }) };
}

/** A query whose argument at `position` lists relations under one of `options`. */
export function brings(options: string, position: number, remedy: string): { readonly brings: BringRow } {
  return { brings: { options: words(options), position, remedy } };
}

/** A query in whose chain `links` are given relations. */
export function bringsBy(links: string, remedy: string): { readonly brings: BringRow } {
  return { brings: { links: words(links), remedy } };
}

/** Asks for relations of a row, which its query could have brought along. */
export function loads(named: LoadRow['named'], more: Omit<LoadRow, 'named'> = {}): { readonly loads: LoadRow } {
  return { loads: { named, ...more } };
}

export function write(batch?: string): Facts {
  return { op: query({ access: 'write' }, batch) };
}

/** Writes many rows in one round trip. */
export const writeBulk: Facts = { op: { kind: 'query', access: 'write', bulk: true } };

/** Reads many keys in one round trip. */
export const readBulk: Facts = { op: { kind: 'query', access: 'read', bulk: true } };

/** SQL text: whether it reads or writes stands in the text. */
export const sqlText: Facts = { op: { kind: 'query', batch: 'sql-any' } };

export const request: Facts = { op: { kind: 'request', weight: 'heavy' } };

/** Makes what is meant for one use, or what lies in this process or on its disk. */
export const forOneUse: Facts = { op: { kind: 'build', weight: 'heavy' } };

/** What belongs outside of whatever runs often: a client with connections of its own, a pool, a connection, a model. */
export const client: Facts = { ...forOneUse, makes: 'client' };
export const pool: Facts = { ...forOneUse, makes: 'pool' };
export const connection: Facts = { ...forOneUse, makes: 'connection' };
export const startsProcesses: Facts = { ...forOneUse, makes: 'processes', apart: [0, 'max_workers', 'processes'] };
export const startsWorker: Facts = { ...forOneUse, makes: 'worker', apart: [1] };
export const loadsModel: Facts = { ...forOneUse, makes: 'model' };

/** Its function runs from now on, and once more for each time that it is given. */
export const listens: Facts = { listens: 'listener' };

/** As long as the file, or what it is given, is. */
export const blocking: Facts = { op: { kind: 'blocking' } };
export const heavy: Facts = { op: { kind: 'blocking', weight: 'heavy' } };
export const light: Facts = { op: { kind: 'blocking', weight: 'light' } };

/** Keeps its thread to itself for as long as it computes. */
export function computes(how: 'long' | 'document' | 'password', remedy = 'Do it in a worker.'): Facts {
  return { computes: how, remedy };
}

/** Linear searches of argument 0 that ask a callback about each element. */
export const search: Facts = { op: { kind: 'scan', on: 0 }, callbacks: 'each' };
export const scan: Facts = { op: { kind: 'scan', on: 0 } };
export const copy: Facts = { op: { kind: 'copy', on: 0 } };
/** The same row for each of these symbols, in tables that are no operations. */
export function rowsFor<const Row extends object>(symbolsOf: readonly string[], row: Row): (Row & { readonly symbol: string })[] {
  return symbolsOf.map((symbol) => ({ symbol, ...row }));
}

export const sort: Facts = { op: { kind: 'sort', on: 0 }, callbacks: 'each' };
export const each: Facts = { callbacks: 'each' };
export const later: Facts = { callbacks: 'later' };
export const laterOnLoop: Facts = { callbacks: 'later', onLoop: true };
/** Its function runs inside of a transaction of the database. */
export const inTransaction: Facts = { callbacks: 'now', holds: 'transaction' };
export const self: Facts = { returns: 'self' };
export const once: Facts = { callbacks: 'now' };

export function returns(type: string, more: Facts = {}): Facts {
  return { ...more, returns: type };
}

/** Functions given to it, in arguments or in properties of an object argument, are called by a framework. */
export function entry(kind: EntryKind, more: Facts = {}): Facts {
  return { entry: kind, callbacks: 'later', ...more };
}

function query(op: Omit<Op, 'kind' | 'batch'>, batch: string | undefined): Op {
  return { kind: 'query', ...op, ...(batch === undefined ? {} : { batch }) };
}
