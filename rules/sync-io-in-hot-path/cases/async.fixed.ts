import { execFileSync } from 'node:child_process';
import type { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile, writeFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';

export class Cache {
  constructor(private readonly path: string) {}

  async read(): Promise<unknown> {
    return JSON.parse(await readFile(this.path, 'utf8'));
  }

  async write(data: unknown): Promise<void> {
    if (!existsSync(join(this.path, '..'))) mkdirSync(join(this.path, '..'));
    await writeFile(this.path, JSON.stringify(data));
  }
}

function certificate(folder: string): Buffer {
  return readFileSync(join(folder, 'cert.pem'));
}

export async function connect(folder: string, open: (cert: Buffer) => Promise<void>): Promise<void> {
  await open(certificate(folder));
}

export async function dropAll(paths: string[]): Promise<void> {
  for (const path of paths) await unlink(path);
}

export function examples(socket: EventEmitter): void {
  socket.on('getExample', (language: string, reply: (text: string) => void) => {
    reply(readFileSync(join('examples', language), 'utf8'));
  });
  socket.on('close', () => writeFileSync('last.txt', String(Date.now())));
}

export async function initSettings(path: string): Promise<unknown> {
  return JSON.parse(readFileSync(path, 'utf8'));
}

export async function template(): Promise<string> {
  return readFileSync(join(__dirname, 'page.html'), 'utf8');
}

export function version(): string {
  return execFileSync('git', ['describe']).toString();
}

export class Template {
  readonly content: string;

  constructor(path: string) {
    this.content = readFileSync(path, 'utf8');
  }
}

export class Server {
  readonly key = readFileSync('key.pem', 'utf8');
}
