/**
 * Modules that the program never loads. Routes of a router that nobody mounts serve nobody: people comment a mount out and leave the file.
 * That nobody names a file proves little, for folders are loaded as a whole and programs have to begin somewhere; that all its neighbours are
 * loaded by name, by others than itself, does.
 */
import { collected } from './collected.ts';
import type { FileModel } from './file.ts';
import { importersOf, isMentioned } from './handed-in.ts';
import { allFiles, type FnRef, fileAt, memo, type Program } from './program.ts';

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

/**
 * Routers and Nest's modules, controllers and guards do nothing until somebody names them. Where others of the same package are named, and nothing
 * is loaded by a name that is put together, one that nobody names is not there.
 */
function unmounted(program: Program, loaders: ReadonlyMap<string, readonly FileModel[]>): Set<FileModel> {
  const groups = new Map<string, FileModel[]>();
  const open = new Set<string>();
  const started = new Set<string>();
  for (const file of allFiles(program)) {
    if (file.language !== 'typescript' || !/^(source|script)$/.test(file.context)) continue;
    const { root } = program.packageOf(file.path);
    if (loadsByChance(file)) open.add(root);
    if (file.calls.some(({ text }) => text.startsWith('NestFactory.'))) started.add(root);
    const kind = file.context === 'source' ? waitsToBeNamed(file) : null;
    if (kind) groups.set(`${kind} ${root}`, [...(groups.get(`${kind} ${root}`) ?? []), file]);
  }
  const found = new Set<FileModel>();
  for (const [group, files] of groups) {
    const [kind, root = ''] = [group.slice(0, group.indexOf(' ')), group.slice(group.indexOf(' ') + 1)];
    const left = files.filter((file) => !loaders.has(file.path));
    if (open.has(root) || (kind === 'nest' && !started.has(root)) || files.length - left.length < ENOUGH) continue;
    for (const file of left) found.add(file);
  }
  return found;
}

/** Have: for (const name of readdirSync(routes)) app.use(require(join(routes, name))) */
function loadsByChance(file: FileModel): boolean {
  return file.calls.some(({ text, args }) => /^(require|import)$/.test(text) && args[0] !== undefined && typeof args[0].value.literal !== 'string');
}

function waitsToBeNamed(file: FileModel): 'router' | 'nest' | null {
  const { exports, bindings, calls, classes, imports } = file;
  if (calls.some(({ fn, member }) => fn === 0 && member === 'listen')) return null;
  const offered = exports.flatMap(({ value, binding }) => value ?? bindings[binding ?? -1]?.init ?? []);
  if (offered.some(({ root, path }) => root.kind === 'call' && path.length === 0 && /(^|\.)Router$/.test(calls[root.call]?.text ?? '')))
    return 'router';
  const isNest = imports.some(({ specifier }) => specifier.startsWith('@nestjs/'));
  return isNest && classes.some(({ decorators }) => decorators.some(({ name }) => NEST.test(name))) ? 'nest' : null;
}

const NEST = /^(Module|Controller|Injectable|Resolver|WebSocketGateway|Processor|Catch)$/;

/**
 * A function that looks like a handler, and that no file names, neither to mount it nor to call it. Those that are offered with others as one object
 * may be taken from it by any name.
 */
export function isNamedNowhere(program: Program, { file, fn }: FnRef): boolean {
  const declared = file.bindings.some(({ function: of }) => of === fn.id);
  if (!declared || file.language !== 'typescript' || isMentioned(program, { file, fn })) return false;
  const names = importersOf(program, file.path).map(({ imported }) => imported);
  // Have: exports.resize = (req, res) => …, which a platform calls: nobody imports its file. What is told what comes next is no such function.
  const isMiddleware = fn.params[2]?.name === 'next' && fn.params[2].type !== null;
  return (names.length > 0 || isMiddleware) && !names.some((name) => /^(\*|=|default)$/.test(name)) && !isAskedFor(program, file.path);
}

/** Somebody asks for the file in an expression, or offers what it offers. */
function isAskedFor(program: Program, path: string): boolean {
  return (
    collected<Asked>(program, 'files asked for', path, (file) => {
      const paths = [...file.exports.flatMap((e) => e.from ?? []), ...asked(file)].flatMap((specifier) => pathOf(program, file, specifier) ?? []);
      return new Map(paths.map((each) => [each, [{ by: file.path }]]));
    }).length > 0
  );
}

interface Asked {
  readonly by: string;
}

function pathOf(program: Program, file: FileModel, specifier: string): string | null {
  const target = program.resolve(file.path, specifier);
  return target.kind === 'file' && target.path !== file.path ? target.path : null;
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

function loadedBy(program: Program, file: FileModel): readonly string[] {
  return memo<FileModel, string[]>(program, 'loads by name', file, [], () => {
    const specifiers = [...file.imports.map((i) => i.specifier), ...file.exports.flatMap((e) => e.from ?? []), ...asked(file)];
    return specifiers.flatMap((specifier) => pathOf(program, file, specifier) ?? []);
  });
}

/** Have: app.use('/users', require('./routes/users')), lazy(() => import('./routes/orders')) */
function asked(file: FileModel): string[] {
  return file.calls.flatMap(({ text, args }) => {
    const specifier = args[0]?.value.literal;
    return /^(require|import)$/.test(text) && typeof specifier === 'string' ? [specifier] : [];
  });
}
