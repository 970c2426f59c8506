//- with: @prisma/client, express, axios, node
//- routes.ts
import { PrismaClient } from '@prisma/client';
import axios from 'axios';
import express from 'express';
import { page } from './page';

const app = express();
const db = new PrismaClient();

app.get('/orders', async (req, res) => {
  const where = { userId: String(req.query['user']) };
  const orders = await db.order.findMany({ where, take: 20 });
  const total = await db.order.count(); //! sequential-independent-awaits hint
  res.json({ orders, total });
});

app.get('/page', async (_req, res) => {
  res.json(await page('a'));
});

app.get('/rates', async (_req, res) => {
  if (_req.query['rates']) {
    const { data: rates } = await axios.get('https://rates.example');
    const { data: prices } = await axios.get('https://prices.example'); //! sequential-independent-awaits hint
    const news = await fetch('https://news.example');
    res.json({ rates, prices, news: await news.json() });
  }
});
//- page.ts
import { PrismaClient } from '@prisma/client';

const db = new PrismaClient();

export async function page(id: string): Promise<object> {
  const user = await db.user.findUnique({ where: { id } });
  const teams = await db.team.findMany(); //! sequential-independent-awaits hint
  return { user, teams };
}
