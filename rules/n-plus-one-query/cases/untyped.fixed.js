// CommonJS, no types, nothing installed: imports say which library it is.
const { PrismaClient } = require('@prisma/client');
const { Pool } = require('pg');
const mongoose = require('mongoose');

const prisma = new PrismaClient();
const pool = new Pool();
const Post = mongoose.model('Post', new mongoose.Schema({ author: String }));

async function readsOwners(orders) {
  const userById = new Map((await prisma.user.findMany({ where: { id: { in: orders.map((order) => order.userId) } } })).map((user) => [user.id, user]));
  for (const order of orders) {
    order.owner = (userById.get(order.userId) ?? null);
  }
  return orders;
}

async function readsPosts(authors) {
  return Promise.all(authors.map((author) => Post.find({ author: author.id })));
}

async function writesRows(rows) {
  for (const row of rows) {
    await pool.query('insert into log (text) values ($1)', [row.text]);
  }
}

async function save(row) {
  await pool.query('update log set text = $1 where id = $2', [row.text, row.id]);
}

async function writesThroughHelper(rows) {
  for (const row of rows) await save(row);
}

async function own(items, store) {
  for (const item of items) {
    await store.query(item.id);
  }
}

async function lookup(items, cache) {
  for (const item of items) item.user = cache.findUnique(item.userId);
}

module.exports = { readsOwners, readsPosts, writesRows, writesThroughHelper, own, lookup };
