/**
 * The files below a folder where git cannot be asked: outside of a repository, or in a folder that it ignores.
 * `.gitignore` files are honoured all the same, a nested one over those above it. Links to folders are not followed.
 */
import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import ignore, { type Ignore } from 'ignore';
import { isInside, joinPath, parentOf, shownFrom } from './paths.ts';

export type ReadFolder = (path: string) => Promise<Dirent[]>;

export const readFolderFromDisk: ReadFolder = (path) => readdir(path, { withFileTypes: true });

export interface WalkedFiles {
  /** Relative to the folder, forward slashes. */
  readonly files: readonly string[];
  readonly unreadable: readonly { readonly folder: string; readonly error: unknown }[];
}

/**
 * Walks a folder. `enter(path)` decides about each folder below it, by its relative path.
 * `.gitignore` files between `top` and the folder count too, unless they ignore the folder itself: it was asked for.
 */
export async function walkFiles(
  folder: string,
  top: string,
  enter: (relative: string) => boolean,
  readFolder: ReadFolder = readFolderFromDisk,
): Promise<WalkedFiles> {
  const files: string[] = [];
  const unreadable: { folder: string; error: unknown }[] = [];

  async function visit(current: string, rules: readonly Rules[]): Promise<void> {
    let children: Dirent[];
    try {
      children = await readFolder(current);
    } catch (error) {
      unreadable.push({ folder: current, error });
      return;
    }
    const own = children.some((child) => child.name === '.gitignore') ? await rulesOf(current) : null;
    const all = own === null ? rules : [...rules, own];
    for (const child of children) {
      const path = joinPath(current, child.name);
      const isFolder = child.isDirectory();
      if (isIgnored(path, isFolder, all)) continue;
      if (!isFolder) files.push(shownFrom(folder, path));
      else if (enter(shownFrom(folder, path))) await visit(path, all);
    }
  }

  await visit(folder, await rulesAbove(folder, top));
  return { files, unreadable };
}

interface Rules {
  readonly base: string;
  readonly rules: Ignore;
}

async function rulesOf(folder: string): Promise<Rules | null> {
  try {
    return { base: folder, rules: ignore().add(await readFile(joinPath(folder, '.gitignore'), 'utf8')) };
  } catch {
    return null;
  }
}

async function rulesAbove(folder: string, top: string): Promise<Rules[]> {
  const above: Rules[] = [];
  if (!isInside(folder, top)) return above;
  for (let current = folder; current !== top; ) {
    const parent = parentOf(current);
    if (parent === null) break;
    const rules = await rulesOf(parent);
    if (rules !== null) above.unshift(rules);
    current = parent;
  }
  return isIgnored(folder, true, above) ? [] : above;
}

function isIgnored(path: string, isFolder: boolean, rules: readonly Rules[]): boolean {
  for (const { base, rules: own } of rules.toReversed()) {
    const verdict = own.test(shownFrom(base, path) + (isFolder ? '/' : ''));
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}
