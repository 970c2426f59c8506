//- with: typeorm, @nestjs/common, @nestjs/typeorm
//- orders.controller.ts
import { Controller, Get, Post, Body } from '@nestjs/common';
import { OrdersService } from './orders.service.ts';

@Controller('orders')
export class OrdersController {
  constructor(private readonly orders: OrdersService) {}

  @Get()
  all() {
    return this.orders.withOwners();
  }

  @Post('ship')
  async ship(@Body() body: { ids: number[] }) {
    for (const id of body.ids) await this.orders.ship(id); //! n-plus-one-query
  }
}
//- orders.service.ts
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Order } from './order.ts';
import { UsersService } from './users.service.ts';

@Injectable()
export class OrdersService {
  constructor(
    @InjectRepository(Order) private readonly orders: Repository<Order>,
    private readonly users: UsersService,
  ) {}

  async withOwners(): Promise<{ order: Order; owner: string }[]> {
    const orders = await this.orders.find();
    return Promise.all(
      orders.map(async (order) => ({ order, owner: await this.users.nameOf(order.userId) })), //! n-plus-one-query
    );
  }

  async ship(id: number): Promise<void> {
    await this.orders.update({ id }, { shipped: true }); //= one write per call
  }
}
//- users.service.ts
import { Injectable } from '@nestjs/common';
import { Repository } from 'typeorm';
import { User } from './order.ts';

@Injectable()
export class UsersService {
  constructor(private readonly users: Repository<User>) {}

  async nameOf(id: number): Promise<string> {
    const user = await this.users.findOneBy({ id }); //= one query per call
    return user?.name ?? 'nobody';
  }
}
//- order.ts
export class Order {
  id = 0;
  userId = 0;
  shipped = false;
}

export class User {
  id = 0;
  name = '';
}
