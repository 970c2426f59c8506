/** `batch-query` for statements of drivers. What runs here runs on SQLite, which takes the same calls as the others. */
import { beforeAll, describe, expect, test } from 'vitest';
import { prepareParser } from '../tree.ts';
import { allBehaveAlike, FILE, type Intent, isRefused, isSuggested } from './testing/try-fix.ts';

beforeAll(() => prepareParser());

const send =
  (recipe: string, call: string, loop = 'for r'): Intent =>
  (find) => ({ kind: 'batch-query', file: FILE, call: find.exactly(call), loop: find.loop(loop), recipe });

const together = /what the cursor says of the last statement is not needed; nothing is sent where the values of one fail to be made/;

/** A table, and what is in it in the end. */
const DATABASE = `
import sqlite3
class Row:
    def __init__(self, day, sum): self.day, self.sum = day, sum
    def __repr__(self): return 'Row %s %s' % (self.day, self.sum)
def rows(*given): return [Row(*each) for each in given]
connection = sqlite3.connect(':memory:')
connection.execute('create table sales (day text primary key, sum integer)')
def run(rows):
    cursor = connection.cursor()
    fill(cursor, rows)
    return connection.execute('select * from sales order by day').fetchall()
`;
const ROWS = ["rows(('mo', 1), ('tu', 2))", 'rows()'];

function becomes(code: string, intent: Intent, after: string, inputs: readonly string[] = ROWS): void {
  expect(isSuggested(DATABASE + code, intent, together, inputs).slice(DATABASE.length)).toBe(after);
}

describe('executemany', () => {
  const insert = "cursor.execute('INSERT INTO sales VALUES (?, ?)', (r.day, r.sum))";

  test('one statement for all', () =>
    becomes(
      `def fill(cursor, rows):\n    for r in rows:\n        ${insert}\n`,
      send('execute-many', insert),
      "def fill(cursor, rows):\n    cursor.executemany(\n        'INSERT INTO sales VALUES (?, ?)',\n        [(r.day, r.sum) for r in rows],\n    )\n",
    ));

  test('on lines of its own where it is long, under a condition, by dictionaries', () => {
    const call = "cursor.execute('REPLACE INTO sales (day, sum) VALUES (:day, :sum)', {'day': r.day, 'sum': r.sum})";
    becomes(
      `def fill(cursor, rows):\n    for r in rows:\n        if r.sum > 1:\n            ${call}\n`,
      send('execute-many-inserts', call),
      "def fill(cursor, rows):\n    cursor.executemany(\n        'REPLACE INTO sales (day, sum) VALUES (:day, :sum)',\n        [{'day': r.day, 'sum': r.sum} for r in rows if r.sum > 1],\n    )\n",
    );
  });

  test('a loop that prepares its values gathers them', () =>
    becomes(
      "SQL = 'INSERT INTO sales VALUES (?, ?)'\ndef fill(cursor, rows):\n    total = 0\n    for r in rows:\n        total += r.sum\n        values = [r.day, total]\n        cursor.execute(SQL, values)\n",
      send('execute-many', 'cursor.execute(SQL, values)'),
      "SQL = 'INSERT INTO sales VALUES (?, ?)'\ndef fill(cursor, rows):\n    total = 0\n    rows2 = []\n    for r in rows:\n        total += r.sum\n        values = [r.day, total]\n        rows2.append(values)\n    cursor.executemany(SQL, rows2)\n",
    ));

  test('rows as they are', () =>
    becomes(
      "def fill(cursor, rows):\n    pairs = [(r.day, r.sum) for r in rows]\n    for r in pairs:\n        cursor.execute('INSERT INTO sales VALUES (?, ?)', r)\n",
      send('execute-many', "cursor.execute('INSERT INTO sales VALUES (?, ?)', r)", 'for r in pairs'),
      "def fill(cursor, rows):\n    pairs = [(r.day, r.sum) for r in rows]\n    cursor.executemany('INSERT INTO sales VALUES (?, ?)', pairs)\n",
    ));

  test('a statement of several lines stays as it is', () => {
    const sql = '"""\n            UPDATE sales\n            SET sum = ?\n            WHERE day = ?\n        """';
    becomes(
      `def fill(cursor, rows):\n    for r in rows:\n        cursor.execute(${sql}, (r.sum, r.day))\n`,
      send('execute-many', `cursor.execute(${sql}, (r.sum, r.day))`),
      `def fill(cursor, rows):\n    cursor.executemany(\n        ${sql},\n        [(r.sum, r.day) for r in rows],\n    )\n`,
    );
  });

  test('values that are arguments of their own, awaited', () => {
    const code = "async def fill(pool, rows):\n    for r in rows:\n        await pool.execute('DELETE FROM sales WHERE day = $1', r.day)\n";
    expect(isSuggested(code, send('execute-many-spread', "pool.execute('DELETE FROM sales WHERE day = $1', r.day)"), together)).toBe(
      "async def fill(pool, rows):\n    await pool.executemany('DELETE FROM sales WHERE day = $1', [(r.day,) for r in rows])\n",
    );
  });
});

