/**
 * The model is plain data that can be printed, lowering takes whatever text there is, and what goes wrong in one file or
 * one rule stays there: invariants 2 and 7 of docs/architecture.md.
 */
import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, test, vi } from 'vitest';
import { check } from '../engine/check.ts';
import { fewByName, knowledge, parseSource, smallByName } from '../languages/typescript/frontend.ts';
import type { FileModel } from '../model/file.ts';
import { indexKnowledge } from '../model/knowledge-index.ts';
import { printFile } from '../model/print.ts';
import { createProgram, type Program } from '../model/program.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { caseGroups, readCase } from './cases/discover.ts';
import { withProject } from './cases/project.ts';

// A file that lowering cannot take is not known; this one stands for it.
vi.mock('../languages/typescript/frontend.ts', async (original) => {
  const real = await original<typeof import('../languages/typescript/frontend.ts')>();
  const fail = (): never => {
    throw new Error('lowering stumbled');
  };
  return {
    ...real,
    parseSource: (path: string, text: string) => ({ ...real.parseSource(path, text), ...(path.endsWith('/stumbles.ts') ? { lower: fail } : {}) }),
  };
});

const index = indexKnowledge([knowledge]);

function lowered(text: string, path = '/main.ts'): FileModel {
  return parseSource(path, text).lower('source', []);
}

function linked(file: FileModel): Program {
  return createProgram({
    files: new Map([[file.path, file]]),
    knowledge: index,
    smallNames: () => smallByName,
    fewNames: fewByName,
    templateNamed: () => null,
    declaredTable: () => null,
    sqlSchema: () => null,
    mounts: () => [],
    endsWorkers: () => false,
    resolve: (_, specifier) => (specifier.startsWith('.') ? { kind: 'unknown' } : { kind: 'package', name: specifier }),
    packageOf: () => ({ root: '/', dependencies: new Set() }),
  });
}

/** Everything that is ever asked of a model. */
function use(text: string, path?: string): FileModel {
  const file = lowered(text, path);
  const program = linked(file);
  expect(JSON.parse(JSON.stringify(file))).toStrictEqual(file);
  expect(printFile(program, file, text)).toContain(file.path);
  for (const rule of rules)
    for (const finding of rule.check(program, program.files.values())) expect(finding.span.end).toBeLessThanOrEqual(text.length);
  return file;
}

const LOOPS = `
import { load as fetchAll, type Row } from './rows.ts';
import * as path from 'node:path';
export * from './other.ts';
const LIMIT = 10, names = ['a', 'b'] as const;
outer: for (let i = 0, n = names.length; i < n; i++) {
  for (const [at, name] of names.entries()) { if (at > LIMIT) continue outer; else if (!name) break outer; }
}
for (let i = names.length - 1; i >= 0; i -= 2) path.join(names[i]!);
for (let size = 1; size < LIMIT; size *= 2);
for (const key in { a: 1, ...{ b: 2 } }) console.log(key);
export async function all(rows: Row[], { ids, nested: [first, ...rest] = [] }: { ids: string[]; nested?: string[] }, ...more: Row[]) {
  for await (const row of fetchAll(...rows)) more.push(row);
  while (rest.length > 0) { const next = rest.pop(); if (next === first) break; }
  do { ids.shift(); } while (ids.length);
  const found = await Promise.all(rows.map(async (row) => ids.includes(row.id) ? row : null));
  return found.filter(Boolean).flatMap((row) => [...(row?.parts ?? [])]).sort((a, b) => a.n - b.n).reduce((sum, { n }) => sum + n, 0);
}
switch (LIMIT) { case 10: names.forEach(String); break; default: throw new Error(\`no \${LIMIT}\`); }
try { JSON.parse(names.join()); } catch ({ message }) { console.log(message); } finally { void 0; }
`;

