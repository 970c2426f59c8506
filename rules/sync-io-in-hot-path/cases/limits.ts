//- with: node, express
// Known to be wrong today. When one of these heals, the test says so.
import { readFileSync } from 'node:fs';
import express from 'express';
import type { Handler } from 'express';

const app = express();
const handlers: Record<string, (name: string) => string> = {
  page: (name) => readFileSync(name, 'utf8'), //? miss: the handler picks a function from a table by a computed name
};

app.get('/:kind/:name', (req, res) => {
  const make = handlers[req.params['kind'] ?? ''];
  res.send(make?.(req.params['name'] ?? '') ?? '');
});

function withFile(read: (path: string) => string): Handler {
  return (req, res) => res.send(read(req.params['name'] ?? ''));
}

app.get('/file/:name', withFile((path) => readFileSync(path, 'utf8'))); //? miss: the read happens inside a function that returns the handler

function local(): string {
  const { NODE_ENV } = process.env;
  // Only developers get here.
  return NODE_ENV === 'development' ? readFileSync('debug.html', 'utf8') : ''; //? false: in production this branch never runs
}

app.get('/page', (_req, res) => res.send(local()));
