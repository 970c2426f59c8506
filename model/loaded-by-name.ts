/** Which files a file loads by a name that stands in it: imports, re-exports, and calls that load. */
import type { FileModel } from './file.ts';
import { submoduleName } from './modules.ts';
import { memo, type Program } from './program.ts';

export function loadedBy(program: Program, file: FileModel): readonly string[] {
  return memo<FileModel, string[]>(program, 'loads by name', file, [], () => {
    // `from app.api import users`: the module `app.api.users`, if it is one.
    const submodules = file.language === 'python' ? file.imports.map((i) => submoduleName(i.specifier, i.imported)) : [];
    const specifiers = [...file.imports.map((i) => i.specifier), ...submodules, ...file.exports.flatMap((e) => e.from ?? []), ...asked(file)];
    return specifiers.flatMap((specifier) => pathOf(program, file, specifier) ?? []);
  });
}

/** Have: app.use('/users', require('./routes/users')), lazy(() => import('./routes/orders')) */
export function asked(file: FileModel): string[] {
  return file.calls.flatMap(({ text, args }) => {
    const specifier = args[0]?.value.literal;
    return /^(require|import)$/.test(text) && typeof specifier === 'string' ? [specifier] : [];
  });
}

export function pathOf(program: Program, file: FileModel, specifier: string): string | null {
  const target = program.resolve(file.path, specifier);
  return target.kind === 'file' && target.path !== file.path ? target.path : null;
}
