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

const ids = ['a', 'b', 'a', '', 'c'];
const words = [
  () => [ids.map((id) => ({ id })), ['b', 'a', 'b']],
  () => [[], []],
  () => [ids.map((id) => ({ id })), ['x', , 'a']],
  () => [ids.map((id) => ({ id })), []],
  () => [[{ id: undefined }], [,]],
];
const numbers = [
  () => [
    [NaN, 0, -0, 1, 1, 2],
    [NaN, -0, 1],
  ],
  () => [[], [NaN]],
  () => [[0, -0], [0]],
  () => [
    [NaN, 1],
    [, NaN],
  ],
  () => [[undefined], [, 1]],
];
const users = [
  () => [
    [{ userId: 'a' }, { userId: 'z' }],
    [
      { id: 'b', n: 1 },
      { id: 'a', n: 2 },
      { id: 'a', n: 3 },
    ],
  ],
  () => [[], []],
  () => [[], [{ id: 'b', n: 1 }]],
  () => [[{ userId: 'q' }], []],
];
const numbered = [
  () => [
    [{ userId: NaN }, { userId: -0 }, { userId: 2 }],
    [
      { id: 0, n: 1 },
      { id: NaN, n: 2 },
      { id: 0, n: 3 },
      { id: 2, n: 4 },
    ],
  ],
  () => [[], []],
  () => [[{ userId: 3 }, { userId: 3 }], [{ id: 3, n: 1 }]],
];

