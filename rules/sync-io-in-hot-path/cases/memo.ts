//- with: node, express
import { execSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import express from 'express';

const app = express();
let commit: string | null = null;
let license = '';

function currentCommit(): string {
  if (commit === null) commit = execSync('git rev-parse HEAD').toString(); //= asked once, then remembered
  return commit;
}

function currentLicense(): string {
  if (license) return license;
  license = readFileSync('LICENSE', 'utf8'); //= read once, then remembered
  return license;
}

const lazy = (() => {
  let text: string | undefined;
  return () => (text ??= readFileSync('about.md', 'utf8')); //= read once, then remembered
})();

app.get('/about', (_req, res) => {
  res.json({ commit: currentCommit(), license: currentLicense(), about: lazy() });
});

let counter: string | undefined;

app.get('/count', (_req, res) => {
  counter = readFileSync('counter.txt', 'utf8'); //! sync-io-in-hot-path
  res.send(counter);
});

app.get('/certificate', (_req, res) => {
  //! sync-io-in-hot-path hint
  if (!existsSync('cert.pem')) {
    execSync('openssl req -x509 -out cert.pem'); //= what the disk remembers is made once
  }
  res.json(1);
});

app.get('/thumbnail', (req, res) => {
  //! sync-io-in-hot-path hint
  if (existsSync('source.png')) {
    execSync(`convert source.png ${String(req.query['size'])}`); //! sync-io-in-hot-path warning
  }
  res.json(1);
});
