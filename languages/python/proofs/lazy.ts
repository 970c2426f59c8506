/** Generators, `map` and `filter` do nothing until somebody walks them: who does, and when? */
import { part, wrapped } from '../lower/state.ts';
import type { Syntax } from '../tree.ts';
import { builtinCall, textOf, type View } from './view.ts';

/** Yields its elements only when somebody asks for them. */
export function isLazy(view: View, node: Syntax): boolean {
  return node.type === 'generator_expression' || /^(map|filter)$/.test(builtinCall(view, node) ?? '');
}

/** What walks a lazy sequence to its end, at once; null where nobody does. */
export function consumerOf(view: View, node: Syntax): Syntax | null {
  const at = wrapped(node);
  const { parent } = at;
  if (!parent) return null;
  if (parent.type === 'for_statement' && at.field === 'right') return parent;
  if (parent.type === 'for_in_clause') return parent.parent ?? parent;
  if (parent.type === 'list_splat') return parent;
  const call = parent.type === 'argument_list' ? parent.parent : parent;
  if (call?.type !== 'call' || at.type === 'keyword_argument') return null;
  const name = builtinCall(view, call);
  if (name !== null && /^(list|tuple|set|frozenset|dict|sorted|sum|any|all|min|max|next)$/.test(name)) return call;
  if (name !== null && /^(enumerate|zip|map|filter|iter)$/.test(name)) return consumerOf(view, call);
  const callee = part(call, 'function');
  const receiver = callee?.type === 'attribute' ? part(callee, 'object') : null;
  return receiver?.type === 'string' && textOf(view, callee ?? call).endsWith('.join') ? call : null;
}

/** What runs in a generator inside of `outer` runs while `outer` does. */
export function runsWithin(view: View, node: Syntax, outer: Syntax): boolean {
  for (let at: Syntax | null = node.parent; at && at !== outer && at.start >= outer.start; at = at.parent) {
    if (!isLazy(view, at)) continue;
    const by = consumerOf(view, at);
    if (!by || by.start < outer.start || by.end > outer.end) return false;
  }
  return true;
}
