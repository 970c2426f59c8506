/** Which files of SQL are read together, and what one says of another's tables. */
import { expect, test } from 'vitest';
import { findSql } from './find.ts';

function found(files: Readonly<Record<string, string>>): ReturnType<ReturnType<typeof findSql>['sql']> {
  const texts = new Map(Object.entries(files).map(([name, text]) => [`/shop/${name}`, text]));
  const within = (folder: string): string[][] =>
    [...texts.keys()].filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1).split('/'));
  return findSql('/shop', {
    readFile: (path) => texts.get(path) ?? null,
    entries: (folder) => ({
      files: within(folder).flatMap(([name, ...below]) => (below.length === 0 && name !== undefined ? [name] : [])),
      folders: [...new Set(within(folder).flatMap(([name, ...below]) => (below.length > 0 && name !== undefined ? [name] : [])))],
    }),
  }).sql();
}

const columns = (files: Readonly<Record<string, string>>, table: string): string[] =>
  [...(found(files)?.schema.tables.get(table)?.columns.values() ?? [])].map(
    ({ name, isIndexed, isFew }) => `${name}${isIndexed ? ' indexed' : ''}${isFew ? ' few' : ''}`,
  );

test('what several files say of one table', () => {
  const files = {
    'db/1.sql':
      "create table Users (id serial primary key, email text, name text, mood mood, b_id int references b (id)); create type mood as enum ('a')",
    'db/2.sql': 'create index i on users (EMAIL); drop index i; alter table users rename column name to title; alter table users add role text',
  };
  expect(columns(files, 'users')).toEqual(['id indexed', 'email indexed', 'name', 'mood few', 'b_id', 'role few', 'title']);
});

test('MySQL makes an index for what refers to another table, and so may a database that nobody can tell', () => {
  const table = 'create table a (id int primary key, b_id int, foreign key (b_id) references b (id))';
  expect(columns({ 'a.sql': table }, 'a')).toEqual(['id indexed', 'b_id indexed']);
  expect(columns({ 'a.sql': table, 'b.sql': 'select 1::int' }, 'a')).toEqual(['id indexed', 'b_id']);
  expect(columns({ 'a.sql': table, 'b.sql': 'select 1::int', 'c.sql': 'create table c (x int) engine = innodb' }, 'a')).toEqual([
    'id indexed',
    'b_id indexed',
  ]);
});

test('a table that is called otherwise keeps what it had', () => {
  const files = {
    '1.sql': 'create table a (id int primary key, x text); create table tmp (id int primary key, x text unique)',
    '2.sql': 'drop table a; alter table tmp rename to a',
  };
  expect(columns(files, 'a')).toEqual(['id indexed', 'x indexed']);
});

test('tests, installed packages and hidden folders make no table', () => {
  const table = 'create table a (id int primary key)';
  expect(found({ 'tests/a.sql': table, 'node_modules/b/a.sql': table, '.cache/a.sql': table })).toBeNull();
  expect(found({ 'src/a.sql': table })?.texts.size).toBe(1);
});

test('where there are too many files, or too long ones, nothing is known of what they say', () => {
  const table = 'create table a (id int primary key)';
  expect(found(Object.fromEntries(Array.from({ length: 801 }, (_, at) => [`${at}.sql`, table])))).toBeNull();
  const long = 1024 * 1024 + 1;
  expect(found({ 'a.sql': table, 'b.sql': 'create index i on a (x);'.padEnd(long) })).toBeNull();
  expect(columns({ 'a.sql': table, 'b.sql': "insert into a values ('x');".padEnd(long) }, 'a')).toEqual(['id indexed']);
});
