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
    // `x.path === path || x.path === absolute`: two questions of one index. What cannot be asked of an index makes the whole none.
    if (operator === ts.SyntaxKind.BarBarToken && isEquality(node.left) && isEquality(node.right)) {
      visit(node.left);
      visit(node.right);
      others++;
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

function isEquality(expression: ts.Expression): boolean {
  const node = unwrap(expression);
  const operator = ts.isBinaryExpression(node) ? node.operatorToken.kind : null;
  return operator === ts.SyntaxKind.EqualsEqualsEqualsToken || operator === ts.SyntaxKind.EqualsEqualsToken;
}

/** What a callback demands of its element: the body of `x => …`, or of a block that only returns, or returns if. */
export function callbackPredicate(state: Lowering, callback: ts.Expression): Predicate | null {
  const fn = unwrap(callback);
  if (!ts.isArrowFunction(fn) && !ts.isFunctionExpression(fn)) return null;
  const body = ts.isBlock(fn.body) ? returned(fn.body) : fn.body;
  return body ? predicateOf(state, body) : null;
}

function returned(block: ts.Block): ts.Expression | null {
  const [only, ...rest] = block.statements;
  if (!only || rest.length > 0) return null;
  if (ts.isReturnStatement(only)) return only.expression ?? null;
  return ts.isIfStatement(only) && !only.elseStatement && isReturnOfSomething(only.thenStatement) ? only.expression : null;
}

/** `return true;`, `return entry;`: nothing that could be taken for no. */
function isReturnOfSomething(node: ts.Statement): boolean {
  const only = ts.isBlock(node) && node.statements.length === 1 ? node.statements[0] : node;
  const given = only && ts.isReturnStatement(only) ? only.expression : undefined;
  return given !== undefined && (given.kind === ts.SyntaxKind.TrueKeyword || ts.isIdentifier(given));
}
