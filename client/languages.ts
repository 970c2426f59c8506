/** Which documents are ours: the server, the status item and the commands must agree on it. */
import type { TextDocument } from 'vscode';

const languageIds = ['typescript', 'typescriptreact', 'javascript', 'javascriptreact'];

/** Files on disk only: the server reads what a file imports, which neither an untitled document nor a diff has beside it. */
export const documentSelector = languageIds.map((language) => ({ scheme: 'file', language }));

export function isChecked(document: TextDocument): boolean {
  return document.uri.scheme === 'file' && languageIds.includes(document.languageId);
}
