interface Tree {
  value: number;
  left: Tree | null;
  right: Tree | null;
}

export function sum(tree: Tree | null): number {
  //= a tree: each part is asked once
  return tree === null ? 0 : tree.value + sum(tree.left) + sum(tree.right);
}

const known = new Map<number, number>();
export function fib(n: number): number {
  if (n < 2) return n;
  const before = known.get(n);
  if (before !== undefined) return before;
  //= writes down what it found
  const value = fib(n - 1) + fib(n - 2);
  known.set(n, value);
  return value;
}

export function handed(n: number, memo: number[] = []): number {
  if (n < 2) return n;
  //= the same, in a list that it is handed
  memo[n] ??= handed(n - 1, memo) + handed(n - 2, memo);
  return memo[n];
}

export function largest(numbers: number[], from: number, to: number): number {
  if (to - from === 1) return numbers[from] ?? 0;
  const middle = (from + to) >> 1;
  //= halves: they do not overlap
  return Math.max(largest(numbers, from, middle), largest(numbers, middle, to));
}

export function subsets(items: string[]): string[][] {
  if (items.length === 0) return [[]];
  //= all subsets are that many
  return [...subsets(items.slice(1)), ...subsets(items.slice(1)).map((each) => [items[0] ?? '', ...each])];
}

export function move(disks: number, from: string, to: string, over: string, say: (text: string) => void): void {
  if (disks === 0) return;
  //= the moves are that many
  move(disks - 1, from, over, to, say);
  say(`${from} to ${to}`);
  move(disks - 1, over, to, from, say);
}

export function search(values: number[], wanted: number, at: number): number {
  if (values[at] === wanted) return at;
  //= either the one or the other
  return (values[at] ?? 0) < wanted ? search(values, wanted, at + 1) : search(values, wanted, at - 1);
}

export function terrain(depth: number): number {
  if (depth === 0) return 0;
  //= another answer each time
  return terrain(depth - 1) + terrain(depth - 1) + Math.random();
}

export function lit(x: number, depth = 0): number {
  if (depth > 4) return 1;
  //= five deep at most
  return lit(x, depth + 1) + lit(x, depth + 1);
}

function few(n: number): number {
  //= everybody begins with six or less
  return n < 2 ? n : few(n - 1) + few(n - 2);
}
export const six: number = few(6) + few(5);
