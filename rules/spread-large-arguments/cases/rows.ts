//- with: pg
import { Pool } from 'pg';

const pool = new Pool();

export async function newest(): Promise<number> {
  const { rows } = await pool.query('SELECT at FROM events');
  return Math.max(...rows.map((row) => row.at)); //! spread-large-arguments
}

export async function newestOfTen(): Promise<number> {
  const { rows } = await pool.query('SELECT at FROM events ORDER BY at DESC LIMIT 10');
  //= ten rows
  return Math.max(...rows.map((row) => row.at));
}
