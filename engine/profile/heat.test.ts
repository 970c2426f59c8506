/** From a profile on disk to the severity and the words of findings, on real folders. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { bytesOf, cpuProfileOf, fixture, pprofOf } from '../../profiles/testing.ts';
import { check } from '../check.ts';
import type { CheckResult } from '../result.ts';
import { ProfileError, readProfileFile } from './profile-file.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

type Files = Readonly<Record<string, string | Uint8Array>>;

function project(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'scalelint-'));
  folders.push(folder);
  const config = { 'package.json': '{}', 'tsconfig.json': '{ "compilerOptions": { "strict": true, "target": "es2022" } }' };
  for (const [name, text] of Object.entries({ ...config, ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

async function checked(files: Files, ...profiles: string[]): Promise<CheckResult> {
  const cwd = project(files);
  return check({ cwd, paths: ['.'], profiles: profiles.map((path) => readProfileFile(path, cwd)) });
}

/** `orders.ts:13 warning`, and what the profile says. */
const said = ({ findings, sources }: CheckResult): string[] =>
  findings.map(({ file, span, severity, heat }) => {
    const line = sources.get(file)!.slice(0, span.start).split('\n').length;
    return `${file.slice(file.lastIndexOf('/') + 1)}:${line} ${severity}${heat ? ` ${heat.text.replace(/(?<!than )\d+ %/, 'N %')}` : ''}`;
  });
const notes = ({ problems }: CheckResult): string[] => problems.map(({ message }) => message);

const text = (name: string): string => new TextDecoder().decode(fixture(name));
/** Somebody waits for it: else all were hints. */
const server = `import { main, unseen } from './orders.ts';
export function show(_req: unknown, res: { send(all: unknown): void }, orders: { id: number; user: string }[], list: string) {
  res.send([main(list, list), unseen(orders, list)]);
}
`;
const orders = { 'src/orders.ts': text('orders.ts'), 'src/run.ts': text('run.ts'), 'src/server.ts': server };
const shop = { 'shop.py': text('shop.py') };
const v8 = (...samples: Parameters<typeof cpuProfileOf>[0]): Uint8Array => bytesOf(cpuProfileOf(samples));

const hot = [
  'orders.ts:13 warning N % of the time in `p` is spent in `isBanned`, on the path `tidy` → `isBanned`',
  'orders.ts:18 info less than 1 % of the time in `p` is spent in `labelled`',
  'orders.ts:29 warning N % of the time in `p` is spent in `Shelf.kept`',
  'orders.ts:43 warning N % of the time in `p` is spent in `audited`',
  'orders.ts:50 warning',
];

