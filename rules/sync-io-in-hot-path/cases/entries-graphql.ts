// Resolvers: by decorator, by procedure, and as maps that are handed to a server.
//- schema.ts
import { readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { IResolvers } from '@graphql-tools/utils';
import { withUser } from 'graphql-auth';

const typeDefs = readFileSync('schema.graphql', 'utf8'); //= once, when the module is loaded

const Shop = {
  name: () => readFileSync('name.txt', 'utf8'), //! sync-io-in-hot-path hint
};

const resolvers = {
  Query: {
    shop: (_parent: unknown, { id }: { id: string }) => JSON.parse(readFileSync(`shops/${id}.json`, 'utf8')), //! sync-io-in-hot-path hint
    terms: withUser(() => readFileSync('terms.html', 'utf8')), //! sync-io-in-hot-path hint
  },
  Subscription: {
    sale: { subscribe: () => readFileSync('sales.txt', 'utf8') }, //! sync-io-in-hot-path hint
  },
  Shop,
};

const people = { person: () => readFileSync('person.txt', 'utf8') }; //? miss: it is spread into the map
const lists = { Query: { ...people } };

export const schema = makeExecutableSchema({ typeDefs, resolvers: [resolvers, lists] });

/** Handed to nobody here; its type says that a server gets it. */
export const more: IResolvers = {
  Mutation: {
    rename: () => readFileSync('names.txt', 'utf8'), //! sync-io-in-hot-path hint
  },
};

/** The same shape, and no resolver. */
export const commands = {
  Query: {
    all: () => readFileSync('commands.txt', 'utf8'), //= our own table, which no server is given
  },
};
//- apollo.ts
import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

const server = new ApolloServer({
  typeDefs: readFileSync('schema.graphql', 'utf8'), //= once, when the server is made
  resolvers: {
    Query: { user: () => readFileSync('user.json', 'utf8') }, //! sync-io-in-hot-path hint
  },
  plugins: [
    {
      async serverWillStart() {
        readFileSync('banner.txt', 'utf8'); //= once, when the server starts
      },
      async requestDidStart() {
        readFileSync('trace.json', 'utf8'); //! sync-io-in-hot-path hint 💡
      },
    },
  ],
});

await startStandaloneServer(server, {
  context: async () => ({ flags: readFileSync('flags.json', 'utf8') }), //! sync-io-in-hot-path hint 💡
});
//- yoga.ts
import { readFileSync } from 'node:fs';
import fastify from 'fastify';
import { createSchema, createYoga } from 'graphql-yoga';
import mercurius from 'mercurius';
import type { GraphQLResolveInfo } from 'graphql';

const resolvers = { Query: { yoga: () => readFileSync('yoga.txt', 'utf8') } }; //! sync-io-in-hot-path hint

export const yoga = createYoga({
  schema: createSchema({ typeDefs: readFileSync('schema.graphql', 'utf8'), resolvers }), //= once, when the server is made
  context: () => ({ flags: readFileSync('flags.json', 'utf8') }), //! sync-io-in-hot-path hint
});

const app = fastify();
await app.register(mercurius, {
  schema: readFileSync('schema.graphql', 'utf8'), //= once, when the plugin is registered
  resolvers: { Query: { add: () => readFileSync('sum.txt', 'utf8') } }, //! sync-io-in-hot-path hint
});

export function price(_parent: unknown, _args: unknown, _context: unknown, info: GraphQLResolveInfo): string {
  return readFileSync(`prices/${info.fieldName}`, 'utf8'); //! sync-io-in-hot-path hint
}
//- type-graphql.ts
import { readFileSync } from 'node:fs';
import { Arg, buildSchema, FieldResolver, Mutation, Query, Resolver } from 'type-graphql';

@Resolver()
export class Recipes {
  private readonly units = readFileSync('units.json', 'utf8'); //= once, when the resolver is made

  @Query()
  recipe(@Arg('id') id: string): string {
    return this.units + readFileSync(`recipes/${id}.json`, 'utf8'); //! sync-io-in-hot-path hint
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
    return readFileSync(name, 'utf8'); //! sync-io-in-hot-path hint
  }
}

await buildSchema({ resolvers: [Recipes], emitSchemaFile: readFileSync('path.txt', 'utf8') }); //= once, when the schema is built
//- trpc.ts
import { readFileSync } from 'node:fs';
import { initTRPC } from '@trpc/server';
import { createHTTPServer } from '@trpc/server/adapters/standalone';

const t = initTRPC.context<{ user: string }>().create({ isDev: readFileSync('mode.txt', 'utf8') === 'dev' }); //= once, when the module is loaded
export const router = t.router;
export const open = t.procedure;
export const closed = t.procedure.use(({ next }) => {
  readFileSync('sessions.json', 'utf8'); //! sync-io-in-hot-path hint
  return next();
});

createHTTPServer({
  createContext: () => ({ user: readFileSync('user.txt', 'utf8') }), //! sync-io-in-hot-path hint
}).listen(3000);
//- posts.ts
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { closed, open, router } from './trpc.ts';

const texts = readFileSync('texts.json', 'utf8'); //= once, when the module is loaded

export const posts = router({
  all: open.query(() => texts),
  one: open.input(z.string()).query(({ input }) => readFileSync(`posts/${input}`, 'utf8')), //! sync-io-in-hot-path hint
  add: closed.input(z.string()).output(z.string()).mutation(async ({ input }) => {
    return readFileSync(`drafts/${input}`, 'utf8'); //! sync-io-in-hot-path hint 💡
  }),
});
