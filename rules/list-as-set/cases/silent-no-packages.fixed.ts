// Nothing is installed: lists of unknown make stay unjudged, our own do not.
import { recent, Basket } from 'basket';

export function remember(names: string[]): void {
  for (const name of names) {
    if (!recent.includes(name)) recent.push(name);
  }
}

export function fill(names: string[], basket: Basket): void {
  for (const name of names) {
    if (!basket.items.includes(name)) basket.items.push(name);
  }
}

export function own(names: string[]): string[] {
  const out: string[] = [];
  const outSet = new Set<string>();
  for (const name of names) {
    if (!outSet.has(name)) {
      out.push(name);
      outSet.add(name);
    }
  }
  return out;
}
