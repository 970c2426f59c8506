// Rows: a warning where all of a table are walked.
import { PrismaClient } from '@prisma/client';
import type { Order, User } from '@prisma/client';
import express from 'express';

const db = new PrismaClient();
const app = express();

export async function ofAll(): Promise<(Order | undefined)[]> {
  const users = await db.user.findMany();
  const orders = await db.order.findMany({ orderBy: { createdAt: 'desc' } });
  const orderByUserId = new Map<string, Order>();
  orders.forEach((order) => {
    if (!orderByUserId.has(order.userId)) orderByUserId.set(order.userId, order);
  });
  return users.map((user) => orderByUserId.get(user.id));
}

app.get('/last-orders', async (_request, response) => {
  response.json(await ofAll());
});

export async function ofSome(team: string): Promise<(Order | undefined)[]> {
  const users = await db.user.findMany({ where: { teamId: team } });
  const orders = await db.order.findMany({ where: { userId: team } });
  const orderByUserId = new Map<string, Order>();
  orders.forEach((order) => {
    if (!orderByUserId.has(order.userId)) orderByUserId.set(order.userId, order);
  });
  return users.map((user) => orderByUserId.get(user.id));
}

export async function ofItself(team: string): Promise<(User | undefined)[]> {
  const users = await db.user.findMany({ where: { teamId: team } });
  const userByName = new Map<string, User>();
  users.forEach((other) => {
    if (!userByName.has(other.name)) userByName.set(other.name, other);
  });
  return users.map((user) => userByName.get(user.teamId));
}

app.get('/users/:team', async (request, response) => {
  const users = await db.user.findMany({ where: { teamId: request.params.team } });
  const userByName = new Map<string, User>();
  users.forEach((other) => {
    if (!userByName.has(other.name)) userByName.set(other.name, other);
  });
  response.json(users.map((user) => userByName.get(user.teamId)));
});
