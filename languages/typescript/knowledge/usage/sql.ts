/** Query builders (Drizzle, Knex, Kysely, redbean-node) and drivers that take SQL as text. */
import { declared, use, wrong } from './use.ts';

const drizzleCalls: Record<string, string> = {
  'query read by drizzle-inarray → list/table ≤ limit': `
    db.«select selectDistinct selectDistinctOn»().from(users).where(eq(users.id, a))
    db.with(cte).select().from(users).leftJoin(posts, b).orderBy(users.id)`,
  'query write bulk': 'db.insert(users).values(xs).onConflictDoNothing().returning()',
  'query write': `
    db.update(users).set({ name: a }).where(eq(users.id, b))
    db.delete(users).where(eq(users.id, a))
    db.refreshMaterializedView(view)
    db.transaction(async (tx) => ▸tx.update(users).set({ name: a }))`,
  'query read by sql-any': 'db.execute("select 1")',
  'query bulk': 'db.batch([a, b])',
  'query read': 'db.$count(users)',
  'query read → list/table ≤ limit': 'db.query.users.findMany({ where: a })',
  'query read by drizzle-inarray': 'db.query.users.findFirst({ where: a })',
  once: 'db.transaction(async (tx) => f(tx))',
};
/** The same calls of a database that is a file of this process. */
const drizzleInProcess = Object.fromEntries(
  Object.entries(drizzleCalls).map(([understood, calls]) => [understood.replace(/^query( read| write)?/, '$& light'), calls]),
);
const drizzleTables = `import { users, posts, cte, view } from './schema';\nimport { eq } from 'drizzle-orm';`;

export const drizzle = [
  ...['node-postgres', 'mysql2', 'd1', 'better-sqlite3'].flatMap((driver) =>
    use(
      `import { drizzle } from 'drizzle-orm/${driver}';\n${drizzleTables}\nconst db = drizzle(process.env.DATABASE_URL!);`,
      driver === 'better-sqlite3' ? drizzleInProcess : drizzleCalls,
    ),
  ),
  ...use(
    `import { drizzle } from 'drizzle-orm/«bun-sqlite durable-sqlite expo-sqlite op-sqlite sql-js»';\nimport { users } from './schema';\nconst db = drizzle({ client: 1 });`,
    {
      'query read light by drizzle-inarray → list/table ≤ limit': 'db.select().from(users).limit(a)',
      'query light → list/table': 'db.«all values»(a)',
      'query light': 'db.«get run»(a)',
    },
  ),
  ...use(
    `import { drizzle } from 'drizzle-orm/«postgres-js neon-http neon-serverless vercel-postgres pglite aws-data-api/pg xata-http bun-sql pg-proxy planetscale-serverless tidb-serverless mysql-proxy singlestore libsql d1 sqlite-proxy libsql/web libsql/node libsql/http»';\nimport { users } from './schema';\nconst db = drizzle({ client: 1 });`,
    {
      'query read by drizzle-inarray → list/table ≤ limit': 'db.select().from(users).limit(a)',
    },
  ),
  ...use(`import { drizzle } from 'drizzle-orm/libsql';\nconst db = drizzle('file:x');`, {
    'query → list/table': 'db.«all values»(a)',
    query: 'db.«get run»(a)',
  }),
  ...[
    'node-postgres#NodePgDatabase',
    'postgres-js#PostgresJsDatabase',
    'mysql2#MySql2Database',
    'd1#DrizzleD1Database',
    'pg-core#PgTransaction',
  ].flatMap((name) => {
    const [module, type] = name.split('#');
    return use(`import type { ${type} } from 'drizzle-orm/${module}';\nimport { users } from './schema';\ndeclare const db: ${type}<any>;`, {
      'query write': 'db.update(users).set({ name: a })',
    });
  }),
  ...use(
    `import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';\nimport { users } from './schema';\ndeclare const db: BetterSQLite3Database<any>;`,
    {
      'query write light': 'db.update(users).set({ name: a })',
    },
  ),
  ...use(`import { drizzle } from 'drizzle-orm/node-postgres';\nimport { users } from './schema';\nconst db = drizzle('');`, {
    // A description of a query, until somebody waits for it.
    nothing: `const query = ▸db.select().from(users)`,
  }),
  ...declared('drizzle-orm#RelationalQueryBuilder', {
    'query read → list/table ≤ limit': 'it.findMany({})',
    'query read by drizzle-inarray': 'it.findFirst({})',
  }),
];

