interface Order {
  id: string;
  sku: string;
  amount: number;
}

interface Part {
  sku: string;
  price: number;
  used?: boolean;
}

// trap: what stands in the else runs for every other element
export function misses(orders: Order[], parts: Part[]): number {
  let count = 0;
  for (const order of orders) {
    for (const part of parts) {
      if (part.sku === order.sku) count += 100;
      else count += 1;
    }
  }
  return count;
}

// trap: the inner loop counts its rounds before it compares
export function rounds(orders: Order[], parts: Part[]): number {
  let steps = 0;
  for (const order of orders) {
    for (const part of parts) {
      steps += 1;
      if (part.sku === order.sku) break;
    }
  }
  return steps;
}

// trap: the index is used after the comparison
export function places(orders: Order[], parts: Part[]): number[] {
  const out: number[] = [];
  for (const order of orders) {
    for (let at = 0; at < parts.length; at += 1) {
      if (parts[at]!.sku === order.sku) {
        out.push(at);
        break;
      }
    }
  }
  return out;
}

// trap: only elements behind the first are compared, each pair once
export function pairs(orders: Order[]): number {
  let twins = 0;
  for (let at = 0; at < orders.length; at += 1) {
    for (let next = at + 1; next < orders.length; next += 1) {
      if (orders[at]!.sku === orders[next]!.sku) twins += 1;
    }
  }
  return twins;
}

// trap: the first free part is taken, and is no longer free for the next order
export function assign(orders: Order[], parts: Part[]): number {
  let price = 0;
  const partsBySku = new Map<string, Part[]>();
  parts.forEach((part) => {
    const group = partsBySku.get(part.sku);
    if (group) group.push(part);
    else partsBySku.set(part.sku, [part]);
  });
  for (const order of orders) {
    for (const part of partsBySku.get(order.sku) ?? []) {
      if (part.sku === order.sku && !part.used) {
        part.used = true;
        price += part.price;
        break;
      }
    }
  }
  return price;
}

// trap: a flag that the inner loop sets is read behind it
export function unknown(orders: Order[], parts: Part[]): string[] {
  const out: string[] = [];
  const partsBySku = new Map<string, Part[]>();
  parts.forEach((part) => {
    const group = partsBySku.get(part.sku);
    if (group) group.push(part);
    else partsBySku.set(part.sku, [part]);
  });
  for (const order of orders) {
    let found = false;
    for (const part of partsBySku.get(order.sku) ?? []) {
      if (part.sku === order.sku) found = true;
    }
    if (!found) out.push(order.id);
  }
  return out;
}

// trap: the inner loop runs backwards, and the last element counts
export function backwards(orders: Order[], parts: Part[]): number {
  let sum = 0;
  for (const order of orders) {
    for (let at = parts.length - 1; at >= 0; at -= 1) {
      const part = parts[at]!;
      if (part.sku === order.sku) {
        sum += part.price;
        break;
      }
    }
  }
  return sum;
}

// trap: return leaves both loops with the first match in the order of the outer one
export function firstOf(orders: Order[], parts: Part[]): Part | null {
  const partsBySku = new Map<string, Part[]>();
  parts.forEach((part) => {
    const group = partsBySku.get(part.sku);
    if (group) group.push(part);
    else partsBySku.set(part.sku, [part]);
  });
  for (const order of orders) {
    if (order.amount === 0) continue;
    for (const part of partsBySku.get(order.sku) ?? []) {
      if (part.sku === order.sku) return part;
    }
  }
  return null;
}

// trap: the inner loop changes the key that it compares
export function chase(orders: Order[], parts: Part[]): string[] {
  const out: string[] = [];
  for (const order of orders) {
    let sku = order.sku;
    for (const part of parts) {
      if (part.sku === sku) sku = `${sku}x`;
    }
    out.push(sku);
  }
  return out;
}

// trap: the element itself is replaced in the loop
export function normalise(orders: Order[], parts: Part[]): number {
  let sum = 0;
  for (const order of orders) {
    for (let part of parts) {
      if (part.sku !== order.sku) continue;
      part = { ...part, price: 1 };
      sum += part.price;
    }
  }
  return sum;
}

// trap: closures keep the element of their own round
export function handlers(orders: Order[], parts: Part[]): number[] {
  const asks: (() => number)[] = [];
  const partsBySku = new Map<string, Part[]>();
  parts.forEach((part) => {
    const group = partsBySku.get(part.sku);
    if (group) group.push(part);
    else partsBySku.set(part.sku, [part]);
  });
  for (const order of orders) {
    for (const part of partsBySku.get(order.sku) ?? []) {
      if (part.sku === order.sku) asks.push(() => part.price * order.amount);
    }
  }
  return asks.map((ask) => ask());
}

// trap: both loops walk the same list, and an element matches itself
export function selves(orders: Order[]): number {
  let count = 0;
  const ordersBySku = new Map<string, Order[]>();
  orders.forEach((right) => {
    const group = ordersBySku.get(right.sku);
    if (group) group.push(right);
    else ordersBySku.set(right.sku, [right]);
  });
  for (const left of orders) {
    for (const right of ordersBySku.get(left.sku) ?? []) {
      if (left.sku === right.sku && left !== right) count += 1;
    }
  }
  return count;
}

// trap: a number as the key: NaN matches nothing, not even itself
export function amounts(orders: Order[], limits: { amount: number; label: string }[]): string[] {
  const out: string[] = [];
  const limitsByAmount = new Map<number, (typeof limits)[number][]>();
  limits.forEach((limit) => {
    const group = limitsByAmount.get(limit.amount);
    if (group) group.push(limit);
    else limitsByAmount.set(limit.amount, [limit]);
  });
  for (const order of orders) {
    for (const limit of limitsByAmount.get(order.amount) ?? []) {
      if (limit.amount === order.amount) out.push(limit.label);
    }
  }
  return out;
}

// trap: an async body waits between two elements of the inner list
export async function ship(orders: Order[], parts: Part[], send: (part: Part) => Promise<void>): Promise<void> {
  const partsBySku = new Map<string, Part[]>();
  parts.forEach((part) => {
    const group = partsBySku.get(part.sku);
    if (group) group.push(part);
    else partsBySku.set(part.sku, [part]);
  });
  for (const order of orders) {
    for (const part of partsBySku.get(order.sku) ?? []) {
      if (part.sku === order.sku) await send(part);
    }
  }
}
