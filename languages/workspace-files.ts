/** What front ends ask of the disk beside the code itself: nothing outside of the workspace is there. */
import { readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';

export interface Entries {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

export interface WorkspaceFiles {
  /** Does the workspace have this file? Absolute path, forward slashes; also answers for unsaved buffers. */
  isFile(path: string): boolean;
  isFolder(path: string): boolean;
  readFile(path: string): string | null;
  /** The names directly in a folder, without what lies behind links: where projects are searched. */
  entries(folder: string): Entries;
}

/** Nobody writes a text of a project so long by hand: a dump of a database, for one. In bytes. */
const LARGEST = 64 * 1024 * 1024;

const NOTHING: Entries = { files: [], folders: [] };

export const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** `root` has no slash at its end. */
export function isInside(root: string, path: string): boolean {
  return path === root || path.startsWith(`${root}/`);
}

export function filesOnDisk(root: string): WorkspaceFiles {
  const real = (path: string): string => realpathSync.native(path).replaceAll('\\', '/');
  let realRoot: string | null = null;
  /** What is there, unless a link leads out of the workspace to it. */
  const lookAt = (path: string): Stats | null => {
    try {
      const found = statSync(path, { throwIfNoEntry: false });
      if (found === undefined) return null;
      realRoot ??= real(root).replace(/\/$/, '');
      return isInside(realRoot, real(path)) ? found : null;
    } catch {
      return null;
    }
  };
  return {
    isFile: (path) => lookAt(path)?.isFile() ?? false,
    isFolder: (path) => lookAt(path)?.isDirectory() ?? false,
    readFile(path) {
      try {
        const found = lookAt(path);
        return found === null || found.size > LARGEST ? null : readFileSync(path, 'utf8');
      } catch {
        return null;
      }
    },
    entries(folder) {
      try {
        const all = lookAt(folder) === null ? [] : readdirSync(folder, { withFileTypes: true });
        return { files: all.filter((e) => e.isFile()).map((e) => e.name), folders: all.filter((e) => e.isDirectory()).map((e) => e.name) };
      } catch {
        return NOTHING;
      }
    },
  };
}

/** The same, where `overlay` answers for unsaved buffers and standard input before the disk is asked. */
export function filesBelow(root: string, overlay: (path: string) => string | undefined): WorkspaceFiles {
  const disk = filesOnDisk(root);
  const isFile = (path: string): boolean => overlay(path) !== undefined || disk.isFile(path);
  return { ...disk, isFile, readFile: (path) => overlay(path) ?? disk.readFile(path) };
}

export interface Visited extends Entries {
  /** Absolute. */
  readonly folder: string;
  /** 0 for the root. */
  readonly depth: number;
}

/** Folders from the root down, breadth first, so that what is left out of a very large project lies deep. */
export function* foldersBelow(
  root: string,
  files: Pick<WorkspaceFiles, 'entries'>,
  most: { readonly depth: number; readonly folders: number },
  enters: (name: string, at: Visited) => boolean,
): Iterable<Visited> {
  const queue = [{ folder: root, depth: 0 }];
  let looked = 0;
  // The queue grows while it is walked.
  for (const { folder, depth } of queue) {
    if (looked++ >= most.folders) return;
    const at: Visited = { folder, depth, ...files.entries(folder) };
    yield at;
    if (depth === most.depth) continue;
    for (const name of at.folders) if (enters(name, at)) queue.push({ folder: `${folder}/${name}`, depth: depth + 1 });
  }
}
