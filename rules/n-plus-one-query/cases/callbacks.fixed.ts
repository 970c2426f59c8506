import { PrismaClient } from '@prisma/client';
import type { Order, User } from '@prisma/client';

const db = new PrismaClient();

export const readsAll = (ids: string[]): Promise<(User | null)[]> =>
  Promise.all(ids.map((id) => db.user.findUnique({ where: { id } })));

export async function readsWithBody(orders: Order[]): Promise<string[]> {
  const userById = new Map((await db.user.findMany({ where: { id: { in: orders.map((order) => order.userId) } } })).map((user) => [user.id, user]));
  return Promise.all(
    orders.map(async (order) => {
      const user = userById.get(order.userId) ?? null;
      return user?.email ?? '';
    }),
  );
}

export function writesAndForgets(orders: Order[]): void {
  orders.forEach(async (order) => {
    await db.order.update({ where: { id: order.id }, data: { total: 0 } });
  });
}

export async function readsIntoChain(ids: string[]): Promise<void> {
  await ids.reduce(async (before, id) => {
    await before;
    await db.order.findMany({ where: { userId: id } });
  }, Promise.resolve());
}

export async function readsPushed(orders: Order[]): Promise<(User | null)[]> {
  const waiting: Promise<User | null>[] = [];
  for (const order of orders) waiting.push(db.user.findUnique({ where: { id: order.userId } }));
  return Promise.all(waiting);
}

export async function readsTwo(order: Order): Promise<unknown[]> {
  return Promise.all([db.user.findUnique({ where: { id: order.userId } }), db.order.count()]);
}

export async function settles(ids: string[]): Promise<unknown[]> {
  return Promise.allSettled(ids.map((id) => db.team.findFirst({ where: { id } })));
}
