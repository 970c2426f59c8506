//- with: node
//@ no-run: the severity is what matters here
// A warning where the code shows that it grows, and that a request waits; a hint where it might as well be a handful, or somebody's command.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

interface User {
  id: string;
  manager: string;
}

export function lines(users: User[], path: string): User[] {
  const banned = readFileSync(path, 'utf8').split('\n');
  return users.filter((user) => !banned.includes(user.id)); //! nested-loop-lookup warning O(users × banned)
}

export function linesOfBoth(path: string, other: string): string[] {
  const banned = readFileSync(path, 'utf8').split('\n');
  const names = readFileSync(other, 'utf8').split('\n');
  return names.filter((name) => !banned.includes(name)); //! nested-loop-lookup warning O(names × banned)
}

export function linesOfCommand(users: User[], path: string): User[] {
  const banned = readFileSync(path, 'utf8').split('\n');
  return users.filter((user) => !banned.includes(user.id)); //! nested-loop-lookup hint O(users × banned)
}

createServer((_request, response) => {
  const users: User[] = JSON.parse(readFileSync('users.json', 'utf8'));
  const shown = [lines(users, 'banned.txt'), linesOfBoth('banned.txt', 'names.txt'), ofEach(users.map((user) => user.id), readFileSync('words.txt', 'utf8'))];
  response.end(JSON.stringify(shown));
}).listen(3000);

export function twoLists(users: User[], banned: string[]): User[] {
  return users.filter((user) => !banned.includes(user.id)); //! nested-loop-lookup hint O(users × banned)
}

export function sameList(users: User[]): (User | undefined)[] {
  return users.map((user) => users.find((other) => other.id === user.manager)); //! nested-loop-lookup hint O(users²)
}

function known(words: string[], text: string): string[] {
  const vocabulary = text.split('\n');
  return words.filter((word) => vocabulary.includes(word)); //! nested-loop-lookup warning O(words × vocabulary)
}

export function ofEach(words: string[], text: string): string[] {
  return known(words, text);
}

export function ofCells(rows: { note: string }[], words: string[]): string[] {
  return rows.flatMap((row) => row.note.split('\n').filter((word) => words.includes(word))); //! nested-loop-lookup hint
}

function removed(before: string[], text: string): string[] {
  const after = text.split('\n');
  return before.filter((id) => !after.includes(id)); //! nested-loop-lookup hint O(before × after)
}

// The only caller hands in what hangs on one user.
export function removedOf(user: { name: string; tags: string[] }, text: string): string[] {
  return removed(user.tags, text);
}

export function checkKeys(record: Record<string, unknown>, text: string): void {
  const allowed = text.split('\n');
  // The loop over the lines is what may be long; the properties of one object are few.
  for (const name of Object.keys(record)) if (!allowed.includes(name)) throw new Error(name); //! nested-loop-lookup hint
}
