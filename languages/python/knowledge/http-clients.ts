/**
 * Clients of HTTP, mail, object stores, and of services that are reached over them: each call is one request. Clients without `async` stop the
 * thread until the answer is there.
 */
import type { KnowledgeRow } from '../../../model/knowledge.ts';
import { alike, client, type Facts, type Family, forOneUse, on, read, readBulk, request, returns, words, write, writeBulk } from '../../words.ts';
import { connects, inThread, waits, waitsForMany } from './waiting.ts';

const verbs = 'get post put patch delete head options';
const parsed = { result: { kind: 'unknown', extent: 'input', why: 'parsed data', from: 'data' } } as const;
const body = { result: { kind: 'string', extent: 'input', why: 'body of a response' } } as const;
const requestMany: Facts = { op: { kind: 'request', weight: 'heavy', bulk: true } };

const http = waits('Use `httpx.AsyncClient`.');

const plain: Family = {
  rows: [
    ...on('py:requests', `${verbs} request`, { ...http, returns: 'py:requests#Response', untimed: { options: ['timeout'] } }),
    ...on('py:requests#Session', `${verbs} request`, {
      ...http,
      returns: 'py:requests#Response',
      untimed: { options: ['timeout'], unless: 'mount' },
    }),
    ...on('py:requests#Session', 'send', { ...http, returns: 'py:requests#Response' }),
    ...on('py:requests', 'session', returns('py:requests#Session')),
    ...on('py:requests#Response', 'json', parsed),
    ...on('py:requests#Response', 'iter_lines', { result: { kind: 'other', extent: 'input', why: 'lines of a response' } }),
    // Sent when they are mapped.
    ...on('py:grequests', 'map', waitsForMany('Use `httpx.AsyncClient`.')),

    ...on('py:httpx', 'Client AsyncClient', client),
    ...on('py:httpx', `${verbs} request stream`, { ...http, returns: 'py:httpx#Response' }),
    ...on('py:httpx#Client', `${verbs} request send stream`, { ...http, returns: 'py:httpx#Response' }),
    ...on('py:httpx#AsyncClient', `${verbs} request send stream`, { ...request, returns: 'py:httpx#Response' }),
    ...on('py:httpx#Response', 'json', parsed),

    ...on('py:aiohttp', 'ClientSession', client),
    ...on('py:aiohttp', 'request', { ...request, returns: 'py:aiohttp#ClientResponse' }),
    ...on('py:aiohttp#ClientSession', `${verbs} request ws_connect`, { ...request, returns: 'py:aiohttp#ClientResponse' }),
    ...on('py:aiohttp#ClientResponse', 'json', parsed),
    ...on('py:aiohttp#ClientResponse', 'text read', body),

    ...on('py:urllib3', 'PoolManager ProxyManager', client),
    ...on('py:urllib3', 'request', { ...http, returns: 'py:urllib3#HTTPResponse' }),
    ...on('py:urllib3#PoolManager', 'request urlopen request_encode_url request_encode_body', { ...http, returns: 'py:urllib3#HTTPResponse' }),
    ...on('py:urllib3#HTTPResponse', 'json', parsed),

    ...on('py:zeep', 'Client CachingClient', connects(inThread, client)),
    ...on('py:zeep#Client', 'service.*', waits('Use `zeep.AsyncClient`.')),
    ...on('py:zeep#AsyncClient', 'service.*', request),

    ...on('py:grpc', 'insecure_channel secure_channel aio.insecure_channel aio.secure_channel', client),
    ...on('py:websocket', 'create_connection', connects('Use `websockets`.', forOneUse)),
    ...on('py:jwt#PyJWKClient', 'get_signing_key get_signing_key_from_jwt get_signing_keys fetch_data', waits()),
  ],
  types: [
    ...alike('py:requests#sessions.Session', 'py:requests#Session'),
    ...alike('py:requests#models.Response', 'py:requests#Response'),
    ...alike('py:requests#api', 'py:requests#Session'),
    ...alike('py:requests_oauthlib#OAuth2Session py:requests_oauthlib#OAuth1Session py:requests_html#HTMLSession', 'py:requests#Session'),
    ...alike('py:requests_toolbelt#sessions.BaseUrlSession', 'py:requests#Session'),
    ...alike('py:authlib#integrations.requests_client.OAuth2Session', 'py:requests#Session'),
    ...alike('py:authlib#integrations.httpx_client.AsyncOAuth2Client', 'py:httpx#AsyncClient'),
    ...alike('py:urllib3#ProxyManager py:urllib3#HTTPConnectionPool py:urllib3#HTTPSConnectionPool', 'py:urllib3#PoolManager'),
    ...alike('py:zeep#CachingClient', 'py:zeep#Client'),
  ],
};

