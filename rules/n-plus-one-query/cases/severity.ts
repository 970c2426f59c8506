//- with: @prisma/client, ioredis, axios, pg, express
// A warning where one query could take the place of many and it matters, a hint elsewhere.
import { PrismaClient } from '@prisma/client';
import type { Order } from '@prisma/client';
import axios from 'axios';
import express from 'express';
import Redis from 'ioredis';
import { Pool } from 'pg';

const db = new PrismaClient();
const redis = new Redis();
const pool = new Pool();

export async function looksUp(orders: Order[]): Promise<void> {
  for (const order of orders) await db.user.findUnique({ where: { id: order.userId } }); //! n-plus-one-query hint
}

export async function looksUpRows(): Promise<void> {
  const orders = await db.order.findMany();
  // Nobody is known to run it at all.
  for (const order of orders) await db.user.findUnique({ where: { id: order.userId } }); //! n-plus-one-query hint
}

// No request is known to lead here, but somebody calls it.
async function looksUpOfTeam(teamId: string): Promise<void> {
  const orders = await db.order.findMany();
  for (const order of orders) if (teamId) await db.user.findUnique({ where: { id: order.userId } }); //! n-plus-one-query warning
}

async function looksUpOfTeams(teamId: string): Promise<void> {
  await looksUpOfTeam(teamId);
}

export const nightly = { steps: [looksUpOfTeams] };

export async function looksUpSome(userId: string): Promise<void> {
  const orders = await db.order.findMany({ where: { userId } });
  // Nobody is known to run it at all.
  for (const order of orders) await db.user.findUnique({ where: { id: order.userId } }); //! n-plus-one-query hint
}

const app = express();

app.get('/orders', async (request, response) => {
  const orders = await db.order.findMany();
  for (const order of orders) await db.user.findUnique({ where: { id: order.userId } }); //! n-plus-one-query warning
  // As likely three as thousands.
  for (const order of await db.order.findMany({ where: { total: { gt: 100 } } })) await db.user.findUnique({ where: { id: order.userId } }); //! n-plus-one-query hint
  // Rows that are written have hooks, and values of their own.
  for (const order of orders) await db.team.create({ data: { name: order.id } }); //! n-plus-one-query hint
  // A person sets up each of them.
  const workspaces = await db.team.findMany({ where: { name: String(request.query.user) } });
  for (const workspace of workspaces) await db.order.findMany({ where: { userId: workspace.id } }); //! n-plus-one-query hint
  response.json(orders);
});

app.post('/orders', async (request, response) => {
  // What a person picks or fills in has few parts.
  for (const id of request.body.orderIds) await db.order.findMany({ where: { id } }); //! n-plus-one-query hint
  for (const line of request.body.lines) await db.order.findMany({ where: { id: line.id } }); //! n-plus-one-query hint
  const orders = await db.order.findMany({ where: { userId: request.body.user } });
  await Promise.all(orders.map((order) => limit(() => db.order.findMany({ where: { userId: order.id } })))); //! n-plus-one-query hint
  response.end();
});

app.get('/owners', async (request, response) => {
  const orders = await db.order.findMany({ where: { total: { gt: Number(request.query.total) } } });
  // Each is written as well: one query fewer spares little.
  for (const order of orders) {
    const user = await db.user.findUnique({ where: { id: order.userId } }); //! n-plus-one-query hint
    await db.order.update({ where: { id: order.id }, data: { total: user ? 1 : 0 } }); //! n-plus-one-query hint
  }
  for (const order of orders) {
    try {
      JSON.parse(order.id);
    } catch {
      // Seldom, as far as the code goes.
      await db.user.findUnique({ where: { id: order.userId } }); //! n-plus-one-query hint
    }
  }
  for (const order of orders) await totalOf(order);
  response.end();
});

interface Totals {
  isInitialized(): boolean;
}
declare const totals: Totals;

async function totalOf(order: Order): Promise<void> {
  if (!totals.isInitialized()) await db.order.findMany({ where: { userId: order.userId } }); //= once for all who share it
}

/** Lets few run at the same time: the author has thought of how many there are. */
declare function limit<T>(run: () => Promise<T>): Promise<T>;

// One command after the other is answered by one after the other.
export async function oneAfterTheOther(ids: string[]): Promise<void> {
  for (const id of ids) await redis.get(id); //! n-plus-one-query hint
}

// They share one pipeline.
export async function allAtOnce(ids: string[]): Promise<(string | null)[]> {
  return Promise.all(ids.map((id) => redis.get(id))); //! n-plus-one-query hint
}

// The upload of each takes far longer than its row.
export async function upload(orders: Order[]): Promise<void> {
  for (const order of orders) {
    const user = await db.user.findUnique({ where: { id: order.userId } }); //! n-plus-one-query hint
    await send(user?.name ?? ''); //! n-plus-one-query hint
  }
}

async function send(name: string): Promise<void> {
  await axios.post(`https://uploads.example/${name}`);
}

// Reads, decides, and writes: a unit of work per element.
export async function renumber(orders: Order[]): Promise<void> {
  for (const order of orders) await moveToEnd(order); //! n-plus-one-query hint
}

async function moveToEnd(order: Order): Promise<void> {
  const user = await db.user.findUnique({ where: { id: order.userId } });
  const team = await db.team.findUnique({ where: { id: user?.teamId ?? '' } });
  const orders = await db.order.findMany({ where: { userId: order.userId } });
  const count = await db.order.count({ where: { userId: team?.id ?? '' } });
  await db.order.update({ where: { id: order.id }, data: { total: count + orders.length } });
}

export async function statements(rows: { id: string }[]): Promise<void> {
  for (const row of rows) await pool.query('DELETE FROM events WHERE id = $1', [row.id]); //! n-plus-one-query hint
  // Each row is given a value of its own.
  for (const row of rows) await pool.query('UPDATE events SET done = true WHERE id = $1', [row.id]); //! n-plus-one-query hint
}
