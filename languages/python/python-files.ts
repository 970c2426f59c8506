/**
 * What finding modules asks of the disk, each question once: whoever imports something probes dozens of paths that do not
 * exist. No installed package is there.
 */
import { type Entries, isInside, type WorkspaceFiles } from '../workspace-files.ts';

/** Folders that hold what others wrote and somebody installed. */
const installed = new Set(['site-packages', 'dist-packages', 'node_modules', '.venv', 'venv', '.tox', '.nox', '.eggs', '__pypackages__']);
const NOTHING: Entries = { files: [], folders: [] };

/** The same files, asked once per path. What is outside `root` or installed is not there. */
export function rememberFiles(root: string, files: WorkspaceFiles, once: Memory['once']): WorkspaceFiles {
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
