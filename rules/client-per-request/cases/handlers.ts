//- with: bullmq, express, pg, ioredis, node, @prisma/client
//- server.ts
import express from 'express';
import { Redis } from 'ioredis';
import { Pool } from 'pg';
import { report } from './report.ts';

const app = express();
const url = process.env['REDIS_URL'];
const shared = new Pool({ max: 10 }); //= made once, when the module loads

app.get('/orders', async (_req, res) => {
  const pool = new Pool({ connectionString: process.env['DATABASE_URL'] }); //! client-per-request hint
  res.json((await pool.query('select * from orders')).rows);
});

app.get('/users', async (_req, res) => {
  res.json((await shared.query('select * from users')).rows);
});

app.get('/hits', async (_req, res) => {
  const redis = new Redis(url); //! client-per-request hint
  res.json(await redis.get('hits'));
});

app.get('/report', async (_req, res) => {
  res.json(await report());
});
//- report.ts
import { totals } from './totals.ts';

export async function report(): Promise<number> {
  return (await totals()).length;
}
//- totals.ts
import { PrismaClient } from '@prisma/client';

function connect(): PrismaClient {
  return new PrismaClient(); //! client-per-request hint
}

export async function totals(): Promise<number[]> {
  const orders = await connect().order.findMany();
  return orders.map((order) => order.total);
}
//- worker.ts
import { Queue } from 'bullmq';
import express from 'express';
import { Redis } from 'ioredis';

const app = express();
const redis = new Redis('redis://localhost');

app.post('/mail', async (req, res) => {
  const mails = new Queue('mails', { connection: redis }); //= shares a connection that is there already
  res.json(await mails.add('mail', req.body));
});

app.post('/letter', async (req, res) => {
  const letters = new Queue('letters', { connection: { host: 'redis' } }); //! client-per-request hint
  res.json(await letters.add('letter', req.body));
});
