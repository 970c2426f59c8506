/** AWS and other clouds, payment, mail, chat and model APIs, queues and brokers. */
import { declared, use, wrong } from './use.ts';

/** Module and class: what version 3 of the SDK splits, version 2 keeps in one. */
const services = `s3#S3 sqs#SQS sns#SNS ses#SES sesv2#SESv2 lambda#Lambda kinesis#Kinesis firehose#Firehose eventbridge#EventBridge
  secrets-manager#SecretsManager ssm#SSM sts#STS cognito-identity-provider#CognitoIdentityProvider sfn#SFN kms#KMS cloudwatch#CloudWatch
  cloudwatch-logs#CloudWatchLogs bedrock-runtime#BedrockRuntime ec2#EC2 ecs#ECS rds-data#RDSData athena#Athena route-53#Route53
  cloudfront#CloudFront textract#Textract rekognition#Rekognition`.split(/\s+/);

const methods: readonly (readonly [service: string, one: string, many?: string])[] = [
  [
    's3#S3',
    'getObject putObject deleteObject headObject copyObject listObjects listObjectsV2 createMultipartUpload uploadPart completeMultipartUpload getObjectTagging',
    'deleteObjects',
  ],
  ['sqs#SQS', 'sendMessage receiveMessage deleteMessage changeMessageVisibility getQueueUrl', 'sendMessageBatch deleteMessageBatch'],
  ['sns#SNS', 'publish subscribe', 'publishBatch'],
  ['ses#SES', 'sendEmail sendRawEmail sendTemplatedEmail'],
  ['sesv2#SESv2', 'sendEmail'],
  ['lambda#Lambda', 'invoke'],
  ['kinesis#Kinesis', 'putRecord', 'putRecords'],
  ['firehose#Firehose', 'putRecord', 'putRecordBatch'],
  ['eventbridge#EventBridge', '', 'putEvents'],
  ['secrets-manager#SecretsManager', 'getSecretValue putSecretValue'],
  ['ssm#SSM', 'getParameter putParameter', 'getParameters getParametersByPath'],
  ['sts#STS', 'assumeRole getCallerIdentity'],
  [
    'cognito-identity-provider#CognitoIdentityProvider',
    'adminGetUser adminCreateUser adminDeleteUser adminUpdateUserAttributes adminAddUserToGroup adminInitiateAuth listUsers',
  ],
  ['sfn#SFN', 'startExecution describeExecution'],
  ['kms#KMS', 'encrypt decrypt sign verify generateDataKey'],
  ['cloudwatch#CloudWatch', '', 'putMetricData'],
  ['cloudwatch-logs#CloudWatchLogs', 'getLogEvents filterLogEvents'],
  ['bedrock-runtime#BedrockRuntime', 'invokeModel converse'],
  ['ec2#EC2', 'describeInstances'],
  ['ecs#ECS', 'runTask describeTasks'],
  ['rds-data#RDSData', 'executeStatement'],
  ['athena#Athena', 'startQueryExecution getQueryResults'],
  ['route-53#Route53', 'changeResourceRecordSets'],
  ['cloudfront#CloudFront', 'createInvalidation'],
  ['textract#Textract', 'detectDocumentText analyzeDocument'],
  ['rekognition#Rekognition', 'detectLabels detectFaces'],
];

export const aws = [
  ...services.flatMap((service) => {
    const [module, name] = service.split('#');
    return [
      ...use(`import { ${name}Client, ${name}, SomeCommand } from '@aws-sdk/client-${module}';\nconst client = new ${name}Client({});`, {
        build: `\n new ${name}Client({})\n new ${name}({})`,
        request: 'client.send(new SomeCommand({ Key: a }))',
      }),
      ...use(`import AWS from 'aws-sdk';`, { build: `new AWS.${name}()` }),
    ];
  }),
  ...methods.flatMap(([service, one, many]) => {
    const [module, name] = service.split('#');
    const calls = (call: string) => ({
      ...(one === '' ? {} : { request: call.replace('METHOD', `«${one}»`) }),
      ...(many ? { 'request bulk': call.replace('METHOD', `«${many}»`) } : {}),
    });
    return [
      ...use(`import { ${name} } from '@aws-sdk/client-${module}';\nconst client = new ${name}({});`, calls('client.METHOD({ Key: a })')),
      ...use(`import AWS from 'aws-sdk';\nconst client = new AWS.${name}();`, calls('client.METHOD({ Key: a }).promise()')),
    ];
  }),
  ...use(`import S3 from 'aws-sdk/clients/s3';\nimport { Upload } from '@aws-sdk/lib-storage';\nconst s3 = new S3();`, {
    request: `
      s3.«getObject upload»({ Key: a }).promise()
      new Upload({ params: a }).done()`,
  }),
];

export const smithy = declared('@smithy/core#Client @smithy/smithy-client#Client', { request: 'it.send(x)' });

