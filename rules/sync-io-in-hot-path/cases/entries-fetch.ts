// Frameworks that hand over a Request and want a Response, and those whose files are routes.
//- hono.ts
import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Context, MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';

const app = new Hono<{ Variables: { user: string } }>().basePath('/api');
const index = readFileSync('index.html', 'utf8'); //= once, when the module is loaded

const signedIn = createMiddleware(async (c, next) => {
  c.set('user', readFileSync(`sessions/${c.req.header('authorization')}`, 'utf8')); //! sync-io-in-hot-path hint 💡
  await next();
});

export const limited: MiddlewareHandler = async (_c, next) => {
  readFileSync('limits.json', 'utf8'); //! sync-io-in-hot-path hint 💡
  await next();
};

export function terms(c: Context): unknown {
  return c.html(readFileSync('terms.html', 'utf8')); //! sync-io-in-hot-path hint
}

app.use('*', signedIn);
app.get('/', (c) => c.html(index)).post('/orders', (c) => c.text(readFileSync('orders.txt', 'utf8'))); //! sync-io-in-hot-path hint
serve({ fetch: app.fetch, port: 3000 }, () => readFileSync('banner.txt', 'utf8')); //= once, when the server is up
//- elysia.ts
import { readFileSync } from 'node:fs';
import { Elysia } from 'elysia';

new Elysia()
  .state('build', readFileSync('build.txt', 'utf8')) //= once, when the module is loaded
  .derive(() => ({ flags: readFileSync('flags.json', 'utf8') })) //! sync-io-in-hot-path hint
  .group('/v1', (app) => app.get('/users', () => readFileSync('users.json', 'utf8'))) //! sync-io-in-hot-path hint
  .ws('/chat', {
    message(ws: { send(text: string): void }, name: string) {
      ws.send(readFileSync(`rooms/${name}`, 'utf8')); //! sync-io-in-hot-path hint
    },
  })
  .onStart(() => console.log(readFileSync('banner.txt', 'utf8'))) //= once, when the server starts
  .listen(3000);
//- h3.ts
import { readFileSync } from 'node:fs';
import { createApp, createRouter, defineEventHandler } from 'h3';
import type { H3Event } from 'h3';

const router = createRouter();
router.get('/size', defineEventHandler(() => readFileSync('size.txt', 'utf8'))); //! sync-io-in-hot-path hint
export const app = createApp({ debug: readFileSync('debug.txt', 'utf8') === 'on' }).use(router); //= once, for the server's options

export function session(event: H3Event): string {
  return readFileSync(`sessions/${event.path}`, 'utf8'); //! sync-io-in-hot-path hint
}
//- nitro/package.json
{ "dependencies": { "nuxt": "3.0.0" } }
//- nitro/server/api/user.get.ts
import { readFileSync } from 'node:fs';

export default defineEventHandler(() => readFileSync('user.json', 'utf8')); //! sync-io-in-hot-path hint
//- nitro/server/plugins/flags.ts
import { readFileSync } from 'node:fs';

export default defineNitroPlugin((nitroApp) => {
  const flags = readFileSync('flags.json', 'utf8'); //= once, when the server starts
  nitroApp.hooks.hook('request', () => {
    if (flags === '') readFileSync('request.json', 'utf8'); //! sync-io-in-hot-path hint
  });
  nitroApp.hooks.hook('close', () => readFileSync('end.json', 'utf8')); //= once, when the server ends
});
//- nitro/server/utils/load.ts
import { readFileSync } from 'node:fs';

export const load = (name: string): string => readFileSync(name, 'utf8'); //= no handler reaches this
//- nitro/server/tasks/tidy.ts
import { readFileSync } from 'node:fs';

export default defineTask({
  meta: { name: 'tidy' },
  run: () => ({ result: readFileSync('old.txt', 'utf8') }), //! sync-io-in-hot-path hint
});
//- worker/package.json
{ "devDependencies": { "wrangler": "4.0.0" } }
//- worker/src/index.ts
import { readFileSync } from 'node:fs';

const rules = readFileSync('rules.json', 'utf8'); //= once, when the worker starts

export default {
  fetch(request: Request): Response {
    return new Response(request.url === '' ? rules : readFileSync('page.html', 'utf8')); //! sync-io-in-hot-path hint
  },
  scheduled(): void {
    readFileSync('counters.json', 'utf8'); //! sync-io-in-hot-path hint
  },
};
//- worker/functions/hello.ts
import { readFileSync } from 'node:fs';

export const onRequestGet = (): Response => new Response(readFileSync('hello.html', 'utf8')); //! sync-io-in-hot-path hint

export const helper = (): string => readFileSync('helper.html', 'utf8'); //= exported for others, and nobody calls it
