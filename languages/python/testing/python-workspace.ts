/** Imports of a workspace that exists in a test only, and a record of what was asked about it. */
import type { ImportTarget } from '../../../model/program.ts';
import type { Entries } from '../../workspace-files.ts';
import { createPythonResolver } from '../resolve.ts';

/** A workspace of texts by path. Answers are written short: a path, `unknown`, or `builtin py:os`. */
export function workspace(texts: Readonly<Record<string, string>>) {
  const files = new Map(Object.entries(texts).map(([path, text]) => [`/w/${path}`, text]));
  const asked: string[] = [];
  const entries = (folder: string): Entries => {
    asked.push(folder);
    const names = [...files.keys()].filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1).split('/'));
    return {
      files: names.filter((steps) => steps.length === 1).map(([name]) => name!),
      folders: [...new Set(names.filter((steps) => steps.length > 1).map(([name]) => name!))],
    };
  };
  const ask = <T>(path: string, answer: T): T => {
    asked.push(path);
    return answer;
  };
  const resolver = createPythonResolver('/w', {
    isFile: (path) => ask(path, files.has(path)),
    isFolder: (path) => ask(path, path === '/w' || [...files.keys()].some((file) => file.startsWith(`${path}/`))),
    readFile: (path) => ask(path, files.get(path) ?? null),
    entries,
  });
  const resolve = (file: string, specifier: string): string => short(resolver.resolve(`/w/${file}`, specifier));
  return { resolve, resolver, files, asked };
}

export function short(target: ImportTarget): string {
  if (target.kind === 'file') return target.path.replace(/^\/w\//, '');
  return target.kind === 'unknown' ? 'unknown' : `${target.kind} ${target.name}`;
}
