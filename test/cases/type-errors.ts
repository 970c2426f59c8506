/** What a checker says about a project: a fix must not add to it, and a case must not contain any. */

import { join } from 'node:path';
import ts from 'typescript';
import { askPython } from '../behaviour/python-worker.ts';
import { isCode, languageOf } from './case-file.ts';
import { compilerOptions, type ProjectFile, withProject } from './project.ts';

export interface TypeError {
  readonly file: string;
  readonly line: number;
  /** `TS2307`; `unused` or `undefined` in Python. */
  readonly code: string;
  readonly message: string;
  /** The code does not even parse. */
  readonly syntax: boolean;
}

const libraries = new Map<string, ts.SourceFile>();

export function createProgram(folder: string, names: readonly string[], packages: readonly string[]): ts.Program {
  const { options } = ts.convertCompilerOptionsFromJson(compilerOptions(packages), folder);
  const host = ts.createCompilerHost(options, true);
  const read = host.getSourceFile;
  host.getSourceFile = (name, ...rest) => {
    if (!/\/typescript\/lib\/lib\.[^/]*\.d\.ts$/.test(name)) return read(name, ...rest);
    const known = libraries.get(name);
    if (known) return known;
    const fresh = read(name, ...rest);
    if (fresh) libraries.set(name, fresh);
    return fresh;
  };
  host.getCurrentDirectory = () => folder;
  return ts.createProgram({ rootNames: names.map((name) => join(folder, name)), options, host });
}

/** What is wrong with the code files of a project, in the language that they are written in. */
export async function errorsOf(files: readonly ProjectFile[], packages: readonly string[]): Promise<TypeError[]> {
  const code = files.filter((file) => isCode(file.name));
  if (code.some((file) => languageOf(file.name) === 'python')) return (await askPython({ ask: 'complaints', files: code })) as TypeError[];
  return withProject(files, packages, (folder) =>
    typeErrors(
      folder,
      code.map((file) => file.name),
      packages,
    ),
  );
}

function typeErrors(folder: string, names: readonly string[], packages: readonly string[]): TypeError[] {
  const program = createProgram(folder, names, packages);
  const syntax = new Set<ts.Diagnostic>(names.flatMap((name) => syntaxErrors(program, join(folder, name))));
  return [...syntax, ...program.getSemanticDiagnostics()].map((diagnostic) => ({
    file: (diagnostic.file?.fileName ?? '').slice(folder.length + 1),
    line: diagnostic.file ? diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line : 0,
    code: `TS${diagnostic.code}`,
    message: ts.flattenDiagnosticMessageText(diagnostic.messageText, ' '),
    syntax: syntax.has(diagnostic),
  }));
}

function syntaxErrors(program: ts.Program, path: string): readonly ts.Diagnostic[] {
  const file = program.getSourceFile(path);
  return file ? program.getSyntacticDiagnostics(file) : [];
}

/** Errors of `after` that `before` did not have, wherever they stand. */
export function newTypeErrors(before: readonly TypeError[], after: readonly TypeError[]): TypeError[] {
  const left = before.map(identity);
  return after.filter((error) => {
    const at = left.indexOf(identity(error));
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

function identity(error: TypeError): string {
  return `${error.file} ${error.code} ${error.message}`;
}

const MISSING_MODULE = new Set(['TS2307', 'TS7016', 'TS2591', 'TS2580', 'TS2882']);
/** Implicit `any`s and missing globals that follow when a package is not installed. */
const FOLLOWS = new Set(['TS7006', 'TS7031', 'TS7005', 'TS7019', 'TS7034', 'TS7053', 'TS7026', 'TS2875', 'TS18046', 'TS2571']);
/** The globals of Node and of browsers, which come with packages too. */
const MISSING_GLOBAL = new Set(['TS2584', 'TS2304', 'TS2552']);
const UNUSED = new Set(['TS6133', 'TS6192', 'TS6196', 'TS6198', 'unused']);

export function isMissingModule(error: TypeError): boolean {
  return MISSING_MODULE.has(error.code);
}

/** A program may hold what nobody uses, but a fix may not leave any behind. */
export function isUnused(error: TypeError): boolean {
  return UNUSED.has(error.code);
}

/** With packages installed every error counts; without them, those that follow from that do not. */
export function unexpectedErrors(errors: readonly TypeError[], packages: readonly string[], missing = errors.some(isMissingModule)): TypeError[] {
  if (packages.length > 0) return [...errors];
  return errors.filter(
    (error) => error.syntax || !(isMissingModule(error) || MISSING_GLOBAL.has(error.code) || (missing && FOLLOWS.has(error.code))),
  );
}
