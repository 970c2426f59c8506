/**
 * Other mappers of objects to rows and documents. Most of their queries are described first, and run when somebody needs what they yield; what
 * runs at once says so. What such a description yields one by one are models, so it knows what models know.
 */
import { alike, type Facts, type Family, inTransaction, on, read, readBulk, readMany, returns, write, writeBulk } from '../../words.ts';
import { atOnce, commit, inProcess, statement, statements, waitsFor } from './queries.ts';

const page: Facts = { result: { kind: 'list', extent: 'bounded', why: '`limit`', from: 'page' } };

/** Describes rows that `type` will yield. */
function rows(type: string, cappedBy = 'limit'): Facts {
  return returns(type, readMany(cappedBy));
}

/** It runs at once, and the thread waits. */
function waits(facts: Facts): Facts {
  return atOnce(waitsFor(facts));
}

const tortoiseModel = 'py:tortoise#models.Model';
const tortoiseQuery = 'py:tortoise#queryset.QuerySet';
const tortoiseClient = 'py:tortoise#backends.base.client.BaseDBAsyncClient';
const tortoiseRelation = 'py:tortoise#fields.relational.ManyToManyRelation';

const tortoise: Family = {
  rows: [
    ...on(`${tortoiseModel} ${tortoiseQuery}`, 'all filter exclude annotate', { ...rows(tortoiseQuery), countedBy: 'count' }),
    ...on(`${tortoiseModel} ${tortoiseQuery}`, 'select_for_update raw', rows(tortoiseQuery)),
    ...on(
      tortoiseQuery,
      'order_by distinct offset values values_list only prefetch_related select_related group_by using_db use_index force_index',
      rows(tortoiseQuery),
    ),
    ...on(tortoiseQuery, 'limit', { ...rows(tortoiseQuery), ...page }),
    ...on(`${tortoiseModel} ${tortoiseQuery}`, 'get get_or_none first last latest earliest', atOnce(returns(tortoiseModel, read()))),
    ...on(`${tortoiseModel} ${tortoiseQuery}`, 'exists', atOnce(read())),
    ...on(tortoiseQuery, 'count explain', atOnce(read())),
    ...on(tortoiseModel, 'fetch_related refresh_from_db', atOnce(read())),
    ...on(tortoiseModel, 'fetch_for_list', atOnce(readBulk)),
    ...on(`${tortoiseModel} ${tortoiseQuery}`, 'in_bulk', atOnce(readBulk)),
    ...on(tortoiseModel, 'create', atOnce(returns(tortoiseModel, write()))),
    // These yield a pair.
    ...on(tortoiseModel, 'get_or_create update_or_create', atOnce(write())),
    ...on(tortoiseModel, 'save', atOnce(write())),
    ...on(`${tortoiseModel} ${tortoiseQuery}`, 'delete', atOnce(write())),
    ...on(tortoiseQuery, 'update', atOnce(write())),
    ...on(`${tortoiseModel} ${tortoiseQuery}`, 'bulk_create bulk_update', atOnce(writeBulk)),
    ...on(tortoiseRelation, 'add remove', atOnce(writeBulk)),
    ...on(tortoiseRelation, 'clear', atOnce(write())),

    ...on('py:tortoise', 'transactions.in_transaction', returns(tortoiseClient, inTransaction)),
    ...on('py:tortoise', 'connections.get Tortoise.get_connection', returns(tortoiseClient)),
    ...on('py:tortoise#connection', 'connections.get', returns(tortoiseClient)),
    ...on(tortoiseClient, 'execute_query execute_query_dict execute_script', atOnce(statement)),
    ...on(tortoiseClient, 'execute_insert', atOnce(write())),
    ...on(tortoiseClient, 'execute_many', atOnce(statements)),
  ],
  types: [
    ...alike(`${tortoiseQuery} py:tortoise#Model`, tortoiseModel),
    ...alike(`${tortoiseRelation} py:tortoise#fields.ReverseRelation`, tortoiseQuery),
    ...alike('py:tortoise#fields.ManyToManyRelation py:tortoise#fields.ManyToManyField', tortoiseRelation),
  ],
};

const peeweeModel = 'py:peewee#Model';
const peeweeSelect = 'py:peewee#ModelSelect';
const peeweeDatabase = 'py:peewee#Database';

