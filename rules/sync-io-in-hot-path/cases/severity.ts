//- with: node, express
// A warning where many wait for something slow, a hint where it takes microseconds.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import express from 'express';

const app = express();

app.get('/reports/:name', (req, res) => {
  res.send(readFileSync(join('/var/reports', req.params['name'] ?? ''), 'utf8')); //! sync-io-in-hot-path warning
});

app.get('/has/:name', (req, res) => {
  res.send(existsSync(req.params['name'] ?? '')); //! sync-io-in-hot-path hint
});

// What is shipped with the program is small, and in the system's cache.
app.get('/mail/:name', (req, res) => {
  const folder = join(__dirname, 'templates');
  res.send(readFileSync(join(folder, `${req.params['name'] ?? ''}.html`), 'utf8')); //! sync-io-in-hot-path hint
});

async function importAll(list: string): Promise<void> {
  for (const name of list.split('\n')) await keep(readFileSync(name, 'utf8')); //! sync-io-in-hot-path hint
}

// Once, while the module loads.
await importAll(readFileSync('list.txt', 'utf8'));

export async function importSome(list: string): Promise<void> {
  for (const name of list.split('\n')) await keep(readFileSync(name, 'utf8')); //! sync-io-in-hot-path hint
}

async function keep(_text: string): Promise<void> {}