const mailAndFiles: Family = {
  rows: [
    ...on('py:aiosmtplib', 'send', { ...request, mails: true }),
    ...on('py:aiosmtplib#SMTP', 'connect login sendmail send_message', { ...request, mails: true }),
    // Django's queries wait until somebody needs them; its mail does not.
    ...on('py:django#core.mail', 'send_mail mail_admins mail_managers', { ...waits(), eager: true, mails: true }),
    ...on('py:django#core.mail', 'send_mass_mail', { ...waitsForMany(), eager: true, mails: true }),
    ...on('py:django#core.mail.EmailMessage', 'send', { ...waits(), eager: true, mails: true }),
    ...on('py:flask_mail#Mail', 'send send_message', { ...waits(), mails: true }),
    ...on('py:fastapi_mail#FastMail', 'send_message', { ...request, mails: true }),
    ...on('py:sendgrid#SendGridAPIClient', 'send', waits()),

    ...on('py:paramiko#SSHClient', 'connect exec_command', waits('Use `asyncssh`.')),
    ...on('py:paramiko#SSHClient', 'open_sftp', { ...waits('Use `asyncssh`.'), returns: 'py:paramiko#SFTPClient' }),
    ...on('py:paramiko#SFTPClient', 'get put getfo putfo open stat lstat mkdir remove rename rmdir', waits('Use `asyncssh`.')),
    ...on('py:paramiko#SFTPClient', 'listdir listdir_attr', {
      ...waits('Use `asyncssh`.'),
      result: { kind: 'list', extent: 'input', why: 'names in a directory', from: 'data' },
    }),
  ],
  types: [...alike('py:django#core.mail.EmailMultiAlternatives py:django#core.mail.message.EmailMessage', 'py:django#core.mail.EmailMessage')],
};

/**
 * The AWS SDK. Which service a client is for stands in an argument (`boto3.client('s3')`), so there is one type of client; what DynamoDB
 * alone offers is a query.
 */
const awsRequests = `
  get_object put_object head_object delete_object copy_object copy upload_file upload_fileobj download_file download_fileobj
  create_multipart_upload upload_part complete_multipart_upload abort_multipart_upload get_object_tagging put_object_tagging
  head_bucket create_bucket delete_bucket
  send_message receive_message delete_message change_message_visibility get_queue_url get_queue_attributes create_queue
  publish subscribe send_email send_raw_email send_templated_email
  invoke start_execution assume_role get_caller_identity put_record
  get_secret_value put_secret_value create_secret get_parameter put_parameter
  admin_get_user admin_create_user admin_delete_user admin_update_user_attributes admin_add_user_to_group initiate_auth admin_initiate_auth
  encrypt decrypt sign verify generate_data_key get_log_events filter_log_events
  invoke_model invoke_agent converse retrieve run_task start_query_execution get_query_execution get_query_results
  detect_labels detect_faces detect_document_text analyze_document start_job_run get_job_run submit_job
  start_document_text_detection get_document_text_detection start_transcription_job get_transcription_job get_command_invocation
  list_* describe_*`;
const awsForMany = `delete_objects send_message_batch delete_message_batch publish_batch put_records put_record_batch put_events get_parameters
  get_parameters_by_path put_metric_data batch_get_secret_value`;

function items(tables: string, more: Facts): KnowledgeRow[] {
  return [
    ...on(tables, 'get_item', { ...read(), ...more }),
    ...on(tables, 'query scan', { op: { kind: 'query', access: 'read' }, cappedBy: ['Limit'], ...more }),
    ...on(tables, 'put_item update_item delete_item', { ...write(), ...more }),
  ];
}

/** What sends one, and what sends ten. */
const awsOfMany: readonly (readonly [one: string, many: string])[] = [
  ['delete_object', 'delete_objects'],
  ['send_message', 'send_message_batch'],
  ['delete_message', 'delete_message_batch'],
  ['publish', 'publish_batch'],
  ['get_parameter', 'get_parameters'],
];

