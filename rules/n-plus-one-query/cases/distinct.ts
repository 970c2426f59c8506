// As many rows as there are different values, which may be three.
//- with: express, @prisma/client
import { PrismaClient } from '@prisma/client';
import express from 'express';

const db = new PrismaClient();
const app = express();

app.get('/teams', async (_request, response) => {
  const members = await db.user.findMany({ distinct: ['teamId'] });
  const counts: unknown[] = [];
  for (const { teamId } of members) counts.push(await db.user.findMany({ where: { teamId }, take: 3 })); //! n-plus-one-query hint
  response.json(counts);
});
