import knex from 'knex';
import { inArray } from 'drizzle-orm';
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
  const cityById = new Map<any, any>((await db('cities').whereIn('id', ids)).map((city: any) => [city.id, city]));
  for (const id of ids) rows.push(cityById.get(id));
  return rows;
}

export async function knexWritesEach(names: string[]): Promise<void> {
  for (const name of names) {
    await db('cities').insert({ name });
  }
}

export async function drizzleReadsEach(ids: number[]): Promise<string[]> {
  const names: string[] = [];
  const cities2 = ids.length > 0 ? await orm.select().from(cities).where(inArray(cities.id, ids)) : [];
  const cities2ById = new Map<(typeof cities2)[number]['id'], typeof cities2>();
  for (const city of cities2) {
    const group = cities2ById.get(city.id);
    if (group) group.push(city);
    else cities2ById.set(city.id, [city]);
  }
  for (const id of ids) {
    const [city] = cities2ById.get(id) ?? [];
    if (city) names.push(city.name);
  }
  return names;
}

export async function sequelizeReadsEach(ids: number[]): Promise<(Ticket | null)[]> {
  return Promise.all(ids.map((id) => Ticket.findByPk(id)));
}

export async function sequelizeWritesEach(tickets: Ticket[]): Promise<void> {
  for (const ticket of tickets) await ticket.update({ open: false });
}

export async function readsAtOnce(ids: number[]): Promise<void> {
  await db('cities').whereIn('id', ids).select();
  await orm.select().from(cities).where(inArray(cities.id, ids));
  await Ticket.findAll({ where: { id: { [Op.in]: ids } } });
  await db.unionAll(ids.map((id) => db('cities').where({ id }).select()));
}
