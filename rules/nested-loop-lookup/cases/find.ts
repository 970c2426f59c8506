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
  for (const order of orders) {
    const owner = users.find((user) => user.id === order.userId); //! nested-loop-lookup 💡 O(orders × users)
    labels.push(`${order.id}: ${owner?.name ?? 'nobody'}`);
  }
  return labels;
}

export function rank(orders: Order[], users: User[]): number[] {
  return orders.map((order) => users.findIndex((user) => user.id === order.userId)); //! nested-loop-lookup O(orders × users)
}

export function orphans(orders: Order[], users: User[]): Order[] {
  return orders.filter((order) => !users.some((user) => user.id === order.userId)); //! nested-loop-lookup 💡 O(orders × users)
}

export function idle(users: User[], orders: Order[]): User[] {
  return users.filter((user) => orders.every((order) => order.userId !== user.id)); //! nested-loop-lookup 💡 O(users × orders)
}

export function perUser(users: User[], orders: Order[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const user of users) {
    counts[user.id] = orders.filter((order) => order.userId === user.id).length; //! nested-loop-lookup 💡 O(users × orders)
  }
  return counts;
}

export function newest(users: User[], orders: Order[]): (Order | undefined)[] {
  return users.map((user) => orders.findLast((order) => order.userId === user.id)); //! nested-loop-lookup O(users × orders)
}

export function destructured(orders: Order[], users: User[]): string[] {
  const names: string[] = [];
  for (const { userId } of orders) {
    const found = users.find(({ id }) => userId === id); //! nested-loop-lookup O(orders × users)
    if (found) names.push(found.name);
  }
  return names;
}
