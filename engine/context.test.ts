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
  ['src/stubborn/index.ts', 'source'],
  ['jest/int/teardown.js', 'test'],
  ['globalSetup.ts', 'test'],
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
  ['mock-bank-api/main.py', 'test'],
  ['mock_server/index.js', 'test'],
  ['mock-interview/index.js', 'source'],
  ['ledger_poc/index.js', 'example'],
  ['src/epoch/index.ts', 'source'],
  ['_shop_backup/apps/api/src/hash.ts', 'example'],
  ['shop-old/src/hash.ts', 'example'],
  ['src/backup/service.ts', 'source'],
  ['backups/views.py', 'source'],
  ['db-backup/src/service.ts', 'source'],
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
  ['shop/management/report.py', 'source'],
  ['app/__main__.py', 'cli'],
  ['app/cli/users.py', 'cli'],
  ['app/users_test.py', 'test'],
  ['app/tests.py', 'test'],
  ['app/tests/factories.py', 'test'],
  ['app/contest.py', 'source'],
  ['app/latest.py', 'source'],
  ['app/testing_ground.py', 'source'],
  ['shop/migrations/0002_add.py', 'migration'],
  ['alembic/versions/1a2b_add.py', 'migration'],
  ['alembic/env.py', 'migration'],
  ['app/env.py', 'source'],
  ['setup.ts', 'config'],
  ['noxfile.py', 'script'],
  ['fabfile.py', 'script'],
  ['app/tasks.py', 'source'],
  ['scripts/load.py', 'script'],
  ['app/scripts/load.py', 'script'],
  ['tools/load.py', 'script'],
  ['settings.py', 'config'],
  ['shop/settings.py', 'config'],
  ['shop/settings_prod.py', 'config'],
  ['shop/settings/base.py', 'config'],
  ['config/settings/production.py', 'config'],
  ['shop/settings/views.py', 'source'],
  ['app/routers/settings.py', 'source'],
  ['app/api/v1/settings.py', 'source'],
  ['src/settings.ts', 'source'],
  ['app/config.py', 'source'],
  ['docs/conf.py', 'config'],
  ['docs/source/conf.py', 'config'],
  ['app/conf.py', 'source'],
  ['docs/build.py', 'example'],
  ['examples/quickstart.py', 'example'],
  ['app/examples.py', 'source'],
  ['benchmarks/sort.py', 'benchmark'],
  ['asv_bench/sort.py', 'benchmark'],
  ['app/bench_sort.py', 'benchmark'],
  ['app/sort_benchmark.py', 'benchmark'],
  ['locustfile.py', 'benchmark'],
  ['gunicorn.conf.py', 'config'],
  ['app/models.pyi', 'declaration'],
  ['analysis.ipynb', 'source'],
  ['examples/tour.ipynb', 'example'],
  ['tests/test_tour.ipynb', 'test'],
  ['.github/check.py', 'config'],
];

test.each(cases)('%s is %s', (path, context) => {
  expect(fileContext({ fromPackage: path }, '')).toBe(context);
});

test('a shebang makes a command', () => {
  expect(fileContext({ fromPackage: 'src/main.ts' }, '#!/usr/bin/env node\n')).toBe('cli');
  expect(fileContext({ fromPackage: 'src/main.ts' }, '\uFEFF#!/usr/bin/env node\n')).toBe('cli');
  expect(fileContext({ fromPackage: 'src/main.ts' }, '// #!\n')).toBe('source');
});

test('what somebody types is a command of Nest', () => {
  const text =
    "import { Command, CommandRunner } from 'nest-commander';\n@Command({ name: 'import' })\nexport class Import extends CommandRunner {}\n";
  expect(fileContext({ fromPackage: 'src/import.service.ts' }, text)).toBe('cli');
  expect(fileContext({ fromPackage: 'src/import.module.ts' }, "import { CommandModule } from 'nestjs-command';\n")).toBe('source');
});

test('a Python module may have a shebang without being a command', () => {
  expect(fileContext({ fromPackage: 'app/run.py' }, '#!/usr/bin/env python\nif __name__ == "__main__":\n    main()\n')).toBe('cli');
  expect(fileContext({ fromPackage: 'app/run.py' }, '#!/usr/bin/env python\n# -*- coding: utf-8 -*-\nimport os\n')).toBe('source');
});

test('setup.py: of a build, else of what is set up for users', () => {
  expect(fileContext({ fromPackage: 'setup.py' }, 'from setuptools import setup\n')).toBe('script');
  expect(fileContext({ fromPackage: 'setup.py' }, 'async def set_up(users):\n')).toBe('source');
});

test('tasks.py: of invoke at the top of a package, else of a queue', () => {
  expect(fileContext({ fromPackage: 'tasks.py' }, '"""Tasks."""\nfrom invoke import task\n')).toBe('script');
  expect(fileContext({ fromPackage: 'tasks.py' }, 'from celery import shared_task\n')).toBe('source');
  expect(fileContext({ fromPackage: 'app/tasks.py' }, 'from invoke import task\n')).toBe('source');
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

test('manifests of Python make a package; requirements.txt does where no manifest is around', () => {
  const known = new Set([
    '/w/.git',
    '/w/package.json',
    '/w/scripts/requirements.txt',
    '/w/api/manage.py',
    '/w/lib/setup.py',
    '/w/lib/docs/requirements.txt',
    '/w/old/setup.cfg',
    '/w/pipenv/Pipfile',
    '/v/.git',
    '/v/worker/requirements.txt',
    '/u/requirements.txt',
  ]);
  const finder = createRootFinder({ exists: (path) => known.has(path), read: () => null });
  const packageOf = (file: string) => finder.rootsOf(file).package;
  expect(packageOf('/w/scripts/a.py')).toBe('/w');
  expect(finder.contextOf('/w/scripts/a.js', '')).toBe('script');
  expect(packageOf('/w/api/shop/views.py')).toBe('/w/api');
  expect(packageOf('/w/lib/src/a.py')).toBe('/w/lib');
  expect(packageOf('/w/lib/docs/conf.py')).toBe('/w/lib');
  expect(finder.contextOf('/w/lib/docs/conf.py', '')).toBe('config');
  expect(packageOf('/w/old/a.py')).toBe('/w/old');
  expect(packageOf('/w/pipenv/app/a.py')).toBe('/w/pipenv');
  expect(packageOf('/v/worker/app/a.py')).toBe('/v/worker');
  expect(packageOf('/v/other/a.py')).toBe('/v');
  expect(finder.rootsOf('/u/app/a.py')).toMatchObject({ root: '/u', package: '/u' });
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
