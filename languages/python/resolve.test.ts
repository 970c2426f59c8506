import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createPythonResolver } from './resolve.ts';
import { short, workspace } from './testing/python-workspace.ts';

describe('relative imports', () => {
  const { resolve } = workspace({
    'shop/__init__.py': '',
    'shop/models.py': '',
    'shop/api.py': '',
    'shop/api/__init__.py': '',
    'shop/api/views.py': '',
    'shop/plain/__init__.py': '',
    'shop/plain/a.py': '',
    'shop/plain.py': '',
    'shop/loose/b.py': '',
    'shop/loose.py': '',
    'shop/fast.pyi': '',
    'shop/both.py': '',
    'shop/both.pyi': '',
    'outside.py': '',
  });
  test.each([
    ['shop/models.py', '.', 'shop/__init__.py'],
    ['shop/models.py', '.models', 'shop/models.py'],
    ['shop/__init__.py', '.', 'shop/__init__.py'],
    ['shop/__init__.py', '.models', 'shop/models.py'],
    ['shop/__init__.py', '.api.views', 'shop/api/views.py'],
    ['shop/api/views.py', '..', 'shop/__init__.py'],
    ['shop/api/views.py', '..models', 'shop/models.py'],
    ['shop/api/__init__.py', '..models', 'shop/models.py'],
    ['shop/api/views.py', '...outside', 'outside.py'],
    // A package hides the module beside it.
    ['shop/models.py', '.api', 'shop/api/__init__.py'],
    // A folder does not; but the module is not what lies around the folder's files.
    ['shop/models.py', '.loose', 'shop/loose.py'],
    ['shop/loose/b.py', '.', 'unknown'],
    ['shop/models.py', '.both', 'shop/both.py'],
    ['shop/models.py', '.fast', 'shop/fast.pyi'],
    ['shop/models.py', '.gone', 'unknown'],
    ['shop/models.py', '..', 'unknown'],
    ['shop/models.py', '...above', 'unknown'],
    ['shop/models.py', '....', 'unknown'],
  ])('in %s, %s is %s', (file, specifier, target) => expect(resolve(file, specifier)).toBe(target));

  test('what is no name leads nowhere', () => {
    for (const specifier of ['', 'a..b', 'a.', './models', '..\\models', 'a b'])
      expect([specifier, resolve('shop/models.py', specifier)]).toEqual([specifier, 'unknown']);
  });
});

describe('absolute imports of the project', () => {
  test('start above the outermost package', () => {
    const { resolve } = workspace({
      'services/pay/app/__init__.py': '',
      'services/pay/app/db/__init__.py': '',
      'services/pay/app/db/session.py': '',
      'services/mail/app/__init__.py': '',
      'services/mail/app/db.py': '',
    });
    expect(resolve('services/pay/app/db/session.py', 'app.db')).toBe('services/pay/app/db/__init__.py');
    expect(resolve('services/pay/app/db/session.py', 'app')).toBe('services/pay/app/__init__.py');
    expect(resolve('services/mail/app/db.py', 'app.db')).toBe('services/mail/app/db.py');
    // The package is there; what is missing in it is generated, or compiled.
    expect(resolve('services/mail/app/db.py', 'app.schema_pb2')).toBe('unknown');
  });

  test.each(['src', 'lib'])('start in %s/ of the project around the file', (layout) => {
    const { resolve } = workspace({
      'pyproject.toml': '',
      [`${layout}/shop/__init__.py`]: '',
      [`${layout}/shop/orders.py`]: '',
      'tests/unit/test_orders.py': '',
    });
    expect(resolve('tests/unit/test_orders.py', 'shop.orders')).toBe(`${layout}/shop/orders.py`);
    expect(resolve(`${layout}/shop/orders.py`, 'shop')).toBe(`${layout}/shop/__init__.py`);
  });

  test('start in src/ of a nested project, whatever marks it as one', () => {
    for (const [marker, text] of Object.entries({ 'pyproject.toml': '', 'setup.cfg': '', 'setup.py': 'from setuptools import setup' })) {
      const { resolve } = workspace({ [`backend/${marker}`]: text, 'backend/src/shop/orders.py': '', 'backend/tests/test_orders.py': '' });
      expect([marker, resolve('backend/tests/test_orders.py', 'shop.orders')]).toEqual([marker, 'backend/src/shop/orders.py']);
    }
  });

  test('do not start in a src/ that is itself a package', () => {
    const { resolve } = workspace({ 'src/__init__.py': '', 'src/orders.py': '', 'tests/test_orders.py': '' });
    expect(resolve('tests/test_orders.py', 'orders')).toBe('package py:orders');
    expect(resolve('tests/test_orders.py', 'src.orders')).toBe('src/orders.py');
  });

  test('scripts import their neighbours, the nearest first; modules of packages do not', () => {
    const { resolve } = workspace({
      'helpers.py': '',
      'shared.py': '',
      'scripts/run.py': '',
      'scripts/helpers.py': '',
      'shop/__init__.py': '',
      'shop/a.py': '',
      'shop/helpers.py': '',
      'shop/orders.py': '',
    });
    expect(resolve('scripts/run.py', 'helpers')).toBe('scripts/helpers.py');
    expect(resolve('scripts/run.py', 'shared')).toBe('shared.py');
    expect(resolve('shop/a.py', 'helpers')).toBe('helpers.py');
    expect(resolve('shop/a.py', 'orders')).toBe('package py:orders');
  });

  test('lead into folders without __init__.py, which have no file themselves', () => {
    const { resolve } = workspace({
      'requirements.txt': 'alembic',
      'app/core/config.py': '',
      'app/main.py': '',
      'tests/test_a.py': '',
      'docker/Dockerfile': '',
      'alembic/env.py': '',
    });
    expect(resolve('tests/test_a.py', 'app.core.config')).toBe('app/core/config.py');
    expect(resolve('tests/test_a.py', 'app.core')).toBe('unknown');
    expect(resolve('tests/test_a.py', 'app')).toBe('unknown');
    expect(resolve('app/main.py', 'app.core')).toBe('unknown');
    expect(resolve('tests/test_a.py', 'docker')).toBe('package py:docker');
    expect(resolve('tests/test_a.py', 'alembic')).toBe('package py:alembic');
  });

  test('want modules rather than stubs, and take stubs of their own packages only', () => {
    const { resolve } = workspace({
      'shop/__init__.py': '',
      'shop/_speed.pyi': '',
      'shop/a.py': '',
      'shop/a.pyi': '',
      'requests/__init__.pyi': '',
      'yaml.pyi': '',
    });
    expect(resolve('shop/__init__.py', 'shop.a')).toBe('shop/a.py');
    expect(resolve('shop/__init__.py', 'shop._speed')).toBe('shop/_speed.pyi');
    expect(resolve('shop/__init__.py', 'requests')).toBe('package py:requests');
    expect(resolve('shop/__init__.py', 'yaml')).toBe('package py:yaml');
  });
});

