//- with: @prisma/client
import { PrismaClient } from '@prisma/client';
import type { Order, User } from '@prisma/client';

const db = new PrismaClient();

async function loadUser(id: string): Promise<User | null> { //~ effect: query
  return db.user.findUnique({ where: { id } }); //= one query per call; the loops are elsewhere
}

async function mustLoad(id: string): Promise<User> {
  const user = await loadUser(id); //= one query per call
  if (!user) throw new Error(id);
  return user;
}

const saveOrder = (order: Order): Promise<Order> => db.order.update({ where: { id: order.id }, data: order });

export async function readsThroughHelper(orders: Order[]): Promise<string[]> {
  const names: string[] = [];
  for (const order of orders) {
    const user = await loadUser(order.userId); //! n-plus-one-query
    names.push(user?.name ?? '');
  }
  return names;
}

export async function readsThroughTwo(orders: Order[]): Promise<User[]> {
  return Promise.all(orders.map((order) => mustLoad(order.userId))); //= Prisma sends them together
}

export async function readsByReference(ids: string[]): Promise<(User | null)[]> {
  return Promise.all(ids.map(loadUser)); //= Prisma sends them together
}

export async function writesThroughHelper(orders: Order[]): Promise<void> {
  for (const order of orders) {
    order.total += 1;
    await saveOrder(order); //! n-plus-one-query
  }
}

async function settings(): Promise<number> {
  return db.team.count();
}

export async function sameEachTime(orders: Order[]): Promise<void> {
  const teams = await settings(); //= once, before the loop
  for (const order of orders) order.total += teams;
}
