//- with: express, ioredis
//- server.ts
import express from 'express';
import { Redis } from 'ioredis';
import { clear } from './sessions.ts';

const app = express();
const redis = new Redis();
const byName = new Map<string, string>();

app.get('/online', async (_req, res) => {
  const keys = await redis.keys('online:*'); //! redis-keys-scan hint O(keys)
  res.json(keys.length);
});

app.delete('/sessions/:user', async (req, res) => {
  await clear(redis, req.params['user'] ?? '');
  res.end();
});

app.get('/names', (_req, res) => {
  res.json([...byName.keys(), ...Object.keys(app.locals)]); //= keys of a map and of an object
});

app.get('/one', async (_req, res) => {
  res.json(await redis.get('keys')); //= one key
});

app.get('/user/:id', async (req, res) => {
  res.json(await redis.hgetall(`user:${req.params['id']}`)); //= the fields of one object
});

app.post('/reset', async (_req, res) => {
  await redis.flushdb(); //! redis-keys-scan hint O(keys)
  await redis.flushdb('ASYNC'); //= in the background
  res.end();
});

let known: string[] | undefined;

app.get('/known', async (_req, res) => {
  known ??= await redis.keys('known:*'); //= asked once, and kept
  res.json(known);
});

export async function bootstrap(): Promise<void> {
  await redis.keys('boot:*'); //= when the program starts
}

export async function sweep(): Promise<number> {
  return (await redis.keys('old:*')).length; //! redis-keys-scan hint O(keys)
}
//- sessions.ts
import type { Redis } from 'ioredis';

export async function clear(redis: Redis, user: string): Promise<void> {
  const keys = await redis.keys(`session:${user}:*`); //! redis-keys-scan hint O(keys)
  await Promise.all(keys.map((key) => drop(redis, key)));
}

async function drop(redis: Redis, key: string): Promise<void> {
  await redis.del(key);
}
//- sessions.test.ts
import { Redis } from 'ioredis';

export async function left(): Promise<number> {
  return (await new Redis().keys('*')).length; //= a test
}
