/**
 * Which project a file belongs to: the nearest package and the repository around it. Found from the file itself, never
 * from the working directory, so that the editor and the command line agree.
 */
import { readFileSync, statSync } from 'node:fs';
import type { FileContext } from '../model/file.ts';
import { fileContext } from './context.ts';
import { manifests, requirements } from './package-files.ts';
import { isInside, joinPath, parentOf, shownFrom } from './paths.ts';

export interface ProjectRoots {
  /** Folder of the nearest manifest (package.json, pyproject.toml, …), else of the nearest requirements.txt, else `root`. */
  readonly package: string;
  /** Folder with `.git` or `rush.json`; without one, the outermost folder that one of these makes a package; without one, the first of the finder's folders that holds the file, else the file's. */
  readonly root: string;
  readonly hasBin: boolean;
}

export interface RootFinder {
  rootsOf(file: string): ProjectRoots;
  /** The context of a file, judged below its roots. */
  contextOf(file: string, text: string): FileContext;
}

/** What the finder needs of a file system; injected for tests and for unsaved buffers. */
export interface RootFiles {
  exists(path: string): boolean;
  read(path: string): string | null;
}

const fromDisk: RootFiles = {
  exists: (path) => statSync(path, { throwIfNoEntry: false }) !== undefined,
  read(path) {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return null;
    }
  },
};

/** Answers are remembered per folder: make a new finder when package files come or go. `folders`: of files that nothing else claims, the first of them around one is its root. */
export function createRootFinder(files: RootFiles = fromDisk, folders: readonly string[] = []): RootFinder {
  const perFolder = new Map<string, ProjectRoots>();
  const known = new Map<string, Marks>();

  function marksOf(folder: string): Marks {
    let marks = known.get(folder);
    if (marks === undefined) {
      const holds = (name: string): boolean => files.exists(joinPath(folder, name));
      marks = { manifest: manifests.some(holds), requirements: holds(requirements), repository: holds('.git') || holds('rush.json') };
      known.set(folder, marks);
    }
    return marks;
  }

  function rootsOf(file: string): ProjectRoots {
    const folder = parentOf(file) ?? file;
    let roots = perFolder.get(folder);
    if (roots === undefined) {
      roots = findRoots(folder, marksOf, files, folders);
      perFolder.set(folder, roots);
    }
    return roots;
  }

  return {
    rootsOf,
    contextOf(file, text) {
      const roots = rootsOf(file);
      return fileContext({ fromPackage: shownFrom(roots.package, file), fromRoot: shownFrom(roots.root, file), hasBin: roots.hasBin }, text);
    },
  };
}

/** What a folder holds that says something about the project. */
interface Marks {
  readonly manifest: boolean;
  readonly requirements: boolean;
  readonly repository: boolean;
}

function findRoots(start: string, marksOf: (folder: string) => Marks, files: RootFiles, folders: readonly string[]): ProjectRoots {
  let nearest: string | null = null;
  let required: string | null = null;
  let outermost: string | null = null;
  let repository: string | null = null;
  for (let folder: string | null = start; folder !== null; folder = parentOf(folder)) {
    const marks = marksOf(folder);
    if (marks.manifest) nearest ??= folder;
    if (marks.requirements) required ??= folder;
    if (marks.manifest || marks.requirements) outermost = folder;
    if (marks.repository) {
      repository = folder;
      break;
    }
  }
  const root = repository ?? outermost ?? folders.find((folder) => isInside(start, folder)) ?? start;
  const found = nearest ?? required ?? root;
  return { package: found, root, hasBin: offersCommand(files.read(joinPath(found, 'package.json'))) };
}

function offersCommand(manifest: string | null): boolean {
  if (manifest === null) return false;
  try {
    return Boolean((JSON.parse(manifest) as { bin?: unknown } | null)?.bin);
  } catch {
    return false;
  }
}
