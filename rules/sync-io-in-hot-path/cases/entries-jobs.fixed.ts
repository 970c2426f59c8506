// Workers, schedulers and functions in the cloud.

//- queues.ts
import { readFileSync, writeFileSync } from 'node:fs';
import Agenda from 'agenda';
import { type Job, Worker } from 'bullmq';
import Bull from 'bull';

const templates = readFileSync('templates.json', 'utf8');

export function render(job: Job<{ page: string }>): string {
  return templates + readFileSync(`pages/${job.data.page}`, 'utf8');
}

export const pages = new Worker('pages', render, { concurrency: Number(readFileSync('concurrency', 'utf8')) });
pages.on('failed', (job) => writeFileSync('failed.log', String(job?.id)));

const mails = new Bull('mails');
mails.process('welcome', 5, (job) => {
  writeFileSync('welcome.eml', job.data.text);
});

const agenda = new Agenda({ db: { address: readFileSync('url.txt', 'utf8') } });
agenda.define('report', () => {
  writeFileSync('report.json', '{}');
});
await agenda.start();

//- timers.ts
import { readFileSync, rmSync } from 'node:fs';
import { CronJob } from 'cron';
import { Cron } from 'croner';
import cron from 'node-cron';
import schedule from 'node-schedule';

cron.schedule(readFileSync('schedule.txt', 'utf8'), () => rmSync('tmp/a'));
schedule.scheduleJob('0 3 * * *', tidy);
new Cron('* * * * *', () => rmSync('tmp/c'));
new CronJob('* * * * *', () => rmSync('tmp/d')).start();
setTimeout(() => rmSync('tmp/e'), 1000);

function tidy(): void {
  rmSync('tmp/b');
}

//- lambda/src/orders.js
const fs = require('fs');

const terms = fs.readFileSync('terms.html', 'utf8');

exports.handler = async (event) => {
  const order = await fs.promises.readFile(`orders/${event.id}.json`, 'utf8');
  return { statusCode: 200, body: order + terms };
};

exports.load = (name) => fs.readFileSync(name, 'utf8');

//- lambda/src/typed.ts
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Handler, SQSEvent } from 'aws-lambda';

/** Its name is its own; its type says what it is. */
export const ping: Handler<{ id: string }> = async () => {
  return await readFile('ping.txt', 'utf8');
};

export function each(event: SQSEvent): void {
  for (const record of event.Records) readFileSync(record.messageId);
}

//- functions.ts
import { readFileSync } from 'node:fs';
import { cloudEvent, http } from '@google-cloud/functions-framework';
import * as functions from 'firebase-functions';
import { onDocumentCreated } from 'firebase-functions/v2/firestore';
import { onCall, onRequest } from 'firebase-functions/v2/https';
import { onSchedule } from 'firebase-functions/v2/scheduler';

const page = readFileSync('page.html', 'utf8');

http('page', (_req, res) => res.send(page + readFileSync('footer.html', 'utf8')));
cloudEvent('upload', () => readFileSync('upload.json', 'utf8'));

export const api = onRequest({ region: readFileSync('region.txt', 'utf8') }, (_req, res) => {
  res.send(readFileSync('api.json', 'utf8'));
});
export const add = onCall(() => readFileSync('sum.txt', 'utf8'));
export const tidy = onSchedule('every day 00:00', () => void readFileSync('old.txt', 'utf8'));
export const greet = onDocumentCreated('users/{id}', () => readFileSync('hello.txt', 'utf8'));

export const first = functions.https.onRequest((_req, res) => res.send(readFileSync('first.txt', 'utf8')));
export const order = functions.firestore.document('orders/{id}').onCreate(() => readFileSync('order.txt', 'utf8'));
export const daily = functions.region('europe-west1').pubsub.schedule('every 24 hours').onRun(() => readFileSync('day.txt', 'utf8'));
export const welcome = functions.runWith({ memory: '1GB' }).auth.user().onCreate(() => readFileSync('mail.txt', 'utf8'));
