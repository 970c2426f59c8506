const express = require('express');
const { createClient } = require('redis');

const app = express();
const store = createClient();

app.post('/login/:token', async (req, res) => {
  await store.set(`session:${req.params.token}`, 'user', { NX: true }); //! cache-without-expiry hint
  await store.set(`state:${req.params.token}`, 'user', { EX: 60 }); //= for a minute
  await store.set(`csrf:${req.params.token}`, 'user', req.app.locals.options); //= what the options say we do not see
  res.end();
});

app.post('/try/:ip', async (req, res) => {
  const attempts = `attempts:${req.params.ip}`;
  await store.set(attempts, 1); //= its time is told a line below
  await store.expire(attempts, 60);
  res.end();
});

app.post('/told/:token', async (req, res) => {
  await store.set(`session:${req.params.token}`, ...req.app.locals.told); //= what is spread may tell
  res.end();
});
