//- with: @prisma/client, express, node
//@ no-run: the severity is what matters here
// A warning where the code shows that it grows, a hint where it might as well be a handful.
import { readFileSync } from 'node:fs';
import { PrismaClient } from '@prisma/client';
import express from 'express';

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

export function words(path: string): string[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line, i) => lines.indexOf(line) === i); //! list-as-set warning
}

const app = express();

app.get('/names', async (_request, response) => {
  response.json(await names());
});

app.post('/tags', (request, response) => {
  const tags: string[] = request.body.tags;
  response.json(tags.filter((tag, i) => tags.indexOf(tag) === i)); //! list-as-set hint
});

class Queue {
  private readonly jobs: { id: string; name: string }[] = [];

  add(job: { id: string; name: string }): void {
    this.jobs.push(job);
  }

  nameOf(id: string): string | undefined {
    return this.jobs.find((job) => job.id === id)?.name; //! list-as-set hint
  }

  // Whoever asks has many, and what is asked may have few.
  async names(): Promise<(string | undefined)[]> {
    const users = await db.user.findMany();
    return users.map((user) => this.nameOf(user.id));
  }
}

export const queue = new Queue();
