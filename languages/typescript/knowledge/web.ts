/**
 * Servers: what registers a function that runs per request, connection or message. A function may also stand in a property of an object
 * argument (`fastify.route({ handler })`, `server.route({ handler })`, `Bun.serve({ fetch })`): it counts the same.
 */
import type { HookRow } from '../../../model/knowledge.ts';
import { alike, entry, type Family, handlers, hooks, listens, on, registrars, returns, self, takes, words } from '../../words.ts';

const verbs = 'get post put patch delete head options all';
const handler = entry('request');
const chained = entry('request', { returns: 'self' });

/** Grows with what a client sends; its kind is for the program to check. */
const ofRequest = { result: { kind: 'unknown', extent: 'input', why: 'sent with a request', from: 'request' } } as const;

const express: Family = {
  rows: [
    ...on('express', 'default', returns('express#Application')),
    ...on('express', 'Router', returns('express#Router')),
    ...on('express-promise-router router', 'default', returns('express#Router')),
    ...on(
      'express#Router',
      `${verbs} use param del query checkout connect copy lock merge mkactivity mkcol move m-search notify propfind proppatch purge report search subscribe trace unlock
       unsubscribe link unlink`,
      chained,
    ),
    ...on('express#Router', 'route', returns('express#Router')),
    ...on('express#Application', 'listen', returns('http#Server')),
    ...on('express#Application', 'engine', { callbacks: 'later' }),
    // Call signatures of these interfaces are what a checker finds behind `app.get`.
    ...on(
      `express-serve-static-core#IRouterMatcher express-serve-static-core#IRouterHandler
      express-serve-static-core#ApplicationRequestHandler express-serve-static-core#RouterUseHandler`,
      '*',
      handler,
    ),
    ...on('express-async-handler express-asyncify', 'default', handler),
    ...on('express-ws', 'default', returns('express-ws#Instance')),
    ...on('express-ws#Instance', 'app.ws', entry('message')),
    ...on('connect polka restana', 'default', returns('express#Router')),
    ...on('restify', 'createServer', returns('restify#Server')),
    ...on('restify#Server', 'get post put patch del head opts use pre on', handler),
    ...on('find-my-way', 'default', returns('express#Router')),
    ...on('find-my-way#default', 'on', handler),
    ...on('passport', 'use', handler),
    ...on('passport-local passport-jwt passport-http-bearer passport-oauth2 passport-google-oauth20 passport-github2', 'Strategy', handler),
    // Properties, not calls: what a request brings along.
    ...on('express#Request', 'body query', ofRequest),
  ],
  types: [
    ...alike('express#Application', 'express#Router'),
    ...alike(
      `express#Express express#core.Express express#express.Application express#express.Express express#default.Application express#default.Express
       express-serve-static-core#Application express-serve-static-core#Express express-serve-static-core#Core`,
      'express#Application',
    ),
    ...alike('express-serve-static-core#Request express#default.Request express#express.Request', 'express#Request'),
    ...alike('express#Request', 'http#IncomingMessage'),
    ...alike('express#Response express-serve-static-core#Response', 'http#ServerResponse'),
    ...alike(
      `express#IRouter express#IRoute express#default.Router express#express.Router express-serve-static-core#Router
      express-serve-static-core#IRouter express-serve-static-core#IRoute router#default polka#Polka connect#Server`,
      'express#Router',
    ),
  ],
  paramEntries: [
    ...takes('express express-serve-static-core', 'Request Response NextFunction', 'request'),
    ...takes('express#express express#default', 'Request Response NextFunction', 'request'),
    ...takes('restify', 'Request Response', 'request'),
    ...takes('polka', 'Request', 'request'),
  ],
  hooks: handlers('express express-serve-static-core', 'RequestHandler ErrorRequestHandler RequestParamHandler Handler', 'request'),
};

