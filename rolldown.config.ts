/**
 * Bundles what users get: `dist/cli.js` and its chunks, flat in one folder, so that code finds what lies beside it
 * (`lib/`, `rules/`, `schema/`) from `import.meta.url` whichever chunk it ended up in; and the VS Code extension beside them.
 */
import { cpSync, existsSync, globSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { defineConfig, type Plugin } from 'rolldown';

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}

/** Files that are read at run time: TypeScript's own declarations, the parser of Python, the rules' pages, the JSON schemas. */
const runtimeFiles: Plugin = {
  name: 'runtime-files',
  writeBundle({ dir = 'dist' }) {
    for (const file of globSync('node_modules/typescript/lib/lib.*.d.ts')) copy(file, join(dir, 'lib', basename(file)));
    copy('node_modules/typescript/lib/lib.d.ts', join(dir, 'lib/lib.d.ts'));
    for (const file of ['web-tree-sitter/web-tree-sitter.wasm', 'tree-sitter-python/tree-sitter-python.wasm'])
      copy(join('node_modules', file), join(dir, basename(file)));
    for (const file of globSync('rules/*/rule.md')) copy(file, join(dir, 'rules', `${basename(dirname(file))}.md`));
    if (existsSync('schema')) for (const file of globSync('schema/*.json')) copy(file, join(dir, 'schema', basename(file)));
  },
};

export default defineConfig([
  {
    input: { cli: 'cli/bin.ts', server: 'server/bin.ts' },
    platform: 'node',
    // jsonc-parser's `main` is a UMD build, whose requires no bundler can follow.
    resolve: { mainFields: ['module', 'main'] },
    plugins: [runtimeFiles],
    output: {
      dir: 'dist',
      format: 'esm',
      cleanDir: true,
      entryFileNames: '[name].js',
      chunkFileNames: '[name]-[hash].js',
      minify: 'dce-only',
    },
  },
  {
    // VS Code before 1.100 loads an extension only as CommonJS.
    input: { extension: 'client/extension.ts' },
    platform: 'node',
    external: ['vscode'],
    output: { dir: 'dist', format: 'cjs', entryFileNames: '[name].cjs', minify: 'dce-only' },
  },
]);
