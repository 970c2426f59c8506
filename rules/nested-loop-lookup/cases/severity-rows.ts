//- with: @prisma/client, express
//@ no-run: the severity is what matters here
// Rows: a warning where all of a table are walked.
import { PrismaClient } from '@prisma/client';
import type { Order, User } from '@prisma/client';
import express from 'express';

const db = new PrismaClient();
const app = express();

export async function ofAll(): Promise<(Order | undefined)[]> {
  const users = await db.user.findMany();
  const orders = await db.order.findMany({ orderBy: { createdAt: 'desc' } });
  return users.map((user) => orders.find((order) => order.userId === user.id)); //! nested-loop-lookup warning O(users × orders)
}

app.get('/last-orders', async (_request, response) => {
  response.json(await ofAll());
});

export async function ofSome(team: string): Promise<(Order | undefined)[]> {
  const users = await db.user.findMany({ where: { teamId: team } });
  const orders = await db.order.findMany({ where: { userId: team } });
  return users.map((user) => orders.find((order) => order.userId === user.id)); //! nested-loop-lookup hint O(users × orders)
}

export async function ofItself(team: string): Promise<(User | undefined)[]> {
  const users = await db.user.findMany({ where: { teamId: team } });
  return users.map((user) => users.find((other) => other.name === user.teamId)); //! nested-loop-lookup hint O(users²)
}

app.get('/users/:team', async (request, response) => {
  const users = await db.user.findMany({ where: { teamId: request.params.team } });
  response.json(users.map((user) => users.find((other) => other.name === user.teamId))); //! nested-loop-lookup hint O(users²)
});