describe('a real profile', () => {
  test('of Node: a hint rises, a warning sinks, and what did not run stays', async () => {
    expect(said(await checked(orders))).toEqual(['13 warning', '18 warning', '29 warning', '43 info', '50 warning'].map((one) => `orders.ts:${one}`));
    const result = await checked({ ...orders, p: fixture('orders.cpuprofile') }, 'p');
    expect(said(result)).toEqual(hot);
    expect(result.findings.map(({ heat }) => heat?.before)).toEqual([null, 'warning', null, 'info', undefined]);
    expect(result.findings[0]?.heat?.share).toBeGreaterThan(0.2);
    expect(notes(result)).toEqual([]);
  });

  test('of a minified bundle, whose source map is beside it or in it', async () => {
    const [code, map] = [text('build/app.js'), text('build/app.js.map')];
    const inline = code.replace('app.js.map', `data:application/json;base64,${Buffer.from(map).toString('base64')}`);
    const p = fixture('bundle.cpuprofile');
    // The bundle was made in a folder beside the sources.
    const sources = { 'orders.ts': orders['src/orders.ts'], 'run.ts': orders['src/run.ts'], 'server.ts': server, p };
    expect(said(await checked({ ...sources, 'build/app.js': code, 'build/app.js.map': map }, 'p'))).toEqual(hot);
    expect(said(await checked({ ...sources, 'build/app.js': inline }, 'p'))).toEqual(hot);
    // A file decides where its map is looked for, but not outside of the project.
    const outside = join(project({ 'app.js.map': map }), 'app.js.map');
    const leading = code.replace('app.js.map', `../../${basename(dirname(outside))}/app.js.map`);
    const led = await checked({ ...sources, 'build/app.js': leading }, 'p');
    expect(said(led).filter((one) => one.includes('%'))).toEqual([]);
    const without = await checked({ ...sources, 'build/app.js': code }, 'p');
    expect(said(without).filter((one) => one.includes('%'))).toEqual([]);
    expect(notes(without)).toEqual([
      'The profile `p` says nothing about the code that was checked. It is mostly about `file:///app/build/app.js`, and no such file is among those that were checked. If that is generated code, its source map must be in it or beside it.',
    ]);
  });

  test('of cProfile and of line_profiler', async () => {
    expect(said(await checked({ ...shop, p: fixture('shop.pstats') }, 'p'))).toEqual([
      'shop.py:13 warning N % of the time in `p` is spent in `is_banned`, on the path `tidy` → `is_banned`',
      'shop.py:20 info less than 1 % of the time in `p` is spent in `labelled`',
      'shop.py:25 info',
    ]);
    // Lines of a function that ran for less than a tenth of a second tell nothing.
    expect(said(await checked({ ...shop, p: fixture('shop.lprof') }, 'p'))).toEqual([
      'shop.py:13 warning N % of the time of `tidy` in `p` is spent on this line',
      'shop.py:20 info',
      'shop.py:25 info',
    ]);
  });

  test('a level that the configuration names stands', async () => {
    const p = fixture('orders.cpuprofile');
    const result = await checked({ ...orders, p, 'scalelint.json': '{ "rules": { "nested-loop-lookup": "warning" } }' }, 'p');
    expect(new Set(result.findings.map(({ severity }) => severity))).toEqual(new Set(['warning']));
    expect(result.findings.map(({ heat }) => heat?.before)).toEqual([null, null, null, null, undefined]);
  });
});

/** A hint: what is awaited might take longer than the search. */
const slow = (name: string) => `async ${name}(list: string) {
    const users = list.split('\\n');
    const known = list.toUpperCase().split('\\n');
    for (const user of users) if (await audit(user)) kept.push(known.includes(user));
  }`;
const head = 'const kept: unknown[] = [];\nasync function audit(user: string) {\n  return user.length > 4;\n}\n';
const at = (source: string, name: string, part: string): string => {
  const before = source.slice(0, source.indexOf(part) + part.length - 1).split('\n');
  return `${name}@file:///app/a.ts:${before.length}:${before.at(-1)!.length + 1}`;
};

