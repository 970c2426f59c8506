/** TypeORM, and what NestJS hands out of it. */
import type { ColumnRow, RelationRow } from '../../../model/knowledge-tables.ts';
import {
  alike,
  brings,
  bringsBy,
  type Family,
  inTransaction,
  on,
  pool,
  queryRows,
  read,
  readMany,
  returns,
  self,
  symbols,
  words,
  write,
  writeBulk,
} from '../../words.ts';

/** `dataSource.manager` is a property. */
const managers = 'typeorm#EntityManager typeorm#DataSource.manager typeorm#QueryRunner.manager typeorm#Repository.manager';
const managed = `typeorm#Repository ${managers}`;
const stores = `${managed} typeorm#BaseEntity`;
/** `relations: { posts: true }` is newer, and this is understood by old and new. */
const related = "relations: ['*']";
/** Loaded when somebody reads the attribute, if that is a promise; otherwise it is what was loaded, or nothing. */
const relation = {
  target: { keyword: '', position: 0 },
  eagerBy: { keyword: 'eager', values: [] },
  lazily: { type: 'Promise', option: 'lazy' },
} as const;
const relations = (members: string, holds: 'one' | 'many'): RelationRow[] =>
  symbols('typeorm', members).map((symbol) => ({ symbol, holds, ...relation }));
const column: ColumnRow = { indexedBy: ['unique', 'primary', 'index'], fewBy: { keywords: ['enum', 'enumName'], types: ['boolean', 'literals'] } };
const joins = bringsBy('leftJoinAndSelect innerJoinAndSelect', ".leftJoinAndSelect('alias.*', '*')");
const raw = { op: { kind: 'query', batch: 'sql-any' }, result: queryRows } as const;

export const typeorm: Family = {
  rows: [
    ...on('typeorm', 'DataSource Connection createConnection createConnections', pool),
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
    ...on(managers, 'connection.createQueryRunner', returns('typeorm#QueryRunner')),
    ...on('typeorm#QueryRunner', 'startTransaction', { holds: 'transaction', opensUntil: words('commitTransaction rollbackTransaction') }),
    ...on('typeorm#QueryRunner', 'commitTransaction', { ...write(), commits: true }),
    ...on('typeorm#Repository', 'extend', self),

    ...on(stores, 'findOne findOneOrFail', { ...read('typeorm-in'), conditions: 'where' }),
    ...on(stores, 'findOneBy findOneByOrFail', { ...read('typeorm-in'), conditions: 'given' }),
    ...on(stores, 'findBy', { ...readMany('take', 'typeorm-in'), conditions: 'given', countedBy: 'countBy', ...bringsBy('', related) }),
    ...on('typeorm#Repository typeorm#BaseEntity', 'find', {
      ...readMany('take'),
      conditions: 'where',
      countedBy: 'count',
      ...brings('relations', 0, related),
    }),
    ...on(managers, 'find', { ...readMany('take'), conditions: 'where', countedBy: 'count', ...brings('relations', 1, related) }),
    // A pair of rows and their count.
    ...on('typeorm#Repository typeorm#BaseEntity', 'findAndCount', { ...read(), ...brings('relations', 0, related) }),
    ...on(managers, 'findAndCount', { ...read(), ...brings('relations', 1, related) }),
    ...on(stores, 'findAndCountBy', { ...read(), ...bringsBy('', related) }),
    ...on(stores, 'findByIds', { op: { kind: 'query', access: 'read', bulk: true }, result: queryRows }),
    ...on(stores, 'sum average minimum maximum', read()),
    ...on(stores, 'count', { ...read(), conditions: 'where' }),
    ...on(stores, 'countBy', { ...read(), conditions: 'given' }),
    ...on(managed, 'exist exists', { ...read(), conditions: 'where' }),
    ...on(managed, 'existsBy', { ...read(), conditions: 'given' }),
    ...on('typeorm#TreeRepository', 'findTrees findRoots findDescendants findDescendantsTree findAncestors findAncestorsTree', readMany('')),

    // These take one entity, or many.
    ...on(stores, 'save remove softRemove recover insert upsert', writeBulk),
    ...on(stores, 'update delete softDelete restore', { ...write(), conditions: 'given' }),
    ...on(managed, 'updateAll deleteAll', write()),
    ...on(managed, 'increment decrement clear', write()),
    ...on('typeorm#BaseEntity', 'reload', read()),
    ...on(managed, 'preload', read()),
    ...on(`${managed} typeorm#DataSource typeorm#QueryRunner typeorm#BaseEntity`, 'query', raw),

    ...on(`${managed} typeorm#DataSource typeorm#BaseEntity`, 'createQueryBuilder', returns('typeorm#SelectQueryBuilder')),
    ...on(`${managers} typeorm#DataSource`, 'transaction', inTransaction),

    ...on(
      'typeorm#SelectQueryBuilder',
      `select addSelect distinct distinctOn from addFrom innerJoin leftJoin innerJoinAndSelect leftJoinAndSelect innerJoinAndMapMany innerJoinAndMapOne
       leftJoinAndMapMany leftJoinAndMapOne loadRelationIdAndMap loadAllRelationIds where andWhere orWhere whereExists andWhereExists orWhereExists whereInIds
       andWhereInIds orWhereInIds having andHaving orHaving groupBy addGroupBy orderBy addOrderBy limit offset take skip useIndex setLock setOnLocked withDeleted
       cache setOption maxExecutionTime timeTravelQuery setFindOptions setParameter setParameters comment clone insert update delete softDelete restore into set
       values returning output onConflict orIgnore orUpdate relation of subQuery setQueryRunner callListeners useTransaction addCommonTableExpression`,
      self,
    ),
    ...on('typeorm#SelectQueryBuilder', 'getMany', { ...readMany('take limit'), countedBy: 'getCount', ...joins }),
    ...on('typeorm#SelectQueryBuilder', 'getRawMany', readMany('take limit')),
    ...on('typeorm#SelectQueryBuilder', 'getOne getOneOrFail getRawOne', read('typeorm-in')),
    ...on('typeorm#SelectQueryBuilder', 'getCount getExists getRawAndEntities', read()),
    ...on('typeorm#SelectQueryBuilder', 'getManyAndCount', { ...read(), ...joins }),
    ...on('typeorm#SelectQueryBuilder', 'stream', read()),
    ...on('typeorm#SelectQueryBuilder typeorm#QueryBuilder', 'execute', write()),
    ...on('typeorm#SelectQueryBuilder', 'loadOne', read()),
    ...on('typeorm#SelectQueryBuilder', 'loadMany', readMany('')),

    ...on('typeorm', 'Column CreateDateColumn UpdateDateColumn DeleteDateColumn', { column }),
    ...on('typeorm', 'PrimaryColumn PrimaryGeneratedColumn ObjectIdColumn', { column: { ...column, isIndexed: true } }),
  ],
  relations: [...relations('ManyToOne OneToOne', 'one'), ...relations('OneToMany ManyToMany', 'many')],
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
