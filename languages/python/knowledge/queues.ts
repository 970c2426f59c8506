/** Queues, schedulers, brokers, chat bots and cloud functions: what registers a function that runs per job, message or event, and what sends one. */
import {
  alike,
  connection,
  decorate,
  entry,
  type Facts,
  type Family,
  hooks,
  later,
  on,
  pool,
  request,
  returns,
  self,
  takes,
  words,
} from '../../words.ts';
import { stopsLong, waits, waitsForMany } from './waiting.ts';

const job = entry('job');
const message = entry('message');
const event = entry('event');
const sendMany: Facts = { op: { kind: 'request', weight: 'heavy', bulk: true } };

/** Sends a job, and names the function that runs it. */
const enqueues: Facts = { ...waits(), ...job };
const schedulers = `py:apscheduler#schedulers.background.BackgroundScheduler py:apscheduler#schedulers.asyncio.AsyncIOScheduler
  py:apscheduler#schedulers.blocking.BlockingScheduler py:apscheduler#schedulers.gevent.GeventScheduler
  py:apscheduler#schedulers.tornado.TornadoScheduler py:apscheduler#schedulers.base.BaseScheduler`;
const hueys =
  'py:huey#Huey py:huey#RedisHuey py:huey#PriorityRedisHuey py:huey#RedisExpireHuey py:huey#SqliteHuey py:huey#MemoryHuey py:huey#FileHuey';

/** `every(10).minutes.at(':17').do(job)` */
const everyJob = 'py:schedule#Job';

const jobs: Family = {
  decorators: [
    ...decorate('py:celery', 'shared_task', 'job'),
    ...decorate('py:celery', 'Celery.task app.shared_task', 'job'),
    ...decorate(
      'py:celery#signals',
      'task_prerun.connect task_postrun.connect task_success.connect task_failure.connect task_retry.connect before_task_publish.connect',
      'event',
    ),
    ...decorate('py:dramatiq', 'actor', 'job'),
    ...decorate('py:rq py:django_rq', 'decorators.job', 'job'),
    ...decorate('py:django_rq', 'job', 'job'),
    ...decorate(hueys, 'task periodic_task', 'job'),
    ...decorate('py:huey#contrib.djhuey', 'task periodic_task db_task db_periodic_task', 'job'),
    ...decorate(schedulers, 'scheduled_job', 'job'),
    ...decorate('py:flask_apscheduler#APScheduler', 'task', 'job'),
    ...decorate('py:schedule', 'repeat', 'job'),
    ...decorate('py:taskiq#AsyncBroker py:taskiq#InMemoryBroker py:taskiq_redis#ListQueueBroker py:taskiq_aio_pika#AioPikaBroker', 'task', 'job'),
    ...decorate('py:procrastinate#App', 'task periodic', 'job'),
    ...decorate('py:fastapi_utils', 'tasks.repeat_every', 'job'),
  ],
  rows: [
    ...on('py:celery#Celery', 'send_task', { ...waits(), returns: 'py:celery#result.AsyncResult' }),
    ...on('py:celery#result.AsyncResult', 'get wait join join_native', { ...stopsLong(), awaitsJob: true }),
    // Each goes to every worker.
    ...on('py:celery#result.AsyncResult py:celery#Celery', 'revoke control.revoke', { ...waits(), many: 'control.revoke' }),
    ...on('py:celery', 'group chain chord canvas.group canvas.chain canvas.chord', returns('py:celery#canvas.Signature')),
    ...on('py:celery#canvas.Signature', 'apply_async delay', returns('py:celery#result.AsyncResult')),
    ...on('py:dramatiq#Message', 'get_result', { ...stopsLong(), awaitsJob: true }),
    ...on('py:arq', 'cron func cron.cron worker.func', job),
    ...on('py:arq', 'create_pool connections.create_pool', returns('py:arq#connections.ArqRedis', pool)),
    ...on('py:arq#connections.ArqRedis', 'enqueue_job', request),
    ...on('py:rq#Queue', 'enqueue enqueue_call enqueue_at enqueue_in', { ...enqueues, many: 'enqueue_many' }),
    ...on('py:rq#Queue', 'enqueue_many', waitsForMany()),
    ...on('py:django_rq', 'enqueue', enqueues),
    ...on('py:django_rq', 'get_queue', returns('py:rq#Queue')),
    ...on('py:rq_scheduler#Scheduler', 'enqueue_at enqueue_in schedule cron', enqueues),
    ...on(`${schedulers} py:flask_apscheduler#APScheduler`, 'add_job', job),
    ...on('py:schedule', 'every', returns(everyJob)),
    ...on(everyJob, 'do *.do *.*.do', job),
    ...on(everyJob, 'at *.at *.*.at until tag *.tag to', self),
  ],
  types: alike('py:rq#queue.Queue', 'py:rq#Queue'),
  hooks: [
    ...hooks('py:celery', 'Task app.task.Task', 'run on_success on_failure on_retry', 'job'),
    ...hooks('py:dramatiq', 'GenericActor generic.GenericActor', 'perform', 'job'),
  ],
};

