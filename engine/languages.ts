/** Both languages behind one door: what the engine asks of a file or a workspace, it asks here, and each front end answers for its own files. */
import { type Deployments, findDeployments, isDeployment } from '../languages/deployments/find.ts';
import * as python from '../languages/python/frontend.ts';
import { findSql, isSql, type SqlFiles, sqlExtension } from '../languages/sql/find.ts';
import type * as frontend from '../languages/typescript/frontend.ts';
import * as tables from '../languages/typescript/knowledge/index.ts';
import { findSchemas, isPrisma, prismaExtension, type Schemas } from '../languages/typescript/schemas/find.ts';
import { filesBelow } from '../languages/workspace-files.ts';
import type { FileContext, FileModel, Language, Span } from '../model/file.ts';
import type { Fix, FixIntent, Refusal } from '../model/finding.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { ImportTarget, Program } from '../model/program.ts';
import type { StatedSize } from '../model/stated-size.ts';

/** Where a comment about a place goes: above this. `inJsx`: among the children of an element, where only `{/* … *\/}` is a comment. */
export interface Statement extends Span {
  readonly inJsx: boolean;
}

/** A parsed file, as long as somebody needs its tree. */
export interface Parsed {
  readonly path: string;
  comments(): Span[];
  statementAt(offset: number): Statement;
  lower(context: FileContext, sizes: readonly StatedSize[]): FileModel;
  readonly syntaxError: { readonly span: Span; readonly message: string } | null;
  /** Frees what was kept for the next text. Nothing may be parsed from this afterwards. */
  release?(): void;
}

export const knowledge: readonly Knowledge[] = [tables.knowledge, python.knowledge];
const inPython: ReadonlySet<string> = new Set([...tables.smallByName, ...python.smallNames]);

/** Names of lists that are short by nature: Python has some more. */
export function smallNames(language: Language): ReadonlySet<string> {
  return language === 'python' ? inPython : tables.smallByName;
}

export const fewNames: ReadonlySet<string> = tables.fewByName;

/** The compiler is nine megabytes of code: a project without a file for it does not wait for it. */
let typescript: typeof frontend | null = null;

function compiler(): typeof frontend {
  if (!typescript) throw new Error('The TypeScript compiler was not loaded.');
  return typescript;
}

export function languageOf(path: string): Language {
  return /\.(pyi?|ipynb)$/.test(path) ? 'python' : 'typescript';
}

/** Files that the front ends read; declarations among them. */
export function isReadable(path: string): boolean {
  return /\.([cm]?[jt]sx?|pyi?)$/.test(path);
}

/** Files that are read only where code renders them. */
export const { isTemplate, templateExtensions } = python;

/** Files that are read only where code asks a table that they declare. */
export const schemaExtensions = [prismaExtension, sqlExtension];

export function isSchema(path: string): boolean {
  return isPrisma(path) || isSql(path);
}

/** Files that say how the program is run, and are read only where a rule asks. */
export { deploymentFiles, isDeployment } from '../languages/deployments/find.ts';

/** Before the first file of a language is parsed. */
export async function prepare(path: string): Promise<void> {
  if (languageOf(path) === 'python') await python.prepareParser();
  else typescript ??= await import('../languages/typescript/frontend.ts');
}

/** `before`: the same file as it was parsed last, which this uses up. `keep`: it will be parsed again from this. */
export function parseSource(path: string, text: string, keep: boolean, before?: Parsed): Parsed {
  return languageOf(path) === 'python'
    ? python.parsePython(path, text, keep, before as python.ParsedPython)
    : compiler().parseSource(path, text, before);
}

export interface Workspace
  extends Omit<frontend.Workspace, 'update'>,
    Pick<python.PythonWorkspace, 'template'>,
    Pick<Schemas, 'table'>,
    Pick<SqlFiles, 'sql'>,
    Pick<Deployments, 'mounts' | 'endsWorkers'> {
  /** A file changed: its unsaved text, or null when the disk has the truth. */
  update(file: string, text: string | null): Promise<void>;
}

/** The projects below one root. `overlay` answers for unsaved buffers and standard input before the disk is asked. */
export function openWorkspace(root: string, overlay: (path: string) => string | undefined): Workspace {
  const other = python.openPython(root, overlay);
  const files = filesBelow(root, overlay);
  const schemas = findSchemas(root, files);
  const sqlFiles = findSql(root, files);
  const deployments = findDeployments(root, files);
  let opened: frontend.Workspace | null = null;
  const own = (): frontend.Workspace => (opened ??= compiler().openWorkspace(root, overlay));
  const typed = (files: readonly FileModel[]): FileModel[] => files.filter((f) => f.language === 'typescript');
  return {
    resolve: (file, specifier): ImportTarget => (languageOf(file) === 'python' ? other : own()).resolve(file, specifier),
    template: (name) => other.template(name),
    table: (file, name) => schemas.table(file, name),
    sql: () => sqlFiles.sql(),
    mounts: () => deployments.mounts(),
    endsWorkers: () => deployments.endsWorkers(),
    async completeTypes(program: Program, files) {
      const asked = typed(files);
      return asked.length === 0 ? 0 : own().completeTypes(program, asked);
    },
    recallTypes(program, file, text) {
      if (file.language === 'typescript') own().recallTypes(program, file, text);
    },
    async confirmTypes(files) {
      const asked = typed(files);
      return asked.length === 0 ? [] : own().confirmTypes(asked);
    },
    async update(file, text) {
      if (isPrisma(file)) return schemas.update();
      if (isSql(file)) return sqlFiles.update();
      if (isDeployment(file)) return deployments.update();
      if (languageOf(file) === 'python' || isTemplate(file)) return other.update(file);
      await prepare(file);
      own().update(file, text);
    },
    writeFix: (intent: FixIntent, textOf): Fix | Refusal => (languageOf(intent.file) === 'python' ? other : own()).writeFix(intent, textOf),
    release: () => opened?.release(),
    notes: () => opened?.notes() ?? [],
  };
}
