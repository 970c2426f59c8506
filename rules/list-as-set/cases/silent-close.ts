// A whole table of names that is walked as often as it is asked, or that changes hands: a list it is.
const ROUTES = [
  '/', '/about', '/cart', '/checkout', '/contact', '/faq', '/help', '/jobs', '/login', '/logout', '/news', '/orders', '/press', '/search', '/shop', '/team',
];

export function menu(): string[] {
  return ROUTES.map((route) => `<a href="${route}">`);
}

export function next(route: string): string | undefined {
  return ROUTES[ROUTES.indexOf(route) + 1]; //= the position matters
}

export function merge(groups: { items: string[] }[]): string[] {
  const all: string[] = [];
  for (const group of groups) all.push(...group.items); //= nothing is looked up
  return all;
}

export function sameOrder(left: string[], right: string[]): boolean {
  return left.length === right.length && left.every((each, index) => each === right[index]); //= compares by position
}

export function nearest(values: number[], wanted: number): number | undefined {
  const known: number[] = [];
  for (const value of values) {
    if (!known.some((each) => Math.abs(each - value) < 0.5)) known.push(value); //= a distance, not an equality
  }
  return known.find((each) => each > wanted);
}

export function byAnything(rows: unknown[], same: (a: unknown, b: unknown) => boolean): unknown[] {
  const out: unknown[] = [];
  for (const row of rows) if (!out.some((each) => same(each, row))) out.push(row); //= the caller's own equality
  return out;
}

export function once(text: string): string {
  const parts = text.split('/');
  if (!parts.includes('api')) parts.push('api'); //= happens once
  return parts.join('/');
}
