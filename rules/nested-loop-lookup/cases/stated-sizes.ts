export function inside(users: string[], banned: string[]): string[] {
  // scalelint-size banned <= 20
  return users.filter((user) => banned.includes(user)); //= stated to be few, in the function that declares it
}

// scalelint-size banned <= 20
export function above(users: string[], banned: string[]): string[] {
  return users.filter((user) => banned.includes(user)); //= stated right above it
}

export function other(users: string[], banned: string[]): string[] {
  return users.filter((user) => banned.includes(user)); //! nested-loop-lookup 💡safe
}

export function nested(groups: string[][], names: string[]): string[][] {
  // scalelint-size known <= 20
  const within = (group: string[], known: string[]): string[] => group.filter((name) => known.includes(name)); //= stated where the closure stands
  return groups.map((group) => within(group, names));
}

// scalelint-size allowed <= 20
const allowed: string[] = names();
const denied: string[] = names();

function names(): string[] {
  return JSON.parse('["a", "b"]') as string[];
}

export function kept(users: string[]): string[] {
  return users.filter((user) => allowed.includes(user)); //= stated above the declaration
}

export function dropped(users: string[]): string[] {
  return users.filter((user) => !denied.includes(user)); //! nested-loop-lookup
}