const knexCalls = (db: string): Record<string, string> => ({
  'query read by knex-wherein → list/table ≤ limit first': `
    ${db}('users').where({ id: a })
    ${db}.«from table into queryBuilder withSchema»('users')
    ${db}.«select column columns distinct distinctOn»('id').from('users').whereIn('id', xs).orderBy('id')
    ${db}('users').«select column columns distinct distinctOn»('id')`,
  'query read by knex-wherein': `
    ${db}('users').where({ id: a }).first()
    ${db}.first('id').from('users')`,
  'query read by knex-wherein → list/table ≤ limit': `
    ${db}('users').pluck('id')
    ${db}.pluck('id').from('users')`,
  'query read': `
    ${db}('users').«count countDistinct min max sum sumDistinct avg avgDistinct»('id')
    ${db}.«count countDistinct min max sum sumDistinct avg avgDistinct»('id').from('users')
    ${db}('users').columnInfo()
    ${db}.schema.«hasTable hasColumn»('users')`,
  'query write bulk': `
    ${db}('users').«insert upsert»(xs).onConflict('id').merge()
    ${db}.«insert upsert»(xs).into('users')
    ${db}.batchInsert('users', xs)`,
  'query write': `
    ${db}('users').where({ id: a }).«update increment decrement del delete truncate»(b)
    ${db}.«update increment decrement del delete truncate»(b).from('users')`,
  'query read by sql-any': `${db}.raw('SELECT 1')`,
  'query write by sql-any': `${db}.raw('DELETE FROM users')`,
});

export const knex = [
  ...use(`import «knex {knex}» from 'knex';`, { build: `knex({ client: 'pg' })` }),
  ...use(`import knex from 'knex';\nconst db = knex({ client: 'pg' });`, knexCalls('db')),
  ...use(`const trx = await require('knex')({ client: 'pg' }).transaction();`, knexCalls('trx')),
  ...use(
    `import type { Knex } from 'knex';\nclass Users { constructor(readonly db: Knex, readonly trx: Knex.Transaction) {} }\ndeclare const it: Users;`,
    {
      'query read by knex-wherein': `it.«db trx»('users').first()`,
      'query write': `it.db.transaction(async (trx) => ▸trx('users').update(a))`,
    },
  ),
  ...use(`import type { Knex } from 'knex';\ndeclare const query: Knex.QueryBuilder;`, {
    'query read by knex-wherein': `query.where({ id: a }).first()`,
  }),
  ...use(`import knex from 'knex';\nconst db = knex({});`, { nothing: `const query = ▸db('users').where({ id: 1 })` }),
];

export const kysely = [
  ...use(`import { Kysely, sql } from 'kysely';\nconst db = new Kysely<any>({ dialect: 1 as any });`, {
    build: 'new Kysely({ dialect: a })',
    'query read → list/table ≤ limit top fetch': `db.selectFrom('users').selectAll().where('id', '=', a).«execute stream»()`,
    'query read': `db.selectFrom('users').select('id').where('id', '=', a).«executeTakeFirst executeTakeFirstOrThrow explain»()`,
    'query write': `
      db.insertInto('users').values(xs).onConflict(f).returningAll().«execute executeTakeFirst executeTakeFirstOrThrow»()
      db.«updateTable deleteFrom replaceInto mergeInto»('users').where('id', '=', a).execute()
      (await db.startTransaction().execute()).deleteFrom('users').execute()`,
    query: 'db.executeQuery(a)',
    'query read by sql-any': 'sql`select 1`.execute(db)',
    once: 'db.transaction().execute(async (trx) => f(trx))',
    nothing: `db.selectFrom('users').selectAll()`,
  }),
  ...use(
    `import type { «Kysely Transaction» } from 'kysely';\nclass Users { constructor(private readonly db: «Kysely Transaction»<any>) {}\n all() { return this.db; } }\nconst db = new Users(1 as any).all();`,
    {
      'query read → list/table ≤ limit top fetch': `db.selectFrom('users').selectAll().execute()`,
    },
  ),
];

