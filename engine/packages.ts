/** What the package around a file depends on: which frameworks may call what it exports. */
import { readFileSync } from 'node:fs';
import type { PackageInfo } from '../model/program.ts';
import { joinPath } from './paths.ts';

export interface PackageReader {
  /** What package.json of the nearest package and, in a monorepo, of the root names. In Python a file's own imports tell. */
  packageOf(roots: { readonly package: string; readonly root: string }): PackageInfo;
}

export function createPackageReader(read: (path: string) => string | null = fromDisk): PackageReader {
  const known = new Map<string, PackageInfo>();
  return {
    packageOf(roots) {
      const key = `${roots.package}\n${roots.root}`;
      let info = known.get(key);
      if (!info) {
        info = {
          root: roots.package,
          dependencies: new Set([
            ...dependenciesIn(read(joinPath(roots.package, 'package.json'))),
            ...dependenciesIn(read(joinPath(roots.root, 'package.json'))),
          ]),
        };
        known.set(key, info);
      }
      return info;
    },
  };
}

function dependenciesIn(manifest: string | null): string[] {
  if (manifest === null) return [];
  try {
    const parsed = JSON.parse(manifest) as Record<string, unknown> | null;
    return ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'].flatMap((field) => {
      const group = parsed?.[field];
      return typeof group === 'object' && group !== null ? Object.keys(group) : [];
    });
  } catch {
    return [];
  }
}

function fromDisk(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
