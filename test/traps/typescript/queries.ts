//- with: @prisma/client
import { PrismaClient } from '@prisma/client';
import type { Order, User } from '@prisma/client';

const db = new PrismaClient();

// trap: findUnique gives null where there is no row, and a Map undefined
export async function owners(orders: Order[]): Promise<(User | null)[]> {
  const found: (User | null)[] = [];
  for (const order of orders) {
    const user = await db.user.findUnique({ where: { id: order.userId } }); //! n-plus-one-query 💡suggestion
    found.push(user);
  }
  return found;
}

// trap: === null no longer holds for what a Map has not
export async function missing(ids: string[]): Promise<string[]> {
  const none: string[] = [];
  for (const id of ids) {
    const user = await db.user.findUnique({ where: { id } }); //! n-plus-one-query 💡suggestion
    if (user === null) none.push(id);
  }
  return none;
}

// trap: findUniqueOrThrow throws where there is no row
export async function strict(orders: Order[]): Promise<string[]> {
  const names: string[] = [];
  for (const order of orders) {
    const user = await db.user.findUniqueOrThrow({ where: { id: order.userId } }); //! n-plus-one-query 💡none
    names.push(user.name);
  }
  return names;
}

// trap: each round asks for its own first row in its own order
export async function newest(users: User[]): Promise<(Order | null)[]> {
  const rows: (Order | null)[] = [];
  for (const user of users) {
    rows.push(await db.order.findFirst({ where: { userId: user.id }, orderBy: { createdAt: 'desc' } })); //! n-plus-one-query 💡none
  }
  return rows;
}

// trap: take counts per user, and would count all
export async function lastThree(users: User[]): Promise<Order[][]> {
  const rows: Order[][] = [];
  for (const user of users) {
    rows.push(await db.order.findMany({ where: { userId: user.id }, take: 3 })); //! n-plus-one-query 💡none
  }
  return rows;
}

// trap: the loop writes what the next round reads
export async function pass(ids: string[]): Promise<number> {
  let sum = 0;
  for (const id of ids) {
    const product = await db.product.findUnique({ where: { id } }); //! n-plus-one-query 💡none
    if (!product) continue;
    sum += product.stock;
    await db.product.update({ where: { id }, data: { stock: product.stock - 1 } }); //! n-plus-one-query 💡none
  }
  return sum;
}

// trap: the next key is what the last row says
export async function follow(start: string, steps: number[]): Promise<string> {
  let id = start;
  for (const step of steps) {
    const order = await db.order.findUnique({ where: { id } }); //= the next query needs what the last one gave
    id = order ? order.userId + step : id;
  }
  return id;
}

// trap: each row that was read is changed, and two keys may lead to one row
export async function rename(orders: Order[]): Promise<User[]> {
  const users: User[] = [];
  for (const order of orders) {
    const user = await db.user.findUnique({ where: { id: order.userId } }); //! n-plus-one-query 💡none
    if (!user) continue;
    user.name += '!';
    users.push(user);
  }
  return users;
}

// trap: a condition in front spares most of the queries
export async function some(orders: Order[]): Promise<string[]> {
  const names: string[] = [];
  for (const order of orders) {
    if (order.total < 1000) continue;
    const user = await db.user.findUnique({ where: { id: order.userId } }); //! n-plus-one-query 💡suggestion
    names.push(user?.name ?? '');
  }
  return names;
}

// trap: the loop ends with the first that is found
export async function first(orders: Order[]): Promise<User | null> {
  for (const order of orders) {
    const user = await db.user.findUnique({ where: { id: order.userId } }); //! n-plus-one-query 💡suggestion
    if (user) return user;
  }
  return null;
}

// trap: a failure of one query must not stop the others
export async function tolerant(orders: Order[]): Promise<number> {
  let failed = 0;
  for (const order of orders) {
    try {
      const user = await db.user.findUnique({ where: { id: order.userId } }); //! n-plus-one-query 💡none
      if (user === null) failed += 2;
    } catch {
      failed += 1;
    }
  }
  return failed;
}

// trap: two columns make the key together
export async function both(orders: Order[]): Promise<(Order | null)[]> {
  const rows: (Order | null)[] = [];
  for (const order of orders) {
    rows.push(await db.order.findFirst({ where: { userId: order.userId, total: order.total } })); //! n-plus-one-query 💡none
  }
  return rows;
}

// trap: the client is one of a transaction, and the query must stay in it
export async function inTransaction(orders: Order[]): Promise<void> {
  await db.$transaction(async (tx) => {
    for (const order of orders) {
      const user = await tx.user.findUnique({ where: { id: order.userId } }); //! n-plus-one-query 💡suggestion
      if (!user) throw new Error(order.id);
    }
  });
}

// trap: the key is computed from the row, in a way that costs or throws
export async function byMail(rows: { mail: string }[]): Promise<(User | null)[]> {
  const users: (User | null)[] = [];
  for (const row of rows) {
    users.push(await db.user.findUnique({ where: { email: row.mail.toLowerCase() } })); //! n-plus-one-query 💡none
  }
  return users;
}

// trap: an undefined key means no condition at all
export async function optional(rows: { owner?: string }[]): Promise<(User | null)[]> {
  const users: (User | null)[] = [];
  for (const row of rows) {
    users.push(await db.user.findFirst({ where: { id: row.owner! } })); //! n-plus-one-query 💡none
  }
  return users;
}

// trap: include brings other rows along, which the twin must do too
export async function included(orders: Order[]): Promise<(User | null)[]> {
  const users: (User | null)[] = [];
  for (const order of orders) {
    const user = await db.user.findUnique({ where: { id: order.userId }, include: { team: true } }); //! n-plus-one-query 💡suggestion
    users.push(user);
  }
  return users;
}

// trap: the database compares texts without looking at their case, and a Map does not
export async function products(skus: string[]): Promise<number> {
  let stock = 0;
  for (const sku of skus) {
    const rows = await db.product.findMany({ where: { sku } }); //! n-plus-one-query 💡none //! count-by-loading
    stock += rows.length;
  }
  return stock;
}

// trap: the list grows while it is walked
export async function growing(ids: string[]): Promise<string[]> {
  for (const id of ids) {
    const order = await db.order.findUnique({ where: { id } }); //! n-plus-one-query 💡none
    if (order && !order.userId.startsWith('x')) ids.push(order.userId);
  }
  return ids;
}

// trap: what is written runs hooks of its own, in order
export async function create(names: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names) ids.push((await db.team.create({ data: { name } })).id); //! n-plus-one-query 💡none
  return ids;
}

// trap: a name of the new variable is taken
export async function takenName(orders: Order[], users: number): Promise<number> {
  let count = users;
  for (const order of orders) {
    const user = await db.user.findUnique({ where: { id: order.userId } }); //! n-plus-one-query 💡suggestion
    if (user) count += 1;
  }
  return count;
}

// trap: all queries are started before the first has answered
export async function atOnce(orders: Order[]): Promise<(Order | null)[]> {
  return Promise.all(orders.map((order) => db.order.findFirst({ where: { userId: order.userId } }))); //! n-plus-one-query 💡none
}

// trap: the list of keys is an iterator, which can be read once
export async function once(ids: IterableIterator<string>): Promise<number> {
  let count = 0;
  for (const id of ids) {
    const user = await db.user.findUnique({ where: { id } }); //! n-plus-one-query 💡none
    if (user) count += 1;
  }
  return count;
}
