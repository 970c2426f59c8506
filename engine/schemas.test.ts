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
