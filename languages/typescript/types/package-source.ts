/**
 * Which source file an entry of a package stands for. Manifests name build output (`dist/index.js`, `lib/index.d.ts`)
 * that may not exist yet; the source that it is built from lies in a predictable place.
 */

import type { WorkspaceFiles } from './workspace-files.ts';
import type { Manifest } from './workspace-packages.ts';

export const SOURCE_EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'] as const;

const EXTENSION = /(?:\.d)?\.[cm]?[jt]sx?$/;
const BUILD_FOLDER = new Set([
  'dist',
  'build',
  'lib',
  'out',
  'output',
  'es',
  'esm',
  'cjs',
  'module',
  'types',
  'typings',
  'umd',
  'commonjs',
  'node',
  'browser',
  'src',
]);

/** The file that `path` (any extension, or none, or a folder) names among sources. Prefers TypeScript over what is built from it. */
export function probe(files: WorkspaceFiles, path: string): string | null {
  const stem = path.replace(EXTENSION, '');
  const bases = stem === path ? [path] : [stem, path];
  if (stem === path && files.fileExists(path)) return path;
  for (const base of bases) {
    for (const extension of SOURCE_EXTENSIONS) if (files.fileExists(base + extension)) return base + extension;
  }
  if (stem !== path && files.fileExists(path)) return path;
  if (files.directoryExists(path)) {
    for (const extension of SOURCE_EXTENSIONS) if (files.fileExists(`${path}/index${extension}`)) return `${path}/index${extension}`;
  }
  return null;
}

/** Where the file that a manifest names comes from: the same path below `src`, or beside it, else the file itself. */
export function sourceOf(files: WorkspaceFiles, directory: string, target: string): string | null {
  const segments = target.replace(/^\.?\//, '').split('/');
  if (segments.length > 1 && segments[0] !== 'src') {
    for (let skip = 1; skip < segments.length && BUILD_FOLDER.has(segments[skip - 1] as string); skip++) {
      const rest = segments.slice(skip).join('/');
      const found = probe(files, `${directory}/src/${rest}`) ?? probe(files, `${directory}/${rest}`);
      if (found !== null) return found;
    }
  }
  return probe(files, `${directory}/${segments.join('/')}`);
}

/** The source of `name/subpath`; `subpath` is empty for the package itself. */
export function entryOf(files: WorkspaceFiles, directory: string, manifest: Manifest, subpath: string): string | null {
  const targets =
    subpath === ''
      ? [manifest.source, ...targetsIn(manifest.exports, '.'), manifest.types, manifest.typings, manifest.module, manifest.main]
      : targetsIn(manifest.exports, `./${subpath}`);
  const guesses = subpath === '' ? ['src/index', 'src/main', 'index', 'lib/index'] : [subpath, `src/${subpath}`, `lib/${subpath}`];
  for (const target of [...targets, ...guesses]) {
    if (typeof target !== 'string' || target.includes('..')) continue;
    const found = sourceOf(files, directory, target);
    if (found !== null && EXTENSION.test(found)) return found;
  }
  return null;
}

/** Every file that `exports` or `imports` names for an entry, under whatever condition, `source` first. */
export function targetsIn(table: unknown, entry: string): readonly string[] {
  if (typeof table === 'string' || Array.isArray(table)) return entry === '.' ? leaves(table) : [];
  if (typeof table !== 'object' || table === null) return [];
  const record = table as Record<string, unknown>;
  const keys = Object.keys(record);
  if (!keys.some((key) => key.startsWith('.') || key.startsWith('#'))) return entry === '.' ? leaves(record) : [];
  if (record[entry] !== undefined) return leaves(record[entry]);
  const patterns = keys.filter((key) => key.includes('*')).sort((a, b) => b.indexOf('*') - a.indexOf('*'));
  for (const key of patterns) {
    const [before = '', after = ''] = key.split('*');
    if (!entry.startsWith(before) || !entry.endsWith(after) || entry.length < key.length - 1) continue;
    const middle = entry.slice(before.length, entry.length - after.length);
    return leaves(record[key]).map((leaf) => leaf.replaceAll('*', middle));
  }
  return [];
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(leaves);
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Record<string, unknown>;
  return Object.keys(record)
    .sort((a, b) => Number(b === 'source') - Number(a === 'source'))
    .flatMap((key) => leaves(record[key]));
}
