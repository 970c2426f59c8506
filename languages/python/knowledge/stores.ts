/** Stores of documents, keys and words that are reached over a network: each call is one round trip, unless it gathers what goes out together. */
import type { KnowledgeRow } from '../../../model/knowledge.ts';
import {
  alike,
  client,
  entry,
  type Facts,
  type Family,
  on,
  pool,
  read,
  readBulk,
  readMany,
  returns,
  self,
  symbols,
  words,
  write,
  writeBulk,
} from '../../words.ts';
import { perKey, rowsAtHand, statement, statements, waitsFor, walkedRows } from './queries.ts';

type How = (facts: Facts) => Facts;

const awaited: How = (facts) => facts;
const waits: How = waitsFor;

/** The thread waits; `remedy` names what does not make it wait. */
function waitsUnless(remedy: string): How {
  return (facts) => waitsFor(facts, remedy);
}

function entries(why: string): Facts {
  return { ...read(), result: { kind: 'list', extent: 'table', why } };
}

interface MongoTypes {
  readonly mongoClient: string;
  readonly database: string;
  readonly collection: string;
  readonly cursor: string;
}

/** `db.users` and `client.shop.users` are collections; `db[name]` goes by the type of `db`. */
function mongo({ mongoClient, database, collection, cursor }: MongoTypes, how: How): Family {
  const collections = `${collection} ${database}.* ${mongoClient}.* ${mongoClient}.*.*`;
  return {
    rows: [
      ...on(mongoClient, 'get_database get_default_database', returns(database)),
      ...on(mongoClient, 'list_database_names list_databases server_info', how(read())),
      ...on(mongoClient, 'drop_database', how(write())),
      ...on(mongoClient, 'bulk_write', how(writeBulk)),
      ...on(`${database} ${mongoClient}.*`, 'get_collection', returns(collection)),
      ...on(`${database} ${mongoClient}.*`, 'command', how(statement)),
      ...on(`${database} ${mongoClient}.*`, 'list_collection_names list_collections', how(read())),
      ...on(`${database} ${mongoClient}.*`, 'create_collection drop_collection', how(write())),

      ...on(collections, 'find', how({ ...read(), ...walkedRows, cappedBy: ['limit'], returns: cursor, conditions: 'given' })),
      ...on(collections, 'aggregate', how({ ...read(), ...walkedRows, cappedBy: ['limit'], returns: cursor, conditions: 'pipeline' })),
      ...on(collections, 'find_one count_documents', how({ ...read(), conditions: 'given' })),
      ...on(collections, 'estimated_document_count index_information', how(read())),
      ...on(collections, 'distinct', how(readMany(''))),
      ...on(
        collections,
        'update_one update_many replace_one delete_one delete_many find_one_and_update find_one_and_replace find_one_and_delete',
        how({ ...write(), conditions: 'given' }),
      ),
      ...on(collections, 'insert_one create_index create_indexes drop drop_index drop_indexes', how(write())),
      ...on(collections, 'insert_many bulk_write', how(writeBulk)),

      ...on(cursor, 'sort limit skip hint batch_size max_time_ms collation comment allow_disk_use where min max clone rewind', self),
      ...on(cursor, 'to_list', { ...rowsAtHand, cappedBy: ['length'] }),
      // Asked of a cursor, these are queries of their own.
      ...on(cursor, 'distinct explain', how(read())),
    ],
    types: alike(database, collection),
  };
}

const pymongo: MongoTypes = {
  mongoClient: 'py:pymongo#MongoClient',
  database: 'py:pymongo#database.Database',
  collection: 'py:pymongo#collection.Collection',
  cursor: 'py:pymongo#cursor.Cursor',
};

const asyncPymongo: MongoTypes = {
  mongoClient: 'py:pymongo#AsyncMongoClient',
  database: 'py:pymongo#asynchronous.database.AsyncDatabase',
  collection: 'py:pymongo#asynchronous.collection.AsyncCollection',
  cursor: 'py:pymongo#asynchronous.cursor.AsyncCursor',
};

