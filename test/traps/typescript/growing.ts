// trap: two are pushed at once, and both must be known
export function both(words: string[]): string[] {
  const out: string[] = [];
  for (const word of words) {
    if (!out.includes(word)) out.push(word, `${word}s`); //! list-as-set 💡safe
  }
  return out;
}

// trap: a whole list is pushed, spread
export function spread(groups: string[][]): string[] {
  const out: string[] = [];
  for (const group of groups) {
    if (!out.includes(group.join())) out.push(...group); //! list-as-set 💡none
  }
  return out;
}

// trap: an element comes in by its index and not by push
export function byIndex(words: string[]): string[] {
  const out: string[] = [];
  for (const word of words) {
    if (!out.includes(word)) out[out.length] = word; //! list-as-set 💡none
  }
  return out;
}

// trap: concat makes another list, and the name is given to it
export function concatenated(words: string[]): string[] {
  let out: string[] = [];
  for (const word of words) {
    if (!out.includes(word)) out = out.concat(word); //! quadratic-accumulation 💡none
  }
  return out;
}

// trap: a helper pushes, and returns how many there are
export function helped(words: string[]): string[] {
  const out: string[] = [];
  const add = (word: string): number => out.push(word);
  for (const word of words) {
    if (!out.includes(word)) add(word); //! nested-loop-lookup 💡none
  }
  return out;
}

// trap: what is pushed is made by a call that must be made once
export function made(words: string[], make: (word: string) => string): string[] {
  const out: string[] = [];
  for (const word of words) {
    if (!out.includes(word)) out.push(make(word)); //! list-as-set 💡none
  }
  return out;
}

// trap: i++ in what is pushed counts once
export function numbered(words: string[]): string[] {
  const out: string[] = [];
  let at = 0;
  for (const word of words) {
    if (!out.includes(word)) out.push(`${at++}`); //! list-as-set 💡none
  }
  return out;
}

// trap: the statement after the push may be an expression's rest, joined by &&
export function shortCircuit(words: string[]): string[] {
  const out: string[] = [];
  for (const word of words) {
    !out.includes(word) && out.push(word); //! list-as-set 💡none
  }
  return out;
}

// trap: forEach's arrow gives back what push answers, which nobody reads
export function inArrow(words: string[]): string[] {
  const out: string[] = [];
  words.forEach((word) => !out.includes(word) && out.push(word)); //! list-as-set 💡none
  return out;
}

// trap: the list begins with the caller's, which both keep
export function extend(out: string[], words: string[]): string[] {
  for (const word of words) {
    if (!out.includes(word)) out.push(word); //! list-as-set 💡safe
  }
  return out;
}

// trap: two lists may be one, and a push to one is a push to both
export function merge(left: string[], right: string[], words: string[]): void {
  for (const word of words) {
    if (!left.includes(word)) left.push(word); //! list-as-set 💡none
    right.push(word);
  }
}

// trap: the last is taken out again where it turns out to be wrong
export function undo(words: string[]): string[] {
  const out: string[] = [];
  for (const word of words) {
    if (!out.includes(word)) out.push(word); //= elements leave the list in the loop
    if (word === '') out.splice(out.length - 1, 1);
  }
  return out;
}

// trap: the key of what was pushed changes behind the push
export function renamed(rows: { id: string; name: string }[]): string[] {
  const out: { id: string; name: string }[] = [];
  for (const row of rows) {
    if (!out.some((each) => each.id === row.id)) out.push(row); //! list-as-set 💡none
    row.id = row.name;
  }
  return out.map((each) => each.id);
}

// trap: the list is kept sorted, so that its order is not that of arrival
export function sortedAlways(words: string[]): string[] {
  const out: string[] = [];
  for (const word of words) {
    if (!out.includes(word)) out.push(word); //= the list changes its order in the loop
    out.sort(); //! sort-in-loop
  }
  return out;
}

// trap: the function calls itself, with the same list
export function walk(node: { id: string; next: { id: string; next: null }[] }, seen: string[] = []): string[] {
  for (const child of node.next) {
    if (seen.includes(child.id)) continue; //? miss: the list of a recursion, handed on as a parameter
    seen.push(child.id);
    walk({ id: child.id, next: [] }, seen);
  }
  return seen;
}

// trap: a private field is written by another method between two calls
export class Journal {
  #lines: string[] = [];

  add(lines: string[]): void {
    for (const line of lines) if (!this.#lines.includes(line)) this.#lines.push(line); //! list-as-set 💡none
  }

  clear(): void {
    this.#lines = [];
  }

  get text(): string {
    return this.#lines.join();
  }
}

// trap: a subclass sees a protected field as the list that it is
export class Basket {
  protected items: string[] = [];

  fill(names: string[]): number {
    let fresh = 0;
    for (const name of names) {
      if (this.items.includes(name)) continue; //! list-as-set 💡none
      this.items.push(name);
      fresh += 1;
    }
    return fresh;
  }
}
export class Sorted extends Basket {
  first(): string | undefined {
    return this.items[0];
  }
}
