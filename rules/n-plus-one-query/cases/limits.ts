//- with: @prisma/client
// Known to be wrong today. When one of these heals, the test says so.
import { PrismaClient } from '@prisma/client';
import type { Order, User } from '@prisma/client';

const db = new PrismaClient();

interface Source {
  load(id: string): Promise<User | null>;
}

const remote: Source = {
  load: (id) => db.user.findUnique({ where: { id } }),
};

export async function throughInterface(source: Source, orders: Order[]): Promise<void> {
  for (const order of orders) await source.load(order.userId); //! n-plus-one-query
}

export async function main(orders: Order[]): Promise<void> {
  await throughInterface(remote, orders);
}

async function each<T>(items: T[], work: (item: T) => Promise<unknown>): Promise<void> {
  for (const item of items) await work(item);
}

export async function throughCallback(orders: Order[]): Promise<void> {
  await each(orders, (order) => db.user.findUnique({ where: { id: order.userId } })); //! n-plus-one-query
}

export async function uniqueTeams(users: User[]): Promise<void> {
  const teams = new Set(users.map((user) => user.teamId));
  for (const id of teams) await db.team.findUnique({ where: { id } }); //! n-plus-one-query
}
