import { readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { Worker } from 'bullmq';
import type { APIGatewayProxyHandler } from 'aws-lambda';

export const worker = new Worker<{ video: string }>('videos', async (job) => {
  const result = spawnSync('ffmpeg', ['-i', job.data.video, 'out.mp4']);
  return result.status;
});

const events = new EventEmitter();
events.on('order', (order: { id: string }) => {
  writeFileSync(`orders/${order.id}.json`, JSON.stringify(order));
});

events.once('ready', () => {
  writeFileSync('ready', '');
});

const settings = JSON.parse(readFileSync('settings.json', 'utf8'));

export const handler: APIGatewayProxyHandler = async (event) => {
  const body = await readFile(`templates/${event.pathParameters?.['name']}`, 'utf8');
  return { statusCode: 200, body: body + settings.footer };
};

process.on('exit', () => {
  writeFileSync('state.json', '{}');
});
