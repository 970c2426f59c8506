/**
 * Drivers that take SQL as text. Whether a statement reads or writes stands in its text, so most rows leave `access` open.
 * SQLite runs inside the process: a statement is no network hop, so those are `light`.
 */
import {
  alike,
  client,
  connection,
  entry,
  type Facts,
  type Family,
  forOneUse,
  inTransaction,
  on,
  pool,
  queryRows,
  returns,
  self,
  sqlText,
} from '../../words.ts';

const sql: Facts = { op: { kind: 'query', batch: 'sql-any' }, result: queryRows };
const one: Facts = { op: { kind: 'query', access: 'read', batch: 'sql-any' } };
const many: Facts = { op: { kind: 'query', access: 'read', batch: 'sql-any' }, result: queryRows };
const statement: Facts = { op: { kind: 'query' } };
const embedded: Facts = { op: { kind: 'query', weight: 'light' } };
const embeddedRows: Facts = { op: { kind: 'query', access: 'read', weight: 'light' }, result: queryRows };

const pg: Family = {
  rows: [
    ...on('pg', 'Pool Client native.Pool native.Client', pool),
    ...on('pg#Pool', 'connect', returns('pg#PoolClient')),
    ...on('pg#ClientBase pg#Pool', 'query', returns('pg#QueryResult', sqlText)),
    // Properties, not calls: what reading them yields.
    ...on('pg#QueryResult', 'rows', { result: queryRows }),

    ...on('pg-promise', 'default', returns('pg-promise#IMain')),
    ...on('pg-promise#IMain', 'default', returns('pg-promise#IDatabase')),
    ...on('pg-promise', 'IMain', returns('pg-promise#IDatabase', pool)),
    ...on('pg-promise#IDatabase', 'one oneOrNone', one),
    ...on('pg-promise#IDatabase', 'any many manyOrNone', many),
    ...on('pg-promise#IDatabase', 'query', sql),
    ...on('pg-promise#IDatabase', 'result multi func proc', sqlText),
    ...on('pg-promise#IDatabase', 'none', { op: { kind: 'query', access: 'write' } }),
    ...on('pg-promise#IDatabase', 'map each', { ...many, callbacks: 'now' }),
    ...on('pg-promise#IDatabase', 'task taskIf tx txIf', { callbacks: 'now', hands: ['self'] }),

    ...on('slonik', 'createPool', returns('slonik#DatabasePool', pool)),
    ...on('slonik#CommonQueryMethods', 'any many anyFirst manyFirst stream', many),
    ...on('slonik#CommonQueryMethods', 'one oneFirst maybeOne maybeOneFirst exists', one),
    ...on('slonik#CommonQueryMethods', 'query', returns('pg#QueryResult', sqlText)),
    ...on('slonik#CommonQueryMethods', 'transaction', { ...inTransaction, hands: ['self'] }),
    ...on('slonik#CommonQueryMethods', 'connect', { callbacks: 'now', hands: ['self'] }),

    ...on('postgres', 'default', returns('postgres#Sql', pool)),
    // The value itself is called, as a template tag: sql`select …`.
    ...on('postgres', 'Sql', sql),
    ...on('postgres#Sql', 'unsafe file', sql),
    ...on('postgres#Sql', 'begin savepoint', { ...inTransaction, hands: ['postgres#Sql'] }),
    ...on('postgres#Sql', 'listen subscribe', entry('message')),
    ...on('postgres#Sql', 'reserve', returns('postgres#Sql')),

    ...on('@neondatabase/serverless', 'neon', returns('@neondatabase/serverless#NeonQueryFunction')),
    ...on('@neondatabase/serverless', 'NeonQueryFunction', sql),
    ...on('@neondatabase/serverless#NeonQueryFunction', 'query', sql),
    ...on('@neondatabase/serverless#NeonQueryFunction', 'transaction', { callbacks: 'now' }),
    ...on('@vercel/postgres', 'sql sql.query', returns('pg#QueryResult', sqlText)),
    ...on('@vercel/postgres', 'createPool createClient', returns('pg#Pool', pool)),
  ],
  types: [
    ...alike('pg#Client pg#PoolClient pg#native.Client', 'pg#ClientBase'),
    ...alike('pg#native.Pool pg-pool#default @neondatabase/serverless#Pool @types/pg#Pool', 'pg#Pool'),
    ...alike('@neondatabase/serverless#Client @neondatabase/serverless#PoolClient', 'pg#ClientBase'),
    ...alike('pg#QueryArrayResult pg#Result', 'pg#QueryResult'),
    ...alike('postgres#ISql postgres#TransactionSql postgres#ReservedSql postgres#default.Sql', 'postgres#Sql'),
    ...alike('pg-promise#ITask pg-promise#IBaseProtocol', 'pg-promise#IDatabase'),
    ...alike(
      'slonik#DatabasePool slonik#DatabasePoolConnection slonik#DatabaseTransactionConnection slonik#DatabaseConnection',
      'slonik#CommonQueryMethods',
    ),
  ],
};

