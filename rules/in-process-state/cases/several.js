//- main.js
const cluster = require('node:cluster');
const { cpus } = require('node:os');

if (cluster.isPrimary) for (const _ of cpus()) cluster.fork();
else require('./server');
//- server.js
const express = require('express');
const { rateLimit } = require('express-rate-limit');

const app = express();
const codes = new Map();
const attempts = {};

app.use(rateLimit({ windowMs: 60_000, limit: 10 })); //! in-process-state hint O(processes)

app.post('/send', (req, res) => {
  codes.set(req.body.phone, Math.random()); //! in-process-state hint
  res.end();
});

app.post('/verify', (req, res) => {
  if (codes.get(req.body.phone) !== req.body.code) return res.status(403).end();
  codes.delete(req.body.phone);
  return res.end();
});

app.post('/try', (req, res) => {
  attempts[req.ip] = (attempts[req.ip] ?? 0) + 1; //! in-process-state hint
  if (attempts[req.ip] > 3) return res.status(429).end();
  return res.end();
});
