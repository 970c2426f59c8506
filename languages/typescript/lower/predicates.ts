/** Which equalities a condition demands: the heart of a search by callback and of a join by nested loops. */
import ts from 'typescript';
import type { Predicate } from '../../../model/file.ts';
import { type Lowering, unwrap } from './state.ts';
import { valueOf } from './values.ts';

/** Null when the condition demands no equality of two expressions. */
export function predicateOf(state: Lowering, condition: ts.Expression): Predicate | null {
  const equalities: { left: Predicate['equalities'][number]['left']; right: Predicate['equalities'][number]['right']; strict: boolean }[] = [];
  let others = 0;
  let negations = 0;
  const visit = (expression: ts.Expression): void => {
    const node = unwrap(expression);
    if (!ts.isBinaryExpression(node)) {
      others++;
      return;
    }
    const operator = node.operatorToken.kind;
    if (operator === ts.SyntaxKind.AmpersandAmpersandToken) {
      visit(node.left);
      visit(node.right);
      return;
    }
    const strict = operator === ts.SyntaxKind.EqualsEqualsEqualsToken || operator === ts.SyntaxKind.ExclamationEqualsEqualsToken;
    const loose = operator === ts.SyntaxKind.EqualsEqualsToken || operator === ts.SyntaxKind.ExclamationEqualsToken;
    if (!strict && !loose) {
      others++;
      return;
    }
    if (operator === ts.SyntaxKind.ExclamationEqualsEqualsToken || operator === ts.SyntaxKind.ExclamationEqualsToken) negations++;
    equalities.push({ left: valueOf(state, node.left), right: valueOf(state, node.right), strict });
  };
  visit(condition);
  if (equalities.length === 0) return null;
  return { equalities, exact: equalities.length === 1 && others === 0, negated: negations > 0 && negations === equalities.length };
}

/** What a callback demands of its element: the body of `x => …`, or of a block that only returns. */
export function callbackPredicate(state: Lowering, callback: ts.Expression): Predicate | null {
  const fn = unwrap(callback);
  if (!ts.isArrowFunction(fn) && !ts.isFunctionExpression(fn)) return null;
  const body = ts.isBlock(fn.body) ? returned(fn.body) : fn.body;
  return body ? predicateOf(state, body) : null;
}

function returned(block: ts.Block): ts.Expression | null {
  const only = block.statements[0];
  return block.statements.length === 1 && only && ts.isReturnStatement(only) ? (only.expression ?? null) : null;
}
