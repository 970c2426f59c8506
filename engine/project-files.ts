/** Which files stand around the files that an editor holds: whose code may call theirs. */
import { existsSync } from 'node:fs';
import { discover } from './discover.ts';
import { manifests, requirements } from './package-files.ts';
import { absolutePath, joinPath } from './paths.ts';
import { createRootFinder } from './project-root.ts';

const MARKERS = ['.git', 'rush.json', ...manifests, requirements, 'tsconfig.json', 'jsconfig.json'];

/** The source files of the repositories of these files or, where one has more than `most`, of the package; none where that has more as well. */
export async function projectFiles(files: readonly string[], most: number): Promise<string[]> {
  const finder = createRootFinder();
  const found = new Set<string>();
  const tried = new Map<string, readonly string[]>();
  const sourcesIn = async (folder: string): Promise<readonly string[]> => {
    const known = tried.get(folder) ?? (await discover([folder], absolutePath('.', folder))).files;
    tried.set(folder, known);
    return known;
  };
  for (const file of files) {
    const roots = finder.rootsOf(file);
    // A file that belongs to no project stands alone: around it may lie somebody's whole home folder.
    if (!MARKERS.some((name) => existsSync(joinPath(roots.root, name)))) continue;
    for (const folder of [roots.root, roots.package]) {
      const sources = await sourcesIn(folder);
      if (sources.length > most) continue;
      for (const source of sources) found.add(source);
      break;
    }
  }
  return [...found].sort();
}