const awsOneByOne = words(awsRequests)
  .filter((name) => !awsOfMany.some(([one]) => one === name))
  .join(' ');

const sync: Facts = { blocks: true, remedy: inThread };

/** `get_paginator('list_objects_v2').paginate(…)` makes one request per page. */
function awsClient(type: string, more: Facts): KnowledgeRow[] {
  return [
    ...awsOfMany.flatMap(([one, many]) => on(type, one, { ...request, ...more, many })),
    ...on(type, awsOneByOne, { ...request, ...more }),
    ...on(type, awsForMany, { ...requestMany, ...more }),
    ...items(type, more),
    ...on(type, 'batch_get_item transact_get_items', { ...readBulk, ...more }),
    ...on(type, 'batch_write_item transact_write_items', { ...writeBulk, ...more }),
    ...on(type, 'execute_statement', { op: { kind: 'query' }, ...more }),
    ...on(type, 'get_paginator', returns(`${type}.paginator`)),
    ...on(`${type}.paginator`, 'paginate', { result: { kind: 'other', extent: 'table', why: 'pages of a listing' } }),
    ...on(type, 'get_waiter', returns(`${type}.waiter`)),
    ...on(`${type}.waiter`, 'wait', { ...request, ...more }),
  ];
}

const aws: Family = {
  rows: [
    ...on('py:boto3 py:boto3#Session', 'client', returns('py:boto3#Client', client)),
    ...on('py:boto3 py:boto3#Session', 'resource', returns('py:boto3#Resource', client)),
    ...on('py:botocore', 'session.get_session', returns('py:botocore#session.Session')),
    ...on('py:botocore#session.Session', 'create_client', returns('py:boto3#Client', client)),
    ...on('py:aioboto3#Session', 'client', returns('py:aioboto3#Client', client)),
    ...on('py:aioboto3#Session', 'resource', returns('py:aioboto3#Resource', client)),
    ...on('py:aiobotocore', 'session.get_session', returns('py:aiobotocore#session.AioSession')),
    ...on('py:aiobotocore#session.AioSession', 'create_client', returns('py:aioboto3#Client', client)),

    ...awsClient('py:boto3#Client', sync),
    ...awsClient('py:aioboto3#Client', {}),

    // Resources name things, and ask when one of their methods is called.
    ...on('py:boto3#Resource', 'Table', returns('py:boto3#Table')),
    ...on('py:boto3#Resource', 'Bucket', returns('py:boto3#Bucket')),
    ...on('py:boto3#Resource', 'Object', returns('py:boto3#Object')),
    ...on('py:boto3#Resource', 'Queue', returns('py:boto3#Queue')),
    ...on('py:boto3#Bucket', 'Object', returns('py:boto3#Object')),
    ...on('py:boto3#Resource', 'batch_get_item batch_write_item', { op: { kind: 'query', bulk: true }, ...sync }),
    ...items('py:boto3#Table', sync),
    ...on('py:aioboto3#Resource', 'Table', returns('py:aioboto3#Table')),
    ...items('py:aioboto3#Table', {}),
    // It gathers what it is given, and writes when it is full or done.
    ...on('py:boto3#Table py:aioboto3#Table', 'batch_writer', returns('py:boto3#BatchWriter')),
    ...on('py:boto3#Object', 'get put delete load copy_from upload_file upload_fileobj download_file download_fileobj', waits()),
    ...on('py:boto3#Bucket', 'put_object upload_file upload_fileobj download_file download_fileobj create delete', waits()),
    ...on('py:boto3#Bucket', 'delete_objects', waitsForMany()),
    ...on('py:boto3#Bucket', 'objects.all objects.filter object_versions.all object_versions.filter', {
      ...waits(),
      result: { kind: 'list', extent: 'table', why: 'objects in a bucket' },
      returns: 'py:boto3#ObjectSummary',
    }),
    ...on('py:boto3#ObjectSummary', 'get put delete load', waits()),
    ...on('py:boto3#Queue', 'send_message', { ...waits(), many: 'send_messages' }),
    ...on('py:boto3#Queue', 'receive_messages', waits()),
    ...on('py:boto3#Queue', 'send_messages delete_messages', waitsForMany()),
  ],
  types: [...alike('py:boto3#session.Session', 'py:boto3#Session'), ...alike('py:aioboto3#session.Session', 'py:aioboto3#Session')],
};

