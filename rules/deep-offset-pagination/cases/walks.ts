//- with: pg, @prisma/client
import { PrismaClient } from '@prisma/client';
import { Pool } from 'pg';

const prisma = new PrismaClient();
const pool = new Pool();

export async function mailAll(send: (email: string) => Promise<void>) {
  let skip = 0;
  for (;;) {
    const users = await prisma.user.findMany({ skip, take: 100 }); //! deep-offset-pagination hint O(rows²/page)
    if (users.length === 0) break;
    await Promise.all(users.map(({ email }) => send(email)));
    skip += users.length;
  }
}

export async function exportOrders(write: (row: unknown) => void) {
  const size = 500;
  for (let page = 0; ; page++) {
    const skip = page * size;
    const orders = await prisma.order.findMany({ skip, take: size }); //! deep-offset-pagination
    orders.forEach(write);
    if (orders.length < size) return;
  }
}

export async function countAll() {
  let offset = 0;
  let seen = 0;
  while (seen === offset) {
    const { rows } = await pool.query('SELECT id FROM orders ORDER BY id LIMIT 100 OFFSET $1', [offset]); //! deep-offset-pagination
    seen += rows.length;
    offset += 100;
  }
  return seen;
}

export async function afterLastKey(write: (row: unknown) => void) {
  let last: string | undefined;
  for (;;) {
    const users = await prisma.user.findMany({ take: 100, ...(last && { cursor: { id: last }, skip: 1 }) }); //= begins after the last key
    if (users.length === 0) return;
    users.forEach(write);
    last = users.at(-1)?.id;
  }
}

export async function firstPages() {
  const pages = [];
  for (let page = 0; page < 3; page++) pages.push(await prisma.user.findMany({ skip: page * 20, take: 20 })); //= three pages, and no more
  return pages;
}

export function onePage(page: number) {
  return prisma.user.findMany({ skip: page * 20, take: 20 }); //= one page, whichever it is
}

export async function bytes(read: (options: { offset: number }) => Promise<string>) {
  let offset = 0;
  let text = '';
  while (text.length === offset) {
    text += await read({ offset }); //= no query
    offset += 100;
  }
  return text;
}

export async function perTeam(ids: string[]) {
  const found = [];
  const skip = 10;
  for (const id of ids) found.push(await prisma.user.findMany({ where: { teamId: id }, skip, take: 10 })); //= the same each time
  return found;
}

export async function unfinished(close: (id: string) => Promise<void>) {
  for (;;) {
    const open = await prisma.order.findMany({ where: { total: 0 }, skip: 0, take: 100 }); //= the first page, again and again
    if (open.length === 0) return;
    for (const { id } of open) await close(id);
  }
}
