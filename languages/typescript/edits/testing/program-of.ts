/**
 * A program in memory over the compiler's real library files, so that a test's types are the user's types.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import type { EditContext } from '../../proofs/view.ts';

const libFolder = path.dirname(ts.getDefaultLibFilePath({}));
const libs = new Map<string, ts.SourceFile | undefined>();

function libFile(name: string): ts.SourceFile | undefined {
  if (!libs.has(name)) {
    const text = ts.sys.fileExists(name) ? readFileSync(name, 'utf8') : undefined;
    libs.set(name, text === undefined ? undefined : ts.createSourceFile(name, text, ts.ScriptTarget.ES2023));
  }
  return libs.get(name);
}

export function programOf(files: Readonly<Record<string, string>>, options: ts.CompilerOptions = {}): ts.Program {
  const all: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    allowJs: true,
    noEmit: true,
    types: [],
    skipLibCheck: true,
    jsx: ts.JsxEmit.Preserve,
    allowImportingTsExtensions: true,
    ...options,
  };
  const sources = new Map(Object.entries(files).map(([name, text]) => [name, ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true)]));
  const host: ts.CompilerHost = {
    getSourceFile: (name) => sources.get(name) ?? libFile(name),
    getDefaultLibFileName: () => path.join(libFolder, 'lib.d.ts'),
    getDefaultLibLocation: () => libFolder,
    writeFile: () => {},
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (name) => sources.has(name) || (name.startsWith(libFolder) && ts.sys.fileExists(name)),
    readFile: (name) => files[name],
    directoryExists: () => true,
  };
  return ts.createProgram({ rootNames: [...sources.keys()], options: all, host });
}

export function contextOf(program: ts.Program, typed: boolean): EditContext {
  const strict = program.getCompilerOptions().strict === true;
  return {
    sourceOf: (file) => program.getSourceFile(file) ?? null,
    checkerFor: (file) => {
      const sourceFile = program.getSourceFile(file);
      return typed && sourceFile !== undefined ? { program, checker: program.getTypeChecker(), sourceFile, strict } : null;
    },
  };
}

export function errorsOf(program: ts.Program, file: string): string[] {
  const source = program.getSourceFile(file);
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map((d) =>
    ts.flattenDiagnosticMessageText(d.messageText, '\n'),
  );
}