describe('a Set of the elements', () => {
  it('includes, on a parameter, with a fresh result list', () => {
    expect(
      fix(
        `export function run(users: { id: string }[], banned: string[]) {
  const out: string[] = [];
  // who may come in
  for (const u of users) {
    if (!banned.includes(/* key */ u.id)) out.push(u.id);
  }
  return out;
}
`,
        'for (const u',
        'banned.includes(/* key */ u.id)',
        { inputs: words },
      ),
    ).toBe(`safe: Build a Set of \`banned\` before the loop
export function run(users: { id: string }[], banned: string[]) {
  const out: string[] = [];
  const bannedSet = new Set(banned);
  // who may come in
  for (const u of users) {
    if (!bannedSet.has(/* key */ u.id)) out.push(u.id);
  }
  return out;
}
`);
  });

  it('indexOf compared, in every spelling', () => {
    const spelled = (test: string, call: string): string =>
      fix(
        `export function run(xs: string[], ys: string[]) {\n  let n = 0;\n  for (const x of xs) if (${test}) n++;\n  return n;\n}\n`,
        'for (const x',
        call,
        {
          inputs: [() => [['a', 'b'], ['b']], () => [[], []], () => [['a'], [, 'a']]],
        },
      ).split('\n')[4] ?? '';
    expect(spelled('ys.indexOf(x) !== -1', 'ys.indexOf(x)')).toBe('  for (const x of xs) if (ysSet.has(x)) n++;');
    expect(spelled('ys.indexOf(x) >= 0', 'ys.indexOf(x)')).toBe('  for (const x of xs) if (ysSet.has(x)) n++;');
    expect(spelled('-1 < ys.indexOf(x)', 'ys.indexOf(x)')).toBe('  for (const x of xs) if (ysSet.has(x)) n++;');
    expect(spelled('ys.indexOf(x) === -1', 'ys.indexOf(x)')).toBe('  for (const x of xs) if (!ysSet.has(x)) n++;');
    expect(spelled('(ys.lastIndexOf(x)) < 0', 'ys.lastIndexOf(x)')).toBe('  for (const x of xs) if (!(ysSet.has(x))) n++;');
    expect(spelled('~ys.indexOf(x)', 'ys.indexOf(x)')).toBe('  for (const x of xs) if (ysSet.has(x)) n++;');
    expect(spelled('!~ys.indexOf(x)', 'ys.indexOf(x)')).toBe('  for (const x of xs) if (!ysSet.has(x)) n++;');
  });

  it('numbers: includes finds NaN, indexOf never does', () => {
    const code = (test: string): string => `export function run(xs: number[], ys: number[]) {\n  return xs.filter((x) => ${test});\n}\n`;
    expect(fix(code('ys.includes(x)'), 'xs.filter(', 'ys.includes(x)', { inputs: numbers })).toBe(
      'safe: Build a Set of `ys` before the loop\nexport function run(xs: number[], ys: number[]) {\n  const ysSet = new Set(ys);\n  return xs.filter((x) => ysSet.has(x));\n}\n',
    );
    expect(fix(code('ys.indexOf(x) !== -1'), 'xs.filter(', 'ys.indexOf(x)', { inputs: numbers.slice(0, 4) })).toBe(
      'safe: Build a Set of `ys` before the loop\nexport function run(xs: number[], ys: number[]) {\n  const ysSet = new Set(ys);\n  ysSet.delete(NaN);\n  return xs.filter((x) => ysSet.has(x));\n}\n',
    );
    expect(
      fix(
        'export function run(xs: string[], ys: number[]) {\n  let n = 0;\n  for (let i = 0; i < xs.length; i++) if (ys.indexOf(i) !== -1) n++;\n  return n;\n}\n',
        'for (let i',
        'ys.indexOf(i)',
        {
          inputs: [
            () => [
              ['a', 'b'],
              [NaN, 1],
            ],
          ],
        },
      ),
    ).toContain('const ysSet = new Set(ys);\n  for');
  });

  it('a key that may be undefined meets a list that may have holes', () => {
    expect(
      fix(
        'export function run(xs: (string | undefined)[], ys: (string | undefined)[]) {\n  return xs.filter((x) => ys.indexOf(x) === -1);\n}\n',
        'xs.filter(',
        'ys.indexOf(x)',
      ),
    ).toMatch(/^suggestion: .*\(assumes `ys` has no holes\)\n/);
  });

  it('places: properties, keys of an object, literals', () => {
    expect(
      fix(
        'interface C { readonly banned: string[] }\nexport function run(users: string[], c: C) {\n  return users.filter((u) => c.banned.includes(u));\n}\n',
        'users.filter(',
        'c.banned.includes(u)',
        { inputs: [() => [['a', 'b'], { banned: ['b'] }]] },
      ),
    ).toContain('safe: Build a Set of `c.banned` before the loop');
    expect(
      fix(
        'export function run(xs: string[], o: Record<string, number>) {\n  return xs.filter((x) => Object.keys(o).includes(x));\n}\n',
        'xs.filter(',
        'Object.keys(o).includes(x)',
        { inputs: [() => [['a', 'b'], { b: 1 }]] },
      ),
    ).toBe(
      'safe: Build a Set of `Object.keys(o)` before the loop\nexport function run(xs: string[], o: Record<string, number>) {\n  const oKeysSet = new Set(Object.keys(o));\n  return xs.filter((x) => oKeysSet.has(x));\n}\n',
    );
    expect(
      fix(
        "export function run(xs: string[]) {\n  return xs.filter((x) => ['a', 'b', 'c'].includes(x));\n}\n",
        'xs.filter(',
        "['a', 'b', 'c'].includes(x)",
        { inputs: [() => [['a', 'z']]] },
      ),
    ).toContain("const lookupSet = new Set(['a', 'b', 'c']);");
    expect(
      fix(
        "const ROLES = ['a', 'b'] as const;\ndeclare function may(x: string): boolean;\nexport function run(xs: ('a' | 'c' | 'b')[]) {\n  return xs.filter((x) => may(x) && (ROLES as readonly string[]).includes(x));\n}\n",
        'xs.filter(',
        '(ROLES as readonly string[]).includes(x)',
      ),
    ).toContain('safe: Build a Set of `ROLES` before the loop\nconst ROLES');
  });

  it('one Set for every search of the loop', () => {
    expect(
      fix(
        'export function run(xs: string[], ys: string[]) {\n  let n = 0;\n  for (const x of xs) {\n    if (ys.includes(x)) n++;\n    else if (!ys.includes(x + x)) n--;\n  }\n  return n;\n}\n',
        'for (const x',
        'ys.includes(x)',
        {
          inputs: [
            () => [
              ['a', 'b'],
              ['a', 'bb'],
            ],
          ],
        },
      ),
    ).toContain('else if (!ysSet.has(x + x)) n--;');
  });

  it('a Set that is spread for nothing', () => {
    expect(
      fix(
        'export function run(xs: string[], seen: Set<string>) {\n  return xs.filter((x) => [...seen].includes(x) || Array.from(seen.keys()).includes(x));\n}\n',
        'xs.filter(',
        '[...seen].includes(x)',
      ),
    ).toContain('safe: Ask `seen` itself\nexport function run(xs: string[], seen: Set<string>) {\n  return xs.filter((x) => seen.has(x) ||');
    expect(
      fix(
        'export function run(xs: string[], seen: Map<string, number>) {\n  return xs.filter((x) => Array.from(seen.keys()).indexOf(x) > -1);\n}\n',
        'xs.filter(',
        'Array.from(seen.keys()).indexOf(x)',
        { inputs: [() => [['a', 'b'], new Map([['a', 1]])]] },
      ),
    ).toContain('(x) => seen.has(x));');
  });
});

