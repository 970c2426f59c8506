// What blocks once per element of a loop in async code is a hint, where nobody is known to ask for it.
//- with: node
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';

export async function convertAll(list: string): Promise<void> {
  for (const name of (await readFile(list, 'utf8')).split('\n')) execFileSync('convert', [name]); //! sync-io-in-hot-path hint
}
