// Nothing is installed. The import still says which library it is; what comes from elsewhere stays unjudged.
import { PrismaClient } from '@prisma/client';
import { store } from './generated/store';

const db = new PrismaClient();

interface Order {
  id: string;
  userId: string;
}

export async function reads(orders: Order[]): Promise<unknown[]> {
  const users: unknown[] = [];
  const userById = new Map((await db.user.findMany({ where: { id: { in: orders.map((order) => order.userId) } } })).map((user) => [user.id, user]));
  for (const order of orders) {
    const user = userById.get(order.userId) ?? null;
    users.push(user);
  }
  return users;
}

export async function unknownStore(orders: Order[]): Promise<void> {
  for (const order of orders) await store.user.findUnique({ where: { id: order.userId } });
}

class Users {
  private readonly byId = new Map<string, string>();

  async findOne(id: string): Promise<string | undefined> {
    return this.byId.get(id);
  }
}

export async function ownRepository(users: Users, orders: Order[]): Promise<void> {
  for (const order of orders) await users.findOne(order.userId);
}
