//- with: express, pg, @prisma/client
import { PrismaClient } from '@prisma/client';
import express from 'express';
import { Pool } from 'pg';

const app = express();
const pool = new Pool();
const prisma = new PrismaClient();

const OPEN = `
  SELECT id, total FROM public.orders -- by tenant_id? no
  WHERE state = $1
  ORDER BY id`;

app.get('/orders', async (req, res) => {
  const open = await pool.query(OPEN, [req.query.state]); //! query-without-shard-key warning O(shards)
  const one = await pool.query(`SELECT * FROM orders WHERE id = ${Number(req.query.id)}`); //! query-without-shard-key
  const own = await pool.query('SELECT * FROM orders WHERE tenant_id = $1 AND id = $2', [1, 2]); //= names the key
  const joined = await pool.query('SELECT * FROM orders o JOIN lines l USING (tenant_id, id) WHERE o.id = $1', [2]); //= names the key
  const more = await pool.query(`SELECT * FROM orders WHERE id > 3 AND ${req.query.more}`); //= more conditions are put in
  const other = await pool.query(`SELECT * FROM ${req.query.table} WHERE id = 3`); //= nobody knows which table
  const country = await pool.query('SELECT * FROM countries WHERE code = $1', ['de']); //= is a reference table: each shard has all of it
  const back = await pool.query('SELECT * FROM archive WHERE year = $1', [1999]); //= is in one place again
  const all = await pool.query('SELECT count(*) FROM orders'); //= asks for all of them
  await pool.query('INSERT INTO orders (id) VALUES ($1)', [1]); //= adds rows, and looks for none
  await pool.query('UPDATE orders SET state = $1 WHERE id = $2', ['late', 3]); //! query-without-shard-key
  res.json({ open, one, own, joined, more, other, country, back, all });
});

app.get('/teams', async (_req, res) => {
  const order = await prisma.order.findMany({ where: { userId: 'ada' } }); //! query-without-shard-key
  const team = await prisma.team.findMany({ where: { name: 'ada' } }); //= is not sharded
  res.json({ order, team });
});

export async function setup() {
  await pool.query('SELECT * FROM orders WHERE id = 1'); //= runs once, when the program starts
}
//- admin/orders.ts
import { Pool } from 'pg';

const pool = new Pool();
export const late = () => pool.query("SELECT * FROM orders WHERE state = 'late'"); //= who administers looks across all tenants
//- migrations/001-distribute.ts
import type { Pool } from 'pg';

export async function up(pool: Pool) {
  await pool.query("SELECT create_distributed_table('orders', 'tenant_id')");
  await pool.query("SELECT create_distributed_table('archive', 'year_of_order')");
  await pool.query("SELECT create_distributed_table('countries', 'region'); SELECT create_reference_table('countries')");
}
//- migrations/002-undo.ts
import type { Pool } from 'pg';

export async function up(pool: Pool) {
  await pool.query("SELECT undistribute_table('archive')");
}

export async function down(pool: Pool) {
  await pool.query("SELECT create_distributed_table('teams', 'region')");
}
