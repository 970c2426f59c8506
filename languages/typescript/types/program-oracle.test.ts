import { describe, expect, test } from 'vitest';
import { type Workspace, workspace } from './workspace.fixture.ts';

const STRICT = '{ "compilerOptions": { "strict": true, "target": "es2023", "lib": ["es2023"], "module": "nodenext" }, "include": ["**/*"] }';

const NODE_TYPES = {
  'node_modules/@types/node/package.json': '{ "name": "@types/node", "types": "index.d.ts" }',
  'node_modules/@types/node/index.d.ts':
    'declare module "fs" { export function readFileSync(path: string): string; import * as promises from "node:fs/promises"; export { promises }; }\ndeclare module "node:fs/promises" { export function readFile(path: string): Promise<string>; }\ndeclare module "fs/promises" { export * from "node:fs/promises"; }\ndeclare module "node:fs" { export * from "fs"; }\ndeclare function setImmediate(f: () => void): void;\n',
};

describe('values', () => {
  const source = `
    import { Gone, gone } from 'not-installed';
    import type { Shape } from './shape.ts';
    enum Level { Low, Mid, High }
    enum Flag { A = 1, B = 2, C = 4 }
    class Ids extends Array<number> {}
    class Tags extends Set<string> {}
    class Repo { find(x: string) { return x; } includes(x: string) { return true; } }
    class Odd extends Gone {}
    interface Keyed { id: string }
    type Id = string & { readonly __brand: 'Id' };
    declare const v: {
      list: string[]; frozen: readonly Keyed[]; tuple: readonly [number, number, string]; rest: [string, ...number[]];
      union: string[] | number[]; either: string[] | string; perhaps?: number[]; levels: Level[]; flags: Flag[]; colours: Set<'red' | 'blue'>;
      ids: Ids; tags: Tags; repo: Repo; odd: Odd; gone: Gone; gones: Gone[]; text: string; id: Id; branded: Id[]; map: Map<number, Keyed>; weak: WeakSet<Keyed>;
      any: any; something: unknown; iterable: Iterable<string>; lengthy: { length: number }; bytes: Uint8Array; promise: Promise<string[]>; shape: Shape;
      mixed: (string | number)[]; holes: (string | null)[]; both: string[] & { extra: true }; record: Record<string, number>; call: () => void; num: number; bool: boolean;
      readonlyMap: ReadonlyMap<string, 1>; ctor: typeof Repo; neverEver: never; bare: {}; nested: string[][]; bits: boolean[]; big: bigint[]; partial: Partial<Keyed>;
    };
    export function generic<T extends readonly string[], U, K extends keyof typeof v>(t: T, u: U, many: U[]) { use(t); use(u); use(many); return gone.find(1); }
    declare function use(x: unknown): void;
    const words = ['a', 'b', 'c'] as const;
    use(words);
    const empty = {};
    use(empty);
    export function narrow(x: string[] | undefined) { if (x) { use(/* in */ x); } }
    const pick = v.list[0];
    for (const each of v.frozen) use(each.id);
  ${'list frozen tuple rest union either perhaps levels flags colours ids tags repo odd gone gones text id branded map weak any something iterable lengthy bytes promise shape mixed holes both record call num bool readonlyMap ctor neverEver bare nested bits big partial'
    .split(' ')
    .map((name) => `use(v.${name} );`)
    .join('\n')}
  `;
  const space = workspace({
    'tsconfig.json': STRICT,
    'package.json': '{"type":"module"}',
    'a.ts': source,
    'shape.ts': 'export interface Shape { sides: number }',
  });
  const value = (text: string) => space.value('a.ts', text);

  test.each([
    [
      'v.list ',
      {
        kind: 'list',
        element: { kind: 'string', variants: null, nullable: false },
        nullable: false,
        strict: true,
        readonly: false,
        declaredType: { module: 'lib', name: 'Array' },
      },
    ],
    ['v.frozen ', { kind: 'list', element: { kind: 'object' }, readonly: true, declaredType: { module: 'lib', name: 'ReadonlyArray' } }],
    ['v.tuple ', { kind: 'list', element: { kind: 'mixed' }, tupleLength: 3, readonly: true }],
    ['v.rest ', { kind: 'list', tupleLength: null }],
    ['v.union ', { kind: 'list', element: { kind: 'mixed' } }],
    ['v.either ', { kind: 'unknown' }],
    ['v.perhaps ', { kind: 'list', nullable: true, element: { kind: 'number', nullable: false } }],
    ['v.levels ', { kind: 'list', element: { kind: 'number', variants: 3 } }],
    ['v.flags ', { kind: 'list', element: { kind: 'number', variants: null } }],
    ['v.colours ', { kind: 'set', element: { kind: 'string', variants: 2 }, tupleLength: 2 }],
    ['v.ids ', { kind: 'list', element: { kind: 'number' }, declaredType: { module: null, name: 'Ids' } }],
    ['v.tags ', { kind: 'set', element: { kind: 'string' } }],
    ['v.repo ', { kind: 'other', declaredType: { module: null, name: 'Repo' } }],
    ['v.odd ', { kind: 'unknown' }],
    ['v.gone ', { kind: 'unknown', declaredType: null }],
    ['v.gones ', { kind: 'list', element: { kind: 'unknown' } }],
    ['v.text ', { kind: 'string', element: { kind: 'string' } }],
    ['v.id ', { kind: 'string' }],
    ['v.branded ', { kind: 'list', element: { kind: 'string', variants: null } }],
    ['v.map ', { kind: 'map', element: { kind: 'number' } }],
    ['v.weak ', { kind: 'set', element: { kind: 'object' } }],
    ['v.any ', { kind: 'unknown' }],
    ['v.something ', { kind: 'unknown' }],
    ['v.iterable ', { kind: 'unknown' }],
    ['v.lengthy ', { kind: 'unknown' }],
    ['v.bytes ', { kind: 'other' }],
    ['v.promise ', { kind: 'object', declaredType: { module: 'lib', name: 'Promise' } }],
    ['v.shape ', { kind: 'object', declaredType: { module: null, name: 'Shape' } }],
    ['v.mixed ', { kind: 'list', element: { kind: 'mixed', nullable: false } }],
    ['v.holes ', { kind: 'list', element: { kind: 'string', nullable: true } }],
    ['v.both ', { kind: 'list', element: { kind: 'string' } }],
    ['v.record ', { kind: 'object' }],
    ['v.call ', { kind: 'function' }],
    ['v.num ', { kind: 'primitive', element: { kind: 'number' } }],
    ['v.bool ', { kind: 'primitive', element: { kind: 'boolean', variants: 2 } }],
    ['v.readonlyMap ', { kind: 'map', readonly: true }],
    ['v.ctor ', { kind: 'function' }],
    ['v.neverEver ', { kind: 'unknown' }],
    ['v.bare ', { kind: 'unknown' }],
    ['v.nested ', { kind: 'list', element: { kind: 'object' } }],
    ['v.bits ', { kind: 'list', element: { kind: 'boolean', variants: 2 } }],
    ['v.big ', { kind: 'list', element: { kind: 'bigint' } }],
    ['v.partial ', { kind: 'object' }],
  ])('%s', async (text, expected) => {
    const position = source.indexOf(text);
    const [answers] = await space.oracle.ask([
      { file: space.path('a.ts'), questions: [{ about: 'value', start: position, end: position + text.trim().length }] },
    ]);
    expect(answers?.[0]).toMatchObject(expected);
  });

  test('type parameters stand for their constraints, and nothing else', async () => {
    const at = async (call: string) => {
      const start = source.indexOf(call) + 'use('.length;
      const [answers] = await space.oracle.ask([
        { file: space.path('a.ts'), questions: [{ about: 'value', start, end: start + call.length - 'use()'.length }] },
      ]);
      return answers?.[0];
    };
    expect(await at('use(t)')).toMatchObject({ kind: 'list', element: { kind: 'string' }, readonly: true });
    expect(await at('use(u)')).toMatchObject({ kind: 'unknown' });
    expect(await at('use(many)')).toMatchObject({ kind: 'list', element: { kind: 'unknown' } });
    expect(await at('use(words)')).toMatchObject({ kind: 'list', tupleLength: 3, element: { kind: 'string', variants: 3 } });
    expect(await at('use(empty)')).toMatchObject({ kind: 'object' });
    expect(await at('use(each.id)')).toMatchObject({ kind: 'string', declaredType: null });
  });

  test('a place is narrowed, an unchecked element is no proof', async () => {
    const start = source.indexOf('/* in */ x') + '/* in */ '.length;
    const [answers] = await space.oracle.ask([{ file: space.path('a.ts'), questions: [{ about: 'value', start, end: start + 1 }] }]);
    expect(answers?.[0]).toMatchObject({ kind: 'list', nullable: false, strict: true });
    expect(await value('v.list[0]')).toMatchObject({ kind: 'string', strict: false });
  });

  test('spans that hold no expression, and files that do not exist, are unknown', async () => {
    const answers = await space.oracle.ask([
      {
        file: space.path('a.ts'),
        questions: [
          { about: 'value', start: 1, end: 9 },
          { about: 'callee', start: 0, end: 99999 },
        ],
      },
      { file: space.path('gone.ts'), questions: [{ about: 'value', start: 0, end: 1 }] },
      { file: '/elsewhere/x.ts', questions: [{ about: 'value', start: 0, end: 1 }] },
      { file: space.path('a.ts'), questions: [] },
    ]);
    expect(answers.flat().map((answer) => (answer.about === 'value' ? answer.kind : answer.declared))).toEqual([
      'unknown',
      null,
      'unknown',
      'unknown',
    ]);
  });
});

