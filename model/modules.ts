/** What a module offers under a name, through imports, re-exports and CommonJS. */
import { collected } from './collected.ts';
import type { FileModel } from './file.ts';
import { fileAt, type ImportTarget, type Program } from './program.ts';
import { bindingThing, memberOf, returnedThing, type Thing, thingOf } from './things.ts';

/** Where an import leads; generated code that is not there counts as the library that it is made of. */
function resolveImport(program: Program, file: FileModel, specifier: string): ImportTarget {
  const target = program.resolve(file.path, specifier);
  if (target.kind === 'file' ? fileAt(program, target.path) : target.kind === 'builtin') return target;
  const module = program.knowledge.alias(specifier);
  return module ? { kind: 'package', name: module } : target;
}

export function importThing(program: Program, file: FileModel, specifier: string, imported: string): Thing | null {
  if (file.language === 'python') return pythonImport(program, file, specifier, imported);
  const target = resolveImport(program, file, specifier);
  const type = target.kind === 'file' && fileAt(program, target.path) ? null : program.knowledge.instance(specifier, imported);
  if (type) return { kind: 'instance', type, path: [] };
  if (target.kind === 'unknown') return null;
  if (target.kind !== 'file') return { kind: 'symbol', module: target.name, path: imported === '*' || imported === 'default' ? [] : [imported] };
  const module = fileAt(program, target.path);
  if (!module) return null;
  if (imported === '*') return { kind: 'namespace', file: module };
  return exportThing(program, module, imported, 0);
}

/** `from a import b` means a name in `a`, or the module `a.b`. Libraries go by their top-level module: `py:django#db.models.Model`. */
function pythonImport(program: Program, file: FileModel, specifier: string, imported: string): Thing | null {
  const target = program.resolve(file.path, specifier);
  if (target.kind === 'package' || target.kind === 'builtin') {
    const [module = '', ...path] = target.name.split('.');
    return { kind: 'symbol', module, path: imported === '*' ? path : [...path, ...imported.split('.')] };
  }
  const module = target.kind === 'file' ? fileAt(program, target.path) : undefined;
  if (imported === '*') return module ? { kind: 'namespace', file: module } : null;
  const thing = (module && exportThing(program, module, imported, 0)) ?? submodule(program, file, specifier, imported);
  // Code that a tool generates, or that was not handed over: its names are all that is known.
  return thing || module ? thing : { kind: 'symbol', module: 'py:', path: [imported] };
}

/** What `from app.api import users` may mean: the module `app.api.users`; `.users` of `from . import users`. */
export function submoduleName(package_: string, name: string): string {
  return package_.endsWith('.') ? `${package_}${name}` : `${package_}.${name}`;
}

function submodule(program: Program, file: FileModel, package_: string, name: string): Thing | null {
  const target = program.resolve(file.path, submoduleName(package_, name));
  const module = target.kind === 'file' ? fileAt(program, target.path) : undefined;
  return module ? { kind: 'namespace', file: module } : null;
}

/** What a file offers under a name, through re-exports and CommonJS. */
export function exportThing(program: Program, file: FileModel, name: string, depth: number): Thing | null {
  if (depth > 12) return null;
  const whole = file.exports.find((e) => e.name === '=');
  const own = file.exports.find((e) => e.name === name) ?? (name === 'default' ? whole : undefined);
  if (own) {
    if (own.from !== null) {
      const target = resolveImport(program, file, own.from);
      if (target.kind === 'package' || target.kind === 'builtin')
        return { kind: 'symbol', module: target.name, path: own.imported === '*' || own.imported === 'default' ? [] : [own.imported ?? name] };
      const next = target.kind === 'file' ? fileAt(program, target.path) : undefined;
      if (!next) return null;
      return own.imported === '*' ? { kind: 'namespace', file: next } : exportThing(program, next, own.imported ?? name, depth + 1);
    }
    if (own.binding !== null) return bindingThing(program, file, own.binding);
    return own.value ? thingOf(program, file, own.value) : null;
  }
  if (whole) {
    const base = whole.binding !== null ? bindingThing(program, file, whole.binding) : whole.value ? thingOf(program, file, whole.value) : null;
    return (base && memberOf(program, base, name)) ?? fromDirectory(program, file, name);
  }
  if (file.language === 'python' && file.path.endsWith('/__init__.py')) {
    const module = submodule(program, file, '.', name);
    if (module) return module;
  }
  for (const star of file.exports) {
    if (star.name !== '*' || star.from === null) continue;
    const target = resolveImport(program, file, star.from);
    const next = target.kind === 'file' ? fileAt(program, target.path) : undefined;
    const found = next ? exportThing(program, next, name, depth + 1) : null;
    if (found) return found;
    // `export * from 'library'`, where nothing else could offer the name.
    if (target.kind === 'package' && file.exports.filter((e) => e.name === '*').length === 1)
      return file.language === 'python' ? pythonImport(program, file, star.from, name) : { kind: 'symbol', module: target.name, path: [name] };
  }
  return null;
}

/**
 * Have: readdirSync(__dirname).forEach((file) => { const model = require(path.join(__dirname, file))(…); db[model.name] = model; });
 * module.exports = db: what the module offers under a name stands in the file of that name beside it.
 */
function fromDirectory(program: Program, file: FileModel, name: string): Thing | null {
  if (!readsOwnDirectory(file)) return null;
  const folder = file.path.slice(0, file.path.lastIndexOf('/'));
  for (const other of siblings(program, folder)) {
    const stem = other.path.slice(folder.length + 1).replace(/\.\w+$/, '');
    const offered = stem.toLowerCase() === name.toLowerCase() || defines(other, name) ? exportThing(program, other, 'default', 0) : null;
    // Those that are functions of their tools are called with them.
    const made = offered?.kind === 'function' ? returnedThing(program, offered.ref) : offered;
    if (made) return made;
  }
  return null;
}

function readsOwnDirectory(file: FileModel): boolean {
  return (
    file.calls.some((c) => /^readdir(Sync)?$/.test(c.member ?? c.text) && /__dirname|import\.meta/.test(c.args[0]?.value.text ?? '')) &&
    file.calls.some((c) => /^require$|import$/i.test(c.member ?? c.text) && c.args[0]?.value.literal === null)
  );
}

/** Asked of few files, so that an edit elsewhere costs nothing. */
function siblings(program: Program, folder: string): readonly FileModel[] {
  return collected(program, 'files of folders', folder, ({ path }) => new Map([[path.slice(0, path.lastIndexOf('/')), [{ path }]]])).flatMap(
    ({ path }) => fileAt(program, path) ?? [],
  );
}

/** `sequelize.define('User', …)`, `mongoose.model('User', …)`. */
function defines(file: FileModel, name: string): boolean {
  return file.calls.some((c) => (c.member === 'define' || c.member === 'model') && c.args[0]?.value.literal === name);
}

/** Python's projects seldom say what they depend on where it can be read; their files do. */
export function importsLibrary(file: FileModel, library: string): boolean {
  return (
    library.startsWith('py:') && file.imports.some(({ specifier }) => specifier === library.slice(3) || specifier.startsWith(`${library.slice(3)}.`))
  );
}
