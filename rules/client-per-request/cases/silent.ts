//- with: express, pg, ioredis, @prisma/client, node
//- tenants.ts
import express from 'express';
import { Redis } from 'ioredis';
import { Pool } from 'pg';

const app = express();

app.get('/:tenant/orders', async (req, res) => {
  const pool = new Pool({ connectionString: `postgres://db/${req.params['tenant']}` }); //= each tenant has a database of its own
  res.json((await pool.query('select * from orders')).rows);
});

app.get('/while-developing', async (_req, res) => {
  if (process.env['NODE_ENV'] === 'development') {
    const pool = new Pool(); //= only while somebody develops
    return void res.json((await pool.query('select 1')).rows);
  }
  res.end();
});

let lazy: Pool | undefined;

function pool(): Pool {
  lazy ??= new Pool(); //= made once, when it is first needed
  return lazy;
}

const pools = new Map<string, Pool>();

function poolOf(host: string): Pool {
  let found = pools.get(host);
  if (!found) {
    found = new Pool({ host }); //= one per host, and kept
    pools.set(host, found);
  }
  return found;
}

app.get('/users', async (_req, res) => {
  res.json([await pool().query('select * from users'), await poolOf('archive').query('select * from users')]);
});

let current = new Pool();

app.post('/reconnect', async (_req, res) => {
  current = new Pool(); //= takes the place of the one that all others use
  res.json(await current.query('select 1'));
});

app.post('/share', async (_req, res) => {
  const fresh = new Pool(); //= others find it where it is put
  app.locals['pool'] = fresh;
  res.json(await fresh.query('select 1'));
});

app.get('/cached', async (_req, res) => {
  let value: string | null = null;
  try {
    value = await cache.get('value');
  } catch {
    cache = new Redis(); //= only after a failure
  }
  res.json(value);
});

let cache = new Redis();

export function bootstrap(): Pool {
  return new Pool({ max: 2 }); //= when the program starts
}
//- service.ts
import { PrismaClient } from '@prisma/client';

export class Orders {
  private readonly db = new PrismaClient(); //= as often as somebody makes the service, which no handler does

  async all(): Promise<number> {
    return this.db.order.count();
  }
}

export async function migrateAll(): Promise<void> {
  const db = new PrismaClient(); //= runs once, as its name says
  await db.order.count();
}

export async function nobodyKnows(): Promise<number> {
  const db = new PrismaClient(); //= nothing tells that a request leads here
  return db.order.count();
}
//- orders.test.ts
import { PrismaClient } from '@prisma/client';

export async function handler(request: { url: string }): Promise<number> {
  const db = new PrismaClient(); //= a test
  return db.order.count({ where: { userId: request.url } });
}
