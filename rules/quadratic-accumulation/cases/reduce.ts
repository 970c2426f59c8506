interface User {
  id: string;
  tags: string[];
}

export function byId(users: User[]): Record<string, User> {
  return users.reduce<Record<string, User>>((known, user) => ({ ...known, [user.id]: user }), {}); //! quadratic-accumulation hint O(users²)
}

export function byIdToo(users: User[]): Record<string, User> {
  return users.reduce<Record<string, User>>((known, user) => Object.assign({}, known, { [user.id]: user }), {}); //! quadratic-accumulation
}

export function tags(users: User[]): string[] {
  return users.reduce<string[]>((all, user) => all.concat(user.tags), []); //! quadratic-accumulation
}

export function active(users: User[]): User[] {
  return users.reduce<User[]>((all, user) => {
    if (user.tags.length === 0) return all;
    return [...all, user]; //! quadratic-accumulation
  }, []);
}

export function activeToo(users: User[]): User[] {
  return users.reduceRight<User[]>((all, user) => (user.tags.length > 0 ? [...all, user] : all), []); //! quadratic-accumulation
}

export function merged(parts: Record<string, number>[]): Record<string, number> {
  return parts.reduce((all, part) => ({ ...all, ...part }), {}); //! quadratic-accumulation
}
