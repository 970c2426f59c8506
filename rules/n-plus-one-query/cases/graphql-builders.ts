// Libraries that build a schema from code: their fields are resolved once per object as well.
//- package.json
{
  "dependencies": { "@pothos/core": "4", "graphql-yoga": "5", "type-graphql": "2", "graphql": "16", "pg": "8", "dataloader": "2", "typeorm": "0.3" }
}
//- pothos.ts
import SchemaBuilder from '@pothos/core';
import { Pool } from 'pg';
import { teams } from './loaders';

const pool = new Pool();
const builder = new SchemaBuilder<{ Objects: { Player: { teamId: string; coachId: string } } }>({});

builder.objectType('Player', {
  fields: (t) => ({
    coachId: t.exposeString('coachId'),
    team: t.field({
      type: 'String',
      resolve: async (player) => (await pool.query('select * from teams where id = $1', [player.teamId])).rows[0], //! n-plus-one-query hint
    }),
    loaded: t.field({ type: 'String', resolve: (player) => teams.load(player.teamId) }), //= a DataLoader sends all keys as one
  }),
});

const Coach = builder.objectRef<{ id: string }>('Coach');

Coach.implement({
  fields: (t) => ({
    players: t.field({
      type: ['String'],
      resolve: async (coach) => (await pool.query('select * from players where coach = $1', [coach.id])).rows, //! n-plus-one-query hint
    }),
  }),
});

builder.queryType({
  fields: (t) => ({
    players: t.field({ type: ['Player'], resolve: async () => (await pool.query('select * from players where state = $1', ['x'])).rows }), //= once per request
  }),
});
//- loaders.ts
import DataLoader from 'dataloader';

export const teams = new DataLoader<string, string>(async (ids) => ids.map((id) => id));
//- yoga.ts
import { createSchema, createYoga } from 'graphql-yoga';
import { Pool } from 'pg';

const pool = new Pool();

const schema = createSchema({
  typeDefs: '',
  resolvers: {
    Query: { book: async (_: unknown, { id }: { id: string }) => pool.query('select * from books where id = $1', [id]) }, //= once per request
    Book: {
      shelf: async (book: { shelfId: string }) => pool.query('select * from shelves where id = $1', [book.shelfId]), //! n-plus-one-query hint
    },
  },
});

export const yoga = createYoga({ schema });
//- type-graphql.ts
import { Arg, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { getRepository } from 'typeorm';

class User {
  id!: string;
}
class Post {
  id!: string;
  authorId!: string;
}

@Resolver(() => Post)
export class PostResolver {
  @Query(() => Post)
  async post(@Arg('id') id: string): Promise<Post | null> {
    return getRepository(Post).findOneBy({ id }); //= once per request
  }

  @FieldResolver(() => User)
  async author(@Root() post: Post): Promise<User | null> {
    return getRepository(User).findOneBy({ id: post.authorId }); //! n-plus-one-query hint
  }
}
