// Where other tables are read page by page, one whose rows are all read at once may be short.
import { PrismaClient } from '@prisma/client';
import express from 'express';

const db = new PrismaClient();
const app = express();

app.get('/users', async (request, response) => {
  response.json(await db.user.findMany({ skip: Number(request.query['at']), take: 50 }));
});

app.get('/users-of-users', async (_request, response) => {
  const users = await db.user.findMany();
  const others = await db.user.findMany({ orderBy: { email: 'desc' } });
  const otherById = new Map<string, (typeof others)[number]>();
  others.forEach((other) => {
    if (!otherById.has(other.id)) otherById.set(other.id, other);
  });
  response.json(users.map((user) => otherById.get(user.teamId)));
});

app.get('/users-of-orders', async (_request, response) => {
  const users = await db.user.findMany();
  const orders = await db.order.findMany();
  const orderByUserId = new Map<string, (typeof orders)[number]>();
  orders.forEach((order) => {
    if (!orderByUserId.has(order.userId)) orderByUserId.set(order.userId, order);
  });
  response.json(users.map((user) => orderByUserId.get(user.id)));
});
