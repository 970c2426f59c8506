/** Objection and Bookshelf: models on top of Knex. Objection's queries run when awaited; what a call yields is its builder, or a model. */
import {
  alike,
  brings,
  bringsBy,
  type Family,
  inTransaction,
  loads,
  on,
  queryRows,
  read,
  readBulk,
  readMany,
  returns,
  self,
  sqlText,
  write,
  writeBulk,
} from '../../words.ts';

const builder = 'objection#QueryBuilder';
const fetched = bringsBy('withGraphFetched withGraphJoined eager mergeEager joinEager', ".withGraphFetched('*')");
const starts = { ...readMany('limit first page range'), returns: builder };

export const objection: Family = {
  rows: [
    ...on('objection#Model', 'query', { ...starts, ...fetched }),
    // A model that a query yielded goes by the builder's name, so it knows them too.
    ...on(`objection#Model ${builder}`, '$query', starts),
    ...on(`objection#Model ${builder}`, '$relatedQuery', { ...starts, ...loads(0, { again: true }) }),
    ...on('objection#Model', 'relatedQuery', starts),
    ...on(`objection#Model ${builder}`, '$fetchGraph $loadRelated', { ...read(), ...loads(0, { again: true }) }),
    ...on('objection#Model', 'fetchGraph loadRelated', readBulk),
    ...on('objection#Model', 'bindKnex bindTransaction', self),
    ...on('objection#Model', 'knex', returns('knex#Knex')),
    ...on('objection#Model', 'knexQuery', returns('knex#Knex.QueryBuilder')),
    ...on('objection#Model', 'raw', sqlText),
    ...on('objection', 'transaction', inTransaction),
    ...on('objection#Model', 'transaction', inTransaction),

    ...on(builder, 'findById findOne first resultSize', { ...read(), returns: builder }),
    ...on(builder, 'findByIds', { op: { kind: 'query', access: 'read', bulk: true }, result: queryRows, returns: builder }),
    ...on(builder, 'page range', { ...read(), returns: builder }),
    ...on(builder, 'count countDistinct min max sum avg', { ...read(), returns: builder }),
    ...on(
      builder,
      'insert insertAndFetch insertGraph insertGraphAndFetch insertWithRelated upsertGraph upsertGraphAndFetch relate',
      returns(builder, writeBulk),
    ),
    ...on(
      builder,
      'update updateAndFetch updateAndFetchById patch patchAndFetch patchAndFetchById delete del deleteById unrelate increment decrement truncate',
      returns(builder, write()),
    ),
    ...on(
      builder,
      `select column columns distinct where andWhere orWhere whereNot whereIn whereNotIn orWhereIn whereNull whereNotNull orWhereNull whereExists whereNotExists
       whereBetween whereRaw whereComposite whereInComposite whereJsonSupersetOf join innerJoin leftJoin leftOuterJoin rightJoin joinRelated innerJoinRelated
       leftJoinRelated joinEager eager mergeEager withGraphFetched withGraphJoined modifyGraph allowGraph graphExpressionObject orderBy orderByRaw groupBy having
       havingRaw with withSchema union unionAll limit offset modify modifiers for from alias as context returning onConflict merge ignore skipUndefined
       throwIfNotFound transacting forUpdate forShare noWait skipLocked timeout debug clone castTo runBefore runAfter onBuild onError`,
      self,
    ),
  ],
};

const bookshelfModel = 'bookshelf#Model';

export const bookshelf: Family = {
  rows: [
    ...on('bookshelf', 'default', returns('bookshelf#Bookshelf')),
    ...on('bookshelf#Bookshelf', 'model Model.extend Model.forge', returns(bookshelfModel)),
    ...on('bookshelf#Bookshelf', 'collection Collection.extend Collection.forge', returns('bookshelf#Collection')),
    ...on('bookshelf#Bookshelf', 'transaction', inTransaction),
    ...on(`${bookshelfModel} bookshelf#Collection`, 'where query orderBy extend forge', self),
    ...on(bookshelfModel, 'collection', returns('bookshelf#Collection')),
    ...on(bookshelfModel, 'related', returns('bookshelf#Collection')),
    ...on(bookshelfModel, 'fetch refresh count', returns('self', read())),
    ...on(bookshelfModel, 'load', returns('self', { ...read(), ...loads(0, { again: true }) })),
    ...on(`${bookshelfModel} bookshelf#Collection`, 'fetchAll fetchPage', {
      ...readMany('limit pageSize'),
      ...brings('withRelated', 0, "withRelated: ['*']"),
      returns: bookshelfModel,
    }),
    ...on('bookshelf#Collection', 'fetch', { ...readMany('limit'), ...loads('receiver', { again: true }) }),
    ...on('bookshelf#Collection', 'fetchOne count load', read()),
    ...on(bookshelfModel, 'save destroy', returns('self', write())),
    ...on('bookshelf#Collection', 'create attach detach updatePivot invokeThen', write()),
  ],
  types: [...alike('bookshelf#default', 'bookshelf#Bookshelf')],
};
