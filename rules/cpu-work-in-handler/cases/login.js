//- users.js
const bcrypt = require('bcryptjs');

exports.matches = (password, hash) => bcrypt.compare(password, hash); //! cpu-work-in-handler hint

//- server.js
const express = require('express');
const { matches } = require('./users');

const app = express();

app.post('/login', async (req, res) => {
  res.json({ is: await matches(req.body.password, '$2a$10$') });
});