const fastify: Family = {
  rows: [
    ...on('fastify', 'default fastify Fastify', returns('fastify#FastifyInstance')),
    ...on('fastify#FastifyInstance', `${verbs} trace search propfind proppatch report mkcol copy move lock unlock`, chained),
    ...on('fastify#FastifyInstance', 'route setErrorHandler setNotFoundHandler addContentTypeParser', chained),
    ...on('fastify#FastifyInstance', 'addHook', {
      ...chained,
      once: words('onReady onListen onRoute onRegister preClose onClose'),
    }),
    ...on('fastify#FastifyInstance', 'register', { callbacks: 'now', returns: 'self', hands: ['fastify#FastifyInstance'] }),
    ...on('fastify#FastifyInstance', 'after ready', { callbacks: 'now', returns: 'self' }),
    ...on('fastify#FastifyInstance', 'withTypeProvider', self),
    ...on('fastify#FastifyInstance', 'decorate decorateRequest decorateReply', { callbacks: 'later', returns: 'self' }),
    ...on('fastify#RouteShorthandMethod', '*', handler),
    ...on('fastify-plugin', 'default fastifyPlugin', { callbacks: 'now', hands: ['fastify#FastifyInstance'] }),
    ...on('fastify#FastifyRequest', 'body query', ofRequest),
  ],
  types: [...alike('fastify#FastifyTypedInstance fastify#default.FastifyInstance fastify#fastify.FastifyInstance', 'fastify#FastifyInstance')],
  paramEntries: [
    ...takes('fastify', 'FastifyRequest FastifyReply', 'request'),
    ...takes('fastify#fastify fastify#default', 'FastifyRequest FastifyReply', 'request'),
  ],
  hooks: [
    ...handlers('fastify', 'RouteHandler RouteHandlerMethod onRequestHookHandler preHandlerHookHandler preHandlerAsyncHookHandler', 'request'),
    ...registrars('fastify', 'FastifyPluginAsync FastifyPluginCallback FastifyPlugin', 'request', 'fastify#FastifyInstance'),
  ],
};

const koa: Family = {
  rows: [
    ...on('koa#default koa#Application', 'use', chained),
    ...on('@koa/router#Router', `${verbs} del link unlink use param register`, chained),
    ...on('@koa/router#Router', 'prefix', self),
    ...on('koa#default', 'listen', returns('http#Server')),
    ...on('koa-router @koa/router', 'default', returns('@koa/router#Router')),
    ...on('koa-route', `${verbs} del`, handler),
    ...on('koa-compose', 'default', handler),
    ...on('koa#Context', 'request.body query', ofRequest),
    ...on('next#NextApiRequest', 'body query', ofRequest),
  ],
  types: [
    ...alike('koa#default koa#Application', 'events#EventEmitter'),
    ...alike(
      `@koa/router#default koa-router#default koa-router#Router @koa/router#RouterInstance @koa/router#RouterImplementation
      koa-tree-router#default`,
      '@koa/router#Router',
    ),
  ],
  paramEntries: [
    ...takes('koa', 'Context ParameterizedContext DefaultContext ExtendableContext Next', 'request'),
    ...takes('koa#default koa#Koa', 'Context ParameterizedContext Next', 'request'),
    ...takes('koa-router @koa/router', 'RouterContext IRouterContext', 'request'),
  ],
  hooks: [...handlers('koa', 'Middleware', 'request'), ...handlers('koa#default koa#Koa', 'Middleware', 'request')],
};