export const dynamodb = [
  ...use(
    `import { DynamoDBClient, DynamoDB, GetItemCommand } from '@aws-sdk/client-dynamodb';\nimport { DynamoDBDocumentClient, DynamoDBDocument, GetCommand } from '@aws-sdk/lib-dynamodb';\nconst client = new DynamoDBClient({});\nconst documents = DynamoDBDocumentClient.from(client);\nconst whole = DynamoDBDocument.from(client);`,
    {
      build: `
      new DynamoDBClient({})
      new DynamoDB({})`,
      query: `
      client.send(new GetItemCommand({ Key: a }))
      documents.send(new GetCommand({ Key: a }))
      whole.send(new GetCommand({ Key: a }))`,
    },
  ),
  ...[
    `import { DynamoDB } from '@aws-sdk/client-dynamodb';\nconst tables = new DynamoDB({});`,
    `import AWS from 'aws-sdk';\nconst tables = new AWS.DynamoDB();`,
  ].flatMap((setUp) =>
    use(setUp, {
      'query read': 'tables.getItem({ Key: a })',
      'query read ≤ Limit': 'tables.«query scan»({ Limit: a })',
      'query write': 'tables.«putItem updateItem deleteItem»({ Key: a })',
      'query read bulk': 'tables.«batchGetItem transactGetItems»(a)',
      'query write bulk': 'tables.«batchWriteItem transactWriteItems»(a)',
    }),
  ),
  ...[
    `import { DynamoDBDocument } from '@aws-sdk/lib-dynamodb';\nconst documents = DynamoDBDocument.from({} as any);`,
    `import AWS from 'aws-sdk';\nconst documents = new AWS.DynamoDB.DocumentClient();`,
    `import { DocumentClient } from 'aws-sdk/clients/dynamodb';\nconst documents = new DocumentClient();`,
  ].flatMap((setUp) =>
    use(setUp, {
      'query read': 'documents.get({ Key: a })',
      'query read ≤ Limit': 'documents.«query scan»({ Limit: a })',
      'query write': 'documents.«put update delete»({ Key: a })',
      'query read bulk': 'documents.«batchGet transactGet»(a)',
      'query write bulk': 'documents.«batchWrite transactWrite»(a)',
    }),
  ),
  ...use(`import AWS from 'aws-sdk';`, { build: `\n new AWS.DynamoDB()\n new AWS.DynamoDB.DocumentClient()` }),
  ...use(`import * as dynamoose from 'dynamoose';\nconst User = dynamoose.model('User', {});`, {
    'query read': 'User.get(a)',
    'query read ≤ limit': `User.«query scan»('team').eq(a).exec()`,
    'query write': 'User.«create update delete»(a)',
    'query read bulk': 'User.batchGet(xs)',
    'query write bulk': 'User.«batchPut batchDelete»(xs)',
  }),
];

export const google = [
  ...use(`import { Storage } from '@google-cloud/storage';\nconst bucket = new Storage().bucket('b');`, {
    request: `
      bucket.file(a).«download save delete exists getMetadata»()
      bucket.«upload getFiles»(a)`,
  }),
  ...use(`import { BigQuery } from '@google-cloud/bigquery';\nconst bigquery = new BigQuery();`, { 'query read': `bigquery.query('SELECT 1')` }),
];

export const apis = [
  ...use(`import Stripe from 'stripe';\nconst stripe = new Stripe('');`, {
    request: `
      stripe.customers.«create retrieve update list del search cancel»(a)
      stripe.checkout.sessions.«create retrieve list»(a)`,
  }),
  ...use(`import Client from '«stripe openai @anthropic-ai/sdk»';`, { 'build light': 'new Client({})' }),
  ...use(`import OpenAI from 'openai';\nconst openai = new OpenAI();`, {
    request: 'openai.«chat.completions.create completions.create embeddings.create responses.create images.generate»({ input: a })',
  }),
  ...use(`import Anthropic from '@anthropic-ai/sdk';\nconst anthropic = new Anthropic();`, {
    request: 'anthropic.messages.«create stream»({ messages: a })',
  }),
  ...use(`import { generateText, generateObject, streamText, streamObject, embed, embedMany } from 'ai';`, {
    request: '«generateText generateObject streamText streamObject embed»({ prompt: a })',
    'request bulk': 'embedMany({ values: xs })',
  }),
  ...use(`import { Octokit } from '«@octokit/rest octokit»';\nconst octokit = new Octokit();`, {
    request: `
      octokit.«request graphql paginate»('GET /user')
      octokit.rest.issues.create({ title: a })
      octokit.issues.create({ title: a })`,
  }),
  ...use(`import { Octokit } from '@octokit/core';\nconst octokit = new Octokit();`, { request: `octokit.«request graphql»('GET /user')` }),
  ...use(`import { getOctokit } from '@actions/github';`, { request: `getOctokit('').rest.issues.create({ title: a })` }),
  ...use(`import twilio from 'twilio';\nconst client = twilio('', '');`, { request: 'client.«messages calls».create({ to: a })' }),
  ...use(`import mail from '@sendgrid/mail';`, { request: 'mail.«send sendMultiple»({ to: a })' }),
  ...use(`import { Resend } from 'resend';\nconst resend = new Resend('');`, {
    request: 'resend.emails.send({ to: a })',
    'request bulk': 'resend.batch.send(xs)',
  }),
  ...use(`import { WebClient } from '@slack/web-api';\nconst slack = new WebClient('');`, {
    request: `
      slack.chat.postMessage({ text: a })
      slack.admin.users.invite({ email: a })`,
  }),
];

export const cloudWrong = [
  ...wrong(
    'what a command does stands in its class, and rows see no arguments',
    `import { DynamoDBDocumentClient, BatchGetCommand } from '@aws-sdk/lib-dynamodb';\nconst client = DynamoDBDocumentClient.from({} as any);`,
    'client.send(new BatchGetCommand({ RequestItems: a }))',
    'query',
    'query read bulk',
  ),
];
