//- with: @prisma/client, express
//@ no-run: the severity is what matters here
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
  response.json(users.map((user) => others.find((other) => other.id === user.teamId))); //! nested-loop-lookup warning O(users × others)
});

app.get('/users-of-orders', async (_request, response) => {
  const users = await db.user.findMany();
  const orders = await db.order.findMany();
  response.json(users.map((user) => orders.find((order) => order.userId === user.id))); //! nested-loop-lookup hint O(users × orders)
});
