export function overlap(words: string[], counts: Record<string, number>): string[] {
  const countsKeysSet = new Set(Object.keys(counts));
  return words.filter((word) => countsKeysSet.has(word));
}

export function holds(ids: string[], members: Set<string>): boolean[] {
  return ids.map((id) => members.has(id));
}

export function priced(prices: number[], byName: Map<string, number>): number {
  let count = 0;
  for (const price of prices) {
    if (Array.from(byName.values()).includes(price)) count++;
  }
  return count;
}

export function nameOf(ids: string[], users: Record<string, { id: string; name: string }>): string[] {
  const names: string[] = [];
  for (const id of ids) {
    const user = Object.values(users).find((each) => each.id === id);
    if (user) names.push(user.name);
  }
  return names;
}

export function emails(ids: string[], users: { id: string; email: string }[]): boolean[] {
  return ids.map((id) => users.map((user) => user.id).includes(id));
}

export function entryFor(keys: string[], table: Record<string, string>): string[] {
  const values: string[] = [];
  for (const key of keys) {
    const entry = Object.entries(table).find(([name]) => name === key);
    if (entry) values.push(entry[1]);
  }
  return values;
}

export function direct(ids: string[], members: Set<string>, users: Record<string, string>): string[] {
  return ids.filter((id) => members.has(id) && id in users);
}
