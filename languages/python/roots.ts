/**
 * Which folders of a project its imports start from: what its pyproject.toml says, the layouts that everybody uses, and which
 * libraries it asks for, since those are not its own.
 */
import { posix } from 'node:path';
import { parse } from 'smol-toml';
import { isInside, type WorkspaceFiles } from '../workspace-files.ts';

/** A folder in which modules are looked for. */
export interface Root {
  readonly folder: string;
  /** The dotted name that the folder itself has; empty for nearly all: their name is what they contain. */
  readonly name: string;
  /** The project says so, or it is where projects usually have them; `neighbour`: only the folder of a file, or one around it. */
  readonly basis: 'declared' | 'usual' | 'neighbour';
}

export interface Project {
  readonly folder: string;
  readonly roots: readonly Root[];
  /** What others ask for when they want its packages, in the spelling of modules; null where it does not say. */
  readonly library: string | null;
  /** Does the project name this folder as a member of its workspace? */
  hasMember(folder: string): boolean;
}

/** Keys of a folder, or of a list of them, in which modules are looked for. */
const rootKeys = [
  'tool.setuptools.packages.find.where',
  'tool.pdm.package-dir',
  'tool.pdm.build.package-dir',
  'tool.uv.build-backend.module-root',
  'tool.maturin.python-source',
  'tool.pytest.ini_options.pythonpath',
  'tool.pyright.extraPaths',
  'tool.basedpyright.extraPaths',
  'tool.mypy.mypy_path',
  'tool.ruff.src',
  'tool.hatch.build.sources',
  'tool.hatch.build.targets.wheel.sources',
];
/** Keys of a list of packages, each by its folder. */
const packageKeys = ['tool.hatch.build.packages', 'tool.hatch.build.targets.wheel.packages', 'tool.scikit-build.wheel.packages'];
/** Keys of a table from a package's folder to the name that it is installed under. */
const renameKeys = ['tool.hatch.build.sources', 'tool.hatch.build.targets.wheel.sources'];
/** Keys of a list of requirements, or of a table of such lists. */
const requirementKeys = ['project.dependencies', 'project.optional-dependencies', 'dependency-groups', 'tool.uv.dev-dependencies'];
/** Keys of a table whose keys are libraries. */
const libraryKeys = ['tool.poetry.dependencies', 'tool.poetry.dev-dependencies', 'packages', 'dev-packages'];

/** A `setup.py` that installs something; others are modules of that name. */
const INSTALLS = /\b(?:setuptools|distutils|skbuild)\b/;

/** The project in a folder. `always`: though nothing marks it as one. */
export function projectIn(folder: string, files: WorkspaceFiles, always = false): Project | null {
  const textOf = (name: string): string | null => (files.isFile(`${folder}/${name}`) ? files.readFile(`${folder}/${name}`) : null);
  const isMarked = files.isFile(`${folder}/pyproject.toml`) || files.isFile(`${folder}/setup.cfg`) || INSTALLS.test(textOf('setup.py') ?? '');
  if (!always && !isMarked) return null;
  const toml = readToml(files, `${folder}/pyproject.toml`);
  const layouts = [`${folder}/src`, `${folder}/lib`].filter((path) => files.isFolder(path) && !files.isFile(`${path}/__init__.py`));
  const members = texts(at(toml, 'tool.uv.workspace.members')).map(asPattern);
  const others = texts(at(toml, 'tool.uv.workspace.exclude')).map(asPattern);
  const name = at(toml, 'project.name') ?? at(toml, 'tool.poetry.name');
  return {
    folder,
    library: typeof name === 'string' ? libraryOf(name) : null,
    roots: [...declaredRoots(toml, folder), ...[folder, ...layouts].map((path): Root => ({ folder: path, name: '', basis: 'usual' }))],
    hasMember(path) {
      const matches = (pattern: RegExp): boolean => pattern.test(path.slice(folder.length + 1));
      return isInside(folder, path) && members.some(matches) && !others.some(matches);
    },
  };
}

