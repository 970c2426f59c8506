import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createPythonResolver } from './resolve.ts';
import { workspace } from './testing/python-workspace.ts';

describe('where a pyproject.toml says that modules are', () => {
  test.each([
    ['[tool.setuptools.packages.find]\nwhere = ["python"]', 'python/shop/a.py', 'shop.a'],
    ['[tool.setuptools.package-dir]\n"" = "./python/"', 'python/shop/a.py', 'shop.a'],
    ['[tool.setuptools]\npackage-dir = { shop = "source" }', 'source/a.py', 'shop.a'],
    ['[tool.setuptools]\npackage-dir = { shop = "source" }', 'source/__init__.py', 'shop'],
    ['[tool.setuptools]\npackage-dir = { "acme.shop" = "source" }', 'source/a.py', 'acme.shop.a'],
    ['[tool.poetry]\npackages = [{ include = "shop", from = "python" }]', 'python/shop/a.py', 'shop.a'],
    ['[tool.hatch.build.targets.wheel]\npackages = ["python/shop"]', 'python/shop/a.py', 'shop.a'],
    ['[tool.hatch.build.targets.wheel]\nsources = ["python"]', 'python/shop/a.py', 'shop.a'],
    ['[tool.hatch.build.targets.wheel.sources]\n"python/code" = "acme/shop"', 'python/code/a.py', 'acme.shop.a'],
    ['[tool.pdm.build]\npackage-dir = "python"', 'python/shop/a.py', 'shop.a'],
    ['[tool.uv.build-backend]\nmodule-root = "python"', 'python/shop/a.py', 'shop.a'],
    ['[tool.hatch.build]\npackages = ["python/shop"]', 'python/shop/a.py', 'shop.a'],
    ['[tool.hatch.build]\nsources = ["python"]', 'python/shop/a.py', 'shop.a'],
    ['[tool.hatch.build.sources]\npython = ""', 'python/shop/a.py', 'shop.a'],
    ['[tool.scikit-build]\nwheel.packages = ["python/shop"]', 'python/shop/a.py', 'shop.a'],
    ['[tool.maturin]\npython-source = "python"', 'python/shop/a.py', 'shop.a'],
    ['[tool.pdm]\npackage-dir = "python"', 'python/shop/a.py', 'shop.a'],
    ['[tool.ruff]\nsrc = ["python"]', 'python/shop/a.py', 'shop.a'],
    ['[tool.basedpyright]\nextraPaths = ["python"]', 'python/shop/a.py', 'shop.a'],
    ['[tool.pytest.ini_options]\npythonpath = "x python"', 'python/shop/a.py', 'shop.a'],
    ['[tool.pyright]\nextraPaths = ["../python"]', '../python/shop/a.py', 'shop.a'],
    ['[tool.pyright]\nexecutionEnvironments = [{ root = "x", extraPaths = ["python"] }]', 'python/shop/a.py', 'shop.a'],
    ['[tool.mypy]\nmypy_path = "$MYPY_CONFIG_FILE_DIR/stubs:$MYPY_CONFIG_FILE_DIR/python"', 'python/shop/a.py', 'shop.a'],
  ])('%s', (toml, path, specifier) => {
    const there = join('backend', path);
    const { resolve } = workspace({ 'backend/pyproject.toml': toml, 'backend/tests/test_a.py': '', [there]: '' });
    expect(resolve('backend/tests/test_a.py', specifier)).toBe(there);
  });

  test('nothing, while it is broken or says nonsense', () => {
    for (const toml of [
      '[tool.poetry\npackages = ',
      '[tool]\npoetry = 1\nmypy = []',
      '[tool.poetry]\npackages = ["x", 1]',
      '[project]\nname = 1\ndependencies = "x"',
    ]) {
      const { resolve } = workspace({ 'pyproject.toml': toml, 'src/shop/__init__.py': '', 'tests/a.py': '' });
      expect([toml, resolve('tests/a.py', 'shop')]).toEqual([toml, 'src/shop/__init__.py']);
      expect([toml, resolve('tests/a.py', 'requests')]).toEqual([toml, 'package py:requests']);
    }
  });

  test('not outside the workspace', () => {
    const { resolve, resolver, asked } = workspace({
      'pyproject.toml': '[tool.mypy]\nmypy_path = "../other:/etc"\n[tool.hatch.build]\npackages = ["."]',
      'a.py': '',
      'c.py': '',
    });
    expect(resolve('a.py', 'secrets_of_others')).toBe('package py:secrets_of_others');
    expect(resolver.resolve('/elsewhere/b.py', 'a')).toEqual({ kind: 'file', path: '/w/a.py' });
    expect(resolver.resolve('/elsewhere/b.py', '.c')).toEqual({ kind: 'unknown' });
    expect(asked.filter((path) => path !== '/w' && !path.startsWith('/w/'))).toEqual([]);
  });
});

