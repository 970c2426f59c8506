/** Shapes met in real projects, where a fix once gave wrong code, code that no longer compiles, or an index in the wrong place. */
import { describe, expect, it } from 'vitest';
import { planFixes } from '../../../engine/apply-edits.ts';
import { scopesOf } from '../../../engine/scopes.ts';
import type { Fix, FixIntent } from '../../../model/finding.ts';
import { camel } from './free-name.ts';
import { contextOf, programOf } from './testing/program-of.ts';
import type { Find, Trial } from './testing/try-fix.ts';
import { shown, tryFix } from './testing/try-fix.ts';
import { writeFix } from './write-fix.ts';

const before =
  (loop: string, call: string) =>
  (find: Find): FixIntent => ({ kind: 'index-before-loop', file: find.file, loop: find.loop(loop), call: find.call(call), form: '' });
const fix = (code: string, loop: string, call: string, more: Partial<Trial> = {}): string =>
  shown(tryFix({ code, intent: before(loop, call), ...more }));

describe('a search by callback for the element itself', () => {
  const inputs = [
    () => [
      ['a', 'b'],
      ['b', 'c'],
    ],
    () => [[], ['a']],
  ];
  it.each([
    ['ys.some((y) => y === x)', 'ysSet.has(x)'],
    ['ys.every((y) => y !== x)', '!ysSet.has(x)'],
    ['ys.findIndex((y) => y === x)', 'ysSet.has(x)'],
  ])('%s', (call, asked) => {
    const test = call.includes('findIndex') ? `${call} >= 0` : call;
    const code = `export const run = (xs: string[], ys: string[]) => xs.filter((x) => ${test});\n`;
    const out = fix(code, 'xs.filter(', call, { inputs });
    expect(out).toContain(`xs.filter((x) => ${asked});`);
  });
});

describe('a list that may be missing', () => {
  const code = (check: string): string =>
    `export function run(us: any[], cs: { id: string }[]) {\n  const out = [];\n  for (const u of us) {\n    let c;\n    ${check} c = cs.find((x) => x.id === u.id);\n    out.push(c);\n  }\n  return out;\n}\n`;
  const loose = { options: { strict: false, exactOptionalPropertyTypes: false } };
  it('is checked inside the loop, where no type says so', () => {
    for (const check of ['if (cs)', 'if (cs !== null)', 'if (u.all || !cs) continue; else', 'if (Array.isArray(cs))', 'if (cs?.length)'])
      expect(fix(code(check), 'for (const u', 'cs.find((x) => x.id === u.id)', loose)).toBe('refused: `cs` may be null or undefined before the loop');
    expect(fix(code('if (u)'), 'for (const u', 'cs.find((x) => x.id === u.id)', loose)).toMatch(/^suggestion/);
  });
  it('in JavaScript, too', () => {
    const js = 'export function run(us, cs) {\n  return us.map((u) => {\n    return cs && cs.find((x) => x.id === u.id);\n  });\n}\n';
    expect(fix(js, 'us.map(', 'cs.find((x) => x.id === u.id)', { file: '/src/file.js', typed: false })).toBe(
      'refused: `cs` may be null or undefined before the loop',
    );
    const set = 'export function run(us, cs) {\n  return us.filter((u) => cs && cs.includes(u));\n}\n';
    expect(fix(set, 'us.filter(', 'cs.includes(u)', { file: '/src/file.js', typed: false })).toContain('new Set(cs)');
  });
});

describe('types of the index', () => {
  it('keys by text', () => {
    const code =
      'export function run(xs: Record<string, any>[], ys: Record<string, any>[]) {\n  return xs.map((x) => ys.filter((y) => y["the_key"] === x["the_key"]));\n}\n';
    expect(fix(code, 'xs.map(', 'ys.filter((y) => y["the_key"] === x["the_key"])')).toContain(
      'const ysByTheKey = new Map<unknown, (typeof ys)[number][]>();',
    );
  });
  it('computed keys', () => {
    const code =
      'export function run(xs: string[], ys: Record<string, object>[], k: string) {\n  return xs.map((x) => ys.find((y) => y[k] === (x as unknown)));\n}\n';
    expect(fix(code, 'xs.map(', 'ys.find((y) => y[k] === (x as unknown))', { options: { noUncheckedIndexedAccess: false } })).toContain(
      'new Map<unknown, (typeof ys)[number]>()',
    );
  });
  it('a parameter brings its type where the list has none, and a cast has no name', () => {
    const code = 'export function run(xs: string[], ys: any) {\n  return xs.map((x) => ys.find((y: any) => y.id === x));\n}\n';
    expect(fix(code, 'xs.map(', 'ys.find((y: any) => y.id === x)')).toContain('for (const y of ys) if (!ysById.has(y.id)) ysById.set(y.id, y);');
    const cast =
      'export function run(xs: string[], ys: object[]) {\n  const n = xs.length\n  const all = xs.map((x) => (ys as any).find((y: any) => y.item_id === x))\n  return [n, all]\n}\n';
    const out = fix(cast, 'xs.map(', '(ys as any).find((y: any) => y.item_id === x)');
    expect(out).toContain(
      'const ysByItemId = new Map<unknown, any>()\n  for (const y of (ys as any)) if (!ysByItemId.has(y.item_id)) ysByItemId.set(y.item_id, y)',
    );
  });
  it('an optional key without strictNullChecks', () => {
    const code = 'export function run(xs: { id?: string }[], ys: { id: string }[]) {\n  return xs.map((x) => ys.find((y) => y.id === x.id));\n}\n';
    expect(fix(code, 'xs.map(', 'ys.find((y) => y.id === x.id)', { options: { strict: false, exactOptionalPropertyTypes: false } })).toContain(
      'new Map<string | undefined, (typeof ys)[number]>()',
    );
  });
});

