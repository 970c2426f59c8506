import { describe, expect, it } from 'vitest';
import type { Trial } from './testing/try-fix.ts';
import { shown, tryFix } from './testing/try-fix.ts';

function beside(code: string, loop: string, call: string, more: Partial<Trial> = {}): string {
  return shown(
    tryFix({
      code,
      intent: (find) => ({
        kind: 'index-beside-list',
        file: find.file,
        loop: find.loop(loop),
        call: find.call(call),
        form: '',
        declaration: { start: 0, end: 0 },
        grows: [],
      }),
      ...more,
    }),
  );
}
function inner(code: string, loop: string, own: string, more: Partial<Trial> = {}): string {
  return shown(
    tryFix({ code, intent: (find) => ({ kind: 'index-inner-loop', file: find.file, loop: find.loop(loop), inner: find.loop(own) }), ...more }),
  );
}

const strings = [() => [['a', 'b', 'a', '']], () => [[]], () => [[, 'a', undefined]]];
const rows = [
  () => [
    [
      { k: 'a', v: 1 },
      { k: 'b', v: 2 },
      { k: 'a', v: 3 },
    ],
  ],
  () => [[]],
];

describe('a Set beside a list that grows', () => {
  it('of the elements', () => {
    expect(
      beside(
        'export function run(xs: string[]) {\n  const seen: string[] = [];\n  for (const x of xs) {\n    if (!seen.includes(x)) seen.push(x); // once\n  }\n  return seen;\n}\n',
        'for (const x',
        'seen.includes(x)',
        { inputs: strings },
      ),
    ).toBe(`safe: Keep a Set next to \`seen\`
export function run(xs: string[]) {
  const seen: string[] = [];
  const seenSet = new Set<string>();
  for (const x of xs) {
    if (!seenSet.has(x)) {
      seen.push(x);
      seenSet.add(x);
    } // once
  }
  return seen;
}
`);
  });
  it('that is not empty, and on blocks', () => {
    expect(
      beside(
        'export function run(xs: number[]) {\n  const seen: number[] = [1];\n  xs.forEach((x) => {\n    if (seen.indexOf(x) === -1) {\n      seen.push(x);\n    }\n  });\n  return seen;\n}\n',
        'xs.forEach(',
        'seen.indexOf(x)',
      ),
    ).toContain('(assumes no key is NaN)');
    expect(
      beside(
        'export function run(xs: number[]) {\n  const seen: number[] = [1];\n  xs.forEach((x) => {\n    if (!seen.includes(x)) {\n      seen.push(x);\n    }\n  });\n  return seen;\n}\n',
        'xs.forEach(',
        'seen.includes(x)',
        { inputs: [() => [[NaN, -0, 0, NaN, 1]]] },
      ),
    ).toContain(
      'const seenSet = new Set(seen);\n  xs.forEach((x) => {\n    if (!seenSet.has(x)) {\n      seen.push(x);\n      seenSet.add(x);\n    }',
    );
  });
  it('without an annotation', () => {
    expect(
      beside(
        'export function run(xs: string[]) {\n  const seen = [];\n  for (const x of xs) if (!seen.includes(x)) seen.push(x);\n  return seen;\n}\n',
        'for (const x',
        'seen.includes(x)',
        { inputs: strings },
      ),
    ).toContain('const seenSet = new Set<string>();');
  });
  it('of keys', () => {
    expect(
      beside(
        'export function run(xs: { k: string; v: number }[]) {\n  const out: { k: string; v: number }[] = [];\n  for (const x of xs) {\n    if (out.some((o) => o.k === x.k)) continue;\n    out.push(x);\n  }\n  return out;\n}\n',
        'for (const x',
        'out.some((o) => o.k === x.k)',
        { inputs: rows },
      ),
    ).toContain(
      'const outKs = new Set<string>();\n  for (const x of xs) {\n    if (outKs.has(x.k)) continue;\n    out.push(x);\n    outKs.add(x.k);\n',
    );
  });
  it('a Map, for what is found', () => {
    expect(
      beside(
        'interface Group { k: string; items: number[] }\nexport function run(xs: { k: string; v: number }[]) {\n  const groups: Group[] = [];\n  for (const x of xs) {\n    const group = groups.find((g) => g.k === x.k);\n    if (group) group.items.push(x.v);\n    else groups.push({ k: x.k, items: [x.v] });\n  }\n  return groups;\n}\n',
        'for (const x',
        'groups.find((g) => g.k === x.k)',
        { inputs: rows },
      ),
    ).toBe(`safe: Keep a Map next to \`groups\`
interface Group { k: string; items: number[] }
export function run(xs: { k: string; v: number }[]) {
  const groups: Group[] = [];
  const groupByK = new Map<string, Group>();
  for (const x of xs) {
    const group = groupByK.get(x.k);
    if (group) group.items.push(x.v);
    else {
      const added: Group = { k: x.k, items: [x.v] };
      groups.push(added);
      if (!groupByK.has(added.k)) groupByK.set(added.k, added);
    }
  }
  return groups;
}
`);
  });
  it.each([
    ['another change', 'if (!seen.includes(x)) seen.push(x); else seen.pop();', '`seen` changes by `seen.pop()`, which an index cannot follow'],
    ['a whole list', 'if (!seen.includes(x)) seen.push(...xs);', '`seen.push(...xs)` adds a whole list'],
    ['an unnamed value', 'if (!seen.includes(x)) seen.push(norm(x));', 'what is added cannot be read twice: `norm(x)` is a call'],
    ['an expression', 'seen.includes(x) || seen.push(x);', '`seen.push(x)` is no statement of its own'],
    ['another list', 'if (!seen.includes(x)) seen.push(x); seen = [];', '`seen` is given another value: `seen = []`'],
  ])('refuses: %s', (_name, body, reason) => {
    expect(
      beside(
        `declare function norm(x: string): string;\nexport function run(xs: string[]) {\n  let seen: string[] = [];\n  for (const x of xs) { ${body} }\n  return seen;\n}\n`,
        'for (const x',
        'seen.includes(x)',
      ),
    ).toBe(`refused: ${reason}`);
  });
  it('a list that others hold is a suggestion', () => {
    expect(
      beside(
        'declare function note(x: string): void;\nexport function run(xs: string[], seen: string[]) {\n  for (const x of xs) if (!seen.includes(x)) { note(x); seen.push(x); }\n}\n',
        'for (const x',
        'seen.includes(x)',
      ),
    ).toContain('(assumes nothing called in the loop changes `seen`)');
  });
  it('iterating the list itself counts as reading', () => {
    expect(
      beside(
        'export async function run(xs: string[]) {\n  const seen: string[] = [];\n  for (const x of xs) { await null; if (!seen.includes(x)) { seen.push(x); } }\n  return seen;\n}\n',
        'for (const x',
        'seen.includes(x)',
      ),
    ).toMatch(/^safe/);
  });
});

