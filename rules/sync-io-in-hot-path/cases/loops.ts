//- with: node
import { readFileSync, statSync, copyFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { execSync } from 'node:child_process';

export async function totalSize(folder: string): Promise<number> {
  let total = 0;
  for (const name of await readdir(folder)) {
    total += statSync(`${folder}/${name}`).size; //! sync-io-in-hot-path 💡
  }
  return total;
}

export async function readAll(paths: string[]): Promise<string[]> {
  const texts: string[] = [];
  for (const path of paths) texts.push(readFileSync(path, 'utf8')); //! sync-io-in-hot-path 💡
  return texts;
}

export async function publish(packages: string[], upload: (text: string) => Promise<void>): Promise<void> {
  await Promise.all(
    packages.map(async (name) => {
      const packed = execSync(`npm pack ${name}`).toString(); //! sync-io-in-hot-path
      await upload(packed);
    }),
  );
}

export async function once(path: string, send: (text: string) => Promise<void>): Promise<void> {
  const text = readFileSync(path, 'utf8'); //! sync-io-in-hot-path hint 💡
  await send(text);
}

export function plain(paths: string[]): string[] {
  return paths.map((path) => readFileSync(path, 'utf8')); //= a synchronous program: nothing else waits
}

export async function twoFiles(to: string): Promise<void> {
  for (const name of ['a.txt', 'b.txt']) copyFileSync(name, `${to}/${name}`); //! sync-io-in-hot-path hint 💡
}
