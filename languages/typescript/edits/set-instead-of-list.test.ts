import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { Trial } from './testing/try-fix.ts';
import { shown, tryFix } from './testing/try-fix.ts';

function fix(code: string, name: string, more: Partial<Trial> = {}): string {
  return shown(
    tryFix({
      code,
      intent: (find) => ({ kind: 'set-instead-of-list', file: find.file, declaration: find.node(name, ts.isVariableDeclaration), uses: [] }),
      ...more,
    }),
  );
}

describe('a list that serves membership only', () => {
  it('grows and is asked', () => {
    expect(
      fix(
        `export function run(xs: string[]) {
  const seen: string[] = []; // so far
  let n = 0;
  for (const x of xs) {
    if (seen.includes(x)) n++;
    seen.push(x);
  }
  return n;
}
`,
        'seen',
        { inputs: [() => [['a', 'b', 'a']], () => [[]], () => [[, 'a', undefined]]] },
      ),
    ).toBe(`safe: Make \`seen\` a Set
export function run(xs: string[]) {
  const seen = new Set<string>(); // so far
  let n = 0;
  for (const x of xs) {
    if (seen.has(x)) n++;
    seen.add(x);
  }
  return n;
}
`);
  });

  it('may be counted and walked when nothing is added twice', () => {
    const code = (check: string): string =>
      `export function run(xs: number[]) {\n  const seen: Array<number> = [];\n  for (const x of xs) {\n    ${check}\n  }\n  for (const s of seen) xs.push(s);\n  return seen.length;\n}\n`;
    const inputs = [() => [[1, NaN, 1, NaN, -0, 0]], () => [[]]];
    expect(fix(code('if (!seen.includes(x)) seen.push(x);'), 'seen')).toContain('(assumes no element is -0)');
    expect(fix(code('if (!seen.includes(x)) seen.push(x);').replaceAll('number', 'string'), 'seen', { inputs: [() => [['a', 'b', 'a']]] })).toContain(
      'if (!seen.has(x)) seen.add(x);',
    );
    expect(
      fix(code('if (seen.includes(x)) continue;\n    seen.push(x);').replace('for (const s of seen) xs.push(s);', ''), 'seen', { inputs }),
    ).toContain('return seen.size;');
    expect(fix(code('seen.push(x);'), 'seen')).toBe(
      'refused: `seen.push(x)` may add what is already there, which `for (const s of seen) xs.push(s);` would count',
    );
  });

  it('constants of a module', () => {
    expect(
      fix(
        "const BANNED = [\n  'a', // first\n  'b',\n];\nexport function run(x: string) {\n  return BANNED.includes(x) || BANNED.indexOf(x) >= 0;\n}\n",
        'BANNED',
        { inputs: [() => ['a'], () => ['z']] },
      ),
    ).toBe(
      "safe: Make `BANNED` a Set\nconst BANNED = new Set([\n  'a', // first\n  'b',\n]);\nexport function run(x: string) {\n  return BANNED.has(x) || BANNED.has(x);\n}\n",
    );
    expect(
      fix("const ROLES = ['a', 'b'] as const;\nexport const run = (x: string) => (ROLES as readonly string[]).includes(x);\n", 'ROLES', {
        inputs: [() => ['a']],
      }),
    ).toContain("const ROLES = new Set<string>(['a', 'b'] as const);\nexport const run = (x: string) => ROLES.has(x);");
    expect(fix("const ROLES: readonly ('a' | 'b')[] = ['a', 'b'];\nexport const run = (x: 'a' | 'b') => ROLES.includes(x);\n", 'ROLES')).toContain(
      "const ROLES = new Set<'a' | 'b'>(['a', 'b']);",
    );
  });

  it('emptied, asked for any, without an annotation', () => {
    expect(
      fix(
        'export function run(xs: string[]) {\n  const seen = [];\n  for (const x of xs) {\n    seen.push(x);\n    if (seen.includes("q")) seen.length = 0;\n  }\n  return seen.length > 0;\n}\n',
        'seen',
        { inputs: [() => [['q', 'a']], () => [['q']]] },
      ),
    ).toContain(
      'const seen = new Set<string>();\n  for (const x of xs) {\n    seen.add(x);\n    if (seen.has("q")) seen.clear();\n  }\n  return seen.size > 0;',
    );
  });

  it.each([
    [
      'returned',
      'export function run(x: string) {\n  const seen: string[] = [];\n  if (seen.includes(x)) return [];\n  return seen;\n}\n',
      'seen',
      '`seen` is also used as a list: `return seen;`',
    ],
    [
      'exported',
      "export const BANNED = ['a'];\nexport const run = (x: string) => BANNED.includes(x);\n",
      'BANNED',
      '`BANNED` is exported, so that other files use it as a list',
    ],
    [
      'exported later',
      "const BANNED = ['a'];\nexport const run = (x: string) => BANNED.includes(x);\nexport { BANNED };\n",
      'BANNED',
      '`BANNED` is also used as a list: `BANNED`',
    ],
    [
      'a type of it',
      "const R = ['a', 'b'] as const;\nexport type T = (typeof R)[number];\nexport const run = (x: T) => R.includes(x);\n",
      'R',
      '`R` is also used as a list: `typeof R`',
    ],
    ['indexed', "const R = ['a', 'b'];\nexport const run = (x: string) => R.includes(x) || R[0];\n", 'R', '`R` is also used as a list: `R[0]`'],
    [
      'push counts',
      'export function run(x: string) {\n  const seen: string[] = [];\n  const n = seen.push(x);\n  return seen.includes(x) ? n : 0;\n}\n',
      'seen',
      '`seen` is also used as a list: `seen.push`',
    ],
    [
      'not written out',
      'declare function load(): string[];\nexport function run(x: string) {\n  const seen = load();\n  return seen.includes(x);\n}\n',
      'seen',
      '`seen` does not begin as a list written out',
    ],
    ['a script', "const BANNED = ['a'];\nconst run = (x: string) => BANNED.includes(x);\n", 'BANNED', '`BANNED` is visible to other scripts'],
  ])('refuses: %s', (_name, code, name, reason) => {
    expect(fix(code, name)).toBe(`refused: ${reason}`);
  });
});