function declaredRoots(toml: unknown, folder: string): Root[] {
  const roots = new Map<string, Root>();
  const add = (path: string, name = ''): void => {
    const root = posix.join(folder, path.replace('$MYPY_CONFIG_FILE_DIR', '.'), '.').replace(/(?<=.)\/$/, '');
    roots.set(`${root} ${name}`, { folder: root, name, basis: 'declared' });
  };
  // One string may hold several, separated as in a shell's path.
  for (const key of rootKeys) for (const path of texts(at(toml, key)).flatMap((text) => text.split(/[:;,\s]+/))) add(path);
  for (const key of packageKeys) for (const path of texts(at(toml, key))) add(`${path}/..`);
  for (const key of renameKeys) for (const [path, name] of pairs(at(toml, key))) add(path, name.replaceAll('/', '.'));
  for (const [name, path] of pairs(at(toml, 'tool.setuptools.package-dir'))) add(path, name);
  for (const each of list(at(toml, 'tool.poetry.packages'))) for (const path of texts(at(each, 'from') ?? '.')) add(path);
  for (const each of list(at(toml, 'tool.pyright.executionEnvironments')))
    for (const path of [...texts(at(each, 'root')), ...texts(at(each, 'extraPaths'))]) add(path);
  return [...roots.values()];
}

/** The libraries that the files of a folder ask for, in the spelling of modules. */
export function requirementsIn(folder: string, files: WorkspaceFiles): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (requirement: string): void => {
    const name = /^\s*([a-z0-9][\w.-]*)(?=\s*(?:[[(<>=!~;@,#]|$))/i.exec(requirement)?.[1];
    if (name !== undefined) names.add(libraryOf(name));
  };
  for (const file of ['pyproject.toml', 'Pipfile']) {
    const toml = readToml(files, `${folder}/${file}`);
    for (const key of requirementKeys) {
      const value = at(toml, key);
      for (const group of Array.isArray(value) ? [value] : Object.values(tableOf(value))) texts(group).forEach(add);
    }
    const tables = [
      ...libraryKeys.map((key) => at(toml, key)),
      ...Object.values(tableOf(at(toml, 'tool.poetry.group'))).map((group) => at(group, 'dependencies')),
    ];
    for (const table of tables) Object.keys(tableOf(table)).forEach(add);
  }
  for (const place of [folder, `${folder}/requirements`])
    for (const name of files.entries(place).files)
      if (/\.(?:txt|in)$/.test(name) && (place !== folder || name.includes('requirements')))
        for (const line of (files.readFile(`${place}/${name}`) ?? '').split('\n')) add(line);
  return names;
}

const libraryOf = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '_');

/** Broken while somebody types, it says nothing. */
function readToml(files: WorkspaceFiles, path: string): unknown {
  const text = files.isFile(path) ? files.readFile(path) : null;
  try {
    return text === null ? null : parse(text);
  } catch {
    return null;
  }
}

const tableOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/** What stands at a dotted key. */
function at(value: unknown, key: string): unknown {
  return key.split('.').reduce((table: unknown, name) => tableOf(table)[name], value);
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const texts = (value: unknown): string[] => (typeof value === 'string' ? [value] : list(value).filter((each) => typeof each === 'string'));
const pairs = (value: unknown): [string, string][] =>
  Object.entries(tableOf(value)).filter((pair): pair is [string, string] => typeof pair[1] === 'string');

/** A glob over the folders of a workspace's members. */
function asPattern(glob: string): RegExp {
  const steps = glob.replace(/^\.\/|\/$/g, '').split(/(\*\*?)/);
  const source = steps.map((step) => (step === '**' ? '.*' : step === '*' ? '[^/]*' : step.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))).join('');
  return new RegExp(`^${source}$`);
}