const fetchStyle: Family = {
  rows: [
    ...on('hono#Hono', `${verbs} on use notFound onError`, chained),
    ...on('hono#Hono', 'route basePath mount', self),
    ...on('hono/factory', 'createMiddleware', handler),
    ...on('hono/factory', 'createFactory', returns('hono/factory#Factory')),
    ...on('hono/factory#Factory', 'createHandlers createMiddleware', handler),
    ...on('elysia#Elysia', `${verbs} use derive resolve onRequest onBeforeHandle onAfterHandle onError`, chained),
    ...on('elysia#Elysia', 'ws', entry('message', { returns: 'self' })),
    ...on('elysia#Elysia', 'group guard', { callbacks: 'now', returns: 'self', hands: ['elysia#Elysia'] }),
    ...on('elysia#Elysia', 'state decorate model macro onStart onStop', { callbacks: 'later', returns: 'self' }),
    ...on('itty-router', 'Router AutoRouter IttyRouter', returns('itty-router#RouterType')),
    ...on('itty-router#RouterType', verbs, chained),
    ...on(
      'h3 nitropack/runtime global',
      `defineEventHandler eventHandler defineLazyEventHandler cachedEventHandler defineCachedEventHandler defineWebSocketHandler`,
      handler,
    ),
    ...on('global nitropack/runtime', 'defineNitroPlugin nitroPlugin', { hands: ['nitropack#NitroApp'] }),
    ...on('global', 'defineTask', { given: 'nitropack#Task' }),
    ...on('h3', 'createRouter createApp', returns('h3#Router')),
    ...on('h3#Router', `${verbs} use add`, chained),
    ...on('global', 'Bun.serve Deno.serve', handler),
    ...on('@hono/node-server', 'serve', { given: '@hono/node-server#Options' }),
    ...on('next-connect', 'createRouter createEdgeRouter default', returns('next-connect#NodeRouter')),
    ...on('next-connect#NodeRouter', `${verbs} use`, chained),
    ...on('nitropack#NitroApp', 'hooks.hook', entry('request', { once: ['close'] })),
    ...on('astro:middleware astro/middleware', 'defineMiddleware', handler),
  ],
  types: [
    ...alike(`hono#OpenAPIHono hono#HonoBase hono/tiny#Hono hono/quick#Hono @hono/zod-openapi#OpenAPIHono`, 'hono#Hono'),
    ...alike('elysia#default', 'elysia#Elysia'),
    ...alike('h3#App h3#H3', 'h3#Router'),
    ...alike('next-connect#EdgeRouter', 'next-connect#NodeRouter'),
  ],
  paramEntries: [...takes('hono', 'Context', 'request'), ...takes('h3', 'H3Event', 'request'), ...takes('elysia', 'Context', 'request')],
  hooks: [
    ...handlers('hono', 'Handler MiddlewareHandler', 'request'),
    ...handlers('h3', 'EventHandler', 'request'),
    ...handlers('next', 'NextApiHandler GetServerSideProps', 'request'),
    ...handlers('next/server', 'NextMiddleware', 'request'),
    ...handlers('@sveltejs/kit', 'RequestHandler Handle HandleFetch Load ServerLoad Action', 'request'),
    ...handlers('astro', 'APIRoute MiddlewareHandler', 'request'),
    ...handlers('@remix-run/node @remix-run/cloudflare @remix-run/server-runtime', 'LoaderFunction ActionFunction', 'request'),
    ...hooks('@hono/node-server', 'Options', 'fetch', 'request'),
    ...hooks('nitropack', 'Task', 'run', 'job'),
  ],
};

const hapi: Family = {
  rows: [
    ...on('@hapi/hapi hapi', 'server Server', returns('@hapi/hapi#Server')),
    ...on('@hapi/hapi#Server', 'route ext method', handler),
    ...on('@hapi/hapi#Server', 'events.on', entry('event')),
  ],
  types: [...alike('hapi#Server hapi#default.Server @hapi/hapi#default.Server @hapi/hapi#Hapi.Server', '@hapi/hapi#Server')],
  paramEntries: [...takes('@hapi/hapi hapi', 'Request ResponseToolkit', 'request')],
};

