/**
 * What finding modules asks of the disk, each question once: whoever imports something probes dozens of paths that do not
 * exist. Nothing outside the workspace is there, and no installed package is.
 */
import { readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';

export interface Entries {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

export interface PythonFiles {
  /** Does the workspace have this file? Absolute path, forward slashes; also answers for unsaved buffers. */
  isFile(path: string): boolean;
  isFolder(path: string): boolean;
  readFile(path: string): string | null;
  /** The names directly in a folder, without what lies behind links: where projects are searched. */
  entries(folder: string): Entries;
}

/** Folders that hold what others wrote and somebody installed. */
const installed = new Set(['site-packages', 'dist-packages', 'node_modules', '.venv', 'venv', '.tox', '.nox', '.eggs', '__pypackages__']);
const NOTHING: Entries = { files: [], folders: [] };

export const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** `root` has no slash at its end. */
export function isInside(root: string, path: string): boolean {
  return path === root || path.startsWith(`${root}/`);
}

export function filesOnDisk(root: string): PythonFiles {
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
        return lookAt(path) === null ? null : readFileSync(path, 'utf8');
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

/** The same files, asked once per path. What is outside `root` or installed is not there. */
export function rememberFiles(root: string, files: PythonFiles, once: Memory['once']): PythonFiles {
  const isOurs = (path: string): boolean =>
    isInside(root, path) &&
    !path
      .slice(root.length)
      .split('/')
      .some((name) => installed.has(name));
  return {
    isFile: once((path) => isOurs(path) && files.isFile(path)),
    isFolder: once((path) => isOurs(path) && files.isFolder(path)),
    readFile: once((path) => (isOurs(path) ? files.readFile(path) : null)),
    entries: once((path) => (isOurs(path) ? files.entries(path) : NOTHING)),
  };
}

export interface Memory {
  /** The same question, answered once per key. */
  once<T>(ask: (key: string) => T): (key: string) => T;
  forget(): void;
}

export function createMemory(): Memory {
  const all: Map<string, unknown>[] = [];
  return {
    once<T>(ask: (key: string) => T) {
      const answers = new Map<string, { readonly answer: T }>();
      all.push(answers);
      return (key: string) => {
        let known = answers.get(key);
        if (known === undefined) answers.set(key, (known = { answer: ask(key) }));
        return known.answer;
      };
    },
    forget() {
      for (const answers of all) answers.clear();
    },
  };
}
