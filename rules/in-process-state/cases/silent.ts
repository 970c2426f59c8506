//- with: express, node, ioredis
//- server.ts
import { EventEmitter } from 'node:events';
import express from 'express';
import { Redis } from 'ioredis';
import { load, priceOf } from './prices.ts';

const app = express();
const redis = new Redis();
const titles = new Map<string, string>();
const profiles = new Map<string, string>();
const seen = new Map<string, number>();
const sockets = new Map<string, EventEmitter>();
const settings = new Map<string, string>();
const stored = new Map<string, string>();
const names = new Map<string, string>();

app.get('/title/:page', (req, res) => {
  const page = req.params['page'] ?? '';
  const known = titles.get(page);
  if (known) return res.json(known);
  titles.set(page, page.toUpperCase()); //= a cache: who misses it fills it
  titles.delete('');
  return res.json(page.toUpperCase());
});

app.get('/profile/:id', async (req, res) => {
  const id = req.params['id'] ?? '';
  profiles.set(id, (await redis.get(id)) ?? ''); //= below, Redis is asked where it is missing
  profiles.delete('');
  res.end();
});

app.get('/profile/:id/name', async (req, res) => {
  const id = req.params['id'] ?? '';
  const profile = profiles.get(id);
  if (!profile) return res.json(await redis.get(id));
  return res.json(profile);
});

app.get('/seen/:id', (req, res) => {
  seen.set(req.params['id'] ?? '', Date.now()); //= nobody decides by it
  seen.delete('');
  res.end();
});

app.get('/seen', (_req, res) => {
  res.json([...seen.keys()]);
});

app.post('/listen/:id', (req, res) => {
  sockets.set(req.params['id'] ?? '', new EventEmitter()); //= belongs to the process
  res.end();
});

app.post('/tell/:id', (req, res) => {
  const socket = sockets.get(req.params['id'] ?? '');
  if (!socket) return res.end();
  sockets.delete(req.params['id'] ?? '');
  return res.end();
});

settings.set('theme', 'dark');

app.get('/setting/:name', (req, res) => {
  if (!settings.has(req.params['name'] ?? '')) return res.json(null); //= filled when the module loads
  return res.json(settings.get(req.params['name'] ?? ''));
});

app.post('/note/:id', async (req, res) => {
  const id = req.params['id'] ?? '';
  await redis.set(id, 'note');
  stored.set(id, 'note'); //= kept in Redis as well
  stored.delete('');
  res.end();
});

app.get('/note/:id', (req, res) => {
  if (!stored.has(req.params['id'] ?? '')) return res.json(null);
  return res.json(stored.get(req.params['id'] ?? ''));
});

app.post('/price/:id', (req, res) => {
  res.json(load(req.params['id'] ?? ''));
});

app.get('/price/:id', (req, res) => {
  const price = priceOf(req.params['id'] ?? '');
  res.json(price);
});

export function keepName(id: string): void {
  names.set(id, id); //= no request is known to lead here
  names.delete('');
}

app.get('/name/:id', (req, res) => {
  if (!names.has(req.params['id'] ?? '')) return res.json(null);
  return res.json(names.get(req.params['id'] ?? ''));
});
//- prices.ts
const prices = new Map<string, number>();

export function priceOf(id: string): number {
  const known = prices.get(id);
  if (known !== undefined) return known;
  prices.delete('');
  return load(id);
}

export function load(id: string): number {
  prices.set(id, id.length); //= who misses it comes here, and it is filled
  return id.length;
}
//- in-memory-store.ts
import express from 'express';

const app = express();
const codes = new Map<string, string>();

app.post('/send', (req, res) => {
  codes.set(req.params['phone'] ?? '', 'code'); //= made to hold all in memory
  res.end();
});

app.post('/verify', (req, res) => {
  if (!codes.has(req.params['phone'] ?? '')) return res.end();
  codes.delete(req.params['phone'] ?? '');
  return res.end();
});
//- page-cache.ts
import express from 'express';

const app = express();
const pages = new Map<string, string>();

app.post('/page/:page', (req, res) => {
  pages.set(req.params['page'] ?? '', 'page'); //= a cache by the name of its file
  res.end();
});

app.get('/page/:page', (req, res) => {
  if (!pages.has(req.params['page'] ?? '')) return res.end();
  pages.delete('');
  return res.json(pages.get(req.params['page'] ?? ''));
});
