/** Prisma, TypeORM, MikroORM, Sequelize, Objection and Bookshelf. */
import { declared, use, wrong } from './use.ts';

const prismaCalls = (client: string): Record<string, string> => ({
  'query read by prisma-in': `${client}.user.«findUnique findUniqueOrThrow findFirst findFirstOrThrow»({ where: { id: a } })`,
  'query read → list/table ≤ take': `
    ${client}.user.findMany({ where: { teamId: a } })
    ${client}.order.groupBy({ by: ['status'] })
    ${client}.user.«aggregateRaw findRaw»({})`,
  'query read': `${client}.user.«count aggregate»({ where: { active: true } })`,
  'query write': `${client}.user.«create update upsert delete»({ where: { id: a }, data: b })`,
  'query write bulk': `${client}.user.«createMany createManyAndReturn updateMany updateManyAndReturn deleteMany»({ data: xs })`,
  'query read by sql-any → list/table': `${client}.$queryRaw\`SELECT * FROM users WHERE id = \${a}\``,
  'query by sql-any → list/table': `${client}.«$queryRawUnsafe $queryRawTyped»(a)`,
  query: `${client}.$runCommandRaw({ ping: 1 })`,
  'query write by sql-any': `
    ${client}.$executeRaw\`DELETE FROM users WHERE id = \${a}\`
    ${client}.$executeRawUnsafe(a)`,
});

export const prisma = [
  ...use(`import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();`, prismaCalls('prisma')),
  ...use(`import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();`, {
    build: 'new PrismaClient()',
    once: 'prisma.$transaction(async (tx) => tx.user.update({ where: { id: a }, data: b }))',
    'query write': 'prisma.$transaction(async (tx) => ▸tx.user.update({ where: { id: a }, data: b }))',
    later: 'prisma.$on("query", f)',
  }),
  ...use(`import type { Prisma } from '@prisma/client';\ndeclare const tx: Prisma.TransactionClient;`, prismaCalls('tx')),
  // Generated wherever the schema says; the folder is most often ignored.
  ...use(`import { PrismaClient } from '«./generated/prisma ../prisma/generated/client»';\nconst prisma = new PrismaClient().$extends({});`, {
    'query read by prisma-in': 'prisma.user.findUnique({ where: { id: a } })',
  }),
  ...declared(
    '@prisma/client#UserDelegate @prisma/client#Prisma.UserDelegate .prisma/client#UserDelegate .prisma/client#Prisma.UserDelegate .prisma#UserDelegate',
    {
      'query read by prisma-in': 'it.«findUnique findUniqueOrThrow findFirst findFirstOrThrow»({})',
      'query read → list/table ≤ take': 'it.«findMany groupBy aggregateRaw findRaw»({})',
      'query read': 'it.«count aggregate»({})',
      'query write': 'it.«create update upsert delete»({})',
      'query write bulk': 'it.«createMany createManyAndReturn updateMany updateManyAndReturn deleteMany»({})',
    },
  ),
];

const typeormStore = (store: string): Record<string, string> => ({
  'query read by typeorm-in': `${store}.«findOne findOneBy findOneOrFail findOneByOrFail»({ id: a })`,
  'query read by typeorm-in → list/table ≤ take': `${store}.findBy({ team: a })`,
  'query read → list/table ≤ take brings relations': `${store}.find({ where: { team: a } })`,
  'query read brings relations': `${store}.findAndCount({ team: a })`,
  'query read': `${store}.«findAndCountBy count countBy sum average minimum maximum»({ team: a })`,
  'query read bulk → list/table': `${store}.findByIds(xs)`,
  'query write bulk': `${store}.«save remove softRemove recover insert upsert»(a)`,
  'query write': `${store}.«update delete softDelete restore»(a, b)`,
});

const typeormManaged = (store: string): Record<string, string> => ({
  'query read': `${store}.«exist exists existsBy preload»(a)`,
  'query write': `${store}.«updateAll deleteAll increment decrement clear»(a)`,
  'query read by sql-any → list/table': `${store}.query('SELECT 1')`,
});