describe('which function', () => {
  const two = `${head}class Left {\n  ${slow('load')}\n}\nclass Right {\n  ${slow('load')}\n}\n${slow('alone').replace('async', 'async function')}\n[Left, Right, alone];\n`;
  const right = at(two, 'load', `class Right {\n  async load(`);
  const left = at(two, 'load', `class Left {\n  async load(`);

  test('of two with one name, the one at the place', async () => {
    const result = await checked({ 'a.ts': two, p: v8([[right], 300], [[left], 30], [['other@node:fs:1:1'], 100]) }, 'p');
    expect(said(result)).toEqual([
      'a.ts:9 info N % of the time in `p` is spent in `Left.load`',
      'a.ts:16 warning N % of the time in `p` is spent in `Right.load`',
      'a.ts:22 info',
    ]);
  });

  test('a function that calls itself counts once', async () => {
    const result = await checked({ 'a.ts': two, p: v8([[right, left, right, right], 100], [['x@node:fs:1:1'], 100]) }, 'p');
    expect(result.findings.map(({ heat }) => heat?.share)).toEqual([0.5, 0.5, undefined]);
  });

  test('of a profile that knows lines only, those in it', async () => {
    const frames = [17, 16, 9].map((line) => ({ name: 'load', file: '/app/a.ts', line }));
    const py = { shared: { frames }, profiles: [{ type: 'sampled', unit: 'seconds', samples: [[0, 1], [2]], weights: [0.9, 0.1] }] };
    const result = await checked({ 'a.ts': two, p: bytesOf(py) }, 'p');
    expect(result.findings.map(({ heat }) => heat?.share)).toEqual([0.1, 0.9, undefined]);
  });

  test('of pprof, packed with gzip', async () => {
    const samples = [[['load@/app/a.ts:16'], 9e9], [['load@/app/a.ts:9'], 1e9]] as const; // biome-ignore format: a table
    const packed = gzipSync(pprofOf({ types: [['wall', 'nanoseconds']], samples }));
    const result = await checked({ 'a.ts': two, 'p.pb.gz': packed }, 'p.pb.gz');
    expect(result.findings.map(({ heat }) => heat?.share)).toEqual([0.1, 0.9, undefined]);
  });

  test('one that has moved is known by its name, if that is the only one', async () => {
    const moved = `// one\n// two\n${two}`;
    const result = await checked({ 'a.ts': moved, p: v8([[right], 100], [[at(two, 'alone', 'function alone(')], 100]) }, 'p');
    expect(said(result)).toEqual(['a.ts:11 info', 'a.ts:18 info', 'a.ts:24 warning N % of the time in `p` is spent in `alone`']);
    expect(notes(result)).toEqual([expect.stringContaining('of 2 functions in these files, 1 stands elsewhere now and 1 is not there')]);
  });

  test('one without a name is another when others run it', async () => {
    const filters = (name: string): string =>
      `export function ${name}(all: string[], known: string[]) {\n  return all.filter((one) => !known.includes(one));\n}\n`;
    const busy = 'busy@file:///app/a.ts:1:21';
    const closure = '@file:///app/a.ts:2:21';
    const profile = v8([[busy, closure], 300], [['other@node:fs:1:1'], 10]);
    expect(said(await checked({ 'a.ts': filters('busy'), p: profile }, 'p'))).toEqual([expect.stringMatching(/N % .* spent in `busy`/)]);
    // Somebody has put a function above it since.
    const moved = said(await checked({ 'a.ts': filters('added') + filters('busy'), p: profile }, 'p'));
    expect(moved).toEqual(['a.ts:2 info', expect.stringMatching(/^a.ts:5 warning N % .* spent in `busy`/)]);
  });

  test('one without a name, by its place alone', async () => {
    const unnamed = `${head}export default ${slow('').replace('async ', 'async function')};\n`;
    const place = at(unnamed, '', 'async function(');
    expect(said(await checked({ 'a.ts': unnamed, p: v8([[place], 200]) }, 'p'))).toEqual([expect.stringMatching(/^a.ts:8 warning N % .*spent in/)]);
    expect(said(await checked({ 'a.ts': `\n\n${unnamed}`, p: v8([[place], 200]) }, 'p'))).toEqual(['a.ts:10 info']);
  });
});