const CLASSES = `
export default abstract class Store<T extends { id: string }> extends Map<string, T> implements Iterable<[string, T]> {
  static #made = 0;
  private readonly byName = new Map<string, T[]>();
  declare cache?: T;
  constructor(private readonly db: { find(id: string): Promise<T> }, public limit = 20) { super(); Store.#made++; }
  get size() { return this.byName.size; }
  set first(value: T) { this.cache ??= value; }
  static { this.#made = 0; }
  abstract load(id: string): Promise<T>;
  async *pages(ids: string[]): AsyncGenerator<T> { for (const id of ids) yield await this.db.find(id); yield* this.pages(ids.slice(1)); }
  walk = (node: { children: T[] }): number => node.children.map((child) => this.walk(child as never)).length;
  @logged() find(id: string, @inject('x') other?: T) { return super.get(id)?.id === other?.id ? (this.cache = other) : undefined; }
  [Symbol.iterator]() { return super[Symbol.iterator](); }
}
enum Kind { A, B = 'b' }
namespace Inner { export const kind = Kind.A; }
type Pair<A> = A extends [infer B, ...unknown[]] ? B : never;
interface Shape { readonly kind: Kind; area?(): number }
function overload(x: string): string;
function overload(x: number): number;
function overload(x: unknown) { return x; }
function even(n: number): boolean { return n === 0 || odd(n - 1); }
function odd(n: number): boolean { return n !== 0 && even(n - 1); }
export { even, odd as uneven, Inner, type Pair, type Shape };
`;

const COMMON = `
'use strict';
const fs = require('fs'), { join } = require('path');
const lazy = () => import('./lazy.js');
module.exports = function serve(req, res) {
  var i, list = arguments.length > 2 ? [].slice.call(arguments) : [];
  for (i = 0; i < list.length; ++i) { (function (item) { res.write(item); })(list[i]); }
  label: { if (req.url in routes) break label; with (req) { url; } }
  list.push.apply(list, fs.readdirSync(join(__dirname, req.url)));
  return list.map(module.exports.one, this), a = b = list;
};
module.exports.one = exports.one = (x, y = x, { z, ...w } = {}) => ({ x, y, z, ...w, get v() { return delete w.v; }, async *[x]() {} });
Serve.prototype.stop = function stop() { return new.target ?? stop.call(this) || /x\\/y/g.exec(tag\`a\${1}b\`); };
exports['default'] = class { static async = 1e3; #p = 0n; has(o) { return #p in o; } };
var a, b, routes = {}; function Serve() { if (!(this instanceof Serve)) return new Serve; }
`;

const JSX = `
export const List = ({ users, onPick }: { users: User[]; onPick(u: User): void }) => (
  <ul className="list" {...rest}>
    {users.map((user) => <li key={user.id} onClick={() => onPick(user)}>{user.name}{users.filter((u) => u.id === user.id).length}</li>)}
    <></>
  </ul>
);
`;

const PROGRAMS: readonly [string, string, string][] = [
  ['loops', '/loops.ts', LOOPS],
  ['classes', '/classes.ts', CLASSES],
  ['CommonJS', '/common.js', COMMON],
  ['JSX', '/list.tsx', JSX],
];

/** Where each token of a text begins. */
function tokenStarts(text: string, path: string): number[] {
  const starts: number[] = [];
  const visit = (node: ts.Node): void => {
    const children = node.getChildren(file);
    if (children.length === 0) starts.push(node.getStart(file));
    children.forEach(visit);
  };
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  visit(file);
  return [...new Set(starts)];
}

const SOUP = `for const let of in x xs i users ( ) { } [ ] < > => = += == === . ?. ... , ; : ? ?? || && ! - ++ ' " \` \${ / /* // # @ 0 1e9 'a'
  if else while do switch case default break continue return throw try catch finally function async await yield * class extends super this new delete
  typeof import export from as default require module.exports map forEach includes push sort reduce enum namespace type interface declare
  static get set constructor label: var undefined null true \n`
  .split(/ +/)
  .filter((token) => token !== '');

