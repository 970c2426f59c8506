interface User {
  id: string;
  boss: string;
}

export function split(users: User[], banned: string[]): [User[], User[]] {
  const bannedSet = new Set(banned);
  const shown = users.filter((user) => !bannedSet.has(user.id));
  const free = users.filter((user) => !bannedSet.has(user.boss));
  return [shown, free];
}

export function refilled(users: User[], names: string[]): [User[], User[]] {
  const banned = names.map((name) => name.trim());
  const bannedSet = new Set(banned);
  const shown = users.filter((user) => !bannedSet.has(user.id));
  banned.push(...users.map((user) => user.id));
  const bannedSet2 = new Set(banned);
  const free = users.filter((user) => !bannedSet2.has(user.boss));
  return [shown, free];
}

// Somebody takes names out of the Set: the second loop needs one of its own.
export function shrinking(users: User[], banned: string[]): [User[], User[]] {
  const bannedSet = new Set(banned);
  const shown = users.filter((user) => bannedSet.delete(user.id));
  const bannedSet2 = new Set(banned);
  const free = users.filter((user) => !bannedSet2.has(user.boss));
  return [shown, free];
}
