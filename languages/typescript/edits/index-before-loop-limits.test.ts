import { describe, expect, it } from 'vitest';
import type { Trial } from './testing/try-fix.ts';
import { shown, tryFix } from './testing/try-fix.ts';

const form = (call: string): string => /\.(\w+)\(/.exec(call)?.[1] ?? '';

function fix(code: string, loop: string, call: string, more: Partial<Trial> = {}): string {
  return shown(
    tryFix({
      code,
      intent: (find) => ({ kind: 'index-before-loop', file: find.file, loop: find.loop(loop), call: find.call(call), form: form(call) }),
      ...more,
    }),
  );
}

describe('suggestions say what they assume', () => {
  const assumed = (code: string, loop: string, call: string, more: Partial<Trial> = {}): string =>
    /\(assumes (.*)\)/.exec(fix(code, loop, call, more).split('\n')[0] ?? '')?.[1] ?? fix(code, loop, call, more);
  it('an unknown call, with a parameter and with a list of our own', () => {
    const code = (list: string): string =>
      `declare function save(u: string): void;\ndeclare function load(): string[];\nexport function run(us: string[], given: string[]) {\n  const banned = ${list};\n  for (const u of us) if (banned.includes(u)) save(u);\n}\n`;
    expect(assumed(code('given'), 'for (const u', 'banned.includes(u)')).toBe('nothing called in the loop changes `banned`');
    expect(assumed(code('load()'), 'for (const u', 'banned.includes(u)')).toBe('nothing called in the loop changes `banned`');
    expect(fix(code("given.map((x) => x + '!')"), 'for (const u', 'banned.includes(u)')).toMatch(/^safe/);
  });
  it('a function of the file is looked into', () => {
    const code = (body: string): string =>
      `let n = 0;\nfunction note(u: string) { ${body} }\nexport function run(us: string[], banned: string[]) {\n  for (const u of us) if (banned.includes(u)) note(u);\n}\n`;
    expect(fix(code('n += u.length;'), 'for (const u', 'banned.includes(u)')).toMatch(/^safe/);
    expect(
      assumed(
        code('globalThis.queueMicrotask(() => { n++; });').replace('globalThis.queueMicrotask', '(null as any).q'),
        'for (const u',
        'banned.includes(u)',
      ),
    ).toBe('nothing called in the loop changes `banned`');
  });
  it('an alias that may be the same list', () => {
    expect(
      assumed(
        'export function run(us: string[], banned: string[], other: string[]) {\n  for (const u of us) if (!banned.includes(u)) other.push(u);\n}\n',
        'for (const u',
        'banned.includes(u)',
      ),
    ).toBe('`banned` does not change inside the loop, where `other` may be the same list as `banned`');
    expect(
      fix(
        'export function run(us: string[], banned: string[], other: number[]) {\n  for (const u of us) if (!banned.includes(u)) other.push(1);\n}\n',
        'for (const u',
        'banned.includes(u)',
      ),
    ).toMatch(/^safe/);
  });
  it('await lets other code run', () => {
    expect(
      assumed(
        'export async function run(us: Promise<string>[], banned: string[]) {\n  let n = 0;\n  for (const u of us) if (banned.includes(await u)) n++;\n  return n;\n}\n',
        'for (const u',
        'banned.includes(await u)',
      ),
    ).toBe('nothing called in the loop changes `banned`');
    expect(
      fix(
        "export async function run(us: Promise<string>[], given: string) {\n  const banned = given.split(',');\n  let n = 0;\n  for (const u of us) if (banned.includes(await u)) n++;\n  return n;\n}\n",
        'for (const u',
        'banned.includes(await u)',
      ),
    ).toMatch(/^safe/);
  });
  it('callbacks that run later', () => {
    expect(
      assumed(
        'export function run(us: string[], banned: string[]) {\n  const later: (() => boolean)[] = [];\n  for (const u of us) later.push(() => banned.includes(u));\n  banned.push("x");\n  return later;\n}\n',
        'for (const u',
        'banned.includes(u)',
      ),
    ).toBe('`banned` does not change while the callbacks are pending');
  });
  it('no types', () => {
    expect(
      assumed(
        'export function run(us: string[], banned: string[]) {\n  return us.filter((u) => banned.includes(u));\n}\n',
        'us.filter(',
        'banned.includes(u)',
        { typed: false },
      ),
    ).toContain('`banned` is an array');
    expect(
      assumed(
        "import { banned } from 'nowhere';\nexport function run(us: string[]) {\n  return us.filter((u) => banned.includes(u));\n}\n",
        'us.filter(',
        'banned.includes(u)',
      ),
    ).toContain('`banned` is an array');
  });
  it('a receiver that may be null when nothing is strict', () => {
    expect(
      assumed(
        'export function run(us: string[], c: { banned: string[] }) {\n  return us.filter((u) => c.banned.includes(u));\n}\n',
        'us.filter(',
        'c.banned.includes(u)',
        { options: { strict: false, exactOptionalPropertyTypes: false } },
      ),
    ).toBe('nothing here is null or undefined, which strictNullChecks would prove');
  });
});

describe('refusals name the proof that failed', () => {
  const loop = (body: string, params = 'us: string[], banned: string[]'): string =>
    `declare function update(xs: string[]): void;\nexport function run(${params}) {\n  let n = 0;\n  for (const u of us) { ${body} }\n  return n;\n}\n`;
  it.each([
    [
      'mutation in the loop',
      loop('if (banned.includes(u)) n++; else banned.push(u);'),
      'for (const u',
      'banned.includes(u)',
      '`banned` may change inside the loop: `banned.push(u)`',
    ],
    [
      'another list',
      loop('if (banned.includes(u)) banned = [];'),
      'for (const u',
      'banned.includes(u)',
      '`banned` is given another value: `banned = []`',
    ],
    [
      'an index write',
      loop("if (banned.includes(u)) banned[0] = 'x';"),
      'for (const u',
      'banned.includes(u)',
      "`banned` may change inside the loop: `banned[0] = 'x'`",
    ],
    [
      'fromIndex',
      loop('if (banned.includes(u, 1)) n++;'),
      'for (const u',
      'banned.includes(u, 1)',
      '`includes` starts from a given index, which a Set cannot do',
    ],
    [
      'a used position',
      loop('n += banned.indexOf(u);'),
      'for (const u',
      'banned.indexOf(u)',
      'the position that `indexOf` finds is used, not only whether there is one',
    ],
    [
      '> 0',
      loop('if (banned.indexOf(u) > 0) n++;'),
      'for (const u',
      'banned.indexOf(u)',
      'the position that `indexOf` finds is used, not only whether there is one',
    ],
    [
      'a string',
      loop('if (banned.includes(u)) n++;', 'us: string[], banned: string'),
      'for (const u',
      'banned.includes(u)',
      '`banned` is not an array',
    ],
    [
      'made in the loop',
      loop("const banned = u.split(','); if (banned.includes(u)) n++;", 'us: string[]'),
      'for (const u',
      'banned.includes(u)',
      '`banned` is made anew inside the loop',
    ],
    [
      'a comment',
      loop('if (banned/* why */.includes(u)) n++;'),
      'for (const u',
      'banned/* why */.includes(u)',
      'a comment stands inside the code that would be replaced',
    ],
    [
      'a getter',
      'class C { get banned(): string[] { return []; } }\nexport function run(us: string[], c: C) {\n  return us.filter((u) => c.banned.includes(u));\n}\n',
      'us.filter(',
      'c.banned.includes(u)',
      '`c.banned` is a getter, so that reading it once is not reading it each time',
    ],
    [
      'a class field',
      'export class C { a: string[] = []; b: string[] = []; c = this.a.filter((x) => this.b.includes(x)); }\n',
      'this.a.filter(',
      'this.b.includes(x)',
      'the loop is in a class field, where no statement can stand',
    ],
    [
      'a default parameter',
      'export function run(us: string[], banned: string[], n = us.filter((u) => banned.includes(u))) { return n; }\n',
      'us.filter(',
      'banned.includes(u)',
      'the loop is in the default value of a parameter, where no statement can stand',
    ],
    [
      'else if',
      'export function run(us: string[], banned: string[], b: boolean) {\n  if (b) return 1;\n  else if (us.some((u) => banned.includes(u))) return 2;\n  return 3;\n}\n',
      'us.some(',
      'banned.includes(u)',
      'the loop belongs to an `else if`, which has no place for a statement before it',
    ],
    [
      'loose equality',
      'export function run(us: { id: string }[], ks: string[]) {\n  return ks.map((k) => us.find((u) => u.id == k));\n}\n',
      'ks.map(',
      'us.find((u) => u.id == k)',
      'the callback compares with `==`, which converts',
    ],
    [
      'a computed key',
      'declare function norm(s: string): string;\nexport function run(us: { id: string }[], ks: string[]) {\n  return ks.map((k) => us.find((u) => u.id === norm(k)));\n}\n',
      'ks.map(',
      'us.find((u) => u.id === norm(k))',
      'the key is not a plain value: `norm(k)` is a call',
    ],
    [
      'keys that change',
      'export function run(us: { id: string }[], ks: string[]) {\n  for (const k of ks) { const u = us.find((x) => x.id === k); if (u) u.id = "done"; }\n}\n',
      'for (const k',
      'us.find((x) => x.id === k)',
      'the keys may change inside the loop: `u.id = "done"`',
    ],
    [
      'a shadowed Set',
      'class Set {}\nexport function run(us: string[], banned: string[]) {\n  return us.filter((u) => banned.includes(u));\n}\nexport { Set };\n',
      'us.filter(',
      'banned.includes(u)',
      "`Set` is not the language's own here",
    ],
    [
      'two tests',
      'export function run(us: { id: string; on: boolean }[], ks: string[]) {\n  return ks.map((k) => us.find((u) => u.id === k && u.on));\n}\n',
      'ks.map(',
      'us.find((u) => u.id === k && u.on)',
      'the callback tests more than one equality',
    ],
    [
      'optional',
      'export function run(us: string[], banned?: string[]) {\n  return us.map((u) => banned?.includes(u));\n}\n',
      'us.map(',
      'banned?.includes(u)',
      '`banned` may be missing, and then the answer is undefined',
    ],
    [
      'narrowing',
      "export function run(ks: 'a'[], us: ({ k: 'a'; n: 1 } | { k: 'b'; m: 2 })[]) {\n  return ks.map((k) => us.find((u) => u.k === 'a'));\n}\n",
      'ks.map(',
      "us.find((u) => u.k === 'a')",
      'the search narrows the type of what it finds',
    ],
  ])('%s', (_name, code, head, call, reason) => {
    expect(fix(code, head, call)).toBe(`refused: ${reason}`);
  });
  it('this before super', () => {
    expect(
      fix(
        'class B { constructor(readonly n: number) {} }\nexport class C extends B {\n  constructor(us: string[], banned: string[]) {\n    super(us.filter((u) => banned.includes(u)).length);\n  }\n}\n',
        'us.filter(',
        'banned.includes(u)',
      ),
    ).toBe('refused: the loop runs before `super()` has been called');
  });
});

describe('what real projects taught', () => {
  const bag = 'class Bag<T> { find(test: (x: T) => boolean): T | undefined { return test(null as T) ? undefined : undefined; } }\n';
  it('a value that is a list only sometimes is no list', () => {
    const code = `${bag}export function run(us: string[], rows: never[] | Bag<{ id: string }>) {\n  return us.map((u) => rows.find((r) => r.id === u));\n}\n`;
    expect(fix(code, 'us.map(', 'rows.find((r) => r.id === u)')).toMatch(/^refused/);
  });
  it('NaN is not taken out of keys whose type is not known', () => {
    const code =
      "import { load } from 'not-installed';\nexport function run(us: string[]) {\n  const rows = load();\n  return us.map((u) => rows.some((r) => r.id === u));\n}\n";
    expect(fix(code, 'us.map(', 'rows.some((r) => r.id === u)')).not.toContain('delete(NaN)');
  });
  it('checked JavaScript keeps the type of what is found', () => {
    const code =
      '// @ts-check\n/** @param {string[]} us @param {{ id: string, xs: number[] }[]} rows */\nexport function run(us, rows) {\n  return us.map((u) => rows.find((r) => r.id === u)?.xs.map((x) => x + 1));\n}\n';
    expect(fix(code, 'us.map(', 'rows.find((r) => r.id === u)', { file: '/src/main.js' })).toContain(
      '/** @type {Map<string, (typeof rows)[number]>} */',
    );
  });
});
