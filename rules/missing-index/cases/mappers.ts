//- package.json
{ "dependencies": { "typeorm": "0.3", "@mikro-orm/core": "6", "@nestjs/common": "11" } }
//- orders.ts
import { Controller, Get, Param } from '@nestjs/common';
import {
  Column,
  Entity,
  type EntityManager,
  ILike,
  In,
  Index,
  ManyToOne,
  MoreThan,
  Not,
  PrimaryGeneratedColumn,
  type Repository,
  Unique,
} from 'typeorm';
import { columnOptions } from './options';

export enum State {
  Open = 'open',
  Done = 'done',
}

@Entity()
export class Customer {
  @PrimaryGeneratedColumn() id!: number;
  @Column() email!: string;
}

@Entity()
@Index(['shelf', 'place'])
@Unique('by_number', ['number'])
export class Order {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column() reference!: string;
  @Column({ type: 'timestamp' }) sent!: Date;
  @Column({ unique: true }) barcode!: string;
  @Index() @Column() slug!: string;
  @Column() shelf!: number;
  @Column() place!: number;
  @Column() number!: number;
  @Column() isPaid!: boolean;
  @Column({ type: 'enum', enum: State }) state!: State;
  @Column(columnOptions) other!: string;
  @Column() customerId!: number;
  @ManyToOne(() => Customer) customer!: Customer;
}

@Controller('orders')
export class Orders {
  constructor(
    private readonly orders: Repository<Order>,
    private readonly manager: EntityManager,
  ) {}

  @Get(':reference')
  async one(@Param('reference') reference: string): Promise<Order | null> {
    return this.orders.findOneBy({ reference }); //! missing-index hint O(Order rows)
  }

  @Get('sent')
  async sent(@Param('since') since: string): Promise<Order[]> {
    return this.orders.find({ where: { sent: MoreThan(new Date(since)), isPaid: true }, order: { id: 'ASC' } }); //! missing-index hint
  }

  @Get('by-customer')
  async byCustomer(@Param('email') email: string): Promise<Customer | null> {
    return this.manager.findOne(Customer, { where: { email: In([email]) } }); //! missing-index hint
  }

  @Get('silent')
  async silent(@Param('x') x: string): Promise<unknown[]> {
    return [
      await this.orders.findOneBy({ id: x }), //= the key
      await this.orders.findOneBy({ barcode: x }), //= unique
      await this.orders.findOneBy({ slug: x }), //= has an index
      await this.orders.findOneBy({ shelf: 3, reference: x }), //= an index begins with the shelf
      await this.orders.findOneBy({ number: 3 }), //= unique by the class
      await this.orders.findOneBy({ isPaid: true }), //= of two values an index chooses neither
      await this.orders.findOneBy({ state: State.Open }), //= of few values as well
      await this.orders.findOneBy({ other: x }), //= its options cannot be read
      await this.orders.findOneBy({ customerId: 3 }), //= MySQL makes an index for it
      await this.orders.findOneBy({ customer: { email: x } }), //= another table's column
      await this.orders.findOneBy({ reference: ILike(`%${x}%`) }), //= a question that no plain index answers
      await this.orders.findOneBy({ reference: Not(x) }), //= as above
      await this.orders.find({ where: [{ reference: x }, { slug: x }] }), //= alternatives are not read
      await this.orders.find(), //= asks for all
    ];
  }

  async nobodyCallsThis(reference: string): Promise<Order | null> {
    return this.orders.findOneBy({ reference }); //= runs who knows when
  }
}
//- options.ts
export const columnOptions = { unique: true };
//- shops.ts
import { Entity, EntityManager, Index, PrimaryKey, Property, Unique } from '@mikro-orm/core';
import { Controller, Get, Param } from '@nestjs/common';

@Entity()
@Index({ properties: ['street', 'number'] })
export class Shop {
  @PrimaryKey() id!: number;
  @Property() title!: string;
  @Property() @Unique() code!: string;
  @Property() street!: string;
  @Property() number!: number;
}

@Controller('shops')
export class Shops {
  constructor(private readonly em: EntityManager) {}

  @Get(':title')
  async one(@Param('title') title: string): Promise<Shop | null> {
    return this.em.findOne(Shop, { title }); //! missing-index hint
  }

  @Get('of')
  async others(@Param('x') x: string): Promise<unknown[]> {
    return [
      await this.em.find(Shop, { code: x }), //= unique
      await this.em.find(Shop, { street: x, title: x }), //= an index begins with the street
      await this.em.find(Shop, { title: { $like: x } }), //= a question that no plain index answers
    ];
  }
}
