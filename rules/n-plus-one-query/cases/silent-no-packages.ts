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
  for (const order of orders) {
    const user = await db.user.findUnique({ where: { id: order.userId } }); //! n-plus-one-query
    users.push(user);
  }
  return users;
}

export async function unknownStore(orders: Order[]): Promise<void> {
  for (const order of orders) await store.user.findUnique({ where: { id: order.userId } }); //= `store` may be anything
}

class Users {
  private readonly byId = new Map<string, string>();

  async findOne(id: string): Promise<string | undefined> {
    return this.byId.get(id); //= a Map in memory
  }
}

export async function ownRepository(users: Users, orders: Order[]): Promise<void> {
  for (const order of orders) await users.findOne(order.userId); //= a class of our own, which asks no database
}
