/** Cloud services and SDKs: object stores, document databases, queues and payment or model APIs. */
import { alike, entry, type Family, handlers, hooks, on, read, readBulk, request, returns, self, takes, write } from '../../words.ts';

const awsRows: Family = {
  rows: [
    ...on('@middy/core', 'default', entry('request')),
    // A property, not a call.
    ...on('aws-lambda#SQSEvent aws-lambda#SNSEvent aws-lambda#KinesisStreamEvent aws-lambda#DynamoDBStreamEvent aws-lambda#S3Event', 'Records', {
      result: { kind: 'list', extent: 'bounded', why: 'one batch of messages' },
    }),
  ],
  paramEntries: [
    ...takes(
      'aws-lambda',
      `APIGatewayProxyEvent APIGatewayProxyEventV2 APIGatewayEvent ALBEvent LambdaFunctionURLEvent CloudFrontRequestEvent APIGatewayRequestAuthorizerEvent
       APIGatewayTokenAuthorizerEvent APIGatewayProxyWebsocketEventV2 AppSyncResolverEvent Context`,
      'request',
      'typed',
    ),
    ...takes(
      'aws-lambda',
      'SQSEvent SQSRecord SNSEvent KinesisStreamEvent DynamoDBStreamEvent S3Event EventBridgeEvent MSKEvent',
      'message',
      'typed',
    ),
    ...takes('aws-lambda', 'ScheduledEvent', 'job', 'typed'),
    ...takes('@azure/functions', 'HttpRequest InvocationContext Context', 'request'),
    ...takes('@cloudflare/workers-types', 'ExecutionContext', 'request', 'isolate'),
    ...takes('@vercel/node', 'VercelRequest VercelResponse', 'request'),
    ...takes('@netlify/functions', 'HandlerEvent HandlerContext', 'request', 'typed'),
    ...takes('firebase-functions', 'https.Request', 'request'),
  ],
  hooks: [
    ...handlers(
      'aws-lambda',
      'Handler APIGatewayProxyHandler APIGatewayProxyHandlerV2 ALBHandler CloudFrontRequestHandler AppSyncResolverHandler',
      'request',
      'typed',
    ),
    ...handlers('aws-lambda', 'SQSHandler SNSHandler KinesisStreamHandler DynamoDBStreamHandler S3Handler EventBridgeHandler', 'message', 'typed'),
    ...handlers('aws-lambda', 'ScheduledHandler', 'job', 'typed'),
    ...handlers('@azure/functions', 'AzureFunction HttpHandler', 'request'),
    ...handlers('@netlify/functions', 'Handler', 'request', 'typed'),
    ...handlers('@google-cloud/functions-framework', 'HttpFunction', 'request'),
    ...handlers('@google-cloud/functions-framework', 'CloudEventFunction', 'event'),
    ...hooks('@cloudflare/workers-types global', 'ExportedHandler', 'fetch scheduled queue email', 'request', { serverless: 'isolate' }),
    ...handlers('@cloudflare/workers-types global', 'PagesFunction', 'request', 'isolate'),
    ...hooks('cloudflare:workers', 'WorkerEntrypoint DurableObject', 'fetch alarm webSocketMessage', 'request', { serverless: 'isolate' }),
  ],
};

const builder = 'firebase-functions#FunctionBuilder';
const trigger = 'firebase-functions#Trigger';

