/**
 * An open notebook: to the client a list of cells, each a document with its own text; to everything else here one file, whose text is the
 * Python of its cells together.
 */
import { type DidChangeNotebookDocumentParams, type NotebookCell, NotebookCellKind } from 'vscode-languageserver/node';
import { joinCells } from '../engine/notebook.ts';
import type { OpenFile } from './documents.ts';
import { type OpenText, openText, type SentText } from './open-text.ts';
import type { Part } from './parts.ts';
import type { Encoding } from './positions.ts';
import { type Change, smallest } from './shift.ts';

export interface OpenNotebook {
  readonly file: OpenFile;
  change(cells: CellChanges): NotebookChange;
}

type CellChanges = NonNullable<DidChangeNotebookDocumentParams['change']['cells']>;

export interface NotebookChange {
  /** What became of the file's text. */
  readonly changes: readonly Change[];
  /** Addresses of cells that are gone. */
  readonly closed: readonly string[];
}

export const language = 'python';

export function openNotebook(uri: string, path: string, cells: readonly NotebookCell[], sent: readonly SentText[], encoding: Encoding): OpenNotebook {
  const texts = new Map<string, OpenText>();
  const open = (all: readonly SentText[] = []): void => {
    for (const each of all) texts.set(each.uri, openText(each, encoding));
  };
  open(sent);
  let order = [...cells];
  let version = 1;
  let { text, parts } = joined(order, texts);

  const file: OpenFile = {
    uri,
    path,
    language,
    get version() {
      return version;
    },
    get text() {
      return text;
    },
    get parts() {
      return parts;
    },
  };
  return {
    file,
    change({ structure, textContent = [], data = [] }) {
      open(structure?.didOpen);
      if (structure) order = order.toSpliced(structure.array.start, structure.array.deleteCount, ...(structure.array.cells ?? []));
      order = order.map((cell) => data.find((other) => other.document === cell.document) ?? cell);
      for (const { document, changes } of textContent) texts.get(document.uri)?.apply(changes, document.version);
      const closed = structure?.didClose?.map((cell) => cell.uri) ?? [];
      for (const gone of closed) texts.delete(gone);

      const before = text;
      ({ text, parts } = joined(order, texts));
      version++;
      return { changes: before === text ? [] : [smallest(before, 0, before.length, text)], closed };
    },
  };
}

function joined(order: readonly NotebookCell[], texts: ReadonlyMap<string, OpenText>): { text: string; parts: readonly Part[] } {
  const code = order.filter(({ kind }) => kind === NotebookCellKind.Code).flatMap(({ document }) => texts.get(document) ?? []);
  const sources = code.map((each, i) => ({ number: i + 1, source: each.text, isPython: each.language === language }));
  const { text, cells } = joinCells(sources);
  const parts = code.map(({ uri, version, positions }, i): Part => ({ uri, version, positions, source: cells[i]!.source, start: cells[i]!.start }));
  return { text, parts };
}
