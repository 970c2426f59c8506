export function inside(users: string[], banned: string[]): string[] {
  // scalelint-size banned <= 20
  return users.filter((user) => banned.includes(user));
}

// scalelint-size banned <= 20
export function above(users: string[], banned: string[]): string[] {
  return users.filter((user) => banned.includes(user));
}

export function other(users: string[], banned: string[]): string[] {
  const bannedSet = new Set(banned);
  return users.filter((user) => bannedSet.has(user));
}

export function nested(groups: string[][], names: string[]): string[][] {
  // scalelint-size known <= 20
  const within = (group: string[], known: string[]): string[] => group.filter((name) => known.includes(name));
  return groups.map((group) => within(group, names));
}

// scalelint-size allowed <= 20
const allowed: string[] = names();
const denied: string[] = names();

function names(): string[] {
  return JSON.parse('["a", "b"]') as string[];
}

export function kept(users: string[]): string[] {
  return users.filter((user) => allowed.includes(user));
}

export function dropped(users: string[]): string[] {
  const deniedSet = new Set(denied);
  return users.filter((user) => !deniedSet.has(user));
}
