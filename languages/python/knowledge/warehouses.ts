/**
 * Databases of graphs, of measurements and of whatever is to be counted: they are asked in a language of their own, mostly with text, and over a
 * network. Whether a statement reads or writes stands in it.
 */
import type { KnowledgeRow } from '../../../model/knowledge.ts';
import { alike, client, type Facts, type Family, on, returns, write, writeBulk } from '../../words.ts';
import { commit, cursor, rowsAtHand, statement, statements, waitsFor, walkedRows, walkedStatement } from './queries.ts';
import { connects, waits } from './waiting.ts';

type How = (facts: Facts) => Facts;

const awaited: How = (facts) => facts;

/** The thread waits; `remedy` names what does not make it wait. */
function unless(remedy: string): How {
  return (facts) => waitsFor(facts, remedy);
}

/** Work of a transaction is a function that is handed one, and may be run again. */
function neo4j(prefix: string, how: How): KnowledgeRow[] {
  const [driver, session, transaction, result] = ['Driver', 'Session', 'Transaction', 'Result'].map((name) => `py:neo4j#${prefix}${name}`) as [
    string,
    string,
    string,
    string,
  ];
  return [
    ...on(`py:neo4j#${prefix}GraphDatabase`, 'driver', returns(driver, client)),
    ...on(driver, 'session', returns(session)),
    ...on(driver, 'execute_query verify_connectivity', how(statement)),
    ...on(`${session} ${transaction}`, 'run', how(returns(result, { ...statement, ...walkedRows }))),
    ...on(session, 'begin_transaction', returns(transaction)),
    ...on(session, 'execute_read execute_write read_transaction write_transaction', { callbacks: 'now', hands: [transaction] }),
    ...on(transaction, 'commit', how(commit)),
    ...on(result, 'data values', rowsAtHand),
  ];
}

const graphs: Family = {
  rows: [...neo4j('', unless('Use `AsyncGraphDatabase`.')), ...neo4j('Async', awaited)],
  types: [...alike('py:neo4j#ManagedTransaction', 'py:neo4j#Transaction'), ...alike('py:neo4j#AsyncManagedTransaction', 'py:neo4j#AsyncTransaction')],
};

const influx = 'py:influxdb_client#InfluxDBClient';
const influxQueries = 'py:influxdb_client#QueryApi';
const asyncInflux = 'py:influxdb_client#client.influxdb_client_async.InfluxDBClientAsync';
const oldInflux = 'py:influxdb#InfluxDBClient';
const inAsyncInflux = unless('Use `InfluxDBClientAsync`.');

const measurements: Family = {
  rows: [
    ...on('py:influxdb_client', 'InfluxDBClient client.influxdb_client_async.InfluxDBClientAsync', client),
    ...on(influx, 'query_api', returns(influxQueries)),
    ...on(influx, 'ping health ready', waits()),
    ...on(influxQueries, 'query query_raw query_data_frame', inAsyncInflux(statement)),
    ...on(influxQueries, 'query_stream query_csv query_data_frame_stream', inAsyncInflux({ ...statement, ...walkedRows })),
    // How it writes is an option: most gather points, and send them from a thread of their own.
    ...on(influx, 'delete_api', returns('py:influxdb_client#DeleteApi')),
    ...on('py:influxdb_client#DeleteApi', 'delete', waitsFor(write())),
    ...on(asyncInflux, 'query_api', returns('py:influxdb_client#client.query_api_async.QueryApiAsync')),
    ...on('py:influxdb_client#client.query_api_async.QueryApiAsync', 'query query_raw query_data_frame', statement),
    ...on('py:influxdb_client#client.query_api_async.QueryApiAsync', 'query_stream query_data_frame_stream', { ...statement, ...walkedRows }),
    ...on(oldInflux, 'query ping', waitsFor(statement)),
    ...on(oldInflux, 'write_points', waitsFor(writeBulk)),
  ],
  types: alike('py:influxdb_client#client.influxdb_client.InfluxDBClient', influx),
};

/** Rows of what it is asked are at hand, in the shape that its name says. */
function clickhouseConnect(type: string, how: How): KnowledgeRow[] {
  return [
    ...on(type, 'query query_df query_np query_arrow raw_query command', how(statement)),
    ...on(type, 'query_rows_stream query_row_block_stream query_df_stream raw_stream', how({ ...statement, ...walkedRows })),
    ...on(type, 'insert insert_df insert_arrow raw_insert', how(writeBulk)),
    ...on(type, 'ping', how(statement)),
  ];
}

