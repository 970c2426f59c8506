/**
 * Reads one tsconfig.json or jsconfig.json with everything it extends, as the compiler does, on a host that cannot leave
 * the workspace. A broken or incomplete configuration gives what could be read plus a note; it never stops the analysis.
 */
import ts from 'typescript';
import { parentOf, type WorkspaceFiles } from './workspace-files.ts';

/** Something about the project that makes answers poorer, and what to do about it. */
export interface ProjectNote {
  readonly file: string;
  readonly message: string;
}

export interface ConfigFile {
  readonly path: string;
  readonly options: ts.CompilerOptions;
  readonly fileNames: string[];
  /** Paths of the configurations it references. */
  readonly references: readonly string[];
}

type MatchFiles = (
  path: string,
  extensions: readonly string[] | undefined,
  excludes: readonly string[] | undefined,
  includes: readonly string[] | undefined,
  caseSensitive: boolean,
  currentDirectory: string,
  depth: number | undefined,
  entries: (path: string) => { readonly files: readonly string[]; readonly directories: readonly string[] },
  realpath: (path: string) => string,
) => string[];

/** The compiler's own glob matcher. It is not in the published types; `ts.sys.readDirectory` uses it, but on the whole disk. */
const matchFiles = (ts as unknown as { readonly matchFiles: MatchFiles }).matchFiles;

export type ConfigReader = (path: string) => ConfigFile | null;

export function createConfigReader(files: WorkspaceFiles, note: (note: ProjectNote) => void): ConfigReader {
  const extended = new Map<string, ts.ExtendedConfigCacheEntry>();
  return (path) => {
    const report = (diagnostic: ts.Diagnostic): void => {
      const found = noteFor(path, diagnostic);
      if (found !== null) note(found);
    };
    const host: ts.ParseConfigFileHost & { readonly directoryExists: (path: string) => boolean; readonly realpath: (path: string) => string } = {
      useCaseSensitiveFileNames: files.caseSensitive,
      getCurrentDirectory: () => files.root,
      fileExists: files.fileExists,
      directoryExists: files.directoryExists,
      readFile: files.readFile,
      realpath: files.realpath,
      readDirectory: (root, extensions, excludes, includes, depth) =>
        matchFiles(root, extensions, excludes, includes, files.caseSensitive, files.root, depth, files.entries, files.realpath),
      onUnRecoverableConfigFileDiagnostic: report,
    };
    try {
      const parsed = ts.getParsedCommandLineOfConfigFile(path, undefined, host, extended);
      if (parsed === undefined) return null;
      parsed.errors.forEach(report);
      return {
        path,
        options: withProjectDefaults(parsed.options, path, files),
        fileNames: parsed.fileNames.filter(files.contains),
        references: (parsed.projectReferences ?? []).map((reference) => ts.resolveProjectReferencePath(reference)),
      };
    } catch (error) {
      note({
        file: path,
        message: `This configuration could not be read (${String(error)}); its files are analysed with default options. Check it with \`tsc --showConfig\`.`,
      });
      return null;
    }
  };
}

/** Errors that change what we read. A list without inputs or an option that we do not know does not. */
function noteFor(config: string, diagnostic: ts.Diagnostic): ProjectNote | null {
  const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ');
  const file = diagnostic.file?.fileName ?? config;
  switch (diagnostic.code) {
    case 18000:
      return { file, message: `${text}. The options beyond the circle are left out. Remove the circular \`extends\`.` };
    case 5083:
    case 5012:
    case 6053:
    case 6096:
      return { file, message: `${text} What it would set is left out. Install the dependencies, or correct the path in \`extends\`.` };
    default:
      return diagnostic.code >= 1000 && diagnostic.code < 2000 ? { file, message: `${text} The rest of the file is used. Correct its JSON.` } : null;
  }
}

/**
 * TypeScript 6 changed two defaults. A project that is checked by an older compiler means the old ones: `strict` off,
 * and the types of every `@types` package.
 */
function withProjectDefaults(options: ts.CompilerOptions, config: string, files: WorkspaceFiles): ts.CompilerOptions {
  const result: ts.CompilerOptions = { ...options, ignoreDeprecations: '6.0' };
  if (checkedByTypeScript6(parentOf(config), files)) return result;
  if (result.strict === undefined) result.strict = false;
  if (result.types === undefined) result.types = ['*'];
  return result;
}

/** Judged from the installed compiler, else from the nearest package.json that names one. */
function checkedByTypeScript6(from: string, files: WorkspaceFiles): boolean {
  for (let directory = from; files.contains(directory); directory = parentOf(directory)) {
    const installed = versionIn(files.readFile(`${directory}/node_modules/typescript/package.json`), (json) => json.version);
    const wanted = installed ?? versionIn(files.readFile(`${directory}/package.json`), (json) => dependencyOn(json, 'typescript'));
    if (wanted !== undefined) return wanted >= 6;
    if (directory === '/' || directory === files.root) break;
  }
  return false;
}

function dependencyOn(json: Record<string, unknown>, name: string): unknown {
  for (const field of ['devDependencies', 'dependencies', 'peerDependencies']) {
    const version = (json[field] as Record<string, unknown> | undefined)?.[name];
    if (version !== undefined) return version;
  }
  return undefined;
}

function versionIn(text: string | undefined, pick: (json: Record<string, unknown>) => unknown): number | undefined {
  if (text === undefined) return undefined;
  try {
    const major = /\d+/.exec(String(pick(JSON.parse(text) as Record<string, unknown>)));
    return major === null ? undefined : Number(major[0]);
  } catch {
    return undefined;
  }
}
