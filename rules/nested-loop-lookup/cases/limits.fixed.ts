// Known to be wrong today. When one of these heals, the test says so.
export function recursion(names: string[], taken: string[]): string[] {
  const [first, ...rest] = names;
  if (first === undefined) return [];
  const head = taken.includes(first) ? [first] : [];
  return [...head, ...recursion(rest, taken)];
}

export function generator(lines: Iterable<string>, known: string[]): string[] {
  function* unknown(): Generator<string> {
    for (const line of lines) yield line;
  }
  const result: string[] = [];
  const each = unknown();
  const knownSet = new Set(known);
  for (let next = each.next(); !next.done; next = each.next()) {
    if (knownSet.has(next.value)) result.push(next.value);
  }
  return result;
}

export function stored(ids: string[], options: { check: (id: string) => boolean }): string[] {
  return ids.filter(options.check);
}

export function makeCheck(names: string[]): { check: (id: string) => boolean } {
  return { check: (id) => names.includes(id) };
}