describe('the standard library', () => {
  const { resolve } = workspace({
    'app/__init__.py': '',
    'app/json.py': '',
    'app/main.py': '',
    'tool/json.py': '',
    'tool/main.py': '',
    'tool/parser.py': '',
    'tool/logging/config.py': '',
    'tool/calendar/models.py': '',
    'tool/test/__init__.py': '',
    'tool/test/helpers.py': '',
  });
  test.each([
    ['os.path', 'builtin py:os.path'],
    ['__future__', 'builtin py:__future__'],
    ['xml.etree.ElementTree', 'builtin py:xml.etree.ElementTree'],
    ['encodings.utf_8', 'builtin py:encodings.utf_8'],
    ['distutils.core', 'builtin py:distutils.core'],
    ['asynchat', 'builtin py:asynchat'],
    ['tomllib', 'builtin py:tomllib'],
    ['compression.zstd', 'builtin py:compression.zstd'],
    ['winreg', 'builtin py:winreg'],
    // A module of that name hides it from nobody, neither in a package nor beside a script.
    ['json', 'builtin py:json'],
    ['logging.config', 'builtin py:logging.config'],
    // Not every Python has a `parser`, and none has a `calendar.models`.
    ['parser', 'tool/parser.py'],
    ['calendar.models', 'tool/calendar/models.py'],
    ['calendar.views', 'builtin py:calendar.views'],
    ['parser.deep', 'builtin py:parser.deep'],
    ['test.helpers', 'tool/test/helpers.py'],
    ['test.support', 'builtin py:test.support'],
  ])('%s is %s', (specifier, target) => expect(resolve('tool/main.py', specifier)).toBe(target));

  test('is not what lies beside a module of a package', () => expect(resolve('app/main.py', 'json')).toBe('builtin py:json'));
});

