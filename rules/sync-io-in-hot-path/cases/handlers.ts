//- with: node, fastify, koa
import * as fs from 'node:fs';
import { createServer } from 'node:http';
import { fastify } from 'fastify';
import Koa from 'koa';

const app = fastify();
app.get('/logo', async (_request, reply) => {
  const logo = fs.readFileSync('logo.svg', 'utf8'); //! sync-io-in-hot-path 💡
  reply.send(logo);
});

app.route({
  method: 'GET',
  url: '/sizes',
  handler: (_request, reply) => {
    reply.send(fs.statSync('data.db').size); //! sync-io-in-hot-path
  },
});

const koa = new Koa();
koa.use(async (ctx, next) => {
  ctx.body = fs.readFileSync(`pages${ctx.path}.html`, 'utf8'); //! sync-io-in-hot-path 💡
  await next();
});

createServer((req, res) => {
  fs.appendFileSync('access.log', `${req.url}\n`); //! sync-io-in-hot-path
  res.end('ok');
}).listen(8080);

const template = fs.readFileSync('template.html', 'utf8'); //= once, when the module is loaded

export function page(title: string): string {
  return template.replace('{title}', title);
}
