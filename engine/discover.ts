/**
 * Which files are meant by the paths that someone named.
 *
 * A named file is always checked, whatever ignores it. A named folder means the source files in it that git does not ignore
 * (see `skipped-folders.ts` for folders that are left out by name). A glob means the files it matches among those.
 * Links to files are followed once; links to folders are followed only if they are named. Declaration files
 * say nothing about cost and are left out without a word.
 */
import { existsSync, lstatSync, realpathSync, type Stats, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import picomatch from 'picomatch';
import { didYouMean } from './did-you-mean.ts';
import { isIgnoredByGit, listGitFiles } from './git-files.ts';
import { isGlob } from './globs.ts';
import { absolutePath, joinPath, parentOf, shownFrom, withSlashes } from './paths.ts';
import type { Problem, Skipped } from './result.ts';
import { environmentMarkers, packageMarkers, reasonToSkipFolder } from './skipped-folders.ts';
import { type ReadFolder, readFolderFromDisk, walkFiles } from './walk-files.ts';

export const sourceExtensions: readonly string[] = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.py', '.ipynb'];

export interface Discovery {
  /** Absolute, forward slashes, each once, sorted by code units. */
  readonly files: string[];
  /** The folders that were named, and those that named globs start from. */
  readonly folders: string[];
  readonly skipped: Skipped[];
  readonly problems: Problem[];
}

export interface DiscoverOptions {
  readonly extensions?: readonly string[];
  /** For tests. */
  readonly readFolder?: ReadFolder;
}

/** Expands files, folders and globs (`!glob` takes files away) to source files. Never throws. */
export async function discover(paths: readonly string[], cwd: string, options: DiscoverOptions = {}): Promise<Discovery> {
  const found = createCollection(absolutePath('.', cwd), options);
  const missing: { word: string; message: string }[] = [];
  const takenAway: picomatch.Matcher[] = [];
  let named = 0;

  for (const word of paths) {
    const path = absolutePath(word, cwd);
    if (word.startsWith('!') && !existsSync(path)) {
      takenAway.push(picomatch(absolutePath(word.slice(1), cwd), { dot: true }));
      continue;
    }
    named++;
    const kind = kindOf(path);
    if (kind?.isDirectory()) {
      if ((await found.addNamedFolder(path)) === 0) found.note(path, `${word} holds no source files (${found.extensions.join(', ')}).`);
    } else if (kind !== null) found.addNamedFile(path);
    else if (isGlob(word)) {
      if (!(await found.addGlob(word)))
        missing.push({ word, message: `${word} matches no source file. Check the pattern; ignored files match only if they are named.` });
    } else missing.push({ word, message: await doesNotExist(word, path, cwd) });
  }

  const level = missing.length === named && named > 0 ? 'fatal' : 'error';
  const problems: Problem[] = missing.map(({ word, message }) => ({ file: absolutePath(word, cwd), message, span: null, level }));
  const files = found.files().filter((file) => !takenAway.some((matches) => matches(file)));
  return { files, folders: found.folders, skipped: found.skipped, problems: [...problems, ...found.problems] };
}

function createCollection(cwd: string, options: DiscoverOptions) {
  const extensions = options.extensions ?? sourceExtensions;
  const readFolder = options.readFolder ?? readFolderFromDisk;
  const skipped: Skipped[] = [];
  const problems: Problem[] = [];
  /** By real path, so that links do not double files. */
  const byRealPath = new Map<string, { path: string; link: boolean }>();
  const packages = new Map<string, boolean>();
  const visited = new Set<string>();
  const folders: string[] = [];

  function add(path: string, realPath: string, link: boolean): void {
    const known = byRealPath.get(realPath);
    if (known === undefined || (known.link && !link)) byRealPath.set(realPath, { path, link });
  }

  function note(file: string, message: string, level: Problem['level'] = 'note'): void {
    problems.push({ file, message, span: null, level });
  }

  function isPackage(folder: string): boolean {
    let known = packages.get(folder);
    if (known === undefined) {
      known = packageMarkers.some((marker) => existsSync(joinPath(folder, marker)));
      packages.set(folder, known);
    }
    return known;
  }

  /** Says whether folders below `base` are looked into, and remembers the answers. */
  function folderJudge(base: string, tracked: ReadonlySet<string>, inGit: boolean): (relative: string) => boolean {
    const answers = new Map<string, boolean>([['', true]]);
    const judge = (relative: string): boolean => {
      const known = answers.get(relative);
      if (known !== undefined) return known;
      const at = relative.lastIndexOf('/');
      const parent = relative.slice(0, Math.max(at, 0));
      let answer = judge(parent);
      if (answer) {
        const around = parent === '' ? base : joinPath(base, parent);
        const inPackage = isPackage(around) || (!inGit && around === cwd);
        const isEnvironment = environmentMarkers.some((marker) => existsSync(joinPath(joinPath(base, relative), marker)));
        const reason = reasonToSkipFolder({ name: relative.slice(at + 1), isEnvironment, inPackage, tracked: tracked.has(relative) });
        answer = reason === null;
        if (reason !== null && reason !== 'never') skipped.push({ file: joinPath(base, relative), reason });
      }
      answers.set(relative, answer);
      return answer;
    };
    return judge;
  }

  function addNamedFile(path: string): void {
    if (isDeclaration(path)) skipped.push({ file: path, reason: 'declaration file' });
    else if (!hasExtension(path, extensions)) skipped.push({ file: path, reason: `not a source file (${extensions.join(', ')})` });
    else add(path, realPathOf(path), isLink(path));
  }

  async function addFolder(folder: string, matches: (relative: string) => boolean = () => true): Promise<number> {
    const real = realPathOf(folder);
    const listing = await listGitFiles(folder);
    const inGit = listing !== null && (listing.tracked.length + listing.untracked.length > 0 || !(await isIgnoredByGit(folder)));
    let count = 0;

    async function take(relative: string, mayBeFolder: boolean): Promise<void> {
      const isSource = hasExtension(relative, extensions);
      if (!isSource && !mayBeFolder) return;
      const path = joinPath(folder, relative.replace(/\/$/, ''));
      const entry = kindOf(path, lstatSync);
      if (entry === null) return;
      if (entry.isDirectory()) {
        const key = realPathOf(path);
        if (!mayBeFolder || visited.has(key)) return;
        visited.add(key);
        count += await addFolder(path, (below) => matches(`${shownFrom(folder, path)}/${below}`));
        return;
      }
      if (!isSource || isDeclaration(relative) || !matches(relative)) return;
      const unwritten = unwrittenByName(relative);
      if (unwritten !== null) {
        skipped.push({ file: path, reason: unwritten });
        return;
      }
      if (entry.isSymbolicLink()) {
        const target = realPathOf(path);
        if (!kindOf(path)?.isFile()) return;
        if (/\/(?:node_modules|\.git)\//.test(target)) return;
        add(path, target, true);
      } else if (entry.isFile()) add(path, joinPath(real, relative), false);
      else return;
      count++;
    }

    if (inGit) {
      const tracked = new Set<string>();
      for (const file of listing.tracked) for (const around of foldersOf(file)) tracked.add(around);
      const enter = folderJudge(folder, tracked, true);
      for (const file of new Set([...listing.tracked, ...listing.untracked])) {
        const name = file.replace(/\/$/, '');
        // A submodule is listed like a file; most have no dot in their name, those that end like a source file are looked at anyway.
        const mayBeFolder = file.endsWith('/') || !name.slice(name.lastIndexOf('/') + 1).includes('.') || hasExtension(name, extensions);
        if (enter(name.slice(0, Math.max(name.lastIndexOf('/'), 0)))) {
          if (!file.endsWith('/') || enter(name)) await take(file, mayBeFolder);
        }
      }
      for (const unreadable of listing.unreadable)
        note(joinPath(folder, unreadable), cannotRead(joinPath(folder, unreadable), 'permission denied'), 'error');
    } else {
      const walked = await walkFiles(folder, cwd, folderJudge(folder, new Set(), false), readFolder);
      for (const file of walked.files) await take(file, false);
      for (const { folder: where, error } of walked.unreadable)
        note(where, cannotRead(where, error instanceof Error ? error.message : String(error)), 'error');
    }
    return count;
  }

  function addNamedFolder(folder: string, matches?: (relative: string) => boolean): Promise<number> {
    folders.push(folder);
    return addFolder(folder, matches);
  }

  /** Whether the glob matched anything. */
  async function addGlob(word: string): Promise<boolean> {
    const pattern = withSlashes(word);
    const { base, glob } = picomatch.scan(pattern);
    const folder = absolutePath(base === '' ? '.' : base, cwd);
    if (!kindOf(folder)?.isDirectory()) return false;
    return (await addNamedFolder(folder, picomatch(glob, { dot: true }))) > 0;
  }

  const files = () => [...byRealPath.values()].map((one) => one.path).sort();
  return { extensions, folders, skipped, problems, files, note, addNamedFile, addNamedFolder, addGlob };
}

function hasExtension(path: string, extensions: readonly string[]): boolean {
  return extensions.some((extension) => path.endsWith(extension));
}

function isDeclaration(path: string): boolean {
  return /\.d\.(?:\w+\.)?[cm]?ts$|\.pyi$/.test(path);
}

function unwrittenByName(path: string): string | null {
  if (/\.min\.[cm]?jsx?$/.test(path)) return 'minified by its name';
  return /_pb2(?:_grpc)?\.py$/.test(path) ? 'generated by its name' : null;
}

function isLink(path: string): boolean {
  return kindOf(path, lstatSync)?.isSymbolicLink() === true;
}

/** Null when there is nothing, or nothing that can be reached (links in a circle, no permission). */
function kindOf(path: string, stat: (path: string) => Stats = statSync): Stats | null {
  try {
    return stat(path);
  } catch {
    return null;
  }
}

function realPathOf(path: string): string {
  try {
    return withSlashes(realpathSync.native(path));
  } catch {
    return path;
  }
}

function* foldersOf(file: string): Iterable<string> {
  for (let at = file.lastIndexOf('/'); at > 0; at = file.lastIndexOf('/', at - 1)) yield file.slice(0, at);
}

function cannotRead(folder: string, why: string): string {
  return `The folder ${folder} cannot be read (${why}). Make it readable, or exclude it in the configuration.`;
}

async function doesNotExist(word: string, path: string, cwd: string): Promise<string> {
  const parent = parentOf(path) ?? path;
  const siblings = await readdir(parent).catch(() => []);
  const hint = didYouMean(path.slice(path.lastIndexOf('/') + 1), siblings);
  return `${word} does not exist.${hint} Paths are relative to ${withSlashes(cwd)}; quote globs.`;
}
