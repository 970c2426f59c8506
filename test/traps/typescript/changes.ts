// trap: the loop itself makes the list longer, and each round asks what it holds by then
export function assignSeats(guests: string[], taken: string[]): string[] {
  const seated: string[] = [];
  for (const guest of guests) {
    if (taken.includes(guest)) continue; //! list-as-set 💡none
    taken.push(guest);
    seated.push(guest);
  }
  return seated;
}

// trap: another name for the same list is written to
export function freshTokens(tokens: string[], revoked: string[]): string[] {
  const audit = revoked;
  return tokens.filter((token) => {
    if (revoked.includes(token)) return false; //! nested-loop-lookup 💡none
    audit.push(token);
    return true;
  });
}

// trap: a function declared below writes to the list through its closure
export function drain(jobs: string[], done: string[]): number {
  let left = 0;
  for (const job of jobs) {
    if (!done.includes(job)) { //! nested-loop-lookup 💡none
      left += 1;
      finish(job);
    }
  }
  return left;

  function finish(job: string): void {
    done.push(job);
  }
}

// trap: a callback that the caller hands in may hold the list and write to it
export function visit(nodes: string[], seen: string[], onNew: (node: string) => void): void {
  for (const node of nodes) {
    if (!seen.includes(node)) onNew(node); //! nested-loop-lookup 💡suggestion
  }
}

// trap: the list is handed to unknown code in the loop
export function sync(remote: string[], local: string[], apply: (name: string, into: string[]) => void): void {
  for (const name of remote) {
    if (!local.includes(name)) apply(name, local); //! nested-loop-lookup 💡suggestion
  }
}

// trap: the list is another one after the first round
export function generations(seeds: string[], parents: string[]): string[][] {
  const out: string[][] = [];
  for (const seed of seeds) {
    if (parents.includes(seed)) out.push(parents); //= the list is another one in each round
    parents = parents.filter((each) => each !== seed);
  }
  return out;
}

// trap: whoever iterates the generator may change the list between two rounds
export function* unseen(ids: string[], seen: string[]): Generator<string> {
  for (const id of ids) {
    if (!seen.includes(id)) yield id; //! nested-loop-lookup 💡suggestion
  }
}

// trap: while the loop waits, others may change the list
export async function publish(posts: string[], withdrawn: string[], send: (post: string) => Promise<void>): Promise<number> {
  let count = 0;
  for (const post of posts) {
    if (withdrawn.includes(post)) continue; //! nested-loop-lookup 💡suggestion
    await send(post);
    count += 1;
  }
  return count;
}

// trap: a setter of the class writes to the list
export class Roster {
  private names: string[] = [];

  set newest(name: string) {
    this.names.push(name);
  }

  join(people: string[]): number {
    let count = 0;
    for (const person of people) {
      if (!this.names.includes(person)) { //! list-as-set 💡suggestion
        count += 1;
        this.newest = person;
      }
    }
    return count;
  }
}

// trap: a getter of the class gives a new list each time
export class Inventory {
  private parts: string[] = [];

  get stock(): string[] {
    return this.parts.filter((part) => part !== '');
  }

  take(wanted: string[]): string[] {
    return wanted.filter((part) => {
      const has = this.stock.includes(part); //! nested-loop-lookup 💡none
      if (has) this.parts.pop();
      return has;
    });
  }
}

// trap: a method of the same object empties the list every now and then
export class Batch {
  private ids: string[] = [];
  flushed = 0;

  private flush(): void {
    this.ids.length = 0;
    this.flushed += 1;
  }

  addAll(ids: string[]): void {
    for (const id of ids) {
      if (this.ids.includes(id)) this.flush(); //= the list changes in the loop
    }
  }
}

// trap: sort moves what find meets first
export function cheapest(names: string[], offers: { name: string; price: number }[]): (number | undefined)[] {
  return names.map((name) => {
    offers.sort((a, b) => a.price - b.price); //! sort-in-loop
    return offers.find((offer) => offer.name === name)?.price; //= the list changes in the loop
  });
}

