/** Routers that another file mounts for administrators alone: `app.use('/api/admin', jobs)`, `app.use('/jobs', requireAdmin, jobs)`. */
import { isForAdministrators } from './administrators.ts';
import { collected } from './collected.ts';
import type { FileModel, Value } from './file.ts';
import { loadedBy, pathOf } from './loaded-by-name.ts';
import { fileAt, type Program } from './program.ts';

interface Mount {
  /** The path of the file that mounts it. */
  readonly by: string;
  readonly guarded: boolean;
}

/** So many routers inside of one another nobody writes. */
const DEEPEST = 4;

/** All who mount what the file offers do so for administrators, or are themselves mounted so. */
export function isMountedForAdministrators(program: Program, { path }: FileModel, depth = 0): boolean {
  const mounts = collected<Mount>(program, 'mounts of files', path, (file) => mountsIn(program, file));
  return (
    mounts.length > 0 &&
    depth < DEEPEST &&
    !isTakenOtherwise(program, path, mounts) &&
    mounts.every(({ by, guarded }) => {
      const file = guarded ? null : fileAt(program, by);
      return guarded || (file !== undefined && file !== null && isMountedForAdministrators(program, file, depth + 1));
    })
  );
}

/** Have: export { jobs } from './jobs', app.use('/', [auth, jobs]): somebody who is not known to mount it may do so for all. */
function isTakenOtherwise(program: Program, path: string, mounts: readonly Mount[]): boolean {
  const others = collected<{ readonly by: string }>(program, 'files taken', path, (file) => {
    const loaded = file.context === 'test' ? [] : [...new Set(loadedBy(program, file))];
    return new Map(loaded.map((each) => [each, [{ by: file.path }]]));
  });
  return others.some(({ by }) => !mounts.some((mount) => mount.by === by));
}

function mountsIn(program: Program, file: FileModel): ReadonlyMap<string, readonly Mount[]> {
  const found = new Map<string, Mount[]>();
  if (file.language !== 'typescript' || file.context === 'test') return found;
  for (const call of file.calls) {
    if (!/^(use|register|route|routes)$/.test(call.member ?? '')) continue;
    for (const { value } of call.args) {
      const path = mounted(program, file, value);
      if (path !== null) found.set(path, [...(found.get(path) ?? []), { by: file.path, guarded: isForAdministrators(file, call) }]);
    }
  }
  return found;
}

/** Have: jobs, jobs.router, jobs.routes(), require('./jobs') */
function mounted(program: Program, file: FileModel, { root }: Value): string | null {
  const call = root.kind === 'call' ? file.calls[root.call] : undefined;
  const required = call?.text === 'require' ? call.args[0]?.value.literal : undefined;
  if (typeof required === 'string') return pathOf(program, file, required);
  const base = call?.member ? call.callee.root : root;
  if (base.kind !== 'binding') return null;
  const imported = file.imports.find(({ local }) => local === base.binding);
  return imported ? pathOf(program, file, imported.specifier) : null;
}