test('psycopg2 gathers statements by a function of its own', () => {
  const code = "import psycopg2\n\ndef fill(cur, rows):\n    for r in rows:\n        cur.execute('INSERT INTO a VALUES (%s)', (r.day,))\n";
  expect(isSuggested(code, send('execute-batch', "cur.execute('INSERT INTO a VALUES (%s)', (r.day,))"), together)).toBe(
    "import psycopg2\nfrom psycopg2.extras import execute_batch\n\ndef fill(cur, rows):\n    execute_batch(cur, 'INSERT INTO a VALUES (%s)', [(r.day,) for r in rows])\n",
  );
});

describe('SQLAlchemy', () => {
  test('a list of values, unless there are none', () => {
    const code = "def fill(db, rows):\n    for r in rows:\n        db.execute(text('INSERT INTO a VALUES (:d)'), {'d': r.day})\n";
    expect(isSuggested(code, send('execute-list', "db.execute(text('INSERT INTO a VALUES (:d)'), {'d': r.day})"), together)).toBe(
      "def fill(db, rows):\n    rows2 = [{'d': r.day} for r in rows]\n    if rows2:\n        db.execute(text('INSERT INTO a VALUES (:d)'), rows2)\n",
    );
  });

  test('behind a loop that gathers them', () => {
    const code = "def fill(db, days):\n    for r in days:\n        d = r.day\n        db.execute(sales.insert(), {'d': d})\n    db.commit()\n";
    expect(isSuggested(code, send('execute-list', "db.execute(sales.insert(), {'d': d})"), together)).toBe(
      "def fill(db, days):\n    rows = []\n    for r in days:\n        d = r.day\n        rows.append({'d': d})\n    if rows:\n        db.execute(sales.insert(), rows)\n    db.commit()\n",
    );
  });
});

