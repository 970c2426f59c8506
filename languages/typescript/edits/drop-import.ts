/**
 * Is an imported name still used once its last use is replaced? An import that nobody uses is an error in many projects.
 */
import ts from 'typescript';
import type { Edit } from '../../../model/finding.ts';
import type { View } from '../proofs/view.ts';
import { replace } from '../proofs/view.ts';

/** The edits, and the removal of the name's import if `use` was its only use. Merges with what is added at the same place. */
export function withoutUnused(view: View, use: ts.Identifier, edits: readonly Edit[]): Edit[] {
  const specifier = view.checker.getSymbolAtLocation(use)?.declarations?.[0];
  if (specifier === undefined || !ts.isImportSpecifier(specifier) || isUsedElsewhere(view, specifier, use)) return [...edits];
  const clause = specifier.parent.parent;
  const { elements } = specifier.parent;
  const added = edits.find((edit) => edit.span.start === specifier.end && edit.span.end === specifier.end && edit.text.startsWith(', '));
  const start = specifier.getStart(view.source);
  if (added !== undefined) return [...edits.filter((edit) => edit !== added), replace(view, start, specifier.end, added.text.slice(2))];
  const index = elements.indexOf(specifier);
  const next = elements[index + 1];
  const previous = elements[index - 1];
  if (next !== undefined) return [...edits, replace(view, start, next.getStart(view.source), '')];
  if (previous !== undefined) {
    // Have: the last name, behind which another is added: take that along.
    return [...edits, replace(view, previous.end, specifier.end, '')];
  }
  if (clause.name !== undefined) return [...edits, replace(view, clause.name.end, specifier.parent.end, '')];
  const statement = clause.parent;
  const from = statement.getStart(view.source);
  const replacement = edits.find((edit) => edit.span.start === statement.end && edit.span.end === statement.end && edit.text.startsWith('\n'));
  if (replacement !== undefined)
    return [...edits.filter((edit) => edit !== replacement), replace(view, from, statement.end, replacement.text.slice(1))];
  const gap = /^[ \t]*\r?\n/.exec(view.text.slice(statement.end))?.[0].length ?? 0;
  return [...edits, replace(view, from, statement.end + gap, '')];
}

function isUsedElsewhere(view: View, specifier: ts.ImportSpecifier, use: ts.Identifier): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if (found || node === specifier || node === use) return;
    // By name, not by symbol: a shadowing variable keeps the import, which is harmless.
    if (ts.isIdentifier(node) && node.text === use.text) found = true;
    else ts.forEachChild(node, visit);
  };
  visit(view.source);
  return found;
}
