//- with: @prisma/client, express
import { PrismaClient } from '@prisma/client';
import express from 'express';

const db = new PrismaClient();
const app = express();

interface Order {
  id: string;
  total: number;
}

app.get('/orders', async (req, res) => {
  res.json(await db.order.findMany({ take: 20, skip: 20 * Number(req.query.page) })); //= a page
});

app.get('/orders/cut', async (_req, res) => {
  let orders = await db.order.findMany(); //= cut before they are sent
  orders = orders.slice(0, 20);
  res.json(orders);
});

app.get('/orders/sliced', async (_req, res) => {
  const orders = await db.order.findMany(); //= cut as they are sent
  res.json(orders.slice(0, 20));
});

app.get('/orders/numbers', async (_req, res) => {
  const orders = await db.order.findMany(); //= numbers are sent, and one order
  res.json({ total: totalOf(orders), top: topCustomer(orders), score: reviewScore(orders), why: explain(orders), about: information(orders) });
});

app.get('/orders/written', async (_req, res) => {
  const orders = await db.order.findMany(); //= a sum is sent
  res.json({ total: formatTotal(orders) });
});

app.get('/orders/statistics', async (_req, res) => {
  const orders = await db.order.findMany(); //= numbers are sent
  res.json({ stats: new Statistics(orders) });
});

app.get('/orders/stated', async (_req, res) => {
  // scalelint-size orders <= 20
  res.json(await db.order.findMany()); //= stated to be few
});

app.get('/orders/stated-below', async (_req, res) => {
  res.json(await few()); //= stated to be few
});

async function few() {
  // scalelint-size orders <= 20
  return db.order.findMany();
}

app.get('/orders/stated-otherwise', async (_req, res) => {
  // scalelint-size teams <= 20
  res.json(await db.order.findMany()); //! unbounded-query hint
});

app.get('/orders/dressed', async (_req, res) => {
  const orders = await db.order.findMany(); //! unbounded-query hint
  res.json(toOrderView(orders));
});

app.get('/orders/response', async (_req, res) => {
  const orders = await db.order.findMany(); //! unbounded-query hint
  res.json(new OrdersResponse(orders));
});

app.get('/orders/let', async (_req, res) => {
  // biome-ignore lint/style/useConst: it is never assigned again
  let orders = await db.order.findMany(); //! unbounded-query hint
  res.json(orders);
});

function totalOf(orders: Order[]) {
  return orders.reduce((sum, { total }) => sum + total, 0);
}

function topCustomer(orders: Order[]) {
  return orders[0]?.id;
}

function reviewScore(orders: Order[]) {
  return totalOf(orders) / orders.length;
}

function explain(orders: Order[]) {
  return `there are ${orders.length}`;
}

function information(orders: Order[]) {
  return `there are ${orders.length}`;
}

function formatTotal(orders: Order[]) {
  return `${totalOf(orders)} €`;
}

function toOrderView(orders: Order[]) {
  return orders.map(({ id }) => ({ id }));
}

class Statistics {
  readonly sum: number;

  constructor(orders: Order[]) {
    this.sum = totalOf(orders);
  }
}

class OrdersResponse {
  readonly orders: Order[];

  constructor(orders: Order[]) {
    this.orders = orders;
  }
}
