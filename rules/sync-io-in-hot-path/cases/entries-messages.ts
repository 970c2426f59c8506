// Sockets, brokers and emitters. A socket is known by who hands it in.
//- server.ts
import { appendFileSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { watchTyping } from './typing.ts';

const io = new Server(createServer(), { path: readFileSync('path.txt', 'utf8') }); //= once, for the server's options

io.use((_socket, next) => {
  readFileSync('banned.txt', 'utf8'); //! sync-io-in-hot-path hint
  next();
});

io.on('connection', (socket) => {
  socket.emit('hello', readFileSync('hello.txt', 'utf8')); //! sync-io-in-hot-path hint
  socket.on('message', (text: string) => {
    appendFileSync('messages.log', text); //! sync-io-in-hot-path hint
  });
  watchTyping(socket);
});

/** Registered by name, below. */
function admin(socket: Socket, load: (name: string) => string): void {
  socket.on('users', () => load('users'));
  socket.on('stop', () => {
    readFileSync('stop.txt', 'utf8'); //! sync-io-in-hot-path hint
  });
}
io.of('/admin').on('connection', admin);
//- typing.ts
import { appendFileSync, readFileSync } from 'node:fs';

const limits = readFileSync('limits.json', 'utf8'); //= once, when the module is loaded

/** All its callers pass a socket. */
export function watchTyping(socket: any): void {
  socket.on('typing', (name: string) => {
    if (limits !== '') appendFileSync('typing.log', name); //! sync-io-in-hot-path hint
  });
}

/** Nobody calls it: who knows what `on` of this does. */
export function watchOther(source: any): void {
  source.on('typing', (name: string) => {
    appendFileSync('other.log', name); //! sync-io-in-hot-path hint
  });
}
//- legacy/index.js
const io = require('socket.io')(3000);
const chat = require('./chat');
const rooms = require('./rooms');

io.on('connection', (socket) => {
  chat(socket);
});
io.of('/rooms').on('connection', rooms);
//- legacy/chat.js
const fs = require('fs');

module.exports = (socket) => {
  socket.on('message', (text) => {
    fs.appendFileSync('chat.log', text); //! sync-io-in-hot-path hint
  });
  socket.once('ready', () => fs.appendFileSync('ready.log', '')); //= at most once per connection
};
//- legacy/rooms.js
const fs = require('fs');

module.exports = function (client) {
  client.on('join', (room) => {
    fs.readFileSync(`rooms/${room}`); //! sync-io-in-hot-path hint
  });
};
//- ws.ts
import { appendFileSync, readFileSync } from 'node:fs';
import { WebSocketServer } from 'ws';

const server = new WebSocketServer({ port: 8080 });
server.on('connection', (client) => {
  client.on('message', (data) => {
    appendFileSync('traffic.log', String(data)); //! sync-io-in-hot-path hint
  });
});
server.once('listening', () => readFileSync('banner.txt', 'utf8')); //= once
//- brokers.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { SQSClient } from '@aws-sdk/client-sqs';
import amqp, { type ConsumeMessage } from 'amqplib';
import { Kafka, logLevel } from 'kafkajs';
import { Consumer } from 'sqs-consumer';

const ssl = { ca: readFileSync('ca.pem') }; //= once, when the module is loaded

async function orders(): Promise<void> {
  const connection = await amqp.connect('amqp://queue', ssl);
  const channel = await connection.createChannel();
  await channel.assertQueue(readFileSync('queue.txt', 'utf8')); //= once, before the first message
  await channel.consume('orders', (message) => {
    writeFileSync('order.json', String(message?.content)); //! sync-io-in-hot-path hint
  });
  await channel.consume('returns', returned);
}

function returned(message: ConsumeMessage | null): void {
  writeFileSync('return.json', String(message?.content)); //! sync-io-in-hot-path hint
}

async function payments(): Promise<void> {
  const kafka = new Kafka({ brokers: ['kafka:9092'], ssl, logLevel: logLevel.ERROR });
  const consumer = kafka.consumer({ groupId: readFileSync('group.txt', 'utf8') }); //= once, for the consumer's options
  await consumer.run({
    eachMessage: async ({ message }) => {
      writeFileSync('payment.json', String(message.value)); //! sync-io-in-hot-path hint 💡
    },
  });
}

Consumer.create({
  queueUrl: readFileSync('url.txt', 'utf8'), //= once, for the consumer's options
  sqs: new SQSClient({}),
  handleMessage: async (message) => {
    writeFileSync('message.json', String(message.Body)); //! sync-io-in-hot-path hint 💡
  },
}).start();

await Promise.all([orders(), payments()]);
//- bus.ts
import { appendFileSync } from 'node:fs';
import { EventEmitter } from 'node:events';

const bus = new EventEmitter();
bus.on('order', record);
bus.on('sale', (id: string) => appendFileSync('sales.log', id)); //! sync-io-in-hot-path hint
bus.once('end', () => appendFileSync('end.log', '')); //= once

function record(id: string): void {
  appendFileSync('orders.log', id); //! sync-io-in-hot-path hint
}
//- shops.js
const { appendFileSync, readFileSync } = require('fs');
const EventEmitter = require('events');

class Shops extends EventEmitter {
  constructor() {
    super();
    this.names = readFileSync('shops.json', 'utf8'); //= once, when the shops are made
    this.on('open', (id) => appendFileSync('open.log', id)); //! sync-io-in-hot-path hint
  }
}

module.exports = new Shops();
