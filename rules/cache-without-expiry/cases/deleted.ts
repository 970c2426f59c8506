//- with: express, ioredis
//- server.ts
import express from 'express';
import { Redis } from 'ioredis';
import { forget } from './forget.ts';

const app = express();
const redis = new Redis();

app.get('/title/:page', async (req, res) => {
  await redis.set(`cache:${req.params['page']}`, 'title'); //= whoever deletes whatever keys it is given may delete these
  await forget(redis, []);
  res.end();
});
//- forget.ts
import type { Redis } from 'ioredis';

export async function forget(redis: Redis, keys: string[]): Promise<void> {
  for (const key of keys) await redis.del(key);
}
