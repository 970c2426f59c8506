// CommonJS, no types, nothing installed.
const fs = require('fs');
const { scryptSync } = require('crypto');
const express = require('express');
const bcrypt = require('bcrypt');

const app = express();
const index = fs.readFileSync('index.html', 'utf8');

app.get('/', (req, res) => res.send(index));

app.get('/raw/:name', function (req, res) {
  res.send(fs.readFileSync(req.params.name));
});

app.post('/users', async (req, res) => {
  const hash = await bcrypt.hash(req.body.password, 12);
  res.json({ hash });
});

function token(password) {
  return scryptSync(password, 'salt', 64).toString('hex');
}

app.post('/token', (req, res) => {
  res.send(token(req.body.password));
});

const files = { readFileSync: (name) => name };

app.get('/own', (req, res) => {
  res.send(files.readFileSync(req.params.name));
});

app.listen(3000);
