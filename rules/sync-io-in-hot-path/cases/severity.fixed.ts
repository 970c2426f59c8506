// A warning where many wait for something slow, a hint where it takes microseconds.
import { execSync } from 'node:child_process';
import { pbkdf2Sync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareSync, hashSync } from 'bcrypt';
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

// What is read and not sent is small, as a rule.
app.get('/total/:name', (req, res) => {
  const report = JSON.parse(readFileSync(join('/var/reports', req.params['name'] ?? ''), 'utf8'));
  res.send(String(report.total));
});

app.post('/login', (req, res) => {
  res.send(compareSync(req.body.password, req.body.hash));
});

// Once in the life of a password.
app.post('/password', (req, res) => {
  res.send(hashSync(req.body.password, 10));
});

app.post('/key', (req, res) => {
  const key = pbkdf2Sync(req.body.password, 'salt', 600_000, 32, 'sha256');
  // Ten thousand rounds take some milliseconds.
  const tag = pbkdf2Sync(req.body.password, 'salt', 10_000, 32, 'sha256');
  res.send([key, tag]);
});

app.get('/version', (_req, res) => {
  res.send(String(execSync('git rev-parse HEAD')));
});

app.get('/browser', async (_req, res) => {
  try {
    await keep('launch');
  } catch {
    // Only where something is broken.
    execSync('install-browser');
  }
  res.send('');
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
