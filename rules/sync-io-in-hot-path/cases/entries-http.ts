// Servers of Node: each registers in its own way, and what surrounds the registration runs once.
//- express.ts
import { existsSync, readFileSync } from 'node:fs';
import express from 'express';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import asyncHandler from 'express-async-handler';

const app = express();
const style = readFileSync('style.css', 'utf8'); //= once, when the module is loaded

/** Its names say nothing; its type does. */
export const account: RequestHandler = (_incoming, outgoing) => {
  outgoing.send(readFileSync('account.html', 'utf8')); //! sync-io-in-hot-path hint
};

export const failed: ErrorRequestHandler = (_error, _incoming, outgoing, _proceed) => {
  outgoing.send(readFileSync('failed.html', 'utf8')); //! sync-io-in-hot-path hint
};

const auth: RequestHandler = (_req, _res, next) => next();

app.get('/style.css', (_req, res) => res.send(style));
app.use('/files', [auth, asyncHandler(async (req: { path: string }, res: { send(body: unknown): void }) => {
  res.send(readFileSync(`files${req.path}`)); //! sync-io-in-hot-path hint 💡
})]);
app.param('shop', (req, _res, next, shop) => {
  req.shop = JSON.parse(readFileSync(`shops/${shop}.json`, 'utf8')); //! sync-io-in-hot-path hint
  next();
});
app.get('/wrapped', caught((_req, res) => res.send(readFileSync('wrapped.html', 'utf8')))); //! sync-io-in-hot-path hint
app.engine('tpl', (path: string, _options: object, done: (error: null, text: string) => void) => done(null, path));
if (existsSync('public')) app.use(express.static('public')); //= once, when the routes are registered

/** A wrapper of the project's own. */
function caught(handler: RequestHandler): RequestHandler {
  return (req, res, next) => Promise.resolve(handler(req, res, next)).catch(next);
}

export function setupRoutes(): void {
  app.get('/late', (_req, res) => res.send(readFileSync('late.html', 'utf8'))); //! sync-io-in-hot-path hint
  readFileSync('routes.json', 'utf8'); //= once, when the routes are registered
}

app.listen(3000, () => console.log(readFileSync('banner.txt', 'utf8'))); //= once, when the server is up
//- fastify.ts
import { readFileSync, statSync } from 'node:fs';
import Fastify, { type FastifyInstance, type FastifyPluginAsync } from 'fastify';
import fp from 'fastify-plugin';

const app = Fastify({ logger: true, https: { key: readFileSync('key.pem') } }); //= once, for the server's options

app.addHook('onRequest', (_request, _reply, done) => {
  if (statSync('maintenance').size > 0) throw new Error('down'); //! sync-io-in-hot-path hint
  done();
});

const orders: FastifyPluginAsync = async (instance) => {
  const schema = JSON.parse(readFileSync('orders.schema.json', 'utf8')); //= a plugin is registered once
  instance.get('/orders/:id', { schema }, async (request: any) => {
    return readFileSync(`orders/${request.params.id}.json`, 'utf8'); //! sync-io-in-hot-path hint 💡
  });
};

export async function invoices(instance: FastifyInstance): Promise<void> {
  const layout = readFileSync('layout.html', 'utf8'); //= a plugin is registered once
  instance.route({ method: 'GET', url: '/invoices', preHandler: [() => readFileSync('open.txt', 'utf8')], handler: () => layout }); //! sync-io-in-hot-path hint
}

app.register(orders, { prefix: '/v1' });
app.register(fp(async (instance: FastifyInstance) => {
  instance.decorate('terms', readFileSync('terms.html', 'utf8')); //= a plugin is registered once
}));
//- koa.ts
import { readFileSync } from 'node:fs';
import Router from '@koa/router';
import Koa from 'koa';
import type { Context, Middleware } from 'koa';
import compose from 'koa-compose';

const app = new Koa();
const router = new Router({ prefix: '/shop' });
app.keys = [readFileSync('cookie.key', 'utf8')]; //= once, when the module is loaded

router.get('/:id', (ctx: { body: unknown; params: { id: string } }) => {
  ctx.body = readFileSync(`shops/${ctx.params.id}.json`, 'utf8'); //! sync-io-in-hot-path hint
});

export async function show(ctx: Context): Promise<void> {
  ctx.body = readFileSync(`pages${ctx.path}`, 'utf8'); //! sync-io-in-hot-path hint 💡
}

const audit: Middleware = async (_context, proceed) => {
  await proceed();
  readFileSync('audit.json', 'utf8'); //! sync-io-in-hot-path hint 💡
};

app.use(compose([audit, router.routes()]));
app.on('error', () => readFileSync('error.txt', 'utf8')); //! sync-io-in-hot-path hint
app.listen(3000);
//- hapi.ts
import { readFileSync } from 'node:fs';
import Hapi from '@hapi/hapi';
import type { Plugin, Server } from '@hapi/hapi';

export const reports: Plugin<object> = {
  name: 'reports',
  register: async (server: Server) => {
    const limits = JSON.parse(readFileSync('limits.json', 'utf8')); //= a plugin is registered once
    server.route({ method: 'GET', path: '/limits', handler: () => limits });
    server.route([
      { method: 'GET', path: '/report', options: { handler: () => readFileSync('report.json', 'utf8') } }, //! sync-io-in-hot-path hint
      { method: 'GET', path: '/sales', handler: () => readFileSync('sales.json', 'utf8') }, //! sync-io-in-hot-path hint
    ]);
  },
};

async function start(): Promise<void> {
  const server = Hapi.server({ port: 3000, tls: { cert: readFileSync('cert.pem') } }); //= once, for the server's options
  server.ext('onPreHandler', (_request, h) => {
    readFileSync('switches.json', 'utf8'); //! sync-io-in-hot-path hint
    return h.continue;
  });
  server.events.on('response', () => {
    readFileSync('counters.json', 'utf8'); //! sync-io-in-hot-path hint
  });
  await server.register(reports);
  await server.start();
}
void start();
//- node.ts
import { appendFileSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createSecureServer } from 'node:http2';
import https from 'node:https';
import net from 'node:net';

const tls = { key: readFileSync('key.pem'), cert: readFileSync('cert.pem') }; //= once, when the module is loaded

const server = createServer();
server.on('request', (_req, res) => res.end(readFileSync('index.html'))); //! sync-io-in-hot-path hint
server.once('listening', () => readFileSync('banner.txt')); //= once

https.createServer(tls, (_req, res) => res.end(readFileSync('secure.html'))).listen(443); //! sync-io-in-hot-path hint

createSecureServer(tls).on('stream', (stream) => {
  stream.end(readFileSync('stream.html')); //! sync-io-in-hot-path hint
});

net.createServer((socket) => {
  appendFileSync('connections.log', `${socket.remoteAddress}\n`); //! sync-io-in-hot-path hint
  socket.on('data', (chunk) => {
    appendFileSync('traffic.log', chunk); //! sync-io-in-hot-path hint
  });
  socket.once('close', () => appendFileSync('closed.log', '')); //= at most once per connection
});
