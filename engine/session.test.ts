/** A session answers as a check of the same texts would, edit after edit. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createSession, type FileReport, type Session } from './session.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function project(files: Readonly<Record<string, string>>): {
  cwd: string;
  session: Session;
  path: (name: string) => string;
  write: (name: string, text: string) => void;
} {
  const cwd = mkdtempSync(join(tmpdir(), 'scalelint-session-'));
  folders.push(cwd);
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  };
  write('package.json', '{}');
  write('tsconfig.json', '{ "compilerOptions": { "strict": true } }');
  for (const [name, text] of Object.entries(files)) write(name, text);
  return { cwd, session: createSession({ root: cwd }), path: (name) => join(cwd, name), write };
}

const found = (report: FileReport): string[] => report.findings.map((f) => `${f.rule} ${report.text.slice(f.span.start, f.span.end)}`);

const lookup = (test: string): string =>
  `export function kept(users: string[], list: string) {\n  const banned = list.split('\\n');\n  return users.filter((user) => ${test});\n}\n`;
const slow = lookup('!banned.includes(user)');

describe('one file', () => {
  test('is judged by its unsaved text, at once and confirmed', async () => {
    const { session, path } = project({ 'a.ts': 'export {};\n' });
    session.hold(path('a.ts'), slow);
    expect(found(await session.check(path('a.ts'), 'syntax'))).toEqual(['nested-loop-lookup banned.includes(user)']);
    expect(found(await session.check(path('a.ts'), 'types'))).toEqual(['nested-loop-lookup banned.includes(user)']);
    session.hold(path('a.ts'), lookup('user.length > 3'));
    expect(found(await session.check(path('a.ts'), 'syntax'))).toEqual([]);
    session.hold(path('a.ts'), `// moved\n\n${slow}`);
    expect(found(await session.check(path('a.ts'), 'syntax'))).toEqual(['nested-loop-lookup banned.includes(user)']);
    session.release(path('a.ts'));
    expect((await session.check(path('a.ts'), 'types')).skipped).toBe('it is not open');
  });

  test('what only types show stays found while somebody types above it', async () => {
    const { session, path } = project({
      'bag.ts': 'export interface Bag { items: string[] }\nexport function bag(): Bag { return { items: [] }; }\n',
    });
    // That `items` is a list, and no string, stands in another file.
    const text =
      "import type { Bag } from './bag';\nexport function kept(bag: Bag) {\n  return bag.items.filter((item) => bag.items.indexOf(item) > 3);\n}\n";
    session.hold(path('a.ts'), text);
    const confirmed = found(await session.check(path('a.ts'), 'types'));
    expect(confirmed).toHaveLength(1);
    session.hold(path('a.ts'), `const first = 1;\n${text}`);
    expect(found(await session.check(path('a.ts'), 'syntax'))).toEqual(confirmed);
  });

  test('a syntax error is told, and the next text is fine again', async () => {
    const { session, path } = project({});
    session.hold(path('a.ts'), slow.replace('=> !', '=> ( !'));
    expect((await session.check(path('a.ts'), 'syntax')).broken).toBe(true);
    session.hold(path('a.ts'), slow);
    expect(await session.check(path('a.ts'), 'syntax')).toMatchObject({ broken: false, findings: [{ rule: 'nested-loop-lookup' }] });
  });

  test('is skipped with a reason', async () => {
    const { session, path } = project({ 'scalelint.json': '{ "exclude": ["legacy/**"] }' });
    for (const name of ['legacy/a.ts', 'a.d.ts', 'node_modules/a/a.ts', 'large.ts']) {
      session.hold(path(name), name === 'large.ts' ? slow.padEnd(1_200_000, ' ') : slow);
      const report = await session.check(path(name), 'types');
      expect({ name, findings: report.findings, skipped: report.skipped }).toEqual({ name, findings: [], skipped: expect.stringMatching(/\w/) });
    }
  });

  test('a fix is made though the same text was checked again since', async () => {
    const { session, path } = project({});
    session.hold(path('a.ts'), slow);
    const [finding] = (await session.check(path('a.ts'), 'syntax')).findings;
    if (!finding) throw new Error('nothing found');
    await session.check(path('a.ts'), 'types');
    expect(await session.fix(finding)).toMatchObject({ level: 'safe' });
  });

  test('a fix of an older text is refused', async () => {
    const { session, path } = project({});
    session.hold(path('a.ts'), slow);
    const [finding] = (await session.check(path('a.ts'), 'types')).findings;
    if (!finding) throw new Error('nothing found');
    expect(await session.fix(finding)).toMatchObject({ level: 'safe' });
    session.hold(path('a.ts'), `\n${slow}`);
    expect(await session.fix(finding)).toMatchObject({ refused: 'the file has changed since' });
  });

  test('shows how it grows', async () => {
    const { session, path } = project({});
    session.hold(path('a.ts'), slow);
    expect((await session.growthOf(path('a.ts'))).map(({ kind, bound }) => `${kind} ${bound}`)).toContain('loop O(users × list)');
  });
});

describe('several files', () => {
  const helper = (body: string): string => `export function isIn(list: string[], item: string) {\n  return ${body};\n}\n`;
  const caller =
    "import { isIn } from './helper';\nexport function kept(users: string[], text: string) {\n  const banned = text.split('\\n');\n  return users.filter((user) => isIn(banned, user));\n}\n";

  test('an edit of a helper counts for its callers', async () => {
    const { session, path } = project({ 'helper.ts': helper('list.length > 0 || item === ""') });
    session.hold(path('a.ts'), caller);
    expect(found(await session.check(path('a.ts'), 'types'))).toEqual([]);
    session.hold(path('helper.ts'), helper('list.includes(item)'));
    expect(found(await session.check(path('a.ts'), 'syntax'))).toEqual(['nested-loop-lookup isIn(banned, user)']);
    session.release(path('helper.ts'));
    expect(found(await session.check(path('a.ts'), 'syntax'))).toEqual([]);
  });

  test('so does a change on disk, and a file that comes or goes', async () => {
    const { session, path, write } = project({});
    session.hold(path('a.ts'), caller);
    expect(found(await session.check(path('a.ts'), 'types'))).toEqual([]);
    write('helper.ts', helper('list.includes(item)'));
    session.touched([path('helper.ts')]);
    expect(found(await session.check(path('a.ts'), 'types'))).toEqual(['nested-loop-lookup isIn(banned, user)']);
    rmSync(path('helper.ts'));
    session.touched([path('helper.ts')]);
    expect(found(await session.check(path('a.ts'), 'types'))).toEqual([]);
  });

  test('callers in files that nobody opened count once they are read', async () => {
    const { session, path } = project({
      'helper.ts': "export function load(name: string) {\n  return readFileSync(name, 'utf8');\n}\nimport { readFileSync } from 'node:fs';\n",
      'server.ts':
        "import { load } from './helper';\nexport function handle(req: { url: string }, res: { end(text: string): void }) {\n  res.end(load(req.url));\n}\n",
    });
    session.hold(
      path('helper.ts'),
      "import { readFileSync } from 'node:fs';\nexport function load(name: string) {\n  return readFileSync(name, 'utf8');\n}\n",
    );
    expect(found(await session.check(path('helper.ts'), 'types'))).toEqual([]);
    expect(await session.index()).toBe(true);
    expect(found(await session.check(path('helper.ts'), 'types'))).toEqual(["sync-io-in-hot-path readFileSync(name, 'utf8')"]);
    expect(await session.index()).toBe(false);
  });

  test('imports are followed to their end, also in a project that is too large to be read whole', async () => {
    const { cwd, path } = project({
      'a.ts': "export { isIn } from './b';\n",
      'b.ts': "export { isIn } from './c';\n",
      'c.ts': "export { isIn } from './helper';\n",
      'helper.ts': helper('list.includes(item)'),
    });
    const session = createSession({ root: cwd, largestProject: 1 });
    session.hold(path('main.ts'), caller.replace('./helper', './a'));
    await session.check(path('main.ts'), 'types');
    await session.index();
    expect(found(await session.check(path('main.ts'), 'types'))).toEqual(['nested-loop-lookup isIn(banned, user)']);
  });

  test('a configuration that changes counts at once', async () => {
    const { session, path, write } = project({});
    session.hold(path('a.ts'), slow);
    expect((await session.check(path('a.ts'), 'types')).findings).toHaveLength(1);
    write('scalelint.json', '{ "rules": { "nested-loop-lookup": "off" } }');
    session.touched([path('scalelint.json')]);
    expect((await session.check(path('a.ts'), 'types')).findings).toEqual([]);
  });
});

describe('what all files say together', () => {
  const users =
    "import { PrismaClient } from '@prisma/client';\nconst db = new PrismaClient();\nexport interface Users { load(id: string): Promise<unknown> }\nexport class SqlUsers implements Users { load(id: string) { return db.user.findUnique({ where: { id } }); } }\n";
  const report =
    "import type { Users } from './users';\nexport async function names(users: Users, ids: string[]) {\n  for (const id of ids) await users.load(id);\n}\n";
  const other = "import type { Users } from './users';\nexport class CachedUsers implements Users { async load(id: string) { return id; } }\n";

  test('one implementation more elsewhere makes a call ambiguous, and taking it away makes it clear again', async () => {
    const { session, path } = project({ 'users.ts': users, 'other.ts': 'export {};\n' });
    session.hold(path('other.ts'), 'export {};\n');
    session.hold(path('report.ts'), report);
    await session.check(path('other.ts'), 'syntax');
    expect(found(await session.check(path('report.ts'), 'syntax'))).toEqual(['n-plus-one-query users.load(id)']);
    session.hold(path('other.ts'), other);
    await session.check(path('other.ts'), 'syntax');
    expect(found(await session.check(path('report.ts'), 'syntax'))).toEqual([]);
    session.hold(path('other.ts'), 'export {};\n');
    await session.check(path('other.ts'), 'syntax');
    expect(found(await session.check(path('report.ts'), 'syntax'))).toEqual(['n-plus-one-query users.load(id)']);
  });

  test('what a caller hands in is asked again when the caller changes', async () => {
    const store = "exports.makeStore = (pool) => ({ all: async (ids) => { for (const id of ids) await pool.query('select $1', [id]); } });\n";
    const app = (given: string): string =>
      `const { Pool } = require('pg');\nconst { makeStore } = require('./store');\nmodule.exports = makeStore(${given});\n`;
    const { session, path } = project({ 'app.js': app('new Pool()') });
    session.hold(path('store.js'), store);
    session.hold(path('app.js'), app('new Pool()'));
    await session.check(path('app.js'), 'syntax');
    expect(found(await session.check(path('store.js'), 'syntax'))).toHaveLength(1);
    session.hold(path('app.js'), app('{ query: () => null }'));
    await session.check(path('app.js'), 'syntax');
    expect(found(await session.check(path('store.js'), 'syntax'))).toEqual([]);
  });
});
