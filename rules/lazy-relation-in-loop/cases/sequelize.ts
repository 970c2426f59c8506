//- with: sequelize, express
import { Router } from 'express';
import { Post, User } from './models';

export const router = Router();

router.get('/users', async (_req, res) => {
  const rows: unknown[] = [];
  for (const user of await User.findAll()) {
    // The getter asks whatever the query has loaded, so that more than the query changes.
    rows.push(await user.getPosts()); //! lazy-relation-in-loop hint 💡none
    rows.push(await user.getTeam({ attributes: ['name'] })); //! lazy-relation-in-loop hint 💡none
  }
  res.json(rows);
});

router.get('/latest', async (_req, res) => {
  const users = await User.findAll();
  res.json(users.map(({ updatedAt }) => updatedAt).sort((a, b) => b.getTime() - a.getTime())[0]); //= dates, and no rows
});

router.get('/included', async (_req, res) => {
  const users = await User.findAll({ include: [{ model: Post }] });
  res.json(await Promise.all(users.map((user) => user.getPosts()))); //! lazy-relation-in-loop hint 💡none
});

router.get('/if-missing', async (_req, res) => {
  const users = await User.findAll({ include: 'team' });
  res.json(await Promise.all(users.map(async (user) => user.team ?? (await user.getTeam())))); //= asked only where it is missing
});

router.get('/by-index', async (_req, res) => {
  const users = await User.findAll();
  const rows: unknown[] = [];
  for (let i = 0; i < users.length; i++) {
    const user = users[i];
    rows.push(await user?.getPosts()); //! lazy-relation-in-loop hint 💡none
  }
  res.json(rows);
});

router.get('/parts', async (_req, res) => {
  const rows: unknown[] = [];
  for (const user of await User.findAll()) {
    // Some of the rows, and their number, are queries of their own.
    rows.push(await user.getPosts({ where: { draft: true } })); //! n-plus-one-query warning
    rows.push(await user.countPosts()); //! n-plus-one-query warning
    rows.push(await user.getFollowers()); //! n-plus-one-query warning
  }
  res.json(rows);
});

async function titles(user: User): Promise<string[]> {
  const posts = await user.getPosts();
  return posts.map((post) => post.title);
}

router.get('/titles', async (_req, res) => {
  const users = await User.findAll({ include: 'team' });
  res.json(await Promise.all(users.map((user) => titles(user)))); //! lazy-relation-in-loop hint 💡none
});

router.post('/users', async (_req, res) => {
  for (const user of await User.findAll()) await user.addPost(1); //! n-plus-one-query hint
  res.end();
});

//- models.ts
import { Model } from 'sequelize';

export class Post extends Model {
  declare title: string;
}

export class Team extends Model {}

export class User extends Model {
  declare team?: Team;
  declare updatedAt: Date;
  declare getPosts: (options?: { where: object }) => Promise<Post[]>;
  declare countPosts: () => Promise<number>;
  declare getTeam: (options?: { attributes: string[] }) => Promise<Team>;
  declare getFollowers: () => Promise<User[]>;
  declare addPost: (id: number) => Promise<void>;
}

User.hasMany(Post);
User.belongsTo(Team, { as: 'team' });