const gcs = 'py:google#cloud.storage';

const googleStorage: Family = {
  rows: [
    ...on(gcs, 'Client', client),
    ...on(`${gcs}.Client`, 'bucket', returns(`${gcs}.Bucket`)),
    ...on(`${gcs}.Client`, 'get_bucket create_bucket lookup_bucket', { ...waits(), returns: `${gcs}.Bucket` }),
    ...on(`${gcs}.Client ${gcs}.Bucket`, 'list_blobs', {
      ...waits(),
      result: { kind: 'list', extent: 'table', why: 'objects in a bucket' },
      cappedBy: ['max_results'],
      returns: `${gcs}.Blob`,
    }),
    ...on(`${gcs}.Bucket`, 'blob', returns(`${gcs}.Blob`)),
    ...on(`${gcs}.Bucket`, 'get_blob', { ...waits(), returns: `${gcs}.Blob` }),
    ...on(`${gcs}.Bucket`, 'copy_blob delete_blob rename_blob', waits()),
    ...on(`${gcs}.Bucket`, 'delete_blobs', waitsForMany()),
    ...on(
      `${gcs}.Blob`,
      `upload_from_string upload_from_file upload_from_filename download_as_bytes download_as_string download_as_text download_to_filename
       download_to_file exists delete reload patch make_public rewrite compose`,
      waits(),
    ),
  ],
};

/** What the clients of OpenAI, Groq and others alike offer. */
const completions = `chat.completions.create chat.completions.parse beta.chat.completions.parse completions.create embeddings.create responses.create
  responses.parse responses.retrieve images.generate images.edit audio.transcriptions.create audio.translations.create audio.speech.create
  moderations.create files.create files.content`;
const messages = 'messages.create messages.stream messages.count_tokens messages.batches.create beta.messages.create completions.create';

const models: Family = {
  rows: [
    ...on('py:openai', 'OpenAI AsyncOpenAI AzureOpenAI AsyncAzureOpenAI', client),
    ...on('py:openai py:openai#OpenAI', completions, waits('Use `AsyncOpenAI`.')),
    ...on('py:openai#AsyncOpenAI', completions, request),
    ...on('py:groq#Groq', 'chat.completions.create', waits('Use `AsyncGroq`.')),
    ...on('py:groq#AsyncGroq', 'chat.completions.create', request),
    ...on('py:anthropic', 'Anthropic AsyncAnthropic', client),
    ...on('py:anthropic#Anthropic', messages, waits('Use `AsyncAnthropic`.')),
    ...on('py:anthropic#AsyncAnthropic', messages, request),
    ...on('py:litellm', 'completion embedding image_generation', waits('Use its `a…` form.')),
    ...on('py:litellm', 'acompletion aembedding aimage_generation', request),
    ...on('py:litellm', 'batch_completion', waitsForMany()),
    ...on('py:ollama py:ollama#Client', 'chat generate embed embeddings', waits('Use `ollama.AsyncClient`.')),
    ...on('py:ollama#AsyncClient', 'chat generate embed embeddings', request),
    ...on('py:google#genai.Client', 'models.generate_content models.embed_content models.count_tokens', waits('Use its `aio` form.')),
    ...on('py:google#genai.Client', 'aio.models.generate_content aio.models.embed_content aio.models.count_tokens', request),
    ...on('py:langchain_openai#ChatOpenAI', 'invoke', waits('Use `ainvoke`.')),
    ...on('py:langchain_openai#ChatOpenAI', 'ainvoke', request),
    ...on('py:langchain_openai#ChatOpenAI', 'batch', waitsForMany('Use `abatch`.')),
    ...on('py:langchain_openai#ChatOpenAI', 'abatch', requestMany),
    ...on('py:langchain_openai#OpenAIEmbeddings', 'embed_query', waits('Use `aembed_query`.')),
    ...on('py:langchain_openai#OpenAIEmbeddings', 'aembed_query', request),
    ...on('py:langchain_openai#OpenAIEmbeddings', 'embed_documents', waitsForMany('Use `aembed_documents`.')),
    ...on('py:langchain_openai#OpenAIEmbeddings', 'aembed_documents', requestMany),
  ],
  types: [
    ...alike('py:openai#AzureOpenAI py:openai#Client', 'py:openai#OpenAI'),
    ...alike('py:openai#AsyncAzureOpenAI py:openai#AsyncClient', 'py:openai#AsyncOpenAI'),
    ...alike('py:anthropic#AnthropicBedrock py:anthropic#AnthropicVertex py:anthropic#Client', 'py:anthropic#Anthropic'),
    ...alike('py:anthropic#AsyncAnthropicBedrock py:anthropic#AsyncAnthropicVertex py:anthropic#AsyncClient', 'py:anthropic#AsyncAnthropic'),
    ...alike('py:langchain_openai#AzureChatOpenAI py:langchain_anthropic#ChatAnthropic', 'py:langchain_openai#ChatOpenAI'),
    ...alike('py:langchain_openai#AzureOpenAIEmbeddings', 'py:langchain_openai#OpenAIEmbeddings'),
  ],
};

