import * as fs from 'node:fs';
import { createServer } from 'node:http';
import { fastify } from 'fastify';
import Koa from 'koa';

const app = fastify();
app.get('/logo', async (_request, reply) => {
  const logo = await fs.promises.readFile('logo.svg', 'utf8');
  reply.send(logo);
});

app.route({
  method: 'GET',
  url: '/sizes',
  handler: (_request, reply) => {
    reply.send(fs.statSync('data.db').size);
  },
});

const koa = new Koa();
koa.use(async (ctx, next) => {
  ctx.body = await fs.promises.readFile(`pages${ctx.path}.html`, 'utf8');
  await next();
});

createServer((req, res) => {
  fs.appendFileSync('access.log', `${req.url}\n`);
  res.end('ok');
}).listen(8080);

const template = fs.readFileSync('template.html', 'utf8');

export function page(title: string): string {
  return template.replace('{title}', title);
}