const motor: MongoTypes = {
  mongoClient: 'py:motor#motor_asyncio.AsyncIOMotorClient',
  database: 'py:motor#motor_asyncio.AsyncIOMotorDatabase',
  collection: 'py:motor#motor_asyncio.AsyncIOMotorCollection',
  cursor: 'py:motor#motor_asyncio.AsyncIOMotorCursor',
};

const mongoClients: Family = {
  rows: [
    ...on('py:pymongo', 'MongoClient AsyncMongoClient', pool),
    ...on('py:motor', 'motor_asyncio.AsyncIOMotorClient motor_tornado.MotorClient', pool),
  ],
  types: [
    ...alike('py:pymongo#mongo_client.MongoClient py:flask_pymongo#PyMongo.cx', pymongo.mongoClient),
    ...alike('py:pymongo#synchronous.database.Database py:flask_pymongo#PyMongo.db', pymongo.database),
    ...alike('py:pymongo#synchronous.collection.Collection', pymongo.collection),
    ...alike('py:pymongo#asynchronous.mongo_client.AsyncMongoClient', asyncPymongo.mongoClient),
    ...alike('py:motor#motor_tornado.MotorClient py:motor#core.AgnosticClient', motor.mongoClient),
    ...alike('py:motor#core.AgnosticDatabase', motor.database),
    ...alike('py:motor#core.AgnosticCollection', motor.collection),
  ],
};

function redis(type: string, pipeline: string, how: How): KnowledgeRow[] {
  const commands = [
    ...on(
      type,
      `exists ttl pttl type strlen getrange getbit bitcount hget hexists hlen llen lindex lpos scard sismember srandmember zscore zrank zrevrank
       zcard zcount zlexcount dump dbsize info ping xlen xinfo_stream pfcount geodist geopos`,
      how(read()),
    ),
    ...on(type, 'get', how(read('redis-mget'))),
    ...on(type, 'mget hmget smismember zmscore', how(readBulk)),
    ...on(type, 'keys', how({ ...entries('keys of the store'), walksStore: 'Use `scan_iter(match=…)`, or keep a set of these keys.' })),
    ...on(type, 'flushdb flushall', how({ ...write(), walksStore: 'Give it `asynchronous=True`, or delete the keys of one prefix.' })),
    ...on(type, 'smembers sinter sunion sdiff', how(entries('members of a set in the store'))),
    ...on(type, 'hkeys hvals', how(entries('fields of a hash in the store'))),
    ...on(type, 'hgetall', how({ ...read(), result: { kind: 'map', extent: 'table', why: 'fields of a hash in the store' } })),
    ...on(
      type,
      'lrange zrange zrevrange zrangebyscore zrevrangebyscore zrangebylex xrange xrevrange xread xreadgroup',
      how(entries('entries of a list in the store')),
    ),
    ...on(type, 'scan hscan sscan zscan', how(read())),
    ...on(
      type,
      `setnx setex psetex getset getdel getex append incr incrby incrbyfloat decr decrby expire expireat pexpire pexpireat persist rename renamenx
       setrange setbit hincrby hincrbyfloat hsetnx lset lrem ltrim linsert lpop rpop rpoplpush lmove blpop brpop spop smove zincrby zpopmin zpopmax
       zremrangebyscore zremrangebyrank publish xtrim eval evalsha`,
      how(write()),
    ),
    ...on(type, 'set', how({ ...write(), stays: { until: words('ex px exat pxat keepttl'), position: 2 } })),
    ...on(
      type,
      'delete unlink mset msetnx hset hmset hdel lpush rpush lpushx rpushx sadd srem zadd zrem pfadd xadd xack xdel sinterstore sunionstore geoadd touch',
      how(writeBulk),
    ),
  ];
  return [
    ...commands,
    ...on(type, 'execute_command', how(statement)),
    // They ask for page after page.
    ...on(type, 'scan_iter', how({ ...read(), result: { kind: 'other', extent: 'table', why: 'keys of the store' } })),
    ...on(type, 'hscan_iter sscan_iter zscan_iter', how({ ...read(), result: { kind: 'other', extent: 'table', why: 'entries of one key' } })),
    ...on(type, 'pipeline', returns(pipeline)),
    ...on(type, 'transaction', { callbacks: 'now', hands: [pipeline] }),
    // A pipeline gathers commands, and sends them together.
    ...commands.map(({ symbol }): KnowledgeRow => ({ symbol: `${pipeline}${symbol.slice(type.length)}`, returns: 'self' })),
    ...on(pipeline, 'multi', self),
    ...on(pipeline, 'execute', how(statements)),
  ];
}