describe('JavaScript', () => {
  const text =
    '/** @param {string[]} names @param {Map<string, number>} byName */\nfunction f(names, byName) { names.includes("a"); byName.get("a"); }\nconst xs = []; xs.push(1); xs.indexOf(1);\nf([], new Map());\n';
  test('JSDoc types are read; nobody checks them', async () => {
    const { value, callee, path } = workspace({ 'a.js': text });
    expect(await value('a.js', 'names.includes("a")')).toMatchObject({ kind: 'primitive' });
    expect(await value('a.js', 'byName.get("a")')).toMatchObject({ kind: 'primitive', strict: false });
    expect(await callee('a.js', 'f([], new Map())')).toEqual({
      module: null,
      type: null,
      member: 'f',
      file: path('a.js'),
      start: text.indexOf('function f'),
    });
    expect(await callee('a.js', 'names.includes("a")')).toEqual({ module: 'lib', type: 'Array', member: 'includes', file: null, start: 0 });
    expect(await callee('a.js', 'xs.indexOf(1)')).toMatchObject({ module: 'lib', type: 'Array', member: 'indexOf' });
  });
  test('with checkJs the types are a proof', async () => {
    const { value } = workspace({ 'jsconfig.json': '{ "compilerOptions": { "checkJs": true, "strict": true } }', 'a.js': text });
    expect(await value('a.js', 'byName.get("a")')).toMatchObject({ nullable: true, strict: true });
  });
});

