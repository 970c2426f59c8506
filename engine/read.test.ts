import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reasonToSkip } from './generated-code.ts';
import { decodeSource, readSource, writeSourceAtomically } from './read.ts';

let folder = '';
beforeAll(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'scalelint-read-'));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  fs.writeFileSync(path, content);
  return path;
}
const skipped = (result: object) => ('skipped' in result ? (result.skipped as { reason: string }).reason : result);
const problem = (result: object) => ('problem' in result ? (result.problem as { message: string }).message : result);

describe('reading', () => {
  test('keeps the text exactly, byte order mark and line ends included', async () => {
    const text = '\uFEFFconst a = "ä💡";\r\n';
    expect(readSource(put('a.ts', text))).toEqual({ text });
  });

  test('an empty file is a text', async () => {
    expect(readSource(put('empty.ts', ''))).toEqual({ text: '' });
  });

  test('names the byte that is not UTF-8', async () => {
    const path = put('latin1.ts', Buffer.from('// ok\n// caf\xe9 au lait\n', 'latin1'));
    const message = problem(readSource(path));
    expect(message).toContain('byte 0xe9 at offset 12, line 2');
    expect(message).toMatch(/Convert it to UTF-8 or exclude it/);
  });

  test('Python files are read in the encoding that they name', () => {
    // What Python's own codecs write for each.
    const cookie = (name: string) => Buffer.from(`#!/usr/bin/python\n# -*- coding: ${name} -*-\n`);
    const read = (name: string, ...bytes: number[]) => decodeSource('/a.py', Buffer.concat([cookie(name), Uint8Array.from(bytes)]));
    const holds = (name: string, text: string) => ({ text: `${cookie(name)}${text}`, encoding: name });
    expect(read('latin-1', 0x63, 0xe9, 0x85)).toEqual(holds('latin-1', 'c\u00e9\u0085'));
    expect(read('cp1252', 0x80, 0xe9)).toEqual(holds('cp1252', '€é'));
    expect(read('iso-8859-15', 0xa4)).toEqual(holds('iso-8859-15', '€'));
    expect(read('KOI8-R', 0xce, 0xc5, 0xd4)).toEqual(holds('KOI8-R', 'нет'));
    expect(read('euc_jp', 0xc6, 0xfc, 0xcb, 0xdc)).toEqual(holds('euc_jp', '日本'));
    expect(read('cp932', 0x93, 0xfa, 0x83, 0x5c)).toEqual(holds('cp932', '日ソ'));
    expect(read('iso2022-jp', 0x1b, 0x24, 0x42, 0x46, 0x7c, 0x1b, 0x28, 0x42)).toEqual(holds('iso2022-jp', '日'));
    expect(decodeSource('/a.py', Buffer.from('# vim: set fileencoding=big5 :\r\nx = "\xa4\xa4"', 'latin1'))).toMatchObject({
      text: '# vim: set fileencoding=big5 :\r\nx = "中"',
    });
  });

  test('valid UTF-8 is UTF-8, whatever its first lines say', () => {
    expect(decodeSource('/a.py', Buffer.from('# coding: latin-1\nx = "é"\n'))).toEqual({ text: '# coding: latin-1\nx = "é"\n' });
  });

  test('what Python would not read is refused', () => {
    const refused = (file: string, ...lines: string[]) => problem(decodeSource(file, Buffer.from([...lines, 'x = "\xe9"\n'].join('\n'), 'latin1')));
    expect(refused('/a.py', '# coding: cp437')).toBe(
      '/a.py is no text in `cp437`, which it names as its encoding. Convert it to UTF-8 or exclude it in scalelint.json.',
    );
    for (const name of ['ascii', 'euc-jp', 'utf-16', 'klingon']) expect(refused('/a.py', `# coding: ${name}`)).toContain('is no text in');
    expect(refused('/a.py', '# coding: utf-8')).toContain('is not UTF-8');
    // Too late, below a statement, in no comment, or in another language.
    expect(refused('/a.py', '', '', '# coding: latin-1')).toContain('is not UTF-8');
    expect(refused('/a.py', 'import os', '# coding: latin-1')).toContain('is not UTF-8');
    expect(refused('/a.py', 'coding = "coding: latin-1"')).toContain('is not UTF-8');
    expect(refused('/a.ts', '# coding: latin-1')).toContain('is not UTF-8');
  });

  test('a sequence that is cut off at the end is not UTF-8', () => {
    expect(problem(decodeSource('/a.ts', Uint8Array.of(97, 0xe2, 0x82)))).toContain('not UTF-8 (byte 0xe2 at offset 1');
  });

  test('names UTF-16', () => {
    expect(problem(decodeSource('/a.ts', Buffer.from('\uFEFFlet a', 'utf16le')))).toContain('UTF-16 (little endian)');
    expect(problem(decodeSource('/a.ts', Uint8Array.of(0xfe, 0xff, 0, 97)))).toContain('UTF-16 (big endian)');
  });

  test('skips binaries and large files', async () => {
    expect(skipped(readSource(put('video.ts', Uint8Array.of(0x47, 0, 1, 2))))).toBe('binary (it contains NUL bytes)');
    expect(skipped(readSource(put('big.js', 'let a;\n'.repeat(160_000))))).toBe('larger than 1 MiB');
    expect(skipped(readSource(put('fits.js', 'let a;\n'.repeat(140_000))))).toHaveProperty('text');
  });

  test('a file that is gone, or is a folder, is a problem and not an exception', async () => {
    expect(problem(readSource(join(folder, 'gone.ts')))).toContain('it does not exist');
    expect(problem(readSource(folder))).toContain('it is a folder');
    // A pipe would be waited for until somebody writes to it.
    expect(problem(readSource('/dev/null'))).toContain('is a pipe or a device');
  });
});