const syncRedis = 'py:redis#Redis';
const asyncRedis = 'py:redis#asyncio.Redis';

/** `Redis(connection_pool=pool)` */
const redisPool: Facts = { ...pool, sharedBy: ['connection_pool'] };

const redisClients: Family = {
  rows: [
    ...redis(syncRedis, 'py:redis#client.Pipeline', waitsUnless('Use `redis.asyncio`.')),
    ...redis(asyncRedis, 'py:redis#asyncio.client.Pipeline', awaited),
    ...on('py:redis', 'Redis StrictRedis RedisCluster', redisPool),
    ...on('py:redis', 'from_url Redis.from_url StrictRedis.from_url RedisCluster.from_url', returns(syncRedis, pool)),
    ...on('py:redis#asyncio', 'Redis StrictRedis RedisCluster', redisPool),
    ...on('py:redis#asyncio', 'from_url Redis.from_url StrictRedis.from_url RedisCluster.from_url', returns(asyncRedis, pool)),
    ...on('py:aioredis', 'Redis', redisPool),
    ...on('py:aioredis', 'from_url Redis.from_url', returns(asyncRedis, pool)),
    ...on('py:redis#sentinel.Sentinel', 'master_for slave_for', returns(syncRedis)),
    ...on('py:redis#asyncio.sentinel.Sentinel', 'master_for slave_for', returns(asyncRedis)),
    ...on('py:django_redis', 'get_redis_connection', returns(syncRedis)),
  ],
  types: [
    ...alike('py:redis#StrictRedis py:redis#RedisCluster py:redis#client.Redis py:redis#cluster.RedisCluster py:flask_redis#FlaskRedis', syncRedis),
    ...alike(
      `py:redis#asyncio.StrictRedis py:redis#asyncio.RedisCluster py:redis#asyncio.client.Redis py:redis#asyncio.cluster.RedisCluster py:aioredis#Redis
       py:aioredis#client.Redis`,
      asyncRedis,
    ),
    ...alike('py:redis#Sentinel', 'py:redis#sentinel.Sentinel'),
    ...alike('py:redis#asyncio.Sentinel', 'py:redis#asyncio.sentinel.Sentinel'),
  ],
};

const memcached = 'py:pymemcache#Client';
const libmemcached = 'py:pylibmc#Client';

const memcache: Family = {
  rows: [
    ...on(`${memcached} ${libmemcached}`, 'get gets', waits(read())),
    ...on(memcached, 'get_many gets_many', waits({ ...readBulk, ...perKey })),
    ...on(`${memcached} ${libmemcached}`, 'get_multi', waits({ ...readBulk, ...perKey })),
    ...on(`${memcached} ${libmemcached}`, 'set add replace append prepend cas touch incr decr delete flush_all', waits(write())),
    ...on(memcached, 'set_many delete_many', waits(writeBulk)),
    ...on(`${memcached} ${libmemcached}`, 'set_multi delete_multi', waits(writeBulk)),
    ...on('py:aiomcache#Client', 'get', read()),
    ...on('py:aiomcache#Client', 'multi_get', readBulk),
    ...on('py:aiomcache#Client', 'set add replace append prepend touch incr decr delete', write()),
    ...on('py:flask_caching#Cache', 'get has', waits(read())),
    ...on('py:flask_caching#Cache', 'get_many get_dict', waits({ ...readBulk, ...perKey })),
    ...on('py:flask_caching#Cache', 'set add', waits({ ...write(), stays: { until: ['timeout'], position: 2, ever: ['0'] } })),
    ...on('py:flask_caching#Cache', 'delete clear', waits(write())),
    ...on('py:flask_caching#Cache', 'set_many delete_many', waits(writeBulk)),
  ],
  types: [
    ...alike(
      `py:pymemcache#PooledClient py:pymemcache#HashClient py:pymemcache#client.base.Client py:pymemcache#client.base.PooledClient
       py:pymemcache#client.hash.HashClient`,
      memcached,
    ),
    ...alike('py:memcache#Client', libmemcached),
  ],
};

