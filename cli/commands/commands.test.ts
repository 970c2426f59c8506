import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseConfigFile } from '../../engine/config-file.ts';
import { main } from '../main.ts';
import { fakeEngine, fakeIo, resultOf, rules } from '../testing.ts';
import { jsonConfiguration, tomlConfiguration } from './configuration-text.ts';

const folder = (files: Record<string, string> = {}) => {
  const cwd = mkdtempSync(join(tmpdir(), 'scalelint-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  return cwd;
};

async function run(cwd: string, ...argv: string[]) {
  const { io, out, err } = fakeIo({ cwd, columns: 100 });
  const code = await main(
    argv,
    io,
    fakeEngine(() => resultOf({ sources: {} })),
  );
  return { code, out: out(), err: err() };
}

describe('init', () => {
  test('writes a configuration that is valid, and stays valid when uncommented', () => {
    const names = new Set(rules.map(({ name }) => name));
    const text = jsonConfiguration(rules, 'recommended');
    for (const version of [text, text.replace(/^( +)\/\/ (?=["{])/gm, '$1')])
      expect(parseConfigFile('/x/scalelint.jsonc', version, 'x', names).problems).toEqual([]);
    expect(text.match(/^ +\/\/ "/gm)?.length).toBeGreaterThan(3);
    const toml = tomlConfiguration(rules, 'recommended');
    const uncommented = toml.replace(/^# (?=\[\[|[a-z-]+ = )/gm, '');
    for (const version of [toml, uncommented]) expect(parseConfigFile('/x/pyproject.toml', version, 'x', names).problems).toEqual([]);
    expect(Object.keys(parseConfigFile('/x/pyproject.toml', uncommented, 'x', names).config ?? {}).sort()).toEqual([
      'exclude',
      'knowledge',
      'overrides',
      'rules',
    ]);
  });

  test.each(['package.json', 'pyproject.toml'])('strict makes hints of all rules warnings, beside %s', async (manifest) => {
    const cwd = folder({ [manifest]: manifest.endsWith('json') ? '{}' : '[project]\nname = "shop"\n', 'a.py': '' });
    const { code, out } = await run(cwd, 'init', 'strict');
    expect([code, out.split('\n')[0]]).toEqual([0, expect.stringContaining('hints of all rules count as warnings')]);
    const shown = (await run(cwd, 'config', 'a.py')).out;
    for (const { name } of rules) expect(shown).toMatch(new RegExp(`${name} +warning`));
  });

  test('names the presets to who asks for another', async () => {
    const cwd = folder({});
    const { code, err } = await run(cwd, 'init', 'strickt');
    expect([code, err]).toEqual([2, expect.stringContaining('Did you mean `strict`?')]);
    expect(err).toContain('Presets: recommended, strict.');
    expect(readdirSync(cwd)).toEqual([]);
  });

  test.each([
    ['', ''],
    ['[project]\nname = "shop"\n', '\n'],
    ['[project]\r\nname = "shop"', '\r\n\r\n'],
  ])('adds a table to a pyproject.toml that stands alone: %j', async (toml, gap) => {
    const cwd = folder({ 'pyproject.toml': toml, 'a.py': '' });
    const { code, out } = await run(cwd, 'init');
    expect([code, readdirSync(cwd)]).toEqual([0, ['a.py', 'pyproject.toml']]);
    expect(out).toContain('Wrote [tool.scalelint] in pyproject.toml: ');
    const text = readFileSync(join(cwd, 'pyproject.toml'), 'utf8');
    expect(text.slice(0, toml.length + gap.length + 6)).toBe(`${toml}${gap}[tool.`);
    expect(/(?<!\r)\n/.test(text)).toBe(gap !== '\r\n\r\n');
    expect((await run(cwd, 'config', 'a.py')).out).toContain('Configuration  pyproject.toml\nChecked        yes\n');
    expect((await run(cwd, 'init')).err).toContain('pyproject.toml already holds a configuration');
  });

  test('beside a package.json it leaves pyproject.toml alone', async () => {
    const taken = folder({ 'pyproject.toml': '[tool.scalelint]\n', 'package.json': '{}' });
    expect((await run(taken, 'init')).err).toContain('pyproject.toml already holds a configuration');
    const cwd = folder({ 'pyproject.toml': '', 'package.json': '{}' });
    expect((await run(cwd, 'init')).code).toBe(0);
    expect(readdirSync(cwd)).toEqual(['package.json', 'pyproject.toml', 'scalelint.jsonc']);
    expect(readFileSync(join(cwd, 'pyproject.toml'), 'utf8')).toBe('');
  });

  test.each(['[project\n', 'tool = { ruff = {} }\n'])('leaves a pyproject.toml alone that has no place for a table: %j', async (toml) => {
    const cwd = folder({ 'pyproject.toml': toml });
    const { code, err } = await run(cwd, 'init');
    expect([code, err.includes('error: pyproject.toml is not valid TOML, or has no place for a table; nothing was written.')]).toEqual([2, true]);
    expect(readFileSync(join(cwd, 'pyproject.toml'), 'utf8')).toBe(toml);
  });

  test('says what it found', async () => {
    const cwd = folder({ 'package.json': JSON.stringify({ dependencies: { express: '5', '@prisma/client': '6' } }) });
    const { code, out } = await run(cwd, 'init');
    expect(code).toBe(0);
    expect(out).toContain('  Prisma: queries in loops are found\n  Express: handlers are hot: they run per request\n');
    expect(readdirSync(cwd)).toContain('scalelint.jsonc');
  });

  test.each([
    ['scalelint.jsonc', '// mine'],
    ['scalelint.json', '{}'],
    ['package.json', '{"scalelint": false}'],
    ['pyproject.toml', '[tool.scalelint]\n'],
  ])('never overwrites %s', async (name, text) => {
    const cwd = folder({ [name]: text });
    const { code, err } = await run(cwd, 'init');
    expect(code).toBe(2);
    expect(err).toContain(`${name} already holds a configuration`);
    expect(readdirSync(cwd)).toEqual([name]);
    expect(readFileSync(join(cwd, name), 'utf8')).toBe(text);
  });
});

describe('config', () => {
  test('shows what holds and why', async () => {
    const cwd = folder({ 'scalelint.json': '{"rules": {"nested-loop-lookup": "off"}, "exclude": ["gen.ts"]}', 'a.ts': '', 'gen.ts': '' });
    const { code, out } = await run(cwd, 'config', 'a.ts');
    expect(code).toBe(0);
    expect(out).toContain('Configuration  scalelint.json\nChecked        yes\n');
    expect(out).toMatch(/nested-loop-lookup +off +configured \(default: warning\)\n/);
    expect(out).toMatch(/n-plus-one-query +error +default, at most\n/);
    const raised = folder({ 'scalelint.json': '{"rules": {"n-plus-one-query": "error"}}', 'a.ts': '' });
    expect((await run(raised, 'config', 'a.ts')).out).toMatch(/n-plus-one-query +error +configured, for hints too \(default: at most error\)\n/);
    expect((await run(cwd, 'config', 'gen.ts')).out).toContain('Checked        no, this file is excluded');
  });

  test('shows the columns by which tables are spread', async () => {
    const cwd = folder({ 'scalelint.json': '{"shardKeys": {"orders": "tenant_id", "Invoice": "org"}}', 'a.ts': '' });
    expect((await run(cwd, 'config', 'a.ts')).out).toContain('Shard keys     orders by tenant_id, Invoice by org\n');
  });

  test('names pyproject.toml, and what is wrong in it', async () => {
    const { code, out, err } = await run(folder({ 'pyproject.toml': '[tool.scalelint]\nexclud = ["gen"]\n', 'a.py': '' }), 'config', 'a.py');
    expect(code).toBe(2);
    expect(out).toContain('Configuration  pyproject.toml\n');
    expect(err).toContain('error: pyproject.toml:2:1: `exclud` is no key of a configuration. Did you mean `exclude`?');
  });

  test('tells what is wrong in it', async () => {
    const { code, err } = await run(folder({ 'scalelint.json': '{"rules": {"nested-lop-lookup": "off"}}', 'a.ts': '' }), 'config', 'a.ts');
    expect(code).toBe(2);
    expect(err).toContain('scalelint.json:1:');
    expect(err).toContain('Did you mean `nested-loop-lookup`?');
  });
});

test('rules and model', async () => {
  const cwd = folder({ 'a.ts': '' });
  expect((await run(cwd, 'rules')).out).toMatch(/^ {2}rule +severity +fixes +finds\n {2}n-plus-one-query +error +sometimes +One query/);
  expect((await run(cwd, 'model', 'a.ts')).out).toBe(`model of ${join(cwd, 'a.ts')}\n`);
});

test('explain falls back to the summary when a page is missing', async () => {
  const { code, out } = await run(folder(), 'explain', 'scalelint(n-plus-one-query)');
  expect(code).toBe(0);
  expect(out).toMatch(/severity: error · languages: typescript, python · fixes some findings automatically\n$/);
});

test('help names every command', async () => {
  const { out } = await run(folder(), '--help');
  for (const command of ['explain RULE', 'rules', 'model FILE', 'init', 'config FILE', '--fix-suggestions']) expect(out).toContain(command);
  expect((await run(folder(), 'explain', '--help')).out).toContain('scalelint explain RULE');
});
