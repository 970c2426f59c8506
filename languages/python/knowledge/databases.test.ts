import { describe, expect, it } from 'vitest';
import type { KnowledgeRow } from '../../../model/knowledge.ts';
import { indexKnowledge } from '../../../model/knowledge-index.ts';
import { databases, lazyDatabases } from './databases.ts';

const rows = databases.flatMap((family) => family.rows ?? []);
const types = databases.flatMap((family) => family.types ?? []);
const known = indexKnowledge([{ rows, types, decorators: [], fileEntries: [], paramEntries: [], lazy: lazyDatabases }]);

function row(symbol: string): KnowledgeRow {
  const found = known.row(`py:${symbol}`);
  if (found === null) throw new Error(`nothing known about ${symbol}`);
  return found;
}

it('knows columns, with an index or without', () => {
  expect(row('django#db.models.CharField').column).toMatchObject({ indexedBy: ['db_index', 'unique', 'primary_key'] });
  expect(row('django#db.models.CharField').column?.isIndexed).toBeUndefined();
  expect(row('django#db.models.ForeignKey').column?.isIndexed).toBe(true);
  expect(row('django#db.models.BooleanField').column?.isFew).toBe(true);
  for (const symbol of ['sqlalchemy#Column', 'sqlalchemy#orm.mapped_column', 'sqlmodel#Field'])
    expect(row(symbol).column?.indexedBy).toEqual(['index', 'unique', 'primary_key']);
});

describe('Django', () => {
  it('refuses to query on an event loop, but not to ask a cache', () => {
    expect(row('django#core.cache.cache.get').raisesOnLoop).toBeUndefined();
    expect(row('django#db.models.QuerySet.count').raisesOnLoop).toBe('SynchronousOnlyOperation');
  });

  it('describes queries, and runs others at once', () => {
    expect(row('django#db.models.Model.objects.filter')).toMatchObject({ returns: 'py:django#db.models.QuerySet', result: { extent: 'table' } });
    expect(row('django#db.models.Model.objects.filter').eager).toBeUndefined();
    expect(row('django#db.models.Model.objects.get')).toMatchObject({
      eager: true,
      blocks: true,
      remedy: 'Use `aget`.',
      raisesOnLoop: 'SynchronousOnlyOperation',
    });
    expect(row('django#db.models.Model.objects.aget').blocks).toBeUndefined();
    expect(row('django#db.models.QuerySet.count').eager).toBe(true);
  });
  it('knows what is asked of models, of what walks out of a query, and of the users of the framework', () => {
    expect(row('django#db.models.Model.save').op).toEqual({ kind: 'query', access: 'write', batch: 'django-write' });
    expect(row('django#db.models.QuerySet.save')).toBe(row('django#db.models.Model.save'));
    expect(row('django#contrib.auth.models.AbstractBaseUser.objects.create_user').op?.access).toBe('write');
  });
  it('tells managers of related objects from texts and dictionaries', () => {
    expect(row('django#db.models.Model.books.all').op?.kind).toBe('query');
    expect(row('django#db.models.Model.book_set.get').op?.kind).toBe('query');
    expect(known.row('py:django#db.models.Model.settings.get')).toBeNull();
    expect(row('django#db.models.ManyToManyField.add').op?.bulk).toBe(true);
  });
});

describe('SQLAlchemy', () => {
  it('asks when a session is called, and its results cost nothing more', () => {
    expect(row('sqlalchemy#orm.Session.execute')).toMatchObject({ eager: true, blocks: true, returns: 'py:sqlalchemy#engine.Result' });
    expect(row('sqlalchemy#engine.Result.scalars')).toMatchObject({ returns: 'py:sqlalchemy#engine.ScalarResult' });
    expect(row('sqlalchemy#engine.ScalarResult.all')).toMatchObject({ result: { kind: 'list', extent: 'table' } });
    expect(row('sqlalchemy#engine.ScalarResult.all').op).toBeUndefined();
    expect(row('sqlalchemy#ext.asyncio.AsyncSession.execute').blocks).toBeUndefined();
    expect(known.row('py:sqlalchemy#orm.Session.add')).toBeNull();
  });
  it('lets sessions be made by what makes them', () => {
    const made = row('sqlalchemy#orm.sessionmaker').returns ?? '';
    expect(known.row(`${made}.commit`)).toBe(row('sqlalchemy#orm.Session.commit'));
    expect(row('sqlalchemy#ext.asyncio.async_sessionmaker.scalars')).toBe(row('sqlalchemy#ext.asyncio.AsyncSession.scalars'));
  });
  it('runs the older queries when they are asked for rows', () => {
    expect(row('sqlalchemy#orm.Session.query')).toMatchObject({ returns: 'py:sqlalchemy#orm.Query' });
    expect(row('sqlalchemy#orm.Session.query').eager).toBeUndefined();
    expect(row('flask_sqlalchemy#SQLAlchemy.Model.query.all')).toMatchObject({ eager: true, result: { kind: 'list' } });
    expect(row('flask_sqlalchemy#SQLAlchemy.session.commit').op?.access).toBe('write');
  });
});

describe('drivers', () => {
  it('lead from a connection to a cursor to rows', () => {
    const connection = row('psycopg2#connect').returns;
    const cursor = known.row(`${connection}.cursor`)?.returns;
    expect(known.row(`${cursor}.execute`)).toMatchObject({ op: { kind: 'query' }, blocks: true });
    expect(known.row(`${cursor}.fetchall`)?.result?.extent).toBe('table');
  });
  it('inside the process make no round trip', () => {
    expect(row('sqlite3#Cursor.execute')).toMatchObject({ op: { weight: 'light' }, blocks: true });
    expect(row('aiosqlite#Connection.execute').op?.weight).toBe('light');
  });
  it('that are awaited block nobody', () => {
    expect(row('asyncpg#Pool.fetchrow').blocks).toBeUndefined();
  });
});

describe('stores', () => {
  it('send what a pipeline gathered when it is executed', () => {
    const pipeline = row('redis#Redis.pipeline').returns;
    expect(known.row(`${pipeline}.set`)).toEqual({ symbol: `${pipeline}.set`, returns: 'self' });
    expect(known.row(`${pipeline}.execute`)?.op).toEqual({ kind: 'query', bulk: true });
    expect(row('redis#Redis.get').blocks).toBe(true);
    expect(row('redis#asyncio.Redis.get').blocks).toBeUndefined();
  });
  it('find collections by name', () => {
    expect(row('pymongo#MongoClient.shop.users.find_one').blocks).toBe(true);
    expect(row('motor#motor_asyncio.AsyncIOMotorDatabase.users.insert_many').op?.bulk).toBe(true);
    expect(row('flask_pymongo#PyMongo.db.users.find')).toMatchObject({ returns: 'py:pymongo#cursor.Cursor' });
  });
  it('take documents along', () => {
    expect(row('google#cloud.firestore.DocumentSnapshot.reference.update').op?.access).toBe('write');
    expect(row('google#cloud.firestore_v1.AsyncClient.collection').returns).toBe('py:google#cloud.firestore.AsyncCollectionReference');
  });
});
