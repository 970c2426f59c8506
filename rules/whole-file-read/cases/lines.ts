//- with: node
import fs from 'node:fs';
import { readFile } from 'node:fs/promises';

export async function failures(path: string): Promise<number> {
  let count = 0;
  const text = await readFile(path, 'utf8'); //! whole-file-read hint
  for (const line of text.split('\n')) if (line.startsWith('ERROR')) count++;
  return count;
}

export function imported(path: string, save: (line: string) => void): void {
  fs.readFileSync(path, 'utf8') //! whole-file-read
    .split(/\r?\n/)
    .filter(Boolean)
    .forEach((line) => save(line));
}

export async function hasErrors(path: string): Promise<boolean> {
  const lines = (await readFile(path, 'utf8')).split('\n'); //! whole-file-read
  return lines.some((line) => line.startsWith('ERROR'));
}

export async function rows(path: string): Promise<string[][]> {
  const found: string[][] = [];
  for (const line of (await readFile(path, 'utf8')).split('\n')) found.push(line.split(';')); //= what it makes of them is as large
  return found;
}

export async function parsed(path: string): Promise<string[][]> {
  return (await readFile(path, 'utf8')).split('\n').map((line) => line.split(';')); //= likewise
}

export async function changes(path: string): Promise<number> {
  const lines = (await readFile(path, 'utf8')).split('\n'); //= the line before is asked for, too
  let count = 0;
  for (const [i, line] of lines.entries()) if (line !== lines[i - 1]) count++;
  return count;
}

export async function fields(path: string): Promise<number> {
  let count = 0;
  for (const field of (await readFile(path, 'utf8')).split(';')) count += field.length; //= no lines
  return count;
}

export async function variables(envPath: string): Promise<void> {
  for (const line of (await readFile(envPath, 'utf8')).split('\n')) console.log(line); //= a small file
}

export async function names(): Promise<number> {
  return countOf('/var/shop/names');
}

async function countOf(path: string): Promise<number> {
  let count = 0;
  for (const line of (await readFile(path, 'utf8')).split('\n')) count += line.length; //= the only caller names the same each time
  return count;
}

export async function matches(path: string, words: string[]): Promise<number> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  let count = 0;
  for (const word of words) for (const line of lines) if (line === word) count++; //= walked once per word
  return count;
}

export async function longest(path: string): Promise<number> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  //? miss: a reduction is not followed
  return lines.reduce((most, line) => Math.max(most, line.length), 0);
}