/** The same for both clients, and for what was forked from them. */
function elastic(type: string, how: How): KnowledgeRow[] {
  return [
    ...on(type, 'search', how({ ...read(), cappedBy: ['size'] })),
    ...on(type, 'get get_source exists count scroll explain search_template termvectors', how(read())),
    ...on(type, 'indices.exists indices.get indices.get_mapping indices.get_alias', how(read())),
    ...on(type, 'index create update delete update_by_query delete_by_query reindex', how(write())),
    ...on(type, 'indices.create indices.delete indices.refresh indices.put_mapping indices.put_alias indices.update_aliases', how(write())),
    ...on(type, 'mget msearch', how(readBulk)),
    ...on(type, 'bulk', how(writeBulk)),
  ];
}

const scanned: Facts = { ...read(), result: { kind: 'other', extent: 'table', why: 'documents of an index' } };
const described = 'query filter exclude sort source extra highlight params post_filter collapse index using doc_type script_fields suggest';

const search: Family = {
  rows: [
    ...on('py:elasticsearch', 'Elasticsearch AsyncElasticsearch', pool),
    ...on('py:opensearchpy', 'OpenSearch AsyncOpenSearch', pool),
    ...elastic('py:elasticsearch#Elasticsearch', waitsUnless('Use `AsyncElasticsearch`.')),
    ...elastic('py:elasticsearch#AsyncElasticsearch', awaited),
    ...on('py:elasticsearch#helpers py:opensearchpy#helpers', 'bulk streaming_bulk parallel_bulk', waits(writeBulk)),
    ...on('py:elasticsearch#helpers py:opensearchpy#helpers', 'scan', waits(scanned)),
    ...on('py:elasticsearch#helpers py:opensearchpy#helpers', 'async_bulk async_streaming_bulk', writeBulk),
    ...on('py:elasticsearch#helpers py:opensearchpy#helpers', 'async_scan', scanned),

    ...on('py:elasticsearch_dsl#Search', described, self),
    ...on('py:elasticsearch_dsl#Search', 'execute count', waits(read())),
    ...on('py:elasticsearch_dsl#Search', 'scan', waits(scanned)),
    ...on('py:elasticsearch_dsl#Search', 'delete', waits(write())),
    ...on('py:elasticsearch_dsl#Document', 'search', returns('py:elasticsearch_dsl#Search')),
    ...on('py:elasticsearch_dsl#Document', 'get exists', waits(read())),
    ...on('py:elasticsearch_dsl#Document', 'mget', waits(readBulk)),
    ...on('py:elasticsearch_dsl#Document', 'save update delete', waits(write())),
  ],
  types: [
    ...alike('py:opensearchpy#OpenSearch', 'py:elasticsearch#Elasticsearch'),
    ...alike('py:opensearchpy#AsyncOpenSearch', 'py:elasticsearch#AsyncElasticsearch'),
    ...alike('py:elasticsearch#dsl.Search py:opensearchpy#Search', 'py:elasticsearch_dsl#Search'),
    ...alike('py:elasticsearch#dsl.Document py:opensearchpy#Document', 'py:elasticsearch_dsl#Document'),
  ],
};

const cassandraSession = 'py:cassandra#cluster.Session';
const cassandraModel = 'py:cassandra#cqlengine.models.Model';
const cassandraQuery = 'py:cassandra#cqlengine.query.ModelQuerySet';

