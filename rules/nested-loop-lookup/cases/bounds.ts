interface Order {
  id: string;
  lines: string[];
}

interface User {
  id: string;
  orders: Order[];
}

export function names(users: User[]): string[] { //~ O(users)
  const found: string[] = [];
  for (const user of users) found.push(user.id);
  return found;
}

export function allowed(users: User[], banned: string[]): User[] { //~ O(users × banned)
  return users.filter((user) => !banned.includes(user.id)); //! nested-loop-lookup O(users × banned)
}

function hasKey(list: readonly string[], key: string): boolean { //~ O(list)
  return list.includes(key);
}

export function blocked(ids: string[], banned: string[]): string[] { //~ O(ids × banned)
  return ids.filter((id) => hasKey(banned, id)); //! nested-loop-lookup O(ids × banned)
}

export function both(ids: string[], banned: string[]): number { //~ O(banned + ids)
  const known = new Set(banned);
  let count = 0;
  ids.forEach((id) => { //~ O(1)
    if (known.has(id)) count++;
  });
  return count;
}

export function ordered(ids: string[]): string[] { //~ O(ids log ids)
  return [...ids].sort((a, b) => a.localeCompare(b));
}

export function bits(total: number): number { //~ O(log total)
  let count = 0;
  for (let rest = total; rest > 1; rest >>= 1) count++;
  return count;
}

//~ O(users[].orders[].lines)
export function lines(users: User[]): number {
  let count = 0;
  for (const user of users) for (const order of user.orders) count += order.lines.filter((line) => line.length > 3).length;
  return count;
}

export function shared(ids: string[], byId: Map<string, User>): number { //= each user's own orders are looked up: no size has a name, so no bound is claimed
  let count = 0;
  for (const id of ids) for (const order of byId.get(id)?.orders ?? []) if (order.id === id) count++;
  return count;
}

export function ordersOf(users: User[]): Order[] { //~ O(users[].orders)
  return users.flatMap((user) => user.orders).filter((order) => order.id !== '');
}

export function workdays(id: string): number { //~ O(1)
  let count = 0;
  for (const day of ['mon', 'tue', 'wed']) if (id.startsWith(day)) count++;
  return count;
}

export class Shop {
  private readonly users: User[] = [];

  add(user: User): void { //~ O(1)
    this.users.push(user);
  }

  has(id: string): boolean { //~ O(users)
    return this.users.some((user) => user.id === id);
  }

  missing(ids: string[]): string[] { //~ O(ids × users)
    return ids.filter((id) => !this.has(id)); //! nested-loop-lookup O(ids × users)
  }
}