const functions: Family = {
  rows: [
    ...on('@azure/functions', 'app.http app.get app.post app.put app.patch app.deleteRequest', entry('request')),
    ...on('@azure/functions', 'app.serviceBusQueue app.serviceBusTopic app.storageQueue app.eventHub app.eventGrid app.cosmosDB', entry('message')),
    ...on('@azure/functions', 'app.timer', entry('job')),
    ...on('firebase-functions firebase-functions/v1', 'https.onRequest https.onCall', entry('request', { serverless: 'typed' })),
    ...on('firebase-functions/v2/https firebase-functions/https', 'onRequest onCall', entry('request')),
    ...on('firebase-functions/v2/scheduler firebase-functions/scheduler', 'onSchedule', entry('job')),
    ...on('firebase-functions/v2/pubsub firebase-functions/pubsub', 'onMessagePublished', entry('message')),
    ...on(
      'firebase-functions/v2/firestore firebase-functions/firestore',
      'onDocumentCreated onDocumentUpdated onDocumentDeleted onDocumentWritten',
      entry('event'),
    ),
    // The first generation builds its triggers step by step: `functions.region('…').pubsub.schedule('…').onRun(handler)`.
    ...on('firebase-functions firebase-functions/v1', 'region runWith', returns(builder)),
    ...on(builder, 'region runWith', self),
    ...on(builder, 'https.onRequest https.onCall', entry('request', { serverless: 'typed' })),
    ...on(
      `firebase-functions firebase-functions/v1 ${builder}`,
      'firestore.document database.ref auth.user storage.object storage.bucket',
      returns(trigger),
    ),
    ...on(`firebase-functions firebase-functions/v1 ${builder}`, 'pubsub.topic pubsub.schedule', returns(trigger)),
    ...on(trigger, 'onCreate onUpdate onDelete onWrite onArchive onFinalize onMetadataUpdate', entry('event')),
    ...on(trigger, 'onPublish', entry('message')),
    ...on(trigger, 'onRun', entry('job')),
    ...on(trigger, 'timeZone retryConfig object document', self),
    ...on(
      'firebase-functions/v2/storage firebase-functions/storage',
      'onObjectFinalized onObjectDeleted onObjectArchived onObjectMetadataUpdated',
      entry('event'),
    ),
    ...on(
      'firebase-functions/v2/database firebase-functions/database',
      'onValueCreated onValueUpdated onValueDeleted onValueWritten',
      entry('event'),
    ),
    ...on('firebase-functions/v2/tasks firebase-functions/tasks', 'onTaskDispatched', entry('job')),
    ...on('@google-cloud/functions-framework', 'http', entry('request')),
    ...on('@google-cloud/functions-framework', 'cloudEvent', entry('event')),
  ],
};

const stores: Family = {
  rows: [
    ...on('@google-cloud/storage#File', 'download save delete exists getMetadata', request),
    ...on('@google-cloud/storage#Bucket', 'upload getFiles', request),
    ...on('@google-cloud/storage#Bucket', 'file', returns('@google-cloud/storage#File')),
    ...on('@google-cloud/storage#Storage', 'bucket', returns('@google-cloud/storage#Bucket')),
    ...on('@google-cloud/bigquery#BigQuery', 'query', { op: { kind: 'query' } }),
    ...on('memcached#default memjs#Client', 'get', read()),
    ...on('memcached#default memjs#Client', 'set add replace delete', write()),
    ...on('memcached#default', 'getMulti', readBulk),
    // Their store may well be memory.
    ...on('keyv#Keyv cache-manager#Cache', 'get has', { op: { kind: 'query', access: 'read', weight: 'light' } }),
    ...on('keyv#Keyv cache-manager#Cache', 'set delete del', { op: { kind: 'query', access: 'write', weight: 'light' } }),
  ],
  types: [...alike('keyv#default', 'keyv#Keyv')],
};

const services: Family = {
  rows: [
    ...on('stripe openai @anthropic-ai/sdk', 'default', { op: { kind: 'build', weight: 'light' } }),
    ...on('stripe#Stripe', '*.create *.retrieve *.update *.list *.del *.search *.cancel *.*.create *.*.retrieve *.*.list', request),
    ...on('openai#OpenAI', 'chat.completions.create completions.create embeddings.create responses.create images.generate', request),
    ...on('@anthropic-ai/sdk#Anthropic', 'messages.create messages.stream', request),
    ...on('ai', 'generateText generateObject streamText streamObject embed', request),
    ...on('ai', 'embedMany', { op: { kind: 'request', weight: 'heavy', bulk: true } }),
    ...on('@octokit/rest#Octokit octokit#Octokit', 'request graphql paginate rest.*.* *.*', request),
    ...on('@octokit/core#Octokit', 'request graphql', request),
    ...on('@actions/github', 'getOctokit', returns('@octokit/rest#Octokit')),
    ...on('twilio', 'default', returns('twilio#Twilio')),
    ...on('twilio#Twilio', 'messages.create calls.create', request),
    ...on('@sendgrid/mail', 'send sendMultiple', request),
    ...on('resend#Resend', 'emails.send', request),
    ...on('resend#Resend', 'batch.send', { op: { kind: 'request', weight: 'heavy', bulk: true } }),
    ...on('@slack/web-api#WebClient', '*.* *.*.*', request),
  ],
  types: [
    ...alike('stripe#default', 'stripe#Stripe'),
    ...alike('openai#default', 'openai#OpenAI'),
    ...alike('@anthropic-ai/sdk#default', '@anthropic-ai/sdk#Anthropic'),
  ],
};

const parts = [awsRows, functions, stores, services];

export const cloud: Family = {
  rows: parts.flatMap((part) => part.rows ?? []),
  types: parts.flatMap((part) => part.types ?? []),
  paramEntries: parts.flatMap((part) => part.paramEntries ?? []),
  hooks: parts.flatMap((part) => part.hooks ?? []),
};
