interface Order {
  id: string;
  owner: string;
  tags: string[];
  total: number;
}

export function ownTags(orders: Order[], tag: string): Order[] {
  //= each order has tags of its own: together they are walked once
  return orders.filter((order) => new Set(order.tags).has(tag));
}

export function fewWords(orders: Order[]): Order[] {
  //= three words
  return orders.filter((order) => new Set(['a', 'b', 'c']).has(order.owner));
}

export function rounds(orders: Order[], owners: string[]): string[][] {
  const found: string[][] = [];
  for (const order of orders) {
    //= each round takes from a set of its own
    const left = new Set(owners);
    left.delete(order.owner);
    found.push([...left]);
  }
  return found;
}

export function handedOn(orders: Order[], owners: string[]): { order: Order; owners: Set<string> }[] {
  //= each keeps a set of its own
  return orders.map((order) => ({ order, owners: new Set(owners) }));
}

export function growing(orders: Order[]): number {
  const seen: string[] = [];
  let count = 0;
  for (const order of orders) {
    //= it is another list each time
    if (new Set(seen).has(order.owner)) count++;
    seen.push(order.owner);
  }
  return count;
}

export function growingElsewhere(orders: Order[]): number {
  const seen: string[] = [];
  const add = (name: string): void => {
    seen.push(name);
  };
  let count = 0;
  for (const order of orders) {
    //= what is called in the loop adds to the list
    if (new Set(seen).has(order.owner)) count++;
    add(order.owner);
  }
  return count;
}

export function replaced(orders: Order[], owners: string[]): number {
  let names = owners;
  let count = 0;
  for (const order of orders) {
    //= it is given another list in the loop
    if (new Set(names).has(order.owner)) count++;
    names = names.slice(1);
  }
  return count;
}

export function locales(orders: Order[]): string[] {
  //= another locale for each
  return orders.map((order) => new Intl.NumberFormat(order.owner).format(order.total));
}

export function remembered(orders: Order[], owners: string[]): Order[] {
  let known: Set<string> | null = null;
  return orders.filter((order) => {
    //= only the first time
    known ??= new Set(owners);
    return known.has(order.owner);
  });
}

export function constantPattern(lines: string[]): string[] {
  //= the engine keeps what it compiled, and the pattern is short
  return lines.filter((line) => new RegExp('^a+b').test(line));
}

export function position(lines: string[], words: string[]): number {
  let count = 0;
  for (const line of lines) {
    //= it remembers where it was: each line begins anew
    const pattern = new RegExp(words.join('|'), 'g');
    while (pattern.test(line)) count++;
  }
  return count;
}

export async function requests(orders: Order[], owners: string[]): Promise<number> {
  let count = 0;
  for (const order of orders) {
    //= a set is nothing beside a round trip
    if (new Set(owners).has(order.owner)) await fetch(`/orders/${order.id}`);
    count++;
  }
  return count;
}

export function first(orders: Order[], owners: string[]): Order | null {
  for (const order of orders) {
    //= left after the first
    return new Set(owners).has(order.owner) ? order : null;
  }
  return null;
}

declare function load(): string[];

export function loaded(orders: Order[]): Order[] {
  //= what is loaded may be something else each time
  return orders.filter((order) => new Set(load()).has(order.owner));
}

export function perGroup(groups: Order[][], wanted: string): number {
  let count = 0;
  for (const group of groups) {
    //= each group once
    const owners = new Set(group.map((order) => order.owner));
    if (owners.has(wanted)) count++;
  }
  return count;
}

declare function fill(names: string[]): void;

export function filled(orders: Order[], owners: string[]): Order[] {
  return orders.filter((order) => {
    fill(owners);
    //= who knows what it does to the list
    return new Set(owners).has(order.owner);
  });
}

export function walked(orders: Order[], owners: { id: string; active: boolean }[]): number {
  let count = 0;
  for (const order of orders) {
    //= whoever walks all of them does not mind the copy
    for (const owner of new Set(owners)) if (owner.id === order.owner && owner.active) count++; //! nested-loop-lookup
  }
  return count;
}

export function countWith(lines: string[], words: string[], flags: string): number {
  let count = 0;
  for (const line of lines) {
    //= it may remember where it was: its flags are not written here
    const pattern = new RegExp(words.join('|'), flags);
    if (pattern.test(line)) count++;
  }
  return count;
}
