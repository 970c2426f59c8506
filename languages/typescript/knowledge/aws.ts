/** The AWS SDK, versions 2 and 3: each call, and each command that is sent, is one request; what goes to DynamoDB is a query. */
import { alike, client, type Facts, type Family, on, read, readBulk, request, returns, words, write, writeBulk } from '../../words.ts';

const bulkRequest: Facts = { op: { kind: 'request', weight: 'heavy', bulk: true } };

/** Module, class, and what version 3 also offers as methods of the class without `Client`. */
const services: readonly (readonly [module: string, name: string, methods: string])[] = [
  [
    's3',
    'S3',
    'getObject putObject deleteObject headObject copyObject listObjects listObjectsV2 createMultipartUpload uploadPart completeMultipartUpload getObjectTagging',
  ],
  ['sqs', 'SQS', 'sendMessage receiveMessage deleteMessage changeMessageVisibility getQueueUrl'],
  ['sns', 'SNS', 'publish subscribe'],
  ['ses', 'SES', 'sendEmail sendRawEmail sendTemplatedEmail'],
  ['sesv2', 'SESv2', 'sendEmail'],
  ['lambda', 'Lambda', 'invoke'],
  ['kinesis', 'Kinesis', 'putRecord'],
  ['firehose', 'Firehose', 'putRecord'],
  ['eventbridge', 'EventBridge', ''],
  ['secrets-manager', 'SecretsManager', 'getSecretValue putSecretValue'],
  ['ssm', 'SSM', 'getParameter putParameter'],
  ['sts', 'STS', 'assumeRole getCallerIdentity'],
  [
    'cognito-identity-provider',
    'CognitoIdentityProvider',
    'adminGetUser adminCreateUser adminDeleteUser adminUpdateUserAttributes adminAddUserToGroup adminInitiateAuth listUsers',
  ],
  ['sfn', 'SFN', 'startExecution describeExecution'],
  ['kms', 'KMS', 'encrypt decrypt sign verify generateDataKey'],
  ['cloudwatch', 'CloudWatch', ''],
  ['cloudwatch-logs', 'CloudWatchLogs', 'getLogEvents filterLogEvents'],
  ['bedrock-runtime', 'BedrockRuntime', 'invokeModel converse'],
  ['ec2', 'EC2', 'describeInstances'],
  ['ecs', 'ECS', 'runTask describeTasks'],
  ['rds-data', 'RDSData', 'executeStatement'],
  ['athena', 'Athena', 'startQueryExecution getQueryResults'],
  ['route-53', 'Route53', 'changeResourceRecordSets'],
  ['cloudfront', 'CloudFront', 'createInvalidation'],
  ['textract', 'Textract', 'detectDocumentText analyzeDocument'],
  ['rekognition', 'Rekognition', 'detectLabels detectFaces'],
];

/** One call for many. */
const bulk: readonly (readonly [name: string, methods: string])[] = [
  ['S3', 'deleteObjects'],
  ['SQS', 'sendMessageBatch deleteMessageBatch'],
  ['SNS', 'publishBatch'],
  ['Kinesis', 'putRecords'],
  ['Firehose', 'putRecordBatch'],
  ['EventBridge', 'putEvents'],
  ['SSM', 'getParameters getParametersByPath'],
  ['CloudWatch', 'putMetricData'],
];

/** What sends one, and what sends ten. */
const ofMany: readonly (readonly [module: string, name: string, one: string, many: string])[] = [
  ['s3', 'S3', 'deleteObject', 'deleteObjects'],
  ['sqs', 'SQS', 'sendMessage', 'sendMessageBatch'],
  ['sqs', 'SQS', 'deleteMessage', 'deleteMessageBatch'],
  ['sns', 'SNS', 'publish', 'publishBatch'],
  ['kinesis', 'Kinesis', 'putRecord', 'putRecords'],
  ['firehose', 'Firehose', 'putRecord', 'putRecordBatch'],
  ['ssm', 'SSM', 'getParameter', 'getParameters'],
];

function oneByOne(service: string, methods: string): string {
  return words(methods)
    .filter((method) => !ofMany.some(([, name, one]) => name === service && one === method))
    .join(' ');
}

const tables = '@aws-sdk/client-dynamodb#DynamoDB aws-sdk#DynamoDB';
const documents = '@aws-sdk/lib-dynamodb#DynamoDBDocument aws-sdk#DynamoDB.DocumentClient';