describe('libraries', () => {
  test('are all that is not in the project, by their whole name', () => {
    const { resolve } = workspace({ 'a.py': '' });
    expect(resolve('a.py', 'requests')).toBe('package py:requests');
    expect(resolve('a.py', 'django.db.models')).toBe('package py:django.db.models');
  });

  test('a module does not import itself', () => {
    const { resolve } = workspace({ 'celery.py': '', 'main.py': '', 'shop/__init__.py': '' });
    expect(resolve('celery.py', 'celery')).toBe('package py:celery');
    expect(resolve('main.py', 'celery')).toBe('celery.py');
    // Nor where another file of its folder asked before.
    const other = workspace({ 'celery.py': '', 'main.py': '', 'jobs/celery/__init__.py': '', 'jobs/celery/app.py': '' });
    expect(other.resolve('main.py', 'celery')).toBe('celery.py');
    expect(other.resolve('celery.py', 'celery')).toBe('package py:celery');
    expect(other.resolve('jobs/celery/app.py', 'jobs.celery')).toBe('jobs/celery/__init__.py');
    expect(other.resolve('jobs/celery/__init__.py', 'jobs.celery')).not.toBe('jobs/celery/__init__.py');
    expect(resolve('shop/__init__.py', 'shop')).toBe('shop/__init__.py');
  });

  test.each([
    ['requirements.txt', '# cache\n-r base.txt\nRedis[hiredis]>=5 ; python_version > "3"\r\ngoogle-cloud_storage\n'],
    ['requirements-dev.in', 'redis\ngoogle.cloud.storage\n'],
    ['requirements/base.txt', 'redis==5.0\ngoogle-cloud-storage\n'],
    ['pyproject.toml', '[project]\ndependencies = ["redis>=5", "google-cloud-storage"]'],
    ['pyproject.toml', '[project.optional-dependencies]\ncache = ["redis"]\ncloud = ["google-cloud-storage~=2.0"]'],
    ['pyproject.toml', '[dependency-groups]\ndev = [{ include-group = "x" }, "redis", "google-cloud-storage"]'],
    ['pyproject.toml', '[tool.poetry.dependencies]\nredis = "^5"\n[tool.poetry.group.dev.dependencies]\ngoogle-cloud-storage = "*"'],
    ['pyproject.toml', '[tool.uv]\ndev-dependencies = ["redis", "google-cloud-storage"]'],
    ['pyproject.toml', '[tool.poetry.dev-dependencies]\nredis = "^5"\ngoogle-cloud-storage = { version = "*" }'],
    ['Pipfile', '[packages]\nredis = "*"\n[dev-packages]\ngoogle-cloud-storage = "*"'],
  ])('what %s asks for is no module that happens to be called so', (file, text) => {
    const { resolve } = workspace({ [`api/${file}`]: text, 'api/core/redis.py': '', 'api/core/main.py': '', 'api/google/cloud/storage.py': '' });
    expect(resolve('api/core/main.py', 'redis')).toBe('package py:redis');
    expect(resolve('api/core/main.py', 'google.cloud.storage')).toBe('package py:google.cloud.storage');
  });

  test('nobody asks for a repository, for an option, or for what other texts begin with', () => {
    const { resolve } = workspace({
      'requirements.txt': 'git+https://host/x.git\n--extra cache\n',
      'notes.txt': 'redis\n',
      'git.py': '',
      'extra.py': '',
      'redis.py': '',
      'a.py': '',
    });
    for (const name of ['git', 'extra', 'redis']) expect(resolve('a.py', name)).toBe(`${name}.py`);
  });

  test.each(['[project]', '[tool.poetry]'])('a project that asks for itself, for an extra, has its own modules all the same: %s', (table) => {
    const toml = `${table}\nname = "Bottle"\n[dependency-groups]\nall = ["bottle[cache]"]`;
    const { resolve } = workspace({ 'pyproject.toml': toml, 'bottle.py': '', 'a.py': '' });
    expect(resolve('a.py', 'bottle')).toBe('bottle.py');
  });

  test('so is a package of a project though its documentation asks for it, but not one beside a script', () => {
    const { resolve } = workspace({
      'setup.py': 'import setuptools',
      'fastapi/__init__.py': '',
      'docs/requirements.txt': 'fastapi\npydantic',
      'docs/conf.py': '',
      'docs/pydantic/__init__.py': '',
    });
    expect(resolve('docs/conf.py', 'fastapi')).toBe('fastapi/__init__.py');
    expect(resolve('docs/conf.py', 'pydantic')).toBe('package py:pydantic');
  });

  test('a folder about a library is not the library', () => {
    const { resolve } = workspace({ 'alembic/env.py': '', 'alembic/versions/a.py': '', 'tests/locust/load.py': '', 'tests/test_a.py': '' });
    expect(resolve('alembic/env.py', 'alembic')).toBe('package py:alembic');
    expect(resolve('alembic/versions/a.py', 'alembic')).toBe('package py:alembic');
    expect(resolve('tests/test_a.py', 'locust')).toBe('package py:locust');
  });

  test.each(['site-packages', '.venv', 'venv', 'node_modules', '.tox'])('are not read in %s', (folder) => {
    const { resolve } = workspace({
      'pyproject.toml': `[tool.pyright]\nextraPaths = ["${folder}", "${folder}/lib"]`,
      [`${folder}/requests/__init__.py`]: '',
      [`${folder}/lib/requests/api.py`]: '',
      [`${folder}/lib/a.py`]: '',
      'a.py': '',
    });
    expect(resolve('a.py', 'requests')).toBe('package py:requests');
    expect(resolve('a.py', 'requests.api')).toBe('package py:requests.api');
    expect(resolve('a.py', `.${folder.replace('.', '')}.lib.a`)).toBe('unknown');
    expect(resolve(`${folder}/lib/a.py`, '.requests.api')).toBe('unknown');
  });
});