describe('an inner loop over equal elements', () => {
  const code = (body: string): string =>
    `interface B { k: string; v: number }\nexport function run(as: { k: string }[], bs: B[]) {\n  const out: number[] = [];\n  for (const a of as) {\n    for (const b of bs) {\n      ${body}\n    }\n  }\n  return out;\n}\n`;
  const inputs = [
    () => [
      [{ k: 'a' }, { k: 'z' }, { k: 'a' }],
      [
        { k: 'a', v: 1 },
        { k: 'b', v: 2 },
        { k: 'a', v: 3 },
      ],
    ],
    () => [[], []],
    () => [[], [{ k: 'a', v: 1 }]],
  ];
  it('is grouped before', () => {
    expect(
      inner(code('if (a.k === b.k && b.v > 1) { out.push(b.v); break; }'), 'for (const a', 'for (const b', { inputs }),
    ).toBe(`safe: Group \`bs\` by \`k\` before the loop
interface B { k: string; v: number }
export function run(as: { k: string }[], bs: B[]) {
  const out: number[] = [];
  const bsByK = new Map<string, B[]>();
  bs.forEach((b) => {
    const group = bsByK.get(b.k);
    if (group) group.push(b);
    else bsByK.set(b.k, [b]);
  });
  for (const a of as) {
    for (const b of bsByK.get(a.k) ?? []) {
      if (a.k === b.k && b.v > 1) { out.push(b.v); break; }
    }
  }
  return out;
}
`);
    expect(inner(code('if (b.k !== a.k) continue;\n      out.push(b.v);'), 'for (const a', 'for (const b', { inputs })).toMatch(/^safe/);
    expect(
      inner(code('if (b.k === a.k) out.push(b.v);').replaceAll('k: string', 'k: number'), 'for (const a', 'for (const b', {
        inputs: [
          () => [
            [{ k: NaN }, { k: -0 }],
            [
              { k: NaN, v: 1 },
              { k: 0, v: 2 },
            ],
          ],
        ],
      }),
    ).toMatch(/^safe/);
  });
  it('forEach', () => {
    expect(
      inner(
        'export function run(as: string[], bs: string[]) {\n  let n = 0;\n  as.forEach((a) => bs.forEach((b) => { if (a === b) n++; }));\n  return n;\n}\n',
        'as.forEach(',
        'bs.forEach(',
        {
          inputs: [
            () => [
              ['a', 'b'],
              ['b', 'b'],
            ],
            () => [
              [, undefined],
              [, undefined],
            ],
          ],
        },
      ),
    ).toContain('as.forEach((a) => (bsByValue.get(a) ?? []).forEach((b) => { if (a === b) n++; }));');
  });
  it.each([
    ['something for every element', 'out.push(0); if (a.k === b.k) out.push(b.v);', 'the inner loop does more than act on equal elements'],
    ['an else', 'if (a.k === b.k) out.push(b.v); else out.push(0);', 'the inner loop does more than act on equal elements'],
    ['a list that changes', 'if (a.k === b.k) bs.push(b);', '`bs` may change inside the loop: `bs.push(b)`'],
    ['a key that changes', "if (a.k === b.k) b.k = 'done';", "the keys may change inside the loop: `b.k = 'done'`"],
    ['a loose comparison', 'if (a.k == b.k) out.push(b.v);', 'the inner loop does not begin with a strict comparison'],
  ])('refuses: %s', (_name, body, reason) => {
    expect(inner(code(body), 'for (const a', 'for (const b')).toBe(`refused: ${reason}`);
  });
});