describe('names', () => {
  it('are camel case', () => {
    expect(['SMTPAuthType', 'item_id', 'BANNED_IDS', '_own', 'userIds', 'URL'].map(camel)).toEqual([
      'smtpAuthType',
      'itemId',
      'bannedIds',
      'own',
      'userIds',
      'url',
    ]);
  });

  const two =
    'export function one(us: string[], banned: string[]) {\n  return us.filter((u) => banned.includes(u));\n}\nexport function other(us: string[], banned: string[]) {\n  return us.map((u) => banned.includes(u));\n}\n';
  it('are free in their scope, and may be used again in another', () => {
    expect(fix(`${two}export const bannedSet = 1;\n`, 'us.map(', 'banned.includes(u)')).toMatch(/^refused|const bannedSet = /);
    const program = programOf({ '/src/file.ts': two });
    const spans = (text: string, from: number) => ({ start: two.indexOf(text, from), end: two.indexOf(text, from) + text.length });
    const second = two.indexOf('other');
    const intents = [
      ['us.filter((u) => banned.includes(u))', 0],
      ['us.map((u) => banned.includes(u))', second],
    ] as const;
    const fixes = intents.map(
      ([loop, from]) =>
        writeFix(
          { kind: 'index-before-loop', file: '/src/file.ts', loop: spans(loop, from), call: spans('banned.includes(u)', from), form: '' },
          contextOf(program, true),
        ) as Fix,
    );
    const textOf = () => two;
    const plan = planFixes(fixes, textOf, scopesOf(textOf));
    expect(plan.dropped).toEqual([]);
    expect(plan.texts.get('/src/file.ts')?.match(/const bannedSet = new Set\(banned\);/g)).toHaveLength(2);
  });
});

describe('place', () => {
  it('the bracket of a call stands behind the braces that its callback gets', () => {
    const code =
      'export function run(set: (f: (old: string[]) => string[]) => void, ids: string[]) {\n  set((old) =>\n    old.filter((x) => ids.includes(x)),\n  );\n}\n';
    expect(fix(code, 'old.filter(', 'ids.includes(x)')).toContain(
      '  set((old) => {\n    const idsSet = new Set(ids);\n    return old.filter((x) => idsSet.has(x));\n  });\n',
    );
  });
  it('a Set beside a list that grows in nested loops stands before all of them', () => {
    const code =
      'export function run(xss: string[][]) {\n  const seen: string[] = [];\n  let n = 0;\n  for (const xs of xss) {\n    n++;\n    for (const x of xs) {\n      if (!seen.includes(x)) seen.push(x);\n    }\n  }\n  return [n, seen];\n}\n';
    const out = shown(
      tryFix({
        code,
        intent: (find) => ({
          kind: 'index-beside-list',
          file: find.file,
          loop: find.loop('for (const x '),
          call: find.call('seen.includes(x)'),
          form: '',
          declaration: { start: 0, end: 0 },
          grows: [],
        }),
        inputs: [
          () => [
            [
              ['a', 'b'],
              ['b', 'c'],
            ],
          ],
        ],
      }),
    );
    expect(out).toMatch(/^safe/);
    expect(out).toContain('  const seenSet = new Set<string>();\n  for (const xs of xss) {');
  });
  it('no line begins with a bracket in a file without semicolons', () => {
    const code =
      'export function run(as: string[], bs: string[]) {\n  let n = 0\n  as.forEach((a) => {\n    n++\n    bs.forEach((b) => {\n      if (a === b) n++\n    })\n  })\n  return n\n}\n';
    const out = shown(
      tryFix({
        code,
        intent: (find) => ({ kind: 'index-inner-loop', file: find.file, loop: find.loop('as.forEach('), inner: find.loop('bs.forEach(') }),
        inputs: [
          () => [
            ['a', 'b'],
            ['b', 'b'],
          ],
        ],
      }),
    );
    expect(out).toContain('    n++\n    ;(bsByValue.get(a) ?? []).forEach((b) => {');
  });
  it('an old script may run where there is no Set', () => {
    const code = 'exports.run = function (us, banned) {\n  for (var i = 0; i < us.length; i++) if (banned.indexOf(us[i]) < 0) return us[i];\n};\n';
    const old = fix(code, 'for (var i', 'banned.indexOf(us[i])', { file: '/src/file.js', typed: false });
    expect(old.split('\n')[0]).toMatch(/the code runs where `Set` and `const` exist\)$/);
    const modern = `const n = 1;\n${code}`;
    expect(fix(modern, 'for (var i', 'banned.indexOf(us[i])', { file: '/src/file.js', typed: false })).not.toContain('the code runs where');
  });
});

