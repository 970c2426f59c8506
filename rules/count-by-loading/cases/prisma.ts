//- with: @prisma/client, express
import { PrismaClient } from '@prisma/client';
import express from 'express';

const db = new PrismaClient();
const app = express();

app.get('/users/:id/orders', async (req, res) => {
  const orders = await db.order.findMany({ where: { userId: req.params.id } }); //! count-by-loading hint
  res.json({ orders: orders.length });
});

app.get('/totals', async (_req, res) => {
  res.json({ users: (await db.user.findMany()).length, teams: await numberOfTeams() }); //! count-by-loading hint
});

async function numberOfTeams(): Promise<number> {
  const teams = await db.team.findMany(); //! count-by-loading hint
  if (teams.length === 0) return 0;
  return teams.length - 1;
}

app.post('/users/:id/orders', async (req, res) => {
  const open = await db.order.findMany({ where: { userId: req.params.id, total: 0 } }); //! count-by-loading hint
  if (open.length > 0) return res.json('taken');
  // One is none: how many there are is what is asked.
  const paid = await db.order.findMany({ where: { userId: req.params.id, total: 1 } }); //! count-by-loading hint
  if (paid.length > 1 || req.body.first) return res.json('paid');
  const limit = req.body.limit;
  const late = await db.order.findMany({ where: { userId: req.params.id, total: 2 } }); //! count-by-loading hint
  if (limit < late.length) return res.json('late');
  const long = await db.order.findMany({ where: { userId: req.params.id, total: 3 } }); //! count-by-loading hint
  if (req.body.theFirstOfMany === 'quite a long text' && req.body.second && long.length > 100) return res.json('long');
  return res.json('free');
});

export async function uncalled(userId: string): Promise<boolean> {
  const orders = await db.order.findMany({ where: { userId } }); //! count-by-loading hint
  return orders.length > 0;
}

export async function perTeam(teamIds: string[]): Promise<number[]> {
  return Promise.all(
    teamIds.map(async (teamId) => {
      const members = await db.user.findMany({ where: { teamId } }); //! count-by-loading hint //! n-plus-one-query
      return members.length;
    }),
  );
}

export async function used(userId: string): Promise<string> {
  const orders = await db.order.findMany({ where: { userId } }); //= the rows are read as well
  return `${orders.length} orders, the first of ${orders[0]?.total}`;
}

export async function handedOn(userId: string): Promise<{ count: number; rows: unknown }> {
  const orders = await db.order.findMany({ where: { userId } }); //= the rows are handed on as well
  return { count: orders.length, rows: orders };
}

export async function stated(userId: string): Promise<boolean> {
  // scalelint-size orders <= 20
  const orders = await db.order.findMany({ where: { userId } }); //= stated to be few
  return orders.length > 1;
}

export async function page(userId: string): Promise<boolean> {
  const orders = await db.order.findMany({ where: { userId }, take: 2 }); //= two rows at most
  return orders.length > 1;
}

export async function different(teamId: string): Promise<number> {
  const names = await db.user.findMany({ where: { teamId }, distinct: ['name'] }); //= Prisma does not count what is distinct
  return names.length;
}

export async function byOneOf(wanted: 'orders' | 'users'): Promise<number> {
  let rows: unknown[] = await db.order.findMany(); //= may be given something else
  if (wanted === 'users') rows = await db.user.findMany(); //= as above
  return rows.length;
}

export async function several(): Promise<number> {
  const [orders, users] = await Promise.all([db.order.findMany(), db.user.findMany()]); //? miss: two queries taken apart
  return orders.length + users.length;
}

app.post('/chosen', async (req, res) => {
  // As many as somebody named, which mostly is few.
  const chosen = await db.order.findMany({ where: { id: { in: req.body.ids } } }); //! count-by-loading hint
  res.json(chosen.length === req.body.ids.length);
});

async function isTaken(name: string): Promise<boolean> {
  const users = await db.user.findMany({ where: { name } }); //! count-by-loading hint
  return users.length > 0;
}

app.get('/free/:name', async (req, res) => {
  res.json(!(await isTaken(String(req.params.name))));
});
