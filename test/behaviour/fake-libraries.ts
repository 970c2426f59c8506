/**
 * Stand-ins for the few libraries whose fixes are worth running: files and hashes that answer by their arguments alone.
 * Anything else says so when it is touched, and the comparison is skipped rather than guessed.
 */
import type { Intrinsics } from './graph.ts';

export class NeedsLibrary extends Error {}

type Fake = Record<string, unknown>;

export function fakeLibrary(specifier: string, record: unknown[], realm: Intrinsics): unknown {
  const name = specifier.replace(/^node:/, '');
  if (name === 'path') return { join: (...parts: string[]) => parts.join('/'), default: { join: (...parts: string[]) => parts.join('/') } };
  if (name === 'fs/promises' || name === 'fs') {
    const files = fakeFiles(record, realm, name === 'fs');
    return Object.assign(files, { default: files });
  }
  return new Proxy(function library() {}, {
    get: (_, key) => {
      if (typeof key === 'symbol' || key === '__esModule' || key === 'then') return undefined;
      return untouchable(`${name}.${key}`);
    },
    apply: () => {
      throw new NeedsLibrary(name);
    },
  });
}

/** May be handed around; doing anything with it needs the library. */
function untouchable(name: string): unknown {
  const refuse = (): never => {
    throw new NeedsLibrary(name);
  };
  return new Proxy(function member() {}, { apply: refuse, construct: refuse, get: (_, key) => (key === 'prototype' ? {} : refuse()) });
}

/** Every path holds text made from its name; paths that are empty or contain `a` do not exist. */
function fakeFiles(record: unknown[], realm: Intrinsics, both: boolean): Fake {
  const answer = (path: unknown, what: string): unknown => {
    record.push(`${what} ${String(path)}`);
    const name = String(path);
    if (name === '' || name.includes('a')) throw Object.assign(new Error(`ENOENT: no such file, ${what} '${name}'`), { code: 'ENOENT' });
    return what === 'readFile'
      ? `{"file": ${JSON.stringify(name)}}`
      : what === 'readdir'
        ? Object.assign(new realm.Array(), [`${name}1`, `${name}2`])
        : { size: name.length };
  };
  const names = ['readFile', 'readdir', 'stat', 'lstat', 'writeFile', 'appendFile', 'mkdir', 'rm', 'unlink', 'copyFile', 'rename', 'access'];
  const promises: Fake = {};
  for (const name of names) {
    promises[name] = (path: unknown) =>
      new realm.Promise((resolve, reject) => {
        try {
          resolve(answer(path, name));
        } catch (error) {
          reject(error);
        }
      });
  }
  if (!both) return promises;
  const fs: Fake = { promises, existsSync: (path: unknown) => !String(path).includes('a') };
  for (const name of names) fs[`${name}Sync`] = (path: unknown) => answer(path, name);
  return fs;
}
