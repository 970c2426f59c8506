//- server.js
const { createServer } = require('node:http');
const Redis = require('ioredis');
const mqtt = require('mqtt');
const { Server } = require('socket.io');
const { WebSocketServer } = require('ws');

const server = createServer((_request, response) => response.end());
const io = new Server(server);
const sockets = new WebSocketServer({ server });
const news = new Redis();
const broker = mqtt.connect('mqtt://broker');

broker.on('connect', () => {
  broker.subscribe('orders');
  broker.on('message', (_topic, text) => console.log(String(text))); //= once per connection of the program itself
});

io.on('connection', (socket) => {
  news.on('message', (_channel, text) => socket.emit('news', text)); //! listener-per-request warning O(connections)
  socket.on('order', (order) => socket.emit('order', order)); //= goes with the socket
});

sockets.on('connection', (socket) => {
  setInterval(() => socket.send('tick'), 1000); //! listener-per-request warning O(connections)
  const beat = setInterval(() => socket.ping(), 30_000); //= stopped when the socket closes
  socket.on('close', () => clearInterval(beat));
});
//- feed.js
const { connect } = require('socket.io-client');
const WebSocket = require('ws');

const feed = new WebSocket('wss://feed.example');

feed.on('open', () => {
  setInterval(() => feed.ping(), 10_000); //= a connection of the program's own opens once
});

const prices = connect('https://prices.example');

prices.on('connect', () => {
  setInterval(() => prices.emit('beat'), 10_000); //= as above
});
