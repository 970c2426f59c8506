//- with: @prisma/client, express, node
import { PrismaClient } from '@prisma/client';
import express from 'express';

const db = new PrismaClient();
const app = express();

app.get('/users/:id', async (req, res) => {
  const id = String(req.params.id);
  const user = await db.user.findUnique({ where: { id } });
  if (!user) return res.status(404).end();
  const again = await db.user.findUnique({ where: { id } }); //! repeated-identical-query hint
  return res.json({ name: user.name, team: again?.teamId });
});

export async function total(teamId: string): Promise<number> {
  const members = await db.user.count({ where: { teamId, name: { gt: '' } } });
  const all = await db.user.count({ where: { teamId, name: { gt: '' } } }); //! repeated-identical-query hint
  return members + all;
}

export async function named(users: { id: string }[]): Promise<string[]> {
  const names: string[] = [];
  for (const user of users) {
    const teams = await db.team.findMany({ where: { name: 'x' } }); //! repeated-identical-query hint
    names.push(`${user.id} of ${teams.length}`);
  }
  return names;
}

app.get('/orders', async (_req, res) => {
  const orders = await db.order.findMany({ where: { total: 0 } });
  const rows = await Promise.all(
    orders.map(async (order) => {
      const users = await db.user.findMany({ where: { name: 'admin' } }); //! repeated-identical-query warning
      return { order, users };
    }),
  );
  res.json(rows);
});

export async function silent(id: string, other: string, ids: string[]): Promise<unknown> {
  const before = await db.order.findUnique({ where: { id } });
  await db.order.update({ where: { id }, data: { total: 1 } });
  const after = await db.order.findUnique({ where: { id } }); //= written in between
  const first = await db.user.findUnique({ where: { id } });
  const second = await db.user.findUnique({ where: { id: other } }); //= another one
  const third = await db.user.findUnique({ where: { id: ids[0] } });
  const fourth = await db.user.findUnique({ where: { id: ids[1] } }); //= another element
  const orders = await db.order.findMany({ where: { userId: id } });
  const count = await db.order.count({ where: { userId: id } }); //= another question
  return { before, after, first, second, third, fourth, orders, count };
}

export async function branches(id: string, wanted: boolean): Promise<unknown> {
  if (wanted) return db.user.findUnique({ where: { id } });
  const user = await db.user.findUnique({ where: { id } }); //= who is asked first has left
  if (!user) {
    const order = await db.order.findUnique({ where: { id } });
    return order;
  } else {
    return db.order.findUnique({ where: { id } }); //= one of the two
  }
}

export async function caught(id: string): Promise<unknown> {
  try {
    return await db.user.findUnique({ where: { id } });
  } catch {
    return db.user.findUnique({ where: { id } }); //= only after a failure
  }
}

export async function changed(): Promise<unknown[]> {
  let id = 'a';
  const found = [await db.user.findUnique({ where: { id } })];
  id = 'b';
  found.push(await db.user.findUnique({ where: { id } })); //= the variable holds another value
  return found;
}

export async function hooked(id: string, notify: (id: string) => Promise<void>): Promise<unknown> {
  const user = await db.user.findUnique({ where: { id } });
  await notify(id);
  return [user, await db.user.findUnique({ where: { id } })]; //= who knows what came to pass meanwhile
}

export async function polled(id: string): Promise<unknown> {
  let order = await db.order.findUnique({ where: { id } });
  while (order?.total === 0) {
    await new Promise<null>((resolve) => setTimeout(() => resolve(null), 1000));
    order = await db.order.findUnique({ where: { id } }); //= waits for another answer
  }
  return order;
}

export async function drained(names: string[]): Promise<void> {
  for (const name of names) {
    const order = await db.order.findFirst({ where: { total: 0 } }); //= takes the next each time
    if (order) await db.order.update({ where: { id: order.id }, data: { userId: name } }); //! n-plus-one-query
  }
}