const cassandra: Family = {
  rows: [
    ...on('py:cassandra#cluster', 'Cluster', pool),
    ...on('py:cassandra#cluster.Cluster', 'connect', returns(cassandraSession)),
    ...on(cassandraSession, 'execute', waits({ ...statement, ...walkedRows, returns: 'py:cassandra#cluster.ResultSet' })),
    // The answer is asked of what it yields.
    ...on(cassandraSession, 'execute_async', statement),
    ...on(cassandraSession, 'prepare', waits(statement)),
    ...on('py:cassandra#concurrent', 'execute_concurrent execute_concurrent_with_args', waits(statements)),
    ...on('py:cassandra#cluster.ResultSet', 'all', rowsAtHand),
    ...on(cassandraQuery, 'all filter limit order_by only defer allow_filtering distinct', returns(cassandraQuery)),
    ...on(cassandraQuery, 'get first', waits(returns(cassandraModel, read()))),
    ...on(cassandraQuery, 'count', waits(read())),
    ...on(`${cassandraQuery} ${cassandraModel}`, 'create update delete', waits(write())),
    ...on(cassandraModel, 'save', waits(write())),
  ],
  types: alike(`${cassandraModel}.objects`, cassandraQuery),
};

const firestore = 'py:google#cloud.firestore';

function documents(prefix: string, how: How): Family {
  const owner = (name: string): string => `${firestore}.${prefix}${name}`;
  const [store, collection, document, snapshot, batch] = [
    owner('Client'),
    owner('CollectionReference'),
    owner('DocumentReference'),
    owner('DocumentSnapshot'),
    owner('WriteBatch'),
  ];
  const found: Facts = { ...readMany('limit limit_to_last'), returns: snapshot };
  return {
    rows: [
      ...on(firestore, `${prefix}Client`, client),
      ...on(store, 'collection collection_group', returns(collection)),
      ...on(store, 'document', returns(document)),
      ...on(store, 'get_all', how({ ...readBulk, result: { kind: 'list', extent: 'input', why: 'a document per reference' }, returns: snapshot })),
      ...on(store, 'collections', how(read())),
      ...on(store, 'recursive_delete', how(write())),
      ...on(store, 'batch bulk_writer transaction', returns(batch)),
      ...on(collection, 'document', returns(document)),
      ...on(collection, 'where order_by limit limit_to_last offset select start_at start_after end_at end_before', self),
      ...on(collection, 'get stream', how(found)),
      ...on(collection, 'list_documents', how({ ...readMany('page_size'), returns: document })),
      ...on(collection, 'add', how(write())),
      ...on(collection, 'count sum avg', returns(owner('AggregationQuery'))),
      ...on(owner('AggregationQuery'), 'get stream', how(read())),
      ...on(document, 'get', how(returns(snapshot, read()))),
      ...on(document, 'set update create delete', how(write())),
      ...on(document, 'collection', returns(collection)),
      ...on(document, 'collections', how(read())),
      // Writes of a batch, or of a transaction, go out together.
      ...on(batch, 'set update create delete', self),
      ...on(batch, 'commit', how(writeBulk)),
      ...on(batch, 'get', how(read())),
      ...on(batch, 'get_all', how(readBulk)),
    ],
    types: [
      // A document that was found knows where it lies.
      ...alike(`${snapshot}.reference`, document),
      ...alike(`${owner('Query')} ${owner('CollectionGroup')}`, collection),
      ...alike(owner('Transaction'), batch),
      ...symbols('py:google#cloud.firestore_v1', `${prefix}Client ${prefix}CollectionReference ${prefix}DocumentReference`).flatMap((type) =>
        alike(type, type.replace('firestore_v1', 'firestore')),
      ),
    ],
  };
}

const firestoreNames: Family = {
  rows: [
    ...on('py:firebase_admin', 'firestore.client', returns(`${firestore}.Client`)),
    ...on('py:firebase_admin', 'firestore_async.client', returns(`${firestore}.AsyncClient`)),
    ...on(`${firestore}.CollectionReference ${firestore}.DocumentReference`, 'on_snapshot', entry('event')),
  ],
};

const parts = [
  mongo(pymongo, waitsUnless('Use `AsyncMongoClient`.')),
  mongo(asyncPymongo, awaited),
  mongo(motor, awaited),
  mongoClients,
  redisClients,
  memcache,
  search,
  cassandra,
  documents('', waitsUnless('Use `AsyncClient`.')),
  documents('Async', awaited),
  firestoreNames,
];

export const stores: Family = {
  rows: parts.flatMap((part) => part.rows ?? []),
  types: parts.flatMap((part) => part.types ?? []),
};
