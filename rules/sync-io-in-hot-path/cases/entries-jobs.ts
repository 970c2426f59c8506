// Workers, schedulers and functions in the cloud.
//- queues.ts
import { readFileSync, writeFileSync } from 'node:fs';
import Agenda from 'agenda';
import { type Job, Worker } from 'bullmq';
import Bull from 'bull';

const templates = readFileSync('templates.json', 'utf8'); //= once, when the worker starts

export function render(job: Job<{ page: string }>): string {
  return templates + readFileSync(`pages/${job.data.page}`, 'utf8'); //! sync-io-in-hot-path hint
}

export const pages = new Worker('pages', render, { concurrency: Number(readFileSync('concurrency', 'utf8')) }); //= once, for the worker's options
pages.on('failed', (job) => writeFileSync('failed.log', String(job?.id))); //! sync-io-in-hot-path hint

const mails = new Bull('mails');
mails.process('welcome', 5, (job) => {
  writeFileSync('welcome.eml', job.data.text); //! sync-io-in-hot-path hint
});

const agenda = new Agenda({ db: { address: readFileSync('url.txt', 'utf8') } }); //= once, for the options
agenda.define('report', () => {
  writeFileSync('report.json', '{}'); //! sync-io-in-hot-path hint
});
await agenda.start();
//- timers.ts
import { readFileSync, rmSync } from 'node:fs';
import { CronJob } from 'cron';
import { Cron } from 'croner';
import cron from 'node-cron';
import schedule from 'node-schedule';

cron.schedule(readFileSync('schedule.txt', 'utf8'), () => rmSync('tmp/a')); //! sync-io-in-hot-path hint
schedule.scheduleJob('0 3 * * *', tidy);
new Cron('* * * * *', () => rmSync('tmp/c')); //! sync-io-in-hot-path hint
new CronJob('* * * * *', () => rmSync('tmp/d')).start(); //! sync-io-in-hot-path hint
setTimeout(() => rmSync('tmp/e'), 1000); //= once

function tidy(): void {
  rmSync('tmp/b'); //! sync-io-in-hot-path hint
}
//- lambda/package.json
{ "devDependencies": { "serverless": "3.0.0" } }
//- lambda/src/orders.js
const fs = require('fs');

const terms = fs.readFileSync('terms.html', 'utf8'); //= at the cold start

exports.handler = async (event) => {
  const order = fs.readFileSync(`orders/${event.id}.json`, 'utf8'); //! sync-io-in-hot-path hint 💡
  return { statusCode: 200, body: order + terms };
};

exports.load = (name) => fs.readFileSync(name, 'utf8'); //= no handler reaches this
//- lambda/src/typed.ts
import { readFileSync } from 'node:fs';
import type { Handler, SQSEvent } from 'aws-lambda';

/** Its name is its own; its type says what it is. */
export const ping: Handler<{ id: string }> = async () => {
  return readFileSync('ping.txt', 'utf8'); //! sync-io-in-hot-path hint 💡
};

export function each(event: SQSEvent): void {
  for (const record of event.Records) readFileSync(record.messageId); //! sync-io-in-hot-path hint
}
//- functions.ts
import { readFileSync } from 'node:fs';
import { cloudEvent, http } from '@google-cloud/functions-framework';
import * as functions from 'firebase-functions';
import { onDocumentCreated } from 'firebase-functions/v2/firestore';
import { onCall, onRequest } from 'firebase-functions/v2/https';
import { onSchedule } from 'firebase-functions/v2/scheduler';

const page = readFileSync('page.html', 'utf8'); //= at the cold start

http('page', (_req, res) => res.send(page + readFileSync('footer.html', 'utf8'))); //! sync-io-in-hot-path hint
cloudEvent('upload', () => readFileSync('upload.json', 'utf8')); //! sync-io-in-hot-path hint

export const api = onRequest({ region: readFileSync('region.txt', 'utf8') }, (_req, res) => { //= at the cold start
  res.send(readFileSync('api.json', 'utf8')); //! sync-io-in-hot-path hint
});
export const add = onCall(() => readFileSync('sum.txt', 'utf8')); //! sync-io-in-hot-path hint
export const tidy = onSchedule('every day 00:00', () => void readFileSync('old.txt', 'utf8')); //! sync-io-in-hot-path hint
export const greet = onDocumentCreated('users/{id}', () => readFileSync('hello.txt', 'utf8')); //! sync-io-in-hot-path hint

export const first = functions.https.onRequest((_req, res) => res.send(readFileSync('first.txt', 'utf8'))); //! sync-io-in-hot-path hint
export const order = functions.firestore.document('orders/{id}').onCreate(() => readFileSync('order.txt', 'utf8')); //! sync-io-in-hot-path hint
export const daily = functions.region('europe-west1').pubsub.schedule('every 24 hours').onRun(() => readFileSync('day.txt', 'utf8')); //! sync-io-in-hot-path hint
export const welcome = functions.runWith({ memory: '1GB' }).auth.user().onCreate(() => readFileSync('mail.txt', 'utf8')); //! sync-io-in-hot-path hint
