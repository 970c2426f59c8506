/** Whether anybody mounts a router of FastAPI or a blueprint of Flask: until then its handlers serve nobody. */
import { collected } from './collected.ts';
import type { Binding, Decorator, FileModel } from './file.ts';
import { pathOf } from './loaded-by-name.ts';
import { submoduleName } from './modules.ts';
import { fileAt, type Program } from './program.ts';
import { loadsByChance } from './unmounted.ts';
import type { Use } from './use.ts';

const MAKES = /(^|\.)(APIRouter|Blueprint)$/;
const MOUNTS = /^(include_router|register_blueprint|mount)$/;

/** Have: router = APIRouter(), and @router.get('/orders') below, where app.include_router(orders.router) is commented out. */
export function isOfUnmountedRouter(program: Program, file: FileModel, { callee }: Decorator): boolean {
  if (file.language !== 'python' || callee.root.kind !== 'binding') return false;
  const router = routerOf(file, callee.root.binding);
  return router !== null && mountsSomewhere(program) && isUnmounted(program, file, router, 0);
}

function routerOf(file: FileModel, id: number): Binding | null {
  const binding = file.bindings[id];
  const made = binding?.init?.root.kind === 'call' ? file.calls[binding.init.root.call] : undefined;
  return binding?.fn === 0 && made && MAKES.test(made.text) ? binding : null;
}

/** So many routers inside of one another nobody writes. */
const DEEPEST = 8;

function isUnmounted(program: Program, file: FileModel, router: Binding, depth: number): boolean {
  return !router.uses.some((use) => mounts(program, file, use, depth)) && !isImported(program, file, router.name, depth);
}

/** It is handed to somebody, who is no router that nobody mounts. */
function mounts(program: Program, file: FileModel, use: Use, depth: number): boolean {
  if (!HANDED.test(use.kind)) return false;
  const call = use.kind === 'argument' && use.call !== null ? file.calls[use.call] : undefined;
  const outer = call && MOUNTS.test(call.member ?? '') && call.callee.root.kind === 'binding' ? routerOf(file, call.callee.root.binding) : null;
  return outer === null || depth > DEEPEST || !isUnmounted(program, file, outer, depth + 1);
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
function isImported(program: Program, file: FileModel, name: string, depth: number): boolean {
  return collected<Importer>(program, 'importers of modules', file.path, (other) => importersIn(program, other)).some(({ by, local, imported }) => {
    const other = fileAt(program, by);
    const uses = other?.bindings[local]?.uses ?? [];
    if (!other || imported === '*') return imported === '*';
    // Have: from .api import api_router, in the `__init__.py` that others import it from.
    const handsOn = uses.length === 0 && other.path.endsWith('/__init__.py');
    if (imported !== null) return imported === name && (handsOn || uses.some((use) => !HANDED.test(use.kind) || mounts(program, other, use, depth)));
    return uses.some((use) =>
      use.path.length === 0 ? HANDED.test(use.kind) : use.path[0] === name && (!HANDED.test(use.kind) || mounts(program, other, use, depth)),
    );
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
