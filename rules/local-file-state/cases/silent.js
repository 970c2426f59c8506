//- server.js
const fs = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
const express = require('express');
const multer = require('multer');
const db = require('knex')({ client: 'pg' });

const app = express();
const folder = process.env.UPLOADS || 'uploads';
let drafts = 'drafts';
if (process.env.DRAFTS) drafts = process.env.DRAFTS;
const memory = multer({ storage: multer.memoryStorage() });

app.use('/uploads', express.static(folder)); //= the environment may name a disk that all share
app.use('/drafts', express.static(drafts)); //= so it may here
app.use('/shared', express.static('/mnt/shared')); //= what lies at the root of a machine may be mounted
app.use('/icons', express.static('icons')); //= nobody writes there

app.post('/files/:name', memory.single('file'), (req, res) => {
  fs.writeFileSync(path.join(folder, req.params.name), req.file.buffer);
  fs.writeFileSync(path.join(drafts, req.params.name), req.file.buffer);
  fs.writeFileSync(path.join('/mnt/shared', req.params.name), req.file.buffer);
  res.end();
});

app.post('/convert/:name', (req, res) => {
  const draft = path.join(tmpdir(), req.params.name);
  fs.writeFileSync(draft, req.body); //= a temporary file
  res.end();
});

app.get('/convert/:name', (req, res) => res.sendFile(path.join(tmpdir(), req.params.name)));

app.post('/print/:name', (req, res) => {
  const sheet = path.join(__dirname, 'sheets', req.params.name);
  fs.writeFileSync(sheet, req.body); //= removed by the same request
  print(sheet);
  fs.unlinkSync(sheet);
  res.end();
});

app.get('/sheets/:name', (req, res) => res.sendFile(path.join(__dirname, 'sheets', req.params.name)));

app.get('/pages/:name', (req, res) => {
  const page = path.join(__dirname, 'pages', req.params.name);
  if (fs.existsSync(page)) return res.sendFile(page);
  fs.writeFileSync(page, req.params.name); //= who misses it makes it anew
  return res.sendFile(page);
});

app.get('/labels/:name', (req, res) => {
  if (!fs.existsSync('data/labels.svg')) fs.writeFileSync('data/labels.svg', req.params.name); //= made where it is missing
  res.end();
});

app.get('/labels', (_req, res) => res.sendFile(path.resolve('data/labels.svg')));

app.post('/note', (req, res) => {
  fs.appendFileSync('logs/notes.txt', req.body); //= a log
  res.end();
});

app.get('/notes', (_req, res) => res.sendFile(path.join(process.cwd(), 'logs/notes.txt')));

app.post('/thumbs/:name', (req, res) => {
  fs.writeFileSync(`thumb-cache/${req.params.name}`, req.body); //= may be gone at any time
  fs.writeFileSync('.next/pages.json', req.body); //= what a build makes
  fs.writeFileSync('session-backup/last.json', req.body); //= a copy of what is kept elsewhere
  res.end();
});

app.get('/thumbs/:name', (req, res) => res.sendFile(`${process.cwd()}/thumb-cache/${req.params.name}`));
app.get('/backup', (_req, res) => res.sendFile(`${process.cwd()}/session-backup/last.json`));
app.get('/made', (_req, res) => res.sendFile(`${process.cwd()}/.next/pages.json`));

app.post('/trial', (req, res) => {
  fs.writeFileSync('trials/last.json', req.body);
  res.end();
});

if (process.env.NODE_ENV !== 'production') {
  app.use('/trials', express.static('trials')); //= while somebody develops
}

app.post('/archive/:name', (req, res) => {
  fs.writeFileSync(`archive/${req.params.name}`, req.body); //= no request reads it
  res.end();
});

app.post('/stock', async (_req, res) => {
  const rows = await db('stock').select();
  fs.writeFileSync('data/stock.json', JSON.stringify(rows)); //= comes from the database, and is to be had again
  res.end();
});

app.get('/stock', (_req, res) => res.sendFile(path.resolve('data/stock.json')));

function print(sheet) {
  console.log(sheet);
}
//- paths.js
const fs = require('node:fs');
const documents = require('./documents');

exports.keep = async (req, res) => {
  const path = `documents/${req.params.name}`;
  fs.writeFileSync(path, req.body); //? miss: where it is read, a database says which path it is
  await documents.insert({ path });
  res.end();
};

exports.show = async (req, res) => {
  const document = await documents.byName(req.params.name);
  res.sendFile(document.path);
};

const planOf = (name) => `plans/${name}`;

exports.plan = (req, res) => {
  fs.writeFileSync(planOf(req.params.name), req.body); //? miss: what a helper hands back is not followed
  res.end();
};

exports.plans = (req, res) => res.sendFile(planOf(req.params.name));
//- server.test.js
const fs = require('node:fs');

exports.keep = (req, res) => fs.writeFileSync('made/a.json', req.body); //= a test
exports.show = (req, res) => res.sendFile('made/a.json');
//- desk/package.json
{ "name": "desk", "dependencies": { "electron": "1", "express": "1" } }
//- desk/server.js
const fs = require('node:fs');

exports.keep = (req, res) => {
  fs.writeFileSync('data/settings.json', req.body); //= an application on somebody's desk
  res.end();
};

exports.show = (req, res) => res.sendFile('data/settings.json');
//- scripts/fill.js
const express = require('express');
const fs = require('node:fs');

const app = express();

app.post('/filled', (req, res) => {
  fs.writeFileSync('filled/last.json', req.body); //= a script
  res.end();
});

app.get('/filled', (_req, res) => res.sendFile(`${process.cwd()}/filled/last.json`));
