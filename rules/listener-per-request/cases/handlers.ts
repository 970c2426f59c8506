//- with: express, ioredis, node
//- server.ts
import { EventEmitter } from 'node:events';
import express from 'express';
import { Redis } from 'ioredis';
import { follow } from './follow.ts';
import { Job } from './job.ts';

const app = express();
const bus = new EventEmitter();
const subscriber = new Redis();

bus.on('order', () => console.log('ordered')); //= one, when the module loads

app.get('/orders', (_req, res) => {
  bus.on('order', (order) => res.json(order)); //! listener-per-request warning O(requests)
  bus.on('refund', (order) => res.json(order)); //= the first tells
});

app.get('/feed/:key', async (req, res) => {
  subscriber.on('message', (_channel, text) => res.json(text)); //! listener-per-request warning
  res.json(await subscriber.get(req.params['key'] ?? ''));
});

app.get('/stop', (_req, res) => {
  process.on('SIGTERM', () => res.end()); //! listener-per-request warning
});

app.get('/clock', (_req, res) => {
  setInterval(() => res.json(Date.now()), 1000); //! listener-per-request warning
});

app.get('/beat', (_req, res) => {
  const timer = setInterval(() => res.json(1), 1000); //! listener-per-request warning
  res.end();
});

app.get('/follow', async (_req, res) => {
  res.json(await follow());
});

app.post('/job', (_req, res) => {
  res.json(new Job().id);
});
//- bus.ts
import { EventEmitter } from 'node:events';

class Bus extends EventEmitter {
  readonly name = 'bus';
}

export const events = new Bus();
//- follow.ts
import { events } from './bus.ts';

export function follow(): Promise<unknown> {
  return new Promise((resolve) => {
    events.addListener('done', resolve); //! listener-per-request warning
  });
}
//- job.ts
export class Job {
  readonly id = 1;

  constructor() {
    process.on('exit', () => console.log(this.id)); //! listener-per-request warning
  }
}
