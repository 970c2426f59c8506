//- with: express, ioredis, lodash
import express from 'express';
import { Redis } from 'ioredis';
import { memoize, throttle } from 'lodash';

const app = express();

const connected = memoize(() => new Redis()); //= once per program
const checked = throttle(async () => new Redis().get('health'), 3000); //= once in three seconds
const plain = () => new Redis(); //! client-per-request hint

app.get('/hits', async (_req, res) => {
  res.json([await connected().get('hits'), await plain().get('hits'), await checked()]);
});
