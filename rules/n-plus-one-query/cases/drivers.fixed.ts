import { Pool } from 'pg';
import { createPool } from 'mysql2/promise';
import { MongoClient } from 'mongodb';
import Redis from 'ioredis';

const pool = new Pool();
const mysql = createPool({});
const mongo = new MongoClient('mongodb://localhost').db('shop');
const redis = new Redis();

export async function readsRows(ids: number[]): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (const id of ids) {
    const result = await pool.query('select * from users where id = $1', [id]);
    rows.push(result.rows[0]);
  }
  return rows;
}

export async function writesRows(users: { id: number; name: string }[]): Promise<void> {
  for (const user of users) {
    await mysql.execute('update users set name = ? where id = ?', [user.name, user.id]);
  }
}

export async function readsDocuments(skus: string[]): Promise<unknown[]> {
  const products = mongo.collection('products');
  return Promise.all(skus.map((sku) => products.findOne({ sku })));
}

export async function readsKeys(ids: string[]): Promise<(string | null)[]> {
  const values: (string | null)[] = [];
  const keys = ids.map((id) => `user:${id}`);
  const values2 = keys.length > 0 ? await redis.mget(keys) : [];
  const valueByKey = new Map(keys.map((key, i) => [key, values2[i] ?? null]));
  for (const id of ids) values.push(valueByKey.get(`user:${id}`) ?? null);
  return values;
}

export async function readsAtOnce(ids: string[]): Promise<void> {
  await redis.mget(ids.map((id) => `user:${id}`));
  await pool.query('select * from users where id = any($1)', [ids]);
}

export async function few(): Promise<void> {
  const { rows } = await pool.query(`
    select id from users
    order by id limit 5`);
  for (const row of rows) await pool.query('select * from orders where user_id = $1', [row.id]);
}

export async function rowsOfAll(): Promise<void> {
  const { rows } = await pool.query('select id from users');
  for (const row of rows) await pool.query('select * from orders where user_id = $1', [row.id]);
  const [users] = await mysql.execute('select id from users');
  for (const user of users) await mysql.execute('select * from orders where user_id = ?', [user.id]);
}

const cache = new Redis();

async function nameOf(id: string): Promise<unknown> {
  const known = await cache.get(id);
  if (known) return known;
  const { rows } = await pool.query('select name from users where id = $1', [id]);
  await cache.set(id, rows[0].name);
  return rows[0].name;
}

export async function namesOf(ids: string[]): Promise<void> {
  for (const id of ids) await nameOf(id);
}

export async function pipelined(ids: string[]): Promise<void> {
  const pipeline = redis.pipeline();
  for (const id of ids) pipeline.get(`user:${id}`);
  await pipeline.exec();
}
