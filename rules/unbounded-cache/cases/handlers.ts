//- with: express, node
//- server.ts
import express from 'express';
import { profileOf } from './profiles.ts';

const app = express();

const visits = new Map<string, number>();
const seen = new Set<string>();
const log: string[] = [];
const byUser: Record<string, string> = {};
const byLocale = new Map<string, string>();
const pending = new Map<string, string>();
const limited = new Map<string, string>();
const recent: string[] = [];
const lastOf = new Map<string, string>();
const weak = new WeakMap<object, string>();
let round = new Map<string, string>();
const routes: string[] = [];
const providers = new Map<string, string>();
const settings = new Map<string, string>();

app.get('/pages/:page', (req, res) => {
  const page = req.params['page'] ?? '';
  const userId = req.query['user'] ?? '';
  visits.set(page, (visits.get(page) ?? 0) + 1); //! unbounded-cache hint O(page)
  seen.add(req.headers['user-agent'] ?? ''); //! unbounded-cache hint
  log.push(page); //! unbounded-cache hint O(requests)
  byUser[req.query['user'] ?? ''] = page; //! unbounded-cache hint
  lastOf.set(userId, page); //! unbounded-cache hint O(userId)
  res.json(visits.get(page));
});

app.get('/texts/:locale', (req, res) => {
  const locale = req.params['locale'] ?? 'en';
  byLocale.set(locale, locale); //= there are only so many languages
  settings.set('last', locale); //= one entry
  res.json(byLocale.get(locale));
});

app.post('/begin/:id', (req, res) => {
  const id = req.params['id'] ?? '';
  pending.set(id, id); //= taken out when it ends
  res.end();
});

app.post('/end/:id', (req, res) => {
  pending.delete(req.params['id'] ?? '');
  res.end();
});

app.post('/limited/:id', (req, res) => {
  const id = req.params['id'] ?? '';
  if (limited.size < 1000) limited.set(id, id); //= never more than a thousand
  recent.push(id); //= only the last hundred are kept
  if (recent.length > 100) recent.shift();
  weak.set(req, id); //= forgotten together with the request
  round.set(id, id); //= begun anew each minute
  providers.set(id, id); //= what a program is extended with
  res.json(profileOf(id));
});

setInterval(() => {
  round = new Map();
}, 60_000);

export function addRoute(path: string): void {
  routes.push(path); //= no request leads here
}

addRoute('/pages/:page');
//- profiles.ts
import { remember } from './memory.ts';

const profiles = new Map<string, { id: string }>();

export function profileOf(id: string): { id: string } {
  let found = profiles.get(id);
  if (!found) {
    found = { id };
    profiles.set(id, found); //! unbounded-cache hint O(id)
  }
  remember(id);
  return found;
}
//- memory.ts
export const remembered = new Set<string>();
export const known = new Set<string>();

export function remember(id: string): void {
  remembered.add(id); //= another file takes it out again
  known.add(id); //! unbounded-cache hint O(id)
}
//- memory-store.mock.ts
const stored = new Map<string, string>();

export function store(req: { id: string }, res: { end(): void }): void {
  stored.set(req.id, req.id); //= stands in for a database
  res.end();
}
//- sweep.ts
import { remembered } from './memory.ts';

export function sweep(): void {
  remembered.clear();
}
