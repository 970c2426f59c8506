/**
 * Drivers that take SQL as text, most of them behind the database interface of Python: connections make cursors, cursors execute. Whether a
 * statement reads or writes stands in its text, so most rows leave `access` open. SQLite and DuckDB run inside the process: a statement is no
 * network hop.
 */
import type { KnowledgeRow } from '../../../model/knowledge.ts';
import { alike, connection, type Facts, type Family, forOneUse, inTransaction, on, pool, readMany, returns, write, writeBulk } from '../../words.ts';
import { batched, commit, cursor, inProcess, rowsAtHand, someRows, statement, statements, waitsFor, walkedRows, walkedStatement } from './queries.ts';
import { connects } from './waiting.ts';

type How = (facts: Facts) => Facts;

/** Statements that yield all of their rows, or that are walked. */
const fetched: Facts = { ...statement, ...rowsAtHand };
const walked: Facts = { ...statement, ...walkedRows };

const awaited: How = (facts) => facts;

/** The thread waits; `remedy` names what does not make it wait. */
function waits(remedy: string): How {
  return (facts) => waitsFor(facts, remedy);
}

/** What connections do, and the cursors that they make. */
function driver(connection: string, cursors: string, how: How, execute = statement): KnowledgeRow[] {
  return [...on(connection, 'cursor', returns(cursors)), ...on(connection, 'commit', how(commit)), ...cursor(cursors, how, execute)];
}

const sqliteConnection = 'py:sqlite3#Connection';
const sqliteCursor = 'py:sqlite3#Cursor';
const sqlite: How = (facts) => waitsFor(inProcess(facts), 'Use `aiosqlite`.');
const aiosqlite = 'py:aiosqlite#Connection';
const duckdb = 'py:duckdb#DuckDBPyConnection';
const duck: How = (facts) => waitsFor(inProcess(facts));

const embedded: Family = {
  rows: [
    ...on('py:sqlite3', 'connect', returns(sqliteConnection, forOneUse)),
    ...on(sqliteConnection, 'cursor', returns(sqliteCursor)),
    ...on(sqliteConnection, 'execute', sqlite(returns(sqliteCursor, walked))),
    ...on(sqliteConnection, 'executemany executescript', sqlite(statements)),
    ...on(sqliteConnection, 'commit', sqlite(commit)),
    ...cursor(sqliteCursor, sqlite, walkedStatement),
    ...on(sqliteCursor, 'executescript', sqlite(statements)),

    ...on('py:aiosqlite', 'connect', returns(aiosqlite, forOneUse)),
    ...on(aiosqlite, 'cursor', returns('py:aiosqlite#Cursor')),
    ...on(aiosqlite, 'execute', inProcess(returns('py:aiosqlite#Cursor', walked))),
    ...on(aiosqlite, 'execute_fetchall', inProcess(fetched)),
    ...on(aiosqlite, 'execute_insert', inProcess(write())),
    ...on(aiosqlite, 'executemany executescript', inProcess(statements)),
    ...on(aiosqlite, 'commit', inProcess(commit)),
    ...cursor('py:aiosqlite#Cursor', inProcess, walkedStatement),

    ...on('py:duckdb', 'connect', returns(duckdb, forOneUse)),
    ...on(duckdb, 'cursor', returns('self')),
    ...on(`py:duckdb ${duckdb}`, 'execute sql query', duck(returns(duckdb, walked))),
    ...on(`py:duckdb ${duckdb}`, 'executemany', duck(statements)),
    ...on(duckdb, 'fetchall', rowsAtHand),
    ...on(duckdb, 'fetchmany', someRows),
  ],
  types: alike('py:sqlite3#dbapi2.Connection', sqliteConnection),
};

const psycopg2 = 'py:psycopg2#extensions.connection';
const psycopg2Cursor = 'py:psycopg2#extensions.cursor';
const inAsyncpg = waits('Use `asyncpg`.');
const psycopg = 'py:psycopg#Connection';
const asyncPsycopg = 'py:psycopg#AsyncConnection';
const inAsyncConnection = waits('Use `AsyncConnection`.');
const asyncpg = 'py:asyncpg#Connection';
const asyncpgPool = 'py:asyncpg#Pool';
const asyncpgStatement = 'py:asyncpg#prepared_stmt.PreparedStatement';

