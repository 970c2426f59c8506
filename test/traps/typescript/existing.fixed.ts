// trap: the Set that is there was made before the list grew
export function grown(users: string[], banned: string[]): number {
  const bannedSet = new Set(banned);
  banned.push('root');
  const bannedSet2 = new Set(banned);
  return users.filter((user) => !bannedSet2.has(user)).length + bannedSet.size;
}

// trap: the Set that is there got one more element than the list
export function widened(users: string[], banned: string[]): number {
  const bannedSet = new Set(banned);
  bannedSet.add('root');
  const bannedSet2 = new Set(banned);
  return users.filter((user) => !bannedSet2.has(user)).length + bannedSet.size;
}

// trap: the Set that is there lost an element behind a call
export function narrowed(users: string[], banned: string[]): number {
  const bannedSet = new Set(banned);
  const forgive = (): boolean => bannedSet.delete('guest');
  forgive();
  const bannedSet2 = new Set(banned);
  return users.filter((user) => !bannedSet2.has(user)).length + bannedSet.size;
}

// trap: the Set that is there is another one by then
export function replaced(users: string[], banned: string[], more: string[]): number {
  let bannedSet = new Set(banned);
  const before = bannedSet.size;
  bannedSet = new Set(more);
  const bannedSet2 = new Set(banned);
  return users.filter((user) => !bannedSet2.has(user)).length + bannedSet.size + before;
}

// trap: the Set that is there is made in one branch only
export function branched(users: string[], banned: string[], strict: boolean): number {
  let size = 0;
  if (strict) {
    const bannedSet = new Set(banned);
    size = bannedSet.size;
  }
  const bannedSet2 = new Set(banned);
  return users.filter((user) => !bannedSet2.has(user)).length + size;
}

// trap: the Set that is there holds the list's elements in lower case
export function lowered(users: string[], banned: string[]): number {
  const bannedSet = new Set(banned.map((each) => each.toLowerCase()));
  const bannedSet2 = new Set(banned);
  return users.filter((user) => !bannedSet2.has(user)).length + bannedSet.size;
}

// trap: the Set that is there finds NaN, as indexOf does not
export function nan(values: number[], known: number[]): number {
  const knownSet = new Set(known);
  const knownSet2 = new Set(known);
  knownSet2.delete(NaN);
  return values.filter((value) => !knownSet2.has(value)).length + knownSet.size;
}

// trap: the Set that is there is of a list with the same name, further in
export function inner(users: string[], banned: string[], groups: string[][]): number {
  let size = 0;
  for (const banned of groups) {
    const bannedSet = new Set(banned);
    size += bannedSet.size;
  }
  const bannedSet2 = new Set(banned);
  return users.filter((user) => !bannedSet2.has(user)).length + size;
}

// trap: the Set that is there is given away, and others may write to it
export function shared(users: string[], banned: string[], use: (set: Set<string>) => void): string[] {
  const bannedSet = new Set(banned);
  use(bannedSet);
  const bannedSet2 = new Set(banned);
  return users.filter((user) => !bannedSet2.has(user));
}

// trap: the Set that is there is made after the loop
export function later(users: string[], banned: string[]): number {
  const bannedSet2 = new Set(banned);
  const left = users.filter((user) => !bannedSet2.has(user));
  const bannedSet = new Set(banned);
  return left.length + bannedSet.size;
}

// trap: the Set that is there is of the same list, and nothing changes either
export function same(users: string[], banned: string[]): number {
  const bannedSet = new Set(banned);
  return users.filter((user) => !bannedSet.has(user)).length + bannedSet.size;
}

// trap: the Map that is there keeps the last of each key, where find gives the first
export function lastKept(ids: string[], users: { id: string; name: string }[]): number {
  const userById = new Map(users.map((user) => [user.id, user]));
  const userById2 = new Map<string, (typeof users)[number]>();
  users.forEach((user) => {
    if (!userById2.has(user.id)) userById2.set(user.id, user);
  });
  return ids.map((id) => userById2.get(id)?.name ?? '').join().length + userById.size;
}
