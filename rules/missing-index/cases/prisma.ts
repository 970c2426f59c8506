import { PrismaClient } from '@prisma/client';
import express from 'express';

const app = express();
const prisma = new PrismaClient();

app.get('/users/:email', async (req, res) => {
  res.json(await prisma.user.findFirst({ where: { email: req.params.email } })); //! missing-index hint O(User rows)
});

app.get('/users', async (req, res) => {
  res.json([
    await prisma.user.findMany({ where: { name: req.params.name, isActive: true } }), //! missing-index hint
    await prisma.user.count({ where: { joined: { gte: new Date(String(req.query.since)) } } }), //! missing-index hint
    await prisma.user.findMany({ where: { teamId: req.params.team } }), //! missing-index hint
    await prisma.orderLine.findMany({ where: { place: 3 } }), //! missing-index hint
    await prisma.orderLine.findMany({ where: { sku: { in: ['a', 'b'] }, removed: null } }), //! missing-index hint
  ]);
});

app.post('/users', async (req, res) => {
  await prisma.$transaction(async (tx) => {
    await tx.user.updateMany({ where: { name: req.params.name }, data: { isActive: false } }); //! missing-index hint
    await tx.user.deleteMany({ where: { name: req.params.name } }); //! missing-index hint
  });
  res.end();
});

app.get('/silent', async (req, res) => {
  const text = req.params.x ?? '';
  const conditions = JSON.parse(text);
  res.json([
    await prisma.user.findUnique({ where: { id: text } }), //= a key
    await prisma.user.findUnique({ where: { login: text } }), //= unique
    await prisma.user.findMany({ where: { street: text, name: text } }), //= an index begins with the street
    await prisma.user.findMany({ where: { zip: text } }), //= an index of several lines begins with it
    await prisma.user.findMany({ where: { phone: text } }), //= an index that has a name first
    await prisma.user.findMany({ where: { city: text } }), //= an index in an order
    await prisma.user.findMany({ where: { isActive: true } }), //= of two values an index chooses neither
    await prisma.user.findMany({ where: { role: 'ADMIN' } }), //= of few values as well
    await prisma.user.findMany({ where: { mood: 'calm' } }), //= a constant to begin with: most rows have it
    await prisma.user.findMany({ where: { language: text } }), //= a program has only so many
    await prisma.user.findMany({ where: { left: null } }), //= most rows have none, and an index does not choose among them
    await prisma.user.findMany({ where: { settings: text } }), //= what is in it no plain index answers
    await prisma.user.findMany({ where: { name: { contains: text } } }), //= a question that no plain index answers
    await prisma.user.findMany({ where: { name: { equals: text, mode: 'insensitive' } } }), //= as above
    await prisma.user.findMany({ where: { name: { not: text } } }), //= nearly all rows are wanted
    await prisma.user.findMany({ where: { OR: [{ name: text }, { login: text }] } }), //= alternatives are not read
    await prisma.user.findMany({ where: { team: { is: { title: text } } } }), //= another table's column
    await prisma.user.findMany({ where: { name: text, ...conditions } }), //= it may ask for anything more
    await prisma.user.findMany({ where: conditions }), //= nobody knows what it asks for
    await prisma.user.findMany(), //= asks for all
    await prisma.orderLine.findFirst({ where: { orderId: 3, place: 2 } }), //= the first of the key
    await prisma.ghost.findMany({ where: { name: text } }), //= an index of it cannot be read
    await prisma.torn.findMany({ where: { name: text } }), //= the block has no end
    await prisma.other.findMany({ where: { name: text } }), //= no schema has it
    await prisma.role.findMany({ where: { name: text } }), //= there are only some of them
  ]);
});

export async function nobodyCallsThis(email: string): Promise<unknown> {
  return prisma.user.findFirst({ where: { email } }); //= runs who knows when
}
//- prisma/schema.prisma
datasource db {
  provider = "postgresql" // or another
  url      = env("DATABASE_URL")
}

generator client {
  provider = "prisma-client-js"
}

/// Who buys. @@index([email])
model User {
  id       String    @id @default(cuid())
  login    String    @unique(map: "by_login")
  email    String // @unique
  name     String
  street   String
  number   Int
  zip      String
  phone    String
  city     String
  isActive Boolean   @default(true)
  role     Role
  mood     String    @default("calm")
  language String
  joined   DateTime  @default(now())
  left     DateTime?
  settings Json      @default("{ \"a\": [1, (2] }")
  tags     String[]
  teamId   String
  team     Team      @relation(fields: [teamId], references: [id])

  @@index([street, number])
  @@index(
    [
      zip, // and more
      name,
    ]
  )
  @@unique(name: "by_phone (email", fields: [phone, email])
  @@index([city(sort: Desc)], map: "by_city")
  /* @@index([name]) */
  @@map("users")
}

enum Role {
  ADMIN
  BUYER
}

model Team {
  id    String @id
  title String
  users User[]
}
//- prisma/models/order.prisma
model OrderLine {
  orderId Int
  place   Int
  sku     String
  removed DateTime?

  @@id([orderId, place])
}

model Ghost {
  id   Int    @id
  name String
  @@index(name)
}

model Torn {
  id   Int    @id
  name String

model Role {
  id   Int    @id
  name String
}
//- apps/shop/package.json
{ "name": "mysql-shop", "dependencies": { "@prisma/client": "6", "express": "5" } }
//- apps/shop/prisma/schema.prisma
datasource db {
  provider = "mysql"
  url      = env("SHOP_URL")
}
model Book {
  id       Int    @id
  isbn     String
  authorId Int
  author   Author @relation(fields: [authorId], references: [id])
}
model Author {
  id    Int    @id
  books Book[]
}
//- apps/shop/books.ts
import { PrismaClient } from '@prisma/client';
import express from 'express';

const app = express();
const db = new PrismaClient();

app.get('/books/:isbn', async (req, res) => {
  res.json([
    await db.book.findMany({ where: { isbn: req.params.isbn } }), //! missing-index hint
    await db.book.findMany({ where: { authorId: Number(req.params.author) } }), //= MySQL makes an index for it
  ]);
});
//- apps/planet/package.json
{ "name": "planet", "dependencies": { "@prisma/client": "6", "express": "5" } }
//- apps/planet/prisma/schema.prisma
datasource db {
  provider     = "mysql"
  url          = env("PLANET_URL")
  relationMode = "prisma"
}
model Book {
  id       Int    @id
  authorId Int
  author   Author @relation(fields: [authorId], references: [id])
}
model Author {
  id    Int    @id
  books Book[]
}
//- apps/planet/books.ts
import { PrismaClient } from '@prisma/client';
import express from 'express';

const app = express();
const db = new PrismaClient();

app.get('/books/:author', async (req, res) => {
  res.json(await db.book.findMany({ where: { authorId: Number(req.params.author) } })); //! missing-index hint
});
//- apps/unknown/package.json
{ "name": "unknown", "dependencies": { "@prisma/client": "6", "express": "5" } }
//- apps/unknown/prisma/schema.prisma
datasource db {
  provider = env("PROVIDER")
}
model Book {
  id       Int    @id
  authorId Int
  author   Author @relation(fields: [authorId], references: [id])
}
//- apps/unknown/books.ts
import { PrismaClient } from '@prisma/client';
import express from 'express';

const app = express();
const db = new PrismaClient();

app.get('/books/:author', async (req, res) => {
  res.json(await db.book.findMany({ where: { authorId: Number(req.params.author) } })); //= which database it is nobody knows
});