export const redbean = [
  ...use(`const { R } = require('redbean-node');`, {
    build: 'R.setup("sqlite", {})',
    'query read → list/table': `
      R.«find findAll»('monitor', ' active = 1 ')
      R.«getAll getCol»('SELECT * FROM monitor')`,
    'query read': `
      R.«findOne load count hasTable inspect findStream findAllStream»('monitor', a)
      R.«getRow getCell getAssoc getAllStream»('SELECT 1')`,
    'query write': `
      R.«store trash»(a)
      R.exec('UPDATE monitor SET active = 0')`,
    'query write bulk': `R.«storeAll trashAll»(xs)`,
    nothing: `R.dispense('monitor')`,
  }),
  ...use(`import { R } from 'redbean-node';\nconst trx = await R.begin();`, {
    'query read → list/table': `
      trx.«find findAll»('monitor', ' active = 1 ')
      trx.«getAll getCol»('SELECT * FROM monitor')`,
    'query read': `
      trx.«findOne load count hasTable inspect findStream findAllStream»('monitor', a)
      trx.«getRow getCell getAssoc getAllStream»('SELECT 1')`,
    'query write': `trx.«store trash exec»(a)`,
    'query write bulk': `trx.«storeAll trashAll»(xs)`,
    build: 'trx.setup("sqlite", {})',
  }),
];

export const postgres = [
  ...use(`import pg, { Pool, Client } from 'pg';\nconst pool = new Pool();\nconst client = await pool.connect();`, {
    build: `
      new Pool()
      new Client()
      new pg.«Pool Client»()
      new pg.native.«Pool Client»()`,
    'query read by sql-any': `
      pool.query('SELECT * FROM users WHERE id = $1', [a])
      client.query('SELECT 1')`,
    'query write by sql-any': `pool.query(\`INSERT INTO users VALUES (\${a})\`)`,
    'query by sql-any': 'pool.query({ text: a, values: [b] })',
  }),
  ...use(
    `import type { «Pool Client PoolClient ClientBase» } from 'pg';\nclass Users { constructor(readonly db: «Pool Client PoolClient ClientBase») {} }\ndeclare const users: Users;`,
    {
      'query read by sql-any': `users.db.query('SELECT 1')`,
    },
  ),
  ...use(`const { Pool } = require('@neondatabase/serverless');\nconst pool = new Pool();`, { 'query read by sql-any': `pool.query('SELECT 1')` }),
  ...use(`import pgPromise from 'pg-promise';\nconst pgp = pgPromise();\nconst db = pgp(process.env.DATABASE_URL!);`, {
    build: 'pgp({})',
    'query read by sql-any': `
      db.«one oneOrNone»('SELECT 1')
      db.«result multi func proc»('SELECT 1')`,
    'query read by sql-any → list/table': `db.«any many manyOrNone query»('SELECT 1')`,
    'query read by sql-any → list/table once': `db.«map each»('SELECT 1', [], f)`,
    'query write': `db.none('DELETE FROM users')`,
    once: 'db.«task taskIf tx txIf»(async (t) => f(t))',
  }),
  ...use(`import { createPool, sql } from 'slonik';\nconst pool = await createPool('postgres://');`, {
    build: `createPool('postgres://')`,
    'query read by sql-any → list/table': 'pool.«any many anyFirst manyFirst stream»(sql.unsafe`SELECT 1`)',
    'query read by sql-any': 'pool.«one oneFirst maybeOne maybeOneFirst exists query»(sql.unsafe`SELECT 1`)',
    once: 'pool.transaction(async (t) => f(t))',
  }),
  ...use(`import { createPool, sql } from 'slonik';\nconst pool = await createPool('postgres://');`, {
    'query read by sql-any': 'pool.transaction(async (tx) => ▸tx.one(sql.unsafe`SELECT 1`))',
  }),
  ...use(`import postgres from 'postgres';\nconst sql = postgres(process.env.DATABASE_URL!);`, {
    build: `postgres('')`,
    'query read by sql-any → list/table': `sql\`SELECT * FROM users WHERE id = \${a}\``,
    'query write by sql-any → list/table': `sql\`UPDATE users SET \${sql(a)}\``,
    'query by sql-any → list/table': 'sql.«unsafe file»(a)',
    // Pieces of a query, and lists for one.
    nothing: `
      const part = ▸sql\`AND id = 1\`
      sql\`SELECT \${▸sql(xs)}\``,
    once: 'sql.begin(async (sql) => f(sql))',
  }),
  ...use(`import { neon } from '@neondatabase/serverless';\nconst sql = neon(process.env.DATABASE_URL!);`, {
    'query read by sql-any → list/table': 'sql`SELECT 1`\nsql.query("SELECT 1")',
  }),
  ...use(`import { sql, createPool, createClient } from '@vercel/postgres';`, {
    'query read by sql-any': '\n    sql`SELECT 1`\n    sql.query("SELECT 1")\n    createPool().query("SELECT 1")',
    build: '«createPool createClient»()',
  }),
];

