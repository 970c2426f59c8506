// A way that no caller takes is no way; and what a promise runs at once is on the way of who makes it.
//- with: express, pg, node
import express from 'express';
import { Pool } from 'pg';

const app = express();
const shared = new Pool();

function connect(mode: 'shared' | 'own') {
  if (mode === 'shared') return shared;
  return new Pool({ max: 1 }); //= only a command line asks for one of its own
}

function own(mode: 'shared' | 'own') {
  if (mode === 'shared') return shared;
  return new Pool({ max: 1 }); //! client-per-request
}

app.get('/orders', async (_request, response) => {
  response.json(await connect('shared').query('select * from orders'));
});

app.get('/customers', async (_request, response) => {
  response.json(await own('own').query('select * from customers'));
});

app.get('/invoices', async (_request, response) => {
  const rows = await new Promise((resolve, reject) => {
    const pool = new Pool({ max: 1 }); //! client-per-request
    pool.query('select * from invoices').then(resolve, reject);
  });
  response.json(rows);
});
