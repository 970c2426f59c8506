// A way that no caller takes is no way; and what a promise runs at once is on the way of who makes it.
//- with: express, pg, knex, node
import express from 'express';
import knex from 'knex';
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

app.get('/ready', async (_request, response) => {
  response.json(await checkDatabase());
});

function checkDatabase() {
  return soon(async () => {
    const pool = new Pool({ max: 1 }); //= looks whether the database is there
    return pool.query('select 1');
  });
}

async function soon<T>(run: () => Promise<T>): Promise<T> {
  return run();
}

app.get('/invoices', async (_request, response) => {
  const rows = await new Promise((resolve, reject) => {
    const pool = new Pool({ max: 1 }); //! client-per-request
    pool.query('select * from invoices').then(resolve, reject);
  });
  response.json(rows);
});

app.get('/sql', (_request, response) => {
  const builder = knex({ client: 'pg' }); //= writes SQL, and connects to nothing
  response.send(builder('orders').where({ open: true }).toString());
});

app.get('/count', async (_request, response) => {
  const db = knex({ client: 'pg', connection: 'postgres://localhost/shop' }); //! client-per-request
  response.json(await db('orders').select('id'));
});

let kept: Pool | undefined;

function opened(given?: Pool): Pool {
  const pool = given ?? kept ?? new Pool({ max: 2 }); //= the first of all is kept
  kept = pool;
  return pool;
}

app.get('/parcels', async (_request, response) => {
  response.json(await opened().query('select * from parcels'));
});
