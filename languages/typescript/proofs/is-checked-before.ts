/**
 * Is an element added only after a check that it is not there yet? Then a list holds no duplicates, and a Set in its place loses none.
 */
import ts from 'typescript';
import { effectsOf } from './effects-of.ts';
import { whyNotPure } from './is-pure.ts';
import { isNeverReassigned } from './is-unshared.ts';
import { symbolOf } from './place.ts';
import type { View } from './view.ts';
import { bare, isInside, textOf } from './view.ts';

/** A list by its mentions: `seen` of a variable, `this.seen` of a field. */
export interface Mentioned {
  readonly mentions: readonly ts.Expression[];
  /** One function holds the variable, and none inside of it writes to the list. */
  readonly oneActivation: (push: ts.Node) => boolean;
}

/** Have: `if (!xs.includes(k)) … xs.push(k)` or `if (xs.includes(k)) continue; … xs.push(k)`, with nothing of `xs` between. */
export function isChecked(view: View, push: ts.CallExpression, list: Mentioned): boolean {
  const key = push.arguments[0];
  if (key === undefined) return false;
  const guard = guardOf(view, push, list, key);
  if (guard === null || !(isSteady(view, key) || isImmediate(view, push, guard, key))) return false;
  // Between check and addition, nobody else adds.
  const isBetween = (id: ts.Expression): boolean =>
    !isInside(id, push) && !isInside(id, guard) && id.end > guard.getStart() && id.getStart() < push.end;
  return !list.mentions.some(isBetween) && isQuietBetween(view, list, guard, push);
}

function guardOf(view: View, push: ts.Node, list: Mentioned, key: ts.Expression): ts.Expression | null {
  let inside: ts.Node = push;
  for (let at = push.parent; at !== undefined && !ts.isFunctionLike(at); inside = at, at = at.parent) {
    if (ts.isIfStatement(at) && at.thenStatement === inside) {
      const found = conjuncts(at.expression).find((test) => asksFor(view, test, list, key, true));
      if (found !== undefined) return found;
    }
    if (ts.isBlock(at) || ts.isSourceFile(at)) {
      for (const statement of at.statements) {
        if (statement === inside) break;
        if (
          ts.isIfStatement(statement) &&
          statement.elseStatement === undefined &&
          leaves(statement.thenStatement) &&
          asksFor(view, statement.expression, list, key, false)
        )
          return statement.expression;
      }
    }
    if (ts.isIterationStatement(at, false)) return null;
  }
  return null;
}

function conjuncts(node: ts.Expression): ts.Expression[] {
  const at = bare(node);
  if (ts.isBinaryExpression(at) && at.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
    return [...conjuncts(at.left), ...conjuncts(at.right)];
  return [at];
}

function leaves(statement: ts.Statement): boolean {
  const last = ts.isBlock(statement) ? statement.statements[statement.statements.length - 1] : statement;
  return last !== undefined && (ts.isContinueStatement(last) || ts.isReturnStatement(last) || ts.isBreakStatement(last) || ts.isThrowStatement(last));
}

/** `!xs.includes(key)` when `absent`, `xs.includes(key)` otherwise; also `xs.indexOf(key) === -1` and its opposite. */
function asksFor(view: View, test: ts.Expression, list: Mentioned, key: ts.Expression, absent: boolean): boolean {
  let at = bare(test);
  let isAbsent = false;
  if (ts.isPrefixUnaryExpression(at) && at.operator === ts.SyntaxKind.ExclamationToken) {
    isAbsent = true;
    at = bare(at.operand);
  }
  if (ts.isBinaryExpression(at)) {
    const text = `${at.operatorToken.getText()} ${at.right.getText()}`;
    if (/^===? -1$|^< 0$/.test(text)) isAbsent = !isAbsent;
    else if (!/^!==? -1$|^>= 0$|^> -1$/.test(text)) return false;
    at = bare(at.left);
    if (!ts.isCallExpression(at) || !/\.indexOf$/.test(at.expression.getText())) return false;
  } else if (!ts.isCallExpression(at) || !/\.includes$/.test(at.expression.getText())) return false;
  const access = at.expression;
  if (!ts.isPropertyAccessExpression(access) || at.arguments.length !== 1 || at.arguments[0] === undefined) return false;
  return list.mentions.includes(bare(access.expression)) && textOf(view, bare(at.arguments[0])) === textOf(view, bare(key)) && isAbsent === absent;
}

/** Have: `if (!xs.includes(u.id)) xs.push(u.id)`: nothing runs between the two, so a plain property keeps its value. */
function isImmediate(view: View, push: ts.Node, guard: ts.Expression, key: ts.Expression): boolean {
  if (whyNotPure(view, key) !== null) return false;
  const statement = push.parent;
  const branch = ts.isBlock(statement.parent) && statement.parent.statements[0] === statement ? statement.parent : statement;
  return ts.isIfStatement(branch.parent) && branch.parent.thenStatement === branch && bare(branch.parent.expression) === guard;
}

/** The key has one value from the check to the addition. */
function isSteady(view: View, key: ts.Expression): boolean {
  const at = bare(key);
  if (ts.isLiteralExpression(at)) return true;
  if (ts.isIdentifier(at)) {
    const symbol = symbolOf(view, at);
    return symbol !== null && isNeverReassigned(view, symbol);
  }
  return false;
}

/** Between check and addition nothing runs that might add: another closure, the same one again, or whoever runs during an `await`. */
function isQuietBetween(view: View, list: Mentioned, guard: ts.Node, push: ts.Node): boolean {
  if (list.oneActivation(push)) return true;
  const between: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (node.end <= guard.end || node.getStart() >= push.getStart()) return;
    if (node.getStart() >= guard.end && node.end <= push.getStart()) between.push(node);
    else ts.forEachChild(node, visit);
  };
  visit(view.source);
  return effectsOf(view, between).every((effect) => effect.kind === 'property' || effect.kind === 'assign');
}
