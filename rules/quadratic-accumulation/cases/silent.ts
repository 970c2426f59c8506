interface Item {
  id: string;
  kind: string;
  parts: string[];
}

export function text(items: Item[]): string {
  let all = '';
  //= a text: the engine joins the pieces when somebody reads it
  for (const item of items) all = all.concat(item.id);
  return all;
}

export function total(items: Item[]): number {
  let sum = 0;
  //= numbers
  for (const item of items) sum = sum + item.parts.length;
  return sum;
}

export function longest(items: Item[]): string[][] {
  const found: string[][] = [];
  for (const item of items) {
    let own: string[] = [];
    //= empty again for each item, and the loop around it is short
    for (const part of item.parts.slice(0, 3)) own = [...own, part];
    found.push(own);
  }
  return found;
}

export function each(items: Item[]): Item[] {
  for (const item of items) {
    //= each item has a list of its own
    item.parts = [...item.parts, item.id];
  }
  return items;
}

export function stamped(byKind: Record<string, string[]>, words: string[]): void {
  for (const kind of words) {
    //= another list each time
    byKind[kind] = [...(byKind[kind] ?? []), 'end'];
  }
}

export function sides(): string[] {
  let all: string[] = [];
  //= two sides
  for (const side of ['left', 'right']) all = [...all, side];
  return all;
}

export function history(items: Item[]): Item[][] {
  let now: Item[] = [];
  const versions: Item[][] = [];
  for (const item of items) {
    //= somebody keeps each version as it is
    now = [...now, item];
    versions.push(now);
  }
  return versions;
}

export function* growing(items: Item[]): Generator<Item[]> {
  let now: Item[] = [];
  for (const item of items) {
    //= whoever walks the generator may keep each version
    now = [...now, item];
    yield now;
  }
}

export function top(items: Item[]): Item[] {
  let best: Item[] = [];
  for (const item of items) {
    //= ten at most
    if (best.length < 10) best = [...best, item];
  }
  return best;
}

export function flags(items: Item[]): Record<string, unknown> {
  let state: Record<string, unknown> = {};
  for (const item of items) {
    //= the same two names each time: it does not grow
    state = { ...state, last: item.id, ...(item.kind === '' ? {} : { kind: item.kind }) };
  }
  return state;
}

export function ancestors(node: { parent: typeof node | null; id: string } | null): string[] {
  let path: string[] = [];
  let at = node;
  while (at) {
    //= nothing says how deep it goes, and mostly it is not deep
    path = [at.id, ...path];
    at = at.parent;
  }
  return path;
}

export async function pages(urls: string[]): Promise<string[]> {
  let all: string[] = [];
  for (const url of urls) {
    const response = await fetch(url);
    //= a copy is nothing beside a round trip
    all = [...all, await response.text()];
  }
  return all;
}

export function toObject(form: Record<string, string>): Record<string, string> {
  //= the properties of one object are seldom many
  return Object.entries(form).reduce<Record<string, string>>((all, [name, value]) => ({ ...all, [name.trim()]: value }), {});
}

export function entries(exports: Record<string, string[]>): string[] {
  let all: string[] = [];
  //= the properties of one object are seldom many
  for (const name in exports) all = all.concat(exports[name] ?? []);
  return all;
}

type Action = { type: 'add'; item: Item };

export function reducer(state: { items: Item[] }, action: Action): { items: Item[] } {
  //= runs once per action, and whoever renders compares the versions
  return { ...state, items: [...state.items, action.item] };
}
