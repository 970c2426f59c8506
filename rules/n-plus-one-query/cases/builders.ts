//- with: knex, drizzle-orm, sequelize
import knex from 'knex';
import { eq, inArray } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { Model, Op } from 'sequelize';

const db = knex({ client: 'pg' });
const orm = drizzle({});
const cities = pgTable('cities', { id: integer('id').primaryKey(), name: text('name') });

class Ticket extends Model {
  declare id: number;
}

export async function knexReadsEach(ids: number[]): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (const id of ids) rows.push(await db('cities').where({ id }).first()); //! n-plus-one-query
  return rows;
}

export async function knexWritesEach(names: string[]): Promise<void> {
  for (const name of names) {
    await db('cities').insert({ name }); //! n-plus-one-query
  }
}

export async function drizzleReadsEach(ids: number[]): Promise<string[]> {
  const names: string[] = [];
  for (const id of ids) {
    const [city] = await orm.select().from(cities).where(eq(cities.id, id)); //! n-plus-one-query
    if (city) names.push(city.name);
  }
  return names;
}

export async function sequelizeReadsEach(ids: number[]): Promise<(Ticket | null)[]> {
  return Promise.all(ids.map((id) => Ticket.findByPk(id))); //! n-plus-one-query
}

export async function sequelizeWritesEach(tickets: Ticket[]): Promise<void> {
  for (const ticket of tickets) await ticket.update({ open: false }); //! n-plus-one-query
}

export async function readsAtOnce(ids: number[]): Promise<void> {
  await db('cities').whereIn('id', ids).select(); //= one query for all
  await orm.select().from(cities).where(inArray(cities.id, ids)); //= one query for all
  await Ticket.findAll({ where: { id: { [Op.in]: ids } } }); //= one query for all
  await db.unionAll(ids.map((id) => db('cities').where({ id }).select())); //= described one by one, sent as one
}
