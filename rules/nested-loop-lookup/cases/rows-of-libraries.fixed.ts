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
  const banUserIds = new Set(bans.map((ban) => ban.userId));
  banUserIds.delete(NaN);
  response.json(users.filter((user) => banUserIds.has(user.id)));
});

app.get('/untyped', async (_request, response) => {
  const bans = (await pool.query('select * from bans')).rows;
  const { rows: users } = await pool.query('select * from users');
  const banUserIds = new Set(bans.map((ban) => ban.userId));
  response.json(users.filter((user) => banUserIds.has(user.id)));
});

app.get('/chains', async (_request, response) => {
  const users = (await pool.query('select * from users')).rows;
  const accounts = await Account.find().sort({ owner: 1 }).lean();
  const accountByOwner = new Map<unknown, (typeof accounts)[number]>();
  accounts.forEach((account) => {
    if (!accountByOwner.has(account.owner)) accountByOwner.set(account.owner, account);
  });
  response.json(users.map((user) => accountByOwner.get(user.id)));
});

// The first twenty of a chain are twenty.
app.get('/first', async (_request, response) => {
  const users = (await pool.query('select * from users')).rows;
  const accounts = await Account.find().sort({ owner: 1 }).limit(20).lean();
  response.json(users.map((user) => accounts.find((account) => account.owner === user.id)));
});
