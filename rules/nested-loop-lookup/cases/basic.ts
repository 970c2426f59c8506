interface User {
  id: string;
  email: string;
}

export function removeBanned(users: User[], banned: string[]): User[] {
  const kept: User[] = [];
  for (const user of users) {
    if (!banned.includes(user.id)) { //! nested-loop-lookup 💡safe O(users × banned)
      kept.push(user);
    }
  }
  return kept;
}

export function countKnown(addresses: readonly string[], known: readonly string[]): number {
  let count = 0;
  for (let i = 0; i < addresses.length; i++) {
    const address = addresses[i];
    if (address !== undefined && known.indexOf(address) !== -1) count++; //! nested-loop-lookup 💡 O(addresses × known)
  }
  return count;
}

export function firstDays(visits: { user: string; day: number }[], holidays: number[]): Map<string, number> {
  const days = new Map<string, number>();
  for (const visit of visits) {
    //! nested-loop-lookup 💡safe O(visits × holidays)
    if (holidays.includes(visit.day)) continue;
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
    result.push(order.lastIndexOf(word)); //! nested-loop-lookup
  }
  return result;
}

export function missing(wanted: Set<string>, stored: string[]): string[] {
  const result: string[] = [];
  for (const each of wanted) {
    if (!stored.includes(each)) result.push(each); //! nested-loop-lookup 💡safe O(wanted × stored)
  }
  return result;
}
