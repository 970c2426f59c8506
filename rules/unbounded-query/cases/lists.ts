//- with: @prisma/client, express
import { PrismaClient } from '@prisma/client';
import express from 'express';

const db = new PrismaClient();
const app = express();

app.get('/orders', async (_req, res) => {
  const orders = await db.order.findMany({ orderBy: { total: 'desc' } }); //! unbounded-query hint
  res.json(orders);
});

app.post('/orders', async (req, res) => {
  res.status(201).json(await db.order.create({ data: { userId: req.body.userId, total: req.body.total } }));
});

app.get('/orders/short', async (_req, res) => {
  const orders = await db.order.findMany(); //! unbounded-query hint
  res.status(200).json({ orders: orders.map(toDto) });
});

app.get('/orders/of-service', async (_req, res) => {
  res.send(await allOrders()); //! unbounded-query hint
});

async function allOrders() {
  return db.order.findMany();
}

function toDto(order: { id: string; total: number }) {
  return { id: order.id, total: order.total };
}

app.get('/silent', async (req, res) => {
  const page = await db.order.findMany({ take: 20, skip: 20 * Number(req.query.page) }); //= a page
  const mine = await db.order.findMany({ where: { userId: String(req.query.user) } }); //= one user's orders
  const teams = await db.team.findMany(); //= nobody reads teams page by page
  res.json({ page, mine, teams });
});

app.get('/sum', async (_req, res) => {
  const orders = await db.order.findMany(); //= a sum is sent, not the rows
  let sum = 0;
  for (const order of orders) sum += order.total;
  res.json({ sum });
});

app.get('/large', async (_req, res) => {
  const orders = await db.order.findMany(); //! filter-in-application
  res.json(orders.filter((order) => order.total > 100));
});

app.get('/users', async (_req, res) => {
  const users = await db.user.findMany(); //= nobody reads users page by page, though requests add some
  res.json(users);
});

app.post('/users', async (req, res) => {
  res.json(await db.user.create({ data: { name: req.body.name } }));
});

app.get('/stated', async (_req, res) => {
  // scalelint-size orders <= 20
  const orders = await db.order.findMany(); //= stated to be few
  res.json(orders);
});

export async function exported() {
  return db.order.findMany(); //= no request leads here
}
