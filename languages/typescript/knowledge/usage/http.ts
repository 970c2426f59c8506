/** HTTP clients, and clients that are made of a service's description. */
import { use, wrong } from './use.ts';

const verbs = '«get post put patch delete head»';

export const fetches = [
  ...use('', {
    request: `
      fetch('/users')
      $fetch('/users')
      globalThis.fetch('/users')
      window.fetch('/users')`,
    build: `
      new WebSocket('wss:')
      new EventSource('/events')`,
  }),
  ...use(`import { fetch } from '«node-fetch cross-fetch isomorphic-fetch undici whatwg-fetch»';`, { request: `fetch('/users')` }),
  ...use(
    `import fetch from '«node-fetch cross-fetch isomorphic-fetch make-fetch-happen node-fetch-native ofetch phin unfetch isomorphic-unfetch»';`,
    { request: `fetch('/users')` },
  ),
  ...use(`import { ofetch, $fetch } from 'ofetch';`, { request: `«ofetch $fetch»('/users')` }),
  ...use('const xhr = new XMLHttpRequest();', { request: 'xhr.send()' }),
  ...use(`import { request, stream, pipeline, Pool } from 'undici';\nconst pool = new Pool('');`, {
    request: `
      «request stream pipeline»('/users')
      pool.«request stream pipeline»({ path: '/users' })`,
  }),
];

export const axios = [
  ...use(`import axios from 'axios';\nconst api = axios.create({ baseURL: '/' });`, {
    request: `
      axios('/users')
      axios.«get post put patch delete head options request postForm putForm patchForm»('/users')
      api.«get post put patch delete head options request postForm putForm patchForm»('/users')
      api({ url: '/users' })
      api.create().get('/users')`,
    later: '«axios api».interceptors.«request response».use(f)',
  }),
  ...use(`import type { AxiosInstance, AxiosStatic } from 'axios';\ndeclare const api: AxiosInstance;\ndeclare const whole: AxiosStatic;`, {
    request: `«api whole»('/users')`,
  }),
  ...use(`import { HttpService } from '@nestjs/axios';\nclass Users { constructor(readonly http: HttpService) {} }\ndeclare const users: Users;`, {
    request: `
      users.http.«get post put patch delete head request»('/users')
      users.http.axiosRef('/users')
      users.http.axiosRef.«get post put patch delete request»('/users')`,
  }),
  ...use(
    `import { HttpClient } from '@angular/common/http';\nclass Users { constructor(readonly http: HttpClient) {} }\ndeclare const users: Users;`,
    {
      request: `users.http.«get post put patch delete head request jsonp options»('/users')`,
    },
  ),
];

export const others = [
  ...use(`import got from 'got';\nconst api = got.extend({});`, {
    request: `
      got('/users').json()
      got.«get post put patch delete head stream paginate»('/users')
      api('/users').json()
      api.${verbs}('/users')
      api.stream('/users')
      api.extend({}).get('/users')`,
  }),
  ...use(`import { got, type Got } from 'got';\ndeclare const api: Got;`, { request: `\n got('/users')\n api('/users')` }),
  ...use(`import ky from '«ky ky-universal»';`, {
    request: `
      ky('/users').json()
      ky.${verbs}('/users').json()`,
  }),
  ...use(`import ky from 'ky';\nconst api = ky.create({}).extend({});`, { request: `\n api('/users')\n api.${verbs}('/users').json()` }),
  ...use(`import superagent from 'superagent';\nconst agent = superagent.agent();`, {
    request: `
      superagent('/users')
      superagent.«get post put patch delete head del»('/users').query(a)
      agent.«get post put patch delete head del»('/users').send(a)`,
  }),
  ...use(`const request = require('«request request-promise request-promise-native»');`, {
    'request later': `
      request('/users', f)
      request.«get post put patch delete head del»('/users', f)`,
  }),
  ...use(`const api = require('request').defaults({ json: true });`, {
    'request later': `\n api('/users', f)\n api.«get post put patch delete head del»('/users', f)`,
  }),
  ...use(`import needle from 'needle';`, {
    'request later': `\n needle('get', '/users')\n needle.«get post put patch delete head request»('/users')`,
  }),
  ...use(`import bent from 'bent';\nconst getJSON = bent('json');`, { request: `getJSON('/users')` }),
  ...use(`import wretch from 'wretch';`, { request: `wretch('/users').auth(a).${verbs}()` }),
  ...use(`import http from '«http node:https»';`, {
    'request later': `http.«get request»('/users', f)`,
    build: 'new http.Agent({})',
  }),
  ...use(`import { http, https } from 'follow-redirects';`, { 'request later': `«http https».«get request»('/users', f)` }),
  ...use(`import http2 from 'node:http2';`, { build: `http2.connect('')` }),
  ...use(`import dns from '«dns dns/promises»';`, { request: `dns.«lookup resolve resolve4 resolve6 resolveMx resolveTxt reverse»('localhost')` }),
  ...use(`import nodemailer from 'nodemailer';\nconst mailer = nodemailer.createTransport({});`, {
    build: 'nodemailer.createTransport({})',
    request: 'mailer.sendMail({ to: a })',
  }),
  ...use(`import browsers from '«puppeteer playwright puppeteer-core playwright-core»';`, {
    build: `
      browsers.launch()
      browsers.«chromium firefox webkit».launch()`,
  }),
];

