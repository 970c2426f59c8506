// CommonJS, no types, nothing installed: imports say which library it is.
const { PrismaClient } = require('@prisma/client');
const { Pool } = require('pg');
const mongoose = require('mongoose');

const prisma = new PrismaClient();
const pool = new Pool();
const Post = mongoose.model('Post', new mongoose.Schema({ author: String }));

async function readsOwners(orders) {
  for (const order of orders) {
    order.owner = await prisma.user.findUnique({ where: { id: order.userId } }); //! n-plus-one-query
  }
  return orders;
}

async function readsPosts(authors) {
  return Promise.all(authors.map((author) => Post.find({ author: author.id }))); //! n-plus-one-query
}

async function writesRows(rows) {
  for (const row of rows) {
    await pool.query('insert into log (text) values ($1)', [row.text]); //! n-plus-one-query
  }
}

async function save(row) {
  await pool.query('update log set text = $1 where id = $2', [row.text, row.id]); //= one query per call
}

async function writesThroughHelper(rows) {
  for (const row of rows) await save(row); //! n-plus-one-query
}

async function own(items, store) {
  for (const item of items) {
    await store.query(item.id); //= nothing says that `store` is a database
  }
}

async function lookup(items, cache) {
  for (const item of items) item.user = cache.findUnique(item.userId); //= nothing says that `cache` is a database
}

module.exports = { readsOwners, readsPosts, writesRows, writesThroughHelper, own, lookup };
