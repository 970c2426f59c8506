//- with: express, axios
//- server.ts
import axios from 'axios';
import express from 'express';
import { priceOf } from './prices.ts';

const app = express();
const headers = { accept: 'application/json' };
const config = { headers };
const limited = axios.create({ timeout: 3000 });

app.get('/rates', async (_req, res) => {
  res.json((await axios.get('https://rates.example')).data); //! missing-timeout warning
});

app.get('/price/:key', async (req, res) => {
  res.json(await priceOf(req.params['key'] ?? ''));
});

app.post('/order', async (req, res) => {
  await axios.post('https://orders.example', req.body, { headers }); //! missing-timeout warning
  await axios.post('https://orders.example', req.body, config); //! missing-timeout warning
  await axios.post('https://orders.example', { timeout: 3 }); //! missing-timeout warning
  await axios.post('https://orders.example', req.body, { headers, ...req.body }); //= may say so
  await axios.post('https://orders.example', req.body, req.body.config); //= may say so
  await axios.get('https://rates.example', { timeout: 3000 }); //= three seconds
  await axios.get('https://rates.example', { signal: req.body.signal }); //= somebody may end it
  await limited.get('https://rates.example'); //= an instance with a limit of its own
  res.end();
});

app.post('/events', (req, res) => {
  axios.post('https://events.example', req.body).catch(() => {}); //= nobody waits for it
  axios.post('https://events.example', req.body).then(() => {}); //= as above
  axios.get('https://rates.example').then((rates) => res.json(rates.data)); //! missing-timeout warning
  notify(req.body).catch(() => {});
  void notify(req.body);
});

async function notify(event: object): Promise<void> {
  await axios.post('https://hooks.example', event); //= who calls it does not wait for its end
}

export async function nobodyKnows(): Promise<unknown> {
  return (await axios.get('https://rates.example')).data; //= nothing tells that a request leads here
}
//- prices.ts
import axios from 'axios';

export async function priceOf(key: string): Promise<number> {
  return (await axios.get<{ price: number }>(`https://prices.example/${key}`)).data.price; //! missing-timeout warning
}