describe('an index by a property', () => {
  it('some and every', () => {
    expect(
      fix(
        'export function run(orders: { userId: string }[], users: { id: string }[]) {\n  return orders.filter((o) => users.some((u) => u.id === o.userId));\n}\n',
        'orders.filter(',
        'users.some((u) => u.id === o.userId)',
        { inputs: users },
      ),
    ).toBe(
      'safe: Build a Set of `users` before the loop\nexport function run(orders: { userId: string }[], users: { id: string }[]) {\n  const userIds = new Set(users.map((u) => u.id));\n  return orders.filter((o) => userIds.has(o.userId));\n}\n',
    );
    expect(
      fix(
        'export function run(orders: { userId: number }[], users: { id: number }[]) {\n  return orders.filter((o) => users.every(({ id }) => id !== o.userId));\n}\n',
        'orders.filter(',
        'users.every(({ id }) => id !== o.userId)',
        { inputs: numbered },
      ),
    ).toBe(
      'safe: Build a Set of `users` before the loop\nexport function run(orders: { userId: number }[], users: { id: number }[]) {\n  const userIds = new Set(users.map((user) => user.id));\n  userIds.delete(NaN);\n  return orders.filter((o) => !userIds.has(o.userId));\n}\n',
    );
  });

  it('find keeps the first match', () => {
    expect(
      fix(
        'interface User { id: string; n: number }\nexport function run(orders: { userId: string }[], users: User[]) {\n  return orders.map((o) => users.find((user) => user.id === o.userId)?.n);\n}\n',
        'orders.map(',
        'users.find((user) => user.id === o.userId)',
        { inputs: users },
      ),
    ).toBe(`safe: Build a Map of \`users\` before the loop
interface User { id: string; n: number }
export function run(orders: { userId: string }[], users: User[]) {
  const userById = new Map<string, User>();
  users.forEach((user) => {
    if (!userById.has(user.id)) userById.set(user.id, user);
  });
  return orders.map((o) => userById.get(o.userId)?.n);
}
`);
  });

  it('a key that may be missing widens the type; an anonymous element type is taken from the list', () => {
    expect(
      fix(
        'export function run(orders: { userId?: number | undefined }[], users: { id: number; n: number }[]) {\n  return orders.map((o) => users.find((u) => o.userId === u.id)?.n);\n}\n',
        'orders.map(',
        'users.find((u) => o.userId === u.id)',
        { inputs: numbered },
      ),
    ).toContain('const userById = new Map<number | undefined, (typeof users)[number]>();');
  });

  it('filter: shared when only read, a copy otherwise', () => {
    const code = (use: string): string =>
      `interface Order { userId: string }\nexport function run(users: { userId: string }[], orders: { id: string }[]) {\n  const out: unknown[] = [];\n  for (const u of users) {\n    ${use}\n  }\n  return out;\n}\n`;
    expect(
      fix(code('out.push(orders.filter((o) => o.id === u.userId).length);'), 'for (const u', 'orders.filter((o) => o.id === u.userId)', {
        inputs: users,
      }),
    ).toContain('out.push((ordersById.get(u.userId) ?? []).length);');
    expect(
      fix(code('out.push(orders.filter((o) => o.id === u.userId));'), 'for (const u', 'orders.filter((o) => o.id === u.userId)', { inputs: users }),
    ).toContain('out.push((ordersById.get(u.userId) ?? []).slice());');
    const named = fix(
      code('const mine = orders.filter((o) => o.id === u.userId);\n    for (const m of mine) out.push(m);'),
      'for (const u',
      'orders.filter((o) => o.id === u.userId)',
      { inputs: users },
    );
    expect(named).toContain('const mine = ordersById.get(u.userId) ?? [];');
    expect(named).toContain(
      'const ordersById = new Map<string, (typeof orders)[number][]>();\n  orders.forEach((o) => {\n    const group = ordersById.get(o.id);\n    if (group) group.push(o);\n    else ordersById.set(o.id, [o]);\n  });\n',
    );
  });

  it('findIndex compared', () => {
    expect(
      fix(
        'export function run(orders: { userId: number }[], users: { id: number }[]) {\n  return orders.filter((o) => users.findIndex((u) => u.id === o.userId) < 0);\n}\n',
        'orders.filter(',
        'users.findIndex((u) => u.id === o.userId)',
        { inputs: numbered },
      ),
    ).toContain('=> !userIds.has(o.userId));');
  });
});

