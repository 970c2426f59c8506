/** Whether anybody mounts a router of FastAPI or a blueprint of Flask: until then its handlers serve nobody. */
import { collected } from './collected.ts';
import type { Decorator, FileModel } from './file.ts';
import { pathOf } from './loaded-by-name.ts';
import { submoduleName } from './modules.ts';
import { fileAt, type Program } from './program.ts';
import { loadsByChance } from './unmounted.ts';

const MAKES = /(^|\.)(APIRouter|Blueprint)$/;
const MOUNTS = /^(include_router|register_blueprint|mount)$/;

/** Have: router = APIRouter(), and @router.get('/orders') below, where app.include_router(orders.router) is commented out. */
export function isOfUnmountedRouter(program: Program, file: FileModel, { callee }: Decorator): boolean {
  if (file.language !== 'python' || callee.root.kind !== 'binding') return false;
  const binding = file.bindings[callee.root.binding];
  const made = binding?.init?.root.kind === 'call' ? file.calls[binding.init.root.call] : undefined;
  if (binding?.fn !== 0 || !made || !MAKES.test(made.text)) return false;
  return mountsSomewhere(program) && !binding.uses.some(({ kind }) => HANDED.test(kind)) && !isImported(program, file, binding.name);
}

/** Somebody mounts routers, and all of them by names that stand in the code. */
function mountsSomewhere(program: Program): boolean {
  const all = collected<Loads>(program, 'mounts of routers', '', (file) => {
    if (file.language !== 'python' || file.context === 'test') return new Map();
    const mounts = file.calls.some(({ member }) => member !== null && MOUNTS.test(member));
    return new Map(mounts ? [['', [{ byChance: loadsByChance(file) }]]] : []);
  });
  return all.length > 0 && !all.some(({ byChance }) => byChance);
}

interface Loads {
  readonly byChance: boolean;
}

/** By a name that is used, or with its module, of which it is taken or which somebody is handed. */
function isImported(program: Program, file: FileModel, name: string): boolean {
  return collected<Importer>(program, 'importers of modules', file.path, (other) => importersIn(program, other)).some(({ by, local, imported }) => {
    const uses = fileAt(program, by)?.bindings[local]?.uses ?? [];
    if (imported !== null) return imported === '*' || (imported === name && uses.length > 0);
    return uses.some(({ path, kind }) => (path.length === 0 ? HANDED.test(kind) : path[0] === name));
  });
}

const HANDED = /^(argument|escape|iterate|assign)$/;

interface Importer {
  readonly by: string;
  readonly local: number;
  /** Null: the module itself. */
  readonly imported: string | null;
}

/** `from app.api import orders` imports the module `app.api.orders`, if it is one. */
function importersIn(program: Program, file: FileModel): ReadonlyMap<string, readonly Importer[]> {
  const found = new Map<string, Importer[]>();
  if (file.language !== 'python' || file.context === 'test') return found;
  const add = (path: string | null, importer: Importer): void => {
    if (path !== null) found.set(path, [...(found.get(path) ?? []), importer]);
  };
  for (const { specifier, imported, local } of file.imports) {
    add(pathOf(program, file, specifier), { by: file.path, local, imported });
    add(pathOf(program, file, submoduleName(specifier, imported)), { by: file.path, local, imported: null });
  }
  return found;
}
