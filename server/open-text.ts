/** The text of one document as the client has it: edits are applied one by one, with their versions. */
import type { Position, Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../model/file.ts';
import { type Encoding, type Positions, positionsOf } from './positions.ts';
import { type Change, smallest } from './shift.ts';

export interface OpenText {
  readonly uri: string;
  readonly language: string;
  readonly version: number;
  readonly text: string;
  readonly positions: Positions;
  /** Returns the edits in the order in which they were made. */
  apply(changes: readonly { readonly range?: Range; readonly text: string }[], version: number): Change[];
}

export interface SentText {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
}

export function openText({ uri, languageId: language, version: opened, text: content }: SentText, encoding: Encoding): OpenText {
  let document = TextDocument.create(uri, language, opened, content);
  let positions: Positions | null = null;

  function spanOf({ start, end }: { start: Position; end: Position }): Span {
    positions ??= positionsOf(document, encoding);
    const [from, to] = [positions.offsetAt(start), positions.offsetAt(end)];
    return from <= to ? { start: from, end: to } : { start: to, end: from };
  }

  return {
    uri,
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
