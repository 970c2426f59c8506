// Fields of GraphQL types: the executor calls each resolver once per object of the answer, so the loop is nowhere to be seen.
//- package.json
{
  "dependencies": {
    "@nestjs/common": "11", "@nestjs/graphql": "13", "@nestjs/typeorm": "11", "typeorm": "0.3", "graphql": "16", "pg": "8",
    "@apollo/server": "4", "dataloader": "2", "@prisma/client": "6", "type-graphql": "2"
  }
}
//- post.resolver.ts
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { InjectRepository } from '@nestjs/typeorm';
import type DataLoader from 'dataloader';
import type { Repository } from 'typeorm';
import { Comment, Image, Post, User } from './entities';

@Resolver(() => Post)
export class PostResolver {
  constructor(
    @InjectRepository(User) private readonly users: Repository<User>,
    @InjectRepository(Post) private readonly posts: Repository<Post>,
    @InjectRepository(Comment) private readonly comments: Repository<Comment>,
  ) {}

  @Query(() => [Post])
  async allPosts(): Promise<Post[]> {
    return this.posts.find(); //= once per request
  }

  @Query(() => Post)
  async post(@Args('id') id: string): Promise<Post | null> {
    return this.posts.findOneBy({ id }); //= a root field: once per request
  }

  @ResolveField(() => User)
  async author(@Parent() post: Post): Promise<User | null> {
    return this.users.findOneBy({ id: post.authorId }); //! n-plus-one-query hint
  }

  @ResolveField(() => [Comment])
  async comments_(@Parent() { id }: Post): Promise<Comment[]> {
    return this.commentsOf(id); //! n-plus-one-query hint
  }

  @ResolveField(() => User)
  async editor(@Parent() post: Post, @Context('users') loader: DataLoader<string, User>): Promise<User> {
    return loader.load(post.editorId); //= a DataLoader sends all keys as one
  }

  @ResolveField(() => Number)
  async total(): Promise<number> {
    return this.posts.count(); //= the same for all objects; who asks for it twice gets it twice, but it has no key
  }

  @ResolveField(() => String)
  async cover(@Parent() image: Image): Promise<unknown> {
    return this.users.findOneBy({ id: image.ownerId }); //! n-plus-one-query hint
  }

  @ResolveField(() => [Comment])
  async recent(@Parent() post: Post, @Args('since') since: string): Promise<Comment[]> {
    return this.comments.find({ where: { postId: post.id, since } }); //= each field with arguments of its own: nothing to load together
  }

  private commentsOf(postId: string): Promise<Comment[]> {
    return this.comments.find({ where: { postId } });
  }
}
//- entities.ts
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity()
export class User {
  @PrimaryColumn() id!: string;
}
@Entity()
export class Post {
  @PrimaryColumn() id!: string;
  @Column() authorId!: string;
  @Column() editorId!: string;
}
@Entity()
export class Comment {
  @PrimaryColumn() id!: string;
  @Column() postId!: string;
}
@Entity()
export class Image {
  @PrimaryColumn() id!: string;
  @Column() ownerId!: string;
}
//- maps.ts
import { ApolloServer } from '@apollo/server';
import { PrismaClient } from '@prisma/client';
import { Pool } from 'pg';

const pool = new Pool();
const prisma = new PrismaClient();

async function teamOf(id: string): Promise<unknown> {
  const { rows } = await pool.query('select * from teams where id = $1', [id]);
  return rows[0];
}

const resolvers = {
  Query: {
    player: async (_: unknown, { id }: { id: string }) => pool.query('select * from players where id = $1', [id]), //= once per request
  },
  Mutation: {
    rename: async (_: unknown, args: { id: string }) => pool.query('update players set name = $1', [args.id]), //= once per request
  },
  RenamePayload: {
    player: (payload: { id: string }) => pool.query('select * from players where id = $1', [payload.id]), //= one payload per mutation
  },
  Player: {
    team: (player: { teamId: string }) => teamOf(player.teamId), //! n-plus-one-query hint
    name: (player: { name: string }) => player.name,
    coach: (player: { coachId: string }) => prisma.coach.findUnique({ where: { id: player.coachId } }), //= Prisma sends these as one
  },
};

export const server = new ApolloServer({ typeDefs: '', resolvers });
//- types.ts
import { GraphQLList, GraphQLObjectType, GraphQLString } from 'graphql';
import { Pool } from 'pg';

const pool = new Pool();

export const Book = new GraphQLObjectType({
  name: 'Book',
  fields: () => ({
    title: { type: GraphQLString },
    shelf: {
      type: GraphQLString,
      resolve: async (book) => (await pool.query('select * from shelves where id = $1', [book.shelfId])).rows[0], //! n-plus-one-query hint
    },
  }),
});

export const Root = new GraphQLObjectType({
  name: 'Query',
  fields: {
    books: { type: new GraphQLList(Book), resolve: async (root) => (await pool.query('select * from books where shop = $1', [root.shop])).rows }, //= once per request
  },
});
