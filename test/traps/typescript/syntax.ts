// trap: without semicolons, a line that begins with ( or [ goes on from the line before
export function noSemicolons(users: string[], banned: string[]): number {
  let count = 0
  ;[...users].forEach((user) => { if (banned.includes(user)) count += 1 }) //! nested-loop-lookup 💡safe
  return count
}

// trap: the loop is the only statement of an if without braces
export function bareIf(on: boolean, users: string[], banned: string[]): number {
  let count = 0;
  if (on) for (const user of users) if (banned.includes(user)) count += 1; //! nested-loop-lookup 💡safe
  return count;
}

// trap: the loop is the only statement of an else, and the if is one of an outer loop
export function bareElse(modes: boolean[], users: string[], banned: string[]): number {
  let count = 0;
  for (const mode of modes)
    if (mode) count += 1;
    else for (const user of users) if (banned.includes(user)) count += 2; //! nested-loop-lookup 💡safe
  return count;
}

// trap: an arrow function gives an expression, and has no place for a statement
export const kept = (users: string[], banned: string[]): string[] => users.filter((user) => !banned.includes(user)); //! nested-loop-lookup 💡safe

// trap: an arrow function gives an object in parentheses
export const summary = (users: string[], banned: string[]): { left: string[] } => ({
  left: users.filter((user) => !banned.includes(user)), //! nested-loop-lookup 💡safe
});

// trap: the search stands in the second part of a condition, which the first decides
export function either(users: string[], banned: string[] | null): string[] {
  return banned === null ? users : users.filter((user) => !banned.includes(user)); //! nested-loop-lookup 💡safe
}

// trap: && decides whether there is a list at all
export function andThen(users: string[], banned?: string[]): string[] | undefined {
  return banned && users.filter((user) => !banned.includes(user)); //! nested-loop-lookup 💡safe
}

// trap: two declarations in one statement, the second of which asks the first
export function oneStatement(users: string[], all: string[]): string[] {
  const banned = all.filter((each) => each !== ''), left = users.filter((user) => !banned.includes(user)); //! nested-loop-lookup 💡none
  return left;
}

// trap: a chain of calls, the first of which has an effect on the list
export function chain(users: string[], banned: string[]): string[] {
  return users
    .map((user) => (banned.push(user), user))
    .filter((user) => !banned.includes(user)); //! nested-loop-lookup 💡none
}

// trap: the arguments before are evaluated first, and one of them throws or writes
export function argumentsFirst(users: string[], banned: string[], next: (list: string[]) => number): number {
  return Math.max(next(banned), users.filter((user) => !banned.includes(user)).length); //! nested-loop-lookup 💡suggestion
}

// trap: a comment says that the next line's error is wanted
export function expected(users: string[], banned: string[]): string[] {
  // @ts-expect-error the list may be a tuple
  const first: string = banned[0];
  // @ts-ignore
  return users.filter((user) => !banned.includes(user) && user !== first); //! nested-loop-lookup 💡safe
}

// trap: a comment switches a check off for the next line, which must stay the next line
export function disabled(users: string[], banned: string[]): number {
  let count = 0;
  // eslint-disable-next-line no-restricted-syntax
  for (const user of users) {
    // prettier-ignore
    if (banned.includes(user)) count +=  1; //! nested-loop-lookup 💡safe
  }
  return count;
}

// trap: a comment stands inside of the expression that changes
export function commented(users: string[], banned: string[]): string[] {
  return users.filter((user) => !banned /* names, lower case */.includes(/* of */ user)); //! nested-loop-lookup 💡none
}

// trap: the text contains what looks like code
export function quoted(users: string[], banned: string[]): string[] {
  return users.map((user) => `${banned.includes(user) ? 'banned.includes(user)' : `${user} /* banned */`}`); //! nested-loop-lookup 💡safe
}