describe('the model is plain data', () => {
  test.each(PROGRAMS)('of %s', (_, path, text) => {
    const file = use(text, path);
    expect(file.functions.length).toBeGreaterThan(1);
    expect(file.broken).toBe(false);
  });

  test('that knows every form of loop', () => {
    const styles = new Set(PROGRAMS.flatMap(([, path, text]) => lowered(text, path).loops.map((loop) => loop.style)));
    expect([...styles].sort()).toEqual(['callback', 'do-while', 'for', 'for-await', 'for-in', 'for-of', 'while']);
  });

  test('whose ids are places in its lists', () => {
    for (const [, path, text] of PROGRAMS) {
      const file = lowered(text, path);
      for (const list of [file.functions, file.loops, file.calls, file.bindings, file.classes])
        expect(list.map((each) => each.id)).toEqual([...list.keys()]);
    }
  });

  test('and can be printed', () => {
    const text = `import { readFileSync } from 'node:fs';

interface Order { id: string; userId: string }
interface User { id: string; orders: Order[] }

const banned: string[] = JSON.parse(readFileSync('banned.json', 'utf8'));
let index: Map<string, User> | undefined;

export function allowed(users: User[]): User[] {
  return users.filter((user) => !banned.includes(user.id));
}

function byId(users: User[]): Map<string, User> {
  if (!index) index = new Map(users.map((user) => [user.id, user]));
  return index;
}

export async function join(users: User[], orders: Order[]): Promise<Order[]> {
  const found: Order[] = [];
  for (const order of orders) {
    const user = byId(users).get(order.userId);
    if (!user) continue;
    for (const own of user.orders) found.push(own);
  }
  await Promise.all(found.map(async (order) => fetch(order.id)));
  return found.sort((a, b) => a.id.localeCompare(b.id));
}

export class Shop {
  private readonly users: User[] = [];

  add(user: User): void {
    this.users.push(user);
  }

  *orders(): Generator<Order> {
    outer: for (let i = 0; i < this.users.length; i++) {
      for (const order of this.users[i]?.orders ?? []) {
        if (order.id === '') continue outer;
        yield order;
      }
    }
  }
}
`;
    const file = lowered(text, '/shop.ts');
    expect(printFile(linked(file), file, text)).toMatchInlineSnapshot(`
      "/shop.ts (source)

      module() at line 1
        call \`readFileSync\` → node:fs#readFileSync
        call \`JSON.parse\` → global#JSON.parse

      allowed(users) at line 9
        bound: O(users × banned)
        await call \`users.filter\`: scan of \`users\` (list, unknown: \`users\` is a parameter)
        loop callback over \`users\` (unknown: \`users\` is a parameter) at line 10
          call \`banned.includes\`: scan of \`banned\` (list, unknown)
        return

      callback of users.filter(user) at line 10
        bound: O(banned)
        effects: scan (banned.includes)
        call \`banned.includes\`: scan of \`banned\` (list, unknown)

      byId(users) at line 13
        bound: O(users)
        branch (memo) on \`!index\`
          call \`users.map\`
          loop callback over \`users\` (unknown: \`users\` is a parameter) at line 14
          call \`Map\` → global#Map
        return

      callback of users.map(user) at line 14
        bound: O(1)

      async join(users, orders) at line 18
        effects: request (fetch)
        loop for-of over \`orders\` (unknown: \`orders\` is a parameter) at line 20
          call \`byId\` → byId
          call \`byId(users).get\` → global#Map.get
          branch on \`!user\`
            continue
          loop for-of over \`user.orders\` (unknown) at line 23
            call \`found.push\`: grow of \`found\` (list, unknown)
        await call \`found.map\`
        loop callback over \`found\` (unknown), in parallel at line 25
          await call \`fetch\` → global#fetch: request
        await call \`Promise.all\` → global#Promise.all
        await call \`found.sort\`: sort of \`found\` (list, unknown)
        loop callback over \`found\` (unknown) at line 26
          await call \`a.id.localeCompare\`
        return

      async callback of found.map(order) at line 25
        bound: O(1)
        effects: request (fetch)
        await call \`fetch\` → global#fetch: request

      callback of found.sort(a, b) at line 26
        bound: O(1)
        await call \`a.id.localeCompare\`

      Shop.add(user) at line 32
        bound: O(1)
        call \`this.users.push\`: grow of \`this.users\` (list, unknown)

      Shop.orders() at line 36
        bound: O(users[].orders)
        loop for over \`this.users\` (unknown) at line 37
          loop for-of over \`this.users[i]?.orders ?? []\` (unknown) at line 38
            branch on \`order.id === ''\`
              continue
      "
    `);
  });
});