describe('await instead of waiting', () => {
  function twin(code: string, call: string, more: Partial<Trial> = {}): string {
    const fs =
      "declare module 'fs' { export function readFileSync(p: string, e: 'utf8'): string; export const promises: typeof import('fs/promises'); }\ndeclare module 'fs/promises' { export function readFile(p: string, e: 'utf8'): Promise<string>; export function stat(p: string): Promise<unknown>; }\ndeclare module 'node:fs' { export * from 'fs'; }\ndeclare module 'node:fs/promises' { export * from 'fs/promises'; }\ndeclare function require(name: 'fs'): typeof import('fs');\ndeclare function require(name: 'fs/promises'): typeof import('fs/promises');\n";
    return shown(
      tryFix({
        code,
        others: { '/src/fs.d.ts': fs },
        intent: (find) => ({
          kind: 'await-twin',
          file: find.file,
          call: find.call(call),
          fn: { start: 0, end: 0 },
          module: 'fs/promises',
          twin: 'readFile',
        }),
        ...more,
      }),
    );
  }
  it('by the namespace', () => {
    expect(
      twin(
        "import * as fs from 'node:fs';\nexport async function run(p: string) {\n  return fs.readFileSync(p, 'utf8').split('\\n');\n}\n",
        "fs.readFileSync(p, 'utf8')",
      ),
    ).toBe(
      "suggestion: Await `fs.promises.readFile` instead (assumes nothing relies on it running without a pause)\nimport * as fs from 'node:fs';\nexport async function run(p: string) {\n  return (await fs.promises.readFile(p, 'utf8')).split('\\n');\n}\n",
    );
  });
  it('by one more import', () => {
    const body = "export async function run(p: string) {\n  const text = readFileSync(p, 'utf8');\n  return text;\n}\n";
    expect(twin(`import { readFileSync } from 'node:fs';\n${body}`, "readFileSync(p, 'utf8')")).toContain(
      "import { readFile } from 'node:fs/promises';\nexport async function run(p: string) {\n  const text = await readFile(p, 'utf8');",
    );
    expect(twin(`import { readFileSync } from 'fs';\nimport { stat } from 'fs/promises';\nvoid stat;\n${body}`, "readFileSync(p, 'utf8')")).toContain(
      "import { stat, readFile } from 'fs/promises';",
    );
    expect(
      twin(`import { readFileSync } from 'fs';\nimport { readFile as read } from 'fs/promises';\nvoid read;\n${body}`, "readFileSync(p, 'utf8')"),
    ).toContain("await read(p, 'utf8')");
    expect(twin(`import { readFileSync } from 'fs';\nconst readFile = 1;\nvoid readFile;\n${body}`, "readFileSync(p, 'utf8')")).toContain(
      "import { readFile as readFile2 } from 'fs/promises';",
    );
  });
  it('keeps an import that is used elsewhere, and drops one that is not', () => {
    const body = "export async function run(p: string) {\n  return readFileSync(p, 'utf8');\n}\n";
    const strict = { options: { noUnusedLocals: true } };
    expect(twin(`import { promises, readFileSync } from 'fs';\nvoid promises;\n${body}`, "readFileSync(p, 'utf8')", strict)).toContain(
      "import { promises } from 'fs';\nimport { readFile } from 'fs/promises';\n",
    );
    expect(twin(`import { readFileSync, promises } from 'fs';\nvoid promises;\n${body}`, "readFileSync(p, 'utf8')", strict)).toContain(
      "import { promises } from 'fs';\nimport { readFile } from 'fs/promises';\n",
    );
    expect(
      twin(`import { readFileSync } from 'fs';\nimport { stat } from 'fs/promises';\nvoid stat;\n${body}`, "readFileSync(p, 'utf8')", strict),
    ).toContain("(assumes nothing relies on it running without a pause)\nimport { stat, readFile } from 'fs/promises';\n");
    expect(twin(`import { readFileSync } from 'fs';\nvoid readFileSync;\n${body}`, "readFileSync(p, 'utf8')", strict)).toContain(
      "import { readFileSync } from 'fs';\nimport { readFile }",
    );
  });
  it('in CommonJS', () => {
    expect(
      twin("const { readFileSync } = require('fs')\nmodule.exports = async (p) => readFileSync(p, 'utf8')\n", "readFileSync(p, 'utf8')", {
        file: '/src/file.js',
      }),
    ).toContain(
      "const { readFileSync } = require('fs')\nconst { readFile } = require('fs/promises')\nmodule.exports = async (p) => await readFile(p, 'utf8')\n",
    );
  });
  it.each([
    ['no async function', "import * as fs from 'fs';\nexport function run(p: string) { return fs.readFileSync(p, 'utf8'); }\n"],
    [
      'a callback in an async function',
      "import * as fs from 'fs';\nexport async function run(ps: string[], p: string) { return ps.map(() => fs.readFileSync(p, 'utf8')); }\n",
    ],
  ])('refuses: %s', (_name, code) => {
    expect(twin(code, "fs.readFileSync(p, 'utf8')")).toBe('refused: the function around it is not async');
  });
  it('refuses a default parameter', () => {
    expect(
      twin(
        "import * as fs from 'fs';\nexport async function run(p: string, t = fs.readFileSync(p, 'utf8')) { return t; }\n",
        "fs.readFileSync(p, 'utf8')",
      ),
    ).toBe('refused: the call is in the default value of a parameter');
  });
});

