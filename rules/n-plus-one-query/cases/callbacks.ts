//- with: @prisma/client
import { PrismaClient } from '@prisma/client';
import type { Order, User } from '@prisma/client';

const db = new PrismaClient();

export const readsAll = (ids: string[]): Promise<(User | null)[]> =>
  Promise.all(ids.map((id) => db.user.findUnique({ where: { id } }))); //= Prisma sends lookups by key that are made together as one query

export async function readsWithBody(orders: Order[]): Promise<string[]> {
  return Promise.all(
    orders.map(async (order) => {
      const user = await db.user.findUnique({ where: { id: order.userId } }); //= also where nothing is waited for before
      return user?.email ?? '';
    }),
  );
}

export async function readsAfterAnother(orders: Order[]): Promise<unknown[]> {
  return Promise.all(
    orders.map(async (order) => {
      await db.order.count({ where: { userId: order.userId } }); //! n-plus-one-query
      return db.user.findUnique({ where: { id: order.userId } }); //! n-plus-one-query
    }),
  );
}

export function writesAndForgets(orders: Order[]): void {
  orders.forEach(async (order) => {
    await db.order.update({ where: { id: order.id }, data: { total: 0 } }); //! n-plus-one-query
  });
}

export async function readsIntoChain(ids: string[]): Promise<void> {
  await ids.reduce(async (before, id) => {
    await before;
    await db.order.findMany({ where: { userId: id } }); //! n-plus-one-query
  }, Promise.resolve());
}

export async function readsPushed(orders: Order[]): Promise<(User | null)[]> {
  const waiting: Promise<User | null>[] = [];
  for (const order of orders) waiting.push(db.user.findUnique({ where: { id: order.userId } })); //= Prisma sends what is asked in one tick as one query
  return Promise.all(waiting);
}

export async function readsPushedOthers(orders: Order[]): Promise<(Order | null)[]> {
  const waiting: Promise<Order | null>[] = [];
  for (const order of orders) waiting.push(db.order.findFirst({ where: { userId: order.userId } })); //! n-plus-one-query
  return Promise.all(waiting);
}

export async function readsTwo(order: Order): Promise<unknown[]> {
  return Promise.all([db.user.findUnique({ where: { id: order.userId } }), db.order.count()]); //= two different queries
}

export async function settles(ids: string[]): Promise<unknown[]> {
  return Promise.allSettled(ids.map((id) => db.team.findFirst({ where: { id } }))); //! n-plus-one-query
}