const sockets: Family = {
  rows: [
    ...on('ws#Server', 'on addListener', entry('message', { ...listens, hands: ['ws#WebSocket'], once: ['listening', 'error', 'close'] })),
    ...on('ws#WebSocket', 'on addListener addEventListener', entry('message', { once: ['open'] })),
    ...on('socket.io', 'default', returns('socket.io#Server')),
    ...on('socket.io#Server socket.io#Namespace', 'on', entry('message', { ...listens, hands: ['socket.io#Socket'] })),
    ...on('socket.io#Server socket.io#Namespace', 'use', entry('message', { hands: ['socket.io#Socket'] })),
    // Only those of a client connect.
    ...on('socket.io#Socket', 'on use', entry('message', { once: ['connect', 'reconnect', 'connect_error'] })),
    ...on('socket.io#Socket', 'onAny', entry('message')),
    ...on('socket.io#Server', 'of', returns('socket.io#Namespace')),
    ...on('socket.io#Server socket.io#Namespace socket.io#Socket', 'to in except emit', self),
    ...on('socket.io-client', 'default io connect', returns('socket.io#Socket')),
    ...on('uWebSockets.js', 'App SSLApp', returns('uWebSockets.js#TemplatedApp')),
    ...on('uWebSockets.js#TemplatedApp', 'get post put patch del any options', chained),
    ...on('uWebSockets.js#TemplatedApp', 'ws', entry('message', { returns: 'self' })),
    ...on('@fastify/websocket#WebSocket', 'on', entry('message')),
    ...on('lib#WebSocket global#WebSocket', 'addEventListener', entry('message')),
    ...on('vscode-languageserver#Connection vscode-languageserver/node#Connection', 'on*', entry('request')),
    ...on('vscode-jsonrpc#MessageConnection', 'onRequest onNotification', entry('request')),
  ],
  types: [
    ...alike('ws#WebSocketServer ws#default.Server ws#default.WebSocketServer', 'ws#Server'),
    ...alike('ws#default', 'ws#WebSocket'),
    ...alike('socket.io#default socket.io#ServerInstance', 'socket.io#Server'),
    ...alike('socket.io-client#Socket', 'socket.io#Socket'),
  ],
};

/** Types that stand for a whole answer: what resolves their fields is called once, not once per row. */
const wholeAnswers = 'Query Mutation Subscription Viewer PageInfo *Payload *Result *Response *Success *Error *Connection'.split(' ');

function perObject(members: string, except: readonly string[]): Pick<HookRow, 'perObject'> {
  return { perObject: { members: members.split(' '), except } };
}

