/**
 * Modules that the program never loads. Routes of a router that nobody mounts serve nobody: people comment a mount out and leave the file.
 * That nobody names a file proves little, for folders are loaded as a whole and programs have to begin somewhere; that all its neighbours are
 * loaded by name, by others than itself, does.
 */
import type { FileModel } from './file.ts';
import { loadedBy } from './loaded-by-name.ts';
import { allFiles, fileAt, memo, type Program } from './program.ts';
import { unmounted } from './unmounted.ts';

/** Have: the router of `routes/old.ts`, beside `routes/users.ts` and `routes/orders.ts`, which `app.ts` imports. */
export function isLeftOut(program: Program, file: FileModel): boolean {
  return leftOut(program).has(file);
}

/** So many neighbours loaded by name are no accident. */
const ENOUGH = 3;
const MOST_LEFT_OUT = 2;

function leftOut(program: Program): ReadonlySet<FileModel> {
  return memo<object, Set<FileModel>>(program, 'left out', program.files, new Set(), () => {
    const loaders = new Map<string, FileModel[]>();
    const folders = new Map<string, FileModel[]>();
    for (const file of allFiles(program)) {
      for (const path of file.context === 'test' ? [] : loadedBy(program, file)) {
        const known = loaders.get(path);
        if (known) known.push(file);
        else loaders.set(path, [file]);
      }
      if (file.language !== 'typescript' || file.context !== 'source' || file.exports.length === 0) continue;
      const folder = folderOf(file.path);
      const others = folders.get(folder);
      if (others) others.push(file);
      else folders.set(folder, [file]);
    }
    const found = unmounted(program, loaders);
    for (const [folder, files] of folders) {
      const left = files.filter((file) => !loaders.has(file.path));
      if (left.length > MOST_LEFT_OUT + 1 || files.length - left.length < ENOUGH) continue;
      // Have: index.ts, where the program begins: it loads what stands beside it.
      for (const file of left) if (!loadedBy(program, file).some((path) => folderOf(path) === folder)) found.add(file);
    }
    addLoadedByLeftOut(program, loaders, found);
    return found;
  });
}

/** What only such modules load is not loaded either, and what only scripts load belongs to them. */
function addLoadedByLeftOut(program: Program, loaders: ReadonlyMap<string, readonly FileModel[]>, found: Set<FileModel>): void {
  const idle = new Set([...allFiles(program)].filter((file) => found.has(file) || BY_HAND.test(file.context)));
  // The set grows while it is walked.
  for (const file of idle)
    for (const path of loadedBy(program, file)) {
      const other = fileAt(program, path);
      if (other?.language !== 'typescript' || other.context !== 'source' || idle.has(other)) continue;
      if (!loaders.get(path)?.every((loader) => idle.has(loader))) continue;
      idle.add(other);
      found.add(other);
    }
}

const BY_HAND = /^(script|seed|migration|example|benchmark)$/;

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}
