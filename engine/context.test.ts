import { expect, test } from 'vitest';
import { fileContext } from './context.ts';
import { createRootFinder } from './project-root.ts';

const cases: [string, string][] = [
  ['src/users.ts', 'source'],
  ['src/contest/latest.ts', 'source'],
  ['src/inspector.ts', 'source'],
  ['src/seedling.ts', 'source'],
  ['src/workbench/view.ts', 'source'],
  ['src/demography/age.ts', 'source'],
  ['src/config/load.ts', 'source'],
  ['src/commands/add.ts', 'source'],
  ['src/migration/plan.ts', 'source'],
  ['src/tools/search.ts', 'source'],
  ['src/docs/document.ts', 'source'],
  ['src/stories/story-list.ts', 'source'],
  ['src/types.d.ts', 'declaration'],
  ['src/app.d.mts', 'declaration'],
  ['src/users.test.ts', 'test'],
  ['src/users.spec.tsx', 'test'],
  ['src/__tests__/users.ts', 'test'],
  ['test/users.ts', 'test'],
  ['Tests/users.py', 'test'],
  ['e2e/login.ts', 'test'],
  ['cypress/support/commands.ts', 'test'],
  ['src/fixtures/users.ts', 'test'],
  ['src/__mocks__/fs.js', 'test'],
  ['src/Button.stories.tsx', 'test'],
  ['app/test_models.py', 'test'],
  ['conftest.py', 'test'],
  ['jest.setup.ts', 'test'],
  ['test/migrations/001.ts', 'test'],
  ['bench/run.ts', 'benchmark'],
  ['src/sort.bench.ts', 'benchmark'],
  ['benchmarks/sort.ts', 'benchmark'],
  ['migrations/0001_initial.py', 'migration'],
  ['src/migration/1700000000000-AddUser.ts', 'migration'],
  ['db/migrate/001.js', 'migration'],
  ['prisma/seed.ts', 'seed'],
  ['db/seeds/users.js', 'seed'],
  ['src/users.seeder.ts', 'seed'],
  ['examples/basic/index.ts', 'example'],
  ['demo/app.tsx', 'example'],
  ['docs/snippets/a.ts', 'example'],
  ['vite.config.ts', 'config'],
  ['webpack.prod.js', 'config'],
  ['.eslintrc.js', 'config'],
  ['karma.conf.js', 'config'],
  ['.storybook/main.ts', 'config'],
  ['scripts/release.ts', 'script'],
  ['tools/gen.mjs', 'script'],
  ['gulpfile.babel.js', 'script'],
  ['bin/run.js', 'cli'],
  ['src/cli/index.ts', 'cli'],
  ['src/cli.ts', 'cli'],
  ['manage.py', 'cli'],
  ['shop/management/commands/import.py', 'cli'],
];

test.each(cases)('%s is %s', (path, context) => {
  expect(fileContext({ fromPackage: path }, '')).toBe(context);
});

test('a shebang makes a command', () => {
  expect(fileContext({ fromPackage: 'src/main.ts' }, '#!/usr/bin/env node\n')).toBe('cli');
  expect(fileContext({ fromPackage: 'src/main.ts' }, '\uFEFF#!/usr/bin/env node\n')).toBe('cli');
  expect(fileContext({ fromPackage: 'src/main.ts' }, '// #!\n')).toBe('source');
});

test('a package that offers a command keeps it in commands/, or is named for it', () => {
  expect(fileContext({ fromPackage: 'src/commands/add.ts', hasBin: true }, '')).toBe('cli');
  expect(fileContext({ fromPackage: 'src/run.ts', fromRoot: 'packages/cli/src/run.ts', hasBin: true }, '')).toBe('cli');
  expect(fileContext({ fromPackage: 'src/run.ts', fromRoot: 'packages/cli/src/run.ts' }, '')).toBe('source');
});

test('names of packages: tools and docs count inside a package only, tests and examples everywhere', () => {
  expect(fileContext({ fromPackage: 'src/a.ts', fromRoot: 'tools/reporter/src/a.ts' }, '')).toBe('source');
  expect(fileContext({ fromPackage: 'src/a.ts', fromRoot: 'scripts/gen/src/a.ts' }, '')).toBe('source');
  expect(fileContext({ fromPackage: 'src/a.ts', fromRoot: 'apps/docs/src/a.ts' }, '')).toBe('source');
  expect(fileContext({ fromPackage: 'src/a.ts', fromRoot: 'examples/shop/src/a.ts' }, '')).toBe('example');
  expect(fileContext({ fromPackage: 'src/a.ts', fromRoot: 'test/fixtures/shop/src/a.ts' }, '')).toBe('test');
});

test('roots are found from the file; folders above the repository say nothing', () => {
  const known = new Map([
    ['/home/x/test/shop/.git', ''],
    ['/home/x/test/shop/package.json', '{}'],
    ['/home/x/test/shop/packages/api/package.json', '{ "bin": "run.js" }'],
    ['/home/x/examples/plain/package.json', '{}'],
    ['/home/x/examples/broken/package.json', '{ "bin": '],
  ]);
  const finder = createRootFinder({ exists: (path) => known.has(path), read: (path) => known.get(path) ?? null });
  expect(finder.rootsOf('/home/x/test/shop/packages/api/src/a.ts')).toEqual({
    root: '/home/x/test/shop',
    package: '/home/x/test/shop/packages/api',
    hasBin: true,
  });
  expect(finder.contextOf('/home/x/test/shop/src/a.ts', '')).toBe('source');
  expect(finder.contextOf('/home/x/test/shop/test/a.ts', '')).toBe('test');
  expect(finder.contextOf('/home/x/test/shop/packages/api/commands/a.ts', '')).toBe('cli');
  expect(finder.contextOf('/home/x/examples/plain/src/a.ts', '')).toBe('source');
  expect(finder.contextOf('/home/x/examples/broken/commands/a.ts', '')).toBe('source');
  expect(finder.contextOf('/home/x/tests/loose.ts', '')).toBe('source');
});
