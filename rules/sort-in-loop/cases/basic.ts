interface Bid {
  id: string;
  price: number;
}

// Sorted once more for each, although nothing changed.
export function ranks(bids: Bid[], prices: number[]): number[] {
  return bids.map((bid) => {
    const sorted = [...prices].sort((a, b) => b - a); //! sort-in-loop hint O(bids × prices)
    return sorted.indexOf(bid.price);
  });
}

export function inPlace(bids: Bid[], prices: number[]): number {
  let count = 0;
  for (const bid of bids) {
    prices.sort((a, b) => a - b); //! sort-in-loop hint O(bids × prices)
    if (bid.price >= (prices[0] ?? 0)) count++;
  }
  return count;
}

// One element more each time.
export function medians(numbers: number[]): number[] {
  const seen: number[] = [];
  const found: number[] = [];
  for (const number of numbers) {
    seen.push(number);
    seen.sort((a, b) => a - b); //! sort-in-loop hint O(numbers²)
    found.push(seen[seen.length >> 1] ?? 0);
  }
  return found;
}

// Nobody looks at it before the end.
export function collected(numbers: number[]): number[] {
  const all: number[] = [];
  numbers.forEach((number) => {
    all.push(number);
    all.sort((a, b) => a - b); //! sort-in-loop hint O(numbers²)
  });
  return all;
}

export function reached(start: Bid, next: Map<string, Bid[]>): string[] {
  const open = [start];
  const done: string[] = [];
  while (open.length > 0) {
    open.sort((a, b) => b.price - a.price); //! sort-in-loop hint
    const bid = open.pop()!;
    done.push(bid.id);
    for (const other of next.get(bid.id) ?? []) open.push(other);
  }
  return done;
}

// The lines of a text are as many as it is long.
export function lengths(text: string): number[] {
  const all: number[] = [];
  const firsts: number[] = [];
  for (const line of text.split('\n')) {
    all.push(line.length);
    all.sort((a, b) => a - b); //! sort-in-loop hint
    firsts.push(all[0] ?? 0);
  }
  return firsts;
}

export class Waiting {
  private readonly bids: Bid[] = [];

  add(bid: Bid): void {
    this.bids.push(bid);
    this.bids.sort((a, b) => a.price - b.price);
  }
}

export function queued(bids: Bid[]): Waiting {
  const waiting = new Waiting();
  for (const bid of bids) waiting.add(bid); //! sort-in-loop hint O(bids²)
  return waiting;
}
