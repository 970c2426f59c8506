/** Drizzle. A query runs when it is awaited: `select` carries the operation, `from`, `where`, `limit` carry none. */
import type { KnowledgeRow } from '../../../model/knowledge.ts';
import type { TableRow } from '../../../model/knowledge-tables.ts';
import { alike, type Family, inTransaction, on, queryRows, read, readMany, returns, self, sqlText, words, write, writeBulk } from '../../words.ts';

const databases = 'drizzle-orm#PgDatabase drizzle-orm#MySqlDatabase drizzle-orm#BaseSQLiteDatabase';
const inProcess = 'drizzle-orm#EmbeddedDatabase';

const pg = 'node-postgres postgres-js neon-http neon-serverless vercel-postgres pglite aws-data-api/pg xata-http bun-sql pg-proxy';
const mysql = 'mysql2 planetscale-serverless tidb-serverless mysql-proxy singlestore';
const sqlite = 'libsql d1 sqlite-proxy libsql/web libsql/node libsql/http';
/** The database is a file that this process reads: no round trip. */
const embedded = 'better-sqlite3 bun-sqlite durable-sqlite expo-sqlite op-sqlite sql-js';

const modules = (names: string): string =>
  words(names)
    .map((name) => `drizzle-orm/${name}`)
    .join(' ');
const types = (names: string, type: string): string =>
  words(names)
    .map((name) => `drizzle-orm/${name}#${type}`)
    .join(' ');

/** What every kind of database offers. */
function operationsOf(databases: string): KnowledgeRow[] {
  return [
    ...on(databases, 'select selectDistinct selectDistinctOn', { ...readMany('limit', 'drizzle-inarray'), returns: 'drizzle-orm#Select' }),
    ...on(databases, 'insert', { ...writeBulk, returns: 'drizzle-orm#Write' }),
    ...on(databases, 'update delete', { ...write(), returns: 'drizzle-orm#Write' }),
    ...on(databases, 'execute', sqlText),
    ...on(databases, 'with', self),
    ...on(databases, 'batch', { op: { kind: 'query', bulk: true } }),
    ...on(databases, '$count', read()),
    ...on(databases, 'refreshMaterializedView', write()),
    ...on(databases, 'transaction', inTransaction),
    ...on(databases, 'query.*.findMany', readMany('limit')),
    ...on(databases, 'query.*.findFirst', read('drizzle-inarray')),
  ];
}

function sqliteOperationsOf(databases: string): KnowledgeRow[] {
  return [...on(databases, 'all values', { op: { kind: 'query' }, result: queryRows }), ...on(databases, 'get run', { op: { kind: 'query' } })];
}

function withoutRoundTrip(row: KnowledgeRow): KnowledgeRow {
  return row.op?.kind === 'query' ? { ...row, op: { ...row.op, weight: 'light' } } : row;
}

const manifold = words(
  `text varchar char integer int bigint smallint mediumint serial bigserial smallserial uuid timestamp datetime date numeric decimal real double
   doublePrecision`,
);
const table = (more: string): { readonly table: TableRow; readonly returns: string } => ({
  table: { columns: 1, options: 2, keyed: true, manifold, few: ['boolean'], indexedBy: ['primaryKey', 'unique', ...words(more)] },
  returns: 'drizzle-orm#Table',
});

export const drizzle: Family = {
  rows: [
    ...on('drizzle-orm/pg-core', 'pgTable', table('')),
    ...on('drizzle-orm/sqlite-core', 'sqliteTable', table('')),
    // MySQL makes an index for what refers to another table.
    ...on('drizzle-orm/mysql-core', 'mysqlTable', table('references')),
    ...on('drizzle-orm/pg-core', 'pgSchema', returns('drizzle-orm#PgSchema')),
    ...on('drizzle-orm#PgSchema', 'table', table('')),
    // No `build`: it wraps a connection that is opened elsewhere, and on edge runtimes belongs in the handler.
    ...on(modules(pg), 'drizzle', returns('drizzle-orm#PgDatabase')),
    ...on(modules(mysql), 'drizzle', returns('drizzle-orm#MySqlDatabase')),
    ...on(modules(sqlite), 'drizzle', returns('drizzle-orm#BaseSQLiteDatabase')),
    ...on(modules(embedded), 'drizzle', returns(inProcess)),
    ...operationsOf(databases),
    ...sqliteOperationsOf('drizzle-orm#BaseSQLiteDatabase'),
    ...[...operationsOf(inProcess), ...sqliteOperationsOf(inProcess)].map(withoutRoundTrip),
    ...on('drizzle-orm#RelationalQueryBuilder', 'findMany', readMany('limit')),
    ...on('drizzle-orm#RelationalQueryBuilder', 'findFirst', read('drizzle-inarray')),
    ...on(
      'drizzle-orm#Select',
      `from where innerJoin leftJoin rightJoin fullJoin crossJoin innerJoinLateral leftJoinLateral groupBy having orderBy limit offset for as $dynamic $withCache
       union unionAll intersect except prepare all get values execute`,
      self,
    ),
    ...on(
      'drizzle-orm#Write',
      `values select overridingSystemValue set where returning $returningId onConflictDoNothing onConflictDoUpdate onDuplicateKeyUpdate from innerJoin leftJoin
       orderBy limit prepare run execute all get $dynamic`,
      self,
    ),
  ],
  types: [
    ...alike(
      `drizzle-orm/pg-core#PgDatabase drizzle-orm/pg-core#PgTransaction drizzle-orm#PgTransaction drizzle-orm#NodePgDatabase drizzle-orm#PostgresJsDatabase
      drizzle-orm#NeonDatabase drizzle-orm#NeonHttpDatabase drizzle-orm#PgliteDatabase drizzle-orm#VercelPgDatabase ${types('node-postgres', 'NodePgDatabase')}
      ${types('postgres-js', 'PostgresJsDatabase')} ${types('neon-http', 'NeonHttpDatabase')} ${types('neon-serverless', 'NeonDatabase')}
      ${types('vercel-postgres', 'VercelPgDatabase')} ${types('pglite', 'PgliteDatabase')}`,
      'drizzle-orm#PgDatabase',
    ),
    ...alike(
      `drizzle-orm/mysql-core#MySqlDatabase drizzle-orm/mysql-core#MySqlTransaction drizzle-orm#MySqlTransaction drizzle-orm#MySql2Database
      drizzle-orm#PlanetScaleDatabase ${types('mysql2', 'MySql2Database')} ${types('planetscale-serverless', 'PlanetScaleDatabase')}`,
      'drizzle-orm#MySqlDatabase',
    ),
    ...alike(
      `drizzle-orm/sqlite-core#BaseSQLiteDatabase drizzle-orm/sqlite-core#SQLiteTransaction drizzle-orm#SQLiteTransaction
      drizzle-orm#LibSQLDatabase drizzle-orm#DrizzleD1Database ${types('libsql', 'LibSQLDatabase')}
      ${types('d1', 'DrizzleD1Database')}`,
      'drizzle-orm#BaseSQLiteDatabase',
    ),
    ...alike(
      `drizzle-orm#BetterSQLite3Database ${types('better-sqlite3', 'BetterSQLite3Database')} ${types('bun-sqlite', 'BunSQLiteDatabase')}`,
      inProcess,
    ),
    ...alike(
      `drizzle-orm#PgSelectBase drizzle-orm#MySqlSelectBase drizzle-orm#SQLiteSelectBase drizzle-orm#PgSelectBuilder
      drizzle-orm#MySqlSelectBuilder drizzle-orm#SQLiteSelectBuilder`,
      'drizzle-orm#Select',
    ),
  ],
};
