//- with: typeorm, pg
import { Pool } from 'pg';
import type { Repository } from 'typeorm';

interface Team {
  id: number;
  name: string;
}

const pool = new Pool();

export class Search {
  constructor(private readonly teams: Repository<Team>) {}

  async firstTeams(name: string): Promise<number[]> {
    const query = this.teams.createQueryBuilder('team').take(5);
    if (name) query.where('team.name = :name', { name });
    const found = await query.getMany();
    return Promise.all(found.map((team) => this.teams.count({ where: { id: team.id } }))); //= five teams at most
  }

  async laterLimited(name: string): Promise<number[]> {
    const query = this.teams.createQueryBuilder('team').where('team.name = :name', { name });
    query.take(5);
    const found = await query.getMany();
    return Promise.all(found.map((team) => this.teams.count({ where: { id: team.id } }))); //= as above, by another statement
  }

  async allTeams(name: string): Promise<number[]> {
    const query = this.teams.createQueryBuilder('team').where('team.name = :name', { name });
    const found = await query.getMany();
    return Promise.all(found.map((team) => this.teams.count({ where: { id: team.id } }))); //! n-plus-one-query
  }
}

export async function rowsOfEach(tables: string[]): Promise<unknown[]> {
  const counts: unknown[] = [];
  for (const table of tables) {
    counts.push(await pool.query(`SELECT count(*) FROM ${table}`)); //= another table each time
    const text = `SELECT max(id) FROM "${table}" WHERE id > $1`;
    counts.push(await pool.query(text, [0])); //= as above
  }
  return counts;
}

export async function rowsOfOne(table: string, ids: number[]): Promise<unknown[]> {
  const counts: unknown[] = [];
  for (const id of ids) counts.push(await pool.query(`SELECT count(*) FROM ${table} WHERE id = $1`, [id])); //! n-plus-one-query
  return counts;
}
