import amqp from 'amqplib';

const connection = await amqp.connect('amqp://broker');
const channel = await connection.createChannel();

//! unbounded-prefetch hint
await channel.consume('orders', async (message) => {
  await fetch('https://crm.example', { method: 'POST', body: message.content });
  channel.ack(message);
});

export async function start(queue, handle) {
  const own = await connection.createChannel();
  await own.consume(queue, handle, { noAck: false }); //! unbounded-prefetch hint
  await own.consume(queue, handle, { noAck: true }); //= nobody confirms
}

export async function startWith(queue, handle, options) {
  await channel.consume(queue, handle, options); //= options that do not show
}

export async function both(handle) {
  const letters = await connection.createConfirmChannel();
  await letters.consume('letters', handle); //! unbounded-prefetch hint
}

export function other(reader, handle) {
  reader.consume('orders', handle); //= no channel
}

const message = await channel.get('orders'); //= one at a time
channel.sendToQueue('others', message.content); //= sends
