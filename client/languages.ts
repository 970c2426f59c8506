/** Which documents are ours: the server, the status item and the commands must agree on it. */
import type { TextDocument } from 'vscode';

const languageIds = ['typescript', 'typescriptreact', 'javascript', 'javascriptreact', 'python'];

/** Files on disk only: the server reads what a file imports, which neither an untitled document nor a diff has beside it. */
const files = languageIds.map((language) => ({ scheme: 'file', language }));
const cells = { scheme: 'file', notebookType: 'jupyter-notebook', language: 'python' };

/** In the editor's words. */
export const documentSelector = [...files, cells];

/** The same in the protocol's. */
export const protocolSelector = [...files, { notebook: { scheme: cells.scheme, notebookType: cells.notebookType }, language: cells.language }];

export function isChecked(document: TextDocument): boolean {
  return document.uri.scheme === 'file' && languageIds.includes(document.languageId);
}
