//- with: express, ioredis
//- server.ts
import express from 'express';
import { Redis } from 'ioredis';
import { cacheName, keep } from './pages.ts';

const app = express();
const redis = new Redis();
const options = { fresh: true };
const memory = new Map<string, string>();

app.get('/title/:page', async (req, res) => {
  const key = `title:${req.params['page']}`;
  const known = await redis.get(key);
  if (known) return res.json(known);
  await redis.set(key, 'title'); //! cache-without-expiry hint O(key)
  return res.json('title');
});

app.post('/login/:token', async (req, res) => {
  await redis.set(`session:${req.params['token']}`, 'user'); //! cache-without-expiry hint
  await redis.set(`lock:${req.params['token']}`, '1', 'NX'); //! cache-without-expiry hint
  await redis.set(`nonce:${req.params['token']}`, '1', 'EX', 60); //= for a minute
  await redis.set(`captcha:${req.params['token']}`, '1', 'KEEPTTL'); //= as long as it was told before
  await redis.set(`otp:${req.params['token']}`, '1', ...(options.fresh ? ['EX'] : [])); //= nobody sees what it is told
  res.end();
});

app.get('/page/:page', async (req, res) => {
  await keep(redis, req.params['page'] ?? '');
  await cacheName(redis, req.params['page'] ?? '');
  res.end();
});

app.post('/user/:id', async (req, res) => {
  await redis.set(`user:${req.params['id']}`, 'user'); //= Redis is the database here: nobody asks first, nor is it called a cache
  await redis.set('session:last', 'user'); //= one key
  memory.set(`session:${req.params['id']}`, 'user'); //= no store that others share
  res.end();
});

app.post('/verify/:phone', async (req, res) => {
  await redis.set(`code-token:${req.params['phone']}`, '1'); //= taken out below
  res.end();
});

app.post('/verified/:phone', async (req, res) => {
  await redis.del(`code-token:${req.params['phone']}`);
  res.end();
});

export async function warm(key: string): Promise<void> {
  await redis.set(`page-cache:${key}`, '1'); //= nobody is seen to call it
}
//- pages.ts
import type { Redis } from 'ioredis';

const PREFIX = 'rendered';
const cacheKey = (page: string): string => [PREFIX, page].join(':');

export async function keep(redis: Redis, page: string): Promise<void> {
  const known = await redis.get(cacheKey(page));
  if (known === null) await redis.set(cacheKey(page), page); //! cache-without-expiry hint
}

export async function cacheName(redis: Redis, page: string): Promise<void> {
  await redis.set(`name:${page}`, page); //! cache-without-expiry hint
}