const clickhouse = 'py:clickhouse_driver#Client';
const clickhouseClient = 'py:clickhouse_connect#driver.client.Client';
const asyncClickhouse = 'py:clickhouse_connect#driver.asyncclient.AsyncClient';
const inAsyncClickhouse = 'Use `clickhouse_connect.get_async_client`.';
const snowflake = 'py:snowflake#connector.SnowflakeConnection';
const snowflakeCursor = 'py:snowflake#connector.cursor.SnowflakeCursor';

const columnStores: Family = {
  rows: [
    ...on('py:clickhouse_connect', 'get_client create_client', returns(clickhouseClient, connects(inAsyncClickhouse))),
    ...on('py:clickhouse_connect', 'get_async_client create_async_client', returns(asyncClickhouse, client)),
    ...clickhouseConnect(clickhouseClient, unless(inAsyncClickhouse)),
    ...clickhouseConnect(asyncClickhouse, awaited),

    ...on(clickhouse, 'from_url', returns(clickhouse)),
    ...on(clickhouse, 'execute query_dataframe execute_with_progress', waitsFor(statement)),
    ...on(clickhouse, 'execute_iter', waitsFor({ ...statement, ...walkedRows })),
    ...on(clickhouse, 'insert_dataframe', waitsFor(writeBulk)),
    ...on('py:clickhouse_driver', 'connect dbapi.connect', returns('py:clickhouse_driver#dbapi.connection.Connection', client)),
    ...on('py:clickhouse_driver#dbapi.connection.Connection', 'cursor', returns('py:clickhouse_driver#dbapi.cursor.Cursor')),
    ...cursor('py:clickhouse_driver#dbapi.cursor.Cursor', waitsFor),

    ...on('py:snowflake', 'connector.connect', returns(snowflake, connects())),
    ...on(snowflake, 'cursor', returns(snowflakeCursor)),
    ...on(snowflake, 'commit', waitsFor(write())),
    ...on(snowflake, 'execute_string', waitsFor(statements)),
    ...cursor(snowflakeCursor, waitsFor, walkedStatement),
    // It is asked later whether it is done.
    ...on(snowflakeCursor, 'execute_async', waitsFor(statement)),
    ...on('py:snowflake', 'connector.pandas_tools.write_pandas', waitsFor(writeBulk)),
  ],
  types: [
    ...alike('py:clickhouse_driver#client.Client', clickhouse),
    ...alike('py:clickhouse_connect#driver.Client py:clickhouse_connect#driver.httpclient.HttpClient', clickhouseClient),
    ...alike('py:clickhouse_connect#driver.AsyncClient', asyncClickhouse),
    ...alike('py:snowflake#connector.connection.SnowflakeConnection', snowflake),
    ...alike('py:snowflake#connector.DictCursor py:snowflake#connector.cursor.DictCursor', snowflakeCursor),
  ],
};

const bigQuery = 'py:google#cloud.bigquery.Client';
const bigQueryJob = 'py:google#cloud.bigquery.QueryJob';
const inBigQuery = waitsFor(statement, 'Run it, and what asks for its rows, with `asyncio.to_thread`.');

const warehouse: Family = {
  rows: [
    ...on('py:google#cloud.bigquery', 'Client', client),
    // A call starts a job. Who asks for its rows waits until it is done, and that is the same query.
    ...on(bigQuery, 'query', { ...inBigQuery, ...walkedRows, returns: bigQueryJob }),
    ...on(bigQuery, 'query_and_wait', waitsFor({ ...statement, ...walkedRows })),
    ...on(bigQueryJob, 'result', walkedRows),
    ...on(bigQueryJob, 'to_dataframe', returns('py:pandas#DataFrame')),
    ...on(bigQuery, 'insert_rows insert_rows_json insert_rows_from_dataframe', waitsFor(writeBulk)),
    ...on(
      bigQuery,
      `load_table_from_uri load_table_from_file load_table_from_json load_table_from_dataframe extract_table copy_table get_table create_table
       update_table delete_table get_dataset create_dataset delete_dataset get_job cancel_job`,
      waits(),
    ),
    ...on(bigQuery, 'list_rows', { ...waits(), ...walkedRows, cappedBy: ['max_results'] }),
    ...on(bigQuery, 'list_tables list_datasets list_jobs', {
      ...waits(),
      result: { kind: 'other', extent: 'table', why: 'what is kept in a warehouse' },
      cappedBy: ['max_results'],
    }),
  ],
  types: [...alike('py:google#cloud.bigquery.client.Client', bigQuery), ...alike('py:google#cloud.bigquery.job.QueryJob', bigQueryJob)],
};

const parts = [graphs, measurements, columnStores, warehouse];

export const warehouses: Family = {
  rows: parts.flatMap((part) => part.rows ?? []),
  types: parts.flatMap((part) => part.types ?? []),
};