const mysql: Family = {
  rows: [
    ...on('mysql mysql2 mysql2/promise', 'createPool createPoolCluster', returns('mysql2#Pool', pool)),
    ...on('mysql mysql2 mysql2/promise', 'createConnection', returns('mysql2#Connection', connection)),
    ...on('promise-mysql', 'createPool createConnection', returns('mysql2#Pool', connection)),
    ...on('mysql2#Pool', 'getConnection', returns('mysql2#Connection', { hands: [null, 'mysql2#Connection'] })),
    ...on('mysql2#Pool mysql2#Connection', 'promise', self),
    // What they yield is a pair of rows and fields.
    ...on('mysql2#Pool mysql2#Connection', 'query execute', sqlText),
    // The checker names the mix-ins that declare them, or no type at all.
    ...on('mysql2', 'query execute', sqlText),
    ...on('mysql2#QueryableBase mysql2#ExecutableBase mysql2#QueryableAndExecutableBase mysql#QueryFunction', 'query execute', sqlText),

    ...on('mariadb', 'createPool createConnection', returns('mariadb#Pool', connection)),
    ...on('mariadb#Pool', 'getConnection', returns('mariadb#Connection')),
    ...on('mariadb#Pool mariadb#Connection', 'query execute', sql),
    ...on('mariadb#Pool mariadb#Connection', 'batch', { op: { kind: 'query', bulk: true } }),

    ...on('@planetscale/database', 'connect', returns('@planetscale/database#Connection')),
    ...on('@planetscale/database#Client', 'connection', returns('@planetscale/database#Connection')),
    ...on('@planetscale/database#Client @planetscale/database#Connection', 'execute', returns('pg#QueryResult', sqlText)),
    ...on('@planetscale/database#Client @planetscale/database#Connection', 'transaction', inTransaction),
  ],
  types: [
    ...alike('mysql2/promise#Pool mysql#Pool promise-mysql#Pool mysql2#PromisePool', 'mysql2#Pool'),
    ...alike(
      `mysql2/promise#Connection mysql2/promise#PoolConnection mysql#Connection mysql#PoolConnection mysql2#PoolConnection
      promise-mysql#Connection promise-mysql#PoolConnection`,
      'mysql2#Connection',
    ),
    ...alike('mariadb#PoolConnection', 'mariadb#Connection'),
  ],
};

