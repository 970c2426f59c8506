//- consumer.js
import { channel } from './channel';

await channel.consume('orders', (message) => channel.ack(message)); //= ten at a time, see there
//- channel.js
import amqp from 'amqplib';

const connection = await amqp.connect('amqp://broker');

export const channel = await connection.createChannel();

await channel.prefetch(10);
await channel.consume('others', (message) => channel.ack(message)); //= ten at a time
