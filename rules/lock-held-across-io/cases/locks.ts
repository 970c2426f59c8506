// One lock for all requests of a process.
//- with: express, axios, node, async-mutex, async-lock, @prisma/client
//- app.ts
import { PrismaClient } from '@prisma/client';
import AsyncLock from 'async-lock';
import { Mutex } from 'async-mutex';
import axios from 'axios';
import express from 'express';
import { stockOf } from './stock.ts';

const app = express();
const db = new PrismaClient();
const mutex = new Mutex();
const locks = new AsyncLock();
const mutexes = new Map<string, Mutex>();
const refreshMutex = new Mutex();
let rates: unknown = null;
let seats = 0;

app.get('/stock/:sku', async (req, res) => {
  const found = await mutex.runExclusive(async () => {
    seats += 1;
    return (await axios.get(`https://stock.example/${req.params['sku']}`)).data; //! lock-held-across-io warning
  });
  res.json(found);
});

app.post('/seats', async (_req, res) => {
  await mutex.runExclusive(() => stockOf('seats')); //! lock-held-across-io warning
  res.end();
});

app.post('/orders', async (_req, res) => {
  const release = await mutex.acquire();
  try {
    seats += 1;
    await db.order.create({ data: { total: seats } }); //! lock-held-across-io hint
  } finally {
    release();
  }
  await axios.post('https://mails.example', {}); //= it is released
  res.end();
});

app.post('/export', async (_req, res) => {
  await locks.acquire('export', async () => {
    await axios.post('https://exports.example', {}); //! lock-held-across-io warning
  });
  res.end();
});

app.post('/users/:id', async (req, res) => {
  const id = req.params['id'] as string;
  await locks.acquire(id, async () => {
    await axios.post('https://users.example', { id }); //= each user has a lock
  });
  const own = mutexes.get(id) ?? new Mutex();
  await own.runExclusive(async () => {
    await axios.post('https://users.example', { id }); //= here as well
  });
  res.end();
});

app.get('/rates', async (_req, res) => {
  await mutex.runExclusive(async () => {
    if (rates !== null) return;
    rates = (await axios.get('https://rates.example')).data; //= the lock is there to load them once
  });
  res.json(rates);
});

app.get('/token', async (_req, res) => {
  await refreshMutex.runExclusive(async () => {
    await axios.post('https://login.example/token', {}); //= its name says that one at a time is meant
  });
  res.end();
});

app.get('/paced', async (_req, res) => {
  await mutex.runExclusive(async () => {
    await axios.get('https://maps.example/search'); //= one each second is what the service allows
    await sleep(1000);
  });
  res.end();
});

app.get('/alone', async (_req, res) => {
  const alone = new Mutex();
  await alone.runExclusive(async () => {
    await axios.get('https://alone.example'); //= nobody else has this lock
  });
  res.end();
});

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

//- stock.ts
export async function stockOf(sku: string): Promise<unknown> {
  return (await fetch(`https://stock.example/${sku}`)).json();
}
