/** Paths inside the engine: absolute, with forward slashes on every system. */
import { isAbsolute, posix, resolve } from 'node:path';

/** Makes a path of the system absolute, with forward slashes and no trailing one. */
export function absolutePath(path: string, cwd: string): string {
  return withSlashes(resolve(cwd, path));
}

/** Forward slashes; only Windows has others, elsewhere a backslash is part of a name. */
export function withSlashes(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}

/** The folder around a file or folder, or null at the top (`/`, `C:/`). */
export function parentOf(path: string): string | null {
  const at = path.lastIndexOf('/');
  if (at === -1 || at === path.length - 1) return null;
  const parent = path.slice(0, at);
  return parent === '' || parent.endsWith(':') ? `${parent}/` : parent;
}

export function joinPath(folder: string, name: string): string {
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

/** Whether `path` is `folder` or below it. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** `path` as seen from a folder that it is inside of, else the path itself. For messages and for globs. */
export function shownFrom(folder: string, path: string): string {
  return path !== folder && isInside(path, folder) ? path.slice(folder.length).replace(/^\//, '') : path;
}

/** Resolves `./x` and `../x` against a folder; null when it is neither. */
export function resolveRelative(folder: string, path: string): string | null {
  if (!/^\.{1,2}(?:\/|$)/.test(path) || isAbsolute(path)) return null;
  return posix.normalize(`${folder}/${path}`).replace(/(?<=.)\/$/, '');
}
