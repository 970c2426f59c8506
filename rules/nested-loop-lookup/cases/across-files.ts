//- app.ts
import { hasRole } from './roles.ts';
import * as members from './members.ts';

export function admins(users: { id: string }[], granted: string[]): string[] {
  const names: string[] = [];
  for (const user of users) {
    if (hasRole(granted, user.id)) names.push(user.id); //! nested-loop-lookup O(users × granted)
  }
  return names;
}

export function join(ids: string[], all: members.Member[]): string[] {
  return ids.map((id) => members.nameOf(all, id)); //! nested-loop-lookup O(ids × all)
}

export function greet(users: members.Member[]): string[] {
  return users.map((user) => members.describe(user)); //= describe looks at one member only
}
//- roles.ts
export { contains as hasRole } from './lists.ts';
//- lists.ts
export function contains(list: string[], wanted: string): boolean {
  for (const each of list) {
    if (each === wanted) return true;
  }
  return false;
}
//- members.ts
export interface Member {
  id: string;
  name: string;
  teams: string[];
}

export function nameOf(all: Member[], id: string): string {
  return all.find((member) => member.id === id)?.name ?? 'unknown';
}

export function describe(member: Member): string {
  return member.teams.includes('staff') ? `${member.name} (staff)` : member.name;
}
