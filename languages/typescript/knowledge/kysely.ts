/** Kysely: a chain says what is wanted, and its last call runs it. */
import { alike, type Family, inTransaction, on, pool, read, readMany, returns, self, sqlText, write } from '../../words.ts';

export const kysely: Family = {
  rows: [
    ...on('kysely', 'Kysely', pool),
    ...on('kysely#Kysely', 'selectFrom selectNoFrom', returns('kysely#SelectQueryBuilder')),
    ...on('kysely#Kysely', 'insertInto updateTable deleteFrom replaceInto mergeInto', returns('kysely#InsertQueryBuilder')),
    ...on('kysely#Kysely', 'withSchema withPlugin withoutPlugins withTables with withRecursive', self),
    ...on('kysely#Kysely', 'transaction startTransaction', returns('kysely#TransactionBuilder')),
    ...on('kysely#Kysely', 'connection', returns('kysely#ConnectionBuilder')),
    ...on('kysely#ConnectionBuilder', 'execute', { callbacks: 'now', returns: 'kysely#Kysely', hands: ['kysely#Kysely'] }),
    ...on('kysely#Kysely', 'executeQuery', { op: { kind: 'query' } }),
    ...on('kysely#TransactionBuilder', 'setIsolationLevel setAccessMode', self),
    // `startTransaction().execute()` takes no function and yields the transaction.
    ...on('kysely#TransactionBuilder', 'execute', { ...inTransaction, returns: 'kysely#Kysely', hands: ['kysely#Kysely'] }),
    ...on(
      'kysely#SelectQueryBuilder',
      `select selectAll distinct distinctOn where whereRef having havingRef innerJoin leftJoin rightJoin fullJoin crossJoin innerJoinLateral leftJoinLateral
       crossJoinLateral crossApply outerApply groupBy orderBy limit offset fetch top forUpdate forShare forKeyShare forNoKeyUpdate skipLocked noWait union unionAll
       intersect intersectAll except exceptAll as modifyFront modifyEnd clearSelect clearWhere clearLimit clearOffset clearOrderBy clearGroupBy $call $if $castTo
       $narrowType $assertType`,
      self,
    ),
    ...on(
      'kysely#InsertQueryBuilder',
      `values columns defaultValues expression set from using where whereRef innerJoin leftJoin rightJoin fullJoin returning returningAll output outputAll
       onConflict onDuplicateKeyUpdate ignore orIgnore top limit orderBy modifyFront modifyEnd whenMatched whenNotMatched thenUpdateSet thenDelete thenInsertValues
       $call $if`,
      self,
    ),
    ...on('kysely#SelectQueryBuilder', 'execute', readMany('limit top fetch')),
    ...on('kysely#SelectQueryBuilder', 'stream', readMany('limit top fetch')),
    ...on('kysely#SelectQueryBuilder', 'executeTakeFirst executeTakeFirstOrThrow explain', read()),
    ...on('kysely#InsertQueryBuilder', 'execute executeTakeFirst executeTakeFirstOrThrow', write()),
    // sql`…` alone is a piece of a query; `.execute(db)` runs it.
    ...on('kysely', 'sql sql.raw', returns('kysely#RawBuilder')),
    ...on('kysely#RawBuilder', 'execute', sqlText),
    ...on('kysely#RawBuilder', 'as $castTo $notNull withPlugin', self),
  ],
  types: [
    ...alike('kysely#Transaction kysely#ControlledTransaction kysely#QueryCreator', 'kysely#Kysely'),
    ...alike('kysely#UpdateQueryBuilder kysely#DeleteQueryBuilder kysely#MergeQueryBuilder kysely#ReplaceQueryBuilder', 'kysely#InsertQueryBuilder'),
    ...alike('kysely#ControlledTransactionBuilder kysely#ConnectionBuilder', 'kysely#TransactionBuilder'),
  ],
};
