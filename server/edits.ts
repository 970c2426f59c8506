/** The engine's edits as one edit of the client's workspace: with versions, so that a text that has changed refuses them. */
import type { AnnotatedTextEdit, OptionalVersionedTextDocumentIdentifier, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { dominantLineEnd } from '../engine/lines.ts';
import { placeEdit } from '../engine/notebook.ts';
import type { Edit } from '../model/finding.ts';
import type { ClientFeatures } from './client-features.ts';
import type { Part } from './parts.ts';

/** A file's text that edits can be made in, and the documents that hold it. */
export interface EditTarget {
  readonly text: string;
  readonly parts: readonly Part[];
}

export interface EditContext {
  readonly features: Pick<ClientFeatures, 'documentChanges' | 'changeAnnotations'>;
  /** Null when the text is not known, or is not the one that the edits were made for. */
  readonly targetOf: (path: string) => EditTarget | null;
}

const annotation = 'scalelint';

/** All of the edits or, where one has no document to go to, null. `label` says what they do together. */
export function workspaceEdit(edits: readonly Edit[], label: string, { features, targetOf }: EditContext): WorkspaceEdit | null {
  const targets = new Map<string, EditTarget | null>();
  const perPart = new Map<string, { part: Part; edits: TextEdit[] }>();
  for (const edit of edits) {
    const target = targets.get(edit.file) ?? targetOf(edit.file);
    targets.set(edit.file, target);
    const placed = target && placeEdit({ text: target.text, cells: target.parts }, edit);
    if (target === null || placed === null || typeof placed === 'string') return null;
    const { cell: part, span, text } = placed;
    const own = perPart.get(part.uri) ?? { part, edits: [] };
    perPart.set(part.uri, own);
    own.edits.push({ range: part.positions.rangeOf(span), newText: text.replace(/\r\n|\r|\n/g, dominantLineEnd(target.text)) });
  }
  if (perPart.size === 0) return null;
  const all = [...perPart.values()];
  if (!features.documentChanges) return { changes: Object.fromEntries(all.map((one) => [one.part.uri, one.edits])) };
  const annotated = features.changeAnnotations && all.length > 1;
  const documentChanges = all.map(({ part, edits: own }) => ({
    textDocument: identifierOf(part),
    edits: annotated ? own.map((edit): AnnotatedTextEdit => ({ ...edit, annotationId: annotation })) : own,
  }));
  return { documentChanges, ...(annotated ? { changeAnnotations: { [annotation]: { label, needsConfirmation: false } } } : {}) };
}

function identifierOf({ uri, version }: Part): OptionalVersionedTextDocumentIdentifier {
  return { uri, version };
}
