/**
 * Where an import of a Python file leads, for linking: to a module of the workspace, to the standard library, or to a library.
 *
 * Python looks through `sys.path`, which depends on how a program is started; nothing is started here. So the folders that may
 * be on it are tried from the file outwards: folders that are no package, since a script imports its neighbours, and what each
 * project on the way declares or is laid out for. A module that the standard library has in every Python is never the
 * project's, and neither is one that the project asks for as a library: who hid those would not get far.
 */
import type { ImportTarget } from '../../model/program.ts';
import { filesOnDisk, isInside, parentOf, type WorkspaceFiles } from '../workspace-files.ts';
import { indexProjects, type Place } from './projects.ts';
import { createMemory, rememberFiles } from './python-files.ts';
import { type Project, projectIn, type Root, requirementsIn } from './roots.ts';
import { isStandard } from './standard-modules.ts';

export interface PythonResolver {
  /** `specifier` as it is written: `a.b.c`, or `.`, `.models`, `..pkg.mod`. */
  resolve(file: string, specifier: string): ImportTarget;
  /** A file appeared or went away, or a project's configuration changed: forgets what rests on it. */
  forget(): void;
}

/** What a dotted name is in one folder. Only packages, modules and stubs have a file. */
interface Module {
  readonly kind: 'package' | 'module' | 'stub' | 'folder';
  readonly path: string;
}

const UNKNOWN: ImportTarget = { kind: 'unknown' };
const topOf = (name: string): string => name.split('.', 1)[0]!;
const fileOf = (module: Module | null): string | null => (module === null || module.kind === 'folder' ? null : module.path);
const SPECIFIER = /^(\.*)([^\s./\\]+(?:\.[^\s./\\]+)*)?$/u;

