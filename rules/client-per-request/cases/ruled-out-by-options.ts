// What options leave out, or say no to, is not done: whether they are handed in, handed on, or fall back on what the function says.
//- with: express, pg, node
import express from 'express';
import { Pool } from 'pg';

const app = express();
const shared = new Pool();

interface Options {
  readonly own?: boolean;
  readonly shared?: boolean;
}

function byProperty(options?: Options) {
  if (options?.own) return new Pool({ max: 1 }); //= nobody asks for one of its own
  return shared;
}

function byRefusal(table: string, options?: Options) {
  const failed = table === '';
  if (!options?.shared && !failed) return new Pool({ max: 2 }); //= whoever calls it says that it is shared
  return shared;
}

function byDefault({ own: isOwn = false, table = '' } = {}) {
  if (isOwn && table !== '') return new Pool({ max: 3 }); //= it is not, unless somebody says so
  return shared;
}

function above({ own = false, table = '' } = {}) {
  return below({ own, table });
}

function below({ own = true, table = '' } = {}) {
  if (own && table !== '') return new Pool({ max: 4 }); //= `above` hands on that it is not
  return shared;
}

function handsOn(options: Options) {
  return asked(options);
}

function asked(options: Options) {
  if (options.own) return new Pool({ max: 5 }); //= `handsOn` is handed none
  return shared;
}

function byConstant(own: boolean) {
  if (own) return new Pool({ max: 9 }); //= what its caller hands in is a constant
  return shared;
}

function onByDefault({ own: isOwn = true } = {}) {
  if (isOwn) return new Pool({ max: 6 }); //! client-per-request
  return shared;
}

function told(options: Options) {
  if (options.own) return new Pool({ max: 7 }); //! client-per-request
  return shared;
}

function nested({ pool: { own } = { own: false } } = {}) {
  if (own) return new Pool({ max: 8 }); //! client-per-request
  return shared;
}

app.get('/orders', async (request, response) => {
  const own = false;
  await byConstant(own).query('select 1');
  const pools = [byProperty(), byRefusal('orders', { shared: true }), byDefault({ table: 'orders' }), above({ table: 'orders' }), handsOn({})];
  const owns = [onByDefault({}), told({ own: request.query.own === '1' }), nested({ pool: { own: true } })];
  response.json([pools.length, owns.length]);
});
