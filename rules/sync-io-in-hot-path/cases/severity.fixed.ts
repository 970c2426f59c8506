// A warning where many wait for something slow, a hint where it takes microseconds.
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express from 'express';

const app = express();

app.get('/reports/:name', (req, res) => {
  res.send(readFileSync(join('/var/reports', req.params['name'] ?? ''), 'utf8'));
});

app.get('/has/:name', (req, res) => {
  res.send(existsSync(req.params['name'] ?? ''));
});

// What is shipped with the program is small, and in the system's cache.
app.get('/mail/:name', (req, res) => {
  const folder = join(__dirname, 'templates');
  res.send(readFileSync(join(folder, `${req.params['name'] ?? ''}.html`), 'utf8'));
});

async function importAll(list: string): Promise<void> {
  for (const name of list.split('\n')) await keep(await readFile(name, 'utf8'));
}

// Once, while the module loads.
await importAll(readFileSync('list.txt', 'utf8'));

export async function importSome(list: string): Promise<void> {
  for (const name of list.split('\n')) await keep(await readFile(name, 'utf8'));
}

async function keep(_text: string): Promise<void> {}