const cases: readonly (readonly [name: string, recipe: string, body: string, call: string, reason: RegExp])[] = [
  [
    'it reads',
    'execute-many',
    "for r in rs:\n        c.execute('SELECT 1 WHERE %s', (r,))",
    "c.execute('SELECT 1 WHERE %s', (r,))",
    /`SELECT` is not sent/,
  ],
  [
    'rows come back',
    'execute-many',
    "for r in rs:\n        c.execute('INSERT INTO a VALUES (%s) RETURNING id', (r,))",
    "c.execute('INSERT INTO a VALUES (%s) RETURNING id', (r,))",
    /gives rows back/,
  ],
  [
    'rows are fetched',
    'execute-many',
    "for r in rs:\n        c.execute('INSERT INTO a VALUES (%s)', (r,))\n        x = c.fetchone()",
    "c.execute('INSERT INTO a VALUES (%s)', (r,))",
    /asks the database for more/,
  ],
  [
    'its key is read',
    'execute-many',
    "for r in rs:\n        c.execute('INSERT INTO a VALUES (%s)', (r,))\n        print(c.lastrowid)",
    "c.execute('INSERT INTO a VALUES (%s)', (r,))",
    /more than write rows/,
  ],
  [
    'it commits each',
    'execute-many',
    "for r in rs:\n        c.execute('INSERT INTO a VALUES (%s)', (r,))\n        db.commit()",
    "c.execute('INSERT INTO a VALUES (%s)', (r,))",
    /more than write rows/,
  ],
  [
    'another text for each',
    'execute-many',
    "for r in rs:\n        c.execute(f'INSERT INTO {r.t} VALUES (%s)', (r,))",
    "c.execute(f'INSERT INTO {r.t} VALUES (%s)', (r,))",
    /no constant text/,
  ],
  [
    'a text that is put together',
    'execute-many',
    "for r in rs:\n        c.execute('INSERT INTO ' + t, (r,))",
    "c.execute('INSERT INTO ' + t, (r,))",
    /no constant text/,
  ],
  [
    'two statements',
    'execute-many',
    "for r in rs:\n        c.execute('DELETE FROM a; INSERT INTO a VALUES (%s)', (r,))",
    "c.execute('DELETE FROM a; INSERT INTO a VALUES (%s)', (r,))",
    /more than one statement/,
  ],
  [
    'updates of MySQL',
    'execute-many-inserts',
    "for r in rs:\n        c.execute('UPDATE a SET b = %s', (r,))",
    "c.execute('UPDATE a SET b = %s', (r,))",
    /`UPDATE` is not sent/,
  ],
  ['no values', 'execute-many', "for r in rs:\n        c.execute('DELETE FROM a')", "c.execute('DELETE FROM a')", /no values/],
  [
    'one dictionary that is filled anew',
    'execute-many',
    "d = {}\n    for r in rs:\n        d['a'] = r\n        c.execute('INSERT INTO a VALUES (:a)', d)",
    "c.execute('INSERT INTO a VALUES (:a)', d)",
    /more than write rows/,
  ],
  [
    'the same values for all',
    'execute-many',
    "for r in rs:\n        c.execute('INSERT INTO a VALUES (%s)', d)",
    "c.execute('INSERT INTO a VALUES (%s)', d)",
    /one and the same/,
  ],
  [
    'the loop walks its own cursor',
    'execute-many',
    "for r in c:\n        c.execute('INSERT INTO a VALUES (%s)', r)",
    "c.execute('INSERT INTO a VALUES (%s)', r)",
    /the loop walks what/,
  ],
  [
    'another cursor for each',
    'execute-many',
    "for r in rs:\n        r.cursor.execute('INSERT INTO a VALUES (%s)', (r.x,))",
    "r.cursor.execute('INSERT INTO a VALUES (%s)', (r.x,))",
    /made anew inside/,
  ],
  [
    'a cursor made on the spot',
    'execute-many',
    "for r in rs:\n        db.cursor().execute('INSERT INTO a VALUES (%s)', (r,))",
    "db.cursor().execute('INSERT INTO a VALUES (%s)', (r,))",
    /made anew for each/,
  ],
  [
    'a time limit',
    'execute-many-spread',
    "for r in rs:\n        c.execute('DELETE FROM a WHERE b = $1', r, timeout=3)",
    "c.execute('DELETE FROM a WHERE b = $1', r, timeout=3)",
    /`timeout` is not understood/,
  ],
  [
    'an update of a session',
    'execute-list',
    "for r in rs:\n        s.execute(update(A), {'id': r})",
    "s.execute(update(A), {'id': r})",
    /no constant text/,
  ],
  [
    'values in the statement',
    'execute-list',
    "for r in rs:\n        s.execute(insert(A).values(b=1), {'id': r})",
    "s.execute(insert(A).values(b=1), {'id': r})",
    /no constant text/,
  ],
  [
    'an error of one is handled',
    'execute-many',
    "for r in rs:\n        try:\n            c.execute('INSERT INTO a VALUES (%s)', (r,))\n        except E:\n            pass",
    "c.execute('INSERT INTO a VALUES (%s)', (r,))",
    /more than write rows/,
  ],
  [
    'what the cursor says is kept',
    'execute-many',
    "for r in rs:\n        c.execute('INSERT INTO a VALUES (%s)', (r,))\n        d.append(c.lastrowid)",
    "c.execute('INSERT INTO a VALUES (%s)', (r,))",
    /after each statement/,
  ],
  [
    'the number of rows is kept',
    'execute-many',
    "for r in rs:\n        n = c.execute('DELETE FROM a WHERE b = %s', (r,))",
    "c.execute('DELETE FROM a WHERE b = %s', (r,))",
    /gives back is used/,
  ],
];
describe('refused', () => {
  for (const [name, recipe, body, call, reason] of cases)
    test(name, () => isRefused(`def run(rs, c, d, t):\n    ${body}\n`, send(recipe, call), reason));
});

test('what came with inputs behaves as before', allBehaveAlike);
