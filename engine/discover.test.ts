import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { discover } from './discover.ts';
import { readFolderFromDisk } from './walk-files.ts';

let top = '';
let count = 0;
beforeAll(() => {
  top = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'scalelint-discover-')));
});
afterAll(() => fs.rmSync(top, { recursive: true, force: true }));

/** A new folder with these files (contents, or empty). */
function folderWith(...files: (string | [string, string])[]): string {
  const root = join(top, `p${count++}`);
  fs.mkdirSync(root);
  for (const file of files) {
    const [name, text] = typeof file === 'string' ? [file, ''] : file;
    fs.mkdirSync(dirname(join(root, name)), { recursive: true });
    fs.writeFileSync(join(root, name), text);
  }
  return root;
}

function git(root: string, ...args: string[]): void {
  execFileSync('git', ['-C', root, '-c', 'user.name=t', '-c', 'user.email=t@t', '-c', 'protocol.file.allow=always', ...args], { stdio: 'ignore' });
}

async function names(root: string, paths: string[] = ['.'], options = {}): Promise<string[]> {
  return (await discover(paths, root, options)).files.map((file) => file.slice(root.length + 1));
}

describe.each(['git', 'plain'])('a folder (%s)', (kind) => {
  const make = (...files: (string | [string, string])[]) => {
    const root = folderWith(...files);
    if (kind === 'git') git(root, 'init', '-q');
    return root;
  };

  test('gives source files by extension, sorted by code units, absolute', async () => {
    const root = make('b.ts', 'a.tsx', 'B.js', 'c/d.mts', 'c/e.cts', 'f.mjs', 'g.cjs', 'h.jsx', 'i.py', 'j.json', 'README');
    expect(await names(root)).toEqual(['B.js', 'a.tsx', 'b.ts', 'c/d.mts', 'c/e.cts', 'f.mjs', 'g.cjs', 'h.jsx']);
    expect((await discover(['.'], root)).files[0]).toBe(`${root}/B.js`);
    expect(await names(root, ['.'], { extensions: ['.py'] })).toEqual(['i.py']);
  });

  test('respects .gitignore, a nested one over the outer one', async () => {
    const root = make(
      ['.gitignore', 'gen/\n*.log.ts\n'],
      'a.ts',
      'gen/x.ts',
      'b.log.ts',
      ['sub/.gitignore', '!keep.log.ts\nown.ts\n'],
      'sub/keep.log.ts',
      'sub/own.ts',
      'sub/other.log.ts',
      'own.ts',
    );
    expect(await names(root)).toEqual(['a.ts', 'own.ts', 'sub/keep.log.ts']);
    expect(await names(root, ['sub'])).toEqual(['sub/keep.log.ts']);
  });

  test('a named file or folder is checked although it is ignored', async () => {
    const root = make(['.gitignore', 'gen/\n'], 'gen/x.ts', 'gen/deep/y.ts', 'node_modules/p/i.js', 'a.ts');
    expect(await names(root, ['gen/x.ts'])).toEqual(['gen/x.ts']);
    expect(await names(root, ['gen'])).toEqual(['gen/deep/y.ts', 'gen/x.ts']);
    expect(await names(root, ['gen/deep'])).toEqual(['gen/deep/y.ts']);
    expect(await names(root, ['node_modules/p'])).toEqual(['node_modules/p/i.js']);
  });

  test('leaves out packages, caches, minified and declaration files', async () => {
    const root = make('a.ts', 'a.d.ts', 'b.d.mts', 'jquery.min.js', 'node_modules/x/i.js', 'p/node_modules/y/i.js', '.next/s.js', '.venv/z.js');
    const result = await discover(['.'], root);
    expect(result.files).toEqual([`${root}/a.ts`]);
    expect(result.skipped).toEqual([{ file: `${root}/jquery.min.js`, reason: 'minified by its name' }]);
    expect(await names(root, ['jquery.min.js'])).toEqual(['jquery.min.js']);
  });

  test('build output is left out in a package only, and said so; src/build is code', async () => {
    const root = make(
      'package.json',
      'dist/a.js',
      'build/b.js',
      'vendor/c.js',
      'src/build/d.ts',
      'src/vendor/e.ts',
      'packages/p/package.json',
      'packages/p/dist/f.js',
    );
    const result = await discover(['.'], root);
    expect(result.files.map((file) => file.slice(root.length + 1))).toEqual(['src/build/d.ts', 'src/vendor/e.ts']);
    expect(result.skipped.map((one) => one.file.slice(root.length + 1)).sort()).toEqual(['build', 'dist', 'packages/p/dist', 'vendor']);
    expect(await names(root, ['dist'])).toEqual(['dist/a.js']);
  });

  test('globs match among these files; ! takes away; a file with brackets in its name is a file', async () => {
    const root = make(['.gitignore', 'gen/\n'], 'src/a.ts', 'src/b.test.ts', 'src/deep/c.ts', 'src/gen/d.ts', 'app/[id].tsx', 'e.ts');
    expect(await names(root, ['src/**/*.ts'])).toEqual(['src/a.ts', 'src/b.test.ts', 'src/deep/c.ts']);
    expect(await names(root, ['src/*.ts', '!**/*.test.ts'])).toEqual(['src/a.ts']);
    expect(await names(root, ['*.ts'])).toEqual(['e.ts']);
    expect(await names(root, ['app/[id].tsx'])).toEqual(['app/[id].tsx']);
  });

  test('overlapping paths give each file once', async () => {
    const root = make('src/a.ts', 'src/b.ts');
    expect(await names(root, ['src/b.ts', '.', 'src', 'src/*.ts'])).toEqual(['src/a.ts', 'src/b.ts']);
  });

  test('links: loops end, a file is checked once, a link to a folder is followed when it is named', async () => {
    const root = make('src/a.ts', 'other/b.ts', 'node_modules/p/i.js');
    fs.symlinkSync(root, join(root, 'src/loop'));
    fs.symlinkSync('loop.ts', join(root, 'src/loop.ts'));
    fs.symlinkSync('a.ts', join(root, 'src/0-copy.ts'));
    fs.symlinkSync('gone.ts', join(root, 'src/broken.ts'));
    fs.symlinkSync('../node_modules/p/i.js', join(root, 'src/installed.js'));
    fs.symlinkSync('../other', join(root, 'src/linked'));
    expect(await names(root)).toEqual(['other/b.ts', 'src/a.ts']);
    expect(await names(root, ['src/linked'])).toEqual(['src/linked/b.ts']);
    expect(await names(root, ['src/linked', 'other'])).toHaveLength(1);
    expect(await names(root, ['src'])).toEqual(['src/a.ts']);
  });

  test('a path that does not exist: fatal when nothing else was named, else an error', async () => {
    const root = make('source/a.ts');
    const alone = await discover(['sorce'], root);
    expect(alone.problems).toHaveLength(1);
    expect(alone.problems[0]).toMatchObject({ level: 'fatal', file: `${root}/sorce` });
    expect(alone.problems[0]?.message).toMatch(/^sorce does not exist\. Did you mean `source`\?/);
    const beside = await discover(['sorce', 'source'], root);
    expect(beside.files).toHaveLength(1);
    expect(beside.problems[0]?.level).toBe('error');
    expect((await discover(['a/*.ts', 'b.ts'], root)).problems.map((one) => one.level)).toEqual(['fatal', 'fatal']);
  });

  test('a folder without source files and a file of another kind are said', async () => {
    const root = make('docs/a.md', 'style.css');
    const result = await discover(['docs', 'style.css'], root);
    expect(result.problems).toMatchObject([{ level: 'note', message: expect.stringContaining('docs holds no source files') }]);
    expect(result.skipped).toMatchObject([{ file: `${root}/style.css`, reason: expect.stringContaining('not a source file') }]);
  });
});

