export function overlap(words: string[], counts: Record<string, number>): string[] {
  return words.filter((word) => Object.keys(counts).includes(word)); //! nested-loop-lookup
}

export function holds(ids: string[], members: Set<string>): boolean[] {
  return ids.map((id) => [...members].includes(id)); //! nested-loop-lookup O(ids × members)
}

export function priced(prices: number[], byName: Map<string, number>): number {
  let count = 0;
  for (const price of prices) {
    if (Array.from(byName.values()).includes(price)) count++; //! nested-loop-lookup
  }
  return count;
}

export function nameOf(ids: string[], users: Record<string, { id: string; name: string }>): string[] {
  const names: string[] = [];
  for (const id of ids) {
    const user = Object.values(users).find((each) => each.id === id); //! nested-loop-lookup O(ids × users)
    if (user) names.push(user.name);
  }
  return names;
}

export function emails(ids: string[], users: { id: string; email: string }[]): boolean[] {
  return ids.map((id) => users.map((user) => user.id).includes(id)); //! nested-loop-lookup O(ids × users)
}

export function entryFor(keys: string[], table: Record<string, string>): string[] {
  const values: string[] = [];
  for (const key of keys) {
    const entry = Object.entries(table).find(([name]) => name === key); //! nested-loop-lookup O(keys × table)
    if (entry) values.push(entry[1]);
  }
  return values;
}

export function direct(ids: string[], members: Set<string>, users: Record<string, string>): string[] {
  return ids.filter((id) => members.has(id) && id in users); //= already asks the Set and the object
}
