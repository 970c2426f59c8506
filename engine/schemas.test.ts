/** Findings that rest on a schema follow what becomes of it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createSession } from './session.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const schema = (attribute: string): string =>
  `datasource db {\n  provider = "sqlite"\n}\nmodel User {\n  id Int @id\n  email String ${attribute}\n}\n`;
const code = `import { PrismaClient } from '@prisma/client';
import express from 'express';

const app = express();
const prisma = new PrismaClient();
app.get('/:email', async (req, res) => {
  res.json(await prisma.user.findFirst({ where: { email: req.params.email } }));
});
`;

test('a session notices that a schema changes, comes and goes', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'scalelint-schemas-'));
  folders.push(cwd);
  const path = (name: string): string => join(cwd, name);
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), text);
  };
  write('package.json', '{ "name": "shop", "dependencies": { "@prisma/client": "6", "express": "5" } }');
  write('app.ts', code);
  write('prisma/schema.prisma', schema('@unique'));
  const session = createSession({ root: cwd });
  session.hold(path('app.ts'), code);
  const found = async (): Promise<(string | null)[]> =>
    (await session.check(path('app.ts'), 'syntax')).findings.filter(({ rule }) => rule === 'missing-index').map(({ growth }) => growth);
  expect(await found()).toEqual([]);

  write('prisma/schema.prisma', schema(''));
  expect(await found()).toEqual([]);
  session.touched([path('prisma/schema.prisma')]);
  expect(await found()).toEqual(['O(User rows)']);
  expect(session.textOf(path('prisma/schema.prisma'))).toBe(schema(''));

  rmSync(path('prisma/schema.prisma'));
  session.touched([path('prisma/schema.prisma')]);
  expect(await found()).toEqual([]);

  // Two schemas of one package: which of them is meant nobody knows.
  write('prisma/schema.prisma', schema(''));
  write('old/schema.prisma', schema(''));
  session.touched([path('prisma/schema.prisma'), path('old/schema.prisma')]);
  expect(await found()).toEqual([]);
  session.dispose();
});

test('a session notices that files of SQL change, come and go', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'scalelint-sql-'));
  folders.push(cwd);
  const path = (name: string): string => join(cwd, name);
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), text);
  };
  const asking = `import { drizzle } from 'drizzle-orm/node-postgres';
import { eq } from 'drizzle-orm';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import express from 'express';
import { Pool } from 'pg';

const app = express();
const pool = new Pool();
const db = drizzle(pool);
const books = pgTable('books', { id: integer('id').primaryKey(), isbn: text('isbn') });
app.get('/:email', async (req, res) => {
  res.json(await pool.query('select * from users where email = $1', [req.params.email]));
  res.json(await db.select().from(books).where(eq(books.isbn, req.params.email)));
});
`;
  const users = 'create table users (id serial primary key, email text);\n';
  write('package.json', '{ "name": "shop", "dependencies": { "pg": "8", "drizzle-orm": "1", "express": "5" } }');
  write('app.ts', asking);
  const session = createSession({ root: cwd });
  session.hold(path('app.ts'), asking);
  const found = async (): Promise<(string | null)[]> =>
    (await session.check(path('app.ts'), 'syntax')).findings.filter(({ rule }) => rule === 'missing-index').map(({ growth }) => growth);
  expect(await found()).toEqual(['O(books rows)']);

  write('migrations/1.sql', users);
  expect(await found()).toEqual(['O(books rows)']);
  session.touched([path('migrations/1.sql')]);
  expect(await found()).toEqual(['O(users rows)', 'O(books rows)']);
  expect(session.textOf(path('migrations/1.sql'))).toBe(users);

  write('migrations/2.sql', 'create index on users (email);\ncreate index on books (isbn);\n');
  session.touched([path('migrations/2.sql')]);
  expect(await found()).toEqual([]);

  write('migrations/2.sql', 'create index on users (email);\n');
  session.touched([path('migrations/2.sql')]);
  expect(await found()).toEqual(['O(books rows)']);

  rmSync(path('migrations/2.sql'));
  session.touched([path('migrations/2.sql')]);
  expect(await found()).toEqual(['O(users rows)', 'O(books rows)']);
  session.dispose();
});
