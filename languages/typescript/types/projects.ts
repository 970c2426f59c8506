/**
 * Which project a file belongs to, and with which compiler options it is read. Resolution and the type checker both ask
 * here, so that they agree. A file that no configuration includes still gets an answer: an inferred project, which
 * borrows the options of the nearest configuration (its path aliases above all) but counts as checked by nobody.
 */
import ts from 'typescript';
import { type ConfigFile, createConfigReader, type ProjectNote } from './config-file.ts';
import { createWorkspaceFiles, type FileSources, parentOf, slashes, type WorkspaceFiles } from './workspace-files.ts';

export type { ProjectNote } from './config-file.ts';

export interface Project {
  /** The path of its configuration, or `inferred:` and a directory. */
  readonly id: string;
  /** Null for an inferred project. */
  readonly configPath: string | null;
  readonly options: ts.CompilerOptions;
  /** All files that its configuration includes; empty for an inferred project. */
  readonly fileNames: readonly string[];
  /** The declaration files among them: they declare globals, so a program needs them though nobody imports them. */
  readonly ambient: readonly string[];
  /** A configuration includes its files, so their authors see type errors. */
  readonly checked: boolean;
}

export interface Projects {
  readonly files: WorkspaceFiles;
  readonly projectOf: (file: string) => Project;
  /** What was wrong with the configurations read so far. */
  readonly notes: () => readonly ProjectNote[];
  /** Configurations, or the set of files, changed: read everything again when asked. */
  readonly refresh: () => void;
}

export interface ProjectSources extends FileSources {
  /** Takes the place of `readFile` and `fileExists`. */
  readonly files?: WorkspaceFiles | undefined;
}

interface Read {
  readonly config: ConfigFile;
  readonly project: Project;
  readonly keys: ReadonlySet<string>;
}

const CONFIG_NAMES = ['tsconfig.json', 'jsconfig.json'];
const DECLARATION = /\.d\.(?:[^/.]+\.)?[cm]?ts$/;

export function createProjects(sources: ProjectSources): Projects {
  const files = sources.files ?? createWorkspaceFiles(sources);
  const notes = new Map<string, ProjectNote>();
  const addNote = (note: ProjectNote): void => void notes.set(`${note.file}\n${note.message}`, note);
  let readConfig = createConfigReader(files, addNote);
  const read = new Map<string, Read | null>();
  const nearest = new Map<string, string | null>();
  const owners = new Map<string, Project>();
  const inferred = new Map<string, Project>();

  const open = (path: string): Read | null => {
    const k = files.key(path);
    const known = read.get(k);
    if (known !== undefined) return known;
    const config = readConfig(path);
    const result = config === null ? null : { config, project: projectFrom(config), keys: new Set(config.fileNames.map(files.key)) };
    read.set(k, result);
    return result;
  };

  /** The configuration in this directory or the closest one above. */
  const configAbove = (directory: string): string | null => {
    if (!files.contains(directory)) return null;
    const known = nearest.get(directory);
    if (known !== undefined) return known;
    const here = CONFIG_NAMES.map((name) => `${directory}/${name}`).find(files.fileExists);
    const above = here ?? (directory === files.root || directory === '/' ? null : configAbove(parentOf(directory)));
    nearest.set(directory, above);
    return above;
  };

  const ownerFrom = (configPath: string, fileKey: string, seen: Set<string>): Project | null => {
    if (seen.has(files.key(configPath))) return null;
    seen.add(files.key(configPath));
    const found = open(configPath);
    if (found === null) return null;
    if (found.keys.has(fileKey)) return found.project;
    for (const reference of found.config.references) {
      if (!files.fileExists(reference)) {
        addNote({ file: configPath, message: `It references ${reference}, which does not exist. Correct the path in \`references\`.` });
        continue;
      }
      const owner = ownerFrom(reference, fileKey, seen);
      if (owner !== null) return owner;
    }
    return null;
  };

  const findOwner = (file: string): Project => {
    const fileKey = files.key(file);
    const seen = new Set<string>();
    let closest: string | null = null;
    for (let config = configAbove(parentOf(file)); config !== null; ) {
      closest ??= config;
      const owner = ownerFrom(config, fileKey, seen);
      if (owner !== null) return owner;
      const directory = parentOf(config);
      config = directory === files.root || directory === '/' ? null : configAbove(parentOf(directory));
    }
    return inferredFrom(closest);
  };

  /** A configuration that only lists references says nothing about options; the first one it references does. */
  const withOptions = (configPath: string): Read | null => {
    const found = open(configPath);
    if (found === null || found.config.fileNames.length > 0) return found;
    return (
      found.config.references
        .filter(files.fileExists)
        .map(open)
        .find((referenced) => referenced !== null) ?? found
    );
  };

  const inferredFrom = (configPath: string | null): Project => {
    const id = `inferred:${configPath === null ? files.root : configPath}`;
    const known = inferred.get(id);
    if (known !== undefined) return known;
    const base = configPath === null ? null : withOptions(configPath);
    const project: Project = {
      id,
      configPath: null,
      options: base === null ? plainOptions() : { ...base.config.options, allowJs: true },
      fileNames: [],
      ambient: base?.project.ambient ?? [],
      checked: false,
    };
    inferred.set(id, project);
    return project;
  };

  return {
    files,
    projectOf: (path) => {
      const file = slashes(path);
      const k = files.key(file);
      const known = owners.get(k);
      if (known !== undefined) return known;
      const project = findOwner(file);
      owners.set(k, project);
      return project;
    },
    notes: () => [...notes.values()],
    refresh: () => {
      files.forget();
      for (const cache of [notes, read, nearest, owners, inferred]) cache.clear();
      readConfig = createConfigReader(files, addNote);
    },
  };
}

function projectFrom(config: ConfigFile): Project {
  return {
    id: config.path,
    configPath: config.path,
    options: config.options,
    fileNames: config.fileNames,
    ambient: config.fileNames.filter((file) => DECLARATION.test(file)),
    checked: true,
  };
}

/** For files without any configuration: everything allowed, nothing promised. */
function plainOptions(): ts.CompilerOptions {
  return {
    allowJs: true,
    checkJs: false,
    strict: false,
    noImplicitAny: false,
    jsx: ts.JsxEmit.Preserve,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    esModuleInterop: true,
    resolveJsonModule: true,
    experimentalDecorators: true,
    maxNodeModuleJsDepth: 0,
    types: ['*'],
    ignoreDeprecations: '6.0',
  };
}
