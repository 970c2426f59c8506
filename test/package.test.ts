/** What users install: `dist/` alone, without a node_modules beside it, and the two commands that stand in README.md. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');
const at = mkdtempSync(join(tmpdir(), 'scalelint-package-'));
const project = join(at, 'project');

const slow = `export function allowed(users: { id: string }[], list: string) {
  const banned = list.split('\\n');
  return users.filter((user) => !banned.includes(user.id));
}

export function show(_req: unknown, res: { send(all: unknown): void }, users: { id: string }[], list: string) {
  res.send(allowed(users, list));
}
`;

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(script: string, args: readonly string[], cwd: string, env: Record<string, string> = {}): Run {
  return spawnSync(process.execPath, [script, ...args], { cwd, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', ...env } });
}

beforeAll(() => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { files: string[] };
  for (const path of ['package.json', ...manifest.files]) cpSync(join(root, path), join(at, 'installed', path), { recursive: true });
  mkdirSync(join(project, 'src'), { recursive: true });
  writeFileSync(join(project, 'tsconfig.json'), '{ "compilerOptions": { "strict": true } }');
  writeFileSync(join(project, 'src/slow.ts'), slow);
  writeFileSync(join(project, 'src/fine.ts'), 'export const answer = 42;\n');
});

afterAll(() => rmSync(at, { recursive: true, force: true }));

describe('the package', () => {
  const scalelint = (...args: string[]): Run => run(join(at, 'installed/dist/cli.js'), args, project);

  test('needs nothing but Node', () => {
    const chunks = readdirSync(dist).filter((name) => name.endsWith('.js'));
    const imports = chunks.flatMap((name) =>
      ts.preProcessFile(readFileSync(join(dist, name), 'utf8'), true, false).importedFiles.map((file) => file.fileName),
    );
    expect(chunks).toContain('cli.js');
    expect(imports.filter((specifier) => !specifier.startsWith('./') && !isBuiltin(specifier))).toEqual([]);
  });

  test('brings what is read at run time', () => {
    const rules = readdirSync(join(root, 'rules'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const wanted = ['lib/lib.d.ts', 'lib/lib.es5.d.ts', 'lib/lib.esnext.d.ts', 'lib/lib.dom.d.ts', ...rules.map((entry) => `rules/${entry.name}.md`)];
    expect(wanted.filter((path) => !existsSync(join(dist, path)))).toEqual([]);
  });

  test('says its version', () => expect(scalelint('--version')).toMatchObject({ status: 0, stderr: '' }));

  test('explains a rule', () => {
    const { status, stdout } = scalelint('explain', 'nested-loop-lookup');
    expect({ status, known: stdout.includes('nested-loop-lookup') }).toEqual({ status: 0, known: true });
  });

  test('finds, and says so by its exit code', () => {
    const found = scalelint('check', 'src', '--format', 'concise');
    expect(found.stdout).toMatch(/src\/slow\.ts:3:\d+.*nested-loop-lookup/);
    expect(found.status).toBe(1);
    expect(scalelint('check', 'src/fine.ts').status).toBe(0);
    expect(scalelint('check', 'src/none.ts').status).toBe(2);
  });

  test('fixes', () => {
    const copy = join(project, 'src/fixed.ts');
    writeFileSync(copy, slow);
    scalelint('check', '--fix', 'src/fixed.ts');
    expect(readFileSync(copy, 'utf8')).toContain('new Set(banned)');
    expect(scalelint('check', 'src/fixed.ts').status).toBe(0);
    rmSync(copy);
  });
});

describe('npm start', () => {
  const start = (...args: string[]): Run => run(join(root, 'scripts/bootstrap.mjs'), ['check', ...args], root, { INIT_CWD: project });

  test('reads paths from where the user stands, and passes the exit code on', () => {
    const found = start('src', '--format', 'concise');
    expect(found.stdout).toMatch(/src\/slow\.ts:3:\d+/);
    expect(found.status).toBe(1);
    expect(start('src/fine.ts').status).toBe(0);
  });

  test('checks the current folder when there is no path', () => expect(start().stdout).toContain('src/slow.ts:3'));
});
