interface Order {
  id: string;
  lines: string[];
}

interface User {
  id: string;
  orders: Order[];
}

export function names(users: User[]): string[] {
  const found: string[] = [];
  for (const user of users) found.push(user.id);
  return found;
}

export function allowed(users: User[], banned: string[]): User[] {
  const bannedSet = new Set(banned);
  return users.filter((user) => !bannedSet.has(user.id));
}

function hasKey(list: readonly string[], key: string): boolean {
  return list.includes(key);
}

export function blocked(ids: string[], banned: string[]): string[] {
  return ids.filter((id) => hasKey(banned, id));
}

export function both(ids: string[], banned: string[]): number {
  const known = new Set(banned);
  let count = 0;
  ids.forEach((id) => {
    if (known.has(id)) count++;
  });
  return count;
}

export function ordered(ids: string[]): string[] {
  return [...ids].sort((a, b) => a.localeCompare(b));
}

export function bits(total: number): number {
  let count = 0;
  for (let rest = total; rest > 1; rest >>= 1) count++;
  return count;
}

export function lines(users: User[]): number {
  let count = 0;
  for (const user of users) for (const order of user.orders) count += order.lines.filter((line) => line.length > 3).length;
  return count;
}

export function shared(ids: string[], byId: Map<string, User>): number {
  let count = 0;
  for (const id of ids) for (const order of byId.get(id)?.orders ?? []) if (order.id === id) count++;
  return count;
}

export function ordersOf(users: User[]): Order[] {
  return users.flatMap((user) => user.orders).filter((order) => order.id !== '');
}

export function workdays(id: string): number {
  let count = 0;
  for (const day of ['mon', 'tue', 'wed']) if (id.startsWith(day)) count++;
  return count;
}

export class Shop {
  private readonly users: User[] = [];

  add(user: User): void {
    this.users.push(user);
  }

  has(id: string): boolean {
    return this.users.some((user) => user.id === id);
  }

  missing(ids: string[]): string[] {
    return ids.filter((id) => !this.has(id));
  }
}
