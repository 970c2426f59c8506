//- package.json
{ "dependencies": { "typeorm": "0.3", "mongoose": "8", "@nestjs/common": "11" } }
//- orders.ts
import { Controller, Get, Param } from '@nestjs/common';
import { model, Schema } from 'mongoose';
import { Column, Entity, PrimaryColumn, type Repository } from 'typeorm';

@Entity()
export class Order {
  @PrimaryColumn() id!: string;
  @Column() userId!: string;
  @Column() total!: number;
  get isLarge(): boolean {
    return this.total > 1000;
  }
}

const Post = model('Post', new Schema({ title: String, author: String }));

@Controller('orders')
export class Orders {
  constructor(private readonly orders: Repository<Order>) {}

  @Get(':user')
  async ofUser(@Param('user') user: string): Promise<Order[]> {
    const orders = await this.orders.find({ relations: { user: true } }); //! filter-in-application hint
    return orders.filter((order) => order.userId === user);
  }

  @Get('large')
  async large(): Promise<Order[]> {
    const orders = await this.orders.find(); //= what the class computes is no column
    return orders.filter((order) => order.isLarge);
  }

  @Get('first')
  async first(@Param('user') user: string): Promise<Order | undefined> {
    return (await this.findAll()).find((order) => order.userId === user); //! filter-in-application hint
  }

  @Get('posts')
  async posts(@Param('author') author: string): Promise<unknown> {
    const posts = await Post.find({}).sort({ title: 1 }); //! filter-in-application hint
    return posts.filter((post) => post.author.toString() === author);
  }

  @Get('counted')
  async counted(@Param('user') user: string): Promise<number[]> {
    const orders = await this.orders.find(); //= how many there are is asked as well
    return [orders.length, orders.filter((order) => order.userId === user).length];
  }

  private async findAll(): Promise<Order[]> {
    return this.orders.find();
  }
}