describe('callees', () => {
  const lib = `export function plain(xs: string[]) { return xs; }
/** Doc. */
export const arrow = (x: number) => x;
export function over(x: string): string;
export function over(x: number): number;
export function over(x: unknown): unknown { return x; }
export default function named() {}
export class Service {
  constructor(readonly db: Db) {}
  /** Doc. */
  async load(id: string) { return id; }
  static make() { return new Service(null!); }
  field = () => 1;
}
export class Bare {}
export interface Db { query(sql: string): Promise<unknown>; run: (sql: string) => void }
export abstract class Base { abstract go(): void }
export const api = { fetchAll() { return []; } };
`;
  const main = `import fs from 'node:fs'; import { readFileSync } from 'fs'; import orm, { DataSource, type Repository, helper } from 'orm'; import gone from 'gone';
import named, { api, arrow, Bare, Base, over, plain, Service, type Db } from './lib.ts';
declare const service: Service; declare const db: Db; declare const base: Base; declare const repo: Repository<string>; declare const either: Service | Db;
fs.readFileSync('x'); readFileSync('y'); fs.promises.readFile('z'); setImmediate(() => {});
plain([]); arrow(1); over(2); named(); service.load('x'); Service.make(); service.field(); new Service(db); new Bare(); db.query('q'); db.run('r'); base.go(); api.fetchAll();
repo.findOne('1'); orm('x'); new DataSource({}); helper(); gone(); gone.deep.call(1); new Set([1]); [1].map(x => x); parseInt('1');
export function local(cb: () => void) { cb(); }
`;
  const space: Workspace = workspace({
    ...NODE_TYPES,
    'tsconfig.json': STRICT.replace('"strict"', '"esModuleInterop": true, "allowImportingTsExtensions": true, "noEmit": true, "strict"'),
    'package.json': '{ "type": "module" }',
    'node_modules/orm/package.json': '{ "name": "orm", "types": "index.d.ts", "type": "module" }',
    'node_modules/orm/index.d.ts':
      'export declare class DataSource { constructor(o: object); }\nexport interface Repository<T> { findOne(id: string): Promise<T> }\ndeclare function connect(x: string): DataSource;\ndeclare function helper$1(): void;\nexport { connect as default, helper$1 as helper };\n',
    'src/lib.ts': lib,
    'src/main.ts': main,
  });
  const own = (member: string, at: string, type: string | null = null) => ({
    module: null,
    type,
    member,
    file: space.path('src/lib.ts'),
    start: lib.indexOf(at),
  });
  const outside = (module: string, type: string | null, member: string) => ({ module, type, member, file: null, start: 0 });

  test.each([
    ["fs.readFileSync('x')", outside('fs', null, 'readFileSync')],
    ["readFileSync('y')", outside('fs', null, 'readFileSync')],
    ["fs.promises.readFile('z')", outside('fs/promises', null, 'readFile')],
    ['setImmediate(() => {})', outside('global', null, 'setImmediate')],
    ['plain([])', own('plain', 'export function plain')],
    ['arrow(1)', own('arrow', '(x: number) => x')],
    ['over(2)', own('over', 'export function over(x: unknown)')],
    ['named()', own('named', 'export default function')],
    ["service.load('x')", own('load', 'async load', 'Service')],
    ['Service.make()', own('make', 'static make', 'Service')],
    ['service.field()', own('field', '() => 1', 'Service')],
    ['new Service(db)', own('constructor', 'constructor(', 'Service')],
    ['new Bare()', own('constructor', 'export class Bare', 'Bare')],
    ["db.query('q')", own('query', 'query(sql', 'Db')],
    ["db.run('r')", own('run', '(sql: string) => void', 'Db')],
    ['base.go()', own('go', 'abstract go', 'Base')],
    ['api.fetchAll()', own('fetchAll', 'fetchAll()')],
    ["repo.findOne('1')", outside('orm', 'Repository', 'findOne')],
    ["orm('x')", outside('orm', null, 'default')],
    ['new DataSource({})', outside('orm', 'DataSource', 'constructor')],
    ['helper()', outside('orm', null, 'helper')],
    ['gone()', null],
    ['gone.deep.call(1)', null],
    ['new Set([1])', outside('lib', 'Set', 'constructor')],
    ['[1].map(x => x)', outside('lib', 'Array', 'map')],
    ["parseInt('1')", outside('lib', null, 'parseInt')],
    ['cb()', { module: null, type: null, member: 'cb', file: space.path('src/main.ts'), start: main.indexOf('() => void) { cb') }],
  ])('%s', async (call, expected) => {
    expect(await space.callee('src/main.ts', call)).toEqual(expected);
  });
});

