/**
 * The texts that the client has open, as it has them: applied edit by edit, with their versions. Documents that are no files
 * (`untitled:`) and languages that are not ours are not kept.
 */
import type { DidChangeTextDocumentParams, DidOpenTextDocumentParams, Position, Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../model/file.ts';
import { type Encoding, type Positions, positionsOf } from './positions.ts';
import { type Change, smallest } from './shift.ts';
import { pathOf } from './uris.ts';

export const languages: ReadonlySet<string> = new Set(['typescript', 'typescriptreact', 'javascript', 'javascriptreact']);

export interface OpenFile {
  readonly uri: string;
  /** Absolute, forward slashes. */
  readonly path: string;
  readonly language: string;
  readonly version: number;
  readonly text: string;
  readonly positions: Positions;
}

export interface Documents {
  open(params: DidOpenTextDocumentParams): OpenFile | null;
  /** The file after the edits, and the edits in the order in which they were made; null when it is not kept. */
  change(params: DidChangeTextDocumentParams): { file: OpenFile; changes: readonly Change[] } | null;
  close(uri: string): OpenFile | null;
  get(uri: string): OpenFile | null;
  at(path: string): OpenFile | null;
  all(): readonly OpenFile[];
}

export function createDocuments(encoding: Encoding): Documents {
  const byUri = new Map<string, Kept>();
  const byPath = new Map<string, Kept>();

  function get(uri: string): Kept | null {
    const known = byUri.get(uri);
    if (known !== undefined) return known;
    // The same file, written otherwise: `%40` or `@`.
    const path = pathOf(uri);
    return (path === null ? undefined : byPath.get(path)) ?? null;
  }

  return {
    open({ textDocument: { uri, languageId, version, text } }) {
      const path = pathOf(uri);
      if (path === null || !languages.has(languageId)) return null;
      const file = keep(uri, path, languageId, version, text, encoding);
      byUri.set(uri, file);
      byPath.set(path, file);
      return file;
    },
    change({ textDocument: { uri, version }, contentChanges }) {
      const file = get(uri);
      return file && { file, changes: file.apply(contentChanges, version) };
    },
    close(uri) {
      const file = get(uri);
      if (file === null) return null;
      byUri.delete(file.uri);
      byPath.delete(file.path);
      return file;
    },
    get,
    at: (path) => byPath.get(path) ?? null,
    all: () => [...byUri.values()],
  };
}

interface Kept extends OpenFile {
  apply(changes: readonly { readonly range?: Range; readonly text: string }[], version: number): Change[];
}

function keep(uri: string, path: string, language: string, opened: number, content: string, encoding: Encoding): Kept {
  let document = TextDocument.create(uri, language, opened, content);
  let positions: Positions | null = null;

  function spanOf({ start, end }: { start: Position; end: Position }): Span {
    positions ??= positionsOf(document, encoding);
    const [from, to] = [positions.offsetAt(start), positions.offsetAt(end)];
    return from <= to ? { start: from, end: to } : { start: to, end: from };
  }

  return {
    uri,
    path,
    language,
    get version() {
      return document.version;
    },
    get text() {
      return document.getText();
    },
    get positions() {
      return (positions ??= positionsOf(document, encoding));
    },
    apply(changes, version) {
      return changes.map(({ range, text }) => {
        const before = document.getText();
        const { start, end } = range === undefined ? { start: 0, end: before.length } : spanOf(range);
        const change = smallest(before, start, end, text);
        const exact = { start: document.positionAt(start), end: document.positionAt(end) };
        document = TextDocument.update(document, [range === undefined ? { text } : { range: exact, text }], version);
        positions = null;
        return change;
      });
    },
  };
}
