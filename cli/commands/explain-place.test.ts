import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CheckRequest } from '../../engine/check.ts';
import { main } from '../main.ts';
import { fakeEngine, fakeIo, replacement, resultOf } from '../testing.ts';
import { placeIn } from './explain-place.ts';

const text = 'const shown = users\n  .filter((user) => !banned.includes(user.id));\nconst twice = names.includes(name);\n';

function project() {
  const cwd = mkdtempSync(join(tmpdir(), 'scalelint-'));
  const file = join(cwd, 'a.ts');
  writeFileSync(file, text);
  writeFileSync(join(cwd, 'old.ts'), '');
  const sources = { [file]: text };
  const fix = replacement(sources, file, 'banned.includes', 'bannedSet.has', {
    level: 'suggestion',
    proofs: ['`banned` is an array'],
    unproven: ['nothing called in the loop changes `banned`'],
  });
  const asked: CheckRequest[] = [];
  const engine = fakeEngine((request) => {
    asked.push(request);
    return resultOf({
      sources,
      findings: [
        { file, at: 'banned.includes(user.id)', severity: 'info', fixed: fix },
        { file, at: 'names.includes(name)', fixed: { refused: '`names` is changed in the loop' } },
      ],
      skipped: [{ file: join(cwd, 'old.ts'), reason: 'excluded by the configuration' }],
    });
  });
  const explain = async (...operands: string[]) => {
    const { io, out, err } = fakeIo({ cwd, columns: 100 });
    const code = await main(['explain', ...operands], io, engine);
    return { code, out: out(), err: err() };
  };
  return { asked, explain, cwd };
}

test('from a folder of many projects only the one around the file is read', async () => {
  const { asked, explain, cwd } = project();
  mkdirSync(join(cwd, 'shop', 'src'), { recursive: true });
  writeFileSync(join(cwd, 'shop', 'package.json'), '{}');
  writeFileSync(join(cwd, 'shop', 'src', 'b.ts'), text);
  await explain('shop/src/b.ts:2');
  expect(asked.map(({ paths }) => paths)).toEqual([[`${cwd}/shop`, 'shop/src/b.ts']]);
});

test('a line is explained with what its fix changes and rests on, hints too, in the light of the whole folder', async () => {
  const { asked, explain } = project();
  const { code, out } = await explain('a.ts:2:30');
  expect(code).toBe(0);
  expect(asked.map(({ paths, minimumSeverity }) => [paths, minimumSeverity])).toEqual([[['.', 'a.ts'], undefined]]);
  expect(out).toContain('a.ts:2:22  info  nested-loop-lookup\n');
  expect(out).toContain('        ✓ `banned` is an array\n        ? not proven: nothing called in the loop changes `banned`\n');
  expect(out).toContain('-  .filter((user) => !banned.includes(user.id));\n+  .filter((user) => !bannedSet.has(user.id));\n');
  expect(out).toContain('scalelint explain nested-loop-lookup');
  expect(out).not.toContain('a.ts:3:');
});

test('a refusal says what could not be proven', async () => {
  const { out } = await project().explain('a.ts:3');
  expect(out).toContain('not automatic: `names` is changed in the loop');
});

test('a line without a finding says where there are some, and a file that is not checked why', async () => {
  const { explain } = project();
  expect((await explain('a.ts:1')).out).toContain('No finding at a.ts:1. There are some at a.ts:2, a.ts:3.');
  expect((await explain('old.ts:1')).out).toContain('old.ts is not checked: excluded by the configuration.');
  expect(await explain('b.ts:1')).toMatchObject({ code: 2, err: expect.stringContaining('no such file: `b.ts`. Did you mean `a.ts`?') });
});

test.each([
  ['src/a.ts:7', { path: 'src/a.ts', cell: null, line: 7 }],
  ['src/a.ts:7:34', { path: 'src/a.ts', cell: null, line: 7 }],
  ['C:\\src\\a.ts:7', { path: 'C:\\src\\a.ts', cell: null, line: 7 }],
  ['analysis.ipynb, cell 3, line 4:12', { path: 'analysis.ipynb', cell: 3, line: 4 }],
  ['nested-loop-lookup', null],
])('%s is a place, or is none', (operand, place) => {
  expect(placeIn(operand)).toEqual(place);
});
