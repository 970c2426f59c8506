//- with: node
import fs, { readFileSync as read } from 'node:fs';
import * as files from 'node:fs';

// trap: the module is imported as a default, which has its promises below it
export async function all(names: string[]): Promise<number> {
  let size = 0;
  for (const name of names) size += fs.readFileSync(name, 'utf8').length; //! sync-io-in-hot-path 💡suggestion
  return size;
}

// trap: the function is imported by another name
export async function renamed(names: string[]): Promise<number> {
  let size = 0;
  for (const name of names) size += read(name, 'utf8').length; //! sync-io-in-hot-path 💡suggestion
  return size;
}

// trap: the module is a namespace
export async function spaced(names: string[]): Promise<number> {
  let size = 0;
  for (const name of names) size += files.readFileSync(name, 'utf8').length; //! sync-io-in-hot-path 💡suggestion
  return size;
}

// trap: a local named fs hides the module where its promise form would be used
export async function shadowed(names: string[], readFile: string): Promise<number> {
  let size = readFile.length;
  for (const name of names) {
    const fs = name.trim();
    size += read(fs, 'utf8').length; //! sync-io-in-hot-path 💡suggestion
  }
  return size;
}

// trap: the function is handed on, and not called
export async function handedOn(names: string[]): Promise<string[]> {
  return names.map((name) => name.trim()).map((name) => read(name, 'utf8')); //! sync-io-in-hot-path 💡none
}

//- taken.ts
import { readFileSync } from 'node:fs';

function readFile(name: string): string {
  return `my own ${name}`;
}

// trap: the promise form's name is taken by a function of the file
export async function taken(names: string[]): Promise<string> {
  let text = '';
  for (const name of names) text += readFile(name) + readFileSync(name, 'utf8'); //! sync-io-in-hot-path 💡suggestion
  return text;
}

//- inner.ts
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

// trap: the promise form is imported, and a parameter hides it
export async function hidden(names: string[], readFile: (name: string) => string): Promise<string> {
  let text = '';
  for (const name of names) text += readFile(name) + readFileSync(name, 'utf8'); //! sync-io-in-hot-path 💡none
  return text;
}

export async function usesIt(name: string): Promise<string> {
  return readFile(name, 'utf8');
}
