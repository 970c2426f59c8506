//- with: typeorm, mongoose, sequelize, mongodb
import type { Collection } from 'mongodb';
import { model, Schema } from 'mongoose';
import { Model } from 'sequelize';
import type { Repository } from 'typeorm';

interface Order {
  id: number;
  userId: number;
}

const Post = model('Post', new Schema({ title: String }));
class Ticket extends Model {}

export class Orders {
  constructor(private readonly orders: Repository<Order>) {}

  async count(userId: number): Promise<number> {
    return (await this.orders.find({ where: { userId } })).length; //! count-by-loading
  }

  async built(userId: number): Promise<number> {
    const rows = await this.orders //! count-by-loading
      .createQueryBuilder('o')
      .where('o.userId = :userId', { userId })
      .getMany();
    return rows.length;
  }

  async locked(userId: number): Promise<number> {
    const rows = await this.orders.find({ where: { userId }, lock: { mode: 'pessimistic_write' } }); //= locks what it reads
    return rows.length;
  }
}

export async function posts(): Promise<number> {
  const all = await Post.find({}).sort({ title: 1 }).exec(); //! count-by-loading
  return all.length;
}

export async function latest(): Promise<number> {
  const some = await Post.find({}).sort({ title: 1 }).limit(3); //= three rows at most
  return some.length;
}

export async function tickets(): Promise<boolean> {
  const open = await Ticket.findAll({ where: { open: true } }); //! count-by-loading
  return open.length > 0;
}

export async function perOwner(): Promise<number> {
  const rows = await Ticket.findAll({ group: ['ownerId'] }); //= as many as there are groups
  return rows.length;
}

export async function events(collection: Collection): Promise<number> {
  return (await collection.find({ read: false }).toArray()).length; //! count-by-loading
}
