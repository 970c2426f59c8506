/**
 * The only door to the disk for projects, resolution and programs. It never leaves the workspace root, and it asks
 * the disk once per directory instead of once per path: module resolution probes thousands of paths that do not exist.
 * Symbolic links that lead out of the root are treated as if they were not there.
 */
import fs from 'node:fs';
import nodePath from 'node:path';
import ts from 'typescript';

export interface Entries {
  readonly files: readonly string[];
  readonly directories: readonly string[];
}

export interface WorkspaceFiles {
  /** Absolute, forward slashes, no slash at the end. */
  readonly root: string;
  readonly caseSensitive: boolean;
  /** One spelling per file, for use as a key. */
  readonly key: (path: string) => string;
  readonly contains: (path: string) => boolean;
  readonly fileExists: (path: string) => boolean;
  readonly directoryExists: (path: string) => boolean;
  readonly entries: (directory: string) => Entries;
  readonly readFile: (path: string) => string | undefined;
  /** The path behind symbolic links, if that is inside the root; else the path itself. */
  readonly realpath: (path: string) => string;
  /** The text of an unsaved buffer, or null to look at the disk again. */
  readonly overlay: (path: string, text: string | null) => void;
  /** The files changed on disk: forget every listing. */
  readonly forget: () => void;
}

export interface FileSources {
  readonly root: string;
  /** Asked before the disk; `undefined` means: look on the disk. */
  readonly readFile?: ((path: string) => string | undefined) | undefined;
  /** Files that exist though the disk does not show them. */
  readonly fileExists?: ((path: string) => boolean) | undefined;
}

interface Listing extends Entries {
  readonly fileKeys: ReadonlySet<string>;
  readonly directoryKeys: ReadonlySet<string>;
}

const SOURCE = /\.[cm]?[jt]sx?$/;

function startsWithMark(path: string): boolean {
  const head = Buffer.alloc(3);
  const file = fs.openSync(path, 'r');
  try {
    return fs.readSync(file, head, 0, 3, 0) === 3 && head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  } finally {
    fs.closeSync(file);
  }
}

const EMPTY: Listing = { files: [], directories: [], fileKeys: new Set(), directoryKeys: new Set() };

export const slashes = (path: string): string => (path.includes('\\') ? path.replaceAll('\\', '/') : path);

export function parentOf(path: string): string {
  const cut = path.lastIndexOf('/');
  return cut > 0 ? path.slice(0, cut) : '/';
}

export function createWorkspaceFiles(sources: FileSources): WorkspaceFiles {
  const root = slashes(sources.root).replace(/(?<=.)\/+$/, '');
  const caseSensitive = ts.sys.useCaseSensitiveFileNames;
  const key = caseSensitive ? (path: string) => path : (path: string) => path.toLowerCase();
  const rootKey = key(root);
  const rootPrefix = rootKey.endsWith('/') ? rootKey : `${rootKey}/`;
  let realRoot: string | undefined;
  const listings = new Map<string, Listing>();
  const overlays = new Map<string, string>();
  const overlayDirectories = new Map<string, Set<string>>();

  const normal = (path: string): string => {
    const clean = slashes(path);
    return /\/\.{0,2}(?:\/|$)/.test(clean) ? slashes(nodePath.resolve(clean)) : clean;
  };

  const containsKey = (k: string): boolean => k === rootKey || k.startsWith(rootPrefix);
  const contains = (path: string): boolean => containsKey(key(normal(path)));

  /** Where a link inside the root leads, or undefined when that is outside. */
  const followed = (path: string): string | undefined => {
    try {
      realRoot ??= slashes(fs.realpathSync.native(root));
      const real = slashes(fs.realpathSync.native(path));
      if (real === realRoot) return root;
      if (real.startsWith(realRoot.endsWith('/') ? realRoot : `${realRoot}/`)) return root + real.slice(realRoot.length);
    } catch {
      // A dangling link.
    }
    return undefined;
  };

  const read = (directory: string): Listing => {
    const files: string[] = [];
    const directories: string[] = [];
    try {
      for (const entry of fs.readdirSync(directory, { withFileTypes: true })) {
        if (entry.isFile()) files.push(entry.name);
        else if (entry.isDirectory()) directories.push(entry.name);
        else if (entry.isSymbolicLink()) {
          const path = `${directory}/${entry.name}`;
          if (followed(path) === undefined) continue;
          if (fs.statSync(path).isDirectory()) directories.push(entry.name);
          else files.push(entry.name);
        }
      }
    } catch {
      return EMPTY;
    }
    files.sort();
    directories.sort();
    return { files, directories, fileKeys: new Set(files.map(key)), directoryKeys: new Set(directories.map(key)) };
  };

  const list = (directory: string): Listing => {
    const k = key(directory);
    const known = listings.get(k);
    if (known !== undefined) return known;
    const exists = k === rootKey || (containsKey(k) && list(parentOf(directory)).directoryKeys.has(k.slice(k.lastIndexOf('/') + 1)));
    const listing = exists ? read(directory) : EMPTY;
    listings.set(k, listing);
    return listing;
  };

  const baseKey = (path: string): string => key(path.slice(path.lastIndexOf('/') + 1));

  const fileExists = (raw: string): boolean => {
    const path = normal(raw);
    if (!contains(path)) return false;
    return overlays.has(key(path)) || list(parentOf(path)).fileKeys.has(baseKey(path)) || (sources.fileExists?.(path) ?? false);
  };

  const directoryExists = (raw: string): boolean => {
    const path = normal(raw);
    const k = key(path);
    return k === rootKey || (containsKey(k) && (overlayDirectories.has(k) || list(parentOf(path)).directoryKeys.has(baseKey(path))));
  };

  const readFile = (raw: string): string | undefined => {
    const path = normal(raw);
    if (!contains(path)) return undefined;
    const held = overlays.get(key(path)) ?? sources.readFile?.(path);
    if (held !== undefined) return held;
    if (!fileExists(path)) return undefined;
    const text = ts.sys.readFile(path);
    // The compiler's own reader drops a byte order mark, and every offset after it would be off by one.
    return text !== undefined && SOURCE.test(path) && startsWithMark(path) ? `\uFEFF${text}` : text;
  };

  return {
    root,
    caseSensitive,
    key,
    contains,
    fileExists,
    directoryExists,
    readFile,
    entries: (directory) => {
      const path = normal(directory);
      const listing = contains(path) ? list(path) : EMPTY;
      const unsaved = overlayDirectories.get(key(path));
      return unsaved === undefined ? listing : { files: [...new Set([...listing.files, ...unsaved])], directories: listing.directories };
    },
    realpath: (path) => followed(path) ?? path,
    overlay: (raw, text) => {
      const path = normal(raw);
      const directory = key(parentOf(path));
      if (text === null) {
        overlays.delete(key(path));
        overlayDirectories.get(directory)?.delete(path.slice(path.lastIndexOf('/') + 1));
        if (overlayDirectories.get(directory)?.size === 0) overlayDirectories.delete(directory);
        return;
      }
      overlays.set(key(path), text);
      const names = overlayDirectories.get(directory) ?? new Set();
      names.add(path.slice(path.lastIndexOf('/') + 1));
      overlayDirectories.set(directory, names);
    },
    forget: () => listings.clear(),
  };
}
