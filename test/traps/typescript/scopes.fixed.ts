// trap: the case clause has no block, so that a const there belongs to the whole switch
export function byMode(mode: 'keep' | 'drop', users: string[], banned: string[]): string[] {
  switch (mode) {
    case 'keep':
      const bannedSet = new Set(banned);
      return users.filter((user) => bannedSet.has(user));
    default:
      const bannedSet2 = new Set(banned);
      return users.filter((user) => !bannedSet2.has(user));
  }
}

// trap: a const in the first clause would be in its dead zone in the second
export function fallsThrough(mode: number, users: string[], banned: string[]): number {
  let count = 0;
  switch (mode) {
    case 0:
      const bannedSet = new Set(banned);
      for (const user of users) if (bannedSet.has(user)) count += 1;
    // falls through
    case 1:
      const bannedSet2 = new Set(banned);
      for (const user of users) if (!bannedSet2.has(user)) count += 2;
  }
  return count;
}

// trap: a label stands before the loop, and continue must still find it
export function labelled(users: string[], banned: string[]): number {
  let count = 0;
  const bannedSet = new Set(banned);
  rounds: for (const user of users) {
    for (let at = 0; at < 3; at += 1) {
      if (bannedSet.has(user)) continue rounds;
      count += at;
    }
  }
  return count;
}

// trap: the list is declared after the function that asks it, and the function is called before
export function early(users: string[]): string[] {
  const first = pick();
  const late = users.filter((user) => user.length > 3);
  return first.concat(late);

  function pick(): string[] {
    const lateSet = new Set(late);
    return users.filter((user) => !lateSet.has(user));
  }
}

// trap: var belongs to the whole function and is undefined until then
export function varList(users: string[], on: boolean): string[] {
  if (on) {
    var list = users.filter((user) => user !== '');
  }
  return users.filter((user) => on && list!.includes(user));
}

// trap: a default value is computed before the function's body, where no statement can stand
export function withDefault(users: string[], banned: string[], left = users.filter((user) => !banned.includes(user))): number {
  return left.length;
}

// trap: a class field has no statement before it
export class Report {
  readonly users: string[];
  readonly banned: string[];
  readonly left = (): string[] => {
    const bannedSet = new Set(this.banned);
    return this.users.filter((user) => !bannedSet.has(user));
  };

  constructor(users: string[], banned: string[]) {
    this.users = users;
    this.banned = banned;
  }
}

// trap: a static block runs once, and this is the class there
export class Settings {
  static known: string[] = [];
  static seen = 0;

  static load(text: string): void {
    this.known = text.split('\n');
  }

  static count(names: string[]): number {
    const knownSet = new Set(this.known);
    for (const name of names) if (knownSet.has(name)) this.seen += 1;
    return this.seen;
  }
}

// trap: super(…) must run before this is read
export class Base {
  readonly names: string[];
  constructor(names: string[]) {
    this.names = names;
  }
}
export class Derived extends Base {
  readonly kept: number;
  constructor(names: string[], banned: string[]) {
    super(names.filter((name) => !banned.includes(name)));
    this.kept = this.names.length;
  }
}

// trap: this of a function expression is not this outside of it
export const policy = {
  banned: ['a', 'b'].concat('c'),
  filter(users: string[]): string[] {
    const self = this;
    const bannedSet = new Set(self.banned);
    return users.filter(function (user) {
      return !bannedSet.has(user);
    });
  },
};

// trap: the callback's arguments are its own, and an arrow function around it would have others
export function ownArguments(names: string[], all: string[]): number {
  const allSet = new Set(all);
  return names.filter(function (name) {
    return arguments.length === 3 && allSet.has(name);
  }).length;
}

// trap: eval sees the names of the function that it stands in
export function evaluated(users: string[], admins: string[], script: string): number {
  const left = users.filter((user) => !admins.includes(user));
  return left.length > 0 && script === '' ? 0 : Number(eval('typeof adminsSet === "object" ? 1 : 2'));
}
