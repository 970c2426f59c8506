interface User {
  id: string;
  boss: string;
}

export function split(users: User[], banned: string[]): [User[], User[]] {
  const shown = users.filter((user) => !banned.includes(user.id)); //! nested-loop-lookup 💡safe
  const free = users.filter((user) => !banned.includes(user.boss)); //! nested-loop-lookup 💡safe
  return [shown, free];
}

export function refilled(users: User[], names: string[]): [User[], User[]] {
  const banned = names.map((name) => name.trim());
  const shown = users.filter((user) => !banned.includes(user.id)); //! nested-loop-lookup 💡safe
  banned.push(...users.map((user) => user.id));
  const free = users.filter((user) => !banned.includes(user.boss)); //! nested-loop-lookup 💡safe
  return [shown, free];
}

// Somebody takes names out of the Set: the second loop needs one of its own.
export function shrinking(users: User[], banned: string[]): [User[], User[]] {
  const bannedSet = new Set(banned);
  const shown = users.filter((user) => bannedSet.delete(user.id));
  const free = users.filter((user) => !banned.includes(user.boss)); //! nested-loop-lookup 💡safe
  return [shown, free];
}
