/** MikroORM: entity managers, repositories, collections, references and its query builder. Drivers re-export the core under their own name. */
import type { ColumnRow, RelationRow } from '../../../model/knowledge-tables.ts';
import {
  alike,
  brings,
  type Family,
  inTransaction,
  loads,
  on,
  pool,
  queryRows,
  read,
  readBulk,
  readMany,
  returns,
  self,
  symbols,
  words,
  write,
  writeBulk,
} from '../../words.ts';

const core = '@mikro-orm/core';
const drivers = words('postgresql mysql mariadb mssql sqlite better-sqlite libsql mongodb knex sql').map((name) => `@mikro-orm/${name}`);
/** `orm.em` and `repository.em` are properties. */
const decorators = `${core} @mikro-orm/decorators/legacy @mikro-orm/decorators/es`;
const column: ColumnRow = { indexedBy: ['unique', 'primary', 'index'], fewBy: { keywords: ['items'], types: ['boolean', 'literals'] } };
const managers = `${core}#EntityManager ${core}#MikroORM.em ${core}#EntityRepository.em`;
const stores = `${managers} ${core}#EntityRepository`;
const many = { ...readMany('limit first last'), countedBy: 'count' };
const populate = "populate: ['*']";
/** With these a collection asks for some of its rows only. */
const parts = words('where limit offset first last');
const relation = { target: { keyword: 'entity', position: 0 }, eagerBy: { keyword: 'eager', values: [] }, lazily: 'never' } as const;
const relations = (members: string, holds: 'one' | 'many'): RelationRow[] =>
  symbols(decorators, members).map((symbol) => ({ symbol, holds, ...relation }));
const builder = `${core}#QueryBuilder`;
const inEach = (type: string): string => drivers.map((driver) => `${driver}#${type}`).join(' ');

export const mikroOrm: Family = {
  rows: [
    ...on(core, 'MikroORM.init MikroORM.initSync MikroORM', returns(`${core}#MikroORM`, pool)),
    ...on(drivers.join(' '), 'MikroORM.init MikroORM.initSync MikroORM', returns(`${core}#MikroORM`, pool)),

    ...on(stores, 'findOne findOneOrFail', { ...read(), conditions: 'given' }),
    ...on(`${core}#EntityRepository`, 'find', { ...many, conditions: 'given', ...brings('populate', 1, populate) }),
    ...on(`${core}#EntityRepository`, 'findAll', { ...many, ...brings('populate', 0, populate) }),
    ...on(managers, 'find', { ...many, conditions: 'given', ...brings('populate', 2, populate) }),
    ...on(managers, 'findAll', { ...many, ...brings('populate', 1, populate) }),
    // Pairs of rows and their count, or a cursor.
    ...on(`${core}#EntityRepository`, 'findAndCount', { ...read(), ...brings('populate', 1, populate) }),
    ...on(managers, 'findAndCount', { ...read(), ...brings('populate', 2, populate) }),
    ...on(stores, 'count', { ...read(), conditions: 'given' }),
    ...on(stores, 'findByCursor', read()),
    ...on(managers, 'refresh refreshOrFail lock', read()),
    ...on(stores, 'populate', { ...readBulk, ...loads(1, { row: 0 }) }),
    ...on(stores, 'insert nativeInsert nativeUpdate nativeDelete upsert', write()),
    ...on(stores, 'insertMany upsertMany', writeBulk),
    // `persist` and `remove` only remember; what they remember goes out at once.
    ...on(stores, 'flush', { ...write(), commits: true }),
    ...on(stores, 'persistAndFlush removeAndFlush', write()),
    ...on(managers, 'commit', { ...write(), commits: true }),
    ...on(managers, 'transactional', inTransaction),
    ...on(managers, 'fork', returns(`${core}#EntityManager`)),
    ...on(managers, 'getRepository repo', returns(`${core}#EntityRepository`)),
    ...on(managers, 'execute', { op: { kind: 'query', batch: 'sql-any' }, result: queryRows }),
    ...on(managers, 'getConnection', returns(`${core}#Connection`)),
    ...on(`${core}#Connection`, 'execute', { op: { kind: 'query', batch: 'sql-any' }, result: queryRows }),
    ...on(`${core}#EntityRepository`, 'getEntityManager', returns(`${core}#EntityManager`)),
    ...on(stores, 'createQueryBuilder qb', returns(builder)),
    ...on(managers, 'getKnex', returns('knex#Knex')),
    ...on(`${core}#EntityRepository`, 'getKnex', returns('knex#Knex')),

    // What an entity refers to is loaded by one query each, unless it was populated.
    ...on(`${core}#Collection`, 'init', returns('self', { ...read(), ...loads('receiver', { again: true, parts }) })),
    ...on(`${core}#Collection`, 'load', returns('self', { ...read(), ...loads('receiver', { parts }) })),
    ...on(`${core}#Collection`, 'loadItems', { ...many, ...loads('receiver', { parts }) }),
    ...on(`${core}#Collection`, 'matching', many),
    ...on(`${core}#Collection`, 'loadCount', read()),
    ...on(`${core}#Reference ${core}#Ref`, 'load loadOrFail', { ...read(), ...loads('receiver') }),
    ...on(`${core}#ScalarReference`, 'load loadOrFail', read()),
    ...on(`${core}#Reference ${core}#Ref ${core}#ScalarReference`, 'loadProperty', read()),
    ...on(core, 'wrap', returns(`${core}#WrappedEntity`)),
    ...on(`${core}#WrappedEntity`, 'init', { ...read(), ...loads('receiver', { again: true }) }),
    ...on(`${core}#WrappedEntity`, 'populate', read()),

    ...on(
      builder,
      `select addSelect distinct distinctOn from insert update delete truncate where andWhere orWhere having andHaving orHaving join innerJoin leftJoin
       joinAndSelect innerJoinAndSelect leftJoinAndSelect innerJoinLateral leftJoinLateral groupBy orderBy limit offset as cache clone comment hintComment
       indexHint ignore merge onConflict populate returning setFlag setFlushMode setLockMode unsetFlag withSchema withSubQuery count applyFilters`,
      self,
    ),
    ...on(decorators, 'Property', { column }),
    ...on(decorators, 'PrimaryKey SerializedPrimaryKey', { column: { ...column, isIndexed: true } }),
    ...on(decorators, 'Enum', { column: { ...column, isFew: true } }),

    ...on(builder, 'getResult getResultList', readMany('limit')),
    ...on(builder, 'getSingleResult getCount getResultAndCount', read()),
    // Whatever was built: rows, or a change.
    ...on(builder, 'execute', { op: { kind: 'query' } }),
  ],
  relations: [...relations('ManyToOne OneToOne', 'one'), ...relations('OneToMany ManyToMany', 'many')],
  types: [
    ...alike(
      `${core}#SqlEntityManager ${inEach('EntityManager')} ${inEach('SqlEntityManager')} ${inEach('MongoEntityManager')}`,
      `${core}#EntityManager`,
    ),
    ...alike(`${core}#SqlEntityRepository ${inEach('EntityRepository')} ${inEach('SqlEntityRepository')}`, `${core}#EntityRepository`),
    ...alike(inEach('MikroORM'), `${core}#MikroORM`),
    ...alike(inEach('Collection'), `${core}#Collection`),
    ...alike(`${inEach('Ref')} ${inEach('Reference')}`, `${core}#Reference`),
    ...alike(inEach('QueryBuilder'), builder),
  ],
};
