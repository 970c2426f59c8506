//- with: node, express
import { readFileSync, existsSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, pbkdf2Sync } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import express, { Router } from 'express';
import type { Request, Response } from 'express';

const app = express();
const router = Router();
const banner = readFileSync('banner.txt', 'utf8'); //= once, when the module is loaded

app.get('/terms', (_req, res) => {
  res.send(readFileSync('terms.html', 'utf8')); //! sync-io-in-hot-path
});

app.get('/report/:id', async (req, res) => {
  const report = readFileSync(`reports/${req.params['id']}.json`, 'utf8'); //! sync-io-in-hot-path 💡
  res.json(JSON.parse(report));
});

app.post('/login', async (req, res) => {
  const key = pbkdf2Sync(req.body.password, 'salt', 100_000, 32, 'sha256'); //! sync-io-in-hot-path
  res.json({ key: key.toString('hex'), banner });
});

router.post('/keys', (_req, res) => {
  generateKeyPairSync('rsa', { modulusLength: 4096 }); //! sync-io-in-hot-path warning
  generateKeyPairSync('ec', { namedCurve: 'P-256' }); //! sync-io-in-hot-path hint
  res.end();
});

router.get('/version', (_req, res) => {
  const version = execFileSync('git', ['rev-parse', 'HEAD']); //! sync-io-in-hot-path
  res.send(version.toString());
});

export function download(req: Request, res: Response): void {
  const file = `files/${req.params['name']}`;
  if (!existsSync(file)) { //! sync-io-in-hot-path
    res.status(404).end();
    return;
  }
  res.send(gzipSync(readFileSync(file))); //! sync-io-in-hot-path //! sync-io-in-hot-path
}

app.use((req, _res, next) => {
  if (req.headers['x-debug']) {
    const settings = JSON.parse(readFileSync('debug.json', 'utf8')); //! sync-io-in-hot-path
    req.app.locals['debug'] = settings;
  }
  next();
});

app.use('/api', router);
app.listen(3000, () => {
  readFileSync('ready.txt', 'utf8'); //= once, when the server is up
});
