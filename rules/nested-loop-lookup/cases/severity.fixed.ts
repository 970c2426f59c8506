// A warning where the code shows that it grows, and that a request waits; a hint where it might as well be a handful, or somebody's command.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

interface User {
  id: string;
  manager: string;
}

export function lines(users: User[], path: string): User[] {
  const banned = readFileSync(path, 'utf8').split('\n');
  const bannedSet = new Set(banned);
  return users.filter((user) => !bannedSet.has(user.id));
}

export function linesOfBoth(path: string, other: string): string[] {
  const banned = readFileSync(path, 'utf8').split('\n');
  const names = readFileSync(other, 'utf8').split('\n');
  const bannedSet = new Set(banned);
  return names.filter((name) => !bannedSet.has(name));
}

export function linesOfCommand(users: User[], path: string): User[] {
  const banned = readFileSync(path, 'utf8').split('\n');
  const bannedSet = new Set(banned);
  return users.filter((user) => !bannedSet.has(user.id));
}

createServer((_request, response) => {
  const users: User[] = JSON.parse(readFileSync('users.json', 'utf8'));
  const shown = [lines(users, 'banned.txt'), linesOfBoth('banned.txt', 'names.txt'), ofEach(users.map((user) => user.id), readFileSync('words.txt', 'utf8'))];
  response.end(JSON.stringify(shown));
}).listen(3000);

export function twoLists(users: User[], banned: string[]): User[] {
  const bannedSet = new Set(banned);
  return users.filter((user) => !bannedSet.has(user.id));
}

export function sameList(users: User[]): (User | undefined)[] {
  const userById = new Map<string, User>();
  users.forEach((other) => {
    if (!userById.has(other.id)) userById.set(other.id, other);
  });
  return users.map((user) => userById.get(user.manager));
}

function known(words: string[], text: string): string[] {
  const vocabulary = text.split('\n');
  const vocabularySet = new Set(vocabulary);
  return words.filter((word) => vocabularySet.has(word));
}

export function ofEach(words: string[], text: string): string[] {
  return known(words, text);
}

export function ofCells(rows: { note: string }[], words: string[]): string[] {
  const wordsSet = new Set(words);
  return rows.flatMap((row) => row.note.split('\n').filter((word) => wordsSet.has(word)));
}

function removed(before: string[], text: string): string[] {
  const after = text.split('\n');
  const afterSet = new Set(after);
  return before.filter((id) => !afterSet.has(id));
}

// The only caller hands in what hangs on one user.
export function removedOf(user: { name: string; tags: string[] }, text: string): string[] {
  return removed(user.tags, text);
}

export function checkKeys(record: Record<string, unknown>, text: string): void {
  const allowed = text.split('\n');
  const allowedSet = new Set(allowed);
  // The loop over the lines is what may be long; the properties of one object are few.
  for (const name of Object.keys(record)) if (!allowedSet.has(name)) throw new Error(name);
}
