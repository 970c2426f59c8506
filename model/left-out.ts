/**
 * Modules that the program never loads. Routes of a router that nobody mounts serve nobody: people comment a mount out and leave the file.
 * That nobody names a file proves little, for folders are loaded as a whole; that its neighbours are all loaded by name does.
 */
import type { FileModel } from './file.ts';
import { allFiles, memo, type Program } from './program.ts';

/** Have: the router of `routes/old.ts`, beside `routes/users.ts` and `routes/orders.ts`, which `app.ts` imports. */
export function isLeftOut(program: Program, file: FileModel): boolean {
  if (file.language !== 'typescript' || file.exports.length === 0) return false;
  const loaded = loadedByName(program);
  if (loaded.has(file.path)) return false;
  const folder = folderOf(file.path);
  const neighbours = [...allFiles(program)].filter(
    (f) => f !== file && f.exports.length > 0 && f.context === 'source' && folderOf(f.path) === folder,
  );
  const named = neighbours.filter((f) => loaded.has(f.path));
  return named.length >= ENOUGH && named.length >= neighbours.length - MOST_LEFT_OUT;
}

/** So many neighbours loaded by name are no accident. */
const ENOUGH = 3;
const MOST_LEFT_OUT = 2;

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

function loadedByName(program: Program): ReadonlySet<string> {
  return memo<object, Set<string>>(program, 'loaded by name', program.files, new Set(), () => {
    const paths = new Set<string>();
    for (const file of allFiles(program)) for (const path of loadedBy(program, file)) paths.add(path);
    return paths;
  });
}

function loadedBy(program: Program, file: FileModel): readonly string[] {
  return memo<FileModel, string[]>(program, 'loads by name', file, [], () => {
    const specifiers = [...file.imports.map((i) => i.specifier), ...file.exports.flatMap((e) => e.from ?? []), ...asked(file)];
    return specifiers.flatMap((specifier) => {
      const target = program.resolve(file.path, specifier);
      return target.kind === 'file' && target.path !== file.path ? [target.path] : [];
    });
  });
}

/** Have: app.use('/users', require('./routes/users')), lazy(() => import('./routes/orders')) */
function asked(file: FileModel): string[] {
  return file.calls.flatMap(({ text, args }) => {
    const specifier = args[0]?.value.literal;
    return /^(require|import)$/.test(text) && typeof specifier === 'string' ? [specifier] : [];
  });
}