const postgres: Family = {
  rows: [
    ...on('py:psycopg2', 'connect', returns(psycopg2, connects('Use `asyncpg`.'))),
    ...driver(psycopg2, psycopg2Cursor, inAsyncpg, batched(statement, 'execute-batch')),
    ...on(psycopg2Cursor, 'callproc', inAsyncpg(statement)),
    ...on(psycopg2Cursor, 'copy_from copy_expert', inAsyncpg(writeBulk)),
    ...on(psycopg2Cursor, 'copy_to', inAsyncpg(readMany(''))),
    ...on('py:psycopg2#extras', 'execute_values execute_batch', inAsyncpg(writeBulk)),
    ...on('py:psycopg2#pool', 'SimpleConnectionPool ThreadedConnectionPool', pool),
    ...on('py:psycopg2#pool.AbstractConnectionPool', 'getconn', returns(psycopg2)),

    ...on(`py:psycopg ${psycopg}`, 'connect', returns(psycopg, connects('Use `AsyncConnection`.'))),
    ...on(asyncPsycopg, 'connect', returns(asyncPsycopg, connection)),
    ...driver(psycopg, 'py:psycopg#Cursor', inAsyncConnection, batched(walkedStatement, 'execute-many')),
    ...driver(asyncPsycopg, 'py:psycopg#AsyncCursor', awaited, batched(walkedStatement, 'execute-many')),
    ...on(psycopg, 'execute', inAsyncConnection(returns('py:psycopg#Cursor', walked))),
    ...on(asyncPsycopg, 'execute', returns('py:psycopg#AsyncCursor', walked)),
    ...on('py:psycopg#Cursor', 'stream', inAsyncConnection(walked)),
    ...on('py:psycopg#AsyncCursor', 'stream', walked),
    ...on('py:psycopg#Cursor', 'copy', inAsyncConnection(statements)),
    ...on('py:psycopg#AsyncCursor', 'copy', statements),
    ...on('py:psycopg_pool', 'ConnectionPool NullConnectionPool AsyncConnectionPool AsyncNullConnectionPool', pool),
    ...on('py:psycopg_pool#ConnectionPool', 'connection getconn', returns(psycopg)),
    ...on('py:psycopg_pool#AsyncConnectionPool', 'connection getconn', returns(asyncPsycopg)),

    ...on('py:asyncpg', 'connect', returns(asyncpg, connection)),
    ...on('py:asyncpg', 'create_pool', returns(asyncpgPool, pool)),
    ...on(asyncpgPool, 'acquire', returns(asyncpg)),
    ...on(`${asyncpg} ${psycopg} ${asyncPsycopg}`, 'transaction', inTransaction),
    ...on(asyncpg, 'execute', batched(statement, 'execute-many-spread')),
    ...on(asyncpg, 'executemany', statements),
    ...on(`${asyncpg} ${asyncpgStatement}`, 'fetch', fetched),
    ...on(`${asyncpg} ${asyncpgStatement}`, 'fetchrow fetchval', statement),
    ...on(`${asyncpg} ${asyncpgStatement}`, 'fetchmany', statements),
    ...on(asyncpgStatement, 'executemany', statements),
    ...on(`${asyncpg} ${asyncpgStatement}`, 'cursor', walked),
    ...on(asyncpg, 'prepare', returns(asyncpgStatement, statement)),
    ...on(asyncpg, 'copy_records_to_table copy_to_table', writeBulk),
    ...on(asyncpg, 'copy_from_query copy_from_table', readMany('')),

    ...on('py:aiopg', 'connect', returns('py:aiopg#Connection', connection)),
    ...on('py:aiopg', 'create_pool', returns('py:aiopg#Pool', pool)),
    ...on('py:aiopg#Pool', 'acquire', returns('py:aiopg#Connection')),
    ...on('py:aiopg#Pool', 'cursor', returns('py:aiopg#Cursor')),
    ...driver('py:aiopg#Connection', 'py:aiopg#Cursor', awaited),
    ...on('py:aiopg#Cursor', 'callproc', statement),
  ],
  types: [
    ...alike('py:psycopg2#extras.DictCursor py:psycopg2#extras.RealDictCursor py:psycopg2#extras.NamedTupleCursor', psycopg2Cursor),
    ...alike('py:psycopg2#pool.SimpleConnectionPool py:psycopg2#pool.ThreadedConnectionPool', 'py:psycopg2#pool.AbstractConnectionPool'),
    ...alike('py:psycopg#ServerCursor py:psycopg#ClientCursor', 'py:psycopg#Cursor'),
    ...alike('py:psycopg#AsyncServerCursor py:psycopg#AsyncClientCursor', 'py:psycopg#AsyncCursor'),
    ...alike('py:psycopg_pool#NullConnectionPool', 'py:psycopg_pool#ConnectionPool'),
    ...alike('py:psycopg_pool#AsyncNullConnectionPool', 'py:psycopg_pool#AsyncConnectionPool'),
    // A pool does what its connections do.
    ...alike(`${asyncpgPool} py:asyncpg#connection.Connection py:asyncpg#pool.PoolConnectionProxy`, asyncpg),
    ...alike('py:asyncpg#pool.Pool', asyncpgPool),
  ],
};

