/**
 * The files that the client has open, as it has them. A file's text is one document's or, of a notebook, its cells' together. Documents
 * that are no files (`untitled:`) and languages that are not ours are not kept.
 */
import type {
  DidChangeNotebookDocumentParams,
  DidChangeTextDocumentParams,
  DidOpenNotebookDocumentParams,
  DidOpenTextDocumentParams,
} from 'vscode-languageserver/node';
import { type NotebookChange, type OpenNotebook, openNotebook } from './notebooks.ts';
import { type OpenText, openText } from './open-text.ts';
import type { Part } from './parts.ts';
import type { Encoding } from './positions.ts';
import type { Change } from './shift.ts';
import { pathOf } from './uris.ts';

export const languages: ReadonlySet<string> = new Set(['typescript', 'typescriptreact', 'javascript', 'javascriptreact', 'python']);

export interface OpenFile {
  readonly uri: string;
  /** Absolute, forward slashes. */
  readonly path: string;
  readonly language: string;
  /** Another one after each change. */
  readonly version: number;
  readonly text: string;
  /** The documents that hold the text: one or, of a notebook, its cells. */
  readonly parts: readonly Part[];
}

export interface Documents {
  open(params: DidOpenTextDocumentParams): OpenFile | null;
  /** The file after the edits, and the edits in the order in which they were made; null when it is not kept. */
  change(params: DidChangeTextDocumentParams): { file: OpenFile; changes: readonly Change[] } | null;
  openNotebook(params: DidOpenNotebookDocumentParams): OpenFile | null;
  changeNotebook(params: DidChangeNotebookDocumentParams): ({ file: OpenFile } & NotebookChange) | null;
  /** Documents and notebooks. */
  close(uri: string): OpenFile | null;
  /** By its own address, or by that of one of its cells. */
  get(uri: string): OpenFile | null;
  at(path: string): OpenFile | null;
  all(): readonly OpenFile[];
}

export function createDocuments(encoding: Encoding): Documents {
  const byPath = new Map<string, OpenFile>();
  const texts = new Map<OpenFile, OpenText>();
  const notebooks = new Map<OpenFile, OpenNotebook>();
  const byUri = new Map<string, OpenFile>();

  function get(uri: string): OpenFile | null {
    const known = byUri.get(uri);
    if (known !== undefined) return known;
    // The same file, written otherwise: `%40` or `@`.
    const path = pathOf(uri);
    return (path === null ? undefined : byPath.get(path)) ?? null;
  }

  function keep(file: OpenFile): OpenFile {
    byPath.set(file.path, file);
    for (const uri of [file.uri, ...file.parts.map((part) => part.uri)]) byUri.set(uri, file);
    return file;
  }

  return {
    open({ textDocument }) {
      const path = pathOf(textDocument.uri);
      if (path === null || !languages.has(textDocument.languageId)) return null;
      const text = openText(textDocument, encoding);
      const file = fileOf(text, path);
      texts.set(file, text);
      return keep(file);
    },
    change({ textDocument: { uri, version }, contentChanges }) {
      const file = get(uri);
      const text = file && texts.get(file);
      return text ? { file, changes: text.apply(contentChanges, version) } : null;
    },
    openNotebook({ notebookDocument: { uri, cells }, cellTextDocuments }) {
      const path = pathOf(uri);
      if (path === null) return null;
      const notebook = openNotebook(uri, path, cells, cellTextDocuments, encoding);
      notebooks.set(notebook.file, notebook);
      return keep(notebook.file);
    },
    changeNotebook({ notebookDocument: { uri }, change: { cells } }) {
      const file = get(uri);
      const notebook = file && notebooks.get(file);
      if (!notebook || !cells) return null;
      const change = notebook.change(cells);
      for (const closed of change.closed) byUri.delete(closed);
      return { file: keep(file), ...change };
    },
    close(uri) {
      const file = get(uri);
      if (file === null) return null;
      for (const known of [file.uri, ...file.parts.map((part) => part.uri)]) byUri.delete(known);
      byPath.delete(file.path);
      texts.delete(file);
      notebooks.delete(file);
      return file;
    },
    get,
    at: (path) => byPath.get(path) ?? null,
    all: () => [...byPath.values()],
  };
}

function fileOf(text: OpenText, path: string): OpenFile {
  const { uri, language } = text;
  const part: Part = {
    uri,
    start: 0,
    get version() {
      return text.version;
    },
    get source() {
      return text.text;
    },
    get positions() {
      return text.positions;
    },
  };
  return {
    uri,
    path,
    language,
    get version() {
      return text.version;
    },
    get text() {
      return text.text;
    },
    parts: [part],
  };
}
