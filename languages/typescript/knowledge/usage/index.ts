/** All snippets, by family: the place to look up how a library is understood. */
import * as blocking from './blocking.ts';
import * as cloud from './cloud.ts';
import * as documents from './documents.ts';
import * as http from './http.ts';
import * as keyvalue from './keyvalue.ts';
import * as lists from './lists.ts';
import * as messaging from './messaging.ts';
import * as orm from './orm.ts';
import * as sql from './sql.ts';
import type { KnownWrong, Use } from './use.ts';

export const uses: Readonly<Record<string, readonly Use[]>> = {
  Prisma: orm.prisma,
  TypeORM: orm.typeorm,
  MikroORM: orm.mikroOrm,
  Sequelize: orm.sequelize,
  Objection: orm.objection,
  Bookshelf: orm.bookshelf,
  Drizzle: sql.drizzle,
  Knex: sql.knex,
  Kysely: sql.kysely,
  'redbean-node': sql.redbean,
  PostgreSQL: sql.postgres,
  MySQL: sql.mysql,
  SQLite: sql.sqlite,
  'other SQL': sql.otherSql,
  MongoDB: documents.mongodb,
  Mongoose: documents.mongoose,
  Meteor: documents.meteor,
  Firebase: documents.firestore,
  Supabase: documents.supabase,
  'search engines': documents.search,
  Redis: [...keyvalue.redis, ...keyvalue.redisTyped],
  LevelDB: keyvalue.level,
  caches: keyvalue.caches,
  fetch: http.fetches,
  axios: http.axios,
  'HTTP and other protocols': http.others,
  GraphQL: http.graphql,
  'remote procedures': http.rpc,
  AWS: [...cloud.aws, ...cloud.smithy],
  DynamoDB: cloud.dynamodb,
  'Google Cloud': cloud.google,
  'services of others': cloud.apis,
  messaging: messaging.messaging,
  files: blocking.files,
  processes: blocking.processes,
  passwords: blocking.passwords,
  compression: blocking.compression,
  parsers: blocking.parsers,
  lodash: lists.lodash,
  'functions on lists': lists.functional,
  'one by one': lists.concurrency,
};

export const knownWrong: readonly KnownWrong[] = [
  orm.ormWrong,
  sql.sqlWrong,
  documents.documentsWrong,
  keyvalue.keyvalueWrong,
  http.httpWrong,
  cloud.cloudWrong,
  lists.listsWrong,
].flat();
