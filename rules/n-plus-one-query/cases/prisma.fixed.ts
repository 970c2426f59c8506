import { PrismaClient } from '@prisma/client';
import type { Order, User } from '@prisma/client';

const db = new PrismaClient();

export async function readsOwnerOfEach(orders: Order[]): Promise<string[]> {
  const names: string[] = [];
  const userById = new Map((await db.user.findMany({ where: { id: { in: orders.map((order) => order.userId) } } })).map((user) => [user.id, user]));
  for (const order of orders) {
    const owner = userById.get(order.userId) ?? null;
    names.push(owner?.name ?? 'nobody');
  }
  return names;
}

export async function readsAllOrdersOfEach(userIds: string[]): Promise<number> {
  let total = 0;
  for (const userId of userIds) {
    const orders = await db.order.findMany({ where: { userId } });
    for (const order of orders) total += order.total;
  }
  return total;
}

export async function readsTableThenEach(): Promise<void> {
  const users = await db.user.findMany();
  for (const user of users) {
    const team = await db.team.findUniqueOrThrow({ where: { id: user.teamId } });
    user.name = `${user.name} (${team.name})`;
  }
}

export async function countsEach(users: User[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { id } of users) {
    counts.set(id, await db.order.count({ where: { userId: id } }));
  }
  return counts;
}

export async function readsInTransaction(orders: Order[]): Promise<void> {
  await db.$transaction(async (tx) => {
    const userById = new Map((await tx.user.findMany({ where: { id: { in: orders.map((order) => order.userId) } } })).map((user) => [user.id, user]));
    for (const order of orders) {
      const user = userById.get(order.userId) ?? null;
      if (!user) throw new Error(order.id);
    }
  });
}

export async function readsAtOnce(orders: Order[]): Promise<User[]> {
  return db.user.findMany({ where: { id: { in: orders.map((order) => order.userId) } } });
}
