//- server.js
import express from 'express';
import fs from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderToStream } from '@react-pdf/renderer';
import config from './config.js';
import { db } from './db.js';
import { requireAdmin } from './guards.js';
import { archive, contentOf, videoOf } from './storage.js';

const app = express();
const folder = '/var/uploads';

app.get('/files/:name', async (req, res) => {
  res.send(await readFile(join(folder, req.params.name))); //! whole-file-read hint
});

app.get('/attachments/:name', async (req, res) => {
  const content = await readFile(join(folder, req.params.name)); //! whole-file-read
  res.setHeader('Content-Length', content.length);
  res.status(200).type('application/pdf').send(content);
});

app.get('/recordings/:name', (req, res) => {
  const path = join(folder, req.params.name);
  //! whole-file-read
  fs.readFile(path, (error, recording) => {
    if (error) return res.status(404).end();
    res.end(recording);
  });
});

app.get('/exports/:name', (req, res) => {
  //! whole-file-read
  void fs.promises.readFile(join(folder, req.params.name)).then((content) => res.send(content));
});

app.get('/stored/:name', async (req, res) => {
  const stored = await contentOf(req.params.name); //! whole-file-read
  res.send(stored);
});

app.get('/archives/:name', async (req, res) => {
  const chunks = [];
  for await (const chunk of archive(req.params.name)) chunks.push(chunk);
  res.end(Buffer.concat(chunks)); //! whole-file-read
});

app.get('/invoices/:id', async (req, res) => {
  const chunks = [];
  for await (const chunk of await renderToStream(req.params.id)) chunks.push(chunk);
  res.end(Buffer.concat(chunks)); //= a document that is drawn is small
});

app.get('/ranges/:name', async (req, res) => {
  const content = await readFile(join(folder, req.params.name)); //= a part of it is sent
  res.send(content.subarray(0, 1024));
});

app.get('/known/:name', async (req, res) => {
  const content = await readFile(join(folder, req.params.name)); //= it is searched as well
  if (content.includes('secret')) return res.status(403).end();
  res.send(content);
});

app.get('/measured/:name', async (req, res) => {
  const content = await readFile(join(folder, req.params.name)); //= how long it is decides
  if (content.length > 5_000_000) return res.status(413).end();
  res.send(content);
});

app.get('/', async (_req, res) => {
  res.send(await readFile('/srv/shop/public/start')); //= the same file each time
});

app.get('/pages/:name', async (req, res) => {
  res.send(await readFile(join(folder, `${req.params.name}.html`))); //= pages are small
});

app.get('/help/:name', async (req, res) => {
  res.send(await readFile(join(__dirname, 'help', req.params.name))); //= came with the program
});

app.get('/users/:name', async (req, res) => {
  res.send(await readFile(join(__dirname, '../uploads', req.params.name))); //! whole-file-read
});

app.get('/admin/reports/:name', requireAdmin, async (req, res) => {
  res.send(await readFile(join(folder, req.params.name))); //= an administrator asks for one at a time
});

app.get('/admin/videos/:name', requireAdmin, async (req, res) => {
  const video = await videoOf(req.params.name); //! whole-file-read
  res.send(video);
});

app.get('/bought/:id', async (req, res) => {
  const order = await db.order.findFirst({ where: { id: req.params.id } });
  const path = join(process.env.UPLOADS ?? config.uploads, order.path);
  res.send(await readFile(path)); //! whole-file-read
});

app.get('/conditions/:language', async (req, res) => {
  const configPath = join('/srv/shop/conditions', req.params.language);
  res.send(await readFile(configPath)); //= a small file
});

app.get('/sizes/:name', async (req, res) => {
  const { size } = await stat(join(folder, req.params.name)); //= nothing is read
  res.send(String(size));
});

app.get('/streams/:name', (req, res) => {
  fs.createReadStream(join(folder, req.params.name)).pipe(res); //= piece by piece
});

const seen = new Map();

app.get('/cached/:name', async (req, res) => {
  const name = req.params.name;
  if (!seen.has(name)) seen.set(name, await readFile(join(folder, name))); //= kept for who comes next
  res.send(seen.get(name));
});

export class Store {
  constructor(path) {
    this.path = path;
  }

  async copyTo(other) {
    await writeFile(other, await readFile(this.path)); //= one file of the program's, as far as anybody knows
  }
}

app.get('/chosen/:name', async (req, res) => {
  //? miss: which of the two is sent, is decided in the argument
  res.send(req.query.draft ? await readFile(join(folder, req.params.name)) : 'none');
});
//- storage.js
import fs from 'node:fs';
import { readFile } from 'node:fs/promises';

export async function contentOf(name) {
  return readFile(`/var/uploads/${name}`);
}

export async function videoOf(name) {
  return readFile(`/var/videos/${name}`);
}

export function archive(name) {
  return fs.createReadStream(`/var/archives/${name}`);
}
//- maps/proxy.js
import express from 'express';

export const router = express.Router();

router.get('/:z/:x/:y', async (req, res) => {
  const { z, x, y } = req.params;
  const answer = await fetch(`https://maps.example.com/${z}/${x}/${y}`);
  res.send(Buffer.from(await answer.arrayBuffer())); //= a piece of a map is small
});
