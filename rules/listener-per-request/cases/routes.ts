//- with: express, node
//- server.ts
import { EventEmitter } from 'node:events';
import express from 'express';
import { routes } from './orders.ts';

const app = express();
routes(app, new EventEmitter());
//- orders.ts
import type { EventEmitter } from 'node:events';
import type express from 'express';

export function routes(app: ReturnType<typeof express>, bus: EventEmitter): void {
  bus.on('order', () => console.log(1)); //= once, while the routes are registered

  app.get('/orders', (_req, res) => {
    bus.on('order', (order) => res.json(order)); //! listener-per-request warning
  });

  app.get('/own', (_req, res) => {
    const own = bus.listenerCount('order') > 3 ? bus : null;
    res.json(wait(own));
  });
}

function wait(emitter: EventEmitter | null): number {
  emitter?.on('refund', () => console.log(1)); //= whose it is nobody knows
  return 1;
}
