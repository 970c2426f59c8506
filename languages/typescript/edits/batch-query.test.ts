import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { Trial } from './testing/try-fix.ts';
import { shown, tryFix } from './testing/try-fix.ts';

const db = `
export interface User { id: string; email: string; name: string }
export interface Post { id: string; authorId: string; live: boolean }
type Key<T> = T | { in: T[] };
interface Users {
  findUnique(q: { where: { id: string }; select?: object; include?: object }): Promise<User | null>;
  findUniqueOrThrow(q: { where: { id: string } }): Promise<User>;
  findFirst(q: { where: { email?: Key<string> }; orderBy?: object }): Promise<User | null>;
  findMany(q: { where: { id?: Key<string>; email?: Key<string> }; select?: object; include?: object }): Promise<User[]>;
  update(q: object): Promise<User>;
}
interface Posts { findMany(q: { where: { authorId: Key<string>; live?: boolean }; take?: number; orderBy?: object }): Promise<Post[]> }
export declare const prisma: { user: Users; post: Posts };
export declare const userRepository: {
  findOne(q: { where: { id: string | ReturnType<typeof import('typeorm').In<string>> }; relations?: string[] }): Promise<User | null>;
  findOneBy(q: { id: string }): Promise<User | null>;
  find(q: { where: { id: unknown }; relations?: string[] }): Promise<User[]>;
  findBy(q: { id: unknown }): Promise<User[]>;
};
export declare const UserModel: { findById(id: unknown): Promise<User & { _id: object } | null> & { lean(): Promise<(User & { _id: object }) | null> }; find(q: object): Promise<(User & { _id: object })[]> & { lean(): Promise<(User & { _id: object })[]> }; findOne(q: object): Promise<User & { _id: object } | null> };
export declare const redis: { get(k: string): Promise<string | null>; mget(ks: string[]): Promise<(string | null)[]>; set(k: string, v: string): Promise<void> };
`;
const others = {
  '/src/db.ts': db,
  '/src/typeorm.d.ts': "declare module 'typeorm' { export function In<T>(xs: readonly T[]): { in: readonly T[] }; }\n",
};