describe('where the index is built', () => {
  const body = 'if (banned.includes(u)) n++;';
  it('a single statement gets braces', () => {
    expect(
      fix(
        `export function run(us: string[], banned: string[], on: boolean) {\n  let n = 0;\n  if (on)\n    for (const u of us) { ${body} }\n  else n = 9;\n  return n;\n}\n`,
        'for (const u',
        'banned.includes(u)',
        { inputs: [() => [['a'], ['a'], true], () => [['a'], ['a'], false]] },
      ),
    ).toContain('  if (on) {\n    const bannedSet = new Set(banned);\n    for (const u of us) { if (bannedSet.has(u)) n++; }\n  } else n = 9;\n');
  });
  it('labels, switch cases, arrow bodies, if conditions', () => {
    expect(
      fix(
        `export function run(us: string[], banned: string[]) {\n  let n = 0;\n  outer: for (const u of us) { ${body} if (n > 3) break outer; }\n  return n;\n}\n`,
        'for (const u',
        'banned.includes(u)',
      ),
    ).toContain('  const bannedSet = new Set(banned);\n  outer: for');
    expect(
      fix(
        `export function run(us: string[], banned: string[], k: number) {\n  let n = 0;\n  switch (k) {\n    case 1:\n      for (const u of us) ${body}\n  }\n  return n;\n}\n`,
        'for (const u',
        'banned.includes(u)',
      ),
    ).toContain('    case 1:\n      const bannedSet');
    expect(
      fix(`export const run = (us: string[], banned: string[]) => us.filter((u) => banned.includes(u));\n`, 'us.filter(', 'banned.includes(u)', {
        inputs: [() => [['a'], ['a']]],
      }),
    ).toBe(
      'safe: Build a Set of `banned` before the loop\nexport const run = (us: string[], banned: string[]) => {\n  const bannedSet = new Set(banned);\n  return us.filter((u) => bannedSet.has(u));\n};\n',
    );
    expect(
      fix(`export const run = (us: string[], banned: string[]) =>\n  us.filter((u) => banned.includes(u))\n`, 'us.filter(', 'banned.includes(u)'),
    ).toContain('=> {\n  const bannedSet = new Set(banned)\n  return us.filter((u) => bannedSet.has(u))\n}\n');
    expect(
      fix(
        `export function run(us: string[], banned: string[]) {\n  if (us.some((u) => banned.includes(u))) { banned.push('x'); }\n  return banned;\n}\n`,
        'us.some(',
        'banned.includes(u)',
        { inputs: [() => [['a'], ['a']], () => [[], []]] },
      ),
    ).toMatch(/^safe/);
  });
  it('a name that is taken', () => {
    expect(
      fix(
        `const bannedSet = 1;\nexport function run(us: string[], banned: string[]) {\n  return us.filter((u) => banned.includes(u)).length + bannedSet;\n}\n`,
        'us.filter(',
        'banned.includes(u)',
      ),
    ).toContain('const bannedSet2 = new Set(banned);');
  });
  it('JSX', () => {
    expect(
      fix(
        `declare namespace JSX { interface IntrinsicElements { [k: string]: unknown } }\nexport const C = (p: { us: string[]; banned: string[] }) => (\n  <ul>\n    {p.us.map((u) => <li data-x={p.banned.includes(u)} />)}\n  </ul>\n);\n`,
        'p.us.map(',
        'p.banned.includes(u)',
        { file: '/src/file.tsx' },
      ),
    ).toContain('=> {\n  const bannedSet = new Set(p.banned);\n  return (\n  <ul>');
  });
});
