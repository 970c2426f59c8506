import { PrismaClient } from '@prisma/client';
import { and, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { integer, pgTable, serial, text } from 'drizzle-orm/pg-core';
import express from 'express';
import { DataTypes, Sequelize } from 'sequelize';
import { Column, Entity, PrimaryColumn, type Repository } from 'typeorm';

const app = express();
const prisma = new PrismaClient();
const db = drizzle('postgres://localhost');
const sequelize = new Sequelize();

const users = pgTable('users', { id: serial('id').primaryKey(), email: text('email'), name: text('name'), teamId: integer('team_id'), status: text('status') });
const Log = sequelize.define('Log', { subject: DataTypes.STRING, number: DataTypes.STRING }, { tableName: 'shop_log' });
const Guessed = sequelize.define('Guessed', { subject: DataTypes.STRING });
const Note = sequelize.define('Note', { number: DataTypes.STRING }, { tableName: 'shop_notes' });
const Order = sequelize.define('Order', { number: DataTypes.STRING, note: DataTypes.STRING });

@Entity('invoices')
export class Invoice {
  @PrimaryColumn() id!: number;
  @Column() number!: string;
  @Column() iban!: string;
}

app.get('/users/:x', async (req, res) => {
  const { x } = req.params;
  res.json([
    await db.select().from(users).where(eq(users.name, x)), //! missing-index hint O(users rows)
    await db.select().from(users).where(eq(users.email, x)), //= a migration makes its index
    await db.select().from(users).where(eq(users.teamId, 3)), //= as above, and calls it otherwise
    await db.select().from(users).where(and(eq(users.name, x), eq(users.status, x))), //= an index begins with the status
    await Order.findOne({ where: { note: x } }), //! missing-index hint
    await Log.findOne({ where: { number: x } }), //! missing-index hint
    await Log.findOne({ where: { subject: x } }), //= a migration makes its index, by the name that the model tells
    await Note.findOne({ where: { number: x } }), //! missing-index hint
    await Order.findOne({ where: { number: x } }), //= a migration makes its index
    await prisma.session.findFirst({ where: { userAgent: x } }), //! missing-index hint
    await prisma.session.findFirst({ where: { token: x } }), //= a migration makes its index
    await prisma.mapped.findFirst({ where: { iban: x } }), //= a migration makes its index, by the name that the schema tells
    await prisma.other.findFirst({ where: { iban: x } }), //! missing-index hint
    await Guessed.findOne({ where: { subject: x } }), //= no file of SQL knows this table, which may be called otherwise there
  ]);
});

export class Invoices {
  constructor(private readonly invoices: Repository<Invoice>) {
    app.get('/invoices/:iban', async (req, res) => void res.json([await this.byIban(req.params.iban), await this.byNumber(req.params.iban)]));
  }

  byIban(iban: string): Promise<Invoice | null> {
    return this.invoices.findOneBy({ iban }); //= a migration makes its index
  }

  byNumber(number: string): Promise<Invoice | null> {
    return this.invoices.findOneBy({ number }); //! missing-index hint
  }
}
//- prisma/schema.prisma
datasource db {
  provider     = "postgresql"
  relationMode = "prisma"
}
model Session {
  id        Int    @id
  token     String
  userAgent String
}
model Mapped {
  id   Int    @id
  iban String

  @@map("invoices")
}
model Other {
  id   Int    @id
  iban String
}
//- prisma/migrations/0_init/migration.sql
CREATE TABLE "Session" ("id" INTEGER NOT NULL, "token" TEXT NOT NULL, "user_agent" TEXT NOT NULL, CONSTRAINT "Session_pkey" PRIMARY KEY ("id"));
CREATE INDEX CONCURRENTLY "by_token" ON "Session"("token");
//- drizzle/0000_first.sql
CREATE TABLE "users" ("id" serial PRIMARY KEY, "email" text, "name" text, "team_id" integer, "status" text);
CREATE INDEX "by_email" ON "users" USING btree (lower("email"));
CREATE INDEX "by_team" ON "users" ("team_id");
CREATE INDEX "by_status" ON "users" ("status", "id");
CREATE TABLE "shop_log" ("id" serial PRIMARY KEY, "subject" text UNIQUE, "number" text);
CREATE TABLE "orders" ("id" serial PRIMARY KEY, "number" text UNIQUE, "note" text);
CREATE TABLE "invoices" ("id" serial PRIMARY KEY, "number" text, "iban" text UNIQUE);
