//- server.ts
import bcrypt from 'bcrypt';
import slow from 'bcryptjs';
import express from 'express';
import Jimp from 'jimp';
import { JSDOM } from 'jsdom';
import sharp from 'sharp';
import { Worker } from 'node:worker_threads';

const app = express();

//= while the module loads
const logo = await Jimp.read('logo.png');

app.post('/login', async (req, res) => {
  //= the native one works in threads of its own
  res.json({ is: await bcrypt.compare(req.body.password, '$2b$10$') });
});

app.post('/avatar', async (req, res) => {
  //= sharp works in threads of its own
  res.send(await sharp(req.body).resize(64, 64).toBuffer());
});

app.post('/thumbnail', (req, res) => {
  const worker = new Worker('./thumbnail.js');
  worker.postMessage(req.body);
  worker.once('message', (picture) => res.send(picture));
});

let background: unknown = null;

app.get('/background', async (_req, res) => {
  //= once, and remembered
  if (!background) background = await Jimp.read('background.png');
  res.send(background);
});

app.get('/window', (_req, res) => {
  //= an empty document
  res.send(new JSDOM('').window.document.title);
});

app.get('/logo', (_req, res) => res.send(logo));

async function setUpAdmin(): Promise<string> {
  //= when the program starts
  return slow.hash('admin', 10);
}

await setUpAdmin();

//- mine.ts
import express from 'express';

const app = express();
const bcryptjs = { compare: async (a: string, b: string) => a === b };

app.post('/login', async (req, res) => {
  //= an object of one's own
  res.json({ is: await bcryptjs.compare(req.body.password, 'secret') });
});

//- jobs.ts
import { Workbook } from 'exceljs';

export async function nightly(): Promise<unknown> {
  const book = new Workbook();
  //= nobody is known to call it
  return book.xlsx.writeBuffer();
}

//- worker.ts
import { Worker } from 'bullmq';
import Jimp from 'jimp';

//= nobody waits for a job
export const worker = new Worker('pictures', async (job) => Jimp.read(job.data.file));

//- lambda.ts
import slow from 'bcryptjs';
import type { APIGatewayProxyHandler } from 'aws-lambda';

export const handler: APIGatewayProxyHandler = async (event) => {
  //= the process serves one at a time
  const is = await slow.compare(event.body ?? '', '$2a$10$');
  return { statusCode: is ? 200 : 401, body: '' };
};

//- scripts/thumbnails.ts
import Jimp from 'jimp';

//= a script
export const thumbnail = async (file: string): Promise<unknown> => Jimp.read(file);
