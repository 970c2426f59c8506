import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createConfigResolver, withoutExcluded } from './config.ts';

const ruleNames = ['nested-loop-lookup', 'list-as-set', 'n-plus-one-query'];

/** A resolver over files that exist only here; `/w/.git` makes `/w` the repository. */
function resolver(files: Record<string, unknown>, root = '/w', repository: string | null = '/w') {
  const texts = new Map(
    Object.entries(files).map(([path, content]) => [path, typeof content === 'string' ? content : JSON.stringify(content, null, 2)]),
  );
  const reads: string[] = [];
  const made = createConfigResolver({
    root,
    ruleNames,
    exists: (path) => repository !== null && path === `${repository}/.git`,
    readFile: (path) => {
      reads.push(path);
      return texts.get(path) ?? null;
    },
  });
  return { ...made, reads };
}
const messages = (made: { problems: readonly { message: string }[] }) => made.problems.map((one) => one.message);

describe('which configuration', () => {
  test('none: everything is on, nothing is said', () => {
    const made = resolver({});
    const config = made.configFor('/w/src/a.ts');
    expect([config.path, config.enabled, config.excluded('/w/src/a.ts'), config.severity('list-as-set', '/w/src/a.ts'), config.knowledge]).toEqual([
      null,
      true,
      false,
      null,
      [],
    ]);
    expect(made.problems).toEqual([]);
  });

  test('the nearest one wins alone', () => {
    const made = resolver({
      '/w/scalelint.json': { rules: { 'list-as-set': 'error', 'nested-loop-lookup': 'off' } },
      '/w/packages/p/scalelint.jsonc': '// only this\n{ "rules": { "list-as-set": "info", }, }',
    });
    const inner = made.configFor('/w/packages/p/src/a.ts');
    expect(inner.path).toBe('/w/packages/p/scalelint.jsonc');
    expect(inner.severity('list-as-set', '/w/packages/p/src/a.ts')).toBe('info');
    expect(inner.severity('nested-loop-lookup', '/w/packages/p/src/a.ts')).toBeNull();
    expect(made.configFor('/w/src/a.ts').severity('list-as-set', '/w/src/a.ts')).toBe('error');
    expect(made.problems).toEqual([]);
  });

  test('found above the workspace, up to the repository and not beyond', () => {
    const files = { '/w/scalelint.json': {}, '/scalelint.json': {} };
    expect(resolver(files, '/w/packages/p').configFor('/w/packages/p/a.ts').path).toBe('/w/scalelint.json');
    expect(resolver({ '/scalelint.json': {} }).configFor('/w/a.ts').path).toBeNull();
    expect(resolver({ '/scalelint.json': {} }, '/w', null).configFor('/w/a.ts').path).toBe('/scalelint.json');
  });

  test('package.json holds one, or turns the folder off; without the key it is passed over', () => {
    const made = resolver({
      '/w/scalelint.json': {},
      '/w/a/package.json': { name: 'a', scalelint: { rules: { 'list-as-set': 'off' } } },
      '/w/b/package.json': { name: 'b', scalelint: false },
      '/w/c/package.json': { name: 'c', devDependencies: { scalelint: '1' } },
      '/w/d/package.json': '{ "name": broken',
    });
    expect(made.configFor('/w/a/x.ts').severity('list-as-set', '/w/a/x.ts')).toBe('off');
    expect(made.configFor('/w/b/deep/x.ts')).toMatchObject({ path: '/w/b/package.json', enabled: false });
    expect(made.configFor('/w/c/x.ts').path).toBe('/w/scalelint.json');
    expect(made.configFor('/w/d/x.ts').path).toBe('/w/scalelint.json');
    expect(made.problems).toEqual([]);
  });

  test('two in one folder: the first is read and the other is said', () => {
    const made = resolver({ '/w/scalelint.json': {}, '/w/package.json': { scalelint: {} } });
    expect(made.configFor('/w/a.ts').path).toBe('/w/scalelint.json');
    expect(made.problems).toMatchObject([{ level: 'note', message: 'package.json is not read, because scalelint.json is. Keep one of them.' }]);
  });

  test('pyproject.toml holds one in [tool.scalelint], and its globs count from its folder; without the table it is passed over', () => {
    const made = resolver({
      '/w/scalelint.json': {},
      '/w/a/pyproject.toml': '[project]\nname = "a"\n\n[tool.scalelint]\nexclude = ["gen/*.py"]\n\n[tool.scalelint.rules]\nlist-as-set = "off"\n',
      '/w/b/pyproject.toml': '[tool]\nscalelint = false\n',
      '/w/c/pyproject.toml': '[dependency-groups]\ndev = ["scalelint"]\n[tool.ruff]\nline-length = 100\n',
      '/w/d/pyproject.toml': '[tool.ruff\ndev = "scalelint"\n',
    });
    const config = made.configFor('/w/a/gen/x.py');
    expect(config.path).toBe('/w/a/pyproject.toml');
    expect(config.severity('list-as-set', '/w/a/x.py')).toBe('off');
    expect(['gen/x.py', 'x.py', 'deep/gen/x.py'].map((name) => config.excluded(`/w/a/${name}`))).toEqual([true, false, false]);
    expect(made.configFor('/w/b/deep/x.py')).toMatchObject({ path: '/w/b/pyproject.toml', enabled: false });
    expect(made.configFor('/w/c/x.py').path).toBe('/w/scalelint.json');
    expect(made.configFor('/w/d/x.py').path).toBe('/w/scalelint.json');
    expect(made.problems).toEqual([]);
  });

  test('several in one folder: scalelint.json before package.json before pyproject.toml, and each other one is said', () => {
    const toml = '[tool.scalelint]\n';
    const made = resolver({
      '/w/a/scalelint.jsonc': {},
      '/w/a/package.json': { scalelint: {} },
      '/w/a/pyproject.toml': toml,
      '/w/b/package.json': { scalelint: {} },
      '/w/b/pyproject.toml': toml,
      '/w/c/package.json': {},
      '/w/c/pyproject.toml': toml,
    });
    expect(['a', 'b', 'c'].map((folder) => made.configFor(`/w/${folder}/x.py`).path)).toEqual([
      '/w/a/scalelint.jsonc',
      '/w/b/package.json',
      '/w/c/pyproject.toml',
    ]);
    expect(messages(made)).toEqual([
      'a/package.json is not read, because a/scalelint.jsonc is. Keep one of them.',
      'a/pyproject.toml is not read, because a/scalelint.jsonc is. Keep one of them.',
      'b/pyproject.toml is not read, because b/package.json is. Keep one of them.',
    ]);
  });

  test('each file is read once', () => {
    const made = resolver({ '/w/scalelint.json': {} });
    for (const file of ['/w/a/b/1.ts', '/w/a/b/2.ts', '/w/a/3.ts']) made.configFor(file);
    expect(made.configFor('/w/a/b/1.ts')).toBe(made.configFor('/w/a/3.ts'));
    expect(new Set(made.reads).size).toBe(made.reads.length);
  });

  test('a file that cannot be read is a problem', () => {
    const made = createConfigResolver({
      root: '/w',
      ruleNames,
      exists: () => false,
      readFile: (path) => {
        if (path === '/w/scalelint.json') throw new Error('EACCES: permission denied');
        return null;
      },
    });
    expect(made.configFor('/w/a.ts').enabled).toBe(true);
    expect(made.problems).toMatchObject([{ level: 'error', message: expect.stringContaining('scalelint.json cannot be read (EACCES') }]);
  });

  test('reads from the disk by default, byte order mark and all', () => {
    const folder = fs.mkdtempSync(join(tmpdir(), 'scalelint-config-'));
    try {
      fs.mkdirSync(join(folder, 'package.json'));
      fs.writeFileSync(join(folder, 'scalelint.json'), '\uFEFF{ "rules": { "list-as-set": "off" } }');
      const made = createConfigResolver({ root: folder, ruleNames });
      expect(made.configFor(`${folder}/src/a.ts`).severity('list-as-set', `${folder}/src/a.ts`)).toBe('off');
      expect(made.problems).toEqual([]);
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  });
});

describe('extends', () => {
  test('the base comes first, own words win, lists add up', () => {
    const made = resolver({
      '/w/scalelint.json': {
        rules: { 'list-as-set': 'error', 'nested-loop-lookup': 'error' },
        overrides: [{ files: ['packages/p/gen/**'], rules: { 'list-as-set': 'off' } }],
        exclude: ['*.gen.ts', 'packages/p/old'],
        knowledge: [{ call: './db#query', effect: 'query' }],
      },
      '/w/packages/p/scalelint.json': {
        extends: '../../scalelint.json',
        rules: { 'nested-loop-lookup': 'off' },
        exclude: ['!keep.gen.ts'],
        knowledge: [{ call: './db#query', effect: 'query' }],
      },
    });
    const config = made.configFor('/w/packages/p/a.ts');
    expect(config.severity('list-as-set', '/w/packages/p/a.ts')).toBe('error');
    expect(config.severity('list-as-set', '/w/packages/p/gen/a.ts')).toBe('off');
    expect(config.severity('nested-loop-lookup', '/w/packages/p/a.ts')).toBe('off');
    expect(['a.ts', 'x.gen.ts', 'old/a.ts', 'keep.gen.ts'].map((name) => config.excluded(`/w/packages/p/${name}`))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(config.knowledge.map((row) => row.symbol)).toEqual(['/w/db#query', '/w/packages/p/db#query']);
    expect(made.problems).toEqual([]);
  });

  test('an own include replaces that of the base', () => {
    const made = resolver({
      '/w/base.json': { include: ['src', 'lib'] },
      '/w/scalelint.json': { extends: './base.json', include: ['src'] },
      '/w/p/scalelint.json': { extends: '../base.json' },
    });
    expect(made.configFor('/w/a.ts').excluded('/w/lib/a.ts')).toBe(true);
    expect(made.configFor('/w/p/a.ts').excluded('/w/p/lib/a.ts')).toBe(false);
    expect(made.configFor('/w/p/a.ts').excluded('/w/p/other/a.ts')).toBe(true);
    expect(made.configFor('/w/a.ts').excluded('/w/src/a.ts')).toBe(false);
  });

  test("globs of a base that stands aside count from the nearest configuration's folder", () => {
    const made = resolver({ '/w/shared/base.json': { exclude: ['src/old'] }, '/w/p/scalelint.json': { extends: '../shared/base.json' } });
    expect(made.configFor('/w/p/a.ts').excluded('/w/p/src/old/a.ts')).toBe(true);
  });

  test('a pyproject.toml extends, and is extended', () => {
    const made = resolver({
      '/w/pyproject.toml': '[tool.scalelint.rules]\nlist-as-set = "error"\nnested-loop-lookup = "error"\n',
      '/w/p/pyproject.toml': '[tool.scalelint]\nextends = "../pyproject.toml"\nrules = { list-as-set = "off" }\n',
      '/w/q/pyproject.toml': '[project]\nname = "scalelint-plugin"\n',
      '/w/r/scalelint.json': { extends: '../q/pyproject.toml' },
    });
    const config = made.configFor('/w/p/a.py');
    expect(['list-as-set', 'nested-loop-lookup'].map((name) => config.severity(name, '/w/p/a.py'))).toEqual(['off', 'error']);
    made.configFor('/w/r/a.py');
    expect(messages(made)).toEqual([
      'r/scalelint.json:2:3: q/pyproject.toml does not exist or holds no configuration. Correct the path; nothing is taken from it.',
    ]);
  });

  test('circles, missing files and files outside of the workspace are reported, the rest holds', () => {
    const made = resolver({
      '/w/a/scalelint.json': { extends: './b.json', rules: { 'list-as-set': 'off' } },
      '/w/a/b.json': { extends: './scalelint.json' },
      '/w/c/scalelint.json': { extends: './gone.json' },
      '/w/d/scalelint.json': { extends: '../../etc/x.json' },
      '/w/e/scalelint.json': { extends: 'some-package' },
    });
    for (const folder of ['a', 'c', 'd', 'e']) made.configFor(`/w/${folder}/x.ts`);
    expect(made.configFor('/w/a/x.ts').severity('list-as-set', '/w/a/x.ts')).toBe('off');
    const all = messages(made);
    expect(all[0]).toMatch(/^a\/b\.json:2:3: .*circle: a\/scalelint\.json → a\/b\.json → a\/scalelint\.json/);
    expect(all[1]).toMatch(/^c\/scalelint\.json:2:3: c\/gone\.json does not exist/);
    expect(all[2]).toMatch(/^d\/scalelint\.json:2:3: \/etc\/x\.json is outside of the workspace \(\/w\)/);
    expect(all[3]).toMatch(/^e\/scalelint\.json:2:3: "some-package" is no path .*Packages are not loaded/);
    expect(made.reads).not.toContain('/etc/x.json');
  });
});

describe('what it says', () => {
  const made = resolver({
    '/w/scalelint.json': {
      include: ['src', 'lib'],
      exclude: ['src/legacy/', '**/*.gen.ts'],
      rules: { 'list-as-set': 'warning' },
      overrides: [
        { files: ['*.test.ts'], rules: { 'list-as-set': 'off' } },
        { files: ['src/hot/**'], rules: { 'list-as-set': 'error' } },
      ],
    },
  });
  const config = made.configFor('/w/src/a.ts');

  test('include and exclude', () => {
    const excluded = ['src/a.ts', 'lib/deep/a.ts', 'other/a.ts', 'src/legacy/a.ts', 'src/x.gen.ts'].map((name) => config.excluded(`/w/${name}`));
    expect(excluded).toEqual([false, false, true, true, true]);
  });

  test('the last override that matches and names the rule wins', () => {
    const of = (name: string) => config.severity('list-as-set', `/w/${name}`);
    expect([of('src/a.ts'), of('src/a.test.ts'), of('src/hot/a.ts'), of('src/hot/a.test.ts')]).toEqual(['warning', 'off', 'error', 'error']);
    expect(config.severity('constructor', '/w/src/a.ts')).toBeNull();
  });

  test('shard keys add up, and the nearest file has the last word', () => {
    const made = resolver({
      '/w/base.json': { shardKeys: { orders: 'tenant_id', users: 'tenant_id' } },
      '/w/scalelint.json': { extends: './base.json', shardKeys: { users: 'region' } },
    });
    expect(made.configFor('/w/src/a.ts').shardKeys).toEqual({ orders: 'tenant_id', users: 'region' });
  });

  test('knowledge becomes rows', () => {
    const rows = resolver({
      '/w/a/scalelint.json': {
        knowledge: [
          { call: 'my-pkg#Client.fetchAll', effect: 'request', weight: 'heavy' },
          { call: '@my/pkg/sub#default', effect: 'query', access: 'read' },
          { call: '../src/db.ts#query', effect: 'query' },
          { call: 'node:fs#readSync', effect: 'blocking' },
          { call: './util#*.find', effect: 'scan' },
        ],
      },
    }).configFor('/w/a/x.ts').knowledge;
    expect(rows).toEqual([
      { symbol: 'my-pkg#Client.fetchAll', op: { kind: 'request', weight: 'heavy' } },
      { symbol: '@my/pkg/sub#default', op: { kind: 'query', access: 'read' } },
      { symbol: '/w/src/db#query', op: { kind: 'query' } },
      { symbol: 'fs#readSync', op: { kind: 'blocking' } },
      { symbol: '/w/a/util#*.find', op: { kind: 'scan', on: 0 } },
    ]);
  });

  test('excluded and switched-off files are taken away, with the reason', () => {
    const some = resolver({ '/w/scalelint.json': { exclude: ['old'] }, '/w/b/package.json': { scalelint: false } });
    expect(withoutExcluded(['/w/a.ts', '/w/old/a.ts', '/w/b/c.ts'], some)).toEqual({
      files: ['/w/a.ts'],
      skipped: [
        { file: '/w/old/a.ts', reason: 'excluded by /w/scalelint.json' },
        { file: '/w/b/c.ts', reason: 'scalelint is off in /w/b/package.json' },
      ],
    });
  });
});

describe('mistakes', () => {
  const wrong = (text: string, path = '/w/scalelint.json') => {
    const made = resolver({ [path]: text });
    return { config: made.configFor('/w/a.ts'), problems: made.problems };
  };

  test.each([
    [
      '{\n  "rules": {\n    "list-as-sett": "off"\n  }\n}',
      'scalelint.json:3:5: There is no rule `list-as-sett`. Did you mean `list-as-set`? Correct the name or remove the line; `scalelint rules` lists all.',
    ],
    [
      '{ "overrides": [{ "files": ["a"], "rules": { "nope": "off" } }] }',
      'scalelint.json:1:46: There is no rule `nope`. Correct the name or remove the line; `scalelint rules` lists all.',
    ],
    [
      '{\n  "exclud": []\n}',
      'scalelint.json:2:3: `exclud` is no key of a configuration. Did you mean `exclude`? Allowed: $schema, extends, rules, overrides, exclude, include, shardKeys, knowledge.',
    ],
    ['{ "rules": { "list-as-set": "warn" } }', 'scalelint.json:1:14: "warn" is not possible for `list-as-set`. Allowed: off, info, warning, error.'],
    [
      '{ "rules": { "list-as-set": "eror" } }',
      'scalelint.json:1:14: "eror" is not possible for `list-as-set`. Did you mean `error`? Allowed: off, info, warning, error.',
    ],
    ['{ "exclude": "dist" }', 'scalelint.json:1:3: `exclude` must be a list: `[ … ]`, not "dist".'],
    ['{ "exclude": ["a", 3] }', 'scalelint.json:1:20: `exclude[1]` must be a text, not 3.'],
    ['{ "knowledge": [{ "call": "a#b" }] }', 'scalelint.json:1:17: `effect` is missing here. Add it.'],
    [
      '{ "knowledge": [{ "call": "db.query", "effect": "query" }] }',
      'scalelint.json:1:19: "db.query" does not name a call. Write `module#member`, `module#Type.member` or `./src/file#member`.',
    ],
    [
      '{ "knowledge": [{ "call": "a#b", "effect": "query", "acess": "read" }] }',
      'scalelint.json:1:53: `acess` is no key of an entry of `knowledge`. Did you mean `access`? Allowed: call, effect, access, weight.',
    ],
    ['[]', 'scalelint.json:1:1: A configuration is an object: `{ "rules": { … } }`. It is ignored.'],
  ])('%s', (text, message) => {
    const { problems } = wrong(text);
    expect(problems).toMatchObject([{ level: 'error', file: '/w/scalelint.json', message }]);
  });

  test('invalid JSON: said once, with its place; nothing of it holds, and nothing else is broken', () => {
    const { config, problems } = wrong('{\n  "rules": { "list-as-set": "off" }\n  "exclude": []\n}');
    expect(problems.map((one) => one.message)).toEqual([
      'scalelint.json:3:3: A comma is missing before this. The whole configuration is ignored until this is corrected.',
    ]);
    expect(config).toMatchObject({ path: '/w/scalelint.json', enabled: true });
    expect(config.severity('list-as-set', '/w/a.ts')).toBeNull();
    expect(wrong('').problems[0]?.message).toMatch(/^scalelint\.json:1:1: .*ignored/);
    expect(wrong('{ "rules": {').problems).toHaveLength(1);
    expect(wrong('['.repeat(200_000)).problems).toHaveLength(1);
  });

  test('what is wrong is left out, the rest holds', () => {
    const { config, problems } = wrong('{ "rules": { "list-as-set": "loud", "n-plus-one-query": "off" }, "exclude": ["old", 3], "extra": 1 }');
    expect(problems).toHaveLength(3);
    expect(config.severity('n-plus-one-query', '/w/a.ts')).toBe('off');
    expect(config.severity('list-as-set', '/w/a.ts')).toBeNull();
    expect(config.excluded('/w/old/a.ts')).toBe(true);
  });

  test('positions inside package.json', () => {
    const { problems } = wrong('{\n  "name": "x",\n  "scalelint": { "rule": {} }\n}', '/w/package.json');
    expect(problems[0]?.message).toMatch(/^package\.json:3:18: `rule` is no key of a configuration\. Did you mean `rules`\?/);
    expect(problems[0]?.span).toEqual({ start: 34, end: 40 });
    expect(wrong('{ "scalelint": true }', '/w/package.json').problems[0]?.message).toMatch(/^package\.json:1:3: .*or `false` to turn scalelint off/);
  });

  test('names from the prototype are no rules and no harm', () => {
    const { config } = wrong('{ "rules": { "constructor": "off", "__proto__": { "list-as-set": "off" } } }');
    for (const name of ['constructor', 'toString', 'list-as-set']) expect(config.severity(name, '/w/a.ts')).toBeNull();
  });
});
