/**
 * SQLAlchemy, and what Flask-SQLAlchemy and SQLModel make of it. Sessions and connections ask when they are called, and their results hand out
 * what came. Queries of the older kind (`session.query(User)`) wait until somebody needs their rows, so all that does not wait says so.
 */
import { alike, type Facts, type Family, inTransaction, on, pool, read, readMany, returns, write, writeBulk } from '../../words.ts';
import { atOnce, batched, commit, rowsAtHand, someRows, statement, waitsFor, walkedRows } from './queries.ts';

const session = 'py:sqlalchemy#orm.Session';
const maker = 'py:sqlalchemy#orm.sessionmaker';
const scoped = 'py:sqlalchemy#orm.scoped_session';
const query = 'py:sqlalchemy#orm.Query';
const dynamic = 'py:sqlalchemy#orm.AppenderQuery';
const engine = 'py:sqlalchemy#engine.Engine';
const connection = 'py:sqlalchemy#engine.Connection';
const result = 'py:sqlalchemy#engine.Result';
const scalars = 'py:sqlalchemy#engine.ScalarResult';
const asyncSession = 'py:sqlalchemy#ext.asyncio.AsyncSession';
const asyncMaker = 'py:sqlalchemy#ext.asyncio.async_sessionmaker';
const asyncScoped = 'py:sqlalchemy#ext.asyncio.async_scoped_session';
const asyncEngine = 'py:sqlalchemy#ext.asyncio.AsyncEngine';
const asyncConnection = 'py:sqlalchemy#ext.asyncio.AsyncConnection';
const asyncResult = 'py:sqlalchemy#ext.asyncio.AsyncResult';

const page: Facts = { result: { kind: 'other', extent: 'bounded', why: '`limit`', from: 'page' } };
const rows: Facts = { ...read(), ...walkedRows };
const driverSql: Facts = { ...statement, ...walkedRows, returns: result };
const executed: Facts = { ...batched(statement, 'execute-list'), ...walkedRows, returns: result };

/** It runs at once, and the thread waits. */
function waits(facts: Facts): Facts {
  return atOnce(waitsFor(facts, 'Use `AsyncSession`.'));
}

function waitsOnConnection(facts: Facts): Facts {
  return atOnce(waitsFor(facts, 'Use `create_async_engine`.'));
}

const sessions: Family = {
  rows: [
    ...on(session, 'execute', waits(executed)),
    ...on(session, 'scalars', waits(returns(scalars, rows))),
    ...on(session, 'scalar get get_one refresh merge', waits(read())),
    // What is added, or changed, is written when it is flushed; what is deleted takes what belongs to it along.
    ...on(session, 'delete flush', waits(write())),
    ...on(session, 'commit', waits(commit)),
    ...on(session, 'bulk_save_objects bulk_insert_mappings bulk_update_mappings', waits(writeBulk)),
    ...on(session, 'connection', returns(connection)),

    ...on(asyncSession, 'execute', atOnce(executed)),
    ...on(asyncSession, 'scalars', atOnce(returns(scalars, rows))),
    ...on(asyncSession, 'stream stream_scalars', atOnce(returns(asyncResult, rows))),
    ...on(asyncSession, 'scalar get get_one refresh merge', atOnce(read())),
    ...on(asyncSession, 'delete flush', atOnce(write())),
    ...on(asyncSession, 'commit', atOnce(commit)),
    ...on(asyncSession, 'connection', returns(asyncConnection)),
    // Whatever the session asks in there is awaited.
    ...on(asyncSession, 'run_sync', { callbacks: 'now', hands: [session], offloads: true }),
    ...on(asyncConnection, 'run_sync', { callbacks: 'now', hands: [connection], offloads: true }),

    // What makes sessions and what it makes go by one type: nothing is asked of both.
    ...on('py:sqlalchemy#orm', 'sessionmaker', returns(maker)),
    ...on('py:sqlalchemy#orm', 'scoped_session', returns(scoped)),
    ...on('py:sqlalchemy#ext.asyncio', 'async_sessionmaker', returns(asyncMaker)),
    ...on('py:sqlalchemy#ext.asyncio', 'async_scoped_session', returns(asyncScoped)),
    ...on(maker, 'begin', returns(session, inTransaction)),
    ...on(asyncMaker, 'begin', returns(asyncSession, inTransaction)),
  ],
  types: [
    ...alike(`${maker} ${scoped} py:sqlalchemy#orm.session.Session py:fastapi_sqlalchemy#db.session`, session),
    ...alike('py:sqlalchemy#orm.session.sessionmaker', maker),
    ...alike('py:sqlalchemy#orm.scoping.scoped_session', scoped),
    ...alike(`${asyncMaker} ${asyncScoped} py:sqlalchemy#ext.asyncio.session.AsyncSession`, asyncSession),
    ...alike('py:sqlalchemy#ext.asyncio.session.async_sessionmaker', asyncMaker),
  ],
};

