// Whoever waits for a job asks all the time, and for ever where it hangs.
//- with: express, node, axios, @prisma/client
//- src/sleep.ts
export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
//- src/jobs.ts
import { PrismaClient } from '@prisma/client';
import axios from 'axios';

const db = new PrismaClient();

export async function statusOf(id: string): Promise<string> {
  const answer = await axios.get(`https://jobs.example/${id}`, { timeout: 5000 });
  return answer.data.status;
}

export async function orderOf(id: string) {
  return await db.order.findUnique({ where: { id } });
}
//- src/app.ts
import axios from 'axios';
import express from 'express';
import { orderOf, statusOf } from './jobs';
import { sleep } from './sleep';

const app = express();

app.post('/reports', async (req, res) => {
  while (true) {
    const answer = await axios.get(`https://jobs.example/${String(req.query['id'])}`, { timeout: 5000 }); //! poll-loop hint
    if (answer.data.done) break;
    await sleep(1000);
  }
  res.end();
});

app.post('/by-helper', async (req, res) => {
  let status = 'waiting';
  while (status === 'waiting') {
    await sleep(500);
    status = await statusOf(String(req.query['id'])); //! poll-loop hint
  }
  res.json(status);
});

app.post('/in-its-head', async (req, res) => {
  while ((await statusOf(String(req.query['id']))) !== 'done') await sleep(100); //! poll-loop hint
  res.end();
});

app.post('/of-a-row', async (req, res) => {
  for (;;) {
    const order = await orderOf(String(req.query['id'])); //! poll-loop hint
    if (order?.total) return void res.json(order);
    await sleep(200);
  }
});

app.post('/do', async (req, res) => {
  let status: string;
  do {
    await sleep(200);
    status = await statusOf(String(req.query['id'])); //! poll-loop hint
  } while (status === 'RUNNING');
  res.end();
});

app.listen(3000);