describe('projects as they are', () => {
  test('a monorepo that is neither installed nor built has types across packages', async () => {
    const { value, callee, path } = workspace({
      'package.json': '{ "workspaces": ["packages/*"] }',
      'packages/core/package.json': '{ "name": "@acme/core", "main": "dist/index.js", "types": "dist/index.d.ts" }',
      'packages/core/tsconfig.json': '{ "include": ["src"] }',
      'packages/core/src/index.ts': 'export function names(): string[] { return []; }',
      'packages/app/package.json': '{ "name": "app" }',
      'packages/app/tsconfig.json':
        '{ "include": ["src"], "compilerOptions": { "baseUrl": ".", "moduleResolution": "node", "module": "commonjs", "importsNotUsedAsValues": "error", "paths": { "~/*": ["src/*"] } } }',
      'packages/app/src/main.ts':
        "import { names } from '@acme/core'; import { ages } from '~/ages'; const a = names(); const b = ages; b.find(x => x); ",
      'packages/app/src/ages.ts': 'export const ages = new Set([1]);',
    });
    expect(await value('packages/app/src/main.ts', 'names()')).toMatchObject({ kind: 'list', element: { kind: 'string' } });
    expect(await callee('packages/app/src/main.ts', 'names()')).toMatchObject({ file: path('packages/core/src/index.ts'), start: 0 });
    expect(await value('packages/app/src/main.ts', 'b')).toMatchObject({ kind: 'set' });
  });

  test('a broken configuration still answers', async () => {
    const { value, oracle } = workspace({ 'tsconfig.json': '{ "extends": "./gone.json", ', 'a.ts': 'const xs = [1]; ' });
    expect(await value('a.ts', 'xs')).toMatchObject({ kind: 'list' });
    expect(oracle.notes().length).toBeGreaterThan(0);
  });

  test('an unsaved buffer counts, and so does the disk once it is closed; files come and go', async () => {
    const { value, oracle, path, write } = workspace({
      'tsconfig.json': STRICT,
      'package.json': '{"type":"module"}',
      'a.ts': "import { xs } from './b.js'; xs;",
    });
    expect(await value('a.ts', 'xs')).toMatchObject({ kind: 'unknown' });
    oracle.update(path('b.ts'), 'export const xs = [1];');
    expect(await value('a.ts', 'xs')).toMatchObject({ kind: 'list', element: { kind: 'number' } });
    oracle.update(path('b.ts'), 'export const xs = new Set([""]);');
    expect(await value('a.ts', 'xs')).toMatchObject({ kind: 'set' });
    write('b.ts', 'export const xs = new Map([["", 1]]);');
    oracle.update(path('b.ts'), null);
    expect(await value('a.ts', 'xs')).toMatchObject({ kind: 'map', element: { kind: 'string' } });
    oracle.dispose();
    expect(await value('a.ts', 'xs')).toMatchObject({ kind: 'map' });
  });
});
