import { exec, execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(exec);

export async function pack(folder) {
  const names = await readdir(folder);
  await Promise.all(names.map((name) => run(`gzip ${name}`))); //! unbounded-concurrency hint O(names)
}

export async function packEach(folder) {
  const jobs = [];
  for (const name of await readdir(folder)) {
    jobs.push(promisify(execFile)('gzip', [name])); //! unbounded-concurrency hint
  }
  await Promise.all(jobs);
}

export async function oneByOne(folder) {
  for (const name of await readdir(folder)) await run(`gzip ${name}`); //= one after the other
}

export async function some(folder) {
  const names = await readdir(folder);
  await Promise.all(names.slice(0, 10).map((name) => run(`gzip ${name}`))); //= ten of them
}
