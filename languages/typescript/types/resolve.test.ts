import { describe, expect, test } from 'vitest';
import { workspace } from './workspace.fixture.ts';

describe('where an import leads', () => {
  test('relative imports: extensionless, index, .js to .ts, CommonJS', () => {
    const { resolver, path } = workspace({
      'tsconfig.json': '{ "compilerOptions": { "module": "nodenext" } }',
      'package.json': '{ "type": "module" }',
      'src/a.ts': '',
      'src/b.ts': '',
      'src/view.tsx': '',
      'src/folder/index.ts': '',
      'src/old.js': '',
      'src/typed.js': '',
      'src/typed.d.ts': '',
      'src/user.service.ts': '',
    });
    const from = path('src/a.ts');
    const cases: [string, string][] = [
      ['./b', 'src/b.ts'],
      ['./b.js', 'src/b.ts'],
      ['./view.js', 'src/view.tsx'],
      ['./folder', 'src/folder/index.ts'],
      ['./folder/', 'src/folder/index.ts'],
      ['.', 'src/a.ts'],
      ['./old', 'src/old.js'],
      ['./typed', 'src/typed.js'],
      ['./user.service', 'src/user.service.ts'],
      ['../src/b', 'src/b.ts'],
    ];
    for (const [specifier, target] of cases) {
      if (specifier === '.') expect(resolver.resolve(from, specifier)).toEqual({ kind: 'unknown' });
      else expect([specifier, resolver.resolve(from, specifier)]).toEqual([specifier, { kind: 'file', path: path(target) }]);
    }
    expect(resolver.resolve(from, './gone')).toEqual({ kind: 'unknown' });
    expect(resolver.resolve(from, '../../outside')).toEqual({ kind: 'unknown' });
  });

  test('packages, built-in modules, and what is neither', () => {
    const { resolver, path } = workspace({ 'a.ts': '' });
    const from = path('a.ts');
    expect(resolver.resolve(from, 'node:fs/promises')).toEqual({ kind: 'builtin', name: 'fs/promises' });
    expect(resolver.resolve(from, 'fs')).toEqual({ kind: 'builtin', name: 'fs' });
    expect(resolver.resolve(from, 'mysql2/promise')).toEqual({ kind: 'package', name: 'mysql2/promise', package: 'mysql2' });
    expect(resolver.resolve(from, '@prisma/client')).toEqual({ kind: 'package', name: '@prisma/client', package: '@prisma/client' });
    for (const specifier of ['@/lib/x', '~/x', '#x', 'https://x.y/z', ''])
      expect([specifier, resolver.resolve(from, specifier)]).toEqual([specifier, { kind: 'unknown' }]);
  });

  test('path aliases and baseUrl need no node_modules, also for files that no configuration includes', () => {
    const { resolver, path } = workspace({
      'tsconfig.json':
        '{ "include": ["src"], "compilerOptions": { "moduleResolution": "node", "baseUrl": ".", "paths": { "@/*": ["src/*"], "@server/*": ["./src/server/*"] } } }',
      'src/lib/x.ts': '',
      'src/server/db/index.ts': '',
      'src/a.ts': '',
      'scripts/s.ts': '',
    });
    for (const from of ['src/a.ts', 'scripts/s.ts']) {
      expect(resolver.resolve(path(from), '@/lib/x')).toEqual({ kind: 'file', path: path('src/lib/x.ts') });
      expect(resolver.resolve(path(from), '@server/db')).toEqual({ kind: 'file', path: path('src/server/db/index.ts') });
      expect(resolver.resolve(path(from), 'src/lib/x')).toEqual({ kind: 'file', path: path('src/lib/x.ts') });
      expect(resolver.resolve(path(from), 'express')).toEqual({ kind: 'package', name: 'express', package: 'express' });
    }
  });

  test.each([
    ['npm', { 'package.json': '{ "workspaces": ["packages/*", "!packages/old"] }' }],
    ['yarn', { 'package.json': '{ "workspaces": { "packages": ["packages/**"] } }' }],
    ['pnpm', { 'pnpm-workspace.yaml': '# ours\npackages:\n  - "packages/*" # all\n\ncatalog:\n  - no\n' }],
    ['lerna', { 'lerna.json': '{ "packages": ["packages/*"] }' }],
  ])('sibling packages of a monorepo lead to their source (%s)', (_, declaration) => {
    const { resolver, path } = workspace({
      ...declaration,
      'packages/app/package.json': '{ "name": "app", "imports": { "#db": "./dist/db.js", "#lib/*": "./dist/lib/*.js" } }',
      'packages/app/src/a.ts': '',
      'packages/app/src/db.ts': '',
      'packages/app/src/lib/x.ts': '',
      'packages/core/package.json':
        '{ "name": "@acme/core", "main": "dist/index.js", "exports": { ".": { "types": "./dist/index.d.ts", "import": "./dist/esm/index.js" }, "./util/*": "./dist/util/*.js", "./deep": { "default": "./dist/cjs/deep/index.cjs" } } }',
      'packages/core/src/index.ts': '',
      'packages/core/src/util/text.ts': '',
      'packages/core/src/deep/index.ts': '',
      'packages/plain/package.json': '{ "name": "plain", "main": "lib/main.js" }',
      'packages/plain/lib/main.js': '',
      'packages/plain/other.js': '',
    });
    const from = path('packages/app/src/a.ts');
    const cases: [string, string][] = [
      ['@acme/core', 'packages/core/src/index.ts'],
      ['@acme/core/util/text', 'packages/core/src/util/text.ts'],
      ['@acme/core/deep', 'packages/core/src/deep/index.ts'],
      ['plain', 'packages/plain/lib/main.js'],
      ['plain/other', 'packages/plain/other.js'],
      ['#db', 'packages/app/src/db.ts'],
      ['#lib/x', 'packages/app/src/lib/x.ts'],
      ['app/src/db', 'packages/app/src/db.ts'],
    ];
    for (const [specifier, target] of cases)
      expect([specifier, resolver.resolve(from, specifier)]).toEqual([specifier, { kind: 'file', path: path(target) }]);
    expect(resolver.resolve(from, '@acme/elsewhere')).toMatchObject({ kind: 'package' });
  });

  test('a package refers to itself by name', () => {
    const { resolver, path } = workspace({ 'package.json': '{ "name": "me", "exports": "./build/index.js" }', 'src/index.ts': '', 'src/a.ts': '' });
    expect(resolver.resolve(path('src/a.ts'), 'me')).toEqual({ kind: 'file', path: path('src/index.ts') });
  });
});
