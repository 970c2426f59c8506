// A server that cuts off what takes too long.
//- with: express, axios
import axios from 'axios';
import express, { type NextFunction, type Request, type Response } from 'express';

const app = express();

app.use((req: Request & { setTimeout?(milliseconds: number): void }, _res: Response, next: NextFunction) => {
  req.setTimeout?.(120_000);
  next();
});

app.get('/rates', async (_req, res) => {
  res.json((await axios.get('https://rates.example')).data); //! missing-timeout hint
});
