// Handlers and server functions that no file names run for nobody, where all others are named.
//- with: express, next, react, node
//- package.json
{ "name": "shop", "dependencies": { "express": "5.0.0", "next": "16.0.0", "react": "19.0.0" } }
//- server.js
const express = require('express');
const books = require('./controllers/books.js');
const { listReaders } = require('./controllers/readers.js');
const { listLoans } = require('./controllers/loans.js');

const app = express();
app.get('/books', books.list);
app.get('/readers', listReaders);
app.get('/loans', listLoans);
app.listen(3000);
//- controllers/books.js
const { execFileSync } = require('node:child_process');

function list(req, res, next) {
  res.send(execFileSync('list-books')); //! sync-io-in-hot-path warning
}

module.exports = { list };
//- controllers/readers.js
const { execFileSync } = require('node:child_process');

exports.listReaders = (req, res) => {
  res.send(execFileSync('list-readers')); //! sync-io-in-hot-path warning
};
//- controllers/loans.js
const { execFileSync } = require('node:child_process');

function listLoans(req, res, next) {
  res.send(execFileSync('list-loans')); //! sync-io-in-hot-path warning
}

module.exports = { listLoans };
//- controllers/certificates/old.js
const { execFileSync } = require('node:child_process');

function listCertificates(req, res, next) {
  res.send(execFileSync('list-certificates')); //= nobody asks for this file
}

module.exports = { listCertificates };
//- actions/a.ts
'use server';
import { execFileSync } from 'node:child_process';

export async function first() {
  return execFileSync('first').toString(); //! sync-io-in-hot-path warning
}
//- actions/b.ts
'use server';

export async function second() {
  return 2;
}
//- actions/c.ts
'use server';

export async function third() {
  return 3;
}
//- lib/d.ts
'use server';
import { execFileSync } from 'node:child_process';

export async function fourth() {
  return execFileSync('fourth').toString(); //! sync-io-in-hot-path hint
}
//- page.tsx
import { first } from './actions/a';
import { second } from './actions/b';
import { third } from './actions/c';

export function Page() {
  return <form action={async () => void [await first(), await second(), await third()]} />;
}