const typeormBuilder = {
  'query read → list/table ≤ take limit brings leftJoinAndSelect': `repo.createQueryBuilder('u').leftJoinAndSelect('u.posts', 'p').getMany()`,
  'query read → list/table ≤ take limit': `repo.createQueryBuilder('u').where('u.id = :a', { a }).getRawMany()`,
  'query read by typeorm-in': `repo.createQueryBuilder('u').where('u.id = :a', { a }).«getOne getOneOrFail getRawOne»()`,
  'query read brings leftJoinAndSelect': `repo.createQueryBuilder('u').getManyAndCount()`,
  'query read': `repo.createQueryBuilder('u').«getCount getExists getRawAndEntities stream»()`,
  'query write': `repo.createQueryBuilder().update(User).set(a).where('id = :b', { b }).execute()`,
};

export const typeorm = [
  ...use(
    `import { DataSource, Repository, createConnection, createConnections, Connection } from 'typeorm';\nclass User {}\nconst db = new DataSource({ type: 'postgres' });\nconst repo = db.getRepository(User);`,
    {
      build: `
        new DataSource({ type: 'postgres' })
        new Connection({ type: 'postgres' })
        createConnection()
        createConnections()`,
      ...typeormBuilder,
      once: 'db.transaction(async (manager) => manager.save(a))',
    },
  ),
  ...use(
    `import { DataSource } from 'typeorm';\nclass User {}\nconst db = new DataSource({ type: 'postgres' });\nconst repo = db.getRepository(User);`,
    {
      'query read by sql-any → list/table': `
      db.query('SELECT 1')
      db.createQueryRunner().query('SELECT 1')`,
    },
  ),
  ...['EntityManager', 'Repository'].flatMap((type) =>
    ['', '<User>'].flatMap((of) =>
      use(`import type { ${type} } from 'typeorm';\nclass User {}\ndeclare const repo: ${type}${of};`, typeormStore('repo')),
    ),
  ),
  ...use(
    `import type { «Repository EntityManager» } from 'typeorm';\nclass Users { constructor(readonly db: «Repository EntityManager») {} }\ndeclare const users: Users;`,
    typeormManaged('users.db'),
  ),
  // A manager is also a property of other things.
  ...['DataSource', 'QueryRunner', 'Repository'].flatMap((type) => [
    ...use(`import type { ${type} } from 'typeorm';\ndeclare const it: ${type};`, typeormStore('it.manager')),
    ...use(`import type { ${type} } from 'typeorm';\ndeclare const it: ${type};`, typeormManaged('it.manager')),
  ]),
  ...use(`import { BaseEntity } from 'typeorm';\nclass User extends BaseEntity {}`, typeormStore('User')),
  ...use(`import { BaseEntity } from 'typeorm';\nclass User extends BaseEntity {}`, {
    'query read by sql-any → list/table': `User.query('SELECT 1')`,
    'query read': `new User().reload()`,
    'query write bulk': `new User().save()`,
  }),
  ...use(`import { getRepository, getManager, getConnection } from 'typeorm';\nclass User {}`, {
    'query read by typeorm-in': `
      getRepository(User).findOne(a)
      getManager().findOne(User, a)
      getConnection().getRepository(User).findOne(a)`,
  }),
  ...use(
    `import { Injectable } from '@nestjs/common';\nimport { InjectRepository } from '@nestjs/typeorm';\nimport { TreeRepository } from 'typeorm';\nclass Tag {}\n@Injectable()\nclass Tags { constructor(@InjectRepository(Tag) readonly repo: TreeRepository<Tag>) {} }\ndeclare const tags: Tags;`,
    {
      'query read → list/table': 'tags.repo.«findTrees findRoots findDescendants findDescendantsTree findAncestors findAncestorsTree»(a)',
      'query read by typeorm-in': 'tags.repo.findOneBy({ id: a })',
    },
  ),
  ...use(`import type { SelectQueryBuilder } from 'typeorm';\ndeclare const qb: SelectQueryBuilder<any>;`, {
    'query read': 'qb.relation(a).of(b).loadOne()',
    'query read → list/table': 'qb.relation(a).of(b).loadMany()',
  }),
  ...declared('typeorm#QueryBuilder', { 'query write': 'it.execute()' }),
  ...use(`import type { QueryRunner } from 'typeorm';\ndeclare const it: QueryRunner;`, { 'query write': 'it.commitTransaction()' }),
];

