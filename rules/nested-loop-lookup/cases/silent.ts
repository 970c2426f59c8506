interface User {
  id: string;
  name: string;
  roles: string[];
}

export function search(users: User[], query: string): User[] {
  return users.filter((user) => user.name.includes(query) || query.indexOf(user.id) >= 0); //= strings
}

export function known(users: User[], ids: Set<string>, byId: Map<string, User>): User[] {
  return users.filter((user) => ids.has(user.id) && byId.get(user.id)); //= a Set and a Map
}

export function staff(users: User[]): User[] {
  return users.filter((user) => user.roles.includes('staff')); //= each user's own roles
}

export function open(users: User[], features: string[]): User[] {
  const result: User[] = [];
  for (const user of users) {
    if (features.includes('beta')) result.push(user); //= the key is the same on each iteration: no index is needed, and the work can be hoisted
  }
  return result;
}

export function split(users: User[]): string[] {
  const names: string[] = [];
  for (const user of users) {
    const parts = user.name.split(' ');
    if (parts.includes('van')) names.push(user.name); //= `parts` is made anew for each user
  }
  return names;
}

export function drain(jobs: string[], waiting: string[]): number {
  let done = 0;
  for (const job of jobs) {
    const at = waiting.indexOf(job); //= the list shrinks in this loop: an index would go stale
    if (at !== -1) waiting.splice(at, 1);
    done++;
  }
  return done;
}

export function queue(start: string, links: Record<string, string[]>): string[] {
  const todo = [start];
  const order: string[] = [];
  while (todo.length > 0) {
    const next = todo.shift() ?? '';
    order.push(next);
    for (const link of links[next] ?? []) if (!todo.includes(link)) todo.push(link); //= `todo` changes in the loop
  }
  return order;
}
