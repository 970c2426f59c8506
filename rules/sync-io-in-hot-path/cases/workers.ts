//- with: node, bullmq, aws-lambda
import { readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { Worker } from 'bullmq';
import type { APIGatewayProxyHandler } from 'aws-lambda';

export const worker = new Worker<{ video: string }>('videos', async (job) => {
  const result = spawnSync('ffmpeg', ['-i', job.data.video, 'out.mp4']); //! sync-io-in-hot-path
  return result.status;
});

const events = new EventEmitter();
events.on('order', (order: { id: string }) => {
  writeFileSync(`orders/${order.id}.json`, JSON.stringify(order)); //! sync-io-in-hot-path
});

events.once('ready', () => {
  writeFileSync('ready', ''); //= once
});

const settings = JSON.parse(readFileSync('settings.json', 'utf8')); //= at the cold start

export const handler: APIGatewayProxyHandler = async (event) => {
  const body = readFileSync(`templates/${event.pathParameters?.['name']}`, 'utf8'); //! sync-io-in-hot-path 💡
  return { statusCode: 200, body: body + settings.footer };
};

process.on('exit', () => {
  writeFileSync('state.json', '{}'); //= the process ends: nothing waits, and asynchronous work would be lost
});
