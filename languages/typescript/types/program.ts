/**
 * Builds the compiler's program for one project: only the files that have questions, the declarations of globals, and what
 * these import. Never more, because loading is two thirds of what types cost. Nothing outside the workspace is read
 * except the language's own declarations, and nothing of the workspace is executed.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { Project } from './projects.ts';
import type { Resolver } from './resolve.ts';
import { parentOf, slashes, type WorkspaceFiles } from './workspace-files.ts';

/** Parsed files, shared by the programs whose options read a text in the same way. */
export interface SourceFiles {
  readonly get: (fileName: string, how: ts.ScriptTarget | ts.CreateSourceFileOptions, settings: string) => ts.SourceFile | undefined;
  readonly drop: (fileName: string) => void;
  /** Keeps only what one of these programs uses. */
  readonly keep: (programs: readonly ts.Program[]) => void;
}

/** A data file or bundle as large as this is not worth a checker's time; what it exports is unknown. */
const LARGEST_CODE = 4_000_000;
const LARGEST_DATA = 500_000;

export function createSourceFiles(files: WorkspaceFiles, libFolder: string): SourceFiles {
  const parsed = new Map<string, Map<string, ts.SourceFile>>();
  return {
    get: (fileName, how, settings) => {
      let held = parsed.get(settings);
      if (held === undefined) {
        held = new Map();
        parsed.set(settings, held);
      }
      const key = `${files.key(fileName)}\n${typeof how === 'object' ? how.impliedNodeFormat : ''}`;
      const known = held.get(key);
      if (known !== undefined) return known;
      const text = parentOf(fileName) === libFolder ? ts.sys.readFile(fileName) : files.readFile(fileName);
      if (text === undefined || text.length > (fileName.endsWith('.json') ? LARGEST_DATA : LARGEST_CODE)) return undefined;
      const options = typeof how === 'object' ? how : { languageVersion: how };
      const file = ts.createSourceFile(fileName, text, { ...options, jsDocParsingMode: ts.JSDocParsingMode.ParseForTypeInfo });
      held.set(key, file);
      return file;
    },
    drop: (fileName) => {
      const prefix = `${files.key(fileName)}\n`;
      for (const held of parsed.values()) for (const format of ['', 'undefined', '1', '99']) held.delete(prefix + format);
    },
    keep: (programs) => {
      const used = new Set(programs.flatMap((program) => program.getSourceFiles()));
      for (const [settings, held] of parsed) {
        for (const [key, file] of held) if (!used.has(file)) held.delete(key);
        if (held.size === 0) parsed.delete(settings);
      }
    },
  };
}

export interface ProgramHost {
  readonly options: ts.CompilerOptions;
  readonly build: (rootNames: readonly string[], old: ts.Program | undefined) => ts.Program;
  /** Files came or went. */
  readonly refresh: () => void;
}