const sqlite: Family = {
  rows: [
    ...on('better-sqlite3', 'default', returns('better-sqlite3#Database', forOneUse)),
    ...on('better-sqlite3#Database', 'prepare', returns('better-sqlite3#Statement')),
    ...on('better-sqlite3#Database', 'exec pragma', embedded),
    ...on('better-sqlite3#Database', 'transaction', { callbacks: 'now' }),
    ...on('better-sqlite3#Statement', 'all iterate', embeddedRows),
    ...on('better-sqlite3#Statement', 'get run', embedded),
    ...on('better-sqlite3#Statement', 'pluck expand raw bind safeIntegers', self),

    ...on('sqlite3', 'Database cached.Database', forOneUse),
    ...on('sqlite3#Database', 'prepare', returns('sqlite3#Statement')),
    ...on('sqlite3#Database sqlite3#Statement', 'all', { ...embeddedRows, callbacks: 'now' }),
    ...on('sqlite3#Database sqlite3#Statement', 'get run exec', embedded),
    ...on('sqlite3#Database sqlite3#Statement', 'each', { ...embedded, callbacks: 'later' }),
    ...on('sqlite', 'open', returns('sqlite#Database', forOneUse)),
    ...on('sqlite#Database', 'prepare', returns('sqlite#Statement')),
    ...on('sqlite#Database sqlite#Statement', 'all', embeddedRows),
    ...on('sqlite#Database sqlite#Statement', 'get run exec', embedded),
    ...on('sqlite#Database sqlite#Statement', 'each', { ...embedded, callbacks: 'later' }),
    // The namespace `sqlite` belongs to the npm package and, as `node:sqlite`, to Node.
    ...on('sqlite', 'DatabaseSync', forOneUse),
    ...on('sqlite#DatabaseSync', 'prepare', returns('better-sqlite3#Statement')),
    ...on('sqlite#DatabaseSync', 'exec', embedded),

    ...on('@libsql/client @libsql/client/web @libsql/client/http', 'createClient', returns('@libsql/client#Client', forOneUse)),
    ...on('@libsql/client#Client', 'transaction', returns('@libsql/client#Transaction')),
    ...on('@libsql/client#Client', 'execute', returns('pg#QueryResult', sqlText)),
    ...on('@libsql/client#Client', 'batch executeMultiple', { op: { kind: 'query', bulk: true } }),
    ...on('global#D1Database @cloudflare/workers-types#D1Database', 'prepare', returns('@cloudflare/workers-types#D1PreparedStatement')),
    ...on('global#D1Database @cloudflare/workers-types#D1Database', 'batch', { op: { kind: 'query', bulk: true } }),
    ...on('@cloudflare/workers-types#D1PreparedStatement', 'bind', self),
    ...on('@cloudflare/workers-types#D1PreparedStatement', 'all raw', sqlText),
    ...on('@cloudflare/workers-types#D1PreparedStatement', 'first run', statement),
  ],
  types: [
    ...alike('better-sqlite3#default better-sqlite3#BetterSqlite3.Database better-sqlite3#default.Database', 'better-sqlite3#Database'),
    ...alike('better-sqlite3#BetterSqlite3.Statement sqlite#StatementSync', 'better-sqlite3#Statement'),
    ...alike('@libsql/client#Transaction', '@libsql/client#Client'),
    ...alike('global#D1PreparedStatement', '@cloudflare/workers-types#D1PreparedStatement'),
  ],
};

const others: Family = {
  rows: [
    // Who connects again is given the pool that there is.
    ...on('mssql', 'connect', forOneUse),
    ...on('mssql', 'ConnectionPool', pool),
    ...on('mssql', 'query', returns('mssql#IResult', sqlText)),
    ...on('mssql#ConnectionPool mssql#Transaction', 'request', returns('mssql#Request')),
    ...on('mssql#ConnectionPool mssql#Request', 'query batch', { ...statement, returns: 'mssql#IResult' }),
    ...on('mssql#Request', 'execute', statement),
    ...on('mssql#Request', 'input output', self),
    ...on('mssql#Request', 'bulk', { op: { kind: 'query', access: 'write', bulk: true } }),
    ...on('mssql#IResult', 'recordset', { result: queryRows }),
    ...on('oracledb', 'createPool', pool),
    ...on('oracledb', 'getConnection', forOneUse),
    ...on('oracledb#Pool', 'getConnection', returns('oracledb#Connection')),
    ...on('oracledb#Connection', 'execute', statement),
    ...on('oracledb#Connection', 'executeMany', { op: { kind: 'query', bulk: true } }),
    ...on('cassandra-driver', 'Client', pool),
    ...on('cassandra-driver#Client', 'execute', statement),
    ...on('cassandra-driver#Client', 'batch', { op: { kind: 'query', access: 'write', bulk: true } }),
    ...on('@clickhouse/client', 'createClient', returns('@clickhouse/client#ClickHouseClient', client)),
    ...on('@clickhouse/client#ClickHouseClient', 'query exec command', statement),
    ...on('@clickhouse/client#ClickHouseClient', 'insert', { op: { kind: 'query', access: 'write', bulk: true } }),
    ...on('neo4j-driver', 'driver', returns('neo4j-driver#Driver', pool)),
    ...on('neo4j-driver#Driver', 'session', returns('neo4j-driver#Session')),
    ...on('neo4j-driver#Driver', 'executeQuery', statement),
    ...on('neo4j-driver#Session neo4j-driver#Transaction neo4j-driver#ManagedTransaction', 'run', statement),
    ...on('neo4j-driver#Session', 'executeRead executeWrite readTransaction writeTransaction', { callbacks: 'now' }),
  ],
  types: [...alike('oracledb#default', 'oracledb#Pool')],
};

export const sqlDrivers: Family = {
  rows: [pg, mysql, sqlite, others].flatMap((family) => family.rows ?? []),
  types: [pg, mysql, sqlite, others].flatMap((family) => family.types ?? []),
};