const connections: Family = {
  rows: [
    ...on('py:sqlalchemy py:sqlalchemy#engine', 'create_engine engine_from_config', returns(engine, pool)),
    ...on('py:sqlalchemy#ext.asyncio', 'create_async_engine async_engine_from_config', returns(asyncEngine, pool)),
    ...on('py:sqlalchemy#ext.asyncio.engine', 'create_async_engine', returns(asyncEngine, pool)),
    ...on(engine, 'connect', returns(connection)),
    ...on(engine, 'begin', returns(connection, inTransaction)),
    ...on(asyncEngine, 'connect', returns(asyncConnection)),
    ...on(asyncEngine, 'begin', returns(asyncConnection, inTransaction)),
    ...on(`${session} ${asyncSession} ${connection} ${asyncConnection}`, 'begin begin_nested', inTransaction),

    ...on(connection, 'execute', waitsOnConnection(executed)),
    ...on(connection, 'exec_driver_sql', waitsOnConnection(driverSql)),
    ...on(connection, 'scalars', waitsOnConnection(returns(scalars, rows))),
    ...on(connection, 'scalar', waitsOnConnection(read())),
    ...on(connection, 'commit', waitsOnConnection(commit)),
    ...on(asyncConnection, 'execute', atOnce(executed)),
    ...on(asyncConnection, 'exec_driver_sql', atOnce(driverSql)),
    ...on(asyncConnection, 'scalars', atOnce(returns(scalars, rows))),
    ...on(asyncConnection, 'stream stream_scalars', atOnce(returns(asyncResult, rows))),
    ...on(asyncConnection, 'scalar', atOnce(read())),
    ...on(asyncConnection, 'commit', atOnce(commit)),
    ...on(`${connection} ${asyncConnection}`, 'execution_options', returns('self')),

    ...on(result, 'scalars', returns(scalars, walkedRows)),
    ...on(result, 'mappings tuples unique columns yield_per', returns('self', walkedRows)),
    ...on(result, 'all fetchall', rowsAtHand),
    ...on(result, 'fetchmany', someRows),
    ...on(result, 'partitions', { result: { kind: 'other', extent: 'table', why: 'batches of the rows of a query' } }),
  ],
  types: [
    ...alike('py:sqlalchemy#Engine py:sqlalchemy#engine.base.Engine', engine),
    ...alike(`${asyncEngine}.sync_engine`, engine),
    ...alike('py:sqlalchemy#Connection py:sqlalchemy#engine.base.Connection', connection),
    ...alike('py:sqlalchemy#ext.asyncio.engine.AsyncEngine', asyncEngine),
    ...alike('py:sqlalchemy#ext.asyncio.engine.AsyncConnection', asyncConnection),
    ...alike(
      `${scalars} ${asyncResult} py:sqlalchemy#Result py:sqlalchemy#CursorResult py:sqlalchemy#engine.CursorResult py:sqlalchemy#engine.MappingResult
       py:sqlalchemy#engine.result.Result py:sqlalchemy#engine.cursor.CursorResult py:sqlalchemy#ext.asyncio.AsyncScalarResult`,
      result,
    ),
    ...alike('py:sqlalchemy#ScalarResult py:sqlalchemy#engine.result.ScalarResult', scalars),
  ],
};

const described: Facts = waitsFor({ ...rows, cappedBy: ['limit', 'first'], returns: query }, 'Use `AsyncSession`.');
const paged: Facts = returns('py:flask_sqlalchemy#pagination.Pagination', read());