describe('one query for all', () => {
  const model = `interface User { id: string; name: string }
export declare const User: { unscoped(): { findOne(q: { where: object }): Promise<User | null>; findAll(q: { where: object }): Promise<User[]> } };
export declare const redis: { get(k: string): Promise<string | null>; mget(ks: string[]): Promise<(string | null)[]> };
`;
  const batch = (recipe: string, params: string, body: string, call: string, extra = ''): string => {
    const code = `${model}${extra}export async function run(${params}) {\n  const out: unknown[] = [];\n${body}\n  return out;\n}\n`;
    return shown(
      tryFix({
        code,
        intent: (find) => ({ kind: 'batch-query', file: find.file, loop: find.loop('for (const '), call: find.call(call), recipe }),
      }),
    );
  };
  it('asks for nothing that the loop checks first', () => {
    const call = 'User.unscoped().findOne({ where: { id: o, team: who.team } })';
    const loop = (check: string): string => `  for (const o of ids) {\n    ${check}\n    out.push(await ${call});\n  }`;
    const params = 'ids: string[], who: { user: string } | { team: string }';
    expect(batch('sequelize-in', params, loop('if ("user" in who) continue;'), call)).toBe(
      'refused: `who` is checked inside the loop, not before it',
    );
    expect(batch('sequelize-in', params, `  if ("user" in who) return out;\n${loop('')}`, call)).toMatch(/^suggestion/);
    const own = 'User.unscoped().findOne({ where: { id: o.userId } })';
    expect(
      batch(
        'sequelize-in',
        'os: { userId: string | null }[]',
        `  for (const o of os) {\n    if (o.userId === null) continue;\n    out.push(await ${own});\n  }`,
        own,
      ),
    ).toBe('refused: `o.userId` is checked inside the loop, not before it');
  });
  it('keeps the lines of a long query, and is named after its model', () => {
    const call = 'User.unscoped().findOne({\n      where: {\n        id: user,\n        live: true,\n      },\n    })';
    expect(batch('sequelize-in', 'ids: string[]', `  for (const user of ids) {\n    out.push(await ${call});\n  }`, call)).toContain(
      `  const users = await User.unscoped().findAll({
    where: {
      id: ids,
      live: true,
    },
  });
  const userById = new Map(users.map((user) => [user.id, user]));
`,
    );
  });
  it('rows without a type stay without one', () => {
    const call = 'anyDb.user.findOne({ where: { id } })';
    expect(
      batch(
        'sequelize-in',
        'ids: string[]',
        `  for (const id of ids) {\n    const user = await ${call};\n    out.push(user.name);\n  }`,
        call,
        'declare const anyDb: any;\n',
      ),
    ).toContain('new Map<any, any>((await anyDb.user.findAll({ where: { id: ids } })).map((user: any) => [user.id, user]));');
  });
  it('keys that have a name need no other', () => {
    const call = 'redis.get(key)';
    expect(batch('redis-mget', 'keys: string[]', `  for (const key of keys) {\n    out.push(await ${call});\n  }`, call)).toContain(
      '  const values = keys.length > 0 ? await redis.mget(keys) : [];\n  const valueByKey = new Map(keys.map((key, i) => [key, values[i] ?? null]));\n',
    );
  });
});

describe('a path in what is compared', () => {
  // A test of firebase-tools has elements without the part in between, and no key to look for.
  const search = (own: string, key: string): string =>
    `export namespace all {\n  export enum Kind { A, B }\n}\ninterface Info { id: string; kind: all.Kind; meta: { id: string }; maybe?: { id: string } }\nexport function run(xs: Info[], infos: Info[]) {\n  return xs.filter((x) => infos.some((i) => ${own} === ${key}));\n}\n`;
  const level = (own: string, key: string): string => {
    const out = fix(search(own, key), 'xs.filter(', `infos.some((i) => ${own} === ${key})`);
    return out.split('\n')[0] ?? '';
  };
  it('may be missing where the types promise it', () => {
    expect(level('i.meta.id', 'x.id')).toBe('suggestion: Build a Set of `infos` before the loop (assumes `i.meta` is never missing)');
    expect(level('i.id', 'x.meta.id')).toBe('suggestion: Build a Set of `infos` before the loop (assumes `x.meta` is never missing)');
  });
  it('is not what an optional chain asks for, nor an enum', () => {
    expect(level('i.maybe?.id', 'x.maybe?.id')).not.toContain('is never missing');
    expect(level('i.kind', 'all.Kind.A')).toBe('safe: Build a Set of `infos` before the loop');
  });
});
