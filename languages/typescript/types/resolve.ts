/**
 * Where an import leads, for linking: to a file that we analyse, to a package, or to a built-in module. Unlike the
 * compiler it wants sources: `./x.js` is `x.ts`, a sibling package is its `src`, and nothing needs to be installed.
 */
import { builtinModules } from 'node:module';
import ts from 'typescript';
import { entryOf, probe, sourceOf, targetsIn } from './package-source.ts';
import type { Project, Projects } from './projects.ts';
import { parentOf, slashes } from './workspace-files.ts';
import { type Manifest, packagesDeclaredIn, readManifest, type WorkspacePackage } from './workspace-packages.ts';

export type Resolution =
  | { readonly kind: 'file'; readonly path: string }
  /** `name` is the whole specifier (`mysql2/promise`), `package` its bare name (`mysql2`). */
  | { readonly kind: 'package'; readonly name: string; readonly package: string }
  /** Without `node:`. */
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'unknown' };

export interface Resolver {
  readonly resolve: (fromFile: string, specifier: string) => Resolution;
  /** Files came or went. Call it after `projects.refresh()`. */
  readonly refresh: () => void;
}

const UNKNOWN: Resolution = { kind: 'unknown' };
const BUILTINS: ReadonlySet<string> = new Set(builtinModules);
const PACKAGE_NAME = /^(?:@[\w.~-]+\/)?\w[\w.~-]*/;
const DECLARATION = /\.d\.(?:[^/.]+\.)?[cm]?ts$/;

