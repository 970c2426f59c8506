//- with: express, node
//- server.ts
import express from 'express';
import { add, all } from './orders.ts';
import { keep, read } from './files.ts';

const SETTINGS = 'data/settings.json';

const app = express();

app.post('/orders', async (req, res) => {
  await add(req.body);
  res.end();
});

app.get('/orders', async (_req, res) => {
  res.json(await all());
});

app.put('/settings', async (req, res) => {
  await keep(SETTINGS, req.body);
  res.end();
});

app.get('/settings', async (_req, res) => {
  res.json(await read(SETTINGS));
});
//- orders.ts
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FILE = join(__dirname, '..', 'data', 'orders.json');

export async function all(): Promise<unknown[]> {
  return JSON.parse(await readFile(FILE, 'utf8'));
}

export async function add(order: unknown): Promise<void> {
  const orders = await all();
  await writeFile(FILE, JSON.stringify([...orders, order])); //! local-file-state hint
}
//- files.ts
import { readFile, writeFile } from 'node:fs/promises';

export async function keep(path: string, value: unknown): Promise<void> {
  await writeFile(path, JSON.stringify(value)); //! local-file-state hint
}

export async function read(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}
//- invoices.ts
import express from 'express';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

class Invoices {
  private readonly folder = join(process.cwd(), 'invoices');

  async keep(name: string, content: string): Promise<void> {
    await writeFile(join(this.folder, name), content); //! local-file-state hint
  }

  async read(name: string): Promise<string> {
    return readFile(join(this.folder, name), 'utf8');
  }
}

const invoices = new Invoices();
const app = express();

app.post('/invoices/:name', async (req, res) => {
  await invoices.keep(req.params['name'] ?? '', String(req.body));
  res.end();
});

app.get('/invoices/:name', async (req, res) => {
  res.send(await invoices.read(req.params['name'] ?? ''));
});
//- visits.ts
import express from 'express';
import { readFile, writeFile } from 'node:fs/promises';

const app = express();

app.get('/visits', async (_req, res) => {
  const visits = Number(await readFile('data/visits.txt', 'utf8')) + 1;
  await writeFile('data/visits.txt', String(visits)); //? miss: who reads it is who writes it, as with a cache
  res.json(visits);
});
