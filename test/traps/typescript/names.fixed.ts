// trap: the name that the new variable would have is taken in the same function
export function taken(users: string[], banned: string[]): number {
  const bannedSet = banned.length;
  const bannedSet2 = new Set(banned);
  return users.filter((user) => !bannedSet2.has(user)).length + bannedSet;
}

// trap: the name is taken inside the callback, where it would hide the new variable
export function hidden(users: string[], banned: string[]): string[] {
  const bannedSet2 = new Set(banned);
  return users.filter((user) => {
    const bannedSet = user.trim();
    return bannedSet !== '' && !bannedSet2.has(user);
  });
}

const bannedSet = 'a name of the module';

// trap: the name is taken in the module, and the function reads it after the loop
export function outer(users: string[], banned: string[]): string {
  const bannedSet2 = new Set(banned);
  const left = users.filter((user) => !bannedSet2.has(user));
  return `${bannedSet}: ${left.join()}`;
}

// trap: the name is taken by a function that is declared further below and hoisted
export function hoisted(users: string[], banned: string[]): number {
  const bannedSet = new Set(banned);
  const left = users.filter((user) => !bannedSet.has(user));
  return bannedSet2() + left.length;

  function bannedSet2(): number {
    return banned.length;
  }
}

// trap: two loops of one function ask the same list, which changes in between
export function twice(users: string[], banned: string[]): number {
  const bannedSet = new Set(banned);
  const first = users.filter((user) => !bannedSet.has(user));
  banned.push(...first);
  const bannedSet2 = new Set(banned);
  const second = users.filter((user) => !bannedSet2.has(user));
  return first.length + second.length;
}

// trap: the list is a variable of the outer loop, and each round has its own
export function perGroup(groups: { names: string[]; admins: string[] }[]): number {
  let count = 0;
  for (const { names, admins } of groups) {
    const adminsSet = new Set(admins);
    for (const name of names) if (adminsSet.has(name)) count += 1;
  }
  return count;
}

// trap: an inner variable has the list's name, and another list is meant there
export function shadowed(users: string[], banned: string[], more: string[][]): number {
  let count = 0;
  for (const banned of more) {
    const bannedSet = new Set(banned);
    for (const user of users) if (bannedSet.has(user)) count += 1;
  }
  return count + banned.length;
}

//- shadow.ts
// trap: Set is another class in this file
class Set {
  readonly items: readonly string[];
  constructor(items: readonly string[]) {
    this.items = items;
  }
}

export function sameSize(a: readonly string[]): number {
  return new Set(a).items.length;
}

export function withoutBanned(users: string[], banned: string[]): string[] {
  return users.filter((user) => !banned.includes(user));
}

// trap: Map is a parameter here
export function drawn(cities: { id: string }[], places: { id: string; x: number }[], Map: string): string[] {
  return cities.map((city) => `${Map} ${places.find((place) => place.id === city.id)?.x ?? 0}`);
}