/** What a producer of `kafka-python` promises of one message. */
const sent = 'py:kafka#producer.future.FutureRecordMetadata';

const fastStreamBrokers = `py:faststream#kafka.KafkaBroker py:faststream#confluent.KafkaBroker py:faststream#rabbit.RabbitBroker
  py:faststream#nats.NatsBroker py:faststream#redis.RedisBroker`;
const fastStreams = `${fastStreamBrokers} py:faststream#kafka.KafkaRouter py:faststream#kafka.fastapi.KafkaRouter py:faststream#confluent.KafkaRouter
  py:faststream#confluent.fastapi.KafkaRouter py:faststream#rabbit.RabbitRouter py:faststream#rabbit.fastapi.RabbitRouter
  py:faststream#nats.NatsRouter py:faststream#nats.fastapi.NatsRouter py:faststream#redis.RedisRouter py:faststream#redis.fastapi.RedisRouter`;
const channel = 'py:pika#adapters.blocking_connection.BlockingChannel';

const brokers: Family = {
  decorators: decorate(fastStreams, 'subscriber', 'message'),
  rows: [
    ...on('py:faststream', 'Depends', message),
    ...on(fastStreamBrokers, 'publish', request),
    ...on('py:faststream', 'kafka.KafkaBroker.publish_batch confluent.KafkaBroker.publish_batch redis.RedisBroker.publish_batch', sendMany),

    ...on('py:aiokafka', 'AIOKafkaConsumer AIOKafkaProducer', connection),
    ...on('py:aiokafka#AIOKafkaProducer', 'send_and_wait', request),
    ...on('py:kafka', 'KafkaConsumer KafkaProducer', connection),
    ...on('py:kafka#KafkaProducer', 'flush', { ...stopsLong('Use `aiokafka`.'), flushes: true }),
    ...on('py:kafka#KafkaProducer', 'send', returns(sent)),
    ...on(sent, 'get', { ...stopsLong('Use `aiokafka`.'), flushes: true }),
    ...on('py:aiokafka#AIOKafkaProducer', 'flush', { flushes: true }),
    ...on('py:kafka#KafkaConsumer', 'poll', stopsLong('Use `aiokafka`.')),
    ...on('py:confluent_kafka', 'Producer Consumer', connection),
    ...on('py:confluent_kafka#Producer', 'flush', { ...stopsLong(), flushes: true }),
    ...on('py:confluent_kafka#Consumer', 'poll consume', stopsLong()),

    ...on('py:pika', 'BlockingConnection', { ...connection, blocks: true, remedy: 'Use `aio_pika`.' }),
    ...on('py:pika#BlockingConnection', 'channel', returns(channel)),
    ...on(channel, 'basic_consume', entry('message', { ahead: { unless: ['basic_qos', 'set_qos'], unconfirmed: ['auto_ack', 'no_ack'] } })),
    ...on(channel, 'basic_get queue_declare exchange_declare queue_bind queue_purge', waits('Use `aio_pika`.')),
    ...on('py:aio_pika', 'connect connect_robust', returns('py:aio_pika#Connection', connection)),
    ...on('py:aio_pika#Connection', 'channel', returns('py:aio_pika#Channel')),
    ...on('py:aio_pika#Channel', 'declare_queue get_queue', { ...request, returns: 'py:aio_pika#Queue' }),
    ...on('py:aio_pika#Channel', 'declare_exchange get_exchange', { ...request, returns: 'py:aio_pika#Exchange' }),
    ...on('py:aio_pika#Channel.default_exchange py:aio_pika#Exchange', 'publish', request),
    ...on('py:aio_pika#Queue', 'consume', entry('message', { ahead: { unless: ['set_qos', 'basic_qos'], unconfirmed: ['no_ack'] } })),
    ...on('py:aio_pika#Queue', 'get', request),
    ...on('py:kombu', 'Consumer', message),

    ...on('py:nats', 'connect', returns('py:nats#NATS', connection)),
    ...on('py:nats#NATS', 'subscribe', message),
    ...on('py:nats#NATS', 'request', request),
    ...on('py:paho#mqtt.client.Client', 'message_callback_add', message),
    ...on('py:google#cloud.pubsub_v1.SubscriberClient', 'subscribe', message),
    ...on('py:google#cloud.pubsub_v1.SubscriberClient', 'pull', waits()),
  ],
  types: [
    ...alike('py:pika#BlockingConnection.channel py:pika#channel.Channel', channel),
    ...alike('py:pika#adapters.blocking_connection.BlockingConnection', 'py:pika#BlockingConnection'),
    ...alike('py:aio_pika#RobustConnection py:aio_pika#abc.AbstractConnection py:aio_pika#abc.AbstractRobustConnection', 'py:aio_pika#Connection'),
    ...alike('py:aio_pika#RobustChannel py:aio_pika#abc.AbstractChannel py:aio_pika#abc.AbstractRobustChannel', 'py:aio_pika#Channel'),
    ...alike('py:aio_pika#RobustQueue py:aio_pika#abc.AbstractQueue py:aio_pika#abc.AbstractRobustQueue', 'py:aio_pika#Queue'),
    ...alike('py:aio_pika#RobustExchange py:aio_pika#abc.AbstractExchange', 'py:aio_pika#Exchange'),
    ...alike('py:nats#aio.client.Client', 'py:nats#NATS'),
    ...alike('py:kafka#consumer.group.KafkaConsumer', 'py:kafka#KafkaConsumer'),
  ],
  paramEntries: takes('py:aio_pika', 'IncomingMessage abc.AbstractIncomingMessage', 'message'),
};

