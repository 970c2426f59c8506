//- with: @prisma/client, express
import { PrismaClient } from '@prisma/client';
import express from 'express';

const db = new PrismaClient();
const app = express();

app.get('/users/active', async (_req, res) => {
  const active = (await db.user.findMany()).filter((user) => user.name === 'x'); //! filter-in-application hint
  res.json(active);
});

app.get('/users/:id', async (req, res) => {
  const users = await db.user.findMany({ orderBy: { name: 'asc' } }); //! filter-in-application hint
  const user = users.find((u) => u.id === req.params.id);
  res.json(user);
});

app.get('/orders/of/:id', async (req, res) => {
  res.json(await ordersOf(String(req.params.id)));
});

async function ordersOf(userId: string): Promise<unknown[]> {
  const orders = await allOrders(); //! filter-in-application hint
  const found = [];
  for (const order of orders) {
    if (order.userId !== userId) continue;
    found.push(order.total);
  }
  return found;
}

async function allOrders() {
  return db.order.findMany();
}

app.get('/orders/large', async (req, res) => {
  const totals: number[] = [];
  for (const order of await db.order.findMany()) if (order.total > Number(req.query.least)) totals.push(order.total); //! filter-in-application hint
  res.json(totals);
});

app.get('/orders/wanted', async (req, res) => {
  const ids: string[] = req.body.ids;
  const orders = await db.order.findMany({}); //! filter-in-application hint
  res.json(orders.filter((order) => ids.includes(order.id))); //! nested-loop-lookup
});

app.get('/silent', async (req, res) => {
  const all = await db.user.findMany(); //= all of them are sent as well
  const mine = all.filter((user) => user.teamId === req.query.team);
  const some = await db.user.findMany({ where: { teamId: String(req.query.team) } }); //= a condition leaves fewer rows
  const named = some.filter((user) => user.name !== '');
  const users = await db.user.findMany(); //= both parts are wanted
  const ours = users.filter((user) => user.teamId === 'ours');
  const theirs = users.filter((user) => user.teamId !== 'ours');
  const orders = await db.order.findMany(); //= what is asked is no column of the rows
  const odd = orders.filter((order) => isOdd(order.total));
  const page = (await db.order.findMany({ take: 10 })).filter((order) => order.total > 3); //= ten rows
  const roles = await db.user.findMany(); //= roles are few
  const first = roles.find((role) => role.name === 'admin');
  res.json({ all, mine, named, ours, theirs, odd, page, first });
});

app.get('/joined', async (req, res) => {
  const users = await db.user.findMany(); //= one query for all that the loop looks for
  const ids: string[] = req.body;
  res.json(ids.map((id) => users.find((user) => user.id === id))); //! nested-loop-lookup
});

app.get('/split', async (req, res) => {
  const sums = { ours: 0, theirs: 0 };
  for (const order of await db.order.findMany()) { //= every row counts for one or the other
    if (order.userId === req.query.user) sums.ours += order.total;
    else sums.theirs += order.total;
  }
  res.json(sums);
});

app.get('/rank', async (req, res) => {
  const orders = await db.order.findMany({ orderBy: { total: 'desc' } }); //= all before it decide at which place it stands
  res.json(orders.findIndex((order) => order.id === req.query.id));
});

app.get('/stated', async (req, res) => {
  // scalelint-size orders <= 20
  const orders = await db.order.findMany(); //= stated to be few
  res.json(orders.find((order) => order.id === req.query.id));
});

let known: { id: string; name: string }[] | null = null;

app.get('/known', async (req, res) => {
  if (!known) known = (await db.user.findMany()).filter((user) => user.name !== ''); //= once, and kept for all
  res.json(known.length);
});

export async function uncalled(): Promise<unknown> {
  return (await db.user.findMany()).filter((user) => user.name === 'x'); //= no request leads here
}

function isOdd(n: number): boolean {
  return n % 2 === 1;
}
