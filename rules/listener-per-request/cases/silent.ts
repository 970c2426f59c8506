//- with: express, ioredis, node, @nestjs/common
//- server.ts
import { EventEmitter } from 'node:events';
import express from 'express';
import { Redis } from 'ioredis';

const app = express();
const orders = new EventEmitter();
const refunds = new EventEmitter();
const parcels = new EventEmitter();
const letters = new EventEmitter();
const shared = new Redis();
let started = false;
let current = new Redis();
const followed = new Set<string>();

app.get('/orders', (_req, res) => {
  const send = (order: object): void => void res.json(order);
  orders.on('order', send); //= taken off below
  setTimeout(() => orders.off('order', send), 1000);
});

app.get('/refunds', (_req, res) => {
  refunds.once('refund', (order) => res.json(order)); //= goes after the first
});

app.get('/parcels', (_req, res) => {
  parcels.removeAllListeners('parcel');
  parcels.on('parcel', (order) => res.json(order)); //= takes the place of all others
});

app.get('/letters', (req, res) => {
  if (letters.listenerCount('letter') === 0) letters.on('letter', () => console.log(1)); //= only where there is none
  if (!followed.has(req.params['key'] ?? '')) shared.on('message', () => console.log(1)); //= asks first
  const own = new EventEmitter();
  own.on('end', () => res.end()); //= goes with the request
  const redis = new Redis();
  redis.on('error', () => console.log(1)); //= a client of its own
});

app.get('/start', (_req, res) => {
  start();
  res.end();
});

function start(): void {
  if (started) return;
  started = true;
  shared.on('error', () => console.log(1)); //= remembers that it has run
  setInterval(() => console.log(1), 1000); //= as above
}

app.get('/again', (_req, res) => {
  current = new Redis();
  current.on('error', () => console.log(1)); //= a new one each time
  res.end();
});

app.get('/clock', (_req, res) => {
  const timer = setInterval(() => res.json(1), 1000); //= stopped below
  setTimeout(() => clearInterval(timer), 10_000);
});

const timers = new Map<string, number>();

app.get('/kept', (req, res) => {
  timers.set(
    req.params['key'] ?? '',
    setInterval(() => console.log(1), 1000), //= whoever finds it may stop it
  );
  res.end();
});

export function setup(): void {
  orders.on('refund', () => console.log(1)); //= runs once, as its name says
  process.on('SIGTERM', () => console.log(1)); //= as above
}

export function nobodyKnows(): void {
  shared.on('ready', () => console.log(1)); //= nothing tells that a request leads here
}

async function connect(): Promise<Redis> {
  try {
    await current.get('a');
  } catch {
    shared.on('end', () => console.log(1)); //= only after a failure
  }
  return current;
}

app.get('/connect', async (_req, res) => {
  res.json(await (await connect()).get('a'));
});
//- topics.ts
import { EventEmitter } from 'node:events';
import express from 'express';

class Topics {
  private readonly emitter = new EventEmitter();
  private open = false;

  follow(listener: () => void): () => void {
    this.emitter.on('topic', listener); //= whoever follows is given what ends it
    return () => this.emitter.removeListener('topic', listener);
  }

  watch(): void {
    if (this.open) return;
    this.open = true;
    process.on('message', () => this.emitter.emit('topic')); //= remembers that it has run
  }
}

const topics = new Topics();
const app = express();

app.get('/topics', (_req, res) => {
  topics.watch();
  topics.follow(() => res.end());
});
//- orders.test.ts
export function handler(_req: object, res: { end(): void }): void {
  process.on('exit', () => res.end()); //= a test
}
//- export.service.ts
import { EventEmitter } from 'node:events';
import { Controller, Get, Injectable } from '@nestjs/common';

@Injectable()
export class ExportService {
  private readonly request = new EventEmitter();

  begin(): void {
    this.request.on('close', () => console.log(1)); //= the request's own: such a service is made anew for each
  }
}

@Controller('exports')
export class ExportController {
  constructor(private readonly exports: ExportService) {}

  @Get()
  async all(): Promise<void> {
    this.exports.begin();
  }
}
