import { describe, expect, test } from 'vitest';
import { parseConfigFile } from './config-file.ts';
import { readToml } from './config-toml.ts';

const rules = new Set(['list-as-set', 'nested-loop-lookup']);
const parsed = (text: string) => parseConfigFile('/w/pyproject.toml', text, 'pyproject.toml', rules);
const messages = (text: string) => parsed(text).problems.map(({ message }) => message);

describe('what is read', () => {
  test('the same keys as in scalelint.json, in every way that TOML has to write them', () => {
    const text = ['tool.scalelint.extends = "./base.json" # dotted', '[project]', 'name = "shop"', '[tool.scalelint]'];
    expect(parsed(text.join('\n')).problems[0]?.message).toMatch(/^pyproject\.toml:4:2: This is not valid TOML/);
    const whole = `
[tool.other]
exclude = 1
[tool.scalelint]
"exclude" = ['gen', """old""", ]
rules.list-as-set = "off"
rules."nested-loop-lookup" = 'info'
[[tool.scalelint.overrides]]
files = ["a"]
rules = { list-as-set = "error" }
[[tool . "scalelint" . overrides]]
files = ["b"]
[tool.scalelint.overrides.rules]
list-as-set = "warning"
[[tool.scalelint.knowledge]]
call = "./db#query"
effect = "query"
`;
    for (const version of [whole, whole.replaceAll('\n', '\r\n'), `\uFEFF${whole}`])
      expect(parsed(version)).toMatchObject({
        problems: [],
        config: {
          exclude: ['gen', 'old'],
          rules: { 'list-as-set': 'off', 'nested-loop-lookup': 'info' },
          overrides: [
            { files: ['a'], rules: { 'list-as-set': 'error' } },
            { files: ['b'], rules: { 'list-as-set': 'warning' } },
          ],
          knowledge: [{ call: './db#query', effect: 'query' }],
        },
      });
  });

  test('a file that speaks of other things is passed over, broken or not', () => {
    for (const text of ['', '[tool.ruff]\n', '[project]\ndependencies = ["scalelint"]\n', '[tool.ruff\n', 'dependencies = [ "scalelint"\n'])
      expect(readToml(text)).toBe('nothing');
  });

  test('an empty table is a configuration', () => expect(parsed('[tool.scalelint]')).toMatchObject({ config: {}, problems: [] }));
});

describe('what is wrong is said with its place', () => {
  test.each([
    [
      '[tool.scalelint.rules]\n  list-as-sett = "off"',
      'pyproject.toml:2:3: There is no rule `list-as-sett`. Did you mean `list-as-set`? Correct the name or remove the line; `scalelint rules` lists all.',
    ],
    [
      '[project]\nexclud = 1\n\n[tool.scalelint]\nexclud = []',
      'pyproject.toml:5:1: `exclud` is no key of a configuration. Did you mean `exclude`? Allowed: $schema, extends, rules, overrides, exclude, include, shardKeys, knowledge.',
    ],
    [
      '[tool.scalelint.rule]\nlist-as-set = "off"',
      'pyproject.toml:1:17: `rule` is no key of a configuration. Did you mean `rules`? Allowed: $schema, extends, rules, overrides, exclude, include, shardKeys, knowledge.',
    ],
    [
      '[tool.scalelint]\nrules = { # now\n  list-as-set = "eror" }',
      'pyproject.toml:3:3: "eror" is not possible for `list-as-set`. Did you mean `error`? Allowed: off, info, warning, error.',
    ],
    ['tool.scalelint.rules.list-as-set = true', 'pyproject.toml:1:22: true is not possible for `list-as-set`. Allowed: off, info, warning, error.'],
    ['[tool.scalelint]\nexclude = "dist"', 'pyproject.toml:2:1: `exclude` must be a list: `[ … ]`, not "dist".'],
    [`[tool.scalelint]\nexclude = [\n  "a,]", # ]\n  '''b\n''', 3]`, 'pyproject.toml:5:6: `exclude[2]` must be a text, not 3.'],
    ['[tool.scalelint]\nrules = 1979-05-27 07:32:00', 'pyproject.toml:2:1: `rules` must be a table: `{ … }`, not "1979-05-27T07:32:00.000".'],
    ['[tool.scalelint]\nexclude = {}', 'pyproject.toml:2:1: `exclude` must be a list: `[ … ]`, not Object.'],
    [
      '[[tool.scalelint.knowledge]]\ncall = "a#b"\neffect = "query"\n\n  [[tool.scalelint.knowledge]]\ncall = "a#c"',
      'pyproject.toml:5:3: `effect` is missing here. Add it.',
    ],
    [
      '[[tool.scalelint.overrides]]\nfiles = []\n[tool.scalelint.overrides.rules]\n[[tool.scalelint.overrides]]\nfiles = []\n[tool.scalelint.overrides.rules]\n"no\\u0070e" = "off"',
      'pyproject.toml:7:1: There is no rule `nope`. Correct the name or remove the line; `scalelint rules` lists all.',
    ],
    ['[tool]\nscalelint = 1', 'pyproject.toml:2:1: A configuration is a table, or `false` to turn scalelint off in this folder. It is ignored.'],
  ])('%j', (text, message) => {
    expect(messages(text)).toEqual([message]);
    expect(messages(text.replaceAll('\n', '\r\n'))).toEqual([message]);
  });

  test('the rest holds', () => {
    expect(parsed('[tool.scalelint]\nexclude = ["old", 3]\nextra = 1\n[tool.scalelint.rules]\nlist-as-set = "off"').config).toEqual({
      exclude: ['old'],
      rules: { 'list-as-set': 'off' },
    });
  });

  test.each([
    ['[tool.scalelint]\nexclude = ["a"', 2, 'expected comma or end of structure'],
    ['[tool.scalelint]\n\nexclude [] \n', 3, 'illegal character in key'],
    ['\uFEFF[tool.scalelint] x', 1, 'each key-value declaration must be followed by an end-of-line'],
    ['# "\r\n[tool."scalelint".rules]\r\na = 1\r\na = 2', 4, 'trying to redefine an already defined table or value'],
    ['x = [\n[tool.scalelint]\n', 2, ''],
  ])('broken: %j', (text, line, reason) => {
    const [message, ...more] = messages(text);
    expect(message).toMatch(new RegExp(`^pyproject\\.toml:${line}:\\d+: This is not valid TOML: ${reason}`));
    expect(message).toMatch(/The whole configuration is ignored until this is corrected\.$/);
    expect(more).toEqual([]);
    expect(parsed(text).config).toEqual({});
  });

  test('names from the prototype are no harm', () => {
    expect(parsed('[tool.scalelint.rules]\n__proto__ = "off"\nconstructor = "off"').config).toEqual({ rules: {} });
  });
});

test('places: what a broken text would trip over is walked past', () => {
  const text = `# [tool.scalelint]
a = """ \\""" ["]
[tool.scalelint]
" """ # "
b = '''
[tool.scalelint]
x = 1'''
c = {d = [1, {e = "}", f.g = ']'}], h = 2020-01-01}
[[x]]
[x.y]
[tool.scalelint]
exclude = ["a", 2]
`;
  const read = readToml(text);
  const of = (...path: (string | number)[]) => {
    const span = typeof read === 'object' && 'value' in read ? read.spanOf(path) : null;
    return span && [text.slice(0, span.start).split('\n').length, text.slice(span.start, span.end)];
  };
  expect([of(), of('exclude'), of('exclude', 1), of('include')]).toEqual([[11, 'scalelint'], [12, 'exclude'], [12, '2'], null]);
});