export const mysql = [
  ...use(`import mysql from '«mysql mysql2 mysql2/promise»';\nconst pool = mysql.createPool({});\nconst connection = await pool.getConnection();`, {
    build: 'mysql.«createPool createPoolCluster createConnection»({})',
    'query read by sql-any': `
      pool.«query execute»('SELECT * FROM users WHERE id = ?', [a])
      pool.promise().query('SELECT 1')
      connection.«query execute»('SELECT 1')
      mysql.createConnection({}).«query execute»('SELECT 1')`,
  }),
  ...use(
    `import type { «Pool Connection PoolConnection» } from '«mysql2/promise mysql2 mysql»';\ndeclare const db: «Pool Connection PoolConnection»;`,
    {
      'query write by sql-any': `db.query('DELETE FROM users')`,
    },
  ),
  ...declared('mysql2', { 'query read by sql-any': `it.«query execute»('SELECT 1')` }),
  ...declared('mysql2#QueryableBase mysql2#ExecutableBase mysql2#QueryableAndExecutableBase mysql#QueryFunction', {
    'query read by sql-any': `it.«query execute»('SELECT 1')`,
  }),
  ...use(`import mysql from 'promise-mysql';\nconst pool = await mysql.createPool({});`, {
    build: 'mysql.«createPool createConnection»({})',
    'query read by sql-any': `pool.query('SELECT 1')`,
  }),
  ...use(`import mariadb from 'mariadb';\nconst pool = mariadb.createPool({});\nconst connection = await pool.getConnection();`, {
    build: 'mariadb.«createPool createConnection»({})',
    'query read by sql-any → list/table': `«pool connection».«query execute»('SELECT 1')`,
    'query write bulk': `«pool connection».batch('INSERT INTO users VALUES (?)', xs)`,
  }),
  ...use(`import { connect, Client } from '@planetscale/database';\nconst connection = connect({});\nconst client = new Client({});`, {
    'query read by sql-any': `
      connection.execute('SELECT 1')
      client.execute('SELECT 1')
      client.connection().execute('SELECT 1')`,
  }),
];

export const sqlite = [
  ...use(`import Database from 'better-sqlite3';\nconst db = new Database('x.db');\nconst statement = db.prepare('SELECT 1');`, {
    build: `Database('x.db')`,
    'query read light → list/table': 'statement.«all iterate»(a)',
    'query light': 'statement.pluck().«get run»(a)',
    'query read light': `db.«exec pragma»('SELECT 1')`,
    once: 'db.transaction((rows) => f(rows))',
  }),
  ...use(`import { DatabaseSync } from 'node:sqlite';\nconst db = new DatabaseSync(':memory:');`, {
    build: `new DatabaseSync(':memory:')`,
    'query read light → list/table': `db.prepare('SELECT 1').all()`,
    'query write light': `db.exec('DELETE FROM users')`,
  }),
  ...use(`import sqlite3 from 'sqlite3';\nconst db = new sqlite3.Database('x.db');\ndeclare const statement: sqlite3.Statement;`, {
    build: `
      new sqlite3.Database('x.db')
      new sqlite3.cached.Database('x.db')`,
    'query read light → list/table once': `«db statement».all('SELECT 1')`,
    'query read light': `«db statement».«get run exec»('SELECT 1')`,
    'query read light later': `«db statement».each('SELECT 1', f)`,
  }),
  ...use(
    `import { open } from 'sqlite';\nconst db = await open({ filename: 'x.db', driver: 1 as any });\nconst statement = await db.prepare('SELECT 1');`,
    {
      build: 'open({})',
      'query read light → list/table': '«db statement».all("SELECT 1")',
      'query light': 'statement.«get run exec»(a)',
      'query read light': `db.«get run exec»('SELECT 1')`,
      'query read light later': `«db statement».each('SELECT 1', f)`,
    },
  ),
  ...use(`import { createClient } from '@libsql/client';\nconst client = createClient({});`, {
    'query read by sql-any': `
      client.execute('SELECT 1')
      (await client.transaction()).execute('SELECT 1')`,
    'query bulk': 'client.«batch executeMultiple»(xs)',
  }),
  ...use(`import { createClient } from '@libsql/«client client/web client/http»';`, { build: 'createClient({})' }),
  ...use(`import type { D1Database } from '@cloudflare/workers-types';\ndeclare const db: D1Database;`, {
    'query read by sql-any': `db.prepare('SELECT 1').bind(a).«all raw»()`,
    'query read': `db.prepare('SELECT 1').bind(a).«first run»()`,
    'query bulk': 'db.batch(xs)',
  }),
  ...use(`class Env { constructor(readonly DB: D1Database) {} }\ndeclare const env: Env;`, {
    'query read': `env.DB.prepare('SELECT 1').first()`,
    'query bulk': 'env.DB.batch(xs)',
  }),
];

