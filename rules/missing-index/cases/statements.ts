import express from 'express';
import { Pool } from 'pg';
import { query, run } from './db.ts';

const app = express();
const pool = new Pool();
const byName = 'select * from users where name = $1';

app.get('/users/:email', async (req, res) => {
  const { rows } = await pool.query('select * from users where email = $1 limit 1', [req.params.email]); //! missing-index hint O(users rows)
  res.json(rows);
});

app.get('/users', async (req, res) => {
  const { name, since } = req.query;
  res.json([
    await pool.query(byName, [name]), //! missing-index hint
    await pool.query(`SELECT u.id, count(*) FROM public.users AS u WHERE u.name = '${name}' GROUP BY u.id`), //! missing-index hint
    await pool.query('SELECT id FROM "users" WHERE (email = ANY($1::text[])) AND id <> $2 AND is_active = true', [[], 3]), //! missing-index hint
    await pool.query('select id from users where joined > now() - interval \'1 day\' and joined <= $1', [since]), //! missing-index hint
    await pool.query('select id from users where joined between $1 and $2 and left_at is null', [since, since]), //! missing-index hint
    await pool.query('select exists (select 1 from Users where EMAIL in ($1, $2))', [name, name]), //! missing-index hint
    await pool.query('update users set name = $2, joined = now() where name = $1', [name, name]), //! missing-index hint
    await pool.query('delete from only users where name = $1', [name]), //! missing-index hint
    await pool.query('select * from orders where buyer_id = $1', [name]), //! missing-index hint
    await pool.query('select * from people where nick = $1', [name]), //! missing-index hint
    await query('select * from users where name = $1', [name]), //! missing-index hint
    await run([name], 'select * from users where name = $1'), //! missing-index hint
  ]);
});

export async function notify(emails: string[]): Promise<void> {
  for (const email of emails) await pool.query('update users set seen = now() where email = $1', [email]); //! missing-index hint
}

app.get('/silent', async (req, res) => {
  const { x, more } = req.query as Record<string, string>;
  res.json([
    await pool.query('select * from users where id = $1', [x]), //= a key
    await pool.query('select * from users where login = $1 and name = $2', [x, x]), //= unique
    await pool.query('select * from users where phone = $1', [x]), //= a later migration makes an index
    await pool.query('select * from users where lower(name) = $1', [x]), //= a function of it, which an index may be made for
    await pool.query('select * from users where nick = $1', [x]), //= an index of an expression names it
    await pool.query('select * from users where street = $1', [x]), //= an index of several begins with it
    await pool.query('select * from users where city = $1', [x]), //= an index is made and dropped: nobody knows what came after
    await pool.query('select * from users where zip = $1', [x]), //= an index is made of it where code is run
    await pool.query('select * from users where code = $1', [x]), //= code makes the index
    await pool.query('select * from users where is_active = $1', [x]), //= of two values an index chooses neither
    await pool.query('select * from users where mood = $1', [x]), //= of the values of a type as well
    await pool.query('select * from users where size = $1', [x]), //= of those that a condition lists
    await pool.query('select * from users where points = $1', [x]), //= a constant to begin with: most rows have it
    await pool.query('select * from users where left_at is null'), //= most rows have none
    await pool.query(`select * from users where name = 'nobody' and joined > '2020-01-01'`), //= a value that is written there is one of few
    await pool.query('select * from users where email <> $1', [x]), //= nearly all rows are wanted
    await pool.query('select * from users where settings = $1', [x]), //= what is in it no plain index answers
    await pool.query('select * from users where email like $1', [`%${x}%`]), //= a question that no plain index answers
    await pool.query('select * from users where email = $1 or name = $1', [x]), //= alternatives are not read
    await pool.query('select * from users where ($1 = 1 and name = $2)', [x, x]), //= what is asked is no column
    await pool.query('select * from users where name = login'), //= compared with another column
    await pool.query('select * from users where unheard_of = $1', [x]), //= no file makes this column
    await pool.query('select * from users u join orders o on o.buyer_id = u.id where u.name = $1', [x]), //= the database may begin with the other table
    await pool.query('select * from users, orders where name = $1', [x]), //= as above
    await pool.query('select * from users where name = (select name from orders limit 1)'), //= another query in it
    await pool.query('select * from users where name = $1 union select * from users where id = 3', [x]), //= two queries
    await pool.query(`select * from users where name = $1 ${more}`, [x]), //= more conditions may be put in
    await pool.query(`select * from ${more} where name = $1`, [x]), //= which table it is nobody knows
    await pool.query('select * from strangers where name = $1', [x]), //= no file makes this table
    await pool.query('select * from copied where name = $1', [x]), //= it is made of another, in a way that is not read
    await pool.query('select * from bare where name = $1', [x]), //= where nothing is a key, keys are made elsewhere
    await pool.query('select * from visits where day = $1', [x]), //= it is in parts by this column
    await pool.query('select * from probes where name = $1', [x]), //= a test makes it
    await pool.query('select * from roles where title = $1', [x]), //= there are only some of them
    await pool.query('select * from users'), //= asks for all
  ]);
});

export async function start(): Promise<void> {
  await pool.query('create index if not exists users_by_code on users (code)');
}

export async function nobodyCallsThis(email: string): Promise<unknown> {
  return pool.query('select * from users where email = $1', [email]); //= runs who knows when
}
//- db.ts
import { Pool } from 'pg';

const pool = new Pool();

export async function query(text: string, values: unknown[]): Promise<unknown[]> {
  const client = await pool.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    client.release();
  }
}

export const run = (values: unknown[], text: string): Promise<unknown[]> => query(text, values);
//- migrations/001_init.sql
-- create index on users (email);
/* create index on users (name); */
CREATE TYPE mood AS ENUM ('calm', 'cross');

CREATE TABLE IF NOT EXISTS public."users" (
  id        BIGSERIAL PRIMARY KEY,
  login     varchar(64) NOT NULL,
  email     TEXT NOT NULL, -- unique
  name      character varying(200) NOT NULL DEFAULT '',
  phone     text,
  nick      text,
  street    text,
  city      text,
  zip       text,
  code      text,
  is_active boolean NOT NULL DEFAULT true,
  mood      mood,
  size      text CHECK (size IN ('s', 'm')),
  points    integer NOT NULL DEFAULT 0,
  left_at   timestamptz,
  joined    timestamptz NOT NULL DEFAULT now(),
  seen      timestamptz,
  settings  jsonb,
  note      text DEFAULT 'it''s; create index on users (email)',
  CONSTRAINT by_login UNIQUE (login)
);
CREATE TABLE orders (id uuid PRIMARY KEY, buyer_id bigint REFERENCES users (id));
CREATE TABLE copied AS SELECT * FROM users;
CREATE TABLE bare (name text);
CREATE TABLE roles (id int PRIMARY KEY, title text);
CREATE TABLE visits (id bigint NOT NULL, day date NOT NULL, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE persons (id int PRIMARY KEY, nick text);
this is no statement (;
CREATE INDEX ON users USING gist (lower(nick));
CREATE INDEX by_street ON users (street, name);
CREATE INDEX by_city ON users (city);
DO $$ BEGIN CREATE INDEX by_zip ON users (zip); EXCEPTION WHEN duplicate_table THEN null; END $$;
//- migrations/002_phone.sql
DROP INDEX by_city;
ALTER TABLE persons RENAME TO people;
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS by_phone
  ON ONLY users USING btree (phone DESC) WHERE phone IS NOT NULL;
//- tests/fixtures/probes.sql
CREATE TABLE probes (id int PRIMARY KEY, name text);
