//- with: @prisma/client
//@ no-run: the severity is what matters here
// A warning where the code shows that it grows, a hint where it might as well be a handful.
import { PrismaClient } from '@prisma/client';

const db = new PrismaClient();

export async function names(): Promise<string[]> {
  const users = await db.user.findMany();
  const seen: string[] = [];
  for (const user of users) if (!seen.includes(user.name)) seen.push(user.name); //! list-as-set warning
  return seen;
}

export async function namesOf(id: string): Promise<string[]> {
  const users = await db.user.findMany({ where: { id } });
  const seen: string[] = [];
  // Rows that meet a condition may be a handful.
  for (const user of users) if (!seen.includes(user.name)) seen.push(user.name); //! list-as-set hint
  return seen;
}

export function handedIn(tags: string[]): string[] {
  const seen: string[] = [];
  for (const tag of tags) if (!seen.includes(tag)) seen.push(tag); //! list-as-set hint
  return seen;
}
