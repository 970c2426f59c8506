/** Cloud services and SDKs: object stores, document databases, queues and payment or model APIs. */
import { alike, client, entry, type Family, on, read, readBulk, request, returns, self, takes, words, write, writeBulk } from './words.ts';

const awsRequests = `s3:S3 sqs:SQS sns:SNS ses:SES sesv2:SESv2 lambda:Lambda kinesis:Kinesis firehose:Firehose eventbridge:EventBridge
      secrets-manager:SecretsManager ssm:SSM sts:STS cognito-identity-provider:CognitoIdentityProvider sfn:SFN kms:KMS
      cloudwatch:CloudWatch cloudwatch-logs:CloudWatchLogs bedrock-runtime:BedrockRuntime ec2:EC2 ecs:ECS`;

const aws = words(awsRequests).map((pair) => {
  const [module = '', name = ''] = pair.split(':');
  return { module: `@aws-sdk/client-${module}`, type: `${name}Client`, service: name };
});

const collection = '@google-cloud/firestore#CollectionReference';
const supabase = '@supabase/supabase-js#QueryBuilder';

const awsRows: Family = {
  rows: [
    ...aws.flatMap(({ module, type, service }) => [...on(module, `${type} ${service}`, client), ...on(`${module}#${type}`, 'send', request)]),
    ...on('@aws-sdk/client-dynamodb', 'DynamoDBClient DynamoDB', client),
    ...on('@aws-sdk/client-dynamodb#DynamoDBClient @aws-sdk/lib-dynamodb#DynamoDBDocumentClient', 'send', { op: { kind: 'query' } }),
    ...on('@aws-sdk/lib-dynamodb', 'DynamoDBDocumentClient.from DynamoDBDocument.from', returns('@aws-sdk/lib-dynamodb#DynamoDBDocumentClient')),
    ...on('@aws-sdk/lib-dynamodb#DynamoDBDocument', 'get', read()),
    ...on('@aws-sdk/lib-dynamodb#DynamoDBDocument', 'query scan', { op: { kind: 'query', access: 'read' } }),
    ...on('@aws-sdk/lib-dynamodb#DynamoDBDocument', 'put update delete', write()),
    ...on('@aws-sdk/lib-dynamodb#DynamoDBDocument', 'batchGet', readBulk),
    ...on('@aws-sdk/lib-dynamodb#DynamoDBDocument', 'batchWrite transactWrite', writeBulk),
    ...on('aws-sdk#DynamoDB.DocumentClient', 'get query scan', read()),
    ...on('aws-sdk#DynamoDB.DocumentClient', 'put update delete', write()),
    ...on('aws-sdk#DynamoDB.DocumentClient', 'batchGet', readBulk),
    ...on('aws-sdk#DynamoDB.DocumentClient', 'batchWrite transactWrite', writeBulk),
    ...on('aws-sdk', 'DynamoDB.DocumentClient DynamoDB S3 SQS SNS SES Lambda', client),
    ...on('aws-sdk#S3', 'getObject putObject deleteObject headObject copyObject upload listObjects listObjectsV2', request),
    ...on('aws-sdk#S3', 'deleteObjects', { op: { kind: 'request', weight: 'heavy', bulk: true } }),
    ...on('aws-sdk#SQS', 'sendMessage receiveMessage deleteMessage', request),
    ...on('aws-sdk#SQS', 'sendMessageBatch deleteMessageBatch', { op: { kind: 'request', weight: 'heavy', bulk: true } }),
    ...on('aws-sdk#SNS', 'publish', request),
    ...on('aws-sdk#SES', 'sendEmail sendRawEmail', request),
    ...on('aws-sdk#Lambda', 'invoke', request),
    ...on('@middy/core', 'default', entry('request')),
    // A property, not a call.
    ...on('aws-lambda#SQSEvent aws-lambda#SNSEvent aws-lambda#KinesisStreamEvent aws-lambda#DynamoDBStreamEvent aws-lambda#S3Event', 'Records', {
      result: { kind: 'list', extent: 'bounded', why: 'one batch of messages' },
    }),
  ],
  types: [
    ...aws.flatMap(({ module, type, service }) => alike(`${module}#${service}`, `${module}#${type}`)),
    ...alike('@aws-sdk/client-dynamodb#DynamoDB', '@aws-sdk/client-dynamodb#DynamoDBClient'),
    ...alike('@aws-sdk/lib-dynamodb#DynamoDBDocument', '@aws-sdk/lib-dynamodb#DynamoDBDocumentClient'),
  ],
  paramEntries: [
    ...takes(
      'aws-lambda',
      `APIGatewayProxyEvent APIGatewayProxyEventV2 APIGatewayEvent ALBEvent LambdaFunctionURLEvent CloudFrontRequestEvent APIGatewayRequestAuthorizerEvent
       APIGatewayTokenAuthorizerEvent APIGatewayProxyWebsocketEventV2 AppSyncResolverEvent Context`,
      'request',
    ),
    ...takes('aws-lambda', 'SQSEvent SQSRecord SNSEvent KinesisStreamEvent DynamoDBStreamEvent S3Event EventBridgeEvent MSKEvent', 'message'),
    ...takes('aws-lambda', 'ScheduledEvent', 'job'),
    ...takes('@azure/functions', 'HttpRequest InvocationContext Context', 'request'),
    ...takes('@cloudflare/workers-types', 'ExecutionContext', 'request'),
    ...takes('@vercel/node', 'VercelRequest VercelResponse', 'request'),
    ...takes('@netlify/functions', 'HandlerEvent HandlerContext', 'request'),
    ...takes('firebase-functions', 'https.Request', 'request'),
  ],
};

