/** Prisma. The delegates (`prisma.user`) are members of the client; a type checker names them by their own type, `UserDelegate`. */
import { alike, type Family, inTransaction, later, on, pool, queryRows, read, readMany, returns, write, writeBulk } from '../../words.ts';

/** `Prisma.TransactionClient` has a name of two parts, which types that are alike do not reach. */
const delegates = `
  @prisma/client#PrismaClient.* @prisma/client#Prisma.TransactionClient.*
  @prisma/client#*Delegate @prisma/client#Prisma.*Delegate
  .prisma/client#*Delegate .prisma/client#Prisma.*Delegate
  .prisma#*Delegate
`;

const clients = '@prisma/client#PrismaClient @prisma/client#Prisma.TransactionClient';

const raw = { op: { kind: 'query', batch: 'sql-any' }, result: queryRows } as const;

export const prisma: Family = {
  rows: [
    ...on('@prisma/client', 'PrismaClient', pool),
    ...on(delegates, 'findUnique findUniqueOrThrow findFirst findFirstOrThrow', { ...read('prisma-in'), conditions: 'where' }),
    ...on(delegates, 'findMany', { ...readMany('take'), countedBy: 'count', conditions: 'where' }),
    ...on(delegates, 'groupBy', { ...readMany('take'), conditions: 'where' }),
    ...on(delegates, 'aggregateRaw findRaw', readMany('take')),
    ...on(delegates, 'count aggregate', { ...read(), conditions: 'where' }),
    ...on(delegates, 'create', write()),
    ...on(delegates, 'update upsert delete', { ...write(), conditions: 'where' }),
    ...on(delegates, 'createMany createManyAndReturn', writeBulk),
    ...on(delegates, 'updateMany updateManyAndReturn deleteMany', { ...writeBulk, conditions: 'where' }),
    ...on(clients, '$queryRaw $queryRawUnsafe $queryRawTyped', raw),
    ...on(clients, '$runCommandRaw', { op: { kind: 'query' } }),
    ...on(clients, '$executeRaw $executeRawUnsafe', write('sql-any')),
    ...on('@prisma/client#PrismaClient', '$transaction', inTransaction),
    ...on('@prisma/client#PrismaClient', '$extends', returns('@prisma/client#PrismaClient')),
    ...on('@prisma/client#PrismaClient', '$on $use', later),
  ],
  types: [
    ...alike(
      `@prisma/client#Prisma.TransactionClient @prisma/client#default.PrismaClient @prisma/client/edge#PrismaClient
       @prisma/client/extension#PrismaClient @prisma/client/wasm#PrismaClient .prisma/client#PrismaClient .prisma#PrismaClient
       .prisma/client#Prisma.TransactionClient .prisma/client#TransactionClient @prisma/client#TransactionClient`,
      '@prisma/client#PrismaClient',
    ),
  ],
};