const discords = 'py:discord py:nextcord py:disnake';
const discordBots = `
  py:discord#ext.commands.Bot py:discord#ext.commands.AutoShardedBot py:nextcord#ext.commands.Bot py:disnake#ext.commands.Bot
  py:disnake#ext.commands.InteractionBot py:discord#Bot`;
const discordClients = `${discordBots} py:discord#Client py:nextcord#Client py:disnake#Client`;
const telegramHandlers = `CommandHandler MessageHandler CallbackQueryHandler InlineQueryHandler ChosenInlineResultHandler PollHandler PollAnswerHandler
  ChatMemberHandler ChatJoinRequestHandler PreCheckoutQueryHandler ShippingQueryHandler TypeHandler PrefixHandler StringCommandHandler`;
const aiogramEvents = `message edited_message channel_post edited_channel_post inline_query chosen_inline_result callback_query shipping_query
  pre_checkout_query poll poll_answer my_chat_member chat_member chat_join_request error errors`;
const aiogramHandlers = `message_handler edited_message_handler channel_post_handler inline_handler callback_query_handler chosen_inline_handler
  shipping_query_handler pre_checkout_query_handler poll_handler poll_answer_handler errors_handler`;
const telebotHandlers = `message_handler edited_message_handler channel_post_handler inline_handler chosen_inline_handler callback_query_handler
  shipping_query_handler pre_checkout_query_handler poll_handler poll_answer_handler chat_member_handler`;
const slackApps = 'py:slack_bolt#App py:slack_bolt#app.App py:slack_bolt#async_app.AsyncApp py:slack_bolt#app.async_app.AsyncApp';
const slackEvents =
  'event message command action shortcut global_shortcut message_shortcut view view_submission view_closed block_action options function';

