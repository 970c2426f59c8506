// Who is copied under another name is not followed.
export function ids(users: { id: string }[]): string[] {
  let all: string[] = [];
  for (const user of users) {
    const next = [...all, user.id]; //? miss: the copy goes by another name first
    all = next;
  }
  return all;
}

export function groups(users: { id: string; city: string }[]): Map<string, string[]> {
  const byCity = new Map<string, string[]>();
  for (const user of users) {
    byCity.set(user.city, [...(byCity.get(user.city) ?? []), user.id]); //? miss: what a Map holds under a key has no name
  }
  return byCity;
}

export function grouped(users: { id: string; city: string }[]): Record<string, string[]> {
  const byCity: Record<string, string[]> = {};
  for (const user of users) {
    byCity[user.city] = [...(byCity[user.city] ?? []), user.id]; //! quadratic-accumulation hint
  }
  return byCity;
}
