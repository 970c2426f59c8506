//- with: express, node
//- server.ts
import { Worker } from 'node:worker_threads';
import express from 'express';

const app = express();
const shared = new Worker('./resize.js'); //= made once, when the module loads

app.post('/resize', (req, res) => {
  const worker = new Worker('./resize.js', { workerData: req.body }); //! client-per-request hint
  worker.once('message', (image) => res.json(image));
});

app.post('/shared', (req, res) => {
  shared.once('message', (image) => res.json(image));
  shared.postMessage(req.body);
});

app.post('/run', (req, res) => {
  const worker = new Worker(`./jobs/${req.params['name']}.js`); //= another program each time
  worker.once('message', (result) => res.json(result));
});

const idle: Worker[] = [];

app.post('/pooled', (req, res) => {
  const worker = idle.pop() ?? start();
  worker.once('message', (image) => res.json(image));
  worker.postMessage(req.body);
});

function start(): Worker {
  const worker = new Worker('./resize.js'); //= kept, for whoever comes next
  idle.push(worker);
  return worker;
}