const queries: Family = {
  rows: [
    ...on(session, 'query', described),
    ...on(`${query} ${dynamic}`, 'filter order_by join options', described),
    ...on(`${query} ${dynamic}`, 'filter_by', { ...described, narrows: true }),
    ...on(
      query,
      `where outerjoin group_by having offset distinct with_entities add_columns add_entity select_from union union_all intersect except_ params
       from_statement populate_existing execution_options with_for_update correlate enable_eagerloads yield_per autoflush prefix_with suffix_with
       with_hint reset_joinpoint with_session set_label_style with_parent tuples`,
      described,
    ),
    ...on(`${query} ${dynamic}`, 'limit slice', { ...described, ...page }),
    ...on(`${query} ${dynamic}`, 'all', waits({ ...readMany('limit'), countedBy: 'count' })),
    ...on(`${query} ${dynamic}`, 'first one one_or_none count', waits(read())),
    ...on(query, 'scalar get', waits(read())),
    ...on(query, 'update delete', waits(write())),
    // Flask-SQLAlchemy's queries offer these, whichever of SQLAlchemy's steps were taken before.
    ...on(`${query} ${dynamic}`, 'first_or_404 one_or_404 get_or_404', waits(read())),
    ...on(`${query} ${dynamic}`, 'paginate', waits(paged)),
    // A list, or with `lazy='dynamic'` a query; what is asked here, is asked of the latter alone.
    ...on('py:sqlalchemy', 'orm.relationship orm.dynamic_loader', returns(dynamic)),

    // Classes of models, which are extended and called.
    ...on(
      'py:sqlalchemy',
      'orm.declarative_base ext.declarative.declarative_base ext.automap.automap_base',
      returns('py:sqlalchemy#orm.DeclarativeBase'),
    ),
    ...on('py:sqlalchemy#orm.registry', 'generate_base', returns('py:sqlalchemy#orm.DeclarativeBase')),
  ],
  types: [
    // `Base.query = session.query_property()`
    ...alike('py:sqlalchemy#orm.query.Query py:sqlalchemy#orm.DeclarativeBase.query', query),
    ...alike('py:sqlalchemy#orm.dynamic.AppenderQuery py:sqlalchemy#orm.DynamicMapped', dynamic),
  ],
};

const flask = 'py:flask_sqlalchemy#SQLAlchemy';

const flaskSqlalchemy: Family = {
  rows: [
    ...on(flask, 'get_or_404 first_or_404 one_or_404', waitsFor(read())),
    ...on(flask, 'paginate', waitsFor(paged)),
    ...on('py:flask_sqlalchemy#pagination.Pagination', 'items', { result: { kind: 'list', extent: 'bounded', why: 'one page', from: 'page' } }),
    ...on(flask, 'relationship dynamic_loader', returns(dynamic)),
  ],
  types: [
    ...alike(`${flask}.session py:flask_sqlalchemy#session.Session`, session),
    ...alike(`${flask}.engine`, engine),
    ...alike(`${flask}.Model.query py:flask_sqlalchemy#model.Model.query py:flask_sqlalchemy#query.Query`, query),
  ],
};

const sqlmodel: Family = {
  rows: [
    ...on('py:sqlmodel', 'create_engine', returns(engine, pool)),
    ...on('py:sqlmodel#Session', 'exec', waitsFor({ ...statement, ...walkedRows, returns: scalars }, 'Use `AsyncSession`.')),
    ...on('py:sqlmodel#ext.asyncio.session.AsyncSession', 'exec', { ...statement, ...walkedRows, returns: scalars }),
  ],
  types: [
    ...alike('py:sqlmodel#orm.session.Session', 'py:sqlmodel#Session'),
    ...alike('py:sqlmodel#Session', session),
    ...alike('py:sqlmodel#ext.asyncio.session.AsyncSession', asyncSession),
  ],
};

const parts = [sessions, connections, queries, flaskSqlalchemy, sqlmodel];

export const sqlalchemy: Family = {
  rows: parts.flatMap((part) => part.rows ?? []),
  types: parts.flatMap((part) => part.types ?? []),
};
