/** With the real engine: that the command line and it understand each other. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cpuProfileOf } from '../profiles/testing.ts';
import { main } from './main.ts';
import { fakeIo } from './testing.ts';

const slow = `export function report(users: { id: string }[], list: string) {
  const banned = list.split('\\n');
  const out: { id: string }[] = [];
  for (const user of users) {
    if (banned.includes(user.id)) out.push(user);
  }
  return out;
}

export function show(_req: unknown, res: { send(all: unknown): void }, users: { id: string }[], list: string) {
  res.send(report(users, list));
}
`;

async function run(cwd: string, argv: string[], stdin?: string) {
  const { io, out, err } = fakeIo({ cwd, ...(stdin === undefined ? {} : { stdin }) });
  const code = await main(argv, io);
  return { code, out: out(), err: err() };
}

function project(): string {
  const cwd = mkdtempSync(join(tmpdir(), 'scalelint-'));
  mkdirSync(join(cwd, 'src'));
  // A safe fix rests on strictNullChecks: without it, anything might be null.
  writeFileSync(join(cwd, 'tsconfig.json'), '{ "compilerOptions": { "strict": true } }');
  writeFileSync(join(cwd, 'src/report.ts'), slow);
  return cwd;
}

test('finds, fixes, and is content', async () => {
  const cwd = project();
  const first = await run(cwd, ['src', '-f', 'concise']);
  expect(first.out).toMatch(/^src\/report\.ts:5:9: warning nested-loop-lookup: `banned\.includes\(…\)`.*\n$/);
  expect(first.code).toBe(1);
  const fixed = await run(cwd, ['--fix', 'src']);
  expect(fixed.out).toContain('Fixed 1 problem in 1 file');
  expect(fixed.code).toBe(0);
  expect(readFileSync(join(cwd, 'src/report.ts'), 'utf8')).toContain('bannedSet.has(user.id)');
});

test('standard input', async () => {
  const { code, out } = await run(project(), ['--stdin-filename', 'src/new.ts', '-', '-f', 'json'], slow);
  expect(code).toBe(1);
  expect((JSON.parse(out) as { findings: { file: string }[] }).findings.map(({ file }) => file)).toEqual(['src/new.ts']);
});

test('a path that does not exist is an error, and the others are checked all the same', async () => {
  const cwd = project();
  const { code, out, err } = await run(cwd, ['srx', 'src', '-f', 'concise']);
  expect(code).toBe(2);
  expect(err).toMatch(/^error: srx does not exist\. Did you mean `src`\?/);
  expect(out).toContain('nested-loop-lookup');
  expect(await run(cwd, ['srx'])).toMatchObject({ code: 2, out: '' });
});

test('a wrong configuration is an error, and everything is checked all the same', async () => {
  const cwd = project();
  writeFileSync(join(cwd, 'scalelint.json'), '{ "rulez": {} }');
  const { code, out, err } = await run(cwd, ['src', '-f', 'concise']);
  expect(code).toBe(2);
  expect(err).toMatch(/^error: scalelint\.json:1:3: .*Did you mean `rules`\?/);
  expect(out).toContain('nested-loop-lookup');
});

test('every rule can be explained', async () => {
  const cwd = project();
  const { out } = await run(cwd, ['rules']);
  const names = [...out.matchAll(/^ {2}([a-z-]+-[a-z-]+) /gm)].map(([, name]) => name ?? '');
  expect(names.length).toBeGreaterThan(3);
  for (const name of names) expect(await run(cwd, ['explain', name])).toMatchObject({ code: 0, out: expect.stringContaining(name) });
});

test('a profile says where it is hot', async () => {
  const cwd = project();
  const stack = ['report@file:///app/src/report.ts:1:23'];
  const take = (name: string, milliseconds: number) => {
    const samples = [[stack, milliseconds] as const, [['other@node:fs:1:1'], 1000 - milliseconds] as const];
    writeFileSync(join(cwd, name), JSON.stringify(cpuProfileOf(samples)));
  };
  take('hot.cpuprofile', 370);
  take('cold.cpuprofile', 2);
  const hot = await run(cwd, ['src', '-f', 'concise', '--profile', 'hot.cpuprofile']);
  expect(hot).toMatchObject({ code: 1, err: '' });
  expect(hot.out).toMatch(/ \(37 % of the time in `hot\.cpuprofile` is spent in `report`\)\n$/);
  const both = await run(cwd, ['src', '-f', 'concise', '--profile', 'hot.cpuprofile', '--profile=cold.cpuprofile']);
  expect(both.out).toBe(hot.out);
  const cold = await run(cwd, ['src', '--profile', 'cold.cpuprofile']);
  expect(cold.code).toBe(0);
  expect(cold.out).toContain('1 more at a lower severity: --severity info\n1 lowered by what the profile says');
});

test('what is no profile is wrong usage', async () => {
  const cwd = project();
  writeFileSync(join(cwd, 'cut.cpuprofile'), '{"nodes": [');
  expect(await run(cwd, ['src', '--profile', 'cut.cpuprofile'])).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringMatching(/^error: the profile `cut\.cpuprofile` is cut off or damaged: .*\n/),
  });
  expect((await run(cwd, ['src', '--profile', 'cut.cpuprofil'])).err).toContain('does not exist. Did you mean `cut.cpuprofile`?');
});

test('a file in another encoding is checked, and nothing is written to it', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'scalelint-'));
  const code = [
    '# -*- coding: latin-1 -*-',
    'def kept(users: list[str], banned: list[str]) -> list[str]:',
    "    café = 'é'",
    "    return [user + café for user in users if ('é', user in banned)[1]]",
    '',
  ].join('\n');
  const inLatin1 = Buffer.from(code, 'latin1');
  writeFileSync(join(cwd, 'kept.py'), inLatin1);
  writeFileSync(join(cwd, 'twin.py'), code.replace('latin-1', 'utf-8'));
  const found = await run(cwd, ['.', '-f', 'json', '--severity', 'info']);
  const { findings } = JSON.parse(found.out) as { findings: { file: string; range: unknown }[] };
  expect(findings.map(({ file }) => file)).toEqual(['kept.py', 'twin.py']);
  expect(findings[0]?.range).toEqual(findings[1]?.range);
  const fixed = await run(cwd, ['.', '--fix-suggestions', '--severity', 'info']);
  expect(fixed.out).toContain('not automatic: the file is in `latin-1`, and files are written in UTF-8 only');
  expect(readFileSync(join(cwd, 'kept.py'))).toEqual(inLatin1);
  expect(readFileSync(join(cwd, 'twin.py'), 'utf8')).not.toBe(code.replace('latin-1', 'utf-8'));
});
