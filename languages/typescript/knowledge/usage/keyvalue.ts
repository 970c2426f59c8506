/** Redis, LevelDB and caches. */
import { declared, use, wrong } from './use.ts';

/** Commands as ioredis, Upstash and the callback client of Redis spell them. */
const lower: Record<string, string> = {
  'query read by redis-mget': 'redis.get(a)',
  'query read':
    'redis.«exists ttl pttl type strlen getrange getbit hget hexists hlen hmget llen lindex lpos scard sismember zscore zrank zrevrank zcard zcount dump scan hscan sscan zscan»(a, b)',
  'query read bulk': 'redis.mget(...xs)',
  'query read → list/table':
    'redis.«keys smembers sinter sunion sdiff hkeys hvals lrange zrange zrevrange zrangebyscore zrevrangebyscore zrangebylex»(a)',
  'query read → object/table': 'redis.hgetall(a)',
  'query write': `redis.«set setnx setex psetex getset getdel getex append incr incrby incrbyfloat decr decrby expire expireat pexpire pexpireat persist rename renamenx setrange setbit hincrby hincrbyfloat hsetnx lset lrem ltrim linsert lpop rpop rpoplpush lmove spop smove zincrby zpopmin zpopmax zremrangebyscore zremrangebyrank publish flushdb flushall xack xtrim eval evalsha»(a, b)`,
  'query write bulk': 'redis.«del unlink mset msetnx hset hmset hdel lpush rpush lpushx rpushx sadd srem zadd zrem pfadd xadd xdel»(a, b)',
};

export const redis = [
  ...use(`import Redis, { Cluster } from 'ioredis';`, {
    build: `
      new Redis()
      new Redis.Cluster([])
      new Cluster([])
      new Redis().duplicate()`,
  }),
  ...use(`import { Redis } from 'ioredis';`, { build: 'new Redis()' }),
  ...use(`import Redis from 'ioredis';\nconst redis = new Redis();`, lower),
  ...use(
    `import type { «Redis Cluster» } from 'ioredis';\nclass Cache { constructor(readonly redis: «Redis Cluster») {} }\nconst { redis } = new Cache(1 as any);`,
    {
      'query read by redis-mget': 'redis.get(a)',
    },
  ),
  ...use(`import Redis from 'ioredis';\nconst redis = new Redis();`, {
    'query read bulk': 'redis.«smismember zmscore»(a, ...xs)',
    // One round trip for all of them.
    'query bulk': 'redis.«pipeline multi»().get(a).set(a, b).«exec execAsPipeline»()',
    nothing: 'redis.pipeline().get(a)',
  }),
  ...use(`import { Redis } from '@upstash/redis';\nconst redis = Redis.fromEnv();`, lower),
  ...use(`import { Redis } from '@upstash/redis';\nconst redis = new Redis({});`, { 'query read bulk': 'redis.«smismember zmscore»(a, xs)' }),
  ...use(`import { createClient, createCluster, createClientPool } from '«redis @redis/client»';`, {
    build: '«createClient createCluster createClientPool»({})',
  }),
  ...use(`import { createClient } from 'redis';\nconst redis = await createClient().on('error', console.error).connect();`, lower),
  ...use(`import { createClient } from 'redis';\nconst redis = createClient();`, {
    build: 'redis.duplicate()',
    'query read':
      'redis.«getRange getBit strLen hGet hExists hLen hmGet lLen lIndex lPos sCard sIsMember zScore zRank zRevRank zCard zCount pTTL hScan sScan zScan»(a, b)',
    'query read bulk': 'redis.«mGet smIsMember zmScore»(xs)',
    'query read → list/table': 'redis.«sMembers sInter sUnion sDiff hKeys hVals lRange zRange zRangeByScore zRangeWithScores»(a)',
    'query read → object/table': 'redis.hGetAll(a)',
    'query write': `redis.«setNX setEx pSetEx getSet getDel getEx incrBy incrByFloat decrBy expireAt pExpire pExpireAt hIncrBy hIncrByFloat hSetNX lSet lRem lTrim lInsert lPop rPop rPopLPush lMove sPop sMove zIncrBy zPopMin zPopMax zRemRangeByScore zRemRangeByRank flushDb flushAll xAck xTrim evalSha sendCommand»(a, b)`,
    'query write bulk': 'redis.«mSet mSetNX hSet hDel lPush rPush sAdd sRem zAdd zRem pfAdd xAdd xDel»(a, b)',
    'query bulk': 'redis.multi().hSet(a, b).exec()',
    entry: 'redis.«subscribe pSubscribe sSubscribe on»(a, f)',
  }),
];

/** A type checker names who declares a command: one interface for clients and pipelines of ioredis, another one for clients alone of node-redis. */
export const redisTyped = [
  ...declared('ioredis#RedisCommander', { nothing: 'it.get(a)' }),
  ...declared('@redis/client#CommandSignature', { 'query read by redis-mget': 'it.get(a)', 'query read → object/table': 'it.hGetAll(a)' }),
];

export const level = [
  ...use(`import { Level } from 'level';\nconst db = new Level('./db');`, {
    build: `new Level('./db')`,
    'query read light': 'db.«get getSync has»(a)',
    'query read light bulk': `
      db.«getMany hasMany»(xs)
      db.iterator().nextv(100)`,
    'query write': 'db.«put del clear»(a, b)',
    'query write bulk': `
      db.batch(xs)
      db.batch().put(a, b).write()`,
    'query read light bulk → list/table ≤ limit': `
      db.iterator({ limit: a }).all()
      db.sublevel('users').«keys values»().all()`,
  }),
  ...use(
    `import { ClassicLevel } from 'classic-level';\nclass Store { constructor(readonly db: ClassicLevel<string, string>) {} }\nconst store = new Store(new ClassicLevel('./db'));`,
    {
      build: `new ClassicLevel('./db')`,
      'query write': 'store.db.put(a, b)',
    },
  ),
  ...use(`import { BrowserLevel } from 'browser-level';`, { build: `new BrowserLevel('')` }),
  ...use(`import { MemoryLevel } from 'memory-level';`, { build: 'new MemoryLevel()' }),
  ...use(`const level = require('«level level-party levelup subleveldown»');\nconst db = level('./db');`, {
    build: `level('./db')`,
    'query read light': 'db.get(a)',
  }),
];

export const caches = [
  ...use(`import Memcached from 'memcached';\nconst store = new Memcached('');`, {
    'query read': 'store.get(a)',
    'query read bulk': 'store.getMulti(xs)',
    'query write': 'store.«set add replace delete»(a, b)',
  }),
  ...use(`import type { Client } from 'memjs';\ndeclare const store: Client;`, {
    'query read': 'store.get(a)',
    'query write': 'store.«set add replace delete»(a, b)',
  }),
  ...use(`import Keyv from 'keyv';\nimport type { Cache } from 'cache-manager';\nconst keyv = new Keyv();\ndeclare const store: Cache;`, {
    'query read light': '«keyv store».«get has»(a)',
    'query write light': '«keyv store».«set delete del»(a, b)',
  }),
];

export const keyvalueWrong = [
  ...wrong(
    'what `ReturnType` of a function is, is not followed',
    `import { createClient } from 'redis';\ndeclare const redis: ReturnType<typeof createClient>;`,
    'redis.get(a)',
    'nothing',
    'query read by redis-mget',
  ),
];
