//- with: express
//- server.ts
import express from 'express';
import { codeOf, keep } from './codes.ts';

const app = express();
const sessions = new Map<string, { user: string }>();
const revoked = new Set<string>();
const attempts: Record<string, number> = {};

app.post('/login', (req, res) => {
  const token = String(Date.now());
  sessions.set(token, { user: String(req.query['user']) }); //! in-process-state hint
  res.json(token);
});

app.get('/me', (req, res) => {
  const session = sessions.get(req.params['token'] ?? '');
  if (!session) return res.json(null);
  return res.json(session.user);
});

app.post('/logout', (req, res) => {
  revoked.add(req.params['token'] ?? ''); //! in-process-state hint
  res.end();
});

app.get('/orders', (req, res) => {
  if (revoked.has(req.params['token'] ?? '')) return res.json(null);
  return res.json([]);
});

app.post('/try', (req, res) => {
  const ip = req.params['ip'] ?? '';
  attempts[ip] = (attempts[ip] ?? 0) + 1; //! in-process-state hint
  if (attempts[ip] > 3) return res.json(null);
  return res.json('go on');
});

app.post('/send', (req, res) => {
  keep(req.params['phone'] ?? '', String(Date.now()));
  res.end();
});

app.post('/verify', (req, res) => {
  if (codeOf(req.params['phone'] ?? '') !== req.params['code']) return res.json(null); //= said where it is written
  return res.json('verified');
});
//- codes.ts
const codes = new Map<string, string>();

export function keep(phone: string, code: string): void {
  codes.set(phone, code); //! in-process-state hint
}

export function codeOf(phone: string): string | undefined {
  return codes.get(phone);
}
//- jobs.ts
import express from 'express';

const app = express();
const begun: Record<string, { done: boolean }> = {};

app.post('/export', (_req, res) => {
  const id = String(Date.now());
  begun[id] = { done: false }; //! in-process-state hint
  res.json(id);
});

app.get('/export/:id', (req, res) => {
  const found = begun[req.params['id'] ?? ''];
  if (!found) {
    res.json('no such export');
    return;
  }
  res.json(found.done);
});
//- rate-limit.ts
import express from 'express';

interface Bucket {
  count: number;
  until: number;
}

const seen = new Map<string, Bucket>();

function bucketOf(ip: string): Bucket {
  let bucket = seen.get(ip);
  if (!bucket) {
    bucket = { count: 0, until: Date.now() + 60_000 };
    seen.set(ip, bucket); //! in-process-state hint
  }
  return bucket;
}

const app = express();

app.use((req, res, next) => {
  const bucket = bucketOf(req.params['ip'] ?? '');
  bucket.count += 1;
  if (bucket.count > 100) return res.json('too many');
  return next();
});
//- invitations.ts
import express from 'express';

const app = express();
const invitations = new Set<string>();

app.post('/invite/:guest', (req, res) => {
  invitations.add(req.params['guest'] ?? ''); //! in-process-state hint
  res.end();
});

app.post('/join/:guest', (req, res) => {
  if (!invitations.has(req.params['guest'] ?? '')) return res.json('not invited');
  return res.json('welcome');
});
