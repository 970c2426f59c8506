// trap: the Set that is there was made before the list grew
export function grown(users: string[], banned: string[]): number {
  const bannedSet = new Set(banned);
  banned.push('root');
  return users.filter((user) => !banned.includes(user)).length + bannedSet.size; //! nested-loop-lookup 💡safe
}

// trap: the Set that is there got one more element than the list
export function widened(users: string[], banned: string[]): number {
  const bannedSet = new Set(banned);
  bannedSet.add('root');
  return users.filter((user) => !banned.includes(user)).length + bannedSet.size; //! nested-loop-lookup 💡safe
}

// trap: the Set that is there lost an element behind a call
export function narrowed(users: string[], banned: string[]): number {
  const bannedSet = new Set(banned);
  const forgive = (): boolean => bannedSet.delete('guest');
  forgive();
  return users.filter((user) => !banned.includes(user)).length + bannedSet.size; //! nested-loop-lookup 💡safe
}

// trap: the Set that is there is another one by then
export function replaced(users: string[], banned: string[], more: string[]): number {
  let bannedSet = new Set(banned);
  const before = bannedSet.size;
  bannedSet = new Set(more);
  return users.filter((user) => !banned.includes(user)).length + bannedSet.size + before; //! nested-loop-lookup 💡safe
}

// trap: the Set that is there is made in one branch only
export function branched(users: string[], banned: string[], strict: boolean): number {
  let size = 0;
  if (strict) {
    const bannedSet = new Set(banned);
    size = bannedSet.size;
  }
  return users.filter((user) => !banned.includes(user)).length + size; //! nested-loop-lookup 💡safe
}

// trap: the Set that is there holds the list's elements in lower case
export function lowered(users: string[], banned: string[]): number {
  const bannedSet = new Set(banned.map((each) => each.toLowerCase()));
  return users.filter((user) => !banned.includes(user)).length + bannedSet.size; //! nested-loop-lookup 💡safe
}

// trap: the Set that is there finds NaN, as indexOf does not
export function nan(values: number[], known: number[]): number {
  const knownSet = new Set(known);
  return values.filter((value) => known.indexOf(value) === -1).length + knownSet.size; //! nested-loop-lookup 💡safe
}

// trap: the Set that is there is of a list with the same name, further in
export function inner(users: string[], banned: string[], groups: string[][]): number {
  let size = 0;
  for (const banned of groups) {
    const bannedSet = new Set(banned);
    size += bannedSet.size;
  }
  return users.filter((user) => !banned.includes(user)).length + size; //! nested-loop-lookup 💡safe
}

// trap: the Set that is there is given away, and others may write to it
export function shared(users: string[], banned: string[], use: (set: Set<string>) => void): string[] {
  const bannedSet = new Set(banned);
  use(bannedSet);
  return users.filter((user) => !banned.includes(user)); //! nested-loop-lookup 💡safe
}

// trap: the Set that is there is made after the loop
export function later(users: string[], banned: string[]): number {
  const left = users.filter((user) => !banned.includes(user)); //! nested-loop-lookup 💡safe
  const bannedSet = new Set(banned);
  return left.length + bannedSet.size;
}

// trap: the Set that is there is of the same list, and nothing changes either
export function same(users: string[], banned: string[]): number {
  const bannedSet = new Set(banned);
  return users.filter((user) => !banned.includes(user)).length + bannedSet.size; //! nested-loop-lookup 💡safe
}

// trap: the Map that is there keeps the last of each key, where find gives the first
export function lastKept(ids: string[], users: { id: string; name: string }[]): number {
  const userById = new Map(users.map((user) => [user.id, user]));
  return ids.map((id) => users.find((user) => user.id === id)?.name ?? '').join().length + userById.size; //! nested-loop-lookup 💡safe
}
