import fs, { readFileSync as read } from 'node:fs';
import { readFile as readFile2 } from 'node:fs/promises';
import * as files from 'node:fs';

// trap: the module is imported as a default, which has its promises below it
export async function all(names: string[]): Promise<number> {
  let size = 0;
  for (const name of names) size += (await fs.promises.readFile(name, 'utf8')).length;
  return size;
}

// trap: the function is imported by another name
export async function renamed(names: string[]): Promise<number> {
  let size = 0;
  for (const name of names) size += (await readFile2(name, 'utf8')).length;
  return size;
}

// trap: the module is a namespace
export async function spaced(names: string[]): Promise<number> {
  let size = 0;
  for (const name of names) size += (await files.promises.readFile(name, 'utf8')).length;
  return size;
}

// trap: a local named fs hides the module where its promise form would be used
export async function shadowed(names: string[], readFile: string): Promise<number> {
  let size = readFile.length;
  for (const name of names) {
    const fs = name.trim();
    size += (await readFile2(fs, 'utf8')).length;
  }
  return size;
}

// trap: the function is handed on, and not called
export async function handedOn(names: string[]): Promise<string[]> {
  return names.map((name) => name.trim()).map((name) => read(name, 'utf8'));
}

//- taken.ts
import { readFile as readFile2 } from 'node:fs/promises';

function readFile(name: string): string {
  return `my own ${name}`;
}

// trap: the promise form's name is taken by a function of the file
export async function taken(names: string[]): Promise<string> {
  let text = '';
  for (const name of names) text += readFile(name) + await readFile2(name, 'utf8');
  return text;
}

//- inner.ts
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

// trap: the promise form is imported, and a parameter hides it
export async function hidden(names: string[], readFile: (name: string) => string): Promise<string> {
  let text = '';
  for (const name of names) text += readFile(name) + readFileSync(name, 'utf8');
  return text;
}

export async function usesIt(name: string): Promise<string> {
  return readFile(name, 'utf8');
}
