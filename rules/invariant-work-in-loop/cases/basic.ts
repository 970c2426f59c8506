interface Order {
  id: string;
  owner: string;
  total: number;
}

export function allowed(orders: Order[], owners: string[]): Order[] {
  const found: Order[] = [];
  for (const order of orders) {
    const known = new Set(owners); //! invariant-work-in-loop hint O(orders × owners)
    if (known.has(order.owner)) found.push(order);
  }
  return found;
}

export function inCallback(orders: Order[], owners: { id: string }[]): Order[] {
  return orders.filter((order) => new Set(owners.map((owner) => owner.id)).has(order.owner)); //! invariant-work-in-loop hint O(orders × owners)
}

export function byId(orders: Order[], owners: { id: string; name: string }[]): string[] {
  return orders.map((order) => {
    const names = new Map(owners.map((owner) => [owner.id, owner.name])); //! invariant-work-in-loop hint O(orders × owners)
    return names.get(order.owner) ?? '';
  });
}

export function rates(text: string, orders: Order[]): number {
  let sum = 0;
  for (const order of orders) {
    const { rates } = JSON.parse(text) as { rates: Record<string, number> }; //! invariant-work-in-loop hint O(orders × text)
    sum += order.total * (rates[order.owner] ?? 1);
  }
  return sum;
}

// A formatter is slow to make, whatever it is given.
export function prices(orders: Order[], locale: string): string[] {
  return orders.map((order) => new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(order.total)); //! invariant-work-in-loop hint O(orders)
}

export function sorted(orders: Order[]): Order[] {
  return [...orders].sort((a, b) => new Intl.Collator('de').compare(a.owner, b.owner)); //! invariant-work-in-loop hint O(orders)
}

export function mentions(lines: string[], words: string[]): string[] {
  return lines.filter((line) => new RegExp(words.join('|')).test(line)); //! invariant-work-in-loop hint O(lines × words)
}

// Nothing that the loop does matters to what is picked.
export function activeOwners(orders: Order[], owners: { id: string; active: boolean }[]): number {
  let count = 0;
  for (const order of orders) {
    const active = owners.filter((owner) => owner.active).map((owner) => owner.id); //! invariant-work-in-loop hint O(orders × owners)
    if (active.includes(order.owner)) count++;
  }
  return count;
}

// The lines of a text are as many as it is long.
export function unknownWords(text: string, words: string[]): string[] {
  const found: string[] = [];
  for (const line of text.split('\n')) {
    if (!new Set(words).has(line)) found.push(line); //! invariant-work-in-loop warning
  }
  return found;
}

// The innermost loop is short, the one around it is not.
export function anyOf(orders: Order[], owners: string[]): number {
  let count = 0;
  for (const order of orders) {
    for (const name of [order.owner, order.id]) {
      if (new Set(owners).has(name)) count++; //! invariant-work-in-loop hint O(orders × owners)
    }
  }
  return count;
}