export const aws: Family = {
  rows: [
    ...ofMany.flatMap(([module, name, one, many]) => on(`@aws-sdk/client-${module}#${name} aws-sdk#${name}`, one, { ...request, many })),
    ...services.flatMap(([module, name, methods]) => [
      ...on(`@aws-sdk/client-${module}`, `${name}Client ${name}`, client),
      ...on(`@aws-sdk/client-${module}#${name}Client`, 'send', request),
      ...on('aws-sdk', name, client),
      ...on(`@aws-sdk/client-${module}#${name} aws-sdk#${name}`, oneByOne(name, methods), request),
    ]),
    ...bulk.flatMap(([name, methods]) => {
      const module = services.find((service) => service[1] === name)?.[0];
      return on(`@aws-sdk/client-${module}#${name} aws-sdk#${name}`, methods, bulkRequest);
    }),
    // Who declares `send` for all clients, DynamoDB's among them.
    ...on('@smithy/core#Client @smithy/smithy-client#Client', 'send', request),
    ...on('aws-sdk#S3', 'upload', request),
    ...on('@aws-sdk/lib-storage#Upload', 'done', request),

    ...on('@aws-sdk/client-dynamodb', 'DynamoDBClient DynamoDB', client),
    ...on('aws-sdk', 'DynamoDB DynamoDB.DocumentClient', client),
    // Whether a command reads, writes or does either in bulk stands in its class, which is an argument.
    ...on('@aws-sdk/client-dynamodb#DynamoDBClient @aws-sdk/lib-dynamodb#DynamoDBDocumentClient', 'send', { op: { kind: 'query' } }),
    ...on('@aws-sdk/lib-dynamodb', 'DynamoDBDocumentClient.from', returns('@aws-sdk/lib-dynamodb#DynamoDBDocumentClient')),
    ...on('@aws-sdk/lib-dynamodb', 'DynamoDBDocument.from', returns('@aws-sdk/lib-dynamodb#DynamoDBDocument')),
    ...on(tables, 'getItem', read()),
    ...on(tables, 'query scan', { op: { kind: 'query', access: 'read' }, cappedBy: ['Limit'] }),
    ...on(tables, 'putItem updateItem deleteItem', write()),
    ...on(tables, 'batchGetItem transactGetItems', readBulk),
    ...on(tables, 'batchWriteItem transactWriteItems', writeBulk),
    ...on(documents, 'get', read()),
    ...on(documents, 'query scan', { op: { kind: 'query', access: 'read' }, cappedBy: ['Limit'] }),
    ...on(documents, 'put update delete', write()),
    ...on(documents, 'batchGet transactGet', readBulk),
    ...on(documents, 'batchWrite transactWrite', writeBulk),
    ...on('dynamoose', 'model', returns('dynamoose#Model')),
    ...on('dynamoose#Model', 'get', read()),
    ...on('dynamoose#Model', 'query scan', returns('dynamoose#Query')),
    ...on('dynamoose#Query', 'where filter eq lt gt le ge beginsWith between in contains using limit startAt sort attributes and or not all', {
      returns: 'self',
    }),
    ...on('dynamoose#Query', 'exec', { op: { kind: 'query', access: 'read' }, cappedBy: ['limit'] }),
    ...on('dynamoose#Model', 'create update delete', write()),
    ...on('dynamoose#Model', 'batchGet', readBulk),
    ...on('dynamoose#Model', 'batchPut batchDelete', writeBulk),
  ],
  types: [
    ...services.flatMap(([module, name]) => [
      ...alike(`@aws-sdk/client-${module}#${name}`, `@aws-sdk/client-${module}#${name}Client`),
      ...alike(`aws-sdk/clients/${module.replaceAll('-', '')}#default`, `aws-sdk#${name}`),
    ]),
    ...alike('@aws-sdk/client-dynamodb#DynamoDB', '@aws-sdk/client-dynamodb#DynamoDBClient'),
    ...alike('@aws-sdk/lib-dynamodb#DynamoDBDocument', '@aws-sdk/lib-dynamodb#DynamoDBDocumentClient'),
    ...alike('aws-sdk/clients/dynamodb#DocumentClient', 'aws-sdk#DynamoDB.DocumentClient'),
    ...alike('aws-sdk/clients/dynamodb#default', 'aws-sdk#DynamoDB'),
  ],
};
