/** Queues, brokers and what else sends messages. Who receives them is an entry point, which other tests look at. */
import { use } from './use.ts';

export const messaging = [
  ...use(`import { Queue, QueueEvents, FlowProducer } from 'bullmq';\nconst queue = new Queue('mail');`, {
    build: `new «Queue QueueEvents FlowProducer»('mail')`,
    'request write': `queue.add('mail', a)`,
    'request write bulk': 'queue.addBulk(xs)',
  }),
  ...use(`import Bull from 'bull';\nconst queue = new Bull('mail');`, {
    build: `Bull('mail')`,
    'request write': `queue.add('mail', a)`,
    'request write bulk': 'queue.addBulk(xs)',
  }),
  ...use(`import BeeQueue from 'bee-queue';\nconst queue = new BeeQueue('mail');`, { 'request write bulk': 'queue.saveAll(xs)' }),
  ...use(`import PgBoss from 'pg-boss';\nconst boss = new PgBoss('');`, {
    'request write': `boss.«send publish»('mail', a)`,
    'request write bulk': 'boss.insert(xs)',
  }),
  ...use(`import amqp from '«amqplib amqplib/callback_api»';`, { build: `amqp.connect('')` }),
  ...use(`import amqp from 'amqplib';\nconst channel = await (await amqp.connect('')).createChannel();`, { request: `channel.get('mail')` }),
  ...use(`import type { ChannelWrapper } from 'amqp-connection-manager';\ndeclare const channel: ChannelWrapper;`, {
    'request write': `channel.«sendToQueue publish»('mail', a)`,
  }),
  ...use(`import { Kafka } from 'kafkajs';\nconst kafka = new Kafka({ brokers: [] });\nconst producer = kafka.producer();`, {
    build: `
      new Kafka({ brokers: [] })
      kafka.«consumer producer»({})`,
    request: 'kafka.consumer({ groupId: a }).commitOffsets(xs)',
    'request write bulk': 'producer.«send sendBatch»({ messages: xs })',
  }),
  ...use(`import { HighLevelProducer, Producer } from 'node-rdkafka';`, { build: 'new «Producer HighLevelProducer»({})' }),
  ...use(`import mqtt from 'mqtt';\nimport { connect } from 'nats';\nconst nats = await connect();`, {
    build: `
      mqtt.«connect connectAsync»('')
      connect()`,
    request: `nats.request('mail', a)`,
  }),
  ...use(`import { PubSub } from '@google-cloud/pubsub';\nconst topic = new PubSub().topic('mail');`, {
    'request write': 'topic.«publish publishMessage publishJSON»(a)',
  }),
  ...use(`import type { ServiceBusSender } from '@azure/service-bus';\ndeclare const sender: ServiceBusSender;`, {
    'request write bulk': 'sender.sendMessages(xs)',
  }),
];
