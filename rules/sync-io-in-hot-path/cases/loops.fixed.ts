import { readFileSync } from 'node:fs';
import { readdir, stat, readFile, copyFile } from 'node:fs/promises';
import { execSync } from 'node:child_process';

export async function totalSize(folder: string): Promise<number> {
  let total = 0;
  for (const name of await readdir(folder)) {
    total += (await stat(`${folder}/${name}`)).size;
  }
  return total;
}

export async function readAll(paths: string[]): Promise<string[]> {
  const texts: string[] = [];
  for (const path of paths) texts.push(await readFile(path, 'utf8'));
  return texts;
}

export async function publish(packages: string[], upload: (text: string) => Promise<void>): Promise<void> {
  await Promise.all(
    packages.map(async (name) => {
      const packed = execSync(`npm pack ${name}`).toString();
      await upload(packed);
    }),
  );
}

export async function once(path: string, send: (text: string) => Promise<void>): Promise<void> {
  const text = await readFile(path, 'utf8');
  await send(text);
}

export function plain(paths: string[]): string[] {
  return paths.map((path) => readFileSync(path, 'utf8'));
}

export async function twoFiles(to: string): Promise<void> {
  for (const name of ['a.txt', 'b.txt']) await copyFile(name, `${to}/${name}`);
}
