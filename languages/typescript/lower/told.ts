/** What a condition tells of the variables in it, and of their properties: that they hold something, or nothing. */
import ts from 'typescript';
import type { Told } from '../../../model/told.ts';
import { type Lowering, resolveName, unwrap } from './state.ts';

/** Of `if (loaders) … else …`: they are there in the first arm, and not in the second. */
export function toldPerArm(state: Lowering, condition: ts.Expression): Told[][] {
  return [toldBy(state, condition, true), toldBy(state, condition, false)];
}

/** What is known where a condition came out true, or false: `!options?.quick && !error`, `rows !== null`. */
export function toldBy(state: Lowering, condition: ts.Expression, outcome: boolean): Told[] {
  const node = unwrap(condition);
  if (ts.isPrefixUnaryExpression(node)) return node.operator === ts.SyntaxKind.ExclamationToken ? toldBy(state, node.operand, !outcome) : [];
  if (!ts.isBinaryExpression(node)) return toldOf(state, node, outcome);
  const operator = node.operatorToken.kind;
  if (operator === (outcome ? ts.SyntaxKind.AmpersandAmpersandToken : ts.SyntaxKind.BarBarToken))
    return [...toldBy(state, node.left, outcome), ...toldBy(state, node.right, outcome)];
  const isEqual = operator === ts.SyntaxKind.EqualsEqualsEqualsToken || operator === ts.SyntaxKind.EqualsEqualsToken;
  const isUnequal = operator === ts.SyntaxKind.ExclamationEqualsEqualsToken || operator === ts.SyntaxKind.ExclamationEqualsToken;
  if (!(isEqual || isUnequal) || !/^(null|undefined)$/.test(node.right.getText(state.file))) return [];
  return toldOf(state, unwrap(node.left), outcome === isUnequal);
}

function toldOf(state: Lowering, node: ts.Expression, holds: boolean): Told[] {
  if (ts.isIdentifier(node)) return [{ binding: resolveName(state, node.text, node), property: null, holds }];
  if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.name)) return [];
  const of = unwrap(node.expression);
  return ts.isIdentifier(of) ? [{ binding: resolveName(state, of.text, of), property: node.name.text, holds }] : [];
}
