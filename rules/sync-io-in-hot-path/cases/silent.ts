//- with: node, express
//- scripts/build.ts
import { readFileSync, writeFileSync } from 'node:fs';

export async function build(pages: string[]): Promise<void> {
  for (const page of pages) writeFileSync(`dist/${page}`, readFileSync(page)); //= a build script: nobody waits
}
//- pages.test.ts
import { readFileSync } from 'node:fs';

export async function expectPages(pages: string[]): Promise<void> {
  for (const page of pages) if (readFileSync(page, 'utf8') === '') throw new Error(page); //= a test
}
//- cli.ts
#!/usr/bin/env node
import { readFileSync } from 'node:fs';

async function main(): Promise<void> {
  for (const path of process.argv.slice(2)) console.log(readFileSync(path, 'utf8')); //= a command line tool serves one user
}
await main();
//- server.ts
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import express from 'express';

const cache = new Map<string, string>();

function template(name: string): string {
  let text = cache.get(name);
  if (text === undefined) {
    text = readFileSync(`templates/${name}`, 'utf8'); //= read once per template, then kept
    cache.set(name, text);
  }
  return text;
}

const pages = new Map<string, string>();

function loadOnce(): void {
  if (pages.size > 0) return;
  for (const name of readdirSync('pages')) pages.set(name, readFileSync(name, 'utf8')); //= only while there are none
}

export class Server {
  private readonly names: string[];

  constructor() {
    if (!existsSync('logs')) mkdirSync('logs'); //= once, when the server is made
    this.names = readdirSync('templates'); //= once, when the server is made
  }

  start(): void {
    const app = express();
    app.get('/:name', (req, res) => res.send(this.names.length + template(req.params['name'] ?? '')));
    app.get('/pages/:name', (req, res) => {
      loadOnce();
      res.send(pages.get(req.params['name'] ?? ''));
    });
    const isDev = process.env['NODE_ENV'] === 'development';
    if (isDev) {
      app.get('/_e2e/:name', (req, res) => res.send(readFileSync(req.params['name'] ?? '', 'utf8'))); //= only developers get here
    }
    app.listen(3000);
  }
}

new Server().start();
