//- package.json
{ "dependencies": { "typeorm": "0.3", "@nestjs/common": "11", "@nestjs/graphql": "13" } }
//- orders.ts
import { Body, Controller, Get, Post } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import { Column, Entity, ManyToOne, PrimaryColumn, type Repository } from 'typeorm';

@Entity()
export class Customer {
  @PrimaryColumn() id!: string;
  @Column() email!: string;
}

@Entity()
export class Order {
  @PrimaryColumn() id!: string;
  @Column() total!: number;
  @ManyToOne(() => Customer) customer!: Customer;
}

@Entity()
export class Kind {
  @PrimaryColumn() id!: string;
  @Column() name!: string;
}

@Controller('orders')
export class Orders {
  constructor(
    private readonly orders: Repository<Order>,
    private readonly kinds: Repository<Kind>,
    private readonly customers: Repository<Customer>,
  ) {}

  @Get()
  async list(): Promise<Order[]> {
    return this.findAll(); //! unbounded-query hint
  }

  @Post()
  async create(@Body() order: Order): Promise<Order> {
    return this.orders.save(order);
  }

  @Get('kinds')
  async allKinds(): Promise<Kind[]> {
    return this.kinds.find(); //= nobody reads kinds page by page
  }

  @Post('kinds')
  async addKind(@Body() kind: Kind): Promise<Kind> {
    return this.kinds.save(kind);
  }

  @Get('customers')
  async allCustomers(): Promise<Customer[]> {
    return this.customers.find(); //= nobody reads customers page by page
  }

  @Get('page')
  async page(): Promise<Order[]> {
    return this.orders.find({ skip: 100, take: 50 }); //= a page
  }

  private findAll(): Promise<Order[]> {
    return this.orders.find({ relations: { customer: true } });
  }
}

@Resolver(() => Order)
export class OrderResolver {
  constructor(private readonly orders: Repository<Order>) {}

  @Query(() => [Order])
  async orders_(): Promise<Order[]> {
    return this.orders.find(); //! unbounded-query hint
  }
}
