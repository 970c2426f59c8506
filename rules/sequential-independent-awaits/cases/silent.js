//- with: @prisma/client, express, axios, pg, typeorm
//- routes.js
import { PrismaClient } from '@prisma/client';
import axios from 'axios';
import express from 'express';
import { Client, Pool } from 'pg';

const app = express();
const db = new PrismaClient();
const client = new Client();

app.get('/needed', async (req, res) => {
  const user = await db.user.findUnique({ where: { id: req.query.user } });
  const orders = await db.order.findMany({ where: { userId: user.id } }); //= needs the user
  res.json(orders);
});

app.get('/behind', async (req, res) => {
  const user = await db.user.findUnique({ where: { id: req.query.user } });
  const where = { userId: user.id };
  const orders = await db.order.findMany({ where }); //= needs what is made of the user
  res.json(orders);
});

app.get('/checked', async (req, res) => {
  const user = await db.user.findUnique({ where: { id: req.query.user } });
  if (!user) return res.sendStatus(404);
  const orders = await db.order.findMany({ where: { userId: req.query.user } }); //= only for those who are there
  return res.json({ user, orders });
});

app.post('/written', async (req, res) => {
  const user = await db.user.create({ data: req.body });
  const users = await db.user.count(); //= counts the new one as well
  res.json({ user, users });
});

app.post('/sent', async (_req, res) => {
  const { data: order } = await axios.post('https://crm.example/orders');
  const { data: orders } = await axios.get('https://crm.example/orders'); //= the first one changes something
  res.json({ order, orders });
});

app.get('/transaction', async (_req, res) => {
  const both = await db.$transaction(async (tx) => {
    const users = await tx.user.findMany();
    const orders = await tx.order.findMany(); //= one connection, and meant to belong together
    return { users, orders };
  });
  res.json(both);
});

app.get('/connection', async (_req, res) => {
  const users = await client.query('select * from users');
  const orders = await client.query('select * from orders'); //= one connection answers one after the other
  res.json([users.rows, orders.rows]);
});

app.get('/between', async (_req, res) => {
  const users = await db.user.findMany();
  console.log('users', users.length);
  const orders = await db.order.findMany(); //= something happens in between
  res.json([users, orders]);
});

app.get('/together', async (_req, res) => {
  const [users, orders] = await Promise.all([db.user.findMany(), db.order.findMany()]); //= at the same time
  res.json([users, orders]);
});

app.get('/dropped', async (_req, res) => {
  await axios.get('https://crm.example/warm');
  const { data } = await axios.get('https://crm.example/orders'); //= the first answer is not what it is asked for
  res.json(data);
});

export async function nobodyWaits() {
  const users = await db.user.findMany();
  const orders = await db.order.findMany(); //= no request is known to lead here
  return [users, orders];
}
//- routes.test.js
import { PrismaClient } from '@prisma/client';

const db = new PrismaClient();

export async function handler(_req, res) {
  const users = await db.user.findMany();
  const orders = await db.order.findMany(); //= a test
  res.json([users, orders]);
}
