/** What is read from files of SQL, whole and broken, in the words of several databases. */
import { expect, test } from 'vitest';
import { readSql } from './read.ts';

const indexed = (text: string): string[] => readSql(text).indexed.map(({ table, name }) => `${table}.${name}`);

test('columns, with what is said of them', () => {
  const text = `create table if not exists "shop"."books" (
    id bigint generated always as identity primary key,
    title character varying(200) not null default '', -- comment
    tags text[] not null,
    state book_state default 'new'::book_state,
    price numeric(10, 2) default 0 check (price > 0),
    [order] int,
    "key" text,
    untyped
  );`;
  const { columns } = readSql(text);
  expect(columns.map(({ name, type, isShared }) => [name, type, isShared])).toEqual([
    ['id', 'bigint', false],
    ['title', 'character', false],
    ['tags', null, false],
    ['state', 'book_state', true],
    ['price', 'numeric', true],
    ['order', 'int', false],
    ['key', 'text', false],
    ['untyped', null, false],
  ]);
  expect(columns.every(({ table }) => table === 'books')).toBe(true);
  expect(columns.slice(0, 2).map(({ span }) => text.slice(span.start, span.end))).toEqual([
    'id bigint generated always as identity primary key',
    "title character varying(200) not null default ''",
  ]);
});

test.each([
  ['create table a (x int primary key, y int unique)', ['a.x', 'a.y']],
  ['create table a (x int, y int, constraint pk primary key clustered (x asc, y))', ['a.x', 'a.asc']],
  ['CREATE TABLE `a` (`x` int, KEY `by_x` (`x`(20)), UNIQUE KEY (`y`), FULLTEXT INDEX `t` (`z`))', ['a.x', 'a.y', 'a.z']],
  ['create table a (key varchar(20), index int)', []],
  ['create table a (x int, exclude using gist (x with =))', ['a.x', 'a.with']],
  ['create unique index concurrently if not exists i on only s.a using btree (x desc, y) where z', ['a.x', 'a.desc']],
  ['create index on a ((x + y), z)', ['a.x', 'a.y']],
  ["create index i on a (lower(x -> 'y'))", ['a.lower', 'a.x']],
  ['CREATE NONCLUSTERED INDEX [i] ON [dbo].[a] ([x])\nGO\nALTER TABLE [b] WITH CHECK ADD CONSTRAINT [c] UNIQUE ([y])', ['a.x', 'b.y']],
  ['alter table only s.a add constraint c primary key (x)', ['a.x']],
  ['alter table a add column if not exists x text unique, drop column z, add unique (y)', ['a.x', 'a.y']],
  ['alter table a add constraint c unique using index i', []],
  ['do $body$ begin create index i on a (x); exception when others then null; end $body$;', ['a.x']],
  ['/* create\n index i on a (x)\n create index i on a (x) */ create index i on a (y)', ['a.y']],
  ['-- create index i on a (x)\n/* create index i on a (x) */ # no\n', []],
  ["insert into a values ('create index i on a (x)', 'it''s'); create index i on a (y)", ['a.y']],
  ["insert into `a` values ('it\\'s; create index i on a (x)'); create index i on a (y)", ['a.y']],
  ["insert into a values ('C:\\'); create index i on a (y)", ['a.y']],
  ['create temporary table a (x int primary key)', []],
  ['create table a (x int) partition by range (x)', ['a.x']],
])('%s indexes %j', (text, columns) => {
  expect(indexed(text).sort()).toEqual([...columns].sort());
});

test.each([
  'create table a as select * from b',
  'create table a (like b including all)',
  'create table a (x int',
  'create table a (x int) engine = MergeTree order by (x)',
  'create index i on a using',
])('%s is not read', (text) => {
  expect(readSql(text).unread).toEqual(['a']);
});

test('what refers to another table, and what is called otherwise', () => {
  const read = readSql(
    'create table a (b_id int references b (id), c_id int, foreign key (c_id) references c (id)); alter table a rename to z; alter table z rename column c_id to d_id; alter table z change b_id e_id int',
  );
  expect(read.foreign.map(({ name }) => name)).toEqual(['b_id', 'c_id']);
  expect(read.renamed).toEqual([{ from: 'a', to: 'z' }]);
  expect(read.renamedColumns).toEqual([
    { table: 'z', from: 'c_id', to: 'd_id' },
    { table: 'z', from: 'b_id', to: 'e_id' },
  ]);
});

test('lists of values', () => {
  const read = readSql("create type mood as enum ('calm'); create table a (x text check (x in ('y')), z text, check (z = any (array['w'])))");
  expect(read.enums).toEqual(['mood']);
  expect(read.listed.map(({ name }) => name)).toEqual(expect.arrayContaining(['x', 'z']));
});

test('what is broken costs only itself, and nothing crashes', () => {
  const text = `create table torn (id int, (;
    nonsense 'text" with quotes';
    create table a (x int primary key, y text default $$it's$$);
    create index i on a (y); alter table a add`;
  expect(indexed(text)).toEqual(expect.arrayContaining(['a.x', 'a.y']));
  for (const part of ['create table a (', '$a$ $b$ $c$ ', "'", '(', 'create index i on a ((', 'alter table a add (', '/*', '$$'])
    expect(() => readSql(`create index i on a (x);${part.repeat(2000)}`)).not.toThrow();
  for (let end = 0; end <= text.length; end++) expect(() => readSql(text.slice(0, end) + text.slice(end + 3))).not.toThrow();
});