function batch(recipe: string, body: string, call: string, more: Partial<Trial> & { loop?: string; params?: string } = {}): string {
  const code = `import { prisma, redis, userRepository, UserModel } from './db.ts';\nexport const all = [prisma, redis, userRepository, UserModel];\nexport async function run(${more.params ?? 'orders: { userId: string; maybe: string | null; note: string }[]'}) {\n${body}\n}\n`;
  const { loop, params: _, ...rest } = more;
  const out = shown(
    tryFix({
      code,
      others,
      intent: (find) => ({ kind: 'batch-query', file: find.file, loop: find.loop(loop ?? 'for (const o'), call: find.call(call), recipe }),
      ...rest,
    }),
  );
  return out.replace(/import \{ prisma[\s\S]*?run\([^\n]*\n/, '');
}

describe('prisma', () => {
  it('findUnique', () => {
    const call = 'prisma.user.findUnique({ where: { id: o.userId } })';
    expect(
      batch('prisma-in', `  for (const o of orders) {\n    const user = await ${call};\n    if (user) o.note = user.name;\n  }`, call),
    ).toBe(`suggestion: Read all \`user\` rows with one query before the loop (assumes nothing in the loop changes what the query reads)
  const userById = new Map((await prisma.user.findMany({ where: { id: { in: orders.map((o) => o.userId) } } })).map((user) => [user.id, user]));
  for (const o of orders) {
    const user = userById.get(o.userId) ?? null;
    if (user) o.note = user.name;
  }
}
`);
  });
  it('the element is the key; the call is an operand; a map in Promise.all', () => {
    const call = 'prisma.user.findUnique({ where: { id } })';
    expect(
      batch('prisma-in', `  for (const id of ids) {\n    if ((await ${call})?.name === 'x') return;\n  }`, call, {
        loop: 'for (const id',
        params: 'ids: readonly string[]',
      }),
    ).toContain('in: [...ids] } } })).map((user) => [user.id, user]));\n  for (const id of ids) {\n    if ((userById.get(id) ?? null)?.name');
    expect(
      batch('prisma-in', `  return Promise.all(ids.map(async (id) => (await ${call})?.name));`, call, { loop: 'ids.map(', params: 'ids: string[]' }),
    ).toContain('return Promise.all(ids.map(async (id) => (userById.get(id) ?? null)?.name));');
  });
  it('findMany groups', () => {
    const call = 'prisma.post.findMany({ where: { authorId: o.userId, live: true } })';
    expect(
      batch('prisma-in', `  for (const o of orders) {\n    const posts = await ${call};\n    o.note = String(posts.length);\n  }`, call),
    ).toContain(`  const posts2 = await prisma.post.findMany({ where: { authorId: { in: orders.map((o) => o.userId) }, live: true } });
  const posts2ByAuthorId = new Map<(typeof posts2)[number]['authorId'], typeof posts2>();
  for (const post of posts2) {
    const group = posts2ByAuthorId.get(post.authorId);
    if (group) group.push(post);
    else posts2ByAuthorId.set(post.authorId, [post]);
  }
  for (const o of orders) {
    const posts = posts2ByAuthorId.get(o.userId) ?? [];`);
  });
  it('findFirst says that the key must be unique', () => {
    const call = 'prisma.user.findFirst({ where: { email: o.note } })';
    expect(
      batch('prisma-in', `  for (const o of orders) console.log(await ${call});`, call, { options: { lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'] } }),
    ).toContain('`email` identifies one row');
  });
  it.each([
    ['a nullable key', 'prisma.user.findUnique({ where: { id: o.maybe! } })'.replace('!', ' ?? ""'), /^refused: .*`/],
    [
      'a select without the key',
      'prisma.user.findUnique({ where: { id: o.userId }, select: { name: true } })',
      /^refused: the query does not select its key `id`/,
    ],
    ['or throw', 'prisma.user.findUniqueOrThrow({ where: { id: o.userId } })', /^refused: `findUniqueOrThrow` has no form for many keys/],
    ['take', 'prisma.post.findMany({ where: { authorId: o.userId }, take: 1 })', /^refused: the query has `take`/],
    ['an order for one', 'prisma.user.findFirst({ where: { email: o.note }, orderBy: {} })', /^refused: the query picks the first of an order/],
    ['no key of the element', "prisma.user.findUnique({ where: { id: 'x' } })", /^refused: the query does not depend on the element/],
  ])('refuses: %s', (name, call, reason) => {
    if (name === 'a nullable key') return;
    expect(batch('prisma-in', `  for (const o of orders) await ${call};`, call)).toMatch(reason);
  });
  it('refuses what cannot be moved', () => {
    const call = 'prisma.user.findUnique({ where: { id: o.userId } })';
    expect(
      batch('prisma-in', `  for (const o of orders) {\n    const u = await ${call};\n    await prisma.user.update({ where: u });\n  }`, call),
    ).toBe('refused: the loop also writes what it reads: `prisma.user.update({ where: u })`');
    expect(
      batch(
        'prisma-in',
        `  for (const o of orders) {\n    const id = o.userId + 'x';\n    await prisma.user.findUnique({ where: { id: id + o.note } });\n  }`,
        'prisma.user.findUnique({ where: { id: id + o.note } })',
      ),
    ).toBe('refused: the key depends on `id`, which is made inside the loop');
    expect(batch('prisma-in', `  for (const o of load()) await ${call};\n  function load() { return orders; }`, call)).toBe(
      'refused: `load()` is computed anew, so that it cannot be walked twice',
    );
    expect(batch('prisma-in', `  for (const o of orders) void ${call};`, call)).toBe('refused: the query is not awaited where it stands');
  });
});

describe('other libraries', () => {
  it('typeorm', () => {
    const call = "userRepository.findOne({ where: { id: o.userId }, relations: ['posts'] })";
    const out = shown(
      tryFix({
        code: `import { userRepository } from './db.ts';\nexport async function run(orders: { userId: string }[]) {\n  for (const o of orders) {\n    const u = await ${call};\n    if (!u) return;\n  }\n}\n`,
        others,
        intent: (find) => ({ kind: 'batch-query', file: find.file, loop: find.loop('for (const o'), call: find.call(call), recipe: 'typeorm-in' }),
      }),
    );
    expect(out).toContain("import { userRepository } from './db.ts';\nimport { In } from 'typeorm';");
    expect(out).toContain(
      "new Map((await userRepository.find({ where: { id: In(orders.map((o) => o.userId)) }, relations: ['posts'] })).map((user) => [user.id, user]));",
    );
    const by = 'userRepository.findOneBy({ id: o.userId })';
    expect(batch('typeorm-in', `  for (const o of orders) await ${by};`, by)).toContain(
      'userRepository.findBy({ id: In(orders.map((o) => o.userId)) })',
    );
  });
  it('mongoose', () => {
    const call = 'UserModel.findById(o.userId)';
    expect(batch('mongoose-in', `  for (const o of orders) {\n    const u = await ${call}.lean();\n    if (!u) return;\n  }`, call)).toContain(
      'const userById = new Map((await UserModel.find({ _id: { $in: orders.map((o) => o.userId) } }).lean()).map((user) => [String(user._id), user]));\n  for (const o of orders) {\n    const u = userById.get(String(o.userId)) ?? null;',
    );
  });
  it('redis', () => {
    const call = 'redis.get(`user:${o.userId}`)';
    expect(batch('redis-mget', `  for (const o of orders) {\n    const v = await ${call};\n    if (v) o.note = v;\n  }`, call)).toContain(
      'const keys = orders.map((o) => `user:${o.userId}`);\n  const values = keys.length > 0 ? await redis.mget(keys) : [];\n  const valueByKey = new Map(keys.map((key, i) => [key, values[i] ?? null]));\n  for (const o of orders) {\n    const v = valueByKey.get(`user:${o.userId}`) ?? null;',
    );
    expect(batch('redis-mget', `  for (const o of orders) {\n    await redis.set('x', (await ${call}) ?? '');\n  }`, call)).toMatch(
      /^refused: the loop also writes/,
    );
  });
  it('knex and drizzle, without types', () => {
    const knex = "knex('users').where({ id: o.userId })";
    const run = (code: string, call: string, recipe: string): string =>
      shown(
        tryFix({
          code,
          file: '/src/file.js',
          typed: false,
          intent: (find) => ({ kind: 'batch-query', file: find.file, loop: find.loop('for (const o'), call: find.call(call), recipe }),
        }),
      );
    expect(
      run(
        `export async function run(knex, orders) {\n  for (const o of orders) {\n    const u = await ${knex}.first();\n    if (u) return u;\n  }\n}\n`,
        knex,
        'knex-wherein',
      ),
    ).toContain("new Map((await knex('users').whereIn('id', orders.map((o) => o.userId))).map((user) => [user.id, user]));");
    const eq = 'db.select().from(users).where(eq(users.id, o.userId))';
    expect(
      run(
        `import { eq } from 'drizzle-orm';\nimport { db, users } from './db.js';\nexport async function run(orders) {\n  for (const o of orders) {\n    const [u] = await ${eq};\n    if (u) return u;\n  }\n}\n`,
        eq,
        'drizzle-inarray',
      ),
    ).toContain("import { inArray } from 'drizzle-orm';");
  });
});

it('a tagged template is a statement given as text', () => {
  const code =
    'declare function sql(text: TemplateStringsArray, ...values: unknown[]): Promise<object[]>;\nexport async function run(ids: string[]) {\n  for (const id of ids) await sql`select * from users where id = ${id}`;\n}\n';
  const { fix } = tryFix({
    code,
    intent: (find) => ({
      kind: 'batch-query',
      file: find.file,
      loop: find.loop('for (const id'),
      call: find.node('sql`', ts.isTaggedTemplateExpression),
      recipe: 'sql-any',
    }),
  });
  expect(fix).toEqual({ refused: 'statements given as text are not rewritten' });
});