const peewee: Family = {
  rows: [
    ...on(`${peeweeModel} ${peeweeSelect}`, 'select filter', waitsFor({ ...rows(peeweeSelect), countedBy: 'count' })),
    ...on(peeweeDatabase, 'atomic transaction', inTransaction),
    ...on(peeweeModel, 'raw', waitsFor(readMany(''))),
    // `user.posts.where(…)`: only queries are asked these.
    ...on(`${peeweeSelect} ${peeweeModel}.*`, 'where order_by', waitsFor(rows(peeweeSelect))),
    ...on(
      peeweeSelect,
      `orwhere join join_from left_outer_join switch group_by having distinct offset columns select_extend group_by_extend order_by_extend with_cte
       from_ for_update window union union_all intersect except_ alias dicts tuples namedtuples objects iterator`,
      waitsFor(rows(peeweeSelect)),
    ),
    ...on(peeweeSelect, 'limit paginate', { ...waitsFor(rows(peeweeSelect)), ...page }),
    ...on(`${peeweeModel} ${peeweeSelect}`, 'get get_or_none', waits(returns(peeweeModel, read()))),
    ...on(peeweeModel, 'get_by_id', waits(returns(peeweeModel, read()))),
    ...on(peeweeSelect, 'first', waits(returns(peeweeModel, read()))),
    ...on(peeweeSelect, 'count exists scalar peek', waits(read())),
    ...on(peeweeSelect, 'scalars execute', waits(readMany(''))),
    ...on('py:peewee', 'prefetch', waits(readBulk)),
    ...on(peeweeSelect, 'prefetch', waits(readBulk)),

    ...on(peeweeModel, 'create', waits(returns(peeweeModel, write()))),
    ...on(peeweeModel, 'get_or_create', waits(write())),
    ...on(peeweeModel, 'save delete_instance set_by_id delete_by_id', waits(write())),
    ...on(peeweeModel, 'bulk_create bulk_update', waits(writeBulk)),
    ...on(peeweeModel, 'insert insert_many insert_from replace replace_many', returns('py:peewee#ModelInsert')),
    ...on(peeweeModel, 'update', returns('py:peewee#ModelUpdate')),
    ...on(peeweeModel, 'delete', returns('py:peewee#ModelDelete')),
    ...on('py:peewee#ModelInsert', 'on_conflict on_conflict_ignore on_conflict_replace', returns('self')),
    ...on('py:peewee#ModelUpdate', 'where orwhere returning from_ order_by limit', returns('self')),
    ...on('py:peewee#ModelInsert py:peewee#ModelUpdate', 'execute', waits(write())),

    ...on(peeweeDatabase, 'execute_sql', waits(statement)),
    ...on('py:peewee#SqliteDatabase', 'execute_sql', waits(inProcess(statement))),
  ],
  types: [
    ...alike(peeweeSelect, peeweeModel),
    ...alike('py:peewee#ModelDelete', 'py:peewee#ModelUpdate'),
    ...alike(
      `py:peewee#SqliteDatabase py:peewee#PostgresqlDatabase py:peewee#MySQLDatabase py:playhouse#pool.PooledPostgresqlDatabase
       py:playhouse#pool.PooledMySQLDatabase py:playhouse#postgres_ext.PostgresqlExtDatabase`,
      peeweeDatabase,
    ),
    ...alike('py:playhouse#signals.Model', peeweeModel),
  ],
};

const ponyEntity = 'py:pony#orm.Database.Entity';
const ponyQuery = 'py:pony#orm.core.Query';
const ponySet = 'py:pony#orm.Set';

/** What is changed is written when it is flushed. */
const pony: Family = {
  rows: [
    ...on('py:pony#orm', 'select left_join', waitsFor(rows(ponyQuery))),
    ...on(`${ponyEntity} ${ponySet}`, 'select', waitsFor(rows(ponyQuery))),
    ...on(ponySet, 'filter order_by sort_by', waitsFor(rows(ponyQuery))),
    ...on(ponyQuery, 'filter where order_by sort_by distinct without_distinct for_update prefetch', waitsFor(rows(ponyQuery))),
    ...on(`${ponyQuery} ${ponySet}`, 'limit page', waits({ ...read(), ...page })),
    ...on(`${ponyQuery} ${ponySet}`, 'random', waits(read())),
    ...on(ponyQuery, 'fetch', waits(readMany('limit'))),
    ...on('py:pony#orm', 'get exists', waits(read())),
    ...on(`${ponyQuery} ${ponyEntity}`, 'get', waits(returns(ponyEntity, read()))),
    ...on(ponyQuery, 'first', waits(returns(ponyEntity, read()))),
    ...on(`${ponyQuery} ${ponyEntity}`, 'exists', waits(read())),
    ...on(`${ponyQuery} ${ponySet}`, 'count', waits(read())),
    ...on(ponyQuery, 'sum avg min max group_concat', waits(read())),
    ...on(ponyEntity, 'get_for_update get_by_sql', waits(returns(ponyEntity, read()))),
    ...on(ponyEntity, 'select_by_sql', waits(rows(ponyEntity))),
    ...on(ponyEntity, 'select_random load', waits(read())),
    ...on(ponySet, 'load is_empty', waits(read())),
    ...on(`py:pony#orm ${ponyQuery}`, 'delete', waits(write())),
    ...on('py:pony#orm py:pony#orm.Database', 'flush', waits(write())),
    ...on('py:pony#orm py:pony#orm.Database', 'commit', waits(commit)),
    ...on(ponyEntity, 'flush', waits(write())),
    ...on('py:pony#orm.Database', 'select', waits(readMany(''))),
    ...on('py:pony#orm.Database', 'get exists', waits(read())),
    ...on('py:pony#orm.Database', 'execute', waits(statement)),
    ...on('py:pony#orm.Database', 'insert', waits(write())),
  ],
  types: [...alike(ponyQuery, ponyEntity)],
};

