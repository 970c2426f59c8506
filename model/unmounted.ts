/**
 * Routers of Express, Nest's modules, controllers and guards, React's server functions, and Django's views that nobody names: they do nothing until
 * somebody does.
 */
import type { FileModel, Value } from './file.ts';
import { importsLibrary } from './modules.ts';
import { allFiles, memo, type Program } from './program.ts';

/** So many others loaded by name are no accident. */
const ENOUGH = 3;

/**
 * `loaders`: who loads a file by name. Where others of the same kind and package are named, and nothing is loaded by a name that is put together, one
 * that nobody names is not there.
 */
export function unmounted(program: Program, loaders: ReadonlyMap<string, readonly FileModel[]>): Set<FileModel> {
  const groups = new Map<string, FileModel[]>();
  const open = new Set<string>();
  const started = new Set<string>();
  for (const file of allFiles(program)) {
    if (!/^(source|script)$/.test(file.context)) continue;
    const { root } = program.packageOf(file.path);
    const { byChance, starts, kind } = partOf(program, file);
    if (byChance) open.add(root);
    if (starts) started.add(root);
    if (kind) groups.set(`${kind} ${root}`, [...(groups.get(`${kind} ${root}`) ?? []), file]);
  }
  const found = new Set<FileModel>();
  for (const [group, files] of groups) {
    const [kind, root = ''] = [group.slice(0, group.indexOf(' ')), group.slice(group.indexOf(' ') + 1)];
    const left = files.filter((file) => !loaders.has(file.path));
    const named = files.length - left.length;
    // Where most are named by nobody, a framework finds them by their place.
    const isPlaced = kind === 'server functions' && left.length > named;
    if (open.has(root) || (kind === 'nest' && !started.has(root)) || named < ENOUGH || isPlaced) continue;
    for (const file of left) found.add(file);
  }
  return found;
}

interface Part {
  readonly byChance: boolean;
  readonly starts: boolean;
  readonly kind: 'router' | 'nest' | 'server functions' | 'views' | null;
}

/** What one file has to do with it: asked of all files after every edit, and found anew for the edited one. */
function partOf(program: Program, file: FileModel): Part {
  return memo<FileModel, Part>(program, 'mounting', file, { byChance: false, starts: false, kind: null }, () => ({
    byChance: loadsByChance(file),
    starts: file.calls.some(({ text }) => text.startsWith('NestFactory.')),
    kind: file.context === 'source' ? waitsToBeNamed(file) : null,
  }));
}

/** Have: for (const name of readdirSync(routes)) app.use(require(join(routes, name))); import_module(f'app.api.{name}') */
export function loadsByChance(file: FileModel): boolean {
  return file.calls.some(({ text, args: [first, second] }) => {
    const isTold = typeof first?.value.literal === 'string';
    if (file.language !== 'python') return /^(require|import)$/.test(text) && first !== undefined && !isTold;
    if (/(^|\.)(iter_modules|walk_packages|find_modules|get_class(es)?)$/.test(text)) return true;
    if (/(^|\.)(import_module|import_string|__import__)$/.test(text)) return !isTold;
    // Have: url('^orders$', 'shop.views.orders')
    return /(^|\.)(url|path|re_path)$/.test(text) && typeof second?.value.literal === 'string';
  });
}

function waitsToBeNamed(file: FileModel): Part['kind'] {
  const { exports, bindings, calls, classes, functions, imports } = file;
  if (calls.some(({ fn, member }) => fn === 0 && member === 'listen')) return null;
  if (file.language === 'python')
    return /(^|\/)\w*views?(et)?s?(_\w+)?\.py$|\/views\//.test(file.path) && importsLibrary(file, 'py:django') ? 'views' : null;
  const offered = exports.flatMap(({ value, binding }) => value ?? bindings[binding ?? -1]?.init ?? []);
  if (offered.some((value) => isMadeBy(file, value, /(^|\.)Router$/))) return 'router';
  if (functions[0]?.directives.includes('use server')) return 'server functions';
  const isNest = imports.some(({ specifier }) => specifier.startsWith('@nestjs/'));
  return isNest && classes.some(({ decorators }) => decorators.some(({ name }) => NEST.test(name))) ? 'nest' : null;
}

const NEST = /^(Module|Controller|Injectable|Resolver|WebSocketGateway|Processor|Catch)$/;

function isMadeBy({ calls }: FileModel, { root, path }: Value, maker: RegExp): boolean {
  return root.kind === 'call' && path.length === 0 && maker.test(calls[root.call]?.text ?? '');
}
