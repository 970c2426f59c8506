import { next } from './queues.ts';

function first<T>(list: T[]): T | undefined {
  return list.shift();
}

export function total(numbers: number[]): number {
  let sum = 0;
  while (numbers.length > 0) sum += first(numbers) ?? 0; //! list-as-queue O(numbers²)
  return sum;
}

export function lengths(words: string[]): number {
  let sum = 0;
  while (words.length > 0) sum += next(words).length; //! list-as-queue O(words²)
  return sum;
}

//- queues.ts
export function next(words: string[]): string {
  //= a helper that runs once moves them once
  return words.shift() ?? '';
}