describe('lowering never throws', () => {
  test.each(PROGRAMS)('at any place where %s are cut off', { timeout: 120_000 }, (_, path, text) => {
    const starts = tokenStarts(text, path);
    expect(starts.length).toBeGreaterThan(50);
    for (const start of starts) use(text.slice(0, start), path);
  });

  test.each(PROGRAMS)('wherever a token is missing in %s', { timeout: 120_000 }, (_, path, text) => {
    const starts = [...tokenStarts(text, path), text.length];
    for (let i = 0; i + 1 < starts.length; i++) use(text.slice(0, starts[i]) + text.slice(starts[i + 1]), path);
  });

  test.each(['/main.ts', '/main.js'])('and a number less than nothing is kept as it is in %s', (path) => {
    use('return -0; xs.slice(-0, -1, 1e999, -1e999)', path);
  });

  test('on soups of tokens', { timeout: 120_000 }, () => {
    const paths = fc.constantFrom('/main.ts', '/main.tsx', '/main.js');
    const soup = fc.array(fc.constantFrom(...SOUP), { maxLength: 60 }).map((tokens) => tokens.join(' '));
    fc.assert(
      fc.property(soup, paths, (text, path) => void use(text, path)),
      { numRuns: 2000 },
    );
  });

  test('on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void use(text)),
      { numRuns: 500 },
    );
  });

  test('on all cases and traps', { timeout: 120_000 }, () => {
    const files = caseGroups().flatMap(({ paths }) => paths.flatMap((path) => readCase(path).files));
    expect(files.length).toBeGreaterThan(50);
    for (const { name, text } of files) if (/\.[cm]?[jt]sx?$/.test(name)) use(text, `/${name}`);
  });
});

describe('what goes wrong stays where it is', () => {
  const slow = 'export function allowed(users: string[], banned: string[]) { return users.filter((user) => !banned.includes(user)); }\n';
  const failing: Rule = {
    name: 'fails',
    summary: 'Fails after its first finding.',
    subject: 'algorithms',
    severity: 'warning',
    languages: ['typescript'],
    fixes: 'never',
    *check(program) {
      for (const rule of rules) for (const finding of rule.check(program, program.files.values())) yield { ...finding, rule: 'fails' };
      throw new TypeError('no such thing');
    },
  };

  test('a rule that fails is named, and loses no finding', async () => {
    const files = [{ name: 'slow.ts', text: slow }];
    const result = await withProject(files, [], (cwd) => check({ cwd, paths: ['.'] }, [failing, ...rules]));
    expect(result.findings.map((finding) => finding.rule).sort()).toEqual(['fails', 'nested-loop-lookup']);
    expect(result.problems).toEqual([
      expect.objectContaining({ level: 'error', message: expect.stringMatching(/`fails` failed \(no such thing\)/) }),
    ]);
  });

  test('a file that cannot be lowered is named, and loses no other', async () => {
    const files = ['before.ts', 'stumbles.ts', 'then.ts'].map((name) => ({ name, text: slow }));
    const result = await withProject(files, [], (cwd) => check({ cwd, paths: ['.'] }));
    expect(result.findings.map((finding) => finding.file.replace(/.*\//, ''))).toEqual(['before.ts', 'then.ts']);
    expect(result.problems).toEqual([
      expect.objectContaining({
        level: 'error',
        file: expect.stringMatching(/\/stumbles\.ts$/),
        message: expect.stringContaining('lowering stumbled'),
      }),
    ]);
  });
});
