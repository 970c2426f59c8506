interface Order {
  id: string;
  userId: string;
}

interface User {
  id: string;
  name: string;
}

export function label(orders: Order[], users: User[]): string[] {
  const labels: string[] = [];
  const userById = new Map<string, User>();
  users.forEach((user) => {
    if (!userById.has(user.id)) userById.set(user.id, user);
  });
  for (const order of orders) {
    const owner = userById.get(order.userId);
    labels.push(`${order.id}: ${owner?.name ?? 'nobody'}`);
  }
  return labels;
}

export function rank(orders: Order[], users: User[]): number[] {
  return orders.map((order) => users.findIndex((user) => user.id === order.userId));
}

export function orphans(orders: Order[], users: User[]): Order[] {
  const userIds = new Set(users.map((user) => user.id));
  return orders.filter((order) => !userIds.has(order.userId));
}

export function idle(users: User[], orders: Order[]): User[] {
  const orderUserIds = new Set(orders.map((order) => order.userId));
  return users.filter((user) => !orderUserIds.has(user.id));
}

export function perUser(users: User[], orders: Order[]): Record<string, number> {
  const counts: Record<string, number> = {};
  const ordersByUserId = new Map<string, Order[]>();
  orders.forEach((order) => {
    const group = ordersByUserId.get(order.userId);
    if (group) group.push(order);
    else ordersByUserId.set(order.userId, [order]);
  });
  for (const user of users) {
    counts[user.id] = (ordersByUserId.get(user.id) ?? []).length;
  }
  return counts;
}

export function newest(users: User[], orders: Order[]): (Order | undefined)[] {
  return users.map((user) => orders.findLast((order) => order.userId === user.id));
}

export function destructured(orders: Order[], users: User[]): string[] {
  const names: string[] = [];
  const userById = new Map<string, User>();
  users.forEach((user) => {
    if (!userById.has(user.id)) userById.set(user.id, user);
  });
  for (const { userId } of orders) {
    const found = userById.get(userId);
    if (found) names.push(found.name);
  }
  return names;
}
