//- with: bullmq, express
//- jobs.js
import { Queue, QueueEvents, Worker } from 'bullmq';
import cron from 'node-cron';
import express from 'express';
import { priceOf } from './prices';

const queue = new Queue('prices');
const events = new QueueEvents('prices');
const app = express();

export const worker = new Worker('orders', async (job) => {
  const child = await queue.add('price', { id: job.data.id });
  return child.waitUntilFinished(events); //! result-wait-in-task hint
});

export const other = new Worker('others', async (job) => priceOf(job.data.id));

export const plain = new Worker('plain', async (job) => {
  await queue.add('price', { id: job.data.id }); //= nobody waits
});

app.get('/price', async (req, res) => {
  const child = await queue.add('price', { id: req.query.id });
  res.json(await child.waitUntilFinished(events)); //= a request waits, and takes no worker
});

cron.schedule('0 * * * *', async () => {
  const child = await queue.add('price', { id: 'all' });
  await child.waitUntilFinished(events); //= a clock waits, and takes no worker
});

export async function script() {
  const child = await queue.add('price', { id: 'all' });
  return child.waitUntilFinished(events); //= nothing says that a job leads here
}

export const stream = new Worker('streams', async (job) => {
  await job.data.stream.finished(); //= no job
});

export const failed = new Worker('failed', async (job) => {
  const child = await queue.add('price', { id: job.data.id });
  return child.isFailed(); //= asks, and does not wait
});
//- prices.js
import { Queue, QueueEvents } from 'bullmq';

const queue = new Queue('prices');
const events = new QueueEvents('prices');

export async function priceOf(id) {
  const job = await queue.add('price', { id });
  return await job.waitUntilFinished(events); //! result-wait-in-task hint
}
