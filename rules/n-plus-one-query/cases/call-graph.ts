//- with: @prisma/client, node
//- users.ts
import { PrismaClient } from '@prisma/client';
import type { User } from '@prisma/client';

const db = new PrismaClient();

export interface Users {
  load(id: string): Promise<User | null>;
}

export class SqlUsers implements Users {
  load(id: string): Promise<User | null> {
    return db.user.findUnique({ where: { id } });
  }
}

export interface Names {
  of(id: string): Promise<string>;
}

export class CachedNames implements Names {
  private readonly known = new Map<string, string>();

  async of(id: string): Promise<string> {
    return this.known.get(id) ?? id;
  }
}

export class StoredNames implements Names {
  async of(id: string): Promise<string> {
    return (await db.user.findUnique({ where: { id } }))?.name ?? '';
  }
}

export async function loadUser(id: string): Promise<User | null> {
  return db.user.findUnique({ where: { id } });
}
export async function lastOrder(userId: string): Promise<unknown> {
  return db.order.findMany({ where: { userId } });
}
//- index.ts
export * from './users.ts';
export { loadUser as fetchUser } from './users.ts';
//- wrappers.ts
export const traced =
  <A extends unknown[], R>(run: (...args: A) => R) =>
  (...args: A): R => {
    console.log('run');
    return run(...args);
  };

export async function each<T>(items: T[], work: (item: T) => Promise<unknown>): Promise<void> {
  for (const item of items) await work(item);
}

export async function inParallel<T, R>(items: T[], work: (item: T) => Promise<R>): Promise<R[]> {
  return Promise.all(items.map(work));
}
//- report.ts
import type { Order } from '@prisma/client';
import { fetchUser, loadUser } from './index.ts';
import { lastOrder } from './users.ts';
import type { Names, Users } from './index.ts';
import { each, inParallel, traced } from './wrappers.ts';

const tracedLoad = traced(loadUser);

export class Report {
  private readonly load = loadUser;

  constructor(
    private readonly users: Users,
    private readonly names: Names,
  ) {}

  async throughInterface(orders: Order[]): Promise<void> {
    for (const order of orders) await this.users.load(order.userId); //! n-plus-one-query
  }

  async ambiguous(orders: Order[]): Promise<void> {
    for (const order of orders) await this.names.of(order.userId); //= one of two implementations queries; which one runs is not known
  }

  async throughField(orders: Order[]): Promise<void> {
    for (const order of orders) await this.load(order.userId); //! n-plus-one-query
  }
}

export async function throughBarrel(orders: Order[]): Promise<void> {
  for (const order of orders) await fetchUser(order.userId); //! n-plus-one-query
}

export async function throughImport(orders: Order[]): Promise<void> {
  const users = await import('./users.ts');
  for (const order of orders) await users.loadUser(order.userId); //! n-plus-one-query
}

export async function throughWrapper(orders: Order[]): Promise<void> {
  for (const order of orders) await tracedLoad(order.userId); //! n-plus-one-query
}

export async function throughCall(this: unknown, orders: Order[]): Promise<void> {
  const bound = loadUser.bind(null);
  for (const order of orders) await loadUser.call(this, order.userId); //! n-plus-one-query
  for (const order of orders) await bound(order.userId); //! n-plus-one-query
}

export async function throughEach(orders: Order[]): Promise<void> {
  await each(orders, async (order) => loadUser(order.userId)); //! n-plus-one-query
  await inParallel(orders, (order) => loadUser(order.userId)); //= Prisma sends lookups by key that are made together as one query
  await inParallel(orders, (order) => lastOrder(order.userId)); //! n-plus-one-query
}

export async function inChain(orders: Order[]): Promise<void> {
  await orders.reduce((before, order) => before.then(() => loadUser(order.userId)), Promise.resolve<unknown>(null)); //! n-plus-one-query
}
//- tree.ts
import { PrismaClient } from '@prisma/client';

const db = new PrismaClient();

export abstract class Tree {
  abstract children(id: string): Promise<{ id: string }[]>;

  async walk(id: string): Promise<void> {
    for (const child of await this.children(id)) await this.walk(child.id); //! n-plus-one-query
  }
}

export class TeamTree extends Tree {
  children(id: string): Promise<{ id: string }[]> {
    return db.team.findMany({ where: { id } });
  }
}
//- loaders.ts
import { PrismaClient } from '@prisma/client';
import type { Order, User } from '@prisma/client';
import { type Loader } from './loader.ts';

const db = new PrismaClient();

interface Options {
  loader?: Loader;
}

async function owner(order: Order, { loader }: Options = {}): Promise<unknown> {
  return loader ? loader.load(order.userId) : db.order.findMany({ where: { userId: order.userId } });
}

async function buyer(order: Order, loader: Loader | null): Promise<unknown> {
  if (!loader) return db.order.findMany({ where: { userId: order.userId } });
  return loader.load(order.userId);
}

export async function owners(orders: Order[], loader: Loader): Promise<void> {
  for (const order of orders) await owner(order, { loader }); //= with a loader it does not query
  for (const order of orders) await buyer(order, loader); //= nor does this
  for (const order of orders) await owner(order); //! n-plus-one-query
  for (const order of orders) await buyer(order, null); //! n-plus-one-query
}

export async function ages(users: User[]): Promise<number[]> {
  const orders = await db.order.findMany({ where: { userId: { in: users.map((user) => user.id) } } });
  return orders.map(({ createdAt }) => createdAt.getTime()); //= a part of a row is no row
}
//- loader.ts
export interface Loader {
  load(id: string): Promise<unknown>;
}