describe('other projects of the workspace', () => {
  const toml = (name: string) => `[project]\nname = "${name}"`;
  const monorepo = {
    'packages/core/pyproject.toml': toml('acme-core'),
    'packages/core/src/acme_core/__init__.py': '',
    'packages/core/src/acme_core/db.py': '',
    'packages/core/tests/__init__.py': '',
    'packages/core/tests/helpers.py': '',
    'libs/flat/setup.py': 'from setuptools import setup',
    'libs/flat/acme_flat/__init__.py': '',
    'libs/flat/loose/a.py': '',
    'libs/flat/single.py': '',
    'libs/flat/redis.py': '',
    'libs/named/pyproject.toml': '[tool.setuptools.package-dir]\n"acme.named" = "code"\n[tool.poetry]\npackages = [{ include = "open" }]',
    'libs/named/code/a.py': '',
    'libs/named/open/a.py': '',
    'libs/named/yaml/__init__.pyi': '',
    'services/api/pyproject.toml': '[project]\nname = "api"\ndependencies = ["acme-core", "redis"]',
    'services/api/src/api/main.py': '',
  };

  test('are where a package is that the own project does not have', () => {
    const { resolve } = workspace(monorepo);
    const from = 'services/api/src/api/main.py';
    expect(resolve(from, 'acme_core.db')).toBe('packages/core/src/acme_core/db.py');
    expect(resolve(from, 'acme_core')).toBe('packages/core/src/acme_core/__init__.py');
    expect(resolve(from, 'acme_flat')).toBe('libs/flat/acme_flat/__init__.py');
    expect(resolve(from, 'single')).toBe('libs/flat/single.py');
    expect(resolve(from, 'acme.named.a')).toBe('libs/named/code/a.py');
    expect(resolve(from, 'open.a')).toBe('libs/named/open/a.py');
    expect(resolve(from, 'redis')).toBe('package py:redis');
    expect(resolve(from, 'yaml')).toBe('package py:yaml');
    // A folder beside the packages, and tests, are nothing that a project offers.
    expect(resolve(from, 'loose.a')).toBe('package py:loose.a');
    expect(resolve(from, 'tests.helpers')).toBe('package py:tests.helpers');
  });

  test('may share a namespace', () => {
    const { resolve } = workspace({
      'packages/core/pyproject.toml': toml('acme-core'),
      'packages/core/src/acme/core/db.py': '',
      'packages/web/pyproject.toml': `${toml('acme-web')}\ndependencies = ["acme-core"]`,
      'packages/web/src/acme/web/app.py': '',
    });
    expect(resolve('packages/web/src/acme/web/app.py', 'acme.core.db')).toBe('packages/core/src/acme/core/db.py');
    expect(resolve('packages/web/src/acme/web/app.py', 'acme.web.app')).toBe('packages/web/src/acme/web/app.py');
    expect(resolve('packages/web/tests/test_app.py', 'acme')).toBe('unknown');
  });

  const twice = {
    'services/a/pyproject.toml': '',
    'services/a/common/__init__.py': '',
    'services/b/pyproject.toml': '',
    'services/b/common/__init__.py': '',
    'tools/run.py': '',
  };

  test('are ambiguous where two offer the same, and neither is around the file', () => {
    const { resolve } = workspace(twice);
    expect(resolve('tools/run.py', 'common')).toBe('unknown');
    expect(resolve('services/b/main.py', 'common')).toBe('services/b/common/__init__.py');
  });

  test.each([
    ['members = ["services/*"]\nexclude = ["services/b"]', 'services/a/common/__init__.py'],
    ['members = ["./services/b/"]', 'services/b/common/__init__.py'],
    ['members = ["**/a"]', 'services/a/common/__init__.py'],
    ['members = ["services/*"]', 'unknown'],
    ['members = ["packages/*"]', 'unknown'],
    ['members = ["*a"]', 'unknown'],
  ])('are told apart by a workspace of uv: %s', (members, target) => {
    const { resolve } = workspace({ ...twice, 'pyproject.toml': `[tool.uv.workspace]\n${members}` });
    expect(resolve('tools/run.py', 'common')).toBe(target);
  });

  test('are no members of a workspace that they do not lie in', () => {
    const { resolve } = workspace({
      'services/pyproject.toml': '[tool.uv.workspace]\nmembers = ["*"]',
      'services/a/pyproject.toml': '',
      'services/a/common/__init__.py': '',
      'packages/b/pyproject.toml': '',
      'packages/b/common/__init__.py': '',
    });
    expect(resolve('services/run.py', 'common')).toBe('services/a/common/__init__.py');
  });

  test('are not searched where none is: in packages, hidden and built folders; and a module called setup marks none', () => {
    const { resolve } = workspace({
      'shop/__init__.py': '',
      'shop/template/pyproject.toml': '',
      'shop/template/inner/__init__.py': '',
      '.cache/x/pyproject.toml': '',
      '.cache/x/hidden/__init__.py': '',
      'build/x/pyproject.toml': '',
      'build/x/built/__init__.py': '',
      'jobs/setup.py': 'def setup(): pass',
      'jobs/steps/__init__.py': '',
      'a.py': '',
    });
    for (const name of ['inner', 'hidden', 'built', 'steps']) expect(resolve('a.py', name)).toBe(`package py:${name}`);
  });
});

describe('the search for projects', () => {
  test('ends at a depth', () => {
    const { resolve } = workspace({
      '__init__.py': '',
      '1/2/3/4/5/6/pyproject.toml': '',
      '1/2/3/4/5/6/near/__init__.py': '',
      '1/2/3/4/5/6/7/pyproject.toml': '',
      '1/2/3/4/5/6/7/far/__init__.py': '',
    });
    expect(resolve('a.py', 'near')).toBe('1/2/3/4/5/6/near/__init__.py');
    expect(resolve('a.py', 'far')).toBe('package py:far');
  });

  test('ends at a number of folders', () => {
    const folders = Array.from({ length: 300 }, (_, i) => `folder${i}`);
    let looked = 0;
    const resolver = createPythonResolver('/w', {
      isFile: () => false,
      isFolder: () => false,
      readFile: () => null,
      entries: () => {
        looked++;
        return { files: [], folders };
      },
    });
    expect(resolver.resolve('/w/a.py', 'requests')).toEqual({ kind: 'package', name: 'py:requests' });
    expect(looked).toBeGreaterThan(3000);
    expect(looked).toBeLessThan(5000);
  });
});