describe('what is remembered', () => {
  const texts = {
    'pyproject.toml': '',
    'src/shop/__init__.py': '',
    'src/shop/a.py': '',
    'packages/x/pyproject.toml': '',
    'packages/x/acme/__init__.py': '',
  };

  test('ten thousand questions are few to the disk', () => {
    const { resolve, asked } = workspace(texts);
    const specifiers = ['.', '.a', '.gone', 'shop.a', 'shop.gone', 'acme', 'requests.adapters', 'django.db.models', 'os.path', 'calendar.models'];
    for (let i = 0; i < 1000; i++) for (const specifier of specifiers) resolve(`src/shop/module${i}.py`, specifier);
    expect(asked.length).toBeLessThan(200);
    expect(new Set(asked).size).toBeGreaterThan(20);
    const before = asked.length;
    for (const specifier of specifiers) resolve('src/shop/module1.py', specifier);
    expect(asked.length).toBe(before);
  });

  test('a new file, of an unsaved buffer too, is found once what was known is forgotten; and a changed project', () => {
    const { resolve, resolver, files } = workspace(texts);
    expect(resolve('src/shop/a.py', '.new')).toBe('unknown');
    expect(resolve('src/shop/a.py', 'shop.fresh.b')).toBe('unknown');
    expect(resolve('src/shop/a.py', 'tool')).toBe('package py:tool');
    files.set('/w/src/shop/new.py', '');
    files.set('/w/src/shop/fresh/b.py', '');
    files.set('/w/python/tool.py', '');
    files.set('/w/pyproject.toml', '[tool.pyright]\nextraPaths = ["python"]');
    expect(resolve('src/shop/a.py', '.new')).toBe('unknown');
    resolver.forget();
    expect(resolve('src/shop/a.py', '.new')).toBe('src/shop/new.py');
    expect(resolve('src/shop/a.py', 'shop.fresh.b')).toBe('src/shop/fresh/b.py');
    expect(resolve('src/shop/a.py', 'tool')).toBe('python/tool.py');
    files.delete('/w/src/shop/new.py');
    resolver.forget();
    expect(resolve('src/shop/a.py', '.new')).toBe('unknown');
  });

  test('a buffer needs no folder on the disk', () => {
    const buffer = '/w/shop/new/deep.py';
    const resolver = createPythonResolver('/w', {
      isFile: (path) => path === buffer || path === '/w/shop/__init__.py',
      isFolder: (path) => path === '/w' || path === '/w/shop',
      readFile: () => null,
      entries: () => ({ files: [], folders: [] }),
    });
    expect(resolver.resolve('/w/shop/a.py', 'shop.new.deep')).toEqual({ kind: 'file', path: buffer });
    expect(resolver.resolve('/w/shop/a.py', '.new.deep')).toEqual({ kind: 'file', path: buffer });
  });
});

test('on the disk: files are found, and links that lead out of the workspace lead nowhere', () => {
  const base = mkdtempSync(join(tmpdir(), 'scalelint-python-')).replaceAll('\\', '/');
  try {
    const write = (path: string, text = ''): void => {
      mkdirSync(join(base, path, '..'), { recursive: true });
      writeFileSync(join(base, path), text);
    };
    write('w/pyproject.toml', '[tool.mypy]\nmypy_path = "python"');
    write('w/python/shop/a.py');
    write('w/packages/x/setup.py', 'import setuptools');
    write('w/packages/x/acme/__init__.py');
    write('outside/stolen.py');
    write('outside/pkg/__init__.py');
    symlinkSync(join(base, 'outside/stolen.py'), join(base, 'w/stolen.py'));
    symlinkSync(join(base, 'outside/pkg'), join(base, 'w/pkg'));
    symlinkSync(join(base, 'w/python/shop'), join(base, 'w/linked'));
    const resolver = createPythonResolver(`${base}/w/`);
    const resolve = (specifier: string): string => short(resolver.resolve(`${base}/w/main.py`, specifier)).replace(`${base}/w`, '');
    expect(resolve('shop.a')).toBe('/python/shop/a.py');
    expect(resolve('acme')).toBe('/packages/x/acme/__init__.py');
    expect(resolve('linked.a')).toBe('/linked/a.py');
    expect(resolve('stolen')).toBe('package py:stolen');
    expect(resolve('pkg')).toBe('package py:pkg');
    expect(resolve('.stolen')).toBe('unknown');
  } finally {
    rmSync(base, { recursive: true });
  }
});
