// Something else ends it, or nothing does: then it is a worker.
//- with: express, node, axios
import { EventEmitter } from 'node:events';
import axios from 'axios';
import express from 'express';

const app = express();

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function statusOf(id: string): Promise<string> {
  const answer = await axios.get(`https://jobs.example/${id}`, { timeout: 5000 });
  return answer.data.status;
}

app.post('/tries', async (req, res) => {
  let attempts = 0;
  while (true) {
    if ((await statusOf(String(req.query['id']))) === 'done') break; //= so many tries
    if (++attempts > 20) throw new Error('it takes too long');
    await sleep(1000);
  }
  res.end();
});

app.post('/counted', async (req, res) => {
  for (let i = 0; i < 20; i++) {
    if ((await statusOf(String(req.query['id']))) === 'done') break; //= so many tries
    await sleep(1000);
  }
  res.end();
});

app.post('/deadline', async (req, res) => {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const status = await statusOf(String(req.query['id'])); //= a deadline
    if (status === 'done') break;
    await sleep(1000);
  }
  res.end();
});

app.post('/longer-each-time', async (req, res) => {
  let pause = 100;
  while ((await statusOf(String(req.query['id']))) !== 'done') { //= it waits longer each time
    await sleep(pause);
    pause *= 2;
  }
  res.end();
});

app.post('/stopped', async (req, res) => {
  let isStopped = false;
  new EventEmitter().once('stop', () => {
    isStopped = true;
  });
  while (!isStopped) {
    const status = await statusOf(String(req.query['id'])); //= somebody may stop it
    if (status === 'done') break;
    await sleep(1000);
  }
});

app.post('/worker', async (req, res) => {
  res.end();
  while (true) {
    await statusOf(String(req.query['id'])); //= it never ends: a worker
    await sleep(1000);
  }
});

app.post('/failed', async (req, res) => {
  while (true) {
    const status = await statusOf(String(req.query['id'])); //= only a failure ends it
    if (status === 'failed') throw new Error('failed');
    await sleep(1000);
  }
});

app.post('/pages-with-pauses', async (req, res) => {
  let from = '';
  while (true) {
    const answer = await axios.get(`https://jobs.example/all?from=${from}`, { timeout: 5000 }); //= another page each time
    if (!answer.data.next) break;
    from = answer.data.next;
    await sleep(1000);
  }
  res.json(req.query);
});

app.post('/until-it-is-there', async (req, res) => {
  let status: string | null = null;
  while (status === null) {
    try {
      status = await statusOf(String(req.query['id'])); //= it tries until the service is there
    } catch {
      await sleep(1000);
    }
  }
  res.json(status);
});

app.post('/here', async (_req, res) => {
  const queue: string[] = [];
  while (queue.length === 0) await sleep(100); //= nobody is asked
  res.end();
});

app.post('/no-pause', async (req, res) => {
  let page = '';
  do {
    page = await statusOf(`${String(req.query['id'])}?from=${page}`); //= it walks pages
  } while (page !== '');
  res.end();
});

async function receiveMessage(id: string): Promise<string> {
  return statusOf(id);
}

app.post('/long-poll', async (req, res) => {
  while ((await receiveMessage(String(req.query['id']))) === '') await sleep(10); //= the other side waits
  res.end();
});