describe('a list that is walked', () => {
  it('does not walk on over what is added meanwhile, as a Set does', () => {
    const walk = (body: string): string =>
      `export function run(xs: string[]) {\n  const seen: string[] = ['a'];\n  for (const x of xs) if (!seen.includes(x)) seen.push(x);\n  seen.forEach((s) => {\n    ${body}\n  });\n  return seen.length;\n}\n`;
    expect(fix(walk('if (!seen.includes(`${s}b`)) seen.push(`${s}b`);'), 'seen')).toMatch(/^refused: `seen` is also used as a list/);
    expect(fix(walk('xs.push(s);'), 'seen', { inputs: [() => [['b', 'a', 'b']]] })).toMatch(/^safe: /);
  });
});

describe('a private field', () => {
  function field(code: string, name: string, more: Partial<Trial> = {}): string {
    return shown(
      tryFix({
        code,
        intent: (find) => ({
          kind: 'set-instead-of-list',
          file: find.file,
          declaration: find.node(name, (node) => ts.isPropertyDeclaration(node.parent) && node.parent.name === node),
          uses: [],
        }),
        ...more,
      }),
    );
  }
  const inbox = (declaration: string, more = ''): string =>
    `export class Inbox {\n  ${declaration}\n  add(id: string): boolean {\n    if (this.seen.includes(id)) return false;\n    this.seen.push(id);\n    return true;\n  }\n${more}}\n`;
  const title = 'suggestion: Make `this.seen` a Set (assumes nothing outside of the class reads its private `seen`)\n';

  it('becomes a Set', () => {
    expect(field(inbox('private readonly seen: string[] = []; // ids'), 'seen')).toBe(
      `${title}export class Inbox {\n  private readonly seen = new Set<string>(); // ids\n  add(id: string): boolean {\n    if (this.seen.has(id)) return false;\n    this.seen.add(id);\n    return true;\n  }\n}\n`,
    );
  });

  it('may be counted, walked and emptied', () => {
    const more = '  reset(): number {\n    const n = this.seen.length;\n    this.seen = [];\n    return n;\n  }\n';
    expect(field(inbox('private seen: string[] = [];', more), 'seen')).toContain('const n = this.seen.size;\n    this.seen = new Set<string>();');
    const walk = '  all(out: string[]): void {\n    for (const id of this.seen) out.push(id);\n  }\n';
    expect(field(inbox('private seen: string[] = [];', walk), 'seen')).toContain('for (const id of this.seen)');
    expect(field(inbox('private seen: string[] = [];', walk).replace('if (this.seen.includes(id)) return false;', ''), 'seen')).toContain(
      'refused: `this.seen.push(id)` may add what is already there',
    );
    const waits = inbox('private seen: string[] = [];', walk)
      .replace('add(id: string): boolean', 'async add(id: string): Promise<boolean>')
      .replace('return false;', 'return false;\n    await null;');
    expect(field(waits, 'seen')).toContain('refused: `this.seen.push(id)` may add what is already there');
  });

  it('is safe where the language keeps others out', () => {
    const code = `${inbox('#seen: string[] = [];').replaceAll('this.seen', 'this.#seen')}export const run = (ids: string[]) => {\n  const inbox = new Inbox();\n  return ids.map((id) => inbox.add(id));\n};\n`;
    expect(field(code, '#seen', { inputs: [() => [['a', 'b', 'a']], () => [[]]] })).toMatch(/^safe: Make `this\.#seen` a Set\n/);
  });

  it.each([
    ['public', inbox('seen: string[] = [];'), '`seen` is not private, so that other code may use it as a list'],
    ['protected', inbox('protected seen: string[] = [];'), '`seen` is not private, so that other code may use it as a list'],
    [
      'decorated',
      `declare const kept: (...args: any[]) => any;\n${inbox('@kept private seen: string[] = [];')}`,
      '`seen` is decorated, so that other code may use it as a list',
    ],
    ['static', inbox('private static seen: string[] = [];').replaceAll('this.seen', 'Inbox.seen'), '`seen` is static'],
    ['given later', inbox('private seen!: string[];'), '`seen` has no value at its declaration'],
    [
      'handed out',
      inbox('private seen: string[] = [];', '  all() { return this.seen; }\n'),
      '`this.seen` is also used as a list: `return this.seen;`',
    ],
    [
      'of another object',
      inbox('private seen: string[] = [];', '  like(other: Inbox) { return other.seen.length; }\n'),
      '`seen` may be used as a list: `other.seen`',
    ],
    [
      'of an object without a type',
      inbox('private seen: string[] = [];', '  like(other: any) { return other.seen; }\n'),
      '`seen` may be used as a list: `other.seen`',
    ],
    [
      'by its text',
      `${inbox('private seen: string[] = [];')}export const peek = (inbox: Inbox) => inbox['seen'][0];\n`,
      "`seen` may be used as a list: `inbox['seen']`",
    ],
    [
      'taken out of `this`',
      inbox('private seen: string[] = [];', '  all() {\n    const { seen } = this;\n    return seen;\n  }\n'),
      '`seen` may be used as a list: `seen`',
    ],
  ])('refuses: %s', (_name, code, reason) => {
    expect(field(code, 'seen')).toBe(`refused: ${reason}`);
  });

  it('minds no field of the same name elsewhere', () => {
    const other = "export class Other {\n  seen = ['a'];\n}\nexport const first = (o: Other) => o.seen[0];\n";
    expect(field(`${inbox('private seen: string[] = [];')}${other}`, 'seen')).toContain(title);
  });
});

