//- with: node
import { execFileSync } from 'node:child_process';
import type { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export class Cache {
  constructor(private readonly path: string) {}

  async read(): Promise<unknown> {
    return JSON.parse(readFileSync(this.path, 'utf8')); //! sync-io-in-hot-path hint 💡
  }

  async write(data: unknown): Promise<void> {
    if (!existsSync(join(this.path, '..'))) mkdirSync(join(this.path, '..')); //= shorter than the way through the thread pool
    writeFileSync(this.path, JSON.stringify(data)); //! sync-io-in-hot-path hint 💡
  }
}

function certificate(folder: string): Buffer {
  return readFileSync(join(folder, 'cert.pem')); //! sync-io-in-hot-path hint
}

export async function connect(folder: string, open: (cert: Buffer) => Promise<void>): Promise<void> {
  await open(certificate(folder));
}

export async function dropAll(paths: string[]): Promise<void> {
  for (const path of paths) unlinkSync(path); //! sync-io-in-hot-path hint 💡
}

export function examples(socket: EventEmitter): void {
  socket.on('getExample', (language: string, reply: (text: string) => void) => {
    reply(readFileSync(join('examples', language), 'utf8')); //! sync-io-in-hot-path hint
  });
  socket.on('close', () => writeFileSync('last.txt', String(Date.now()))); //= once, at the end
}

export async function initSettings(path: string): Promise<unknown> {
  return JSON.parse(readFileSync(path, 'utf8')); //= once, when the program starts
}

export async function template(): Promise<string> {
  return readFileSync(join(__dirname, 'page.html'), 'utf8'); //= one small file of the program's own
}

export function version(): string {
  return execFileSync('git', ['describe']).toString(); //= nothing async waits for it
}

export class Template {
  readonly content: string;

  constructor(path: string) {
    this.content = readFileSync(path, 'utf8'); //! sync-io-in-hot-path hint
  }
}

export class Server {
  readonly key = readFileSync('key.pem', 'utf8'); //= once, for the server
}