const pymysql = 'py:pymysql#connections.Connection';
const pymysqlCursor = 'py:pymysql#cursors.Cursor';
const mysqldb = 'py:MySQLdb#connections.Connection';
const mysqldbCursor = 'py:MySQLdb#cursors.Cursor';
const connector = 'py:mysql#connector.connection.MySQLConnection';
const connectorPool = 'py:mysql#connector.pooling.MySQLConnectionPool';
const asyncConnector = 'py:mysql#connector.aio.MySQLConnection';
const inAiomysql = waits('Use `aiomysql`.');
/** Their `executemany` makes one statement of inserts, and sends others one after the other. */
const gathersInserts = batched(statement, 'execute-many-inserts');

const mysql: Family = {
  rows: [
    ...on('py:pymysql', 'connect Connect Connection', returns(pymysql, connects('Use `aiomysql`.'))),
    ...driver(pymysql, pymysqlCursor, inAiomysql, gathersInserts),
    ...on('py:MySQLdb', 'connect Connect Connection', returns(mysqldb, connects('Use `aiomysql`.'))),
    ...driver(mysqldb, mysqldbCursor, inAiomysql, gathersInserts),

    ...on('py:mysql#connector', 'connect Connect MySQLConnection', returns(connector, connects('Use `mysql.connector.aio`.'))),
    ...on('py:mysql#connector', 'pooling.MySQLConnectionPool', pool),
    ...on(connectorPool, 'get_connection', returns(connector)),
    ...driver(connector, 'py:mysql#connector.cursor.MySQLCursor', waits('Use `mysql.connector.aio`.'), gathersInserts),
    ...on('py:mysql#connector.aio', 'connect', returns(asyncConnector, connection)),
    ...driver(asyncConnector, 'py:mysql#connector.aio.cursor.MySQLCursor', awaited, gathersInserts),

    ...on('py:aiomysql', 'connect', returns('py:aiomysql#Connection', connection)),
    ...on('py:aiomysql', 'create_pool', returns('py:aiomysql#Pool', pool)),
    ...on('py:aiomysql#Pool', 'acquire', returns('py:aiomysql#Connection')),
    ...driver('py:aiomysql#Connection', 'py:aiomysql#Cursor', awaited, gathersInserts),

    ...on(`${pymysqlCursor} ${mysqldbCursor} py:mysql#connector.cursor.MySQLCursor`, 'callproc', inAiomysql(statement)),
    ...on('py:mysql#connector.aio.cursor.MySQLCursor py:aiomysql#Cursor', 'callproc', statement),
  ],
  types: [
    ...alike('py:pymysql#Connection', pymysql),
    ...alike('py:pymysql#cursors.DictCursor py:pymysql#cursors.SSCursor', pymysqlCursor),
    ...alike('py:MySQLdb#cursors.DictCursor', mysqldbCursor),
    ...alike('py:mysql#connector.MySQLConnection py:mysql#connector.pooling.PooledMySQLConnection', connector),
    ...alike('py:aiomysql#DictCursor', 'py:aiomysql#Cursor'),
  ],
};