const bots: Family = {
  decorators: [
    ...decorate(discordClients, 'event', 'message'),
    ...decorate(discordBots, 'command hybrid_command group hybrid_group listen check before_invoke after_invoke', 'message'),
    ...decorate(discordBots, 'slash_command user_command message_command', 'message'),
    ...decorate(discordBots, 'tree.command tree.context_menu', 'message'),
    ...decorate(discords, 'ext.commands.command ext.commands.group ext.commands.Cog.listener', 'message'),
    ...decorate('py:discord', 'ext.commands.hybrid_command ext.commands.hybrid_group', 'message'),
    ...decorate(
      'py:discord',
      'app_commands.command app_commands.context_menu app_commands.CommandTree.command app_commands.Group.command',
      'message',
    ),
    ...decorate('py:nextcord py:discord', 'slash_command user_command message_command', 'message'),
    ...decorate('py:disnake', 'ext.commands.slash_command ext.commands.user_command ext.commands.message_command', 'message'),
    ...decorate(discords, 'ext.tasks.loop', 'job'),
    ...decorate(discords, 'ui.button ui.select', 'message'),
    ...decorate('py:aiogram#Router py:aiogram#Dispatcher', aiogramEvents, 'message'),
    ...decorate('py:aiogram#Dispatcher', aiogramHandlers, 'message'),
    ...decorate('py:telebot#TeleBot py:telebot#async_telebot.AsyncTeleBot', telebotHandlers, 'message'),
    ...decorate('py:pyrogram#Client', 'on_message on_edited_message on_callback_query on_inline_query', 'message'),
    ...decorate('py:telethon#TelegramClient', 'on', 'message'),
    ...decorate(slackApps, `${slackEvents} middleware error`, 'message'),
  ],
  rows: [
    ...on('py:telegram#ext', telegramHandlers, entry('message', { inTurn: true })),
    ...on('py:telegram#ext.Application', 'add_error_handler', entry('message', { inTurn: true })),
    ...on('py:telegram#ext.JobQueue', 'run_repeating run_daily run_monthly', job),
    ...on('py:telegram#ext.JobQueue', 'run_once', later),
    ...on(
      'py:aiogram#Router py:aiogram#Dispatcher',
      words(aiogramEvents)
        .map((name) => `${name}.register`)
        .join(' '),
      message,
    ),
    ...on('py:telethon#TelegramClient', 'add_event_handler', message),
    ...on(slackApps, slackEvents, message),
  ],
  hooks: [
    ...hooks(discords, 'Client', 'on_message on_message_edit on_message_delete on_reaction_add on_member_join', 'message'),
    ...hooks(discords, 'ui.Button ui.Select', 'callback', 'message'),
    ...hooks(discords, 'ui.View ui.Modal', 'callback on_submit interaction_check on_timeout on_error', 'message'),
    ...hooks(discords, 'ext.commands.Bot', 'on_message on_message_edit on_reaction_add on_command_error', 'message'),
    ...hooks('py:aiogram', 'BaseMiddleware', '__call__', 'message'),
  ],
  paramEntries: [
    ...takes('py:telegram', 'Update', 'message'),
    ...takes('py:aiogram', 'types.Message types.CallbackQuery types.InlineQuery', 'message'),
    ...takes('py:telebot', 'types.Message types.CallbackQuery', 'message'),
    ...takes('py:pyrogram', 'types.Message types.CallbackQuery', 'message'),
    ...takes(discords, 'Interaction Message ext.commands.Context', 'message'),
    ...takes('py:disnake', 'ApplicationCommandInteraction', 'message'),
    ...takes('py:discord', 'ApplicationContext', 'message'),
  ],
};

const lambdaApps = `
  py:aws_lambda_powertools#event_handler.APIGatewayRestResolver py:aws_lambda_powertools#event_handler.APIGatewayHttpResolver
  py:aws_lambda_powertools#event_handler.ALBResolver py:aws_lambda_powertools#event_handler.LambdaFunctionUrlResolver
  py:aws_lambda_powertools#event_handler.api_gateway.Router py:aws_lambda_powertools#event_handler.router.APIGatewayRouter`;

