// trap: the case clause has no block, so that a const there belongs to the whole switch
export function byMode(mode: 'keep' | 'drop', users: string[], banned: string[]): string[] {
  switch (mode) {
    case 'keep':
      return users.filter((user) => banned.includes(user)); //! nested-loop-lookup 💡safe
    default:
      return users.filter((user) => !banned.includes(user)); //! nested-loop-lookup 💡safe
  }
}

// trap: a const in the first clause would be in its dead zone in the second
export function fallsThrough(mode: number, users: string[], banned: string[]): number {
  let count = 0;
  switch (mode) {
    case 0:
      for (const user of users) if (banned.includes(user)) count += 1; //! nested-loop-lookup 💡safe
    // falls through
    case 1:
      for (const user of users) if (!banned.includes(user)) count += 2; //! nested-loop-lookup 💡safe
  }
  return count;
}

// trap: a label stands before the loop, and continue must still find it
export function labelled(users: string[], banned: string[]): number {
  let count = 0;
  rounds: for (const user of users) {
    for (let at = 0; at < 3; at += 1) {
      if (banned.includes(user)) continue rounds; //! nested-loop-lookup 💡safe
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
    return users.filter((user) => !late.includes(user)); //! nested-loop-lookup 💡suggestion
  }
}

// trap: var belongs to the whole function and is undefined until then
export function varList(users: string[], on: boolean): string[] {
  if (on) {
    var list = users.filter((user) => user !== '');
  }
  return users.filter((user) => on && list!.includes(user)); //! nested-loop-lookup 💡none
}

// trap: a default value is computed before the function's body, where no statement can stand
export function withDefault(users: string[], banned: string[], left = users.filter((user) => !banned.includes(user))): number { //! nested-loop-lookup 💡none
  return left.length;
}

// trap: a class field has no statement before it
export class Report {
  readonly users: string[];
  readonly banned: string[];
  readonly left = (): string[] => this.users.filter((user) => !this.banned.includes(user)); //! nested-loop-lookup 💡safe

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
    for (const name of names) if (this.known.includes(name)) this.seen += 1; //! nested-loop-lookup 💡safe
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
    super(names.filter((name) => !banned.includes(name))); //! nested-loop-lookup 💡none
    this.kept = this.names.length;
  }
}

// trap: this of a function expression is not this outside of it
export const policy = {
  banned: ['a', 'b'].concat('c'),
  filter(users: string[]): string[] {
    const self = this;
    return users.filter(function (user) {
      return !self.banned.includes(user); //! nested-loop-lookup 💡safe
    });
  },
};

// trap: the callback's arguments are its own, and an arrow function around it would have others
export function ownArguments(names: string[], all: string[]): number {
  return names.filter(function (name) {
    return arguments.length === 3 && all.includes(name); //! nested-loop-lookup 💡safe
  }).length;
}

// trap: eval sees the names of the function that it stands in
export function evaluated(users: string[], admins: string[], script: string): number {
  const left = users.filter((user) => !admins.includes(user)); //! nested-loop-lookup 💡none
  return left.length > 0 && script === '' ? 0 : Number(eval('typeof adminsSet === "object" ? 1 : 2'));
}