const graphql: Family = {
  rows: [
    ...on(
      `@apollo/server apollo-server apollo-server-express apollo-server-koa apollo-server-fastify apollo-server-lambda apollo-server-core`,
      'ApolloServer',
      { given: 'graphql#ServerOptions' },
    ),
    ...on('@apollo/server/standalone', 'startStandaloneServer', { given: 'graphql#ServerOptions' }),
    ...on('@apollo/server/express4 @as-integrations/next @as-integrations/fastify', 'expressMiddleware startServerAndCreateNextHandler default', {
      given: 'graphql#ServerOptions',
    }),
    ...on(
      `@graphql-tools/schema graphql-tools graphql-yoga apollo-server apollo-server-express apollo-server-koa apollo-server-lambda apollo-server-micro
       apollo-server-cloud-functions`,
      'makeExecutableSchema createSchema',
      { given: 'graphql#ServerOptions' },
    ),
    ...on('graphql-yoga', 'createYoga', { given: 'graphql#ServerOptions' }),
    ...on('@graphql-tools/schema', 'addResolversToSchema', { given: 'graphql#ServerOptions' }),
    ...on('mercurius', 'default', { given: 'graphql#ServerOptions' }),
    ...on('graphql', 'GraphQLObjectType', { given: 'graphql#ObjectTypeConfig' }),
    ...on('nexus', 'objectType queryField mutationField extendType queryType mutationType', entry('resolver')),
    ...on('@pothos/core#SchemaBuilder', 'queryField queryFields mutationField mutationFields', entry('resolver')),
    ...on('@pothos/core#SchemaBuilder', 'objectField objectFields', entry('resolver')),
    ...on('@pothos/core#SchemaBuilder', 'objectType prismaObject drizzleObject node prismaNode', { given: '@pothos/core#ObjectTypeOptions' }),
    ...on('@pothos/core#SchemaBuilder', 'objectRef', returns('@pothos/core#ObjectRef')),
    ...on('@pothos/core#ObjectRef', 'implement', { given: '@pothos/core#ObjectTypeOptions' }),
    ...on(
      '@trpc/server/adapters/standalone @trpc/server/adapters/express @trpc/server/adapters/fetch @trpc/server/adapters/next',
      'createHTTPServer createHTTPHandler createExpressMiddleware fetchRequestHandler createNextApiHandler',
      handler,
    ),
    ...on('@trpc/server', 'initTRPC.context initTRPC.meta', returns('@trpc/server#TRPCBuilder')),
    ...on('@trpc/server#TRPCBuilder', 'context meta', self),
    ...on('@trpc/server#TRPCBuilder', 'create', returns('@trpc/server#TRPC')),
    ...on('@trpc/server', 'initTRPC.create initTRPC.context.create', returns('@trpc/server#TRPC')),
    ...on('@trpc/server#TRPC', 'procedure.query procedure.mutation procedure.subscription middleware', handler),
    ...on('@trpc/server#TRPC', 'procedure.use', entry('request', { returns: '@trpc/server#Procedure' })),
    ...on('@trpc/server#TRPC', 'procedure.input procedure.output procedure.meta', returns('@trpc/server#Procedure')),
    ...on('@trpc/server#Procedure', 'query mutation subscription', handler),
    ...on('@trpc/server#Procedure', 'use', chained),
    ...on('@trpc/server#Procedure', 'input output meta concat unstable_concat', self),
  ],
  types: [...alike('@pothos/core#default', '@pothos/core#SchemaBuilder'), ...alike('@trpc/server#ProcedureBuilder', '@trpc/server#Procedure')],
  paramEntries: [...takes('graphql', 'GraphQLResolveInfo', 'resolver')],
  hooks: [
    ...hooks(
      '@graphql-tools/utils graphql-tools',
      'IResolvers',
      '*.*',
      'resolver',
      perObject(
        '*.*',
        wholeAnswers.map((type) => `${type}.*`),
      ),
    ),
    ...hooks(
      'graphql',
      'ServerOptions',
      'resolvers.*.* context formatError plugins.requestDidStart',
      'resolver',
      perObject(
        'resolvers.*.*',
        wholeAnswers.map((type) => `resolvers.${type}.*`),
      ),
    ),
    ...hooks(
      'graphql',
      'ObjectTypeConfig',
      'fields.*.resolve fields().*.resolve fields.*.subscribe fields().*.subscribe',
      'resolver',
      perObject('fields.*.resolve fields().*.resolve', wholeAnswers),
    ),
    // `t.field({ resolve })` stands in each of what `fields: (t) => ({ … })` gives back.
    ...hooks('@pothos/core', 'ObjectTypeOptions', 'fields().*.resolve', 'resolver', perObject('fields().*.resolve', [])),
    ...hooks('@apollo/server', 'ApolloServerPlugin', 'requestDidStart', 'resolver'),
    ...handlers('graphql', 'GraphQLFieldResolver', 'resolver'),
  ],
};

const parts = [express, fastify, koa, fetchStyle, hapi, sockets, graphql];

export const web: Family = {
  rows: parts.flatMap((part) => part.rows ?? []),
  types: parts.flatMap((part) => part.types ?? []),
  hooks: parts.flatMap((part) => part.hooks ?? []),
  paramEntries: [
    ...parts.flatMap((part) => part.paramEntries ?? []),
    // Not IncomingMessage: the response that a client receives is one too.
    ...takes('http http2 https', 'ServerResponse', 'request'),
    ...takes('http2', 'Http2ServerRequest Http2ServerResponse', 'request'),
    ...takes('next', 'NextApiRequest NextApiResponse GetServerSidePropsContext', 'request'),
    ...takes('next/server', 'NextRequest NextFetchEvent', 'request'),
    ...takes(
      `@remix-run/node @remix-run/cloudflare @remix-run/server-runtime @remix-run/deno react-router`,
      'LoaderFunctionArgs ActionFunctionArgs LoaderArgs ActionArgs',
      'request',
    ),
    ...takes('@sveltejs/kit', 'RequestEvent ServerLoadEvent', 'request'),
    ...takes('astro', 'APIContext', 'request'),
    ...takes('@nestjs/common', 'ExecutionContext ArgumentsHost', 'request'),
  ],
};
