import { describe, expect, it } from 'vitest';
import type { KnowledgeRow } from '../../../model/knowledge.ts';
import { fileEntries } from './file-entries.ts';
import { families, knowledge, smallByName, smallTypes, whySmall } from './index.ts';

const byseg = (pattern: string): RegExp => new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^.#]*')}$`);

const exact = new Map(knowledge.rows.map((row) => [row.symbol, row]));
const patterns = knowledge.rows.filter((row) => row.symbol.includes('*')).map((row) => ({ row, matches: byseg(row.symbol) }));
const likes = new Map(knowledge.types.map(({ type, like }) => [type, like]));

/** As linking looks it up: the symbol itself, then patterns, then the type that its type is like. */
function row(symbol: string, seen = new Set<string>()): KnowledgeRow {
  const found = exact.get(symbol) ?? patterns.find(({ matches }) => matches.test(symbol))?.row;
  if (found !== undefined) return found;
  for (const [type, like] of likes) {
    if ((symbol === type || symbol.startsWith(`${type}.`)) && !seen.has(type)) {
      try {
        return row(like + symbol.slice(type.length), new Set([...seen, type]));
      } catch {
        // Another type may still be a prefix of the symbol.
      }
    }
  }
  throw new Error(`nothing known about ${symbol}`);
}

const known = (symbol: string): boolean => {
  try {
    return row(symbol) !== undefined;
  } catch {
    return false;
  }
};

/** `module#Type.member`; the module may be scoped and have a subpath, but no `node:`. */
const grammar = /^(?!node:)(?:@[\w.-]+\/)?[\w.:-]+(?:\/[\w.-]+)*#[\w$*-]+(?:\.[\w$*-]+)*$/;

const recipes = ['prisma-in', 'typeorm-in', 'sequelize-in', 'mongoose-in', 'knex-wherein', 'drizzle-inarray', 'mongodb-in', 'redis-mget', 'sql-any'];

const duplicates = (names: readonly string[]): string[] => {
  const seen = new Set<string>();
  return names.filter((name) => seen.size === seen.add(name).size);
};