const functions: Family = {
  decorators: [
    ...decorate(lambdaApps, 'get post put patch delete route exception_handler not_found', 'request'),
    ...decorate('py:aws_lambda_powertools#event_handler.AppSyncResolver', 'resolver', 'resolver'),
    ...decorate('py:aws_lambda_powertools#Logger', 'inject_lambda_context', 'request'),
    ...decorate('py:aws_lambda_powertools#Tracer', 'capture_lambda_handler', 'request'),
    ...decorate('py:aws_lambda_powertools#Metrics', 'log_metrics', 'request'),
    ...decorate('py:aws_lambda_powertools#utilities.data_classes', 'event_source', 'request'),
    ...decorate('py:chalice#Chalice py:chalice#Blueprint', 'route authorizer lambda_function', 'request'),
    ...decorate(
      'py:chalice#Chalice py:chalice#Blueprint',
      'on_sqs_message on_sns_message on_s3_event on_kinesis_record on_dynamodb_record',
      'message',
    ),
    ...decorate('py:chalice#Chalice py:chalice#Blueprint', 'schedule', 'job'),
    ...decorate('py:functions_framework', 'http', 'request'),
    ...decorate('py:functions_framework', 'cloud_event', 'event'),
    ...decorate('py:firebase_functions', 'https_fn.on_request https_fn.on_call', 'request'),
    ...decorate('py:firebase_functions', 'scheduler_fn.on_schedule tasks_fn.on_task_dispatched', 'job'),
    ...decorate('py:firebase_functions', 'pubsub_fn.on_message_published', 'message'),
    ...decorate('py:firebase_functions#firestore_fn', 'on_document_created on_document_updated on_document_deleted on_document_written', 'event'),
    ...decorate('py:firebase_functions#storage_fn', 'on_object_finalized on_object_deleted on_object_archived on_object_metadata_updated', 'event'),
    ...decorate('py:firebase_functions#db_fn', 'on_value_created on_value_updated on_value_deleted on_value_written', 'event'),
    ...decorate('py:azure#functions.FunctionApp py:azure#functions.Blueprint', 'route', 'request'),
    ...decorate(
      'py:azure#functions.FunctionApp py:azure#functions.Blueprint',
      'queue_trigger service_bus_queue_trigger service_bus_topic_trigger event_hub_message_trigger event_grid_trigger',
      'message',
    ),
    ...decorate('py:azure#functions.FunctionApp py:azure#functions.Blueprint', 'blob_trigger cosmos_db_trigger', 'event'),
    ...decorate('py:azure#functions.FunctionApp py:azure#functions.Blueprint', 'timer_trigger schedule', 'job'),
  ],
  rows: on('py:scrapy', 'Request FormRequest http.Request', event),
  hooks: hooks('py:scrapy', 'Spider spiders.CrawlSpider spiders.Spider', 'parse parse_*', 'event'),
  paramEntries: [
    ...takes('py:aws_lambda_powertools', 'utilities.typing.LambdaContext', 'request'),
    ...takes('py:azure', 'functions.HttpRequest', 'request'),
    ...takes('py:azure', 'functions.QueueMessage functions.ServiceBusMessage functions.EventHubEvent functions.EventGridEvent', 'message'),
    ...takes('py:azure', 'functions.InputStream', 'event'),
    ...takes('py:azure', 'functions.TimerRequest', 'job'),
    ...takes('py:firebase_functions', 'https_fn.Request https_fn.CallableRequest', 'request'),
    ...takes('py:cloudevents', 'http.CloudEvent', 'event'),
  ],
};

const parts = [jobs, brokers, bots, functions];

export const queues: Family = {
  rows: parts.flatMap((part) => part.rows ?? []),
  types: parts.flatMap((part) => part.types ?? []),
  decorators: parts.flatMap((part) => part.decorators ?? []),
  hooks: parts.flatMap((part) => part.hooks ?? []),
  paramEntries: parts.flatMap((part) => part.paramEntries ?? []),
};
