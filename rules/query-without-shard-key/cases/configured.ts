//- with: express, @prisma/client
import { PrismaClient } from '@prisma/client';
import express from 'express';

const app = express();
const prisma = new PrismaClient();

app.get('/orders', async (req, res) => {
  const open = await prisma.order.findMany({ where: { userId: String(req.query.user) } }); //! query-without-shard-key warning
  const team = await prisma.team.findMany({ where: { name: 'ada' } }); //= is not sharded
  res.json({ open, team });
});
//- scalelint.json
{ "shardKeys": { "orders": "tenant_id" } }
