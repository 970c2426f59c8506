//- with: @prisma/client, dataloader
import { PrismaClient } from '@prisma/client';
import type { Order, User } from '@prisma/client';
import DataLoader from 'dataloader';

const db = new PrismaClient();
const users = new DataLoader<string, User>(async (ids) => db.user.findMany({ where: { id: { in: [...ids] } } }));

export async function batched(orders: Order[]): Promise<User[]> {
  return Promise.all(orders.map((order) => users.load(order.userId))); //= DataLoader sends one query for all
}

export async function pages(visit: (user: User) => void): Promise<void> {
  let cursor: string | undefined;
  for (;;) {
    const page: User[] = await db.user.findMany({ take: 100, ...(cursor ? { skip: 1, cursor: { id: cursor } } : {}) }); //= one query per page, and the next needs the last
    page.forEach(visit);
    cursor = page.at(-1)?.id;
    if (cursor === undefined) return;
  }
}

const cache = new Map<string, User>();

export async function cached(orders: Order[]): Promise<void> {
  for (const order of orders) {
    const user = cache.get(order.userId) ?? (await db.user.findUnique({ where: { id: order.userId } })); //= the cache is asked first
    if (user) cache.set(user.id, user);
  }
}

export async function few(): Promise<number[]> {
  return Promise.all(['red', 'blue'].map((name) => db.team.count({ where: { name } }))); //= two names
}

export async function chunked(ids: string[]): Promise<void> {
  for (let start = 0; start < ids.length; start += 1000) {
    const chunk = ids.slice(start, start + 1000);
    await db.user.deleteMany({ where: { id: { in: chunk } } }); //= one query per thousand
  }
}

export async function bounded(orders: Order[]): Promise<void> {
  for (const order of orders.slice(0, 3)) await db.user.findUnique({ where: { id: order.userId } }); //= at most three
}

export async function firstMatch(names: string[]): Promise<User | null> {
  const [name] = names;
  return db.user.findFirst({ where: { name: name ?? '' } }); //= one query
}

export async function recent(): Promise<void> {
  const teams = await db.team.findMany({ take: 5 });
  for (const team of teams) await db.user.count({ where: { teamId: team.id } }); //= five teams at most
}

async function removeMany(orders: Order[]): Promise<void> {
  await db.order.deleteMany({ where: { id: { in: orders.map((order) => order.id) } } });
}

export async function byGroup(groups: Order[][]): Promise<void> {
  for (const group of groups) await removeMany(group); //= each iteration already works on many
}
