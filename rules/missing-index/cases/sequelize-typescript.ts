//- with: sequelize, sequelize-typescript, express
//- models.ts
import { Column, DataType, ForeignKey, Index, Model, PrimaryKey, Table, Unique } from 'sequelize-typescript';
import { columnOptions } from './options';

@Table({ tableName: 'shops' })
export class Shop extends Model {
  @PrimaryKey @Column id!: number;
  @Column title!: string;
}

@Table({ indexes: [{ fields: ['shelf', 'place'] }] })
export class Order extends Model {
  @Column(DataType.STRING) reference!: string;
  @Column({ type: DataType.DATE, allowNull: true }) sent!: Date;
  @Column({ unique: true }) barcode!: string;
  @Unique @Column number!: number;
  @Index @Column slug!: string;
  @Column shelf!: number;
  @Column place!: number;
  @Column isPaid!: boolean;
  @Column({ type: DataType.ENUM('open', 'done') }) state!: string;
  @ForeignKey(() => Shop) @Column shop!: number;
  @Column(columnOptions) other!: string;
  @Column badge!: string;
}
//- options.ts
export const columnOptions = { unique: true };
//- migrations/1-orders.ts
export async function up(queryInterface: { addIndex(table: string, options: object): Promise<void> }): Promise<void> {
  await queryInterface.addIndex('orders', { fields: ['badge'] });
}
//- app.ts
import express from 'express';
import { Order, Shop } from './models';

const app = express();

app.get('/orders/:x', async (req, res) => {
  const x = req.params.x;
  res.json([
    await Order.findOne({ where: { reference: x } }), //! missing-index hint O(Order rows)
    await Order.findAll({ where: { sent: new Date(Number(x)), isPaid: true } }), //! missing-index hint
    await Shop.findOne({ where: { title: x } }), //! missing-index hint
    await Shop.findOne({ where: { id: 3 } }), //= the key
    await Order.findOne({ where: { barcode: x } }), //= unique
    await Order.findOne({ where: { number: 3 } }), //= unique by a decorator of its own
    await Order.findOne({ where: { slug: x } }), //= has an index
    await Order.findOne({ where: { shelf: 3, reference: x } }), //= an index of the table begins with the shelf
    await Order.findAll({ where: { isPaid: true } }), //= of two values an index chooses neither
    await Order.findAll({ where: { state: 'open' } }), //= of few values as well
    await Order.findAll({ where: { shop: 3 } }), //= MySQL makes an index for a foreign key
    await Order.findOne({ where: { other: x } }), //= its options cannot be read
    await Order.findOne({ where: { badge: x } }), //= a migration made an index
  ]);
});
