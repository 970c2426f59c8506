interface Entry {
  author: string;
  page: number;
}

export function authors(entries: Entry[]): string[] {
  const out: string[] = [];
  for (const entry of entries) {
    if (!out.includes(entry.author)) out.push(entry.author); //! list-as-set 💡safe O(entries²)
  }
  return out;
}

export function pages(entries: Entry[]): number[] {
  const found: number[] = [];
  entries.forEach((entry) => {
    if (found.indexOf(entry.page) === -1) { //! list-as-set O(entries²)
      found.push(entry.page);
    }
  });
  return found;
}

export function groups(entries: Entry[]): { author: string; pages: number[] }[] {
  const result: { author: string; pages: number[] }[] = [];
  for (const entry of entries) {
    let group = result.find((each) => each.author === entry.author); //! list-as-set O(entries²)
    if (!group) {
      group = { author: entry.author, pages: [] };
      result.push(group);
    }
    group.pages.push(entry.page);
  }
  return result;
}

export function skipSeen(entries: Entry[], visit: (entry: Entry) => void): void {
  const seen: string[] = [];
  for (const entry of entries) {
    if (seen.includes(entry.author)) continue; //! list-as-set 💡 O(entries²)
    seen.push(entry.author);
    visit(entry);
  }
}

export function reachable(start: string, links: Map<string, string[]>): number {
  const visited: string[] = [];
  const todo = [start];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (visited.includes(next)) continue; //! list-as-set 💡
    visited.push(next);
    todo.push(...(links.get(next) ?? []));
  }
  return visited.length;
}
