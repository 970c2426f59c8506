/** Both languages behind one door: what the engine asks of a file or a workspace, it asks here, and each front end answers for its own files. */
import * as python from '../languages/python/frontend.ts';
import * as typescript from '../languages/typescript/frontend.ts';
import type { FileContext, FileModel, Language, Span, StatedSize } from '../model/file.ts';
import type { Fix, FixIntent, Refusal } from '../model/finding.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { ImportTarget, Program } from '../model/program.ts';

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

export const knowledge: readonly Knowledge[] = [typescript.knowledge, python.knowledge];
export const smallNames: ReadonlySet<string> = new Set([...typescript.smallByName, ...python.smallNames]);
export const fewNames: ReadonlySet<string> = typescript.fewByName;

export function languageOf(path: string): Language {
  return /\.(pyi?|ipynb)$/.test(path) ? 'python' : 'typescript';
}

/** Files that the front ends read; declarations among them. */
export function isReadable(path: string): boolean {
  return /\.([cm]?[jt]sx?|pyi?)$/.test(path);
}

/** Files that are read only where code renders them. */
export const { isTemplate, templateExtensions } = python;

/** Before the first file of a language is parsed. */
export async function prepare(path: string): Promise<void> {
  if (languageOf(path) === 'python') await python.prepareParser();
}

/** `before`: the same file as it was parsed last, which this uses up. `keep`: it will be parsed again from this. */
export function parseSource(path: string, text: string, keep: boolean, before?: Parsed): Parsed {
  return languageOf(path) === 'python'
    ? python.parsePython(path, text, keep, before as python.ParsedPython)
    : typescript.parseSource(path, text, before);
}

export type Workspace = typescript.Workspace & Pick<python.PythonWorkspace, 'template'>;

/** The projects below one root. `overlay` answers for unsaved buffers and standard input before the disk is asked. */
export function openWorkspace(root: string, overlay: (path: string) => string | undefined): Workspace {
  const own = typescript.openWorkspace(root, overlay);
  const other = python.openPython(root, overlay);
  const typed = (files: readonly FileModel[]): FileModel[] => files.filter((f) => f.language === 'typescript');
  return {
    ...own,
    resolve: (file, specifier): ImportTarget => (languageOf(file) === 'python' ? other : own).resolve(file, specifier),
    template: (name) => other.template(name),
    completeTypes: (program: Program, files) => own.completeTypes(program, typed(files)),
    recallTypes(program, file, text) {
      if (file.language === 'typescript') own.recallTypes(program, file, text);
    },
    confirmTypes: (files) => own.confirmTypes(typed(files)),
    update(file, text) {
      if (languageOf(file) === 'python' || isTemplate(file)) other.update(file);
      else own.update(file, text);
    },
    writeFix: (intent: FixIntent, textOf): Fix | Refusal => (languageOf(intent.file) === 'python' ? other : own).writeFix(intent, textOf),
  };
}
