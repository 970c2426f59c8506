import { withTag } from './lists.ts';

function added<T>(list: readonly T[], element: T): T[] {
  return [...list, element];
}

export function ids(users: { id: string }[]): string[] {
  let all: string[] = [];
  for (const user of users) all = added(all, user.id); //! quadratic-accumulation O(users²)
  return all;
}

export function tags(users: { tag: string }[]): string[] {
  let all: string[] = [];
  for (const { tag } of users) all = withTag(all, tag); //! quadratic-accumulation O(users²)
  return all;
}

//- lists.ts
export function withTag(tags: string[], tag: string): string[] {
  //= a helper that runs once copies once
  return tags.concat(tag);
}
