/** The step that a subscript takes: `row['name']` goes by its name, every other index by `[]`. */
import type { Syntax } from '../tree.ts';
import { type Lowering, part, sourceOf } from './state.ts';

export function stepOf(state: Lowering, subscript: Syntax): string {
  const index = part(subscript, 'subscript');
  return (index && plainString(state, index)) ?? '[]';
}

/** The text of a string literal without expressions in it; escapes are left as written. */
export function plainString(state: Lowering, node: Syntax): string | null {
  if (node.type === 'concatenated_string') {
    const all = node.children.map((c) => plainString(state, c));
    return all.every((t) => t !== null) ? all.join('') : null;
  }
  if (node.type !== 'string' || node.children.some((c) => c.type === 'interpolation')) return null;
  return /^[a-zA-Z]*("""|'''|"|')([\s\S]*)\1$/.exec(sourceOf(state, node))?.[2] ?? null;
}
