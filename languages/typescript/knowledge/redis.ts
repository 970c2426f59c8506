/**
 * Redis clients: each command is one round trip. Rows go by the type of the receiver, never by the type that declares a command: ioredis
 * declares them once for clients and for pipelines, and a command of a pipeline is no round trip.
 */
import {
  alike,
  connection,
  entry,
  type Facts,
  type Family,
  forOneUse,
  listens,
  on,
  read,
  readBulk,
  returns,
  self,
  words,
  write,
  writeBulk,
} from '../../words.ts';

const clients = 'ioredis#Redis';
const nodeRedis = 'redis#RedisClientType';
const upstash = '@upstash/redis#Redis';
const all = `${clients} ${nodeRedis} ${upstash}`;
const list = (why: string) => ({ result: { kind: 'list', extent: 'table', why } }) as const;

function allKeys(walksStore: string): Facts {
  return { ...read(), ...list('keys of the store'), walksStore };
}

function deletesAll(walksStore: string): Facts {
  return { ...write(), walksStore };
}

const rows = [
  ...on('ioredis', 'default Redis Cluster', connection),
  ...on('redis @redis/client', 'createClient createCluster createClientPool', returns(nodeRedis, connection)),
  ...on('@upstash/redis', 'Redis.fromEnv', returns(upstash)),

  ...on(all, 'get', read('redis-mget')),
  ...on(
    all,
    'exists ttl pttl type strlen getrange getbit hget hexists hlen hmget llen lindex lpos scard sismember zscore zrank zrevrank zcard zcount dump',
    read(),
  ),
  ...on(nodeRedis, 'getRange getBit strLen hGet hExists hLen hmGet lLen lIndex lPos sCard sIsMember zScore zRank zRevRank zCard zCount pTTL', read()),
  ...on(all, 'mget', readBulk),
  ...on(nodeRedis, 'mGet smIsMember zmScore', readBulk),
  ...on(`${clients} ${upstash}`, 'smismember zmscore', readBulk),

  ...on(clients, 'keys', allKeys('Use `scanStream({ match })`, or keep a set of these keys.')),
  ...on(nodeRedis, 'keys', allKeys('Use `scanIterator({ MATCH })`, or keep a set of these keys.')),
  ...on(upstash, 'keys', allKeys('Use `scan`, or keep a set of these keys.')),
  ...on(all, 'flushdb flushall', deletesAll('Give it `ASYNC`, or delete the keys of one prefix.')),
  ...on(nodeRedis, 'flushDb flushAll', deletesAll('Give it `ASYNC`, or delete the keys of one prefix.')),
  ...on(all, 'smembers sinter sunion sdiff', { ...read(), ...list('members of a set in the store') }),
  ...on(all, 'hkeys hvals', { ...read(), ...list('fields of a hash in the store') }),
  ...on(all, 'lrange zrange zrevrange zrangebyscore zrevrangebyscore zrangebylex', { ...read(), ...list('entries of a list in the store') }),
  ...on(nodeRedis, 'sMembers sInter sUnion sDiff', { ...read(), ...list('members of a set in the store') }),
  ...on(nodeRedis, 'hKeys hVals', { ...read(), ...list('fields of a hash in the store') }),
  ...on(nodeRedis, 'lRange zRange zRangeByScore zRangeWithScores', { ...read(), ...list('entries of a list in the store') }),
  ...on(all, 'hgetall', { ...read(), result: { kind: 'object', extent: 'table', why: 'fields of a hash in the store' } }),
  ...on(nodeRedis, 'hGetAll', { ...read(), result: { kind: 'object', extent: 'table', why: 'fields of a hash in the store' } }),
  ...on(all, 'scan hscan sscan zscan', read()),
  ...on(nodeRedis, 'hScan sScan zScan', read()),

  ...on(
    all,
    `setnx setex psetex getset getdel getex append incr incrby incrbyfloat decr decrby expire expireat pexpire pexpireat persist rename renamenx setrange setbit
       hincrby hincrbyfloat hsetnx lset lrem ltrim linsert lpop rpop rpoplpush lmove spop smove zincrby zpopmin zpopmax zremrangebyscore zremrangebyrank publish
       xack xtrim eval evalsha`,
    write(),
  ),
  ...on(
    nodeRedis,
    `setNX setEx pSetEx getSet getDel getEx incrBy incrByFloat decrBy expireAt pExpire pExpireAt hIncrBy hIncrByFloat hSetNX lSet lRem lTrim lInsert lPop rPop rPopLPush
       lMove sPop sMove zIncrBy zPopMin zPopMax zRemRangeByScore zRemRangeByRank xAck xTrim evalSha sendCommand`,
    write(),
  ),
  ...on(all, 'set', { ...write(), stays: { until: words('EX PX EXAT PXAT KEEPTTL expiration'), position: 2 } }),
  ...on(all, 'del unlink mset msetnx hset hmset hdel lpush rpush lpushx rpushx sadd srem zadd zrem pfadd xadd xdel', writeBulk),
  ...on(nodeRedis, 'mSet mSetNX hSet hDel lPush rPush sAdd sRem zAdd zRem pfAdd xAdd xDel', writeBulk),

  ...on(`${clients} ${upstash}`, 'pipeline multi', returns('ioredis#Pipeline')),
  ...on(nodeRedis, 'multi batch', returns('ioredis#Pipeline')),
  ...on(clients, 'duplicate', returns(clients, forOneUse)),
  ...on(nodeRedis, 'duplicate', returns(nodeRedis, forOneUse)),
  ...on('ioredis#Pipeline', 'exec execAsPipeline', { op: { kind: 'query', bulk: true } }),
  ...on(nodeRedis, 'subscribe pSubscribe sSubscribe', entry('message')),
  ...on(`${clients} ${nodeRedis}`, 'on', entry('event', { ...listens, returns: 'self' })),
  // `await createClient().on('error', …).connect()`
  ...on(nodeRedis, 'connect', self),
];

/** A command of a pipeline waits for its `exec`. */
const commands = new Set(
  rows.flatMap(({ symbol, op }) => (op?.kind === 'query' ? (/^(?:ioredis#Redis|redis#RedisClientType)\.(.+)$/.exec(symbol)?.slice(1) ?? []) : [])),
);

export const redis: Family = {
  rows: [...rows, ...on('ioredis#Pipeline', [...commands].join(' '), self)],
  types: [
    ...alike('ioredis#default ioredis#Cluster ioredis#default.Cluster ioredis#IORedis.Redis', clients),
    ...alike(
      'redis#RedisClient redis#RedisClusterType redis#RedisClientPoolType @redis/client#RedisClientType @redis/client#RedisClient @redis/client#CommandSignature',
      nodeRedis,
    ),
    ...alike('@upstash/redis/cloudflare#Redis @vercel/kv#VercelKV', upstash),
    ...alike('ioredis#ChainableCommander ioredis#Transaction', 'ioredis#Pipeline'),
  ],
};
