//- package.json
{ "dependencies": { "drizzle-orm": "0.44", "express": "5" } }
//- schema.ts
import { boolean, index, integer, jsonb, pgTable, primaryKey, serial, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { slug } from './columns';

export const users = pgTable('users', {
  id: serial('id').primaryKey(),
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  phone: text(),
  joined: timestamp('joined_at').defaultNow().notNull(),
  isActive: boolean('is_active').default(true),
  plan: text('plan', { enum: ['free', 'paid'] }),
  mood: text('mood').default('calm'),
  settings: jsonb('settings'),
  slug: slug('slug'),
  currency: text('currency'),
});

export const lines = pgTable(
  'lines',
  {
    orderId: integer('order_id').references(() => users.id),
    place: integer('place'),
    sku: text('sku'),
    shelf: text('shelf'),
    batch: uuid('batch'),
    note: text('note'),
  },
  (table) => [
    primaryKey({ columns: [table.orderId, table.place] }),
    index('by_sku').on(table.sku.desc(), table.note),
    index('by_shelf').using('btree', table.shelf),
    unique('one_batch').on(table.batch),
  ],
);

export const carts = pgTable('carts', { owner: text('owner'), code: text('code'), other: text('other') }, (table) => ({
  byOwner: index('by_owner').on(table.owner),
}));

export const views = pgTable('views', { id: text('id'), name: text('name') });

export const torn = pgTable('torn', { name: text('name') }, (table) => [...slug.indexesOf(table)]);
//- columns.ts
import { text } from 'drizzle-orm/pg-core';

export const slug = Object.assign((name: string) => text(name).unique(), { indexesOf: (table: unknown) => [table] });
//- app.ts
import { and, eq, gte, ilike, inArray, ne, or, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import express from 'express';
import * as schema from './schema';
import { carts, lines, torn, users, views } from './schema';

const app = express();
const db = drizzle(process.env.DATABASE_URL ?? '', { schema });

app.get('/users/:name', async (req, res) => {
  const x = req.params.name;
  res.json([
    await db.select().from(users).where(eq(users.name, x)).limit(1), //! missing-index hint O(users rows)
    await db.select().from(users).where(and(gte(users.joined, new Date(x)), eq(users.isActive, true))), //! missing-index hint
    await db.query.users.findFirst({ where: eq(users.name, x) }), //! missing-index hint
    await db.select().from(lines).where(inArray(schema.lines.place, [1, 2])), //! missing-index hint
    await db.select().from(carts).where(eq(carts.code, x)), //! missing-index hint
  ]);
});

app.post('/users/:name', async (req, res) => {
  await db.update(users).set({ isActive: false }).where(eq(users.name, req.params.name)); //! missing-index hint
  await db.transaction(async (tx) => {
    await tx.delete(users).where(eq(users.phone, req.params.phone)); //! missing-index hint
  });
  res.end();
});

app.get('/silent', async (req, res) => {
  const x = String(req.query.x);
  res.json([
    await db.select().from(users).where(eq(users.id, 3)), //= a key
    await db.select().from(users).where(eq(users.email, x)), //= unique
    await db.select().from(lines).where(eq(lines.orderId, 3)), //= the first of the key
    await db.select().from(lines).where(and(eq(lines.sku, x), eq(lines.note, x))), //= an index begins with one of them
    await db.select().from(lines).where(eq(lines.shelf, x)), //= an index of a kind that it names
    await db.select().from(lines).where(eq(lines.batch, x)), //= unique beside the columns
    await db.select().from(carts).where(eq(carts.owner, x)), //= an index in an object
    await db.select().from(users).where(eq(users.isActive, true)), //= of two values an index chooses neither
    await db.select().from(users).where(eq(users.plan, 'free')), //= of few values as well
    await db.select().from(users).where(eq(users.mood, 'calm')), //= most rows have what they begin with
    await db.select().from(users).where(eq(users.currency, x)), //= a program has only so many
    await db.select().from(users).where(eq(users.settings, x)), //= what is in it no plain index answers
    await db.select().from(users).where(eq(users.slug, x)), //= the project's own function may have made it unique
    await db.select().from(torn).where(eq(torn.name, x)), //= its indexes cannot be read
    await db.select().from(views).where(eq(views.name, x)), //= where nothing is a key, keys are declared elsewhere
    await db.select().from(users).where(ilike(users.name, `%${x}%`)), //= a question that no plain index answers
    await db.select().from(users).where(ne(users.name, x)), //= nearly all rows are wanted
    await db.select().from(users).where(or(eq(users.name, x), eq(users.email, x))), //= alternatives are not read
    await db.select().from(users).where(sql`lower(${users.name}) = ${x}`), //= nobody reads this
    await db.select().from(users).where(and(eq(users.name, x), x ? eq(users.email, x) : undefined)), //= it may ask for anything more
    await db.select().from(users).innerJoin(lines, eq(lines.orderId, users.id)).where(eq(users.name, x)), //= it may begin with the lines
    await db.select().from(users), //= asks for all
  ]);
});

export async function nobodyCallsThis(name: string): Promise<unknown> {
  return db.select().from(users).where(eq(users.name, name)); //= runs who knows when
}
