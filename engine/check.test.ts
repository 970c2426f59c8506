/** A check from paths to findings, on real folders: what no single part of the engine shows. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { check } from './check.ts';

const folders: string[] = [];

function project(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'scalelint-'));
  folders.push(folder);
  for (const [name, text] of Object.entries({ 'package.json': '{}', 'tsconfig.json': '{ "compilerOptions": { "strict": true } }', ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function found(cwd: string, paths: readonly string[] = ['.']): Promise<string[]> {
  const result = await check({ cwd, paths });
  return result.findings.map((f) => `${f.file.slice(cwd.length + 1)} ${f.severity} ${f.rule}`);
}

const lookup =
  "export function kept(users: string[], list: string) {\n  const banned = list.split('\\n');\n  return users.filter((user) => !banned.includes(user));\n}\n";
const wrapper = {
  'db.ts':
    'declare const driver: { run(sql: string, values: unknown[]): Promise<unknown> };\nexport function query(sql: string, values: unknown[]) {\n  return driver.run(sql, values);\n}\n',
  'users.ts': "import { query } from './db';\nexport async function all(ids: string[]) {\n  for (const id of ids) await query('select', [id]);\n}\n",
};

test('a configuration teaches what a function of the project does', async () => {
  expect(await found(project(wrapper))).toEqual([]);
  const taught = project({ ...wrapper, 'scalelint.json': '{ "knowledge": [{ "call": "./db#query", "effect": "query", "access": "read" }] }' });
  expect(await found(taught)).toEqual(['users.ts info n-plus-one-query']);
});

test('a byte order mark moves nothing: the fix is as safe as without', async () => {
  const cwd = project({ 'a.ts': `\uFEFF${lookup}` });
  const result = await check({ cwd, paths: ['.'] });
  expect(result.findings).toHaveLength(1);
  expect(await result.fix(result.findings[0] as (typeof result.findings)[number])).toMatchObject({ level: 'safe' });
});

test('a level that a configuration names goes for hints and warnings alike', async () => {
  // Nothing shows how large the parts of one record are: a hint.
  const hint =
    'export function kept(user: { roles: string[]; banned: string[] }) {\n  return user.roles.filter((role) => !user.banned.includes(role));\n}\nexport function both(a: { xs: string[] }, b: { ys: string[] }) {\n  return a.xs.filter((x) => !b.ys.includes(x));\n}\n';
  expect(await found(project({ 'a.ts': hint }))).not.toContain('a.ts warning nested-loop-lookup');
  expect(await found(project({ 'a.ts': hint, 'scalelint.json': '{ "rules": { "nested-loop-lookup": "warning" } }' }))).toContain(
    'a.ts warning nested-loop-lookup',
  );
  expect(await found(project({ 'a.ts': lookup, 'scalelint.json': '{ "rules": { "nested-loop-lookup": "off" } }' }))).toEqual([]);
});

test('calls lead into files that were not asked for, and findings do not stand there', async () => {
  const cwd = project({
    'scan.ts':
      'export function isIn(list: string[], item: string) {\n  return list.includes(item);\n}\nexport function kept(users: string[], banned: string[]) {\n  return users.filter((user) => banned.includes(user));\n}\n',
    'main.ts':
      "import { isIn } from './scan';\nexport function kept(users: string[], list: string) {\n  const banned = list.split('\\n');\n  return users.filter((user) => isIn(banned, user));\n}\nexport function show(_req: unknown, res: { send(all: unknown): void }, users: string[], list: string) {\n  res.send(kept(users, list));\n}\n",
  });
  expect(await found(cwd, ['main.ts'])).toEqual(['main.ts warning nested-loop-lookup']);
});

test('a folder elsewhere that nothing marks as a project is checked as if one stood in it', async () => {
  const root = mkdtempSync(join(tmpdir(), 'scalelint-'));
  folders.push(root);
  const files = {
    'here/unrelated.py': '',
    'shop/reports/load.py': 'import time\n\n\ndef load(name):\n    time.sleep(1)\n    return name\n',
    'shop/api/views.py':
      "from fastapi import FastAPI\nfrom reports.load import load\n\napp = FastAPI()\n\n\n@app.get('/report')\nasync def report(name: str):\n    return load(name)\n",
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  const seenFrom = async (cwd: string, path: string) => {
    const result = await check({ cwd: join(root, cwd), paths: [path] });
    return result.findings.map((f) => `${f.file.slice(root.length + 1)} ${f.rule}`);
  };
  const inside = await seenFrom('shop', '.');
  expect(inside).toEqual(['shop/api/views.py sync-io-in-hot-path']);
  expect(await seenFrom('here', '../shop')).toEqual(inside);
  expect(await seenFrom('here', '../shop/**/*.py')).toEqual(inside);
});
