/**
 * Knex, whose queries run when awaited. The call that starts a chain carries a read; a call in the
 * chain that turns it into a write (`insert`, `update`, `del`) carries the write. One chain is one query: the last operation in it counts.
 * `knex#Knex` without a member is a call of the value itself: `knex('users')`.
 */
import { alike, type Family, inTransaction, on, pool, read, readMany, returns, self, sqlText, write, writeBulk } from '../../words.ts';

const builder = { returns: 'knex#Knex.QueryBuilder' } as const;
const start = { ...readMany('limit first', 'knex-wherein'), ...builder };
/** A transaction is called like the whole, and has a name of two parts, which types that are alike do not reach. */
const whole = 'knex#Knex knex#Knex.Transaction';
const chain = `${whole} knex#Knex.QueryBuilder`;

export const knex: Family = {
  rows: [
    ...on('knex', 'default knex', returns('knex#Knex', { ...pool, connectsBy: 'connection' })),
    ...on('knex', 'Knex Knex.Transaction', start),
    ...on(whole, 'from table into queryBuilder withSchema', start),
    ...on('knex#Knex.QueryBuilder', 'from table into withSchema', self),
    ...on(chain, 'select column columns distinct distinctOn', start),
    ...on(chain, 'first', { ...read('knex-wherein'), ...builder }),
    ...on(chain, 'pluck', { ...readMany('limit', 'knex-wherein'), ...builder }),
    ...on(chain, 'count countDistinct min max sum sumDistinct avg avgDistinct', { ...read(), ...builder }),
    ...on(chain, 'insert upsert', { ...writeBulk, ...builder }),
    ...on(chain, 'update increment decrement del delete truncate', { ...write(), ...builder }),
    ...on(whole, 'batchInsert', writeBulk),
    ...on(whole, 'raw', sqlText),
    ...on('knex#Knex.QueryBuilder', 'columnInfo', read()),
    ...on(whole, 'schema.hasTable schema.hasColumn', read()),
    ...on(whole, 'transaction', returns('knex#Knex.Transaction', { ...inTransaction, opensUntil: ['commit', 'rollback'] })),
    ...on(
      'knex#Knex.QueryBuilder',
      `where andWhere orWhere whereNot whereIn whereNotIn whereNull whereNotNull whereExists whereBetween whereLike whereILike whereRaw whereColumn whereJsonObject whereJsonPath whereJsonSupersetOf whereNotLike whereNotExists
       whereNotBetween andWhereNot andWhereRaw andWhereBetween orWhereNot orWhereIn orWhereNotIn orWhereNull orWhereNotNull orWhereRaw orWhereExists orWhereBetween
       orWhereLike orWhereILike join innerJoin leftJoin
       leftOuterJoin rightJoin fullOuterJoin crossJoin joinRaw groupBy groupByRaw orderBy orderByRaw having havingRaw limit offset returning onConflict merge ignore
       modify with withRecursive union unionAll as clone forUpdate forShare skipLocked noWait transacting timeout debug clearSelect clearWhere clearOrder`,
      self,
    ),
  ],
  types: [
    ...alike('knex#default knex#Transaction', 'knex#Knex'),
    ...alike('knex#QueryBuilder knex#QueryInterface knex#ChainableInterface', 'knex#Knex.QueryBuilder'),
  ],
};