describe('code that nobody wrote', () => {
  const code = 'for(var i=0;i<n;i++){f(i);}';

  test('minified by its average line', () => {
    expect(reasonToSkip(`${code.repeat(300)}\n`)).toMatch(/^minified \(average line of 4,05\d characters\)$/);
    expect(reasonToSkip(`${code.repeat(100)}\n`)).toBeNull();
  });

  test('minified by one very long line of code between normal ones', () => {
    expect(reasonToSkip(`${'let a;\n'.repeat(3000)}${code.repeat(800)}\n`)).toBe('minified (a line of 21,600 characters)');
  });

  test('a long line of data or a source map does not make code minified', () => {
    const data = `export const logo = "${'iVBORw0KGgoAAAANSUhEUg'.repeat(3000)}";\nexport function f(a) {\n  return a;\n}\n`;
    expect(reasonToSkip(data)).toBeNull();
    expect(reasonToSkip(`let a;\n//# sourceMappingURL=data:${'x=;'.repeat(9000)}\n`)).toBeNull();
  });

  test.each([
    '// Code generated by protoc-gen-ts. DO NOT EDIT.\n',
    '/* eslint-disable */\n/**\n * @generated by graphql-codegen\n */\n',
    '#!/usr/bin/env node\n\n// This file was automatically generated by foo\n',
    '// THIS FILE IS AUTO-GENERATED\n',
    "'use strict';\n// This file is autogenerated\n",
    '\uFEFF# Code generated by x\n',
    '"""DO NOT EDIT"""\n',
  ])('generated: %j', (head) => {
    expect(reasonToSkip(`${head}export const a = 1;\n`)).toBe('generated (its first comment says so)');
  });

  test.each([
    'export const note = "DO NOT EDIT";\n',
    'import a from "a";\n// @generated\n',
    '// Please do not edit the order of imports.\n',
    '// Ids are generated by the database.\n',
  ])('not generated: %j', (text) => {
    expect(reasonToSkip(text)).toBeNull();
  });
});

describe('writing', () => {
  test('writes, keeps the mode and leaves nothing behind', async () => {
    const path = put('write.ts', '\uFEFFa\r\n');
    fs.chmodSync(path, 0o777);
    expect(await writeSourceAtomically(path, '\uFEFFa\r\n', '\uFEFFb\r\n')).toBeNull();
    expect(fs.readFileSync(path, 'utf8')).toBe('\uFEFFb\r\n');
    expect(fs.statSync(path).mode & 0o777).toBe(0o777);
    expect(fs.readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('refuses when the file is no longer what was analysed', async () => {
    const path = put('changed.ts', 'mine');
    expect((await writeSourceAtomically(path, 'analysed', 'fixed'))?.message).toContain('changed while it was being checked');
    expect(fs.readFileSync(path, 'utf8')).toBe('mine');
  });

  test('writes through a symbolic link', async () => {
    const target = put('target.ts', 'a');
    const link = join(folder, 'link.ts');
    fs.symlinkSync(target, link);
    expect(await writeSourceAtomically(link, 'a', 'b')).toBeNull();
    expect(fs.lstatSync(link).isSymbolicLink()).toBe(true);
    expect(fs.readFileSync(target, 'utf8')).toBe('b');
  });

  test('refuses to write half a character', async () => {
    const path = put('half.ts', '💡');
    expect((await writeSourceAtomically(path, '💡', '💡'.slice(0, 1)))?.message).toContain('cut a character in two');
    expect(fs.readFileSync(path, 'utf8')).toBe('💡');
  });

  test('a file that is gone is a problem', async () => {
    expect((await writeSourceAtomically(join(folder, 'gone.ts'), 'a', 'b'))?.message).toContain('it does not exist');
  });
});
