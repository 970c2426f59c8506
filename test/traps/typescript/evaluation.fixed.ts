interface User {
  id: string;
  name: string;
}

// trap: when there are no ids the list is never looked at, and there may be none
export function names(ids: string[], directory: { users?: User[] }): string[] {
  const userById = new Map<string, User>();
  directory.users!.forEach((user) => {
    if (!userById.has(user.id)) userById.set(user.id, user);
  });
  return ids.map((id) => userById.get(id)?.name ?? id);
}

// trap: the list stands behind a question that comes first
export function visible(posts: User[], feed: { hidden: string[] | null; strict: boolean }): User[] {
  const hiddenSet = new Set(feed.hidden);
  return posts.filter((post) => feed.hidden === null || !hiddenSet.has(post.id));
}

// trap: an optional call answers undefined where there is no list
export function isShown(posts: User[], hidden?: string[]): User[] {
  return posts.filter((post) => hidden?.includes(post.id) !== true);
}

// trap: the optional list answers undefined, which is not false
export function flags(posts: User[], hidden: string[] | undefined): (boolean | undefined)[] {
  return posts.map((post) => hidden?.includes(post.id));
}

// trap: an element of the list may be missing, where find throws at the first such element only if it comes that far
export function owners(orders: { user: string }[], users: (User | null)[]): (string | undefined)[] {
  const userById = new Map<string, null | User>();
  users.forEach((user) => {
    if (!userById.has(user!.id)) userById.set(user!.id, user);
  });
  return orders.map((order) => userById.get(order.user)?.name);
}

// trap: the optional chain in the predicate gives undefined, which equals an undefined key
export function lookup(orders: { user?: string }[], users: (User | undefined)[]): (User | undefined)[] {
  const userById = new Map<string | undefined, undefined | User>();
  users.forEach((user) => {
    if (!userById.has(user?.id)) userById.set(user?.id, user);
  });
  return orders.map((order) => userById.get(order.user));
}

// trap: the predicate counts how far it came
export function search(ids: string[], users: User[]): number {
  let steps = 0;
  for (const id of ids) {
    if (users.some((user) => user.id === id && (steps += 1) > 0)) steps += 1;
  }
  return steps;
}

// trap: the predicate calls a function that may throw for one element
export function decode(ids: string[], rows: string[], parse: (row: string) => string): (string | undefined)[] {
  return ids.map((id) => rows.find((row) => parse(row) === id));
}

// trap: JSON.parse throws for a row that find may never come to
export function records(ids: string[], rows: string[]): (string | undefined)[] {
  return ids.map((id) => rows.find((row) => JSON.parse(row).id === id));
}

// trap: a getter of the element counts
export class Counter {
  reads = 0;
  private readonly label: string;
  constructor(label: string) {
    this.label = label;
  }
  get id(): string {
    this.reads += 1;
    return this.label;
  }
}
export function readTwice(ids: string[]): number[] {
  const all = ids.map((id) => new Counter(id));
  for (const id of ids) all.find((each) => each.id === id);
  return all.map((each) => each.reads);
}

// trap: the list itself is made by a call that has an effect, and only in the loop
export function reserve(ids: string[], open: () => string[]): string[] {
  const out: string[] = [];
  for (const id of ids) if (open().includes(id)) out.push(id);
  const list = open();
  const listSet = new Set(list);
  for (const id of ids) if (listSet.has(id)) out.push(id);
  return out;
}

// trap: the list is asked in one branch only, where its elements are known to be there
export function check(items: { kind: 'a' | 'b'; id: string }[], byKind: { b?: string[] }): number {
  let count = 0;
  const bSet = new Set(byKind.b!);
  for (const item of items) {
    if (item.kind === 'b' && bSet.has(item.id)) count += 1;
  }
  return count;
}

// trap: an index into lists that may not reach as far
export function row(table: string[][], line: number, wanted: string[]): number {
  let count = 0;
  for (const word of wanted) if (table[line]!.includes(word)) count += 1;
  return count;
}

// trap: the check that the list is there stands in the loop
export function guarded(ids: string[], users: User[] | undefined): string[] {
  const out: string[] = [];
  for (const id of ids) {
    if (!users) throw new Error(`no users for ${id}`);
    const user = users.find((each) => each.id === id);
    if (user) out.push(user.name);
  }
  return out;
}

// trap: the loop throws before it asks for the first time
export function validated(ids: string[], users: User[] | null): string[] {
  const userById = new Map<string, User>();
  users!.forEach((user) => {
    if (!userById.has(user.id)) userById.set(user.id, user);
  });
  return ids.map((id) => {
    if (id === '') throw new Error('an empty id');
    return userById.get(id)!.name;
  });
}

// trap: what is thrown first decides which catch is entered
export function careful(ids: string[], box: { users: User[] | null }): string {
  let last = '';
  const userById = new Map<string, User>();
  box.users!.forEach((user) => {
    if (!userById.has(user.id)) userById.set(user.id, user);
  });
  for (const id of ids) {
    try {
      last = userById.get(id)!.name;
    } catch {
      last = `failed at ${id}`;
    }
  }
  return last;
}

// trap: the list is declared behind the loop's head, inside the loop
export function sections(pages: { words: string[]; index: string[] }[]): number {
  let found = 0;
  for (const page of pages) {
    const { index, words } = page;
    const indexSet = new Set(index);
    for (const word of words) if (indexSet.has(word)) found += 1;
  }
  return found;
}

// trap: the loop's head makes the list that its body asks
export function chained(groups: string[][], all: string[]): number {
  let count = 0;
  for (let known = all; groups.length > 0; known = groups.pop() ?? []) {
    const knownSet = new Set(known);
    for (const each of all) if (knownSet.has(each)) count += 1;
  }
  return count;
}

// trap: the comma operator and an assignment stand in the condition
export function assigned(ids: string[], users: User[]): number {
  let user: User | undefined;
  let count = 0;
  const userById = new Map<string, User>();
  users.forEach((each) => {
    if (!userById.has(each.id)) userById.set(each.id, each);
  });
  for (const id of ids) {
    if ((user = userById.get(id)) && user.name !== '') count += user.name.length;
  }
  return count;
}

// trap: for await waits between two elements, where the list may change
export async function stream(ids: AsyncIterable<string>, blocked: string[]): Promise<string[]> {
  const out: string[] = [];
  const blockedSet = new Set(blocked);
  for await (const id of ids) if (!blockedSet.has(id)) out.push(id);
  return out;
}

// trap: a while loop with its own condition that the list decides
export function shrink(queue: string[], stop: string[]): number {
  let steps = 0;
  while (queue.length > 0 && !stop.includes(queue[queue.length - 1]!)) {
    queue.pop();
    steps += 1;
  }
  return steps;
}

// trap: a do-while loop asks at its end, after its body has made the list
export function until(words: string[], dictionary: string[]): number {
  let at = 0;
  const dictionarySet = new Set(dictionary);
  do {
    at += 1;
  } while (at < words.length && dictionarySet.has(words[at]!));
  return at;
}

// trap: an early return in the loop leaves the list unread
export function firstKnown(ids: string[], skip: boolean, users: User[]): string {
  const userById = new Map<string, User>();
  users.forEach((each) => {
    if (!userById.has(each.id)) userById.set(each.id, each);
  });
  for (const id of ids) {
    if (skip) return 'skipped';
    const user = userById.get(id);
    if (user) console.log(user.name);
  }
  return 'none';
}
