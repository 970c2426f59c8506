interface Entry {
  author: string;
  page: number;
}

export function authors(entries: Entry[]): string[] {
  const out: string[] = [];
  const outSet = new Set<string>();
  for (const entry of entries) {
    if (!outSet.has(entry.author)) {
      out.push(entry.author);
      outSet.add(entry.author);
    }
  }
  return out;
}

export function pages(entries: Entry[]): number[] {
  const found: number[] = [];
  const foundSet = new Set<number>();
  entries.forEach((entry) => {
    if (!foundSet.has(entry.page)) {
      found.push(entry.page);
      foundSet.add(entry.page);
    }
  });
  return found;
}

export function groups(entries: Entry[]): { author: string; pages: number[] }[] {
  const result: { author: string; pages: number[] }[] = [];
  const resultByAuthor = new Map<string, (typeof result)[number]>();
  for (const entry of entries) {
    let group = resultByAuthor.get(entry.author);
    if (!group) {
      group = { author: entry.author, pages: [] };
      result.push(group);
      if (!resultByAuthor.has(group.author)) resultByAuthor.set(group.author, group);
    }
    group.pages.push(entry.page);
  }
  return result;
}

export function skipSeen(entries: Entry[], visit: (entry: Entry) => void): void {
  const seen = new Set<string>();
  for (const entry of entries) {
    if (seen.has(entry.author)) continue;
    seen.add(entry.author);
    visit(entry);
  }
}

export function reachable(start: string, links: Map<string, string[]>): number {
  const visited: string[] = [];
  const todo = [start];
  const visitedSet = new Set<string>();
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (visitedSet.has(next)) continue;
    visited.push(next);
    visitedSet.add(next);
    todo.push(...(links.get(next) ?? []));
  }
  return visited.length;
}
