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

express().post('/tags', (request, response) => {
  const tags: string[] = request.body.tags;
  response.json([...new Set(tags)]);
});

const jobs: string[] = [];

export function enqueue(job: string): void {
  jobs.push(job);
}

// Whoever asks has many, and what is asked may have few.
export async function waiting(): Promise<string[]> {
  const users = await db.user.findMany();
  return users.map((user) => (isWaiting(user.id) ? user.name : ''));
}

function isWaiting(id: string): boolean {
  return jobs.includes(id);
}
