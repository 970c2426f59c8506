/**
 * Query builders that run when awaited: Knex, Objection, Bookshelf, Kysely. The call that starts a chain carries a read; a call in the
 * chain that turns it into a write (`insert`, `update`, `del`) carries the write. One chain is one query: the last operation in it counts.
 * `knex#Knex` without a member is a call of the value itself: `knex('users')`.
 */
import { alike, client, type Family, on, queryRows, read, readMany, returns, self, sqlText, write, writeBulk } from './words.ts';

const builder = { returns: 'knex#Knex.QueryBuilder' } as const;
const start = { ...readMany('limit first', 'knex-wherein'), ...builder };
const chain = 'knex#Knex knex#Knex.QueryBuilder knex#QueryInterface';

const objection = 'objection#QueryBuilder';

export const knex: Family = {
  rows: [
    ...on('knex', 'default knex', returns('knex#Knex', client)),
    ...on('knex', 'Knex', start),
    ...on('knex#Knex', 'from table into queryBuilder withSchema', start),
    ...on('knex#Knex.QueryBuilder knex#QueryInterface', 'from table into withSchema', self),
    ...on(chain, 'select column columns distinct distinctOn', start),
    ...on(chain, 'first', { ...read('knex-wherein'), ...builder }),
    ...on(chain, 'pluck', { ...readMany('limit', 'knex-wherein'), ...builder }),
    ...on(chain, 'count countDistinct min max sum sumDistinct avg avgDistinct', { ...read(), ...builder }),
    ...on(chain, 'insert upsert', { ...writeBulk, ...builder }),
    ...on(chain, 'update increment decrement del delete truncate', { ...write(), ...builder }),
    ...on('knex#Knex', 'batchInsert', writeBulk),
    ...on('knex#Knex', 'raw', sqlText),
    ...on('knex#Knex', 'transaction', { callbacks: 'now', returns: 'knex#Knex.Transaction' }),
    ...on(
      'knex#Knex.QueryBuilder knex#QueryInterface',
      `where andWhere orWhere whereNot whereIn whereNotIn whereNull whereNotNull whereExists whereBetween whereLike whereILike whereRaw join innerJoin leftJoin
       leftOuterJoin rightJoin fullOuterJoin crossJoin joinRaw groupBy groupByRaw orderBy orderByRaw having havingRaw limit offset returning onConflict merge ignore
       modify with withRecursive union unionAll as clone forUpdate forShare skipLocked noWait transacting timeout debug clearSelect clearWhere clearOrder`,
      self,
    ),

    ...on('objection#Model', 'query relatedQuery $query $relatedQuery', { ...readMany('limit first page'), returns: objection }),
    ...on('objection#Model', 'fetchGraph', { op: { kind: 'query', access: 'read', bulk: true } }),
    ...on(objection, 'findById findOne', { ...read(), returns: objection }),
    ...on(objection, 'findByIds', { op: { kind: 'query', access: 'read', bulk: true }, result: queryRows, returns: objection }),
    ...on(objection, 'insert insertAndFetch insertGraph insertGraphAndFetch upsertGraph upsertGraphAndFetch', { ...writeBulk, returns: objection }),
    ...on(
      objection,
      'update updateAndFetch updateAndFetchById patch patchAndFetch patchAndFetchById delete deleteById relate unrelate increment decrement',
      {
        ...write(),
        returns: objection,
      },
    ),
    ...on(
      objection,
      `where andWhere orWhere whereIn whereNull whereNotNull select join joinRelated withGraphFetched withGraphJoined orderBy groupBy
      limit offset modify for throwIfNotFound`,
      self,
    ),
    ...on(objection, 'resultSize', read()),
    ...on('objection', 'transaction', { callbacks: 'now' }),
    ...on('objection#Model', 'transaction', { callbacks: 'now' }),

    ...on('bookshelf#Bookshelf', 'model', returns('bookshelf#Model')),
    ...on('bookshelf#Bookshelf', 'transaction', { callbacks: 'now' }),
    ...on('bookshelf', 'default', returns('bookshelf#Bookshelf')),
    ...on('bookshelf#Model', 'where forge query orderBy', self),
    ...on('bookshelf#Model', 'fetch refresh count load', read()),
    ...on('bookshelf#Model bookshelf#Collection', 'fetchAll fetchPage', readMany('limit pageSize')),
    ...on('bookshelf#Model', 'save destroy', write()),

    ...on('kysely', 'Kysely', client),
    ...on('kysely#Kysely', 'selectFrom', returns('kysely#SelectQueryBuilder')),
    ...on('kysely#Kysely', 'insertInto updateTable deleteFrom replaceInto mergeInto', returns('kysely#InsertQueryBuilder')),
    ...on('kysely#Kysely', 'withSchema withPlugin with withRecursive', self),
    ...on('kysely#Kysely', 'transaction', returns('kysely#TransactionBuilder')),
    ...on('kysely#TransactionBuilder', 'setIsolationLevel setAccessMode', self),
    ...on('kysely#TransactionBuilder', 'execute', { callbacks: 'now' }),
    ...on(
      'kysely#SelectQueryBuilder',
      `select selectAll distinct distinctOn where whereRef having innerJoin leftJoin rightJoin fullJoin crossJoin groupBy orderBy limit offset fetch top forUpdate forShare
       skipLocked noWait union unionAll as clearSelect clearWhere clearLimit clearOffset clearOrderBy $call $if $castTo $narrowType $assertType`,
      self,
    ),
    ...on(
      'kysely#InsertQueryBuilder',
      `values columns expression set from where whereRef innerJoin leftJoin returning returningAll onConflict onDuplicateKeyUpdate ignore
      using $call $if`,
      self,
    ),
    ...on('kysely#SelectQueryBuilder', 'execute', readMany('limit top fetch')),
    ...on('kysely#SelectQueryBuilder', 'executeTakeFirst executeTakeFirstOrThrow', read()),
    ...on('kysely#InsertQueryBuilder', 'execute executeTakeFirst executeTakeFirstOrThrow', write()),
  ],
  types: [
    ...alike('knex#Knex.Transaction knex#default knex#Transaction', 'knex#Knex'),
    ...alike('knex#QueryBuilder knex#Knex.ChainableInterface knex#Knex.QueryInterface', 'knex#Knex.QueryBuilder'),
    ...alike('bookshelf#default', 'bookshelf#Bookshelf'),
    ...alike('kysely#Transaction kysely#ControlledTransaction kysely#QueryCreator', 'kysely#Kysely'),
    ...alike('kysely#UpdateQueryBuilder kysely#DeleteQueryBuilder kysely#MergeQueryBuilder', 'kysely#InsertQueryBuilder'),
  ],
};
