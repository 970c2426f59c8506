// The stages of a pipeline tell how many rows it yields, however many the table has.
//- with: express, mongoose
import express from 'express';
import { Schema, model } from 'mongoose';

interface Order {
  _id: string;
  shop: string;
  open: boolean;
}

const app = express();
const Orders = model<Order>('Order', new Schema<Order>({ shop: String, open: Boolean }));
const Shops = model<{ _id: string; name: string }>('Shop', new Schema<{ _id: string; name: string }>({ name: String }));

app.get('/orders', async (request, response) => {
  response.json(await Orders.find().skip(Number(request.query.from)).limit(50));
});

app.get('/open', async (_request, response) => {
  const orders = await Orders.find({ open: true });
  const shops: unknown[] = [];
  for (const order of orders) shops.push(await Shops.findById(order.shop)); //! n-plus-one-query hint
  response.json(shops);
});

app.get('/top', async (_request, response) => {
  const top = await Orders.aggregate<{ _id: string }>([{ $sort: { total: -1 } }, { $limit: 15 }]);
  const shops: unknown[] = [];
  for (const each of top) shops.push(await Shops.findById(each._id)); //! n-plus-one-query hint
  response.json(shops);
});

app.get('/by-shop', async (_request, response) => {
  const groups = await Orders.aggregate<{ _id: string }>([{ $match: { open: true } }, { $group: { _id: '$shop' } }]);
  const shops: unknown[] = [];
  for (const each of groups) shops.push(await Shops.findById(each._id)); //! n-plus-one-query hint
  response.json(shops);
});

app.get('/open-by-shop', async (_request, response) => {
  const pipeline = [{ $match: { open: true } }, { $group: { _id: '$shop' } }, { $sort: { _id: 1 } }];
  const groups = await Orders.aggregate<{ _id: string }>(pipeline);
  const shops: unknown[] = [];
  for (const each of groups) shops.push(await Shops.findById(each._id)); //! n-plus-one-query hint
  response.json(shops);
});

const MOST = 10;

app.get('/newest', async (_request, response) => {
  const pipeline: object[] = [{ $match: { open: true } }];
  pipeline.push({ $limit: MOST });
  const newest = await Orders.aggregate<{ _id: string }>(pipeline);
  const shops: unknown[] = [];
  for (const each of newest) shops.push(await Shops.findById(each._id)); //! n-plus-one-query hint
  response.json(shops);
});