describe('dedupe', () => {
  function dedupe(code: string, more: Partial<Trial> = {}): string {
    return shown(
      tryFix({
        code,
        intent: (find) => ({
          kind: 'dedupe',
          file: find.file,
          call: find.node('', (node) => ts.isCallExpression(node) && /\.filter$/.test(node.expression.getText())),
        }),
        ...more,
      }),
    );
  }
  it('is safe for strings without holes', () => {
    expect(
      dedupe("export function run(s: string) {\n  const xs = s.split(',');\n  return xs.filter((x, i) => xs.indexOf(x) === i);\n}\n", {
        inputs: [() => ['a,b,a'], () => ['']],
      }),
    ).toBe(
      "safe: Remove the duplicates of `xs` with a Set\nexport function run(s: string) {\n  const xs = s.split(',');\n  return [...new Set(xs)];\n}\n",
    );
    expect(
      dedupe("export function run(s: string) {\n  return s.split(',').filter((x, i, all) => i === all.indexOf(x)).length;\n}\n", {
        inputs: [() => ['a,b,a']],
      }),
    ).toContain("return [...new Set(s.split(','))].length;");
  });
  it('says what it assumes', () => {
    expect(dedupe('export const run = (xs: string[]) => xs.filter((x, i) => xs.indexOf(x) === i);\n')).toContain('(assumes `xs` has no holes)');
    expect(dedupe('export const run = (xs: number[]) => xs.filter((x, i) => xs.indexOf(x) === i);\n')).toContain(
      '(assumes `xs` holds no NaN; `xs` has no holes)',
    );
  });
  it('never begins a line with a bracket, nor spreads for ES5', () => {
    expect(
      dedupe("export function run(s: string) {\n  const xs = s.split(',')\n  xs.filter((x, i) => xs.indexOf(x) === i).forEach((x) => x)\n}\n"),
    ).toContain('\n  Array.from(new Set(xs)).forEach');
  });
  it('refuses other shapes', () => {
    expect(dedupe('export const run = (xs: string[]) => xs.filter((x, i) => xs.lastIndexOf(x) === i);\n')).toBe(
      'refused: the callback does not keep exactly the first of equal elements',
    );
    expect(dedupe('export const run = (xs: string[], ys: string[]) => xs.filter((x, i) => ys.indexOf(x) === i);\n')).toBe(
      'refused: another list is searched than the one that is filtered',
    );
    expect(dedupe('export const run = (xs: string[]) => xs.filter((x, i) => /* first */ xs.indexOf(x) === i);\n')).toBe(
      'refused: a comment stands inside the code that would be replaced',
    );
  });
});