const mongoDocument = 'py:mongoengine#Document';
const mongoQuery = 'py:mongoengine#QuerySet';

const mongoengine: Family = {
  rows: [
    // `User.objects(name='Ada')`
    ...on('py:mongoengine', 'Document.objects QuerySet', waitsFor(rows(mongoQuery))),
    ...on(
      mongoQuery,
      `all filter skip only exclude fields all_fields order_by select_related no_dereference no_cache no_sub_classes timeout hint collation
       comment batch_size as_pymongo values_list scalar read_preference read_concern search_text where using clone max_time_ms allow_disk_use`,
      waitsFor(rows(mongoQuery)),
    ),
    ...on(mongoQuery, 'limit', { ...waitsFor(rows(mongoQuery)), ...page }),
    ...on(mongoQuery, 'none', returns(mongoQuery, { result: { kind: 'list', extent: 'constant', why: 'no documents' } })),
    ...on(mongoQuery, 'get first with_id', waits(returns(mongoDocument, read()))),
    ...on(mongoQuery, 'count sum average item_frequencies explain', waits(read())),
    ...on(mongoQuery, 'aggregate distinct', waits(readMany(''))),
    ...on(mongoQuery, 'in_bulk', waits({ ...readBulk, result: { kind: 'map', extent: 'input', why: 'an entry per key' } })),
    ...on(mongoQuery, 'create', waits(returns(mongoDocument, write()))),
    ...on(mongoQuery, 'insert', waits(writeBulk)),
    ...on(`${mongoQuery} ${mongoDocument}`, 'update modify delete', waits(write())),
    ...on(mongoQuery, 'update_one upsert_one', waits(write())),
    ...on(mongoDocument, 'save', waits(write())),
    ...on(mongoDocument, 'reload', waits(read())),
  ],
  types: [
    ...alike(`${mongoDocument}.objects py:mongoengine#queryset.QuerySet py:mongoengine#QuerySetNoCache`, mongoQuery),
    ...alike(`${mongoQuery} py:mongoengine#DynamicDocument py:mongoengine#document.Document py:flask_mongoengine#Document`, mongoDocument),
  ],
};

const beanieDocument = 'py:beanie#Document';
const beanieMany = 'py:beanie#odm.queries.find.FindMany';
const beanieOne = 'py:beanie#odm.queries.find.FindOne';
const beanieAggregation = 'py:beanie#odm.queries.aggregation.AggregationQuery';

const beanie: Family = {
  rows: [
    ...on(`${beanieDocument} py:beanie#View`, 'find find_many find_all all', rows(beanieMany)),
    ...on(beanieMany, 'find find_many sort skip project set_session', rows(beanieMany)),
    ...on(beanieMany, 'limit', { ...rows(beanieMany), ...page }),
    ...on(`${beanieDocument} py:beanie#View ${beanieMany}`, 'aggregate', returns(beanieAggregation, readMany(''))),
    ...on(`${beanieMany} ${beanieAggregation}`, 'to_list', atOnce({ ...readMany(''), returns: beanieDocument })),
    ...on(beanieMany, 'first_or_none', atOnce(returns(beanieDocument, read()))),
    ...on(`${beanieDocument} ${beanieMany}`, 'count sum avg min max', atOnce(read())),
    ...on(`${beanieDocument} ${beanieMany}`, 'distinct', atOnce(readMany(''))),
    ...on(`${beanieMany} ${beanieOne}`, 'exists', atOnce(read())),
    ...on(beanieDocument, 'get', atOnce(returns(beanieDocument, read()))),
    ...on(`${beanieDocument} py:beanie#View ${beanieOne}`, 'find_one', atOnce(returns(beanieOne, read()))),
    ...on(beanieDocument, 'fetch_link fetch_all_links sync', atOnce(read())),
    ...on('py:beanie#Link', 'fetch', atOnce(returns(beanieDocument, read()))),
    ...on('py:beanie#Link', 'fetch_list fetch_many', atOnce(readBulk)),

    ...on(beanieDocument, 'insert create save save_changes replace insert_one', atOnce(write())),
    ...on(beanieDocument, 'insert_many replace_many', atOnce(writeBulk)),
    ...on(beanieDocument, 'delete_all update_all', atOnce(write())),
    ...on(`${beanieDocument} ${beanieMany} ${beanieOne}`, 'update delete set inc current_date', atOnce(write())),
    ...on(`${beanieMany} ${beanieOne}`, 'upsert', atOnce(write())),
    ...on(beanieMany, 'update_many delete_many', atOnce(write())),
    ...on(beanieOne, 'update_one delete_one replace_one', atOnce(write())),
  ],
  types: [
    // Awaited, a query for one document is that document.
    ...alike(`${beanieMany} ${beanieOne} py:beanie#odm.documents.Document py:beanie#DocumentWithSoftDelete`, beanieDocument),
  ],
};