describe('how hot', () => {
  const callers = `${head}export function busy(n: number) {\n  let sum = 0;\n  for (let i = 0; i < n; i++) sum += i;\n  return sum;\n}\nexport ${slow('all').replace('async', 'async function').replace('\n  }', '\n    return busy(users.length);\n  }')}\n`;
  const [all, busy] = [at(callers, 'all', 'function all('), at(callers, 'busy', 'function busy(')];

  test('time in other functions, which the finding is not about, makes nothing hot', async () => {
    const called = await checked({ 'a.ts': callers, p: v8([[all, busy], 300], [[all], 10]) }, 'p');
    expect(said(called)).toEqual([expect.stringMatching(/^a.ts:13 info N % of the time in `p` is spent in `all`$/)]);
    const itself = await checked({ 'a.ts': callers, p: v8([[all, busy], 100], [[all], 90]) }, 'p');
    expect(said(itself)).toEqual([expect.stringMatching(/^a.ts:13 warning/)]);
  });

  const helper =
    "export function isIn(known: string[], user: string) {\n  return known.includes(user);\n}\nexport function some(list: string[]) {\n  const users = list;\n  const known = users.filter((user) => user !== '');\n  return users.filter((user) => isIn(known, user));\n}\nexport function others(list: string) {\n  return isIn(list.split(','), 'a');\n}\n";
  test('a helper that is hot for others is not hot on this path', async () => {
    const [isIn, some, others] = [
      at(helper, 'isIn', 'function isIn('),
      at(helper, 'some', 'function some('),
      at(helper, 'others', 'function others('),
    ];
    const elsewhere = await checked({ 'a.ts': helper, p: v8([[some], 5], [[some, isIn], 10], [[others, isIn], 500]) }, 'p');
    expect(said(elsewhere)).toEqual(['a.ts:7 info N % of the time in `p` is spent in `isIn`, 2 % on the path `some` → `isIn`']);
    expect(elsewhere.findings[0]?.heat?.share).toBeCloseTo(10 / 515, 3);
    const here = await checked({ 'a.ts': helper, p: v8([[some, isIn], 500], [[others], 5]) }, 'p');
    expect(said(here)).toEqual(['a.ts:7 warning N % of the time in `p` is spent in `isIn`, on the path `some` → `isIn`']);
  });

  test('of several profiles, the one in which it is hot counts', async () => {
    const cold = v8([[all], 1], [['x@node:fs:1:1'], 900]);
    const result = await checked({ 'a.ts': callers, cold, warm: v8([[all], 200]) }, 'cold', 'warm');
    expect(said(result)).toEqual([expect.stringContaining('warning N % of the time in `warm`')]);
  });

  test('what waits for others never sinks: a small database of tests answers fast', async () => {
    const source =
      'from django.db import models\nfrom django.http import JsonResponse\nfrom django.views.decorators.http import require_GET\n\n\nclass Order(models.Model):\n    customer = models.ForeignKey("Customer", on_delete=models.CASCADE)\n\n\n@require_GET\ndef owners(request):\n    return JsonResponse({"names": len({order.customer.name for order in Order.objects.all()})})\n' +
      '\n\ndef page(number):\n    return Paginator(Order.objects.order_by("pk"), 50).get_page(number)\n';
    const stacks = (time: number) => pprofOf({ types: [['cpu', 'milliseconds']], samples: [[['owners@/app/a.py:12'], time], [['x@/usr/lib/python3.11/json/a.py:1'], 900]] }); // biome-ignore format: a table
    expect(said(await checked({ 'a.py': source, p: stacks(2) }, 'p'))).toEqual(['a.py:12 warning']);
    expect(said(await checked({ 'a.py': source, p: stacks(600) }, 'p'))).toEqual(['a.py:12 warning N % of the time in `p` is spent in `owners`']);
  });

  test('a tenth of a second at least', async () => {
    const short = await checked({ 'a.ts': callers, p: v8([[all], 60]) }, 'p');
    expect(said(short)).toEqual(['a.ts:13 info']);
    expect(notes(short)).toEqual(['The profile `p` holds only 60 ms of running code, which is too little to tell anything. Let it run longer.']);
  });
});

describe('files that are no profiles', () => {
  const failure = (files: Files, path: string): string => {
    try {
      readProfileFile(path, project(files));
      return 'read';
    } catch (error) {
      expect(error).toBeInstanceOf(ProfileError);
      return (error as Error).message;
    }
  };
  test.each([
    ['missing.cpuprofile', 'the profile `missing.cpuprofile` does not exist.'],
    ['.', 'the profile `.` is a folder.'],
    ['a.txt', expect.stringMatching(/^the profile `a.txt` is no profile of a kind that can be read: /)],
    ['cut.gz', 'the profile `cut.gz` is packed with gzip, and is cut off or damaged.'],
    ['empty', 'the profile `empty` is empty.'],
  ])('%s', (path, message) => {
    expect(failure({ 'a.txt': 'hello', 'cut.gz': gzipSync('hello').subarray(0, 12), empty: '' }, path)).toEqual(message);
  });
});
