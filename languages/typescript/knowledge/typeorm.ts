/** TypeORM, and what NestJS hands out of it. */
import { alike, client, type Family, on, queryRows, read, readMany, returns, self, write, writeBulk } from '../../words.ts';

/** `dataSource.manager` is a property. */
const managers = 'typeorm#EntityManager typeorm#DataSource.manager typeorm#QueryRunner.manager typeorm#Repository.manager';
const managed = `typeorm#Repository ${managers}`;
const stores = `${managed} typeorm#BaseEntity`;
const raw = { op: { kind: 'query', batch: 'sql-any' }, result: queryRows } as const;

export const typeorm: Family = {
  rows: [
    ...on('typeorm', 'DataSource Connection createConnection createConnections', client),
    ...on('typeorm', 'getRepository getCustomRepository getTreeRepository getMongoRepository', returns('typeorm#Repository')),
    ...on('typeorm', 'getManager', returns('typeorm#EntityManager')),
    ...on('typeorm', 'getConnection', returns('typeorm#DataSource')),
    ...on(
      `typeorm#DataSource ${managers}`,
      'getRepository getTreeRepository getMongoRepository getCustomRepository withRepository',
      returns('typeorm#Repository'),
    ),
    ...on('typeorm#DataSource', 'createEntityManager', returns('typeorm#EntityManager')),
    ...on('typeorm#DataSource', 'createQueryRunner', returns('typeorm#QueryRunner')),
    ...on('typeorm#Repository', 'extend', self),

    ...on(stores, 'findOne findOneBy findOneOrFail findOneByOrFail', read('typeorm-in')),
    ...on(stores, 'findBy', readMany('take', 'typeorm-in')),
    ...on(stores, 'find', readMany('take')),
    // A pair of rows and their count.
    ...on(stores, 'findAndCount findAndCountBy', read()),
    ...on(stores, 'findByIds', { op: { kind: 'query', access: 'read', bulk: true }, result: queryRows }),
    ...on(stores, 'count countBy sum average minimum maximum', read()),
    ...on(managed, 'exist exists existsBy', read()),
    ...on('typeorm#TreeRepository', 'findTrees findRoots findDescendants findDescendantsTree findAncestors findAncestorsTree', readMany('')),

    // These take one entity, or many.
    ...on(stores, 'save remove softRemove recover insert upsert', writeBulk),
    ...on(stores, 'update delete softDelete restore', write()),
    ...on(managed, 'updateAll deleteAll', write()),
    ...on(managed, 'increment decrement clear', write()),
    ...on('typeorm#BaseEntity', 'reload', read()),
    ...on(managed, 'preload', read()),
    ...on(`${managed} typeorm#DataSource typeorm#QueryRunner typeorm#BaseEntity`, 'query', raw),

    ...on(`${managed} typeorm#DataSource typeorm#BaseEntity`, 'createQueryBuilder', returns('typeorm#SelectQueryBuilder')),
    ...on(`${managers} typeorm#DataSource`, 'transaction', { callbacks: 'now' }),

    ...on(
      'typeorm#SelectQueryBuilder',
      `select addSelect distinct distinctOn from addFrom innerJoin leftJoin innerJoinAndSelect leftJoinAndSelect innerJoinAndMapMany innerJoinAndMapOne
       leftJoinAndMapMany leftJoinAndMapOne loadRelationIdAndMap loadAllRelationIds where andWhere orWhere whereExists andWhereExists orWhereExists whereInIds
       andWhereInIds orWhereInIds having andHaving orHaving groupBy addGroupBy orderBy addOrderBy limit offset take skip useIndex setLock setOnLocked withDeleted
       cache setOption maxExecutionTime timeTravelQuery setFindOptions setParameter setParameters comment clone insert update delete softDelete restore into set
       values returning output onConflict orIgnore orUpdate relation of subQuery setQueryRunner callListeners useTransaction addCommonTableExpression`,
      self,
    ),
    ...on('typeorm#SelectQueryBuilder', 'getMany getRawMany', readMany('take limit')),
    ...on('typeorm#SelectQueryBuilder', 'getOne getOneOrFail getRawOne', read('typeorm-in')),
    ...on('typeorm#SelectQueryBuilder', 'getCount getExists getManyAndCount getRawAndEntities', read()),
    ...on('typeorm#SelectQueryBuilder', 'stream', read()),
    ...on('typeorm#SelectQueryBuilder typeorm#QueryBuilder', 'execute', write()),
    ...on('typeorm#SelectQueryBuilder', 'loadOne', read()),
    ...on('typeorm#SelectQueryBuilder', 'loadMany', readMany('')),
  ],
  types: [
    ...alike('typeorm#TreeRepository typeorm#MongoRepository typeorm#AbstractRepository', 'typeorm#Repository'),
    ...alike('typeorm#MongoEntityManager typeorm#SqljsEntityManager', 'typeorm#EntityManager'),
    ...alike('typeorm#Connection', 'typeorm#DataSource'),
    ...alike(
      `typeorm#QueryBuilder typeorm#InsertQueryBuilder typeorm#UpdateQueryBuilder typeorm#DeleteQueryBuilder
      typeorm#SoftDeleteQueryBuilder typeorm#RelationQueryBuilder typeorm#WhereExpressionBuilder`,
      'typeorm#SelectQueryBuilder',
    ),
  ],
};
