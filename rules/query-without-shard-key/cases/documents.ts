//- with: express, mongoose, mongodb
import express from 'express';
import { MongoClient } from 'mongodb';
import { Order } from './order';
import { Profile } from './profile';
import { byStatus, findOrders } from './repo';

const app = express();
const db = new MongoClient('mongodb://localhost').db('shop');
const visits = db.collection('visits');

app.get('/orders/open', async (req, res) => {
  res.json(await Order.find({ status: req.query.status }).sort({ at: 1 }).lean()); //! query-without-shard-key warning O(shards)
});

app.get('/orders/:id', async (req, res) => {
  res.json(await Order.findById(req.params.id)); //! query-without-shard-key warning
});

app.get('/orders', async (req, res) => {
  // Through a function that is handed the conditions, and through one that makes them.
  const open = await findOrders({ status: 'open' }); //! query-without-shard-key
  const own = await findOrders({ status: 'open', tenantId: req.params.tenant }); //= names the key
  res.json({ open, own, late: await byStatus('late') });
});

app.get('/visits', async (req, res) => {
  const query = { page: req.query.page };
  const ofPage = await visits.find(query).toArray(); //! query-without-shard-key
  const ofUser = await visits.findOne({ userId: req.params.user }); //= the first column of the key finds the shard
  const both = await visits.findOne({ $or: [{ userId: 3 }, { page: '/' }] }); //= names the key, as well as others
  res.json({ ofPage, ofUser, both });
});

app.get('/profiles/:id', async (req, res) => {
  res.json(await Profile.findById(req.params.id)); //= is sharded by its primary key
});

app.get('/search', async (req, res) => {
  const filter: Record<string, unknown> = { status: 'open' };
  if (req.query.tenant) filter.tenantId = req.query.tenant;
  const some = await Order.find(filter); //= somebody adds to the conditions
  const spread = await Order.find({ ...req.query }); //= spreads what nobody knows
  const count = await Order.countDocuments(); //= asks for all of them, and not for some
  const chained = await Order.find({ status: 'open' }).where('tenantId').equals(3); //= the chain adds the key
  await Order.create({ status: 'open' }); //= what is written holds the key itself
  const other = await db.collection('pages').findOne({ path: '/' }); //= is not sharded
  res.json({ some, spread, count, chained, other });
});

export async function closeAll(ids: string[]) {
  for (const id of ids) await Order.updateOne({ _id: id }, { status: 'closed' }); //! query-without-shard-key warning
}
//- order.ts
import { model, Schema } from 'mongoose';

const schema = new Schema({ status: String, tenantId: String }, { shardKey: { tenantId: 1, _id: 1 } });

export const Order = model('Order', schema);
//- profile.ts
import { model, Schema } from 'mongoose';

export const Profile = model('Profile', new Schema({ name: String }, { shardKey: { _id: 'hashed' } }));
//- repo.ts
import { Order } from './order';

export const findOrders = (filter: object) => Order.find(filter);

export const byStatus = (status: string) => Order.find({ status }); //! query-without-shard-key warning

export async function withoutKey(status: string) {
  return Order.findOne({ status }); //! query-without-shard-key hint
}
//- scripts/shard.js
sh.enableSharding('shop');
sh.shardCollection('shop.visits', { userId: 1, at: 1 });
