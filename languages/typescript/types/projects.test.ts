import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createProjects } from './projects.ts';
import { workspace } from './workspace.fixture.ts';

const workspaceAt = (root: string) => createProjects({ root });

describe('which project owns a file', () => {
  test('references are followed, cycles included, and `extends` is read from packages', () => {
    const { projects, path } = workspace({
      'tsconfig.json': '{ "files": [], "references": [{ "path": "./app" }, { "path": "./lib" }] }',
      'app/tsconfig.json': '{ "extends": "@acme/base/tsconfig.json", "include": ["src"], "references": [{ "path": "../lib" }] }',
      'app/src/a.ts': '',
      'lib/tsconfig.json': '{ "extends": "../base.json", "include": ["src"], "references": [{ "path": "../app" }] }',
      'lib/src/b.ts': '',
      'lib/src/globals.d.ts': '',
      'base.json': '{ "compilerOptions": { "strictNullChecks": true } }',
      'node_modules/@acme/base/package.json': '{ "name": "@acme/base" }',
      'node_modules/@acme/base/tsconfig.json': '{ "compilerOptions": { "noImplicitThis": true } }',
    });
    const app = projects.projectOf(path('app/src/a.ts'));
    expect(app.configPath).toBe(path('app/tsconfig.json'));
    expect(app.options.noImplicitThis).toBe(true);
    const lib = projects.projectOf(path('lib/src/b.ts'));
    expect(lib.configPath).toBe(path('lib/tsconfig.json'));
    expect(lib.options.strictNullChecks).toBe(true);
    expect(lib.ambient).toEqual([path('lib/src/globals.d.ts')]);
    expect(projects.notes()).toEqual([]);
  });

  test('a solution finds its projects by other names', () => {
    const { projects, path } = workspace({
      'tsconfig.json': '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }, { "path": "./tsconfig.test.json" }] }',
      'tsconfig.app.json': '{ "include": ["src"], "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
      'tsconfig.test.json': '{ "include": ["test"] }',
      'src/a.ts': '',
      'test/a.test.ts': '',
      'scripts/run.ts': '',
    });
    expect(projects.projectOf(path('src/a.ts')).configPath).toBe(path('tsconfig.app.json'));
    expect(projects.projectOf(path('test/a.test.ts')).configPath).toBe(path('tsconfig.test.json'));
    const left = projects.projectOf(path('scripts/run.ts'));
    expect(left).toMatchObject({ configPath: null, checked: false });
    expect(left.options.paths).toEqual({ '@/*': ['./src/*'] });
  });

  test('a file that the nearest configuration leaves out belongs to one further up', () => {
    const { projects, path } = workspace({
      'tsconfig.json': '{}',
      'pkg/tsconfig.json': '{ "include": ["src"] }',
      'pkg/src/a.ts': '',
      'pkg/tool.ts': '',
    });
    expect(projects.projectOf(path('pkg/src/a.ts')).configPath).toBe(path('pkg/tsconfig.json'));
    expect(projects.projectOf(path('pkg/tool.ts')).configPath).toBe(path('tsconfig.json'));
  });

  test('jsconfig.json owns JavaScript; without any configuration a project is inferred', () => {
    const js = workspace({ 'jsconfig.json': '{ "include": ["src"] }', 'src/a.js': '' });
    expect(js.projects.projectOf(js.path('src/a.js')).configPath).toBe(js.path('jsconfig.json'));
    const none = workspace({ 'a.js': '' });
    expect(none.projects.projectOf(none.path('a.js'))).toMatchObject({ configPath: null, checked: false, options: { allowJs: true, strict: false } });
  });

  test('a circular or missing `extends` gives a note with a remedy, and what could be read', () => {
    const { projects, path } = workspace({
      'one/tsconfig.json': '{ "extends": "./other.json", "compilerOptions": { "strictNullChecks": true } }',
      'one/other.json': '{ "extends": "./tsconfig.json" }',
      'one/a.ts': '',
      'two/tsconfig.json': '{ "extends": "@nowhere/base", "compilerOptions": { "strictNullChecks": true } }',
      'two/a.ts': '',
      'three/tsconfig.json': '{ "extends": "./gone.json", "compilerOptions": { "strictNullChecks": true, } ',
      'three/a.ts': '',
      'four/tsconfig.json': '{ "references": [{ "path": "../gone" }], "include": [] }',
      'four/a.ts': '',
    });
    for (const folder of ['one', 'two', 'three']) {
      const project = projects.projectOf(path(`${folder}/a.ts`));
      expect(project.configPath).toBe(path(`${folder}/tsconfig.json`));
      expect(project.options.strictNullChecks).toBe(true);
    }
    projects.projectOf(path('four/a.ts'));
    const notes = projects.notes();
    for (const folder of ['one', 'two', 'three', 'four']) expect(notes.some(({ file }) => file.startsWith(path(`${folder}/`)))).toBe(true);
    expect(notes.map(({ message }) => message).join('\n')).toMatch(/circular `extends`[\s\S]*Install the dependencies/);
  });

  test('`strict` is off unless the project asks for it or is checked by TypeScript 6', () => {
    const old = workspace({ 'tsconfig.json': '{}', 'package.json': '{ "devDependencies": { "typescript": "^5.4.0" } }', 'a.ts': '' });
    expect(old.projects.projectOf(old.path('a.ts')).options.strict).toBe(false);
    const now = workspace({ 'tsconfig.json': '{}', 'package.json': '{ "devDependencies": { "typescript": "~6.0.3" } }', 'a.ts': '' });
    expect(now.projects.projectOf(now.path('a.ts')).options.strict).toBeUndefined();
  });

  test('nothing above the root is read', () => {
    const outer = workspace({ 'tsconfig.json': '{}', 'inner/a.ts': '', 'inner/link.json': '', 'secret.json': '{}' });
    const inner = workspaceAt(outer.path('inner'));
    expect(inner.projectOf(outer.path('inner/a.ts')).configPath).toBeNull();
    expect(inner.files.readFile(outer.path('secret.json'))).toBeUndefined();
    expect(inner.files.readFile(`${outer.path('inner')}/../secret.json`)).toBeUndefined();
    fs.symlinkSync(outer.path('secret.json'), outer.path('inner/out.json'));
    expect(workspaceAt(outer.path('inner')).files.fileExists(outer.path('inner/out.json'))).toBe(false);
  });
});
