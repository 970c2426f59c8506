//- with: express, node, axios, @prisma/client
//- routes.js
import { PrismaClient } from '@prisma/client';
import { S3Client, HeadObjectCommand } from '@aws-sdk/client-s3';
import axios from 'axios';
import express from 'express';
import pLimit from 'p-limit';
import pMap from 'p-map';
import { connect } from 'nats';
import { gate } from './gate';

const app = express();
const db = new PrismaClient();
const limit = pLimit(10);
const nats = await connect();
const s3 = new S3Client({});
const HOSTS = ['https://a.example', 'https://b.example'];

app.get('/limited', async (_req, res) => {
  const users = await db.user.findMany();
  await Promise.all(users.map((user) => limit(() => axios.get(`/users/${user.id}`)))); //! n-plus-one-query hint
  await pMap(users, (user) => axios.get(`/users/${user.id}`), { concurrency: 10 }); //! n-plus-one-query hint
  res.end();
});

app.get('/hosts', async (_req, res) => {
  res.json(await Promise.all(HOSTS.map((host) => axios.get(host)))); //= two hosts
});

app.get('/page', async (_req, res) => {
  const users = await db.user.findMany({ take: 20 });
  res.json(await Promise.all(users.map((user) => axios.get(`/users/${user.id}`)))); //= a page
});

app.get('/gated', async (_req, res) => {
  const users = await db.user.findMany();
  await Promise.all(users.map((user) => gate(user.id))); //! n-plus-one-query hint
  res.end();
});

app.get('/chunks', async (_req, res) => {
  const users = await db.user.findMany();
  for (let i = 0; i < users.length; i += 10) {
    // Ten at a time.
    await Promise.all(users.slice(i, i + 10).map((user) => axios.get(`/users/${user.id}`))); //! n-plus-one-query hint
  }
  res.end();
});

app.get('/one-by-one', async (_req, res) => {
  const users = await db.user.findMany();
  const pages = [];
  for (const user of users) {
    pages.push(await axios.get(`/users/${user.id}`)); //! n-plus-one-query hint
  }
  await Promise.all(pages);
  res.end();
});

app.get('/objects', async (_req, res) => {
  const users = await db.user.findMany();
  // Fifty sockets, whatever is asked of them.
  await Promise.all(users.map((user) => s3.send(new HeadObjectCommand({ Bucket: 'users', Key: user.id })))); //! n-plus-one-query hint
  res.end();
});

app.post('/told', async (_req, res) => {
  const users = await db.user.findMany();
  // All messages go over one connection.
  await Promise.all(users.map((user) => nats.request('users', user.id))); //! n-plus-one-query hint
  res.end();
});

app.post('/servers', async (req, res) => {
  const servers = req.body.servers;
  await Promise.all(Object.keys(servers).map((name) => axios.get(name))); //! n-plus-one-query hint
  res.end();
});

app.get('/computed', async (_req, res) => {
  const users = await db.user.findMany();
  res.json(await Promise.all(users.map(async (user) => user.email))); //= nothing is open
});
//- gate.js
import axios from 'axios';
import { Semaphore } from 'async-mutex';

const semaphore = new Semaphore(10);

export async function gate(id) {
  await semaphore.runExclusive(() => axios.get(`/users/${id}`));
}
//- view.js
import { readFile } from 'node:fs/promises';

export function load(urls) {
  return Promise.all(urls.map((url) => fetch(url))); //! n-plus-one-query hint
}

export function nobodyKnows(paths) {
  return Promise.all(paths.map((path) => readFile(path, 'utf8'))); //= nothing says that there are many
}
//- reports.test.js
import { readdir, readFile } from 'node:fs/promises';

export async function texts() {
  return Promise.all((await readdir('reports')).map((name) => readFile(name, 'utf8'))); //= a test
}