export function createProgramHost(project: Project, files: WorkspaceFiles, resolver: Resolver, sources: SourceFiles, libFolder: string): ProgramHost {
  const listing = {
    fileExists: files.fileExists,
    readFile: files.readFile,
    directoryExists: files.directoryExists,
    getDirectories: (path: string) => [...files.entries(path).directories],
    getCurrentDirectory: () => (project.configPath === null ? files.root : parentOf(project.configPath)),
    realpath: files.realpath,
  };
  const options = checkingOptions(project.options);
  if (options.types?.includes('*')) options.types = globalTypes(options, listing);
  const settings = ts.createDocumentRegistry(files.caseSensitive).getKeyForCompilationSettings(options);
  const newCache = (): ts.ModuleResolutionCache => ts.createModuleResolutionCache(listing.getCurrentDirectory(), files.key, options);
  let cache = newCache();

  const resolveOne = (
    specifier: string,
    from: string,
    mode: ts.ResolutionMode,
    redirect: ts.ResolvedProjectReference | undefined,
  ): ts.ResolvedModuleWithFailedLookupLocations => {
    const found = ts.resolveModuleName(specifier, from, options, host, cache, redirect, mode);
    const path = found.resolvedModule?.resolvedFileName;
    // Installed packages stay declarations; anything else of the workspace should be its source.
    if (path !== undefined && (path.includes('/node_modules/') || !/\.d\.[cm]?ts$/.test(path))) return found;
    if (from.includes('/node_modules/')) return found;
    const source = resolver.resolve(from, specifier);
    const extension = source.kind === 'file' ? /\.[cm]?[jt]sx?$/.exec(source.path)?.[0] : undefined;
    if (source.kind !== 'file' || extension === undefined || source.path === path || (/js/.test(extension) && options.allowJs !== true)) return found;
    return { resolvedModule: { resolvedFileName: source.path, extension, isExternalLibraryImport: false } };
  };

  const host: ts.CompilerHost = {
    ...listing,
    fileExists: (path) => (parentOf(path) === libFolder ? fs.existsSync(path) : files.fileExists(path)),
    useCaseSensitiveFileNames: () => files.caseSensitive,
    getCanonicalFileName: files.key,
    getNewLine: () => '\n',
    getDefaultLibFileName: (forOptions) => `${libFolder}/${ts.getDefaultLibFileName(forOptions)}`,
    getDefaultLibLocation: () => libFolder,
    jsDocParsingMode: ts.JSDocParsingMode.ParseForTypeInfo,
    getSourceFile: (fileName, how) => sources.get(fileName, how, settings),
    writeFile: () => {},
    getModuleResolutionCache: () => cache,
    resolveModuleNameLiterals: (literals, from, redirect, forOptions, file) =>
      literals.map((literal) => resolveOne(literal.text, from, ts.getModeForUsageLocation(file, literal, forOptions), redirect)),
  };

  return {
    options,
    build: (rootNames, old) => ts.createProgram({ rootNames, options, host, ...(old === undefined ? {} : { oldProgram: old }) }),
    refresh: () => {
      cache = newCache();
    },
  };
}

/** The project's own options, without what only matters when something is written, checked for errors or extended by plugins. */
function checkingOptions(options: ts.CompilerOptions): ts.CompilerOptions {
  const result: ts.CompilerOptions = { ...options, noEmit: true, skipLibCheck: true, skipDefaultLibCheck: true, ignoreDeprecations: '6.0' };
  for (const name of [
    'composite',
    'incremental',
    'tsBuildInfoFile',
    'declaration',
    'declarationMap',
    'emitDeclarationOnly',
    'sourceMap',
    'inlineSourceMap',
    'out',
    'outFile',
    'outDir',
    'declarationDir',
    'rootDir',
    'plugins',
    'noEmitOnError',
    'traceResolution',
    'generateTrace',
    'generateCpuProfile',
    'importsNotUsedAsValues',
    'preserveValueImports',
    'libReplacement',
  ])
    delete result[name];
  return result;
}

/**
 * The installed `@types` packages that declare globals. The others are loaded when somebody imports them;
 * loading them all is what makes programs of old projects large.
 */
function globalTypes(options: ts.CompilerOptions, host: ts.ModuleResolutionHost): string[] {
  const roots = ts.getEffectiveTypeRoots(options, { getCurrentDirectory: () => host.getCurrentDirectory?.() ?? '' }) ?? [];
  const isModule = (name: string): boolean => {
    const root = roots.find((place) => host.fileExists(`${place}/${name}/index.d.ts`));
    if (root === undefined) return false;
    const text = host.readFile(`${root}/${name}/index.d.ts`) ?? '';
    return /^(?:export|import)\b/m.test(text) && !/^\s*(?:declare\s+global\b|export\s+as\s+namespace\b|\/\/\/\s*<reference)/m.test(text);
  };
  return ts.getAutomaticTypeDirectiveNames(options, host).filter((name) => !isModule(name));
}

/** Where the language's own declarations lie: beside the bundle, else in the compiler's package. */
export function findLibFolder(): string {
  const beside = slashes(fileURLToPath(new URL('./lib', import.meta.url)));
  if (fs.existsSync(`${beside}/lib.d.ts`)) return beside;
  return parentOf(slashes(createRequire(import.meta.url).resolve('typescript/lib/lib.d.ts')));
}
