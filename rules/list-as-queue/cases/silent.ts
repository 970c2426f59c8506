export function command(args: string[]): string | undefined {
  //= once, and in no loop
  return args.shift();
}

export function options(): Map<string, string> {
  const found = new Map<string, string>();
  const args = process.argv.slice(2);
  while (args.length > 0) {
    //= the arguments of a command line are few
    const name = args.shift()!;
    found.set(name, args.shift() ?? '');
  }
  return found;
}

declare const process: { argv: string[] };

export function latest(numbers: number[]): number[] {
  const window: number[] = [];
  const sums: number[] = [];
  for (const number of numbers) {
    window.push(number);
    //= the window holds fifty at most
    if (window.length > 50) window.shift();
    sums.push(window.reduce((a, b) => a + b, 0));
  }
  return sums;
}

export class Limiter {
  private readonly times: number[] = [];

  allows(now: number): boolean {
    while (this.times.length > 0 && this.times[0]! < now - 60_000) {
      //= takes those that have become old, and each call the few since the last
      this.times.shift();
    }
    this.times.push(now);
    return this.times.length < 100;
  }

  trim(most: number): void {
    while (this.times.length > most) {
      //= only what is over the limit
      this.times.shift();
    }
  }
}

export async function upload(files: string[]): Promise<void> {
  while (files.length > 0) {
    //= moving the names is nothing beside a round trip
    await fetch(files.shift()!);
  }
}

export function own(texts: string[]): number {
  let words = 0;
  for (const text of texts) {
    const parts = text.split(' ').slice(0, 3);
    while (parts.length > 0) {
      //= three at most
      words += parts.shift()!.length;
    }
  }
  return words;
}

export function path(node: { parent: typeof node | null; id: string } | null): string[] {
  const ids: string[] = [];
  for (let at = node; at; at = at.parent) {
    //= nothing says how deep it goes, and mostly it is not deep
    ids.unshift(at.id);
  }
  return ids;
}

export function recent(words: string[]): string[] {
  const found: string[] = [];
  for (const word of words) {
    //= twenty at most
    found.unshift(word);
    if (found.length > 20) found.pop();
  }
  return found;
}

export class Deck {
  private cards: string[] = [];

  shift(): string {
    return this.cards.pop() ?? '';
  }

  get length(): number {
    return this.cards.length;
  }
}

export function deal(deck: Deck): string[] {
  const hand: string[] = [];
  while (deck.length > 0) {
    //= no list: whatever a deck does
    hand.push(deck.shift());
  }
  return hand;
}

export function resolve(root: Record<string, unknown>, name: string, separator: string): unknown {
  const parts = name.split(separator);
  let at: unknown = root;
  while (parts.length > 0) {
    //= the parts of a name are few
    at = (at as Record<string, unknown>)[parts.shift()!];
  }
  return at;
}
