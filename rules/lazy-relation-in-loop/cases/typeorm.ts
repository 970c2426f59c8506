//- with: typeorm, express
import { Router } from 'express';
import { DataSource, In } from 'typeorm';
import { Post, User } from './entities';
import { describe } from './describe';

const source = new DataSource({});
const users = source.getRepository(User);
const posts = source.getRepository(Post);

export const router = Router();

router.get('/users', async (_req, res) => {
  const lines: string[] = [];
  for (const user of await users.find()) {
    const written = await user.posts; //! lazy-relation-in-loop warning 💡suggestion
    lines.push(`${user.name}: ${written.length}`);
  }
  res.json(lines);
});

router.get('/posts', async (req, res) => {
  const found = await posts.find({ where: { id: In([req.query.id]) }, relations: ['reviewer'] });
  const lines = await Promise.all(
    found.map(async (post) => {
      const author = await post.author; //! lazy-relation-in-loop hint 💡suggestion
      return `${post.title} by ${author.name}`;
    }),
  );
  res.json(lines);
});

router.get('/described', async (_req, res) => {
  const lines: string[] = [];
  for (const post of await posts.find({ relations: { reviewer: true } })) lines.push(await describe(post)); //! lazy-relation-in-loop hint 💡suggestion
  res.json(lines);
});

router.get('/counted', async (_req, res) => {
  const [some, total] = await users.findAndCount({
    where: { name: 'a' },
  });
  const sizes: number[] = [];
  for (const user of some) sizes.push(await user.size()); //! lazy-relation-in-loop hint 💡suggestion
  res.json({ sizes, total });
});

router.get('/built', async (_req, res) => {
  const some = await users.createQueryBuilder('user').where('user.name = :name', { name: 'a' }).getMany();
  // The builder's alias is its author's business.
  res.json(await Promise.all(some.map((user) => user.posts))); //! lazy-relation-in-loop hint 💡none
});

router.get('/by-index', async (_req, res) => {
  const some = await users.findBy({ name: 'a' });
  const sizes: number[] = [];
  for (let i = 0; i < some.length; i++) {
    const written = await some[i]?.posts; //! lazy-relation-in-loop hint 💡none
    sizes.push(written?.length ?? 0);
  }
  res.json(sizes);
});

//- describe.ts
import type { Post } from './entities';

export async function describe(post: Post): Promise<string> {
  const author = await post.author;
  return `${post.title} by ${author.name}`;
}

//- entities.ts
import { Entity, ManyToOne, OneToMany } from 'typeorm';

@Entity()
export class User {
  id!: number;
  name!: string;
  @OneToMany(() => Post, (post) => post.author) posts!: Promise<Post[]>;
  async size(): Promise<number> {
    return (await this.posts).length;
  }
}

@Entity()
export class Post {
  id!: number;
  title!: string;
  @ManyToOne(() => User, (user) => user.posts, { lazy: true }) author!: Promise<User>;
  @ManyToOne(() => User, (user) => user.posts) reviewer!: User;
}
