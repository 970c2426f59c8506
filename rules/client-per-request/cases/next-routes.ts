// Routes that a framework serves by their place: some are for developers, and some are asked for by a clock.
//- with: pg, next
//- package.json
{ "name": "shop", "dependencies": { "next": "16.0.0", "pg": "8.0.0" } }
//- app/api/orders/route.ts
import { Pool } from 'pg';

export async function GET() {
  const pool = new Pool({ max: 2 }); //! client-per-request hint
  return (await pool.query('select * from orders')).rows;
}
//- app/api/cron/backup/route.ts
import { Pool } from 'pg';

export async function GET() {
  const pool = new Pool({ max: 2 }); //! client-per-request hint
  return (await pool.query('select * from orders')).rows;
}
//- app/api/debug/connections/route.ts
import { Pool } from 'pg';

export async function GET() {
  const pool = new Pool({ max: 2 }); //= tries something out
  return (await pool.query('select 1')).rows;
}
//- app/api/seed-orders/route.ts
import { Pool } from 'pg';

export async function POST(_request: unknown, _response: unknown) {
  const pool = new Pool({ max: 2 }); //= fills an empty database
  return (await pool.query("insert into orders values ('a')")).rows;
}
//- app/api/test-runs/route.ts
import { Pool } from 'pg';

export async function GET() {
  const pool = new Pool({ max: 2 }); //! client-per-request hint
  return (await pool.query('select * from runs')).rows;
}
//- app/api/cron-jobs/route.ts
import { Pool } from 'pg';

export async function GET() {
  const pool = new Pool({ max: 2 }); //! client-per-request hint
  return (await pool.query('select * from jobs')).rows;
}
//- app/api/micron/route.ts
import { Pool } from 'pg';

export async function GET() {
  const pool = new Pool({ max: 2 }); //! client-per-request hint
  return (await pool.query('select * from sizes')).rows;
}
//- jobs/package.json
{ "name": "jobs", "dependencies": { "@netlify/functions": "4.0.0", "pg": "8.0.0" } }
//- jobs/netlify/functions/heartbeat.mts
import { Pool } from 'pg';

export default async () => {
  const pool = new Pool({ max: 1 }); //! client-per-request hint
  await pool.query('select 1');
};

export const config = { schedule: '*/15 * * * *' };
//- jobs/netlify/functions/orders.mts
import { Pool } from 'pg';

export default async () => {
  const pool = new Pool({ max: 1 }); //! client-per-request hint
  return (await pool.query('select * from orders')).rows;
};

export const config = { path: '/orders' };
//- app/api/healthz/route.ts
import { Pool } from 'pg';

export async function GET() {
  const pool = new Pool({ max: 2 }); //= it looks whether connections can be made
  return (await pool.query('select 1')).rows;
}
