/**
 * The packages of a monorepo, found from their manifests alone. An import of a sibling package must lead to its source
 * even when nothing is installed or built, because that is the text that we analyse.
 */
import { slashes, type WorkspaceFiles } from './workspace-files.ts';

export interface Manifest {
  readonly name?: unknown;
  readonly exports?: unknown;
  readonly imports?: unknown;
  readonly workspaces?: unknown;
  readonly [field: string]: unknown;
}

export interface WorkspacePackage {
  readonly name: string;
  readonly directory: string;
  readonly manifest: Manifest;
}

export function readManifest(files: WorkspaceFiles, directory: string): Manifest | null {
  return readJson(files, `${directory}/package.json`);
}

/** The packages that the manifest in this directory declares as its workspace, by name; null when it declares none. */
export function packagesDeclaredIn(files: WorkspaceFiles, directory: string): ReadonlyMap<string, WorkspacePackage> | null {
  const patterns = [
    ...fromManifest(readManifest(files, directory)),
    ...fromPnpm(files.readFile(`${directory}/pnpm-workspace.yaml`)),
    ...fromLerna(files, directory),
  ];
  if (patterns.length === 0) return null;
  const excluded = new Set(patterns.filter((pattern) => pattern.startsWith('!')).flatMap((pattern) => expand(files, directory, pattern.slice(1))));
  const packages = new Map<string, WorkspacePackage>();
  for (const place of [
    directory,
    ...patterns.filter((pattern) => !pattern.startsWith('!')).flatMap((pattern) => expand(files, directory, pattern)),
  ]) {
    if (excluded.has(place)) continue;
    const manifest = readManifest(files, place);
    if (typeof manifest?.name === 'string' && !packages.has(manifest.name))
      packages.set(manifest.name, { name: manifest.name, directory: place, manifest });
  }
  return packages;
}

function fromManifest(manifest: Manifest | null): readonly string[] {
  const declared = manifest?.workspaces;
  return strings(Array.isArray(declared) ? declared : (declared as { readonly packages?: unknown } | null | undefined)?.packages);
}

function fromLerna(files: WorkspaceFiles, directory: string): readonly string[] {
  return strings(readJson(files, `${directory}/lerna.json`)?.packages);
}

/** The list under `packages:`; both ways that YAML writes a list of plain strings. */
function fromPnpm(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  const unquote = (item: string): string =>
    item
      .replace(/\s+#.*$/, '')
      .trim()
      .replace(/^(['"])(.*)\1$/, '$2');
  const inline = /^packages:\s*\[([^\]]*)\]/m.exec(text);
  if (inline !== null)
    return (inline[1] ?? '')
      .split(',')
      .map(unquote)
      .filter((item) => item !== '');
  const lines = text.split(/\r?\n/);
  const patterns: string[] = [];
  for (const line of lines.slice(lines.findIndex((candidate) => /^packages:/.test(candidate)) + 1)) {
    const item = /^\s*-\s+(.+)$/.exec(line);
    if (item !== null) patterns.push(unquote(item[1] ?? ''));
    else if (/^\S/.test(line) && !line.startsWith('#')) break;
  }
  return lines.some((line) => /^packages:/.test(line)) ? patterns : [];
}

function expand(files: WorkspaceFiles, directory: string, pattern: string): string[] {
  let places = [directory];
  for (const segment of slashes(pattern).split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '**') places = places.flatMap((place) => [place, ...below(files, place, 4)]);
    else if (segment.includes('*')) {
      const matches = new RegExp(
        `^${segment
          .split('*')
          .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
          .join('.*')}$`,
      );
      places = places.flatMap((place) => children(files, place).filter((child) => matches.test(child.slice(place.length + 1))));
    } else places = places.map((place) => `${place}/${segment}`).filter(files.directoryExists);
  }
  return places;
}

const children = (files: WorkspaceFiles, directory: string): string[] =>
  files
    .entries(directory)
    .directories.filter((name) => name !== 'node_modules' && !name.startsWith('.'))
    .map((name) => `${directory}/${name}`);

const below = (files: WorkspaceFiles, directory: string, depth: number): string[] =>
  depth === 0 ? [] : children(files, directory).flatMap((child) => [child, ...below(files, child, depth - 1)]);

const strings = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []);

function readJson(files: WorkspaceFiles, path: string): Manifest | null {
  const text = files.readFile(path);
  if (text === undefined) return null;
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null ? (value as Manifest) : null;
  } catch {
    return null;
  }
}
