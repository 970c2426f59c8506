/** Is an imported name still used once its last use is replaced? An import that nobody uses is an error in many projects. */
import type { Edit } from '../../../model/finding.ts';
import { around, isInside, replace, type View } from '../proofs/view.ts';
import type { Syntax } from '../tree.ts';
import { lineEnd } from './layout.ts';

/** The edits, and the removal of the name's import if `use` was its only use. Merges with what is added at the same place. */
export function withoutUnused(view: View, use: Syntax, edits: readonly Edit[]): Edit[] {
  const kept = [...edits];
  const name = view.names.of(use);
  const bound = name?.mentions.find((m) => m.binds)?.node;
  const statement = bound ? around(bound, /^import(_from)?_statement$/) : null;
  if (!name || !bound || name.mentions.length > 2 || statement?.parent?.type !== 'module' || isSaid(view, name.text)) return kept;
  const names = statement.children.filter((child) => child.field === 'name');
  const at = names.findIndex((child) => isInside(bound, child));
  const [gone, next, previous] = [names[at], names[at + 1], names[at - 1]];
  // Have: `import a.b`, which may be wanted for `a`.
  if (!gone || (gone.type === 'dotted_name' && gone.children.length > 1)) return kept;
  const added = kept.find((edit) => edit.span.start === gone.end && edit.span.end === gone.end && edit.text.startsWith(', '));
  if (added) return [...kept.filter((edit) => edit !== added), replace(view, gone.start, gone.end, added.text.slice(2))];
  if (next) return [...kept, replace(view, gone.start, next.start, '')];
  if (previous) return [...kept, replace(view, previous.end, gone.end, '')];
  const end = lineEnd(view, statement.end);
  // A comment or another statement on the line is for its author to judge.
  if (end !== statement.end) return kept;
  const behind = kept.find((edit) => edit.span.start === end && edit.span.end === end && edit.text.startsWith('\n'));
  if (behind) return [...kept.filter((edit) => edit !== behind), replace(view, statement.start, end, behind.text.slice(1))];
  const gap = /^\r?\n/.exec(view.text.slice(end))?.[0].length ?? 0;
  return [...kept, replace(view, statement.start, end + gap, '')];
}

/** Have: `__all__ = ['List']` */
function isSaid(view: View, name: string): boolean {
  return new RegExp(`(["'])${name}\\1`).test(view.text);
}
