/** The engine's edits as one edit of the client's workspace: with versions, so that a text that has changed refuses them. */
import type { AnnotatedTextEdit, OptionalVersionedTextDocumentIdentifier, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { dominantLineEnd } from '../engine/lines.ts';
import type { Edit } from '../model/finding.ts';
import type { ClientFeatures } from './client-features.ts';
import type { Positions } from './positions.ts';

/** A text that edits can be made in; its version is null when it is not open. */
export interface EditTarget {
  readonly uri: string;
  readonly version: number | null;
  readonly text: string;
  readonly positions: Positions;
}

export interface EditContext {
  readonly features: Pick<ClientFeatures, 'documentChanges' | 'changeAnnotations'>;
  /** Null when the text is not known, or is not the one that the edits were made for. */
  readonly targetOf: (path: string) => EditTarget | null;
}

const annotation = 'scalelint';

/** All of the edits or, where one has no text to go to, null. `label` says what they do together. */
export function workspaceEdit(edits: readonly Edit[], label: string, { features, targetOf }: EditContext): WorkspaceEdit | null {
  const perFile = new Map<string, { target: EditTarget; edits: TextEdit[] }>();
  for (const { file, span, text } of edits) {
    const target = perFile.get(file)?.target ?? targetOf(file);
    if (target === null) return null;
    const own = perFile.get(file) ?? { target, edits: [] };
    perFile.set(file, own);
    own.edits.push({ range: target.positions.rangeOf(span), newText: text.replace(/\r\n|\r|\n/g, dominantLineEnd(target.text)) });
  }
  if (perFile.size === 0) return null;
  const all = [...perFile.values()];
  if (!features.documentChanges) return { changes: Object.fromEntries(all.map((one) => [one.target.uri, one.edits])) };
  const annotated = features.changeAnnotations && all.length > 1;
  const documentChanges = all.map(({ target, edits: own }) => ({
    textDocument: identifierOf(target),
    edits: annotated ? own.map((edit): AnnotatedTextEdit => ({ ...edit, annotationId: annotation })) : own,
  }));
  return { documentChanges, ...(annotated ? { changeAnnotations: { [annotation]: { label, needsConfirmation: false } } } : {}) };
}

export function identifierOf({ uri, version }: Pick<EditTarget, 'uri' | 'version'>): OptionalVersionedTextDocumentIdentifier {
  return { uri, version };
}