const mikroStore = (store: string): Record<string, string> => ({
  'query read': `${store}.«findOne findOneOrFail count findByCursor»(a)`,
  'query read brings populate': `${store}.findAndCount(a)`,
  'query read → list/table ≤ limit first last brings populate': `${store}.«find findAll»(a)`,
  'query read bulk loads': `${store}.populate(xs, ['author'])`,
  'query write': `${store}.«insert nativeInsert nativeUpdate nativeDelete upsert flush persistAndFlush removeAndFlush»(a)`,
  'query write bulk': `${store}.«insertMany upsertMany»(xs)`,
});
const mikroManager = (em: string): Record<string, string> => ({
  'query read': `${em}.«refresh refreshOrFail lock»(a)`,
  'query write': `${em}.commit()`,
  'query read by sql-any → list/table': `
    ${em}.execute('select 1')
    ${em}.getConnection().execute('select 1')`,
  nothing: `${em}.«persist remove create assign getReference»(a)`,
});

export const mikroOrm = [
  ...use(`import { MikroORM } from '@mikro-orm/«core postgresql mysql mariadb mssql sqlite better-sqlite libsql mongodb knex sql»';`, {
    build: `
      MikroORM.«init initSync»({})
      new MikroORM({})`,
    'query read': `(await MikroORM.init({})).em.findOne(a, b)`,
  }),
  ...[
    'import { MikroORM } from "@mikro-orm/core";\nconst orm = await MikroORM.init({});\nconst em = orm.em;',
    'import type { EntityManager } from "@mikro-orm/core";\ndeclare const em: EntityManager;',
    'import type { EntityRepository } from "@mikro-orm/core";\ndeclare const books: EntityRepository<any>;\nconst em = books.em;',
  ].flatMap((setUp) => [
    ...use(setUp, mikroStore('em')),
    ...use(setUp, mikroManager('em')),
    ...use(setUp, { 'query write': 'em.transactional(async (em) => ▸em.flush())', 'query read': 'em.fork().findOne(a, b)' }),
  ]),
  ...use(
    `import type { EntityRepository } from '@mikro-orm/postgresql';\nclass Book {}\nclass Books { constructor(private readonly repo: EntityRepository<Book>) {}\n all() { return this.repo; } }\nconst books = new Books(a).all();\ndeclare const a: any;`,
    mikroStore('books'),
  ),
  ...use(
    `import { Collection, Ref, Reference, ScalarReference, wrap } from '@mikro-orm/core';\nclass Author {}\nclass Book { authors = new Collection<Author>(this); publisher!: Ref<Author>; text!: ScalarReference<string>; translator!: Reference<Author>; }\ndeclare const book: Book;`,
    {
      'query read → list/table ≤ limit first last': 'book.authors.matching({})',
      'query read → list/table ≤ limit first last loads': 'book.authors.loadItems({})',
      'query read loads': `
      book.authors.load()
      book.«publisher translator».«load loadOrFail»()`,
      'query read loads again': `
      book.authors.init()
      wrap(book.publisher).init()`,
      'query read': `
      book.authors.loadCount()
      book.text.«load loadOrFail»()
      book.«publisher text translator».loadProperty()
      wrap(book).populate()`,
      nothing: 'book.authors.getItems()',
    },
  ),
  ...use(`import type { EntityManager } from '@mikro-orm/postgresql';\ndeclare const em: EntityManager;`, {
    'query read → list/table ≤ limit': `em.«createQueryBuilder qb»('Book').select('*').where({ id: a }).«getResult getResultList»()`,
    'query read': `em.createQueryBuilder('Book').select('*').where({ id: a }).«getSingleResult getCount getResultAndCount»()`,
    query: `em.createQueryBuilder('Book').update({ title: a }).where({ id: b }).execute()`,
    'query read by knex-wherein → list/table ≤ limit first': `em.getKnex().from('books')`,
  }),
];