describe('git', () => {
  test('build/ that git tracks is code, dist/ is not; a deleted file is gone', async () => {
    const root = folderWith('package.json', 'build/webpack.js', 'dist/a.js', 'gone.ts', 'a.ts');
    git(root, 'init', '-q');
    git(root, 'add', '.');
    git(root, 'commit', '-qm', 'x');
    fs.rmSync(join(root, 'gone.ts'));
    fs.writeFileSync(join(root, 'new.ts'), '');
    expect(await names(root)).toEqual(['a.ts', 'build/webpack.js', 'new.ts']);
  });

  test('submodules and repositories inside the repository are looked into', async () => {
    const inner = folderWith('lib/in.ts', 'node_modules/x.js');
    git(inner, 'init', '-q');
    git(inner, 'add', 'lib');
    git(inner, 'commit', '-qm', 'x');
    const root = folderWith('a.ts', 'nested/b.ts');
    git(root, 'init', '-q');
    git(join(root, 'nested'), 'init', '-q');
    git(root, 'submodule', 'add', '-q', inner, 'third.js');
    expect(await names(root)).toEqual(['a.ts', 'nested/b.ts', 'third.js/lib/in.ts']);
  });

  test('nothing that the workspace names is run', async () => {
    const root = folderWith('a.ts');
    git(root, 'init', '-q');
    const trap = join(root, 'trap.sh');
    fs.writeFileSync(trap, `#!/bin/sh\ntouch ${root}/sprung\n`, { mode: 0o755 });
    git(root, 'config', 'core.fsmonitor', trap);
    expect(await names(root)).toEqual(['a.ts']);
    expect(fs.existsSync(join(root, 'sprung'))).toBe(false);
    // The trap works: git without our safeguards steps into it.
    execFileSync('git', ['-C', root, 'ls-files', '-o'], { stdio: 'ignore' });
    expect(fs.existsSync(join(root, 'sprung'))).toBe(true);
  });

  test("a hook's GIT_DIR does not mislead", async () => {
    const root = folderWith('a.ts', 'gen.ts');
    git(root, 'init', '-q');
    // Only git itself knows of this one, so the test fails if git was misled and we walked.
    fs.writeFileSync(join(root, '.git/info/exclude'), 'gen.ts\n');
    process.env.GIT_DIR = '/nowhere/.git';
    try {
      expect(await names(root)).toEqual(['a.ts']);
    } finally {
      delete process.env.GIT_DIR;
    }
  });
});

test('a folder that cannot be read is a problem, and the rest is still found', async () => {
  const root = folderWith('a.ts', 'locked/b.ts', 'z/c.ts');
  const readFolder = (path: string) =>
    path.endsWith('/locked') ? Promise.reject(Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' })) : readFolderFromDisk(path);
  const result = await discover(['.'], root, { readFolder });
  expect(result.files.map((file) => file.slice(root.length + 1))).toEqual(['a.ts', 'z/c.ts']);
  expect(result.problems).toMatchObject([
    { level: 'error', file: `${root}/locked`, message: expect.stringMatching(/locked cannot be read .*EACCES.*exclude it/) },
  ]);
});
