/** What a condition tells of the variables in it: that they hold something, or nothing. */
import type { Told } from '../../../model/told.ts';
import type { Syntax } from '../tree.ts';
import { type Lowering, type Place, part, resolveName, sourceOf, unwrap } from './state.ts';

/** Of `if loaders: … else: …`: they are there in the first arm, and not in the second. */
export function toldPerArm(state: Lowering, condition: Syntax, at: Place): Told[][] {
  return [toldWhere(state, condition, true, at), toldWhere(state, condition, false, at)];
}

/** What is known where a condition came out true, or false: `not quick and not failed`, `rows is not None`. */
export function toldWhere(state: Lowering, condition: Syntax, outcome: boolean, at: Place): Told[] {
  const node = unwrap(condition);
  if (node.type === 'identifier') return [{ binding: resolveName(state, sourceOf(state, node), at.scope), property: null, holds: outcome }];
  const [left, operator, right] = node.children;
  if (node.type === 'not_operator' && left) return toldWhere(state, node.children.at(-1) ?? left, !outcome, at);
  if (node.type === 'boolean_operator' && part(node, 'operator')?.type === (outcome ? 'and' : 'or'))
    return [part(node, 'left'), part(node, 'right')].flatMap((side) => (side ? toldWhere(state, side, outcome, at) : []));
  if (node.type !== 'comparison_operator' || node.children.length !== 3 || right?.type !== 'none' || left?.type !== 'identifier') return [];
  const isUnequal = /^(is not|!=)$/.test(operator?.type ?? '');
  return isUnequal || /^(is|==)$/.test(operator?.type ?? '') ? toldWhere(state, left, outcome === isUnequal, at) : [];
}
