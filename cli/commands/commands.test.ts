import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseConfigFile } from '../../engine/config-file.ts';
import { main } from '../main.ts';
import { fakeEngine, fakeIo, resultOf, rules } from '../testing.ts';
import { configurationText } from './init.ts';

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
    const text = configurationText(rules);
    for (const version of [text, text.replace(/^( +)\/\/ (?=["{])/gm, '$1')])
      expect(parseConfigFile('/x/scalelint.jsonc', version, 'x', names).problems).toEqual([]);
    expect(text.match(/^ +\/\/ "/gm)?.length).toBeGreaterThan(3);
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
    expect(out).toMatch(/n-plus-one-query +error +default\n/);
    expect((await run(cwd, 'config', 'gen.ts')).out).toContain('Checked        no, this file is excluded');
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