describe('where the Set stands', () => {
  const code =
    'export function run(groups: { tags: string[] }[]) {\n  const seen: string[] = [];\n  groups.forEach((group) => {\n    group.tags.forEach((tag) => {\n      if (!seen.includes(tag)) seen.push(tag);\n    });\n  });\n  return seen;\n}\n';
  it('before all loops that leave the list as it is, callbacks included', () => {
    const fixed = beside(code, 'group.tags.forEach(', 'seen.includes(tag)', {
      inputs: [() => [[{ tags: ['a', 'b', 'a'] }, { tags: [] }, { tags: ['b', 'c'] }]], () => [[]]],
    });
    expect(fixed.indexOf('const seenSet')).toBeGreaterThan(0);
    expect(fixed.indexOf('const seenSet')).toBeLessThan(fixed.indexOf('groups.forEach('));
  });
  it('inside of one that makes the list', () => {
    const own = code
      .replace('  const seen: string[] = [];\n', '')
      .replace('(group) => {\n', '(group) => {\n    const seen: string[] = [];\n')
      .replace('  return seen;\n', '');
    const fixed = beside(own, 'group.tags.forEach(', 'seen.includes(tag)');
    expect(fixed.indexOf('const seenSet')).toBeGreaterThan(fixed.indexOf('groups.forEach('));
  });
});
