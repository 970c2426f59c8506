// A warning where the code shows that it grows, a hint where it might as well be a handful.
import { readFileSync } from 'node:fs';
import { PrismaClient } from '@prisma/client';
import express from 'express';

const db = new PrismaClient();

export async function names(): Promise<string[]> {
  const users = await db.user.findMany();
  const seen: string[] = [];
  const seenSet = new Set<string>();
  for (const user of users) if (!seenSet.has(user.name)) {
    seen.push(user.name);
    seenSet.add(user.name);
  }
  return seen;
}

export async function namesOf(id: string): Promise<string[]> {
  const users = await db.user.findMany({ where: { id } });
  const seen: string[] = [];
  const seenSet = new Set<string>();
  // Rows that meet a condition may be a handful.
  for (const user of users) if (!seenSet.has(user.name)) {
    seen.push(user.name);
    seenSet.add(user.name);
  }
  return seen;
}

export function handedIn(tags: string[]): string[] {
  const seen: string[] = [];
  const seenSet = new Set<string>();
  for (const tag of tags) if (!seenSet.has(tag)) {
    seen.push(tag);
    seenSet.add(tag);
  }
  return seen;
}

export function words(path: string): string[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return [...new Set(lines)];
}

const app = express();

app.get('/names', async (_request, response) => {
  response.json(await names());
});

app.post('/tags', (request, response) => {
  const tags: string[] = request.body.tags;
  response.json([...new Set(tags)]);
});

class Queue {
  private readonly jobs: { id: string; name: string }[] = [];

  add(job: { id: string; name: string }): void {
    this.jobs.push(job);
  }

  nameOf(id: string): string | undefined {
    return this.jobs.find((job) => job.id === id)?.name;
  }

  // Whoever asks has many, and what is asked may have few.
  async names(): Promise<(string | undefined)[]> {
    const users = await db.user.findMany();
    return users.map((user) => this.nameOf(user.id));
  }
}

export const queue = new Queue();
