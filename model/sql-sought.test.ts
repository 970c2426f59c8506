/** Which statements of SQL are read, and what they look for. */
import { expect, test } from 'vitest';
import { soughtBySql } from './sql-sought.ts';

test.each([
  ['select * from users where email = $1', 'users', ['email chooses']],
  ['SELECT a, extract(day from b) FROM "public"."Users" AS u WHERE u.Email = ? LIMIT 1', 'Users', ['Email chooses']],
  [
    'select 1 from users u where (u.a = %s and (b >= :b)) and c between $1 and $2 and d is null and e is not null',
    'users',
    ['a chooses', 'b chooses', 'c chooses', 'd shares', 'e others'],
  ],
  [
    "select 1 from users where a in (?, ?) and b = any($1::int[]) and c != 3 and d < now() - interval '1 day'",
    'users',
    ['a chooses', 'b chooses', 'c others', 'd chooses'],
  ],
  ['update users set a = $1, b = b + 1 where c = %(c)s returning *', 'users', ['c chooses']],
  ['delete from only users where c = lower($1);', 'users', ['c chooses']],
  ['select exists (select 1 from users where c = $1)', 'users', ['c chooses']],
  ["select 1 from users where a = 'b' and c in (1, -2) and d = true and e = '?'", 'users', ['a shares', 'c shares', 'd shares', 'e chooses']],
])('%s', (statement, table, conditions) => {
  const sought = soughtBySql(statement);
  expect([sought?.table, sought?.conditions.map(({ column, asks }) => `${column} ${asks}`)]).toEqual([table, conditions]);
});

test.each([
  'select * from users',
  'select * from users where',
  'select * from users where a = 1 or b = 2',
  'select * from users where not a = 1',
  'select * from users where active',
  'select * from users where lower(a) = $1',
  'select * from users where a::text = $1',
  "select * from users where a ->> 'b' = $1",
  'select * from users where a like $1',
  'select * from users where a = b',
  'select * from users where a = coalesce($1, a)',
  'select * from users where a = $1 collate nocase',
  'select * from users where a not in ($1)',
  'select * from users where a is distinct from $1',
  'select * from users where other.a = $1',
  'select * from users where a = (select b from c)',
  'select * from users where a = ? ?',
  'select * from users where a = ? ? order by b',
  'select * from ? where a = 1',
  'select * from users ? where a = 1',
  'select * from users, others where a = 1',
  'select * from users join others using (id) where a = 1',
  'update users set a = 1 from others where a = 1',
  'delete from users using others where a = 1',
  'select * from users where a = 1 union select * from users where b = 2',
  'with x as (select 1) select * from x where a = 1',
  'insert into users select * from others where a = 1',
  'select * from users where a = 1; select 2',
])('%s is not read', (statement) => {
  expect(soughtBySql(statement)).toBeNull();
});
