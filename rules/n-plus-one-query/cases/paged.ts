// Rows that meet a condition are as likely three as thousands: a hint, unless the project itself reads that table page by page.
//- with: express, @prisma, kysely, pg, node
import { PrismaClient } from '@prisma/client';
import express from 'express';
import { Kysely } from 'kysely';
import { Pool } from 'pg';

const app = express();
const prisma = new PrismaClient();
const pool = new Pool();
const db = new Kysely({ dialect: pool });

app.get('/users/:id', async (request, response) => {
  const userId = String(request.params.id);
  const orders = await prisma.order.findMany({ where: { userId, total: { gt: 100 } } });
  const users = [];
  for (const order of orders) users.push(await prisma.user.findFirst({ where: { name: order.id } })); //! n-plus-one-query hint
  response.json(users);
});

app.get('/orders', async (_request, response) => {
  const orders = await prisma.order.findMany({ where: { total: { gt: 100 } } });
  const users = [];
  for (const order of orders) users.push(await prisma.user.findFirst({ where: { name: order.id } })); //! n-plus-one-query hint
  response.json(users);
});

app.get('/several', async (request, response) => {
  const userIds = request.body.userIds;
  const orders = await prisma.order.findMany({ where: { userId: userIds } });
  const users = [];
  for (const order of orders) users.push(await prisma.user.findFirst({ where: { name: order.id } })); //! n-plus-one-query hint
  response.json(users);
});

// What a whole team has may be as much as there is.
app.get('/teams/:id', async (request, response) => {
  const members = await prisma.user.findMany({ where: { teamId: String(request.params.id) } });
  const orders = [];
  for (const member of members) orders.push(await prisma.order.findFirst({ where: { userId: member.id } })); //! n-plus-one-query hint
  response.json(orders);
});

app.get('/parcels/:id', async (request, response) => {
  const { rows } = await pool.query('select * from parcels where order_id = $1', [request.params.id]);
  const stops = [];
  for (const row of rows) stops.push(await pool.query('select * from stops where parcel = $1', [row.id])); //! n-plus-one-query hint
  response.json(stops);
});

app.get('/lost/:id', async (request, response) => {
  const { rows } = await pool.query('select * from parcels where order_id = $1 or lost', [request.params.id]);
  const stops = [];
  for (const row of rows) stops.push(await pool.query('select * from stops where parcel = $1', [row.id])); //! n-plus-one-query hint
  response.json(stops);
});

app.get('/threads/:id', async (request, response) => {
  const { rows } = await pool.query('select * from messages where thread_id = $1', [request.params.id]);
  const senders = [];
  for (const row of rows) senders.push(await pool.query('select * from senders where id = $1', [row.sender_id])); //! n-plus-one-query hint
  response.json(senders);
});

app.get('/senders', async (_request, response) => {
  const { rows } = await pool.query('select sender_id, count(*) from messages where unread group by sender_id');
  const senders = [];
  for (const row of rows) senders.push(await pool.query('select * from senders where id = $1', [row.sender_id])); //! n-plus-one-query hint
  response.json(senders);
});

app.get('/messages', async (request, response) => {
  const { rows } = await pool.query('select * from messages order by id limit 50 offset $1', [request.query.skip]);
  response.json(rows);
});

app.get('/stickers/:id', async (request, response) => {
  const stickers = await db.selectFrom('stickers').selectAll().where('order_id', '=', String(request.params.id)).execute();
  const printers = [];
  for (const sticker of stickers) printers.push(await db.selectFrom('printers').where('id', '=', sticker.printer).executeTakeFirst()); //! n-plus-one-query hint
  response.json(printers);
});

app.get('/newer/:id', async (request, response) => {
  const stickers = await db.selectFrom('stickers').selectAll().where('order_id', '>', String(request.params.id)).execute();
  const printers = [];
  for (const sticker of stickers) printers.push(await db.selectFrom('printers').where('id', '=', sticker.printer).executeTakeFirst()); //! n-plus-one-query hint
  response.json(printers);
});

app.get('/first', async (request, response) => {
  const { rows } = await pool.query('select * from depots order by name limit $1', [request.query.limit]);
  const stops = [];
  for (const row of rows) stops.push(await pool.query('select * from stops where depot = $1', [row.id])); //! n-plus-one-query hint
  response.json(stops);
});

// A statement that is put together is no question for all rows.
app.get('/leads/:of', async (request, response) => {
  const where = `l.organization_id = ${Number(request.params.of)}`;
  const { rows } = await pool.query(`SELECT l.assigned_id FROM leads l WHERE ${where} GROUP BY l.assigned_id`);
  const assigned = [];
  for (const row of rows) assigned.push(await pool.query('select * from users where id = $1', [row.assigned_id])); //! n-plus-one-query hint
  response.json(assigned);
});
