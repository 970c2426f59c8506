// Known to be wrong today. When one of these heals, the test says so.
export function recursion(names: string[], taken: string[]): string[] {
  const [first, ...rest] = names;
  if (first === undefined) return [];
  const head = taken.includes(first) ? [first] : []; //? miss: the loop is a recursion over the list
  return [...head, ...recursion(rest, taken)];
}

export function generator(lines: Iterable<string>, known: string[]): string[] {
  function* unknown(): Generator<string> {
    for (const line of lines) yield line;
  }
  const result: string[] = [];
  const each = unknown();
  for (let next = each.next(); !next.done; next = each.next()) {
    if (known.includes(next.value)) result.push(next.value); //! nested-loop-lookup
  }
  return result;
}

export function stored(ids: string[], options: { check: (id: string) => boolean }): string[] {
  return ids.filter(options.check); //= what `check` does is decided elsewhere
}

export function makeCheck(names: string[]): { check: (id: string) => boolean } {
  return { check: (id) => names.includes(id) }; //? miss: a callback that is handed over as a property is not followed
}