export const sequelize = [
  ...use(`import «Sequelize {Sequelize}» from 'sequelize';`, { build: `new Sequelize('sqlite::memory:')` }),
  ...use(`import { Sequelize } from '«@sequelize/core sequelize-typescript»';`, { build: `new Sequelize('sqlite::memory:')` }),
  ...[
    `import { Model } from 'sequelize';\nclass User extends Model {}\nUser.init({}, {});`,
    `import { Table, Model } from 'sequelize-typescript';\n@Table\nclass User extends Model<User> {}`,
    `import { Table } from 'sequelize-typescript';\nimport { Base } from './nowhere';\n@Table\nclass User extends Base {}`,
    `const { Sequelize, DataTypes } = require('sequelize');\nconst sequelize = new Sequelize(process.env.DATABASE_URL);\nconst User = sequelize.define('User', { name: DataTypes.STRING });`,
    `import { DataTypes, Model, type ModelStatic } from 'sequelize';\ndeclare const User: ModelStatic<any>;`,
  ].flatMap((setUp) =>
    use(setUp, {
      'query read by sequelize-in': 'User.«findOne findByPk»(a)',
      'query read → list/table ≤ limit brings include': 'User.findAll({ where: { team: a } })',
      'query read brings include': 'User.findAndCountAll({ where: { team: a } })',
      'query read': `
        User.«count max min sum aggregate findOrBuild»({ where: { team: a } })
        (await User.findByPk(a)).reload()`,
      'query write': `
        User.«create findOrCreate findCreateFind upsert update destroy restore truncate increment decrement»({ name: a })
        (await User.findByPk(a)).«save update destroy»()
        User.build({ name: a }).save()
        for (const user of await User.findAll()) await ▸user.save()`,
      'query write bulk': 'User.bulkCreate(xs)',
    }),
  ),
  ...use(`import { Table, Model } from 'sequelize-typescript';\n@Table\nclass User extends Model<User> {}\nconst user = await User.findOne();`, {
    'query read loads again': `user.$get('posts')`,
    'query read': `user.«$count $has»('posts')`,
    'query write': `user.«$set $add $create $remove»('posts', a)`,
  }),
  // A base that is not there may have methods of its own that look like an association's.
  ...use(
    `import { Table } from 'sequelize-typescript';\nimport { Base } from './nowhere';\n@Table\nclass User extends Base {}\ndeclare const user: User;`,
    {
      nothing: 'user.«getPosts addPost»()',
    },
  ),
  ...use(`import { Sequelize } from 'sequelize';\nconst sequelize = new Sequelize('sqlite::memory:');`, {
    'query read by sql-any': `sequelize.query('SELECT 1')`,
    once: 'sequelize.transaction(async (transaction) => f(transaction))',
    'query write bulk': 'sequelize.getQueryInterface().«bulkInsert bulkUpdate bulkDelete»("users", xs)',
    'query read': 'sequelize.getQueryInterface().«rawSelect select»("users", {}, "id")',
  }),
];

