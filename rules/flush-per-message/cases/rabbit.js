//- with: @prisma/client, bullmq
import amqp from 'amqplib';
import { PrismaClient } from '@prisma/client';
import { Worker } from 'bullmq';

const db = new PrismaClient();
const connection = await amqp.connect('amqp://broker');
const channel = await connection.createConfirmChannel();

export const worker = new Worker('orders', async () => {
  const orders = await db.order.findMany();
  for (const order of orders) {
    channel.sendToQueue('orders', Buffer.from(order.id));
    await channel.waitForConfirms(); //! flush-per-message warning O(orders)
  }
});

export const together = new Worker('all', async () => {
  const orders = await db.order.findMany();
  for (const order of orders) channel.sendToQueue('orders', Buffer.from(order.id));
  await channel.waitForConfirms(); //= once, after all of them
});

export const counted = new Worker('counted', async () => {
  const orders = await db.order.findMany();
  for (const [i, order] of orders.entries()) {
    channel.sendToQueue('orders', Buffer.from(order.id));
    if (i % 100 === 0) await channel.waitForConfirms(); //= every hundred
  }
});

export async function stop(texts) {
  for (const name of ['a', 'b']) {
    channel.sendToQueue(name, Buffer.from('stop'));
    await channel.waitForConfirms(); //= two queues
  }
  for (const text of texts) {
    channel.sendToQueue('texts', Buffer.from(text));
    await channel.waitForConfirms(); //! flush-per-message hint O(texts)
  }
}