// trap: the key of an element changes in the loop, while the list stays as long as it is
export function rename(pairs: { from: string; to: string }[], files: { name: string; size: number }[]): number {
  let moved = 0;
  for (const pair of pairs) {
    const file = files.find((each) => each.name === pair.from); //! nested-loop-lookup 💡none
    if (!file) continue;
    file.name = pair.to;
    moved += file.size;
  }
  return moved;
}

// trap: a field that is not the key changes, and the Map holds the objects themselves, so the fix is right
export function addStock(deliveries: { sku: string; amount: number }[], shelves: { sku: string; amount: number }[]): number {
  let unknown = 0;
  for (const delivery of deliveries) {
    const shelf = shelves.find((each) => each.sku === delivery.sku); //! nested-loop-lookup 💡safe
    if (shelf) shelf.amount += delivery.amount;
    else unknown += 1;
  }
  return unknown;
}

// trap: the key changes through the element of the outer loop, which may be the same object
export function relabel(nodes: { id: string; label: string }[], all: { id: string; label: string }[]): void {
  for (const node of nodes) {
    const twin = all.find((each) => each.label === node.id); //! nested-loop-lookup 💡none
    node.label = twin ? twin.id : 'none';
  }
}

// trap: an element is put in place of another by its index
export function advance(moves: { from: string; to: string }[], cells: string[]): number {
  let hits = 0;
  for (const move of moves) {
    if (cells.includes(move.to)) hits += 1; //! list-as-set 💡none
    cells[0] = move.from;
  }
  return hits;
}

// trap: the list becomes shorter by its length
export function lastWins(names: string[], ring: string[]): string[] {
  return names.filter((name) => {
    const known = ring.includes(name); //= the list changes in the loop
    if (known) ring.length = 0;
    return known;
  });
}

// trap: what is destructured from the object is the same list
export function grow(names: string[], state: { known: string[] }): number {
  const { known } = state;
  let fresh = 0;
  for (const name of names) {
    if (!known.includes(name)) { //! nested-loop-lookup 💡none
      fresh += 1;
      state.known.push(name);
    }
  }
  return fresh;
}

// trap: the property holds another list after the call
export function swap(names: string[], cache: { entries: string[]; reload(): void }): number {
  let misses = 0;
  for (const name of names) {
    if (!cache.entries.includes(name)) { //! nested-loop-lookup 💡suggestion
      misses += 1;
      cache.reload();
    }
  }
  return misses;
}

// trap: both parameters may be the same list, and the loop takes elements out of one
export function subtract(left: string[], right: string[]): number {
  let both = 0;
  for (let at = left.length - 1; at >= 0; at -= 1) {
    const each = left[at];
    if (each !== undefined && right.includes(each)) { //! nested-loop-lookup 💡suggestion
      both += 1;
      left.splice(at, 1);
    }
  }
  return both;
}

// trap: the loop writes after its last question about another list only, so the fix is right
export function keepKnown(names: string[], known: string[]): string[] {
  const kept: string[] = [];
  for (const name of names) {
    if (known.includes(name)) kept.push(name); //! nested-loop-lookup 💡safe
  }
  known.push('end');
  return kept;
}

// trap: a tagged template is a call, and its function writes to the list
export function logMissing(names: string[], known: string[]): string[] {
  const learn = (_: TemplateStringsArray, name: string): number => known.push(name);
  return names.filter((name) => {
    if (known.includes(name)) return false; //! nested-loop-lookup 💡none
    learn`new ${name}`;
    return true;
  });
}

// trap: turning an object to text calls its toString, which writes to the list
export function describe(names: string[], known: string[]): string {
  const counter = { toString: (): string => String(known.push('seen')) };
  let text = '';
  for (const name of names) {
    if (!known.includes(name)) text += `${counter}`; //! nested-loop-lookup 💡suggestion
  }
  return text;
}

// trap: the loop walks an iterator of its own, whose next writes to the list
export function consume(count: number, known: string[]): number {
  const source = {
    *[Symbol.iterator](): Generator<string> {
      for (let at = 0; at < Math.min(count, 20); at += 1) {
        known.push(`n${at}`);
        yield `n${at + 1}`;
      }
    },
  };
  let found = 0;
  for (const each of source) if (known.includes(each)) found += 1; //! nested-loop-lookup 💡suggestion
  return found;
}