export const objection = [
  ...use(`import { Model } from 'objection';\nclass Person extends Model {}\nconst person = await Person.query().findById(1);`, {
    'query read → list/table ≤ limit first page range brings withGraphFetched': `Person.query().where('age', '>', a).withGraphFetched('pets')`,
    'query read → list/table ≤ limit first page range loads again': `
      person.$relatedQuery('pets')
      new Person().$relatedQuery('pets')`,
    'query read → list/table ≤ limit first page range': `
      Person.relatedQuery('pets').for(a)
      person.$query()
      new Person().$query()`,
    'query read': `
      Person.query().where('age', a).«findById findOne first resultSize page range count countDistinct min max sum avg»(b)`,
    'query read loads again': `
      person.«$fetchGraph $loadRelated»('pets')
      for (const each of await Person.query()) await ▸each.$fetchGraph('pets')
      new Person().«$fetchGraph $loadRelated»('pets')`,
    'query read bulk': `Person.«fetchGraph loadRelated»(xs, 'pets')`,
    'query read bulk → list/table': 'Person.query().findByIds(xs)',
    'query write bulk':
      'Person.query().«insert insertAndFetch insertGraph insertGraphAndFetch insertWithRelated upsertGraph upsertGraphAndFetch relate»(a)',
    'query write': `Person.query().«update updateAndFetch updateAndFetchById patch patchAndFetch patchAndFetchById delete del deleteById unrelate increment decrement truncate»(a)`,
    'query read by sql-any': `Person.raw('select 1')`,
    'query read by knex-wherein → list/table ≤ limit first': `Person.knex().select('id')`,
    once: 'Person.transaction(async (trx) => Person.query(trx).insert(a))',
  }),
  // Nothing runs until somebody waits for it.
  ...use(`import { Model } from 'objection';\nclass Person extends Model {}`, { nothing: `const q = ▸Person.query().where('age', 3)` }),
];

export const bookshelf = [
  ...use(
    `const knex = require('knex')({});\nconst bookshelf = require('bookshelf')(knex);\nconst User = bookshelf.«model('User',{}) Model.extend({})»;\nconst Users = bookshelf.«collection('Users',{}) Collection.extend({})»;`,
    {
      'query read': `
      User.where({ id: a }).«fetch refresh count»()
      User.forge({ id: a }).fetch({ withRelated: ['posts'] })
      Users.forge().«fetchOne count load»(a)`,
      'query read loads again': `User.where({ id: a }).load('posts')`,
      'query read → list/table ≤ limit pageSize brings withRelated': `
      User.where({ team: a }).«fetchAll fetchPage»()
      Users.«fetchAll fetchPage»()`,
      'query read → list/table ≤ limit loads again': 'Users.forge().query({ where: a }).fetch()',
      'query write': `
      User.forge({ name: a }).«save destroy»()
      (await User.where({ id: a }).fetch()).save({ name: b })
      Users.forge().«create attach detach updatePivot invokeThen»(a)`,
      once: 'bookshelf.transaction((t) => f(t))',
    },
  ),
  ...use(`import { Sequelize } from 'sequelize';\nconst User = new Sequelize('').define('User', {});`, { 'query write': 'new User().save()' }),
  ...use(`const bookshelf = require('bookshelf')(a);\nconst User = bookshelf.model('User', {});`, { 'query read': 'new User({ id: a }).fetch()' }),
  ...use(`import { Model } from 'sequelize';\nclass User extends Model {}\nUser.hasMany(User);\nconst user = await User.findByPk(1);`, {
    'query read loads again': 'user.getPosts()',
    'query read': 'user.«countPosts hasPost»()',
    'query write': 'user.«setPosts addPost removePost createPost»(a)',
    later: `user.«get getDataValue»('name')\n${'User.«hasMany hasOne addHook»(User)'}`,
  }),
];

export const ormWrong = [
  ...wrong(
    'what an interface declares is not followed without the type checker',
    `import type { PrismaClient } from '@prisma/client';\ninterface Context { db: PrismaClient }\ndeclare const context: Context;`,
    'context.db.user.findUnique({ where: { id: a } })',
    'nothing',
    'query read by prisma-in',
  ),
  ...wrong(
    'a class that extends a member of an instance is not followed',
    `const bookshelf = require('bookshelf')(a);\nclass User extends bookshelf.Model {}`,
    'new User({ id: a }).fetch()',
    'nothing',
    'query read',
  ),
];