const functions: Family = {
  rows: [
    ...on('@azure/functions', 'app.http app.get app.post app.put app.patch app.deleteRequest', entry('request')),
    ...on('@azure/functions', 'app.serviceBusQueue app.serviceBusTopic app.storageQueue app.eventHub app.eventGrid app.cosmosDB', entry('message')),
    ...on('@azure/functions', 'app.timer', entry('job')),
    ...on('firebase-functions firebase-functions/v1', 'https.onRequest https.onCall', entry('request')),
    ...on('firebase-functions/v2/https firebase-functions/https', 'onRequest onCall', entry('request')),
    ...on('firebase-functions/v2/scheduler firebase-functions/scheduler', 'onSchedule', entry('job')),
    ...on('firebase-functions/v2/pubsub firebase-functions/pubsub', 'onMessagePublished', entry('message')),
    ...on(
      'firebase-functions/v2/firestore firebase-functions/firestore',
      'onDocumentCreated onDocumentUpdated onDocumentDeleted onDocumentWritten',
      entry('event'),
    ),
    ...on('@google-cloud/functions-framework', 'http', entry('request')),
    ...on('@google-cloud/functions-framework', 'cloudEvent', entry('event')),
  ],
};

const stores: Family = {
  rows: [
    ...on('firebase/firestore firebase/firestore/lite', 'getDoc getDocFromServer', read()),
    ...on('firebase/firestore firebase/firestore/lite', 'getDocs getDocsFromServer getCountFromServer', read()),
    ...on('firebase/firestore firebase/firestore/lite', 'setDoc addDoc updateDoc deleteDoc', write()),
    ...on('firebase/firestore', 'onSnapshot', entry('event')),
    ...on('firebase/firestore', 'runTransaction', { callbacks: 'now' }),
    ...on('firebase-admin', 'firestore', returns('@google-cloud/firestore#Firestore')),
    ...on('firebase-admin/firestore', 'getFirestore', returns('@google-cloud/firestore#Firestore')),
    ...on('@google-cloud/firestore#Firestore', 'collection collectionGroup', returns(collection)),
    ...on('@google-cloud/firestore#Firestore', 'doc', returns('@google-cloud/firestore#DocumentReference')),
    ...on('@google-cloud/firestore#Firestore', 'getAll', readBulk),
    ...on('@google-cloud/firestore#Firestore', 'runTransaction', { callbacks: 'now' }),
    ...on('@google-cloud/firestore#Firestore', 'batch', returns('@google-cloud/firestore#WriteBatch')),
    ...on('@google-cloud/firestore#WriteBatch', 'commit', writeBulk),
    ...on(collection, 'doc', returns('@google-cloud/firestore#DocumentReference')),
    ...on(collection, 'where orderBy limit limitToLast offset startAt startAfter endAt endBefore select', self),
    ...on(collection, 'get', { op: { kind: 'query', access: 'read' }, cappedBy: ['limit', 'limitToLast'] }),
    ...on(collection, 'add', write()),
    ...on(collection, 'onSnapshot', entry('event')),
    ...on('@google-cloud/firestore#DocumentReference', 'get', read()),
    ...on('@google-cloud/firestore#DocumentReference', 'set update create delete', write()),
    ...on('@google-cloud/firestore#DocumentReference', 'collection', returns(collection)),

    ...on(
      '@supabase/supabase-js @supabase/ssr',
      'createClient createServerClient createBrowserClient',
      returns('@supabase/supabase-js#SupabaseClient'),
    ),
    ...on('@supabase/supabase-js#SupabaseClient', 'from', returns(supabase)),
    ...on('@supabase/supabase-js#SupabaseClient', 'rpc', { op: { kind: 'query' } }),
    ...on(supabase, 'select', returns('self', read())),
    ...on(supabase, 'insert upsert', { ...writeBulk, returns: 'self' }),
    ...on(supabase, 'update delete', { ...write(), returns: 'self' }),
    ...on(
      supabase,
      'eq neq gt gte lt lte like ilike is in contains containedBy or not filter match order limit range single maybeSingle throwOnError',
      self,
    ),

    ...on('@elastic/elasticsearch @opensearch-project/opensearch', 'Client', client),
    ...on('@elastic/elasticsearch#Client', 'search', { op: { kind: 'query', access: 'read' }, cappedBy: ['size'] }),
    ...on('@elastic/elasticsearch#Client', 'get count exists getSource', read()),
    ...on('@elastic/elasticsearch#Client', 'index create update delete updateByQuery deleteByQuery', write()),
    ...on('@elastic/elasticsearch#Client', 'msearch mget', readBulk),
    ...on('@elastic/elasticsearch#Client', 'bulk', writeBulk),
    ...on('algoliasearch#SearchIndex', 'search getObject', request),
    ...on('algoliasearch#SearchIndex', 'saveObject partialUpdateObject deleteObject', request),
    ...on('algoliasearch#SearchIndex', 'saveObjects getObjects deleteObjects partialUpdateObjects', {
      op: { kind: 'request', weight: 'heavy', bulk: true },
    }),
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
    ...on('level#Level', 'get', { op: { kind: 'query', access: 'read', weight: 'light' } }),
    ...on('level#Level', 'getMany', { op: { kind: 'query', access: 'read', weight: 'light', bulk: true } }),
  ],
  types: [
    ...alike('@google-cloud/firestore#Query', collection),
    ...alike('firebase-admin#firestore.Firestore firebase-admin/firestore#Firestore', '@google-cloud/firestore#Firestore'),
    ...alike(
      `firebase-admin#firestore.CollectionReference firebase-admin/firestore#CollectionReference firebase-admin#firestore.Query
      firebase-admin/firestore#Query`,
      collection,
    ),
    ...alike('firebase-admin#firestore.DocumentReference firebase-admin/firestore#DocumentReference', '@google-cloud/firestore#DocumentReference'),
    ...alike('@opensearch-project/opensearch#Client', '@elastic/elasticsearch#Client'),
    ...alike('keyv#default', 'keyv#Keyv'),
  ],
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
};
