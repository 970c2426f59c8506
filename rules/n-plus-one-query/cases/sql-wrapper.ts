// Who hands the statement to a function of our own says whether it reads or writes.
//- with: express, mysql2, node
//- database.ts
import { createPool } from 'mysql2/promise';

const pool = createPool({ host: 'db' });

class Database {
  async query(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]> {
    const [rows] = await pool.query(sql, values);
    return rows as Record<string, unknown>[];
  }
}

export const database = new Database();
//- server.ts
import express from 'express';
import { database } from './database.ts';

const app = express();

app.get('/standings', async (_request, response) => {
  const matches = await database.query('SELECT id, winner FROM matches');
  const found: unknown[] = [];
  for (const match of matches) {
    const byId = 'SELECT id, name FROM team WHERE id = ?';
    found.push(await database.query(byId, [match['winner']])); //! n-plus-one-query hint
  }
  response.json(found);
});

app.post('/standings', async (_request, response) => {
  const matches = await database.query('SELECT id, winner FROM matches');
  for (const match of matches) {
    await database.query('UPDATE team SET wins = wins + 1 WHERE id = ?', [match['winner']]); //! n-plus-one-query hint
  }
  response.json(matches.length);
});