describe('every row', () => {
  it('is a well-formed symbol', () => {
    const names = [
      ...knowledge.rows.map((r) => r.symbol),
      ...knowledge.types.flatMap((t) => [t.type, t.like]),
      ...knowledge.decorators.map((d) => d.symbol),
      ...knowledge.paramEntries.map((p) => p.symbol),
      ...smallTypes.keys(),
      ...knowledge.rows.flatMap((r) => (r.returns === undefined || r.returns === 'self' ? [] : [r.returns])),
    ];
    expect(names.filter((name) => !grammar.test(name))).toEqual([]);
  });

  it('stands once', () => {
    expect(duplicates(knowledge.rows.map((r) => r.symbol))).toEqual([]);
    expect(duplicates(knowledge.types.map((t) => t.type))).toEqual([]);
    expect(duplicates(knowledge.decorators.map((d) => d.symbol))).toEqual([]);
    expect(duplicates(knowledge.paramEntries.map((p) => p.symbol))).toEqual([]);
  });

  it('is not hidden behind a pattern', () => {
    const both = knowledge.rows.flatMap((r) =>
      // `get*` is meant to leave what has a row of its own alone.
      patterns
        .filter((p) => p.row !== r && !/[^.#*]\*$/.test(p.row.symbol) && p.matches.test(r.symbol))
        .map((p) => `${r.symbol} matches ${p.row.symbol}`),
    );
    expect(both).toEqual([]);
  });

  it('says something', () => {
    expect(knowledge.rows.filter((r) => Object.keys(r).length < 2).map((r) => r.symbol)).toEqual([]);
  });

  it('names a recipe that the fix writer knows', () => {
    expect(knowledge.rows.filter((r) => r.op?.batch !== undefined && !recipes.includes(r.op.batch)).map((r) => r.symbol)).toEqual([]);
  });

  it('gives weight, access and argument to the kinds that have them', () => {
    const odd = knowledge.rows.filter(({ op }) => {
      if (op === undefined) return false;
      if (['scan', 'sort', 'copy', 'compute'].includes(op.kind) && op.on === undefined) return true;
      return op.batch !== undefined && op.kind !== 'query';
    });
    expect(odd.map((r) => r.symbol)).toEqual([]);
  });

  it('has a twin only where it blocks', () => {
    expect(knowledge.rows.filter((r) => r.twin !== undefined && r.op?.kind !== 'blocking').map((r) => r.symbol)).toEqual([]);
  });

  it('keeps what a framework is given', () => {
    expect(knowledge.rows.filter((r) => r.entry !== undefined && r.callbacks !== 'later').map((r) => r.symbol)).toEqual([]);
  });
});

describe('types', () => {
  it('are like something else, and end', () => {
    for (const { type } of knowledge.types) {
      const seen = [type];
      for (let at = likes.get(type); at !== undefined; at = likes.get(at)) {
        expect(seen, `${type} goes in a circle`).not.toContain(at);
        seen.push(at);
      }
    }
  });

  it('are like a type that something is known about', () => {
    const owners = new Set(knowledge.rows.map((r) => r.symbol.slice(0, Math.max(r.symbol.lastIndexOf('.'), r.symbol.lastIndexOf('#')))));
    const prefixes = [...owners];
    const empty = knowledge.types.filter(({ like }) => !likes.has(like) && !prefixes.some((owner) => owner === like || owner.startsWith(`${like}.`)));
    expect(empty.map((t) => t.like)).toEqual([]);
  });
});

describe('node', () => {
  it('reading a file blocks for as long as the file is long', () => {
    expect(row('fs#readFileSync')).toMatchObject({ op: { kind: 'blocking' }, twin: { module: 'fs/promises', member: 'readFile' } });
    expect(row('fs#readFileSync').op?.weight).toBeUndefined();
  });
  it('asking about a file blocks shortly', () => {
    expect(row('fs#statSync').op?.weight).toBe('light');
    expect(row('fs#existsSync')).toEqual({ symbol: 'fs#existsSync', op: { kind: 'blocking', weight: 'light' } });
  });
  it('a directory has as many entries as somebody put there', () => {
    expect(row('fs#readdirSync').result?.extent).toBe('input');
    expect(row('fs/promises#readdir').result?.extent).toBe('input');
  });
  it('subprocesses, key derivation and compression block, and have no twin', () => {
    for (const [symbol, weight] of [
      ['child_process#execSync', 'heavy'],
      ['crypto#pbkdf2Sync', 'heavy'],
      ['zlib#gzipSync', undefined],
    ] as const) {
      expect(row(symbol).op).toEqual({ kind: 'blocking', ...(weight && { weight }) });
      expect(row(symbol).twin).toBeUndefined();
    }
  });
  it('randomBytes without a callback is cheap', () => expect(known('crypto#randomBytes')).toBe(false));
  it('a server runs its function per request', () => expect(row('http#createServer')).toMatchObject({ entry: 'request', returns: 'http#Server' }));
  it('sockets are emitters', () => expect(row('net#Socket.on').entry).toBe('event'));
  it('timers keep their function', () => expect(row('global#setTimeout').callbacks).toBe('later'));
  it('a spec keeps its function', () => expect(row('vitest#it').callbacks).toBe('later'));
});

describe('databases', () => {
  it('prisma: one row by key can become many', () => {
    expect(row('@prisma/client#PrismaClient.user.findUnique').op).toEqual({ kind: 'query', access: 'read', batch: 'prisma-in' });
    expect(row('.prisma/client#UserDelegate.findUnique').op?.batch).toBe('prisma-in');
    expect(row('@prisma/client#Prisma.TransactionClient.user.update').op?.access).toBe('write');
  });
  it('prisma: findMany yields as many rows as there are, unless take says otherwise', () => {
    expect(row('@prisma/client#PrismaClient.user.findMany')).toMatchObject({ result: { kind: 'list', extent: 'table' }, cappedBy: ['take'] });
  });
  it('prisma: createMany is the batch form', () =>
    expect(row('@prisma/client#PrismaClient.post.createMany').op).toMatchObject({ access: 'write', bulk: true }));
  it('a transaction runs its function now and costs nothing itself', () => {
    for (const symbol of [
      '@prisma/client#PrismaClient.$transaction',
      'typeorm#DataSource.transaction',
      'knex#Knex.transaction',
      'sequelize#Sequelize.transaction',
    ]) {
      expect(row(symbol)).toMatchObject({ callbacks: 'now' });
      expect(row(symbol).op).toBeUndefined();
    }
  });
  it('typeorm: repositories and managers query, builders build until asked', () => {
    expect(row('typeorm#Repository.findOneBy').op?.batch).toBe('typeorm-in');
    expect(row('typeorm#TreeRepository.find').cappedBy).toEqual(['take']);
    expect(row('typeorm#SelectQueryBuilder.where')).toEqual({ symbol: 'typeorm#SelectQueryBuilder.where', returns: 'self' });
    expect(row('typeorm#SelectQueryBuilder.getMany').result?.extent).toBe('table');
  });
  it('sequelize: models, however they are imported', () => {
    expect(row('sequelize-typescript#Model.findByPk').op?.batch).toBe('sequelize-in');
    expect(row('sequelize#Model.bulkCreate').op?.bulk).toBe(true);
    expect(row('sequelize#Model.save').op?.access).toBe('write');
  });
  it('mongoose: the call that starts the chain queries, the rest builds', () => {
    expect(row('mongoose#Model.findById').op?.batch).toBe('mongoose-in');
    expect(row('mongoose#Query.populate').op).toBeUndefined();
    expect(row('mongoose#HydratedDocument.save').op?.access).toBe('write');
  });
  it('knex: a call of the value itself starts a query', () => {
    expect(row('knex#default')).toMatchObject({ op: { kind: 'build' }, returns: 'knex#Knex' });
    expect(row('knex#Knex.Transaction').op).toMatchObject({ kind: 'query', access: 'read', batch: 'knex-wherein' });
    expect(row('knex#Knex.select').op).toMatchObject({ kind: 'query', access: 'read', batch: 'knex-wherein' });
    expect(row('knex#Knex.QueryBuilder.insert').op).toMatchObject({ access: 'write', bulk: true });
    expect(row('knex#QueryBuilder.where')).toMatchObject({ returns: 'self' });
  });
  it('drizzle: every dialect selects alike', () => {
    expect(row('drizzle-orm/node-postgres#drizzle').returns).toBe('drizzle-orm#PgDatabase');
    expect(row('drizzle-orm/node-postgres#NodePgDatabase.select').op?.batch).toBe('drizzle-inarray');
    expect(row('drizzle-orm#PgDatabase.query.users.findFirst').op?.batch).toBe('drizzle-inarray');
  });
  it('drivers take SQL as text', () => {
    expect(row('pg#Pool.query')).toMatchObject({ op: { kind: 'query', batch: 'sql-any' }, returns: 'pg#QueryResult' });
    expect(row('pg#PoolClient.query').op?.kind).toBe('query');
    expect(row('pg#QueryResult.rows').result?.extent).toBe('table');
    expect(row('mysql2/promise#PoolConnection.execute').op?.kind).toBe('query');
  });
  it('sqlite is no network hop', () => expect(row('better-sqlite3#Statement.get').op?.weight).toBe('light'));
  it('mongodb and redis: one key can become many', () => {
    expect(row('mongodb#Collection.findOne').op?.batch).toBe('mongodb-in');
    expect(row('ioredis#default.get').op?.batch).toBe('redis-mget');
    expect(row('redis#RedisClientType.mGet').op?.bulk).toBe(true);
    expect(row('@upstash/redis#Redis.keys').result?.extent).toBe('table');
  });
  it('a command of a pipeline is no round trip', () => {
    expect(row('ioredis#Pipeline.get').op).toBeUndefined();
    expect(row('ioredis#Pipeline.exec').op?.bulk).toBe(true);
  });
  it('a loader groups', () => expect(row('dataloader#default.load').batches).toBe(true));
  it('a client is costly to build', () => {
    for (const symbol of ['@prisma/client#PrismaClient', 'pg#Pool', 'ioredis#default', 'mongodb#MongoClient'])
      expect(row(symbol).op).toMatchObject({ kind: 'build', weight: 'heavy' });
  });
});

describe('network', () => {
  it('each call is a request', () => {
    for (const symbol of ['global#fetch', 'axios#default', 'axios#get', 'axios#AxiosInstance.post', 'got#default', 'undici#request'])
      expect(row(symbol).op?.kind).toBe('request');
  });
});

describe('packages in JavaScript', () => {
  it('sync forms block', () => {
    for (const symbol of ['fs-extra#readJsonSync', 'glob#sync', 'execa#execaSync', 'bcrypt#hashSync', 'shelljs#exec', 'rimraf#sync'])
      expect(row(symbol).op?.kind).toBe('blocking');
    expect(row('fs-extra#copySync').twin).toEqual({ module: 'fs-extra', member: 'copy' });
  });
  it('lodash walks argument 0', () => {
    expect(row('lodash#find')).toMatchObject({ op: { kind: 'scan', on: 0 }, callbacks: 'each' });
    expect(row('lodash/includes#default').op).toEqual({ kind: 'scan', on: 0 });
    expect(row('lodash#cloneDeep').op?.kind).toBe('copy');
    expect(row('lodash.sortby#default').op?.kind).toBe('sort');
    expect(row('lodash#map').callbacks).toBe('each');
  });
  it('helpers of concurrency run once per element', () => {
    for (const symbol of ['p-map#default', 'async#eachLimit', 'bluebird#map']) expect(row(symbol).callbacks).toBe('each');
  });
});

describe('entry points', () => {
  it('routers keep handlers that run per request', () => {
    for (const symbol of [
      'express#Application.get',
      'express#IRouter.post',
      'express-serve-static-core#Router.use',
      'express-serve-static-core#IRouterMatcher.get',
      'fastify#FastifyInstance.route',
      'koa#default.use',
      '@koa/router#default.get',
      'koa-router#default.get',
      'hono#Hono.get',
      'polka#Polka.get',
    ]) {
      expect(row(symbol).entry, symbol).toBe('request');
    }
    expect(row('express#default').returns).toBe('express#Application');
  });
  it('brokers, sockets, schedulers', () => {
    expect(row('ws#WebSocketServer.on').entry).toBe('message');
    expect(row('kafkajs#Consumer.run').entry).toBe('message');
    expect(row('bullmq#Worker').entry).toBe('job');
    expect(row('node-cron#schedule').entry).toBe('job');
    expect(row('electron#ipcMain.handle').entry).toBe('message');
  });
  it('decorators', () => {
    const decorators = new Map(knowledge.decorators.map((d) => [d.symbol, d.entry]));
    expect(decorators.get('@nestjs/common#Get')).toBe('request');
    expect(decorators.get('@nestjs/graphql#ResolveField')).toBe('resolver');
    expect(decorators.get('@nestjs/schedule#Cron')).toBe('job');
    expect(decorators.get('@nestjs/microservices#EventPattern')).toBe('message');
  });
  it('types of parameters', () => {
    const types = new Map(knowledge.paramEntries.map((p) => [p.symbol, p.entry]));
    expect(types.get('express#Request')).toBe('request');
    expect(types.get('next#NextApiRequest')).toBe('request');
    expect(types.get('aws-lambda#SQSEvent')).toBe('message');
    expect(types.has('http#IncomingMessage')).toBe(false);
  });

  const hooks = new Map((knowledge.hooks ?? []).map((hook) => [hook.symbol, hook]));
  it('members that a framework calls', () => {
    expect(hooks.get('@nestjs/common#CanActivate')).toMatchObject({ members: ['canActivate'], entry: 'request' });
    expect(hooks.get('@graphql-tools/utils#IResolvers')).toMatchObject({ members: ['*.*'], entry: 'resolver' });
    expect(hooks.get('express#RequestHandler')?.members).toEqual(['']);
    expect(hooks.get('rollup#Plugin')?.members).toContain('transform');
    expect(hooks.get('rollup#Plugin')?.members).not.toContain('buildStart');
    expect(hooks.get('eslint#Rule.RuleModule')?.members).toContain('create().*');
  });
  it('hooks are well-formed, and stand once', () => {
    const symbols = (knowledge.hooks ?? []).map((hook) => hook.symbol);
    expect(symbols.filter((symbol) => !grammar.test(symbol))).toEqual([]);
    expect(duplicates(symbols)).toEqual([]);
    expect([...hooks.values()].filter((hook) => hook.members.length === 0 && hook.hands === undefined).map((hook) => hook.symbol)).toEqual([]);
  });
  it('what is given has hooks, and what is handed on has rows', () => {
    const given = knowledge.rows.flatMap((r) => (r.given === undefined ? [] : [r.given]));
    expect(given.filter((type) => !hooks.has(type))).toEqual([]);
    const handed = [...knowledge.rows.flatMap((r) => r.hands ?? []), ...[...hooks.values()].flatMap((h) => h.hands?.flatMap((x) => x.types) ?? [])];
    const owners = knowledge.rows.map((r) => r.symbol);
    expect(
      [...new Set(handed)].filter(
        (type) => type !== null && type !== 'self' && !likes.has(type) && !owners.some((symbol) => symbol.startsWith(`${type}.`)),
      ),
    ).toEqual([]);
  });
  it('what is registered for the start and the end runs once', () => {
    expect(row('electron#app.on').once).toContain('ready');
    expect(row('webpack#Compiler.plugin').once).toContain('environment');
    expect(known('webpack#Compiler.hooks.environment.tap')).toBe(false);
    expect(row('webpack#Compiler.hooks.emit.tapAsync')).toMatchObject({ entry: 'event', hands: ['webpack#Compilation'] });
  });
  it('patterns at the end of a name', () => {
    expect(row('vscode#workspace.onDidSaveTextDocument').entry).toBe('event');
    expect(row('vscode#FileSystemWatcher.onDidChange').entry).toBe('event');
  });

  const called = (framework: string, path: string): string[] =>
    fileEntries.filter((e) => e.framework === framework && e.path.test(path)).flatMap((e) => [...e.exports]);
  it('files of a framework', () => {
    expect(called('Next.js', 'pages/api/users/[id].ts')).toEqual(['default']);
    expect(called('Next.js', 'src/app/api/users/route.ts')).toContain('GET');
    expect(called('Next.js', 'app/page.tsx')).toContain('default');
    expect(called('Next.js', 'pages/index.tsx')).toEqual(['getServerSideProps', 'getInitialProps', 'default']);
    expect(called('Next.js', 'src/middleware.ts')).toContain('middleware');
    expect(called('Remix', 'app/routes/users.$id.tsx')).toContain('loader');
    expect(called('SvelteKit', 'src/routes/users/+page.server.ts')).toEqual(['load', 'actions']);
    expect(called('Nuxt', 'server/api/users.get.ts')).toEqual(['default']);
    expect(called('Netlify', 'netlify/functions/users.ts')).toContain('handler');
    expect(called('AWS Lambda', 'src/handlers/users.ts')).toContain('handler');
  });
  it('other files are not', () => {
    expect(called('Next.js', 'lib/app.ts')).toEqual([]);
    expect(called('Next.js', 'src/components/route.tsx')).toEqual([]);
    expect(called('Nuxt', 'server/utils/db.ts')).toEqual([]);
  });
});

describe('small by nature', () => {
  const small = [...smallTypes.keys()].map(byseg);
  it('heads of declarations', () => {
    expect(small.some((p) => p.test('typescript#ClassDeclaration.modifiers'))).toBe(true);
    expect(small.some((p) => p.test('estree#FunctionDeclaration.params'))).toBe(true);
    expect(small.some((p) => p.test('estree#Program.body'))).toBe(false);
  });
  it('names, each with a reason', () => {
    for (const name of ['args', 'modifiers', 'locales', 'plugins', 'roles']) expect(smallByName.has(name), name).toBe(true);
    for (const name of smallByName) expect(whySmall(name)).toBeTruthy();
    expect([...smallByName].filter((name) => name !== name.toLowerCase())).toEqual([]);
  });
  it('names that are sometimes large are left out', () => {
    for (const name of [
      'items',
      'users',
      'rows',
      'ids',
      'keys',
      'nodes',
      'tags',
      'messages',
      'entries',
      'lines',
      'results',
      'values',
      'categories',
      'keywords',
    ])
      expect(smallByName.has(name), name).toBe(false);
  });
});

it('every family is in the list', () => {
  expect(Object.keys(families)).toHaveLength(36);
});
