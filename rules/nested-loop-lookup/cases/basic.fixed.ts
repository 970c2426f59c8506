interface User {
  id: string;
  email: string;
}

export function removeBanned(users: User[], banned: string[]): User[] {
  const kept: User[] = [];
  const bannedSet = new Set(banned);
  for (const user of users) {
    if (!bannedSet.has(user.id)) {
      kept.push(user);
    }
  }
  return kept;
}

export function countKnown(addresses: readonly string[], known: readonly string[]): number {
  let count = 0;
  const knownSet = new Set(known);
  for (let i = 0; i < addresses.length; i++) {
    const address = addresses[i];
    if (address !== undefined && knownSet.has(address)) count++;
  }
  return count;
}

export function firstDays(visits: { user: string; day: number }[], holidays: number[]): Map<string, number> {
  const days = new Map<string, number>();
  const holidaysSet = new Set(holidays);
  for (const visit of visits) {
    if (holidaysSet.has(visit.day)) continue;
    days.set(visit.user, visit.day);
  }
  return days;
}

export function positions(words: string[], order: string[]): number[] {
  const result: number[] = [];
  let index = 0;
  while (index < words.length) {
    const word = words[index++];
    if (word === undefined) continue;
    result.push(order.lastIndexOf(word));
  }
  return result;
}

export function missing(wanted: Set<string>, stored: string[]): string[] {
  const result: string[] = [];
  const storedSet = new Set(stored);
  for (const each of wanted) {
    if (!storedSet.has(each)) result.push(each);
  }
  return result;
}
