//- with: express, pg, @prisma/client
import express from 'express';
import { Pool } from 'pg';
import { countIn, firstWith, shards, urls } from './shards';

const app = express();
const pools = urls.map((url) => new Pool({ connectionString: url }));
const replicas: Pool[] = [];
const byRegion = { eu: new Pool(), us: new Pool() };

app.get('/orders', async (req, res) => {
  const rows: unknown[] = [];
  for (const pool of pools) {
    const found = await pool.query('SELECT * FROM orders WHERE state = $1', [req.query.state]); //! sequential-cross-shard-query hint O(pools)
    rows.push(...found.rows);
  }
  for (const replica of replicas) rows.push(await replica.query('SELECT 1')); //! sequential-cross-shard-query
  for (const region of Object.values(byRegion)) {
    const client = await region.connect();
    rows.push((await client.query('SELECT 2')).rows); //! sequential-cross-shard-query
    client.release();
  }
  res.json(rows);
});

app.get('/total', async (_req, res) => {
  let total = 0;
  // Through a function that is handed the connection, and a list of another file.
  for (const shard of shards) total += await countIn(shard); //! sequential-cross-shard-query
  res.json({ total });
});

app.get('/orders/:id', async (req, res) => {
  for (const pool of pools) {
    const found = await pool.query('SELECT * FROM orders WHERE id = $1', [req.params.id]); //= the next one is asked only where this one does not know
    if (found.rows.length > 0) return res.json(found.rows[0]);
  }
  for (const pool of pools) {
    if (await firstWith(pool, String(req.params.id))) break; //= as above, through a function
  }
  return res.json(await Promise.all(pools.map((pool) => pool.query('SELECT 1')))); //= they are asked together
});

app.get('/page', async (_req, res) => {
  let left = 20;
  const rows: unknown[] = [];
  for (const pool of pools) {
    const found = await pool.query('SELECT * FROM orders LIMIT $1', [left]); //= how many are asked for hangs on what the others found
    rows.push(...found.rows);
    left -= found.rows.length;
  }
  res.json(rows);
});

app.post('/orders/close', async (_req, res) => {
  for (const pool of pools) await pool.query("UPDATE orders SET state = 'closed'"); //= one write after the other may be meant
  // one at a time, to avoid overloading them
  for (const pool of pools) await pool.query('SELECT pg_sleep(1)'); //= somebody says that it is meant
  const games: { name: string; query(sql: string): Promise<void> }[] = [];
  for (const pool of games) await pool.query('SELECT 1'); //= is called a pool, and is none
  res.end();
});

export async function init() {
  for (const pool of pools) await pool.query('SELECT 1'); //= runs once, when the program starts
}
//- shards.ts
import { PrismaClient } from '@prisma/client';
import type { Pool } from 'pg';

export const urls = ['postgres://eu', 'postgres://us'];
export const shards = [new PrismaClient(), new PrismaClient()];

export async function countIn(prisma: PrismaClient): Promise<number> {
  return prisma.order.count({ where: { userId: 'ada' } });
}

export const firstWith = async (pool: Pool, id: string) => (await pool.query('SELECT * FROM orders WHERE id = $1', [id])).rows[0];
