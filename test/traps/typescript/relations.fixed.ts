import { Router } from 'express';
import { DataSource } from 'typeorm';
import { Post, User } from './entities';

const source = new DataSource({});
const users = source.getRepository(User);
const posts = source.getRepository(Post);

export const router = Router();

// trap: relations stand in the options already, by a name that the code computes
router.get('/computed', async (req, res) => {
  const lines: number[] = [];
  const wanted = [String(req.query['with'])];
  for (const user of await users.find({ relations: wanted })) lines.push((await user.posts).length);
  res.json(lines);
});

// trap: the options are spread from elsewhere, and may name relations themselves
router.get('/spread', async (_req, res) => {
  const lines: number[] = [];
  const options = { take: 100 };
  for (const user of await users.find({ ...options })) lines.push((await user.posts).length);
  res.json(lines);
});

// trap: a page is counted in rows of the joined table, where many belong to one
router.get('/page', async (_req, res) => {
  const lines: number[] = [];
  for (const user of await users.find({ take: 50, skip: 50, relations: ['posts'] })) lines.push((await user.posts).length);
  res.json(lines);
});

// trap: findBy takes conditions, and has no place for relations
router.get('/by', async (_req, res) => {
  const lines: number[] = [];
  for (const user of await users.findBy({ name: 'a' })) lines.push((await user.posts).length);
  res.json(lines);
});

// trap: relations are an object already, which gets one more
router.get('/object', async (_req, res) => {
  const names: string[] = [];
  for (const post of await posts.find({ relations: { reviewer: true, author: true } })) names.push((await post.author).name);
  res.json(names);
});

// trap: relations are a list already, with a comment and a comma at its end
router.get('/list', async (_req, res) => {
  const names: string[] = [];
  const found = await posts.find({
    relations: [
      'reviewer', 'author', // who read it first
    ],
  });
  for (const post of found) names.push((await post.author).name);
  res.json(names);
});

// trap: the rows are changed before the relation is asked, which must be the new one
router.get('/moved', async (_req, res) => {
  const names: string[] = [];
  for (const post of await posts.find()) {
    if (post.title === '') post.author = Promise.resolve(new User());
    names.push((await post.author).name);
  }
  res.json(names);
});

// trap: the relation is asked for a few of the rows only
router.get('/few', async (_req, res) => {
  const names: string[] = [];
  for (const post of await posts.find({ relations: ['author'] })) {
    if (post.title.startsWith('!')) names.push((await post.author).name);
  }
  res.json(names);
});

// trap: the relation of a relation needs both
router.get('/deep', async (_req, res) => {
  const counts: number[] = [];
  for (const post of await posts.find({ relations: ['author'] })) {
    const author = await post.author;
    counts.push((await author.posts).length);
  }
  res.json(counts);
});

//- entities.ts
import { Entity, ManyToOne, OneToMany } from 'typeorm';

@Entity()
export class User {
  id!: number;
  name!: string;
  @OneToMany(() => Post, (post) => post.author) posts!: Promise<Post[]>;
}

@Entity()
export class Post {
  id!: number;
  title!: string;
  @ManyToOne(() => User, (user) => user.posts, { lazy: true }) author!: Promise<User>;
  @ManyToOne(() => User, (user) => user.posts) reviewer!: User;
}