/** `root` is the folder of the workspace. Nothing outside of it is read. */
export function createPythonResolver(root: string, files: WorkspaceFiles = filesOnDisk(root)): PythonResolver {
  const workspace = root.replace(/\/+$/, '');
  const { once, forget } = createMemory();
  const seen = rememberFiles(workspace, files, once);

  const moduleAt = once((base): Module | null => {
    const inFolder = (name: string): string => `${base}/${name}`;
    if (seen.isFile(inFolder('__init__.py'))) return { kind: 'package', path: inFolder('__init__.py') };
    if (seen.isFile(`${base}.py`)) return { kind: 'module', path: `${base}.py` };
    for (const path of [inFolder('__init__.pyi'), `${base}.pyi`]) if (seen.isFile(path)) return { kind: 'stub', path };
    return seen.isFolder(base) ? { kind: 'folder', path: base } : null;
  });

  const holdsPython = once((folder) => {
    const hasPython = (path: string): boolean => seen.entries(path).files.some((name) => name.endsWith('.py'));
    return hasPython(folder) || seen.entries(folder).folders.some((name) => hasPython(`${folder}/${name}`));
  });

  /** A folder and those around it, up to the workspace. */
  const outwards = once((folder): readonly string[] => {
    if (folder === workspace || !isInside(workspace, folder)) return [workspace];
    return [folder, ...outwards(parentOf(folder))];
  });

  const projectOf = once((folder): Project | null => projectIn(folder, seen, folder === workspace));
  const requirementsOf = once((folder) => requirementsIn(folder, seen));
  const projectsBelow = once((folder) => indexProjects(folder, seen));

  /** The folders in which absolute imports of a folder's files are looked for, best first. */
  const rootsFor = once((folder): readonly Root[] =>
    outwards(folder).flatMap((place) => {
      const isPackage = seen.isFile(`${place}/__init__.py`);
      return projectOf(place)?.roots ?? (isPackage ? [] : [{ folder: place, name: '', basis: 'neighbour' as const }]);
    }),
  );

  /** Does a file's project ask for the library of a module? `google-cloud-storage` is the one of `google.cloud.storage`. */
  const isRequired = (file: string, name: string): boolean => {
    const places = outwards(parentOf(file));
    const steps = name.toLowerCase().split('.');
    const libraries = steps.map((_, i) => steps.slice(0, i + 1).join('_'));
    return libraries.some(
      (library) => places.some((place) => requirementsOf(place).has(library)) && !places.some((place) => projectOf(place)?.library === library),
    );
  };

  /** In the projects around a file. `unknown`: they have the package, but not this module of it. */
  const around = (file: string, name: string): ImportTarget | null => {
    let hasPackage = false;
    for (const root of rootsFor(parentOf(file))) {
      const bases = basesIn(root, name);
      const top = bases && moduleAt(bases.top);
      // Stubs alone describe somebody else's library.
      if (!bases || !top || top.kind === 'stub' || isRequired(file, name)) continue;
      const module = fileOf(moduleAt(bases.whole));
      // A module does not import itself: `celery.py` wants the library.
      if (module !== null && (module !== file || top.kind === 'package')) return { kind: 'file', path: module };
      hasPackage ||= top.kind === 'package';
    }
    return hasPackage ? UNKNOWN : null;
  };

  /**
   * Is it a folder with modules but no `__init__.py`? What lies in one is found; it has no file of its own. Many such folders
   * are named for the library that they are about, as `alembic/` is: those beside a file, and the file's own, say nothing.
   */
  const isNamespace = (file: string, name: string): boolean =>
    !isRequired(file, name) &&
    rootsFor(parentOf(file)).some((root) => {
      const whole = root.basis === 'neighbour' ? undefined : basesIn(root, name)?.whole;
      return whole !== undefined && moduleAt(whole)?.kind === 'folder' && holdsPython(whole) && !isInside(whole, file);
    });

  /** In other projects of the workspace: the one that offers it, or the one of several that the file's project counts as a member. */
  const elsewhere = (file: string, name: string): ImportTarget | null => {
    const found = new Map<string, Place[]>();
    for (const place of projectsBelow(workspace).get(topOf(name)) ?? []) {
      const bases = basesIn(place.root, name);
      const module = bases && fileOf(moduleAt(bases.whole));
      const top = bases && moduleAt(bases.top);
      if (!module || !top || top.kind === 'stub') continue;
      // A project's own folder holds much that it does not offer; but what has an `__init__.py` is a package on purpose.
      const isLoose = place.root.basis === 'usual' && place.root.folder === place.project.folder && top.kind !== 'package';
      if (isLoose && (top.kind === 'folder' || isRequired(file, name))) continue;
      found.set(module, [...(found.get(module) ?? []), place]);
    }
    if (found.size === 0) return null;
    const owners = outwards(parentOf(file)).map(projectOf);
    const isMember = ({ project }: Place): boolean => owners.some((owner) => owner?.hasMember(project.folder));
    const [only, another] = found.size === 1 ? found.keys() : [...found].filter(([, places]) => places.some(isMember)).map(([module]) => module);
    return only === undefined || another !== undefined ? UNKNOWN : { kind: 'file', path: only };
  };

  const absolute = (file: string, name: string): ImportTarget => {
    const standard = isStandard(name);
    const own = standard === 'yes' ? null : around(file, name);
    if (standard !== 'no') return own?.kind === 'file' ? own : { kind: 'builtin', name: `py:${name}` };
    return own ?? elsewhere(file, name) ?? (isNamespace(file, name) ? UNKNOWN : { kind: 'package', name: `py:${name}` });
  };

  const relative = (file: string, dots: number, name: string): ImportTarget => {
    const base = isInside(workspace, file) ? outwards(parentOf(file))[dots - 1] : undefined;
    if (base === undefined) return UNKNOWN;
    // `.` is the package, whatever module of its name lies beside it.
    const itself = `${base}/__init__.py`;
    const path = name !== '' ? fileOf(moduleAt(`${base}/${name.replaceAll('.', '/')}`)) : seen.isFile(itself) ? itself : null;
    return path === null ? UNKNOWN : { kind: 'file', path };
  };

  const answersOf = once((_fileOrFolder) => new Map<string, ImportTarget>());

  const answer = (file: string, specifier: string): ImportTarget => {
    const [, dots = '', name = ''] = SPECIFIER.exec(specifier) ?? [];
    return dots !== '' ? relative(file, dots.length, name) : name !== '' ? absolute(file, name) : UNKNOWN;
  };

  return {
    resolve(file, specifier) {
      // What a name means is the same for all files of a folder, but for the one that has the name.
      const answers = answersOf(mayName(specifier, file) ? file : parentOf(file));
      let known = answers.get(specifier);
      if (known === undefined) answers.set(specifier, (known = answer(file, specifier)));
      return known;
    },
    forget,
  };
}

/** Could this be the file's own module? */
function mayName(specifier: string, file: string): boolean {
  const at = file.lastIndexOf('/');
  const own = file.slice(at + 1).replace(/\.pyi?$/, '');
  const name = own === '__init__' ? file.slice(file.lastIndexOf('/', at - 1) + 1, at) : own;
  return specifier === name || specifier.endsWith(`.${name}`);
}

/** Where a dotted name and its first part would lie in a root; null where the root is not about that name. */
function basesIn(root: Root, name: string): { readonly top: string; readonly whole: string } | null {
  if (root.name === '') return { top: `${root.folder}/${topOf(name)}`, whole: `${root.folder}/${name.replaceAll('.', '/')}` };
  if (name !== root.name && !name.startsWith(`${root.name}.`)) return null;
  return { top: root.folder, whole: root.folder + name.slice(root.name.length).replaceAll('.', '/') };
}