const odmanticAsync = 'py:odmantic#AIOEngine';
const odmanticSync = 'py:odmantic#SyncEngine';

function engine(type: string, session: string, how: (facts: Facts) => Facts): Family {
  return {
    rows: [
      ...on(type, 'find', how(readMany('limit'))),
      ...on(type, 'find_one count', how(read())),
      ...on(type, 'save delete remove', how(write())),
      ...on(type, 'save_all', how(writeBulk)),
      ...on(type, 'session transaction', returns(session)),
    ],
    types: alike(session, type),
  };
}

const odmantic = [
  engine(odmanticAsync, 'py:odmantic#session.AIOSession', (facts) => facts),
  engine(odmanticSync, 'py:odmantic#session.SyncSession', (facts) => waitsFor(facts, 'Use `AIOEngine`.')),
];

const piccoloTable = 'py:piccolo#table.Table';
const piccoloQuery = 'py:piccolo#query.Query';
const piccoloUpdate = 'py:piccolo#query.Update';
const piccoloInsert = 'py:piccolo#query.Insert';

const piccolo: Family = {
  rows: [
    ...on(piccoloTable, 'select objects raw', rows(piccoloQuery)),
    ...on(piccoloQuery, 'where order_by offset columns distinct group_by having output callback lock_rows as_of prefetch freeze', rows(piccoloQuery)),
    ...on(piccoloQuery, 'limit', { ...rows(piccoloQuery), ...page }),
    // What these yield is run, or awaited; then it is a model.
    ...on(piccoloQuery, 'first get', returns(piccoloQuery, read())),
    ...on(`${piccoloTable} ${piccoloQuery}`, 'count exists', returns(piccoloQuery, read())),
    ...on(piccoloTable, 'refresh get_related get_m2m', returns(piccoloQuery, read())),
    ...on(piccoloQuery, 'create get_or_create', returns(piccoloQuery, write())),
    ...on(piccoloTable, 'save remove update_self', returns(piccoloUpdate, write())),
    ...on(piccoloTable, 'add_m2m remove_m2m', returns(piccoloUpdate, writeBulk)),
    ...on(piccoloTable, 'update delete', returns(piccoloUpdate, write())),
    ...on(piccoloUpdate, 'where values returning', returns(piccoloUpdate, write())),
    ...on(piccoloTable, 'insert', returns(piccoloInsert, writeBulk)),
    ...on(piccoloInsert, 'add on_conflict returning', returns(piccoloInsert, writeBulk)),
    ...on(`${piccoloQuery} ${piccoloUpdate} ${piccoloInsert}`, 'run', atOnce(statement)),
    ...on(`${piccoloQuery} ${piccoloUpdate} ${piccoloInsert}`, 'run_sync', atOnce(waitsFor(statement, 'Await it.'))),
  ],
  types: [
    ...alike(piccoloQuery, piccoloTable),
    ...alike('py:piccolo#query.Delete py:piccolo#query.methods.delete.Delete py:piccolo#query.methods.update.Update', piccoloUpdate),
    ...alike('py:piccolo#query.Select py:piccolo#query.Objects py:piccolo#query.Raw', piccoloQuery),
  ],
};

const parts = [tortoise, peewee, pony, mongoengine, beanie, ...odmantic, piccolo];

export const orms: Family = {
  rows: parts.flatMap((part) => part.rows ?? []),
  types: parts.flatMap((part) => part.types ?? []),
};