export function createResolver(projects: Projects): Resolver {
  const { files } = projects;
  const answers = new Map<string, Map<string, Resolution>>();
  const caches = new Map<string, ts.ModuleResolutionCache>();
  const declared = new Map<string, ReadonlyMap<string, WorkspacePackage> | null>();
  const owners = new Map<string, WorkspacePackage | null>();
  const host: ts.ModuleResolutionHost = {
    fileExists: files.fileExists,
    readFile: files.readFile,
    directoryExists: files.directoryExists,
    getDirectories: (path) => [...files.entries(path).directories],
    getCurrentDirectory: () => files.root,
    realpath: files.realpath,
    useCaseSensitiveFileNames: files.caseSensitive,
  };

  /** The package.json around a directory: what `#name` and a package's own name mean there. */
  const packageAround = (directory: string): WorkspacePackage | null => {
    const known = owners.get(directory);
    if (known !== undefined) return known;
    if (!files.contains(directory)) return null;
    const manifest: Manifest | null = files.fileExists(`${directory}/package.json`) ? readManifest(files, directory) : null;
    const name = manifest?.name;
    const found =
      manifest !== null && (typeof name === 'string' || manifest.imports !== undefined)
        ? { name: typeof name === 'string' ? name : '', directory, manifest }
        : directory === files.root || directory === '/'
          ? null
          : packageAround(parentOf(directory));
    owners.set(directory, found);
    return found;
  };

  /** A package of the closest monorepo around a directory. */
  const sibling = (directory: string, name: string): WorkspacePackage | undefined => {
    for (let place = directory; files.contains(place); place = parentOf(place)) {
      let packages = declared.get(place);
      if (packages === undefined) {
        packages = packagesDeclaredIn(files, place);
        declared.set(place, packages);
      }
      const found = packages?.get(name);
      if (found !== undefined) return found;
      if (place === '/' || place === files.root) return undefined;
    }
    return undefined;
  };

  const byCompiler = (fromFile: string, specifier: string, project: Project): string | undefined => {
    let cache = caches.get(project.id);
    if (cache === undefined) {
      cache = ts.createModuleResolutionCache(files.root, files.key, project.options);
      caches.set(project.id, cache);
    }
    return ts.resolveModuleName(specifier, fromFile, project.options, host, cache).resolvedModule?.resolvedFileName;
  };

  const asSource = (path: string): Resolution => {
    const inside = packageOfPath(path);
    if (inside !== null) return { kind: 'package', name: inside, package: inside };
    const around = packageAround(parentOf(path));
    const isBuilt = DECLARATION.test(path) || /\/(?:dist|build|out|esm|cjs)\//.test(path.slice(around?.directory.length ?? 0));
    if (!isBuilt) return { kind: 'file', path };
    const source =
      around === null ? probe(files, path.replace(DECLARATION, '')) : sourceOf(files, around.directory, path.slice(around.directory.length + 1));
    return { kind: 'file', path: source ?? path };
  };

  const relative = (fromFile: string, specifier: string, project: Project): Resolution => {
    const path = ts.sys.resolvePath(specifier.startsWith('/') ? specifier : `${parentOf(fromFile)}/${specifier}`);
    const clean = slashes(path).replace(/[?#].*$/, '');
    if (!files.contains(clean)) return UNKNOWN;
    const found = probe(files, clean) ?? byCompiler(fromFile, specifier, project);
    return found === undefined ? UNKNOWN : asSource(found);
  };

  const bare = (fromFile: string, specifier: string, project: Project): Resolution => {
    const { options } = project;
    const directory = parentOf(fromFile);
    if (options.paths !== undefined || options.baseUrl !== undefined) {
      const found = isMapped(specifier, options) ? byCompiler(fromFile, specifier, project) : undefined;
      if (found !== undefined && packageOfPath(found) === null) return asSource(found);
      const built = found === undefined ? mappedToSource(specifier, options) : null;
      if (built !== null) return { kind: 'file', path: built };
    }
    const own = packageAround(directory);
    if (specifier.startsWith('#')) {
      for (const target of targetsIn(own?.manifest.imports, specifier)) {
        const source = own !== null && target.startsWith('.') ? sourceOf(files, own.directory, target) : null;
        if (source !== null) return { kind: 'file', path: source };
      }
      return UNKNOWN;
    }
    if (specifier.startsWith('node:')) return { kind: 'builtin', name: specifier.slice(5) };
    if (BUILTINS.has(specifier)) return { kind: 'builtin', name: specifier };
    if (/^[@~]\//.test(specifier)) return byCustom(directory, specifier.slice(2));
    const name = PACKAGE_NAME.exec(specifier)?.[0];
    if (name === undefined || (specifier.length > name.length && specifier[name.length] !== '/')) return UNKNOWN;
    const target = own?.name === name ? own : sibling(directory, name);
    if (target !== undefined) {
      const entry = entryOf(files, target.directory, target.manifest, specifier.slice(name.length + 1));
      if (entry !== null) return { kind: 'file', path: entry };
    }
    return { kind: 'package', name: specifier, package: name };
  };

  /** `@/lib/db` is no package. Bundlers that say where it leads in programs of their own agree that it is the sources' root. */
  const byCustom = (directory: string, rest: string): Resolution => {
    for (let place = directory; files.contains(place); place = parentOf(place)) {
      const found = probe(files, `${place}/src/${rest}`) ?? probe(files, `${place}/${rest}`);
      if (found !== null && found !== undefined) return asSource(found);
      if (place === '/' || place === files.root) break;
    }
    return UNKNOWN;
  };

  /** `paths` that lead to build output which is not there. */
  const mappedToSource = (specifier: string, options: ts.CompilerOptions): string | null => {
    const base = options.baseUrl ?? (options.pathsBasePath as string | undefined) ?? files.root;
    for (const target of targetsIn(prefixed(options.paths), `#${specifier}`)) {
      const path = slashes(ts.sys.resolvePath(target.startsWith('/') ? target : `${base}/${target}`));
      const around = files.contains(path) ? packageAround(parentOf(path)) : null;
      const source = around === null ? null : sourceOf(files, around.directory, path.slice(around.directory.length + 1));
      if (source !== null) return source;
    }
    return null;
  };

  const decide = (fromFile: string, specifier: string): Resolution => {
    try {
      const project = projects.projectOf(fromFile);
      return /^\.{0,2}\/|^\.{1,2}$/.test(specifier) ? relative(fromFile, specifier, project) : bare(fromFile, specifier, project);
    } catch {
      return UNKNOWN;
    }
  };

  return {
    resolve: (from, specifier) => {
      const fromFile = slashes(from);
      // Files of one directory share answers, if they share a project.
      const group = `${parentOf(fromFile)}\n${projects.projectOf(fromFile).id}`;
      let inGroup = answers.get(group);
      if (inGroup === undefined) {
        inGroup = new Map();
        answers.set(group, inGroup);
      }
      let answer = inGroup.get(specifier);
      if (answer === undefined) {
        answer = decide(fromFile, specifier);
        inGroup.set(specifier, answer);
      }
      return answer;
    },
    refresh: () => {
      for (const cache of [answers, caches, declared, owners]) cache.clear();
    },
  };
}

/** The compiler finds it through `paths` or `baseUrl`; a plain package name is not worth asking about. */
function isMapped(specifier: string, options: ts.CompilerOptions): boolean {
  if (options.baseUrl !== undefined) return true;
  return Object.keys(options.paths ?? {}).some((pattern) => {
    const star = pattern.indexOf('*');
    return star < 0 ? pattern === specifier : specifier.startsWith(pattern.slice(0, star)) && specifier.endsWith(pattern.slice(star + 1));
  });
}

const prefixed = (paths: ts.MapLike<string[]> | undefined): Record<string, string[]> =>
  Object.fromEntries(Object.entries(paths ?? {}).map(([pattern, targets]) => [`#${pattern}`, targets]));

/** The package whose installed files a path lies in, `@types/x` counting as `x`. */
export function packageOfPath(path: string): string | null {
  const at = path.lastIndexOf('/node_modules/');
  if (at < 0) return null;
  const [first = '', second = ''] = path.slice(at + '/node_modules/'.length).split('/');
  if (first === '.prisma') return '@prisma/client';
  if (first === '@types') return second.includes('__') ? `@${second.replace('__', '/')}` : second;
  return first.startsWith('@') ? `${first}/${second}` : first;
}
