// What runs beside the program answers or is gone.
//- with: express, axios, node
//- src/addresses.ts
export const MODEL = process.env['MODEL_URL'] ?? 'http://localhost:11434';
export const RATES = process.env['RATES_URL'] ?? 'https://rates.example';
//- src/wallet.ts
import axios from 'axios';

export class Wallet {
  private readonly base = process.env['WALLET_URL'] || 'http://127.0.0.1:8332';

  async balance(account: string): Promise<number> {
    return (await axios.get(`${this.base}/accounts/${account}`)).data; //! missing-timeout hint
  }
}
//- src/app.ts
import axios from 'axios';
import express from 'express';
import { MODEL, RATES } from './addresses';
import { Wallet } from './wallet';

const app = express();

declare class URL {
  constructor(path: string, base: string);
  readonly href: string;
}

const wallet = new Wallet();

app.get('/models', async (_req, res) => {
  res.json((await axios.get(`${MODEL}/api/tags`)).data); //! missing-timeout hint
});

app.get('/pages', async (_req, res) => {
  res.json((await axios.get(new URL('/json', 'http://localhost:9222').href)).data); //! missing-timeout hint
});

app.get('/balances', async (req, res) => {
  res.json(await wallet.balance(String(req.query['account'])));
});

// Another machine, and one that whoever asks names.
app.get('/rates', async (_req, res) => {
  res.json((await axios.get(`${RATES}/today`)).data); //! missing-timeout
});

app.get('/proxy', async (req, res) => {
  res.json((await axios.get(String(req.query['url']))).data); //! missing-timeout
});
