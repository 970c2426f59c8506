/**
 * What library calls cost, for TypeScript and JavaScript. Each family is a file; this list is all of them. `usage/` shows each row at work.
 *
 * How the rows are meant to be read, beyond the grammar in the model:
 * - A more exact symbol wins over a pattern, and a row of a type over the row of what the type is like.
 * - Members of a default export are members of the module: `import axios …; axios.get` is `axios#get`. Instances of a default-exported class
 *   have the type `module#default` (`new Redis()` is `ioredis#default`), which `types` maps to its name.
 * - A type without a member is a call of such a value: `knex('users')` is `knex#Knex`, a tagged sql`…` is `postgres#Sql`.
 * - A class name without a member is its `new`: `pg#Pool` is `new Pool()`.
 * - A member may be a property that is only read: `pg#QueryResult.rows`, `express#Request.body`.
 * - In a chain of calls that is awaited once, the last call with an operation is the query; the others refine it.
 * - When `result` is a list, `returns` is the type of its elements; when the call is chained without `await`, it is the builder.
 * - Functions given to an `entry` may stand in properties of an object argument, at any depth for resolvers.
 * - `weight: 'light'` on a query says that it stays inside the process (SQLite, a cache): no round trip.
 */
import type { Knowledge } from '../../../model/knowledge.ts';
import { type Family, words } from '../../words.ts';
import { aws } from './aws.ts';
import { cloud } from './cloud.ts';
import { computing } from './computing.ts';
import { decorated } from './decorators.ts';
import { disk, objectStores } from './disk.ts';
import { drizzle } from './drizzle.ts';
import { components, directives, fileEntries } from './file-entries.ts';
import { firestore } from './firestore.ts';
import { functional } from './functional.ts';
import { httpClients } from './http-clients.ts';
import { iteration } from './iteration.ts';
import { keptHere } from './kept-here.ts';
import { knex } from './knex.ts';
import { kysely } from './kysely.ts';
import { levelStores } from './level.ts';
import { locks } from './locks.ts';
import { lodash } from './lodash.ts';
import { messaging } from './messaging.ts';
import { meteor } from './meteor.ts';
import { mikroOrm } from './mikro-orm.ts';
import { mongodb } from './mongodb.ts';
import { mongoose } from './mongoose.ts';
import { node } from './node.ts';
import { bookshelf, objection } from './objection.ts';
import { parsers } from './parsers.ts';
import { plugins } from './plugins.ts';
import { prisma } from './prisma.ts';
import { redbean } from './redbean.ts';
import { redis } from './redis.ts';
import { rpc } from './rpc.ts';
import { search } from './search.ts';
import { sequelize } from './sequelize.ts';
import { sqlDrivers } from './sql-drivers.ts';
import { supabase } from './supabase.ts';
import { syncPackages } from './sync-packages.ts';
import { typeorm } from './typeorm.ts';
import { web } from './web.ts';
import { carriers, takers, wholes } from './wholes.ts';
import { memoizers, wrappers } from './wrappers.ts';

export { fewByName, smallByName, smallTypes, whySmall } from './small.ts';

export const families: Readonly<Record<string, Family>> = {
  node,
  prisma,
  typeorm,
  mikroOrm,
  sequelize,
  mongoose,
  objection,
  bookshelf,
  knex,
  kysely,
  drizzle,
  sqlDrivers,
  redbean,
  mongodb,
  meteor,
  redis,
  levelStores,
  search,
  firestore,
  supabase,
  aws,
  cloud,
  httpClients,
  rpc,
  computing,
  syncPackages,
  parsers,
  locks,
  lodash,
  functional,
  iteration,
  web,
  messaging,
  decorated,
  plugins,
  keptHere,
};

const all = Object.values(families);

export const knowledge: Knowledge = {
  // Prisma's own loader, and Upstash's automatic pipeline.
  merging: ['@prisma/client#findUnique', '@prisma/client#findUniqueOrThrow', '@upstash/redis', '@vercel/kv'],
  pipelined: ['redis', '@redis/client', 'ioredis'],
  sideBySide: words(
    '@prisma/client mongoose mongodb typeorm sequelize sequelize-typescript knex drizzle-orm kysely objection pg#Pool mysql2#Pool mysql2/promise#Pool axios global#fetch got ky node-fetch',
  ),
  // Fifty sockets each; and what sends all messages over one connection.
  pooled: words('aws-sdk @aws-sdk/* amqp-connection-manager amqplib nats pg-boss @google-cloud/pubsub @azure/service-bus @grpc/grpc-js'),
  brokers: words('bullmq bull bee-queue agenda pg-boss amqplib amqp-connection-manager kafkajs nats'),
  disk,
  objectStores,
  memoizers,
  wrappers,
  wholes,
  takers,
  carriers,
  lazy: ['knex', 'drizzle-orm', 'mongoose', 'objection', 'bookshelf', 'kysely', 'postgres'],
  // Prisma generates its client wherever the schema says, most often into an ignored folder.
  aliases: [
    { specifier: /(^|\/)(generated|\.prisma)(\/.*)?\/?(prisma|client)(\/|$)|prisma\/(generated|client)/, module: '@prisma/client' },
    // A package of the same repository that nobody built or installed.
    {
      specifier: /prisma|database|\bdb\b|\/(lib|server|utils?)\b/,
      module: '@prisma/client',
      instance: { imported: 'prisma', type: '@prisma/client#PrismaClient' },
    },
  ],
  // Files of models are called with it, by the models/index.js that `sequelize-cli init` writes and others like it.
  conventions: [{ params: ['sequelize'], type: 'sequelize#Sequelize' }],
  rows: all.flatMap((family) => family.rows ?? []),
  types: all.flatMap((family) => family.types ?? []),
  relations: all.flatMap((family) => family.relations ?? []),
  decorators: all.flatMap((family) => family.decorators ?? []),
  paramEntries: all.flatMap((family) => family.paramEntries ?? []),
  fileEntries,
  hooks: all.flatMap((family) => family.hooks ?? []),
  directives,
  components,
};
