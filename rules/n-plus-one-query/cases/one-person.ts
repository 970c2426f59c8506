//- with: @prisma/client, express, pg
// One user's orders are mostly a handful, however many the shop has; a team's users are not.
import { PrismaClient } from '@prisma/client';
import express from 'express';
import { Pool } from 'pg';

const prisma = new PrismaClient();
const pool = new Pool();
const app = express();

app.get('/orders', async (_, answer) => {
  answer.json([await prisma.order.findMany({ skip: 100, take: 50 }), await prisma.user.findMany({ skip: 100, take: 50 })]);
});

app.get('/own', async (request, answer) => {
  const found = [];
  for (const order of await prisma.order.findMany({ where: { userId: String(request.query) } }))
    found.push(await prisma.product.findFirst({ where: { sku: order.id } })); //! n-plus-one-query hint
  answer.json(found);
});

app.get('/team', async (request, answer) => {
  const found = [];
  for (const user of await prisma.user.findMany({ where: { teamId: String(request.query) } }))
    found.push(await prisma.product.findFirst({ where: { sku: user.name } })); //! n-plus-one-query warning
  answer.json(found);
});

app.get('/friends', async (request, answer) => {
  const found = [];
  for (const order of await prisma.order.findMany({ where: { userId: { in: String(request.query).split(',') } } }))
    found.push(await prisma.product.findFirst({ where: { sku: order.id } })); //! n-plus-one-query warning
  answer.json(found);
});

app.get('/bought', async (request, answer) => {
  const { rows } = await pool.query('select * from orders where "userId" = $1', [request.query]);
  const found = [];
  for (const order of rows) found.push(await prisma.product.findFirst({ where: { sku: order.id } })); //! n-plus-one-query hint
  answer.json(found);
});

app.get('/sold', async (request, answer) => {
  const { rows } = await pool.query('select * from orders where shop_id = $1', [request.query]);
  const found = [];
  for (const order of rows) found.push(await prisma.product.findFirst({ where: { sku: order.id } })); //! n-plus-one-query warning
  answer.json(found);
});
