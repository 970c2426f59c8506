//- with: @prisma/client, express
//- app.ts
import express from 'express';
import { orders } from './routes/orders';
import { users } from './routes/users';

const app = express();
app.use('/users', users);
app.use('/orders', orders);
void import('./routes/reports').then((routes) => app.use('/reports', routes.default));
// app.use('/old', old);

//- server/index.ts
import express from 'express';
import { prisma } from '../db';
import { one } from './one';
import { three } from './three';
import { two } from './two';

// Nobody imports it, because the program begins here.
export const server = express();

server.get('/', async (_, answer) => {
  const all = await prisma.user.findMany();
  for (const user of all) await prisma.order.findMany({ where: { userId: user.id } }); //! n-plus-one-query warning
  answer.json([one, two, three]);
});

//- server/one.ts
export const one = 1;

//- server/two.ts
export const two = 2;

//- server/three.ts
export const three = 3;

//- db.ts
import { PrismaClient } from '@prisma/client';

export const prisma = new PrismaClient();

//- routes/users.ts
import { Router } from 'express';
import { prisma } from '../db';

export const users = Router();

users.get('/', async (request, response) => {
  const all = await prisma.user.findMany();
  for (const user of all) await prisma.order.findMany({ where: { userId: user.id } }); //! n-plus-one-query warning
  response.json(all);
});

//- routes/orders.ts
import { Router } from 'express';

export const orders = Router();

//- routes/reports.ts
import { Router } from 'express';
import { prisma } from '../db';

const reports = Router();

reports.get('/', async (request, response) => {
  const all = await prisma.user.findMany();
  for (const user of all) await prisma.team.findMany({ where: { id: user.teamId } }); //! n-plus-one-query warning
  response.json(all);
});

export default reports;

//- routes/old.ts
import { Router } from 'express';
import { prisma } from '../db';

export const old = Router();

old.get('/', async (_, answer) => {
  const all = await prisma.user.findMany();
  // Nobody mounts this router, and its neighbours are all loaded by name.
  for (const user of all) await prisma.order.findMany({ where: { userId: user.id } }); //! n-plus-one-query hint
  answer.json(all);
});