export const otherSql = [
  ...use(`import sql from 'mssql';\nconst pool = new sql.ConnectionPool({});\nconst request = pool.request();`, {
    build: `
      sql.connect('')
      new sql.ConnectionPool({})`,
    'query read by sql-any': `sql.query('SELECT 1')`,
    'query read': `
      pool.«query batch»('SELECT 1')
      request.input('id', a).«query batch»('SELECT 1')`,
    query: `request.execute('procedure')`,
    'query write bulk': 'request.bulk(a)',
  }),
  ...use(`import oracledb from 'oracledb';\nimport type { Connection } from 'oracledb';\ndeclare const connection: Connection;`, {
    build: 'oracledb.«createPool getConnection»({})',
    'query read': `connection.execute('SELECT 1')`,
    'query bulk': `connection.executeMany(a, xs)`,
  }),
  ...use(`import { Client } from 'cassandra-driver';\nconst client = new Client({});`, {
    build: 'new Client({})',
    'query read': `client.execute('SELECT 1')`,
    'query write bulk': 'client.batch(xs)',
  }),
  ...use(`import { createClient } from '@clickhouse/client';\nconst client = createClient({});`, {
    build: 'createClient({})',
    query: 'client.«query exec command»({ query: a })',
    'query write bulk': 'client.insert({ values: xs })',
  }),
  ...use(
    `import neo4j from 'neo4j-driver';\nimport type { Transaction, ManagedTransaction } from 'neo4j-driver';\nconst driver = neo4j.driver('');\nconst session = driver.session();\ndeclare const tx: Transaction;\ndeclare const managed: ManagedTransaction;`,
    {
      build: `neo4j.driver('')`,
      query: `
      driver.executeQuery('MATCH (n) RETURN n')
      «session tx managed».run('MATCH (n) RETURN n')`,
      once: 'session.«executeRead executeWrite readTransaction writeTransaction»(async (tx) => f(tx))',
    },
  ),
  ...use(`import { Kysely } from 'kysely';\nconst db = new Kysely<any>({ dialect: 1 as any });`, {
    'query write': `db.transaction().execute(async (trx) => ▸trx.deleteFrom('users').execute())`,
  }),
  ...use(`import postgres from 'postgres';\nconst sql = postgres('');`, {
    'query write by sql-any → list/table': 'sql.begin(async (tx) => ▸tx`DELETE FROM users`)',
  }),
  ...use(`import { createPool, sql } from 'slonik';\nconst pool = await createPool('');`, {
    'query read by sql-any': 'pool.connect(async (connection) => ▸connection.one(sql.unsafe`SELECT 1`))',
  }),
  ...use(`import pgPromise from 'pg-promise';\nconst db = pgPromise()('');`, {
    'query read by sql-any': `db.«task tx»(async (t) => ▸t.one('SELECT 1'))`,
  }),
  ...use(`import mysql from 'mysql';\nconst pool = mysql.createPool({});`, {
    'query read by sql-any': `pool.getConnection((error, connection) => ▸connection.query('SELECT 1'))`,
  }),
];

export const sqlWrong = [
  ...wrong(
    'what a call yields can be a type, not a module',
    `const sqlite3 = require('sqlite3').verbose();\nconst db = new sqlite3.Database('x.db');`,
    `db.all('SELECT 1')`,
    'nothing',
    'query read light → list/table',
  ),
];
