// A transaction that is open from one call to another.
//- with: express, pg, sequelize, axios, typeorm
//- app.ts
import axios from 'axios';
import express from 'express';
import { Pool } from 'pg';
import { Sequelize } from 'sequelize';
import { DataSource } from 'typeorm';

const app = express();
const pool = new Pool();
const sequelize = new Sequelize('postgres://localhost/shop');
const source = new DataSource({ type: 'postgres' });

app.post('/pay/:id', async (req, res) => {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('UPDATE orders SET paid = true WHERE id = $1', [req.params['id']]);
    await axios.post('https://payments.example/charges', {}); //! lock-held-across-io warning
    await client.query('COMMIT');
    await axios.post('https://mails.example/paid', {}); //= it is committed
  } catch (error) {
    await client.query('ROLLBACK');
    await axios.post('https://alarms.example', {}); //= it is rolled back
    throw error;
  } finally {
    client.release();
  }
  res.end();
});

app.post('/ship/:id', async (req, res) => {
  const client = await pool.connect();
  await axios.get('https://parcels.example/prices'); //= it has not begun
  await client.query('BEGIN');
  const found = await client.query('SELECT 1 FROM orders WHERE id = $1 FOR UPDATE', [req.params['id']]);
  if (found.rows.length === 0) {
    await client.query('ROLLBACK');
    await axios.post('https://alarms.example/missing', {}); //= it is rolled back
    return res.end();
  }
  await axios.post('https://parcels.example/labels', {}); //! lock-held-across-io warning
  await client.query('COMMIT');
  client.release();
  return res.end();
});

app.post('/refund/:id', async (_req, res) => {
  const t = await sequelize.transaction();
  try {
    await sequelize.query('UPDATE orders SET refunded = true', { transaction: t });
    await axios.post('https://payments.example/refunds', {}); //! lock-held-across-io warning
    await t.commit();
  } catch (error) {
    await t.rollback();
    throw error;
  }
  res.end();
});

app.post('/cancel/:id', async (_req, res) => {
  const runner = source.createQueryRunner();
  await runner.startTransaction();
  await runner.query('UPDATE orders SET cancelled = true');
  await axios.post('https://hooks.example/cancelled', {}); //! lock-held-across-io warning
  await runner.commitTransaction();
  await axios.post('https://mails.example/cancelled', {}); //= it is committed
  res.end();
});

app.post('/label/:id', async (_req, res) => {
  const runner = source.manager.connection.createQueryRunner();
  await runner.startTransaction();
  await runner.query('UPDATE orders SET labelled = true');
  await axios.post('https://parcels.example/labels', {}); //! lock-held-across-io warning
  await runner.commitTransaction();
  res.end();
});

app.post('/draft/:id', async (_req, res) => {
  const t = await sequelize.transaction();
  //? miss: another function commits it
  await axios.post('https://drafts.example', {});
  await finish(t);
  res.end();
});

async function finish(t: { commit(): Promise<void> }): Promise<void> {
  await t.commit();
}
