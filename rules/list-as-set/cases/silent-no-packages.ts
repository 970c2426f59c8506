// Nothing is installed: lists of unknown make stay unjudged, our own do not.
import { recent, Basket } from 'basket';

export function remember(names: string[]): void {
  for (const name of names) {
    if (!recent.includes(name)) recent.push(name); //= a class of the package may answer `includes` at once
  }
}

export function fill(names: string[], basket: Basket): void {
  for (const name of names) {
    if (!basket.items.includes(name)) basket.items.push(name); //= unknown type
  }
}

export function own(names: string[]): string[] {
  const out: string[] = [];
  for (const name of names) {
    if (!out.includes(name)) out.push(name); //! list-as-set 💡safe O(names²)
  }
  return out;
}