/** Each of Slack's methods is a method of its API, named for the family it is of. */
const slack = words('chat users conversations files reactions views team usergroups pins bookmarks reminders oauth auth')
  .map((family) => `${family}_*`)
  .join(' ');
const crud = 'create retrieve modify update list search delete cancel capture confirm';

/** `Customer.create`, `checkout.Session.create`, `customers.create`. */
function nested(names: string): string {
  return words(names)
    .flatMap((name) => [`*.${name}`, `*.*.${name}`])
    .join(' ');
}

const async = words(crud)
  .map((name) => `${name}_async`)
  .join(' ');

const services: Family = {
  rows: [
    ...on('py:stripe py:stripe#StripeClient', nested(crud), waits('Use its `…_async` form.')),
    ...on('py:stripe py:stripe#StripeClient', nested(async), request),
    ...on('py:slack_sdk#WebClient', `api_call ${slack}`, waits('Use `AsyncWebClient`.')),
    ...on('py:slack_sdk#web.async_client.AsyncWebClient', `api_call ${slack}`, request),
    ...on('py:slack_sdk#webhook.WebhookClient', 'send send_dict', waits('Use `AsyncWebhookClient`.')),
    ...on('py:slack_sdk#webhook.async_client.AsyncWebhookClient', 'send send_dict', request),
    ...on('py:twilio#rest.Client', 'messages.create calls.create messages.list calls.list', waits('Use its `…_async` form.')),
    ...on('py:twilio#rest.Client', 'messages.create_async calls.create_async', request),
    ...on('py:firebase_admin', 'messaging.send auth.get_user auth.get_user_by_email auth.create_user auth.update_user auth.delete_user', waits()),
    ...on('py:firebase_admin', 'messaging.send_each messaging.send_each_for_multicast auth.get_users auth.delete_users', waitsForMany()),
  ],
  types: [
    ...alike('py:slack_sdk#web.WebClient py:slack_sdk#web.client.WebClient', 'py:slack_sdk#WebClient'),
    ...alike('py:slack_bolt#App.client', 'py:slack_sdk#WebClient'),
    ...alike('py:slack_bolt#async_app.AsyncApp.client', 'py:slack_sdk#web.async_client.AsyncWebClient'),
    ...alike('py:slack_sdk#webhook.client.WebhookClient', 'py:slack_sdk#webhook.WebhookClient'),
  ],
};

const bucket = 'py:storages#backends.s3.S3Storage';

/** Django's files, where they are kept elsewhere: each question is a request. What a file is called there costs nothing. */
const djangoStorages: Family = {
  rows: on(bucket, 'exists delete size listdir get_modified_time get_created_time save open', waits()),
  types: alike(
    `py:storages#backends.s3boto3.S3Boto3Storage py:storages#backends.s3boto3.S3StaticStorage py:storages#backends.s3.S3StaticStorage
     py:storages#backends.gcloud.GoogleCloudStorage py:storages#backends.azure_storage.AzureStorage py:storages#backends.dropbox.DropboxStorage
     py:storages#backends.sftpstorage.SFTPStorage`,
    bucket,
  ),
};

const parts = [plain, mailAndFiles, aws, googleStorage, djangoStorages, models, services];

export const httpClients: Family = {
  rows: parts.flatMap((part) => part.rows ?? []),
  types: parts.flatMap((part) => part.types ?? []),
};
