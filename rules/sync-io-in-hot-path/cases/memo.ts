//- with: node, express
import { execSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
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
