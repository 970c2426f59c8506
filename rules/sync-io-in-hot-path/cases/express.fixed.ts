import { readFileSync, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, pbkdf2Sync } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import express, { Router } from 'express';
import type { Request, Response } from 'express';

const app = express();
const router = Router();
const banner = readFileSync('banner.txt', 'utf8');

app.get('/terms', (_req, res) => {
  res.send(readFileSync('terms.html', 'utf8'));
});

app.get('/report/:id', async (req, res) => {
  const report = await readFile(`reports/${req.params['id']}.json`, 'utf8');
  res.json(JSON.parse(report));
});

app.post('/login', async (req, res) => {
  const key = pbkdf2Sync(req.body.password, 'salt', 100_000, 32, 'sha256');
  res.json({ key: key.toString('hex'), banner });
});

router.post('/keys', (_req, res) => {
  generateKeyPairSync('rsa', { modulusLength: 4096 });
  generateKeyPairSync('ec', { namedCurve: 'P-256' });
  res.end();
});

router.get('/version', (_req, res) => {
  const version = execFileSync('git', ['rev-parse', 'HEAD']);
  res.send(version.toString());
});

export function download(req: Request, res: Response): void {
  const file = `files/${req.params['name']}`;
  if (!existsSync(file)) {
    res.status(404).end();
    return;
  }
  res.send(gzipSync(readFileSync(file)));
}

app.use((req, _res, next) => {
  if (req.headers['x-debug']) {
    const settings = JSON.parse(readFileSync('debug.json', 'utf8'));
    req.app.locals['debug'] = settings;
  }
  next();
});

app.use('/api', router);
app.listen(3000, () => {
  readFileSync('ready.txt', 'utf8');
});
