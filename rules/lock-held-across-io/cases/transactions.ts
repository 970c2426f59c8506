// What is asked of other services while a transaction of the database is open.
//- with: express, node, @prisma/client, axios, pg, sequelize, typeorm, knex
//- app.ts
import axios from 'axios';
import express from 'express';
import { db } from './db.ts';
import { inTransaction } from './in-transaction.ts';
import { handle } from './events.ts';
import { charge } from './payments.ts';

const app = express();

app.post('/orders/:id/pay', async (req, res) => {
  await db.$transaction(async (tx) => {
    const order = await tx.order.findUniqueOrThrow({ where: { id: req.params['id'] as string } });
    await axios.post('https://payments.example/charges', { total: order.total }); //! lock-held-across-io warning
    await tx.order.update({ where: { id: order.id }, data: { total: 0 } });
  });
  res.end();
});

app.post('/orders/:id/charge', async (req, res) => {
  await db.$transaction(async (tx) => {
    const order = await tx.order.findUniqueOrThrow({ where: { id: req.params['id'] as string } });
    await charge(order.total); //! lock-held-across-io warning
    await tx.order.update({ where: { id: order.id }, data: { total: 0 } });
  });
  res.end();
});

app.post('/orders/:id/ship', async (req, res) => {
  await inTransaction(async (tx) => {
    await tx.order.update({ where: { id: req.params['id'] as string }, data: { total: 0 } });
    await fetch('https://parcels.example/labels', { method: 'POST' }); //! lock-held-across-io warning
  });
  res.end();
});

app.post('/orders/:id/refund', async (req, res) => {
  const refund = await axios.post('https://payments.example/refunds', { order: req.params['id'] }); //= before the transaction begins
  await db.$transaction(async (tx) => {
    await tx.order.update({ where: { id: req.params['id'] as string }, data: { total: refund.data } });
  });
  await axios.post('https://mails.example/refunded', {}); //= when it is committed
  res.end();
});

app.post('/orders/:id/cancel', async (req, res) => {
  await db.$transaction(async (tx) => {
    await tx.order.delete({ where: { id: req.params['id'] as string } });
    axios.post('https://hooks.example/cancelled', {}).catch(console.error); //= nobody waits for it
    await tx.product.updateMany({ data: { stock: 1 } }); //= what a transaction is for
  });
  res.end();
});

app.post('/orders/:id/split', async (req, res) => {
  await db.$transaction(async (tx) => {
    try {
      await tx.order.delete({ where: { id: req.params['id'] as string } });
    } catch (error) {
      await axios.post('https://alarms.example', { error: String(error) }); //= only where something failed
      throw error;
    }
  });
  res.end();
});

app.post('/orders/:id/events', async (req, res) => {
  await db.$transaction(async (tx) => {
    await tx.order.delete({ where: { id: req.params['id'] as string } });
    await handle('deleted'); //! lock-held-across-io hint
  });
  res.end();
});

export async function remind(id: string): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.order.update({ where: { id }, data: { total: 1 } });
    await axios.post('https://mails.example/reminders', { id }); //! lock-held-across-io hint
  });
}

export async function migratePrices(): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.order.updateMany({ data: { total: 1 } });
    await axios.post('https://mails.example/migrated', {}); //= once, when it is installed
  });
}

//- db.ts
import { PrismaClient } from '@prisma/client';

export const db = new PrismaClient();

//- in-transaction.ts
import type { PrismaClient } from '@prisma/client';
import { db } from './db.ts';

export function inTransaction<T>(work: (tx: PrismaClient) => Promise<T>): Promise<T> {
  return db.$transaction((tx) => work(tx));
}

//- payments.ts
import axios from 'axios';

export async function charge(total: number): Promise<void> {
  await axios.post('https://payments.example/charges', { total });
}

//- events.ts
import axios from 'axios';

export async function handle(event: string): Promise<void> {
  switch (event) {
    case 'paid':
      await axios.post('https://mails.example/receipts', {});
      break;
    case 'deleted':
      break;
  }
}
