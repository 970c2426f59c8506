// Frameworks that hand over a Request and want a Response, and those whose files are routes.

//- hono.ts
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Context, MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';

const app = new Hono<{ Variables: { user: string } }>().basePath('/api');
const index = readFileSync('index.html', 'utf8');

const signedIn = createMiddleware(async (c, next) => {
  c.set('user', await readFile(`sessions/${c.req.header('authorization')}`, 'utf8'));
  await next();
});

export const limited: MiddlewareHandler = async (_c, next) => {
  await readFile('limits.json', 'utf8');
  await next();
};

export function terms(c: Context): unknown {
  return c.html(readFileSync('terms.html', 'utf8'));
}

app.use('*', signedIn);
app.get('/', (c) => c.html(index)).post('/orders', (c) => c.text(readFileSync('orders.txt', 'utf8')));
serve({ fetch: app.fetch, port: 3000 }, () => readFileSync('banner.txt', 'utf8'));

//- elysia.ts
import { readFileSync } from 'node:fs';
import { Elysia } from 'elysia';

new Elysia()
  .state('build', readFileSync('build.txt', 'utf8'))
  .derive(() => ({ flags: readFileSync('flags.json', 'utf8') }))
  .group('/v1', (app) => app.get('/users', () => readFileSync('users.json', 'utf8')))
  .ws('/chat', {
    message(ws: { send(text: string): void }, name: string) {
      ws.send(readFileSync(`rooms/${name}`, 'utf8'));
    },
  })
  .onStart(() => console.log(readFileSync('banner.txt', 'utf8')))
  .listen(3000);

//- h3.ts
import { readFileSync } from 'node:fs';
import { createApp, createRouter, defineEventHandler } from 'h3';
import type { H3Event } from 'h3';

const router = createRouter();
router.get('/size', defineEventHandler(() => readFileSync('size.txt', 'utf8')));
export const app = createApp({ debug: readFileSync('debug.txt', 'utf8') === 'on' }).use(router);

export function session(event: H3Event): string {
  return readFileSync(`sessions/${event.path}`, 'utf8');
}

//- nitro/server/api/user.get.ts
import { readFileSync } from 'node:fs';

export default defineEventHandler(() => readFileSync('user.json', 'utf8'));

//- nitro/server/plugins/flags.ts
import { readFileSync } from 'node:fs';

export default defineNitroPlugin((nitroApp) => {
  const flags = readFileSync('flags.json', 'utf8');
  nitroApp.hooks.hook('request', () => {
    if (flags === '') readFileSync('request.json', 'utf8');
  });
  nitroApp.hooks.hook('close', () => readFileSync('end.json', 'utf8'));
});

//- nitro/server/utils/load.ts
import { readFileSync } from 'node:fs';

export const load = (name: string): string => readFileSync(name, 'utf8');

//- nitro/server/tasks/tidy.ts
import { readFileSync } from 'node:fs';

export default defineTask({
  meta: { name: 'tidy' },
  run: () => ({ result: readFileSync('old.txt', 'utf8') }),
});

//- worker/src/index.ts
import { readFileSync } from 'node:fs';

const rules = readFileSync('rules.json', 'utf8');

export default {
  fetch(request: Request): Response {
    return new Response(request.url === '' ? rules : readFileSync('page.html', 'utf8'));
  },
  scheduled(): void {
    readFileSync('counters.json', 'utf8');
  },
};

//- worker/functions/hello.ts
import { readFileSync } from 'node:fs';

export const onRequestGet = (): Response => new Response(readFileSync('hello.html', 'utf8'));

export const helper = (): string => readFileSync('helper.html', 'utf8');
