//- with: express, node, axios, @prisma/client, bullmq
//- routes.ts
import { PrismaClient } from '@prisma/client';
import axios from 'axios';
import express from 'express';
import { Worker } from 'bullmq';
import { notify, readAll } from './notify';

const app = express();
const db = new PrismaClient();

app.get('/owners', async (_req, res) => {
  const users = await db.user.findMany();
  const pages = await Promise.all(
    users.map(async (user) => {
      const { data } = await axios.get(`https://crm.example/${user.id}`); //! unbounded-concurrency hint O(users)
      await axios.post('https://crm.example/seen', { id: user.id });
      return data;
    }),
  );
  res.json(pages);
});

app.post('/notify', async (_req, res) => {
  const users = await db.user.findMany();
  const sent = users.map((user) => notify(user.email ?? '')); //! unbounded-concurrency hint O(users)
  await Promise.allSettled(sent);
  res.end();
});

app.post('/picked', async (req, res) => {
  const ids: string[] = req.body.ids;
  const jobs: Promise<Response>[] = [];
  for (const id of ids) {
    jobs.push(fetch(`https://crm.example/${id}`)); //! unbounded-concurrency hint O(ids)
  }
  await Promise.all(jobs);
  res.end();
});

app.get('/orders', async (_req, res) => {
  const orders = await db.order.findMany();
  // What a query could ask for at once is not a matter of how many run at a time.
  res.json(await Promise.all(orders.map((order) => db.order.findFirst({ where: { userId: order.userId } })))); //! n-plus-one-query
});

export const worker = new Worker('mails', async () => {
  const users = await db.user.findMany();
  await Promise.all(users.map((user) => notify(user.email ?? ''))); //! unbounded-concurrency hint O(users)
});

app.get('/files', async (_req, res) => {
  res.json(await readAll('reports'));
});
//- notify.ts
import { readdir, readFile } from 'node:fs/promises';

export async function notify(mail: string): Promise<void> {
  await fetch('https://mail.example', { method: 'POST', body: mail });
}

export async function readAll(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return Promise.all(names.map((name) => readFile(`${folder}/${name}`, 'utf8'))); //! unbounded-concurrency hint O(names)
}
