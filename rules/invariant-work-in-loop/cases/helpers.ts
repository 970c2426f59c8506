import { isBanned } from './banned.ts';

interface User {
  id: string;
  total: number;
}

function isKnown(user: User, known: string[]): boolean {
  return new Set(known).has(user.id);
}

export function known(users: User[], ids: string[]): User[] {
  return users.filter((user) => isKnown(user, ids)); //! invariant-work-in-loop hint O(users × ids)
}

export function banned(users: User[], names: string[]): User[] {
  const found: User[] = [];
  for (const user of users) if (isBanned(names, user.id)) found.push(user); //! invariant-work-in-loop hint O(users × names)
  return found;
}

function price(total: number): string {
  return new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' }).format(total);
}

export function prices(users: User[]): string[] {
  return users.map((user) => price(user.total)); //! invariant-work-in-loop hint O(users)
}

export function onePrice(user: User): string {
  //= once
  return price(user.total);
}

const formatters = new Map<string, Intl.NumberFormat>();

function remembered(locale: string): Intl.NumberFormat {
  let found = formatters.get(locale);
  if (!found) {
    found = new Intl.NumberFormat(locale);
    formatters.set(locale, found);
  }
  return found;
}

export function cheap(users: User[]): string[] {
  //= it is kept
  return users.map((user) => remembered('en').format(user.total));
}

function localised(total: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(total);
}

export function each(users: User[]): string[] {
  //= another locale for each
  return users.map((user) => localised(user.total, user.id));
}

//- banned.ts
export function isBanned(names: string[], id: string): boolean {
  const all = new Set(names);
  return all.has(id);
}
