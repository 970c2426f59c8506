// What a branch asks of a parameter, and the caller does not hand in, does not happen.
//- with: express, @prisma/client
import { PrismaClient } from '@prisma/client';
import express from 'express';

const prisma = new PrismaClient();
const app = express();

enum Detail {
  Short = 'short',
  Full = 'full',
}

async function describe(id: string, detail: Detail) {
  if (detail === Detail.Full) return prisma.user.findUnique({ where: { id } });
  return { id };
}

async function label(id: string, style: 'plain' | 'long') {
  if (style !== 'long') return id;
  return prisma.user.findUnique({ where: { id } });
}

async function named(id: string, known?: string) {
  if (known) return known;
  return prisma.user.findUnique({ where: { id } });
}

async function checked(id: string, strict = true) {
  if (!strict) return id;
  return prisma.user.findUnique({ where: { id } });
}

async function anyOf(id: string, style: string) {
  if (style === 'long' || style === 'wide') return prisma.user.findUnique({ where: { id } });
  return null;
}

interface Options {
  full?: boolean | null;
  short?: boolean;
}

async function taken(id: string, options?: Options) {
  const { full = false } = options ?? {};
  if (full) return prisma.user.findUnique({ where: { id } });
  return null;
}

async function takenUnlessTold(id: string, options: Options = {}) {
  const { full = true } = options;
  if (full) return prisma.user.findUnique({ where: { id } });
  return null;
}

async function asked(id: string, options?: Options) {
  const full = options?.full ?? false;
  if (full) return prisma.user.findUnique({ where: { id } });
  return null;
}

async function handedOn(id: string, options?: Options) {
  const { full = false } = options ?? {};
  return taken(id, { full });
}

async function unlessSkipped(id: string, options: { skip?: boolean; all?: boolean }) {
  const { skip = false } = options;
  if (!skip) return prisma.user.findUnique({ where: { id } });
  return null;
}

async function unlessBoth(id: string, options: { skip: boolean; all: boolean }) {
  const skip = options.skip && options.all;
  if (!skip) return prisma.user.findUnique({ where: { id } });
  return null;
}

async function counted(id: string, { most = 0 } = {}) {
  if (!most) return prisma.user.findUnique({ where: { id } });
  return null;
}

app.get('/orders', async (request, response) => {
  const orders = await prisma.order.findMany({ where: { total: { gt: 0 } } });
  const found: unknown[] = [];
  for (const order of orders) {
    found.push(await describe(order.id, Detail.Short)); //= asks for no more than its number
    found.push(await describe(order.userId, Detail.Full)); //! n-plus-one-query
    found.push(await label(order.id, 'plain')); //= the other style asks the database
    found.push(await label(order.userId, 'long')); //! n-plus-one-query
    found.push(await named(order.id, 'order')); //= what is known is not asked for
    found.push(await named(order.userId)); //! n-plus-one-query
    found.push(await checked(order.id, false)); //= leaves before the query
    found.push(await checked(order.userId)); //! n-plus-one-query
    found.push(await anyOf(order.userId, 'wide')); //! n-plus-one-query
    found.push(await taken(order.userId)); //= only asks where it is told to
    found.push(await taken(order.userId, { short: true })); //= as above
    found.push(await taken(order.userId, { full: true })); //! n-plus-one-query
    found.push(await takenUnlessTold(order.userId)); //! n-plus-one-query
    found.push(await takenUnlessTold(order.userId, { full: false })); //= told not to
    found.push(await takenUnlessTold(order.userId, { short: true })); //! n-plus-one-query
    found.push(await asked(order.userId)); //= only asks where it is told to
    found.push(await asked(order.userId, { full: true })); //! n-plus-one-query
    found.push(await handedOn(order.userId)); //= hands on that it is not to ask
    found.push(await handedOn(order.userId, { full: true })); //! n-plus-one-query
    found.push(await counted(order.userId)); //! n-plus-one-query
    found.push(await unlessSkipped(order.userId, { skip: order.total > 9 })); //! n-plus-one-query
    found.push(await unlessSkipped(order.userId, { skip: true })); //= told not to
    found.push(await unlessBoth(order.userId, { skip: false, all: true })); //! n-plus-one-query
  }
  response.json(found);
});