export const graphql = [
  ...use(`import request, { GraphQLClient, rawRequest, batchRequests } from 'graphql-request';\nconst client = new GraphQLClient('');`, {
    request: `
      request('', a)
      rawRequest('', a)
      client.«request rawRequest»(a)`,
    'request bulk': `
      batchRequests('', xs)
      client.batchRequests(xs)`,
  }),
  ...use(`import { request } from 'graphql-request';`, { request: `request('', a)` }),
  ...use(`import { ApolloClient } from '«@apollo/client @apollo/client/core»';\nconst client = new ApolloClient({});`, {
    request: 'client.«query mutate»({ query: a })',
  }),
  ...use(`import { createClient } from '@urql/core';\nconst client = createClient({});`, {
    request: 'client.«query mutation executeQuery executeMutation»(a)',
  }),
];

export const rpc = [
  ...use(
    `import { createClient, createPromiseClient, createCallbackClient } from '«@connectrpc/connect @bufbuild/connect»';\nimport { ElizaService } from './gen/eliza_pb';\nconst transport = {} as any;`,
    {
      request: '«createClient createPromiseClient createCallbackClient»(ElizaService, transport).say({ sentence: a })',
    },
  ),
  ...use(
    `import type { Client } from '@connectrpc/connect';\nimport type { ElizaService } from './gen/eliza_pb';\nclass Chat { constructor(readonly eliza: Client<typeof ElizaService>) {} }\ndeclare const chat: Chat;`,
    {
      request: 'chat.eliza.say({ sentence: a })',
    },
  ),
  ...use(`import { createClient, createChannel } from 'nice-grpc';\nconst client = createClient({} as any, createChannel(''));`, {
    request: 'client.getUser({ id: a })',
  }),
  ...use(
    `import { Client } from '«@grpc/grpc-js grpc»';\nclass Users extends Client { get(a: any, f: any) { return this; } }\nconst client = new Users('', {} as any);`,
    {
      'request later': 'client.«makeUnaryRequest makeClientStreamRequest makeServerStreamRequest makeBidiStreamRequest»(a, b, f)',
    },
  ),
  ...use(`import type { RpcTransport } from '@protobuf-ts/runtime-rpc';\ndeclare const transport: RpcTransport;`, {
    request: 'transport.«unary serverStreaming clientStreaming duplex»(a, b)',
  }),
  ...use(`import { createTRPCClient, createTRPCProxyClient } from '@trpc/client';\nconst trpc = «createTRPCClient createTRPCProxyClient»<any>({});`, {
    request: `
      trpc.version.«query mutate»(a)
      trpc.users.byId.«query mutate»(a)
      trpc.admin.users.byId.«query mutate»(a)
      trpc.«query mutation»('users.byId', a)`,
  }),
  ...use(`import { createORPCClient } from '@orpc/client';\nconst client = createORPCClient({} as any);`, {
    request: `\n client.users.list(a)\n client.admin.users.list(a)`,
  }),
  ...use(`import { hc } from 'hono/client';\nconst client = hc<any>('');`, {
    request: `
      client.users.«$get $post $put $patch $delete»()
      client.api.users.«$get $post $put $patch $delete»()
      client.api.v1.users.«$get $post $put $patch $delete»()
      client.api.v1.users.all.«$get $post $put $patch $delete»()
      client.api.v1.users.all.now.«$get $post $put $patch $delete»()`,
  }),
];

export const httpWrong = [
  ...wrong(
    'what a call yields is no class, so `new` of it is unknown',
    `import * as grpc from '@grpc/grpc-js';\nconst proto = grpc.loadPackageDefinition({}) as any;\nconst client = new proto.shop.Users('', grpc.credentials.createInsecure());`,
    'client.getUser({ id: a }, f)',
    'nothing',
    'request later',
  ),
];
