/** Who reads the variable of a loop: after the loop it still has its last value. */

import { frameOf, isInside, type View } from '../proofs/view.ts';
import type { Syntax } from '../tree.ts';

/** Somebody may see the value that `loop` leaves in its variable, or a function made in the loop reads it later. */
export function isReadOutside(view: View, variable: Syntax, loop: Syntax): boolean {
  const name = view.names.of(variable);
  if (!name) return true;
  if (name.scope?.kind === 'comprehension') return false;
  if (name.scope?.kind !== 'function' && name.scope?.kind !== 'module') return true;
  return name.mentions.some(({ node, binds }) => {
    if (frameOf(node) !== frameOf(loop)) return true;
    return !binds && !isInside(node, loop) && !isWalkedAnew(view, node, name.text);
  });
}

/** Another loop gives it values of its own before anybody reads it. */
function isWalkedAnew(view: View, node: Syntax, text: string): boolean {
  for (let at: Syntax | null = node; at; at = at.parent) {
    const { parent } = at;
    if (parent?.type !== 'for_statement' || at.field !== 'body') continue;
    const left = parent.children.find((c) => c.field === 'left');
    if (left && new RegExp(`(^|\\W)${text}(\\W|$)`).test(view.text.slice(left.start, left.end))) return true;
  }
  return false;
}
