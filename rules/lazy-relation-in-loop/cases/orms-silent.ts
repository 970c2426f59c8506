//- with: typeorm, @mikro-orm/core
import { Collection, type EntityManager, ManyToOne, type Ref } from '@mikro-orm/core';
import { DataSource, Entity, ManyToOne as BelongsTo, OneToMany } from 'typeorm';

@Entity()
class User {
  id!: number;
  name!: string;
  @OneToMany(() => Post, (post) => post.author) posts!: Promise<Post[]>;
  drafts!: Promise<Post[]>;
}

@Entity()
class Post {
  title!: string;
  @BelongsTo(() => User, (user) => user.posts) author!: Promise<User>;
  @BelongsTo(() => User, (user) => user.posts) reviewer!: User;
}

const source = new DataSource({});
const users = source.getRepository(User);
const posts = source.getRepository(Post);

export async function listed(): Promise<number[]> {
  const sizes: number[] = [];
  for (const user of await users.find({ relations: ['posts'] })) sizes.push((await user.posts).length); //= the query loads it
  for (const user of await users.find({ relations: { posts: { author: true } } })) sizes.push((await user.posts).length); //= and further
  return sizes;
}

const WITH_POSTS = { relations: ['posts'] };

export async function byConstant(): Promise<number[]> {
  const some = await users.find(WITH_POSTS);
  return Promise.all(some.map(async (user) => (await user.posts).length)); //= the options that a constant holds load it
}

export async function chosen(relations: string[]): Promise<number[]> {
  const some = await users.find({ relations });
  return Promise.all(some.map(async (user) => (await user.posts).length)); //= what is loaded shows at run time only
}

export async function joined(): Promise<number[]> {
  const query = users.createQueryBuilder('user');
  query.leftJoinAndSelect('user.posts', 'posts');
  const some = await query.getMany();
  return Promise.all(some.map(async (user) => (await user.posts).length)); //= a later line joins it
}

export async function few(): Promise<number[]> {
  const some = await users.find({ take: 5 });
  return Promise.all(some.map(async (user) => (await user.posts).length)); //= five rows
}

export async function one(id: number): Promise<number> {
  const user = await users.findOneBy({ id });
  return (await user?.posts)?.length ?? 0; //= one row
}

export async function columns(): Promise<string[]> {
  const lines: string[] = [];
  for (const post of await posts.find()) lines.push(post.title, post.reviewer.name); //= no promise: it is what was loaded, or nothing
  for (const user of await users.find()) lines.push(String(await user.drafts)); //= a promise, and no relation
  return lines;
}

export async function replaced(): Promise<void> {
  for (const user of await users.find()) user.posts = Promise.resolve([]); //= set, not read
}

export async function anybody(some: { posts: Promise<Post[]> }[]): Promise<number[]> {
  return Promise.all(some.map(async (user) => (await user.posts).length)); //= nobody knows where they come from
}

class Author {
  books = new Collection<Book>(this);
}

class Book {
  @ManyToOne({ ref: true }) author!: Ref<Author>;
  @ManyToOne({ ref: true, eager: true }) editor!: Ref<Author>;
}

export async function populated(em: EntityManager): Promise<void> {
  for (const book of await em.find(Book, {}, { populate: ['author'] })) await book.author.load(); //= the query loads it, and it does not ask again
  for (const book of await em.find(Book, {})) await book.editor.load(); //= loaded with every book
  const books = await em.find(Book, {});
  await em.populate(books, ['author']);
  for (const book of books) await book.author.load(); //= loaded for all of them at once
}