const oracle = 'py:oracledb#Connection';
const asyncOracle = 'py:oracledb#AsyncConnection';
const inAsyncOracle = waits('Use `oracledb.connect_async`.');
const odbc = 'py:pyodbc#Connection';
const odbcWaits = waits('Use `aioodbc`.');
const databases = 'py:databases#Database';

const others: Family = {
  rows: [
    ...on('py:oracledb py:cx_Oracle', 'connect', returns(oracle, connects('Use `oracledb.connect_async`.'))),
    ...on('py:oracledb', 'create_pool', returns('py:oracledb#ConnectionPool', pool)),
    ...on('py:cx_Oracle', 'SessionPool', returns('py:oracledb#ConnectionPool', pool)),
    ...on('py:oracledb#ConnectionPool', 'acquire', returns(oracle)),
    ...driver(oracle, 'py:oracledb#Cursor', inAsyncOracle, walkedStatement),
    ...on('py:oracledb#Cursor', 'callproc callfunc', inAsyncOracle(statement)),
    ...on('py:oracledb', 'connect_async', returns(asyncOracle, connection)),
    ...on('py:oracledb', 'create_pool_async', returns('py:oracledb#AsyncConnectionPool', pool)),
    ...on('py:oracledb#AsyncConnectionPool', 'acquire', returns(asyncOracle)),
    ...driver(asyncOracle, 'py:oracledb#AsyncCursor', awaited),
    ...on(`${asyncOracle} py:oracledb#AsyncCursor`, 'callproc callfunc', statement),
    ...on(asyncOracle, 'execute', statement),
    ...on(asyncOracle, 'executemany', statements),
    ...on(asyncOracle, 'fetchall', fetched),
    ...on(asyncOracle, 'fetchone fetchmany', statement),

    ...on('py:pyodbc', 'connect', returns(odbc, connects('Use `aioodbc`.'))),
    ...driver(odbc, 'py:pyodbc#Cursor', odbcWaits, walkedStatement),
    ...on(odbc, 'execute', odbcWaits(returns('py:pyodbc#Cursor', walked))),

    ...on('py:aioodbc', 'connect', returns('py:aioodbc#Connection', connection)),
    ...on('py:aioodbc', 'create_pool', returns('py:aioodbc#Pool', pool)),
    ...on('py:aioodbc#Pool', 'acquire', returns('py:aioodbc#Connection')),
    ...driver('py:aioodbc#Connection', 'py:aioodbc#Cursor', awaited),
    ...on('py:aioodbc#Connection', 'execute', returns('py:aioodbc#Cursor', statement)),

    ...on('py:databases', 'Database', pool),
    ...on(databases, 'connection', returns(databases)),
    ...on(databases, 'execute', statement),
    ...on(databases, 'execute_many', statements),
    ...on(databases, 'fetch_all', fetched),
    ...on(databases, 'fetch_one fetch_val', statement),
    ...on(databases, 'iterate', walked),
  ],
  types: [
    ...alike('py:cx_Oracle#Connection', oracle),
    ...alike('py:cx_Oracle#Cursor', 'py:oracledb#Cursor'),
    ...alike('py:cx_Oracle#SessionPool', 'py:oracledb#ConnectionPool'),
    ...alike('py:databases#core.Database py:databases#core.Connection', databases),
  ],
};

const parts = [embedded, postgres, mysql, others];

export const sqlDrivers: Family = {
  rows: parts.flatMap((part) => part.rows ?? []),
  types: parts.flatMap((part) => part.types ?? []),
};
