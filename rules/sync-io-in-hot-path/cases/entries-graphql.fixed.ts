// Resolvers: by decorator, by procedure, and as maps that are handed to a server.

//- schema.ts
import { readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { IResolvers } from '@graphql-tools/utils';
import { withUser } from 'graphql-auth';

const typeDefs = readFileSync('schema.graphql', 'utf8');

const Shop = {
  name: () => readFileSync('name.txt', 'utf8'),
};

const resolvers = {
  Query: {
    shop: (_parent: unknown, { id }: { id: string }) => JSON.parse(readFileSync(`shops/${id}.json`, 'utf8')),
    terms: withUser(() => readFileSync('terms.html', 'utf8')),
  },
  Subscription: {
    sale: { subscribe: () => readFileSync('sales.txt', 'utf8') },
  },
  Shop,
};

const people = { person: () => readFileSync('person.txt', 'utf8') };
const lists = { Query: { ...people } };

export const schema = makeExecutableSchema({ typeDefs, resolvers: [resolvers, lists] });

/** Handed to nobody here; its type says that a server gets it. */
export const more: IResolvers = {
  Mutation: {
    rename: () => readFileSync('names.txt', 'utf8'),
  },
};

/** The same shape, and no resolver. */
export const commands = {
  Query: {
    all: () => readFileSync('commands.txt', 'utf8'),
  },
};

//- apollo.ts
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

const server = new ApolloServer({
  typeDefs: readFileSync('schema.graphql', 'utf8'),
  resolvers: {
    Query: { user: () => readFileSync('user.json', 'utf8') },
  },
  plugins: [
    {
      async serverWillStart() {
        readFileSync('banner.txt', 'utf8');
      },
      async requestDidStart() {
        await readFile('trace.json', 'utf8');
      },
    },
  ],
});

await startStandaloneServer(server, {
  context: async () => ({ flags: await readFile('flags.json', 'utf8') }),
});

//- yoga.ts
import { readFileSync } from 'node:fs';
import fastify from 'fastify';
import { createSchema, createYoga } from 'graphql-yoga';
import mercurius from 'mercurius';
import type { GraphQLResolveInfo } from 'graphql';

const resolvers = { Query: { yoga: () => readFileSync('yoga.txt', 'utf8') } };

export const yoga = createYoga({
  schema: createSchema({ typeDefs: readFileSync('schema.graphql', 'utf8'), resolvers }),
  context: () => ({ flags: readFileSync('flags.json', 'utf8') }),
});

const app = fastify();
await app.register(mercurius, {
  schema: readFileSync('schema.graphql', 'utf8'),
  resolvers: { Query: { add: () => readFileSync('sum.txt', 'utf8') } },
});

export function price(_parent: unknown, _args: unknown, _context: unknown, info: GraphQLResolveInfo): string {
  return readFileSync(`prices/${info.fieldName}`, 'utf8');
}

//- type-graphql.ts
import { readFileSync } from 'node:fs';
import { Arg, buildSchema, FieldResolver, Mutation, Query, Resolver } from 'type-graphql';

@Resolver()
export class Recipes {
  private readonly units = readFileSync('units.json', 'utf8');

  @Query()
  recipe(@Arg('id') id: string): string {
    return this.units + readFileSync(`recipes/${id}.json`, 'utf8');
  }

  @Mutation()
  rename(): string {
    return this.load('names');
  }

  @FieldResolver()
  rating(): string {
    return this.load('ratings');
  }

  private load(name: string): string {
    return readFileSync(name, 'utf8');
  }
}

await buildSchema({ resolvers: [Recipes], emitSchemaFile: readFileSync('path.txt', 'utf8') });

//- trpc.ts
import { readFileSync } from 'node:fs';
import { initTRPC } from '@trpc/server';
import { createHTTPServer } from '@trpc/server/adapters/standalone';

const t = initTRPC.context<{ user: string }>().create({ isDev: readFileSync('mode.txt', 'utf8') === 'dev' });
export const router = t.router;
export const open = t.procedure;
export const closed = t.procedure.use(({ next }) => {
  readFileSync('sessions.json', 'utf8');
  return next();
});

createHTTPServer({
  createContext: () => ({ user: readFileSync('user.txt', 'utf8') }),
}).listen(3000);

//- posts.ts
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { closed, open, router } from './trpc.ts';

const texts = readFileSync('texts.json', 'utf8');

export const posts = router({
  all: open.query(() => texts),
  one: open.input(z.string()).query(({ input }) => readFileSync(`posts/${input}`, 'utf8')),
  add: closed.input(z.string()).output(z.string()).mutation(async ({ input }) => {
    return await readFile(`drafts/${input}`, 'utf8');
  }),
});
