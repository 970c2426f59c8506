// trap: without semicolons, a line that begins with ( or [ goes on from the line before
export function noSemicolons(users: string[], banned: string[]): number {
  let count = 0
  ;const bannedSet = new Set(banned);
  [...users].forEach((user) => { if (bannedSet.has(user)) count += 1 })
  return count
}

// trap: the loop is the only statement of an if without braces
export function bareIf(on: boolean, users: string[], banned: string[]): number {
  let count = 0;
  if (on) {
    const bannedSet = new Set(banned);
    for (const user of users) if (bannedSet.has(user)) count += 1;
  }
  return count;
}

// trap: the loop is the only statement of an else, and the if is one of an outer loop
export function bareElse(modes: boolean[], users: string[], banned: string[]): number {
  let count = 0;
  const bannedSet = new Set(banned);
  for (const mode of modes)
    if (mode) count += 1;
    else for (const user of users) if (bannedSet.has(user)) count += 2;
  return count;
}

// trap: an arrow function gives an expression, and has no place for a statement
export const kept = (users: string[], banned: string[]): string[] => {
  const bannedSet = new Set(banned);
  return users.filter((user) => !bannedSet.has(user));
};

// trap: an arrow function gives an object in parentheses
export const summary = (users: string[], banned: string[]): { left: string[] } => {
  const bannedSet = new Set(banned);
  return ({
  left: users.filter((user) => !bannedSet.has(user)),
});
};

// trap: the search stands in the second part of a condition, which the first decides
export function either(users: string[], banned: string[] | null): string[] {
  const bannedSet = new Set(banned);
  return banned === null ? users : users.filter((user) => !bannedSet.has(user));
}

// trap: && decides whether there is a list at all
export function andThen(users: string[], banned?: string[]): string[] | undefined {
  const bannedSet = new Set(banned);
  return banned && users.filter((user) => !bannedSet.has(user));
}

// trap: two declarations in one statement, the second of which asks the first
export function oneStatement(users: string[], all: string[]): string[] {
  const banned = all.filter((each) => each !== ''), left = users.filter((user) => !banned.includes(user));
  return left;
}

// trap: a chain of calls, the first of which has an effect on the list
export function chain(users: string[], banned: string[]): string[] {
  return users
    .map((user) => (banned.push(user), user))
    .filter((user) => !banned.includes(user));
}

// trap: the arguments before are evaluated first, and one of them throws or writes
export function argumentsFirst(users: string[], banned: string[], next: (list: string[]) => number): number {
  const bannedSet = new Set(banned);
  return Math.max(next(banned), users.filter((user) => !bannedSet.has(user)).length);
}

// trap: a comment says that the next line's error is wanted
export function expected(users: string[], banned: string[]): string[] {
  // @ts-expect-error the list may be a tuple
  const first: string = banned[0];
  const bannedSet = new Set(banned);
  // @ts-ignore
  return users.filter((user) => !bannedSet.has(user) && user !== first);
}

// trap: a comment switches a check off for the next line, which must stay the next line
export function disabled(users: string[], banned: string[]): number {
  let count = 0;
  const bannedSet = new Set(banned);
  // eslint-disable-next-line no-restricted-syntax
  for (const user of users) {
    // prettier-ignore
    if (bannedSet.has(user)) count +=  1;
  }
  return count;
}

// trap: a comment stands inside of the expression that changes
export function commented(users: string[], banned: string[]): string[] {
  return users.filter((user) => !banned /* names, lower case */.includes(/* of */ user));
}

// trap: the text contains what looks like code
export function quoted(users: string[], banned: string[]): string[] {
  const bannedSet = new Set(banned);
  return users.map((user) => `${bannedSet.has(user) ? 'banned.includes(user)' : `${user} /* banned */`}`);
}
