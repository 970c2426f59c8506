//- app.ts
import { isKnown, STOP_WORDS } from './words.ts';
import { addOnce } from './lists.ts';

export function keywords(words: string[]): string[] {
  return words.filter((word) => !STOP_WORDS.includes(word)); //! list-as-set 💡none
}

export function known(words: string[]): string[] {
  return words.filter((word) => isKnown(word)); //! list-as-set
}

export function collect(words: string[]): string[] {
  const all: string[] = [];
  for (const word of words) addOnce(all, word); //! list-as-set O(words²)
  return all;
}
//- words.ts
export const STOP_WORDS = [
  'a', 'an', 'and', 'are', 'as', 'at', 'be', 'by', 'for', 'from', 'has', 'he', 'in', 'is', 'it', 'its', 'of', 'on', 'that', 'the',
];

const COMMON = [
  'about', 'after', 'all', 'also', 'any', 'back', 'because', 'but', 'come', 'could', 'day', 'even', 'first', 'get', 'give', 'go', 'good',
];

export function isKnown(word: string): boolean {
  return COMMON.includes(word); //= reported at the loop that repeats it
}
//- lists.ts
export function addOnce(list: string[], item: string): void {
  if (!list.includes(item)) list.push(item); //= one scan per call; the loops are elsewhere
}
