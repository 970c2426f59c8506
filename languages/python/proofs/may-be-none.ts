/** May the list be None where nobody asks it anything? A set is built all the same, and `set(None)` fails. */
import { part } from '../lower/state.ts';
import { isTested } from '../lower/uses.ts';
import type { Syntax } from '../tree.ts';
import { frameOf, isInside, nodesIn, sameText, type View } from './view.ts';

/** `anchor`: the statement before which the set is built. `nullable`: an annotation says so. */
export function mayBeNone(view: View, list: Syntax, anchor: Syntax, nullable: boolean): boolean {
  if (!/^(identifier|attribute)$/.test(list.type)) return false;
  const known = { before: false, inside: false };
  for (const node of nodesIn(frameOf(anchor))) {
    if (node.type !== list.type || !sameText(view, node, list)) continue;
    const isGiven = node.field === 'left' && node.parent?.type === 'assignment';
    // Have: `[x for x in xs if x in banned] if banned else []`
    if (isInside(node, anchor)) known.inside ||= isTested(node);
    // Have: `if banned is None: banned = []`
    else if (node.start < anchor.start) known.before ||= isTested(node) || isGiven;
  }
  return known.inside || (!known.before && (nullable || isOptional(view, list)));
}

/** Have: `def f(xs, banned=None)` */
function isOptional(view: View, list: Syntax): boolean {
  const mentions = list.type === 'identifier' ? (view.names.of(list)?.mentions ?? []) : [];
  return mentions.some(({ node, binds }) => binds && node.field === 'name' && node.parent !== null && part(node.parent, 'value')?.type === 'none');
}
