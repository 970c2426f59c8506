/** Which equalities a condition demands: the heart of a join by nested loops. */
import type { Predicate, Value } from '../../../model/file.ts';
import type { Syntax } from '../tree.ts';
import { type Lowering, type Place, part, unwrap } from './state.ts';
import { valueOf } from './values.ts';

/** Null when the condition demands no equality of two expressions. */
export function predicateOf(state: Lowering, condition: Syntax, at: Place): Predicate | null {
  const equalities: { left: Value; right: Value; strict: boolean }[] = [];
  let others = 0;
  let negations = 0;
  const visit = (expression: Syntax): void => {
    const node = unwrap(expression);
    const [left, right] = [part(node, 'left'), part(node, 'right')];
    if (node.type === 'boolean_operator' && left && right) {
      const isAnd = part(node, 'operator')?.type === 'and';
      // `x.path == path or x.path == absolute`: two questions of one index.
      if (!isAnd) others++;
      if (isAnd || (isEquality(left) && isEquality(right))) {
        visit(left);
        visit(right);
      }
      return;
    }
    const [a, operator, b] = node.type === 'comparison_operator' && node.children.length === 3 ? node.children : [];
    // `quick is False`; of `rows is None` the condition tells more than an equality does.
    const isAsked = /^[=!]=$/.test(operator?.type ?? '') || (/^is( not)?$/.test(operator?.type ?? '') && /^(true|false)$/.test(b?.type ?? ''));
    if (!a || !b || !isAsked) {
      others++;
      return;
    }
    if (operator?.type === '!=' || operator?.type === 'is not') negations++;
    equalities.push({ left: valueOf(state, a, at), right: valueOf(state, b, at), strict: true });
  };
  visit(condition);
  if (equalities.length === 0) return null;
  return { equalities, exact: equalities.length === 1 && others === 0, negated: negations > 0 && negations === equalities.length };
}

function isEquality(expression: Syntax): boolean {
  const node = unwrap(expression);
  return node.type === 'comparison_operator' && node.children.length === 3 && node.children[1]?.type === '==';
}
