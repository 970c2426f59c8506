// trap: a generic list may be of any kind, objects and numbers as well
export function without<T>(items: T[], others: T[]): T[] {
  return items.filter((item) => others.indexOf(item) === -1); //! nested-loop-lookup 💡suggestion
}

// trap: a key of a generic type that is text
export function withKey<K extends string, T extends { key: K }>(keys: K[], all: T[]): (T | undefined)[] {
  return keys.map((key) => all.find((each) => each.key === key)); //! nested-loop-lookup 💡safe
}

// trap: a list of constants has a narrow type, and what is asked for a wider one
const LEVELS = ['trace', 'debug', 'info', 'notice', 'warn', 'error', 'fatal', 'l8', 'l9', 'l10', 'l11', 'l12', 'l13', 'l14', 'l15', 'l16', 'l17'] as const;
type Level = (typeof LEVELS)[number];
export function levels(names: string[]): string[] {
  return names.filter((name) => LEVELS.includes(name as Level)); //! list-as-set 💡none
}

export function isLevel(name: string): name is Level {
  return (LEVELS as readonly string[]).includes(name);
}

// trap: readonly says nothing of what others do with the list
export function readonlyList(users: readonly string[], banned: readonly string[], next: () => void): number {
  let count = 0;
  for (const user of users) {
    if (banned.includes(user)) count += 1; //! nested-loop-lookup 💡suggestion
    next();
  }
  return count;
}

// trap: a union of two lists has the methods of both, and no common element type
export function union(users: (string | number)[], banned: string[] | number[]): number {
  return users.filter((user) => (banned as (string | number)[]).includes(user)).length; //! nested-loop-lookup 💡safe
}

// trap: a subclass of Array has an includes of its own
export class Loose extends Array<string> {
  override includes(name: string): boolean {
    return super.includes(name.toLowerCase());
  }
}
export function subclass(users: string[], banned: Loose): string[] {
  return users.filter((user) => banned.includes(user)); //= anything but the language's own lists
}

// trap: an overloaded function hands the list or the text in
export function overloaded(users: string[], banned: string): number;
export function overloaded(users: string[], banned: string[]): number;
export function overloaded(users: string[], banned: string | string[]): number {
  return users.filter((user) => banned.includes(user)).length; //= perhaps a text
}

// trap: a text has an includes too, which finds parts
export function inText(words: string[], page: string): string[] {
  return words.filter((word) => page.includes(word)); //= a text is searched for a part
}

// trap: satisfies stands around the list
export function satisfied(users: string[], banned: string[]): string[] {
  return users.filter((user) => !(banned satisfies readonly string[]).includes(user)); //! nested-loop-lookup 💡safe
}

// trap: comparisons in a sort come in an order of their own, and the positions are what counts
export function sorted(users: string[], order: string[]): string[] {
  return [...users].sort((a, b) => order.indexOf(a) - order.indexOf(b)); //! nested-loop-lookup 💡none //! nested-loop-lookup 💡none
}

// trap: for-in gives the indices of the list as text
export function forIn(users: string[], banned: string[]): number {
  let count = 0;
  for (const at in users) if (banned.includes(at)) count += 1; //! nested-loop-lookup 💡safe
  return count;
}

// trap: the reducer carries the list that it asks
export function reduced(users: string[], banned: string[]): string[] {
  return users.reduce<string[]>((list, user) => (banned.includes(user) || list.includes(user) ? list : [...list, user]), []); //! nested-loop-lookup 💡safe //! nested-loop-lookup 💡none //! quadratic-accumulation
}
