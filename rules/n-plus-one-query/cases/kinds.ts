// A program has only so many kinds of things, however much there is of each.
//- with: express, pg
import express from 'express';
import { Pool } from 'pg';

const app = express();
const db = new Pool();

app.get('/totals', async (_request, response) => {
  const found: unknown[] = [];
  const priorities = await db.query('SELECT id FROM task_priorities ORDER BY value');
  for (const each of priorities.rows) found.push(await db.query('SELECT count(*) FROM tasks WHERE priority_id = $1', [each.id])); //! n-plus-one-query hint
  const boards = await db.query('SELECT id FROM boards ORDER BY value');
  for (const each of boards.rows) found.push(await db.query('SELECT count(*) FROM tasks WHERE board_id = $1', [each.id])); //! n-plus-one-query warning
  const regions = await db.query('SELECT id FROM regions ORDER BY name');
  for (const each of regions.rows) found.push(await db.query('SELECT count(*) FROM tasks WHERE region_id = $1', [each.id])); //! n-plus-one-query hint
  response.json(found);
});
