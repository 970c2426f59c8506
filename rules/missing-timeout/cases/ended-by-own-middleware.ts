// What the program itself ends, in the package of whoever asks, does not wait for ever.
//- with: express, axios
//- packages/rates/package.json
{ "name": "rates", "dependencies": { "axios": "1" } }
//- packages/rates/rates.ts
import axios from 'axios';

export async function rates(): Promise<unknown> {
  return (await axios.get('https://rates.example')).data; //! missing-timeout hint
}
//- packages/server/package.json
{ "name": "server", "dependencies": { "express": "5" } }
//- packages/server/limits.ts
import type { NextFunction, Request, Response } from 'express';

export function timeoutMiddleware(_req: Request, res: Response, next: NextFunction): void {
  startClock(60_000, () => res.status(503).end());
  next();
}

function startClock(_milliseconds: number, then: () => void): void {
  then();
}
//- packages/server/app.ts
import express from 'express';
import { rates } from '../rates/rates';
import { timeoutMiddleware } from './limits';

const app = express();
app.use(timeoutMiddleware);
app.get('/rates', async (_req, res) => {
  res.json(await rates());
});
