//- with: pg, mongoose, express
//@ no-run: rows come from a database
// A list is one whichever library it came from, with or without a type.
import express from 'express';
import mongoose from 'mongoose';
import { Pool } from 'pg';

interface Ban {
  readonly userId: number;
}

const pool = new Pool();
const app = express();
const Account = mongoose.model('Account', new mongoose.Schema({ owner: Number }));

app.get('/typed', async (_request, response) => {
  const bans: Ban[] = (await pool.query('select * from bans')).rows;
  const users: { id: number }[] = (await pool.query('select * from users')).rows;
  response.json(users.filter((user) => bans.some((ban) => ban.userId === user.id))); //! nested-loop-lookup warning O(users × bans)
});

app.get('/untyped', async (_request, response) => {
  const bans = (await pool.query('select * from bans')).rows;
  const { rows: users } = await pool.query('select * from users');
  response.json(users.filter((user) => bans.some((ban) => ban.userId === user.id))); //! nested-loop-lookup warning O(users × bans)
});

app.get('/chains', async (_request, response) => {
  const users = (await pool.query('select * from users')).rows;
  const accounts = await Account.find().sort({ owner: 1 }).lean();
  response.json(users.map((user) => accounts.find((account) => account.owner === user.id))); //! nested-loop-lookup warning O(users × accounts)
});

// The first twenty of a chain are twenty.
app.get('/first', async (_request, response) => {
  const users = (await pool.query('select * from users')).rows;
  const accounts = await Account.find().sort({ owner: 1 }).limit(20).lean();
  response.json(users.map((user) => accounts.find((account) => account.owner === user.id)));
});
