/**
 * What one mention of a name does with the thing it names: searches it, grows it, walks it, hands it on. Rules read
 * these to know whether a list changes inside a loop, or serves membership only.
 */
import ts from 'typescript';
import type { Value } from '../../../model/file.ts';
import type { Use, UseKind } from '../../../model/use.ts';
import { enclosingFn, type Lowering, loopsAround, spanOf, wrapped } from './state.ts';
import { valueOf } from './values.ts';

const METHODS: ReadonlyMap<string, UseKind> = new Map<string, UseKind>([
  ...(['push', 'unshift', 'add', 'set', 'append', 'insert'] as const).map((m) => [m, 'grow'] as const),
  ...(['pop', 'shift', 'splice', 'delete', 'clear', 'remove'] as const).map((m) => [m, 'shrink'] as const),
  ...(['sort', 'reverse', 'fill', 'copyWithin'] as const).map((m) => [m, 'reorder'] as const),
  ...(['includes', 'has'] as const).map((m) => [m, 'test'] as const),
  ...(['indexOf', 'lastIndexOf', 'find', 'findIndex', 'findLast', 'findLastIndex', 'some', 'every', 'get', 'at', 'filter'] as const).map(
    (m) => [m, 'search'] as const,
  ),
  ...(['forEach', 'map', 'flatMap', 'reduce', 'reduceRight', 'keys', 'values', 'entries'] as const).map((m) => [m, 'iterate'] as const),
  ...(['slice', 'concat', 'join', 'flat', 'toSorted', 'toReversed', 'toString', 'toLocaleString', 'with', 'toSpliced'] as const).map(
    (m) => [m, 'copy'] as const,
  ),
]);

const GLOBAL_COPIES = new Set([
  'Set',
  'Map',
  'Array.from',
  'Object.keys',
  'Object.values',
  'Object.entries',
  'JSON.stringify',
  'Object.freeze',
  'Array.isArray',
  'Promise.all',
  'String',
  'Boolean',
  'Math.max',
  'Math.min',
]);

/** `head` is the identifier, or the `this.field` access, that names the place. */
export function useOf(state: Lowering, head: ts.Expression): Use {
  const path: string[] = [];
  let at: ts.Node = wrapped(head);
  let kind: UseKind | null = null;
  let call: number | null = null;
  let method: string | null = null;
  let key: Value | null = null;
  for (;;) {
    const parent: ts.Node = at.parent;
    if (ts.isPropertyAccessExpression(parent) && parent.expression === at) {
      const outer = wrapped(parent).parent;
      if (ts.isCallExpression(outer) && outer.expression === wrapped(parent)) {
        method = parent.name.text;
        kind = METHODS.get(method) ?? 'call';
        call = state.callOf.get(outer) ?? null;
        if (kind === 'search' && isTested(outer)) kind = parent.name.text === 'get' || parent.name.text === 'at' ? 'read' : 'test';
        break;
      }
      if (parent.name.text === 'length' || parent.name.text === 'size') {
        kind = isWritten(outerOf(parent)) ? 'shrink' : 'length';
        break;
      }
      path.push(parent.name.text);
      at = wrapped(parent);
      continue;
    }
    if (ts.isElementAccessExpression(parent) && parent.expression === at) {
      const outer = wrapped(parent);
      if (isWritten(outer)) {
        kind = 'grow';
        key = valueOf(state, parent.argumentExpression);
        break;
      }
      if (ts.isDeleteExpression(outer.parent)) {
        kind = 'shrink';
        break;
      }
      path.push(ts.isStringLiteralLike(parent.argumentExpression) ? parent.argumentExpression.text : '[]');
      at = outer;
      continue;
    }
    break;
  }
  if (kind === null) ({ kind, call } = endOf(state, at));
  return { kind, span: spanOf(state, at), fn: enclosingFn(state, head), loops: loopsAround(state, head), path, call, method, key };
}

function outerOf(node: ts.Node): ts.Node {
  return wrapped(node);
}

/** What happens to a chain of properties where it ends. */
function endOf(state: Lowering, at: ts.Node): { kind: UseKind; call: number | null } {
  const parent = at.parent;
  const plain = (kind: UseKind): { kind: UseKind; call: null } => ({ kind, call: null });
  if (isWritten(at)) return plain('assign');
  if (ts.isDeleteExpression(parent)) return plain('shrink');
  if ((ts.isForOfStatement(parent) || ts.isForInStatement(parent)) && parent.expression === at) return plain('iterate');
  if (ts.isSpreadElement(parent) || ts.isSpreadAssignment(parent)) return plain('copy');
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
    const call = state.callOf.get(parent) ?? null;
    if (parent.expression === at) return { kind: 'call', call };
    const name = parent.expression.getText(state.file);
    return { kind: GLOBAL_COPIES.has(name) ? 'copy' : 'argument', call };
  }
  if (ts.isTaggedTemplateExpression(parent)) return plain('call');
  if (ts.isReturnStatement(parent) || ts.isYieldExpression(parent) || ts.isExportAssignment(parent) || ts.isExportSpecifier(parent))
    return plain('escape');
  if (ts.isArrowFunction(parent) && parent.body === at) return plain('escape');
  if (ts.isArrayLiteralExpression(parent) || ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent)) return plain('escape');
  if (ts.isPropertyDeclaration(parent) || ts.isParameter(parent) || ts.isJsxExpression(parent) || ts.isJsxSpreadAttribute(parent))
    return plain('escape');
  if (ts.isBinaryExpression(parent)) {
    const operator = parent.operatorToken.kind;
    if (operator === ts.SyntaxKind.EqualsToken && parent.right === at) return plain('escape');
    if (
      operator === ts.SyntaxKind.QuestionQuestionToken ||
      operator === ts.SyntaxKind.BarBarToken ||
      operator === ts.SyntaxKind.AmpersandAmpersandToken
    )
      return ts.isExpressionStatement(parent.parent) ? plain('read') : endOf(state, wrapped(parent));
    return operator === ts.SyntaxKind.InKeyword && parent.right === at ? plain('test') : plain('read');
  }
  if (ts.isConditionalExpression(parent) && parent.condition !== at) return endOf(state, wrapped(parent));
  if (ts.isVariableDeclaration(parent) && parent.initializer === at) return plain(ts.isIdentifier(parent.name) ? 'escape' : 'read');
  if (ts.isAwaitExpression(parent)) return endOf(state, wrapped(parent));
  return plain('read');
}

function isWritten(node: ts.Node): boolean {
  const parent = node.parent;
  if (ts.isBinaryExpression(parent) && parent.left === node) {
    const operator = parent.operatorToken.kind;
    return operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment;
  }
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent))
    return parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken;
  // `[a, b] = …`, `({ a } = …)`, `for (a of …)`
  if ((ts.isForOfStatement(parent) || ts.isForInStatement(parent)) && parent.initializer === node) return true;
  if (ts.isArrayLiteralExpression(parent)) return isWritten(parent);
  if (ts.isShorthandPropertyAssignment(parent)) return isWritten(parent.parent);
  if (ts.isPropertyAssignment(parent) && parent.initializer === node) return isWritten(parent.parent);
  return false;
}

/** Only whether something was found matters: a condition, or a comparison with -1, 0, null or undefined. */
export function isTested(call: ts.Node): boolean {
  const node = wrapped(call);
  const parent = node.parent;
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken || parent.operator === ts.SyntaxKind.TildeToken;
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent)) return parent.expression === node;
  if (ts.isConditionalExpression(parent)) return parent.condition === node;
  if (ts.isCallExpression(parent)) return ts.isIdentifier(parent.expression) && parent.expression.text === 'Boolean';
  if (!ts.isBinaryExpression(parent)) return false;
  const operator = parent.operatorToken.kind;
  if (operator === ts.SyntaxKind.AmpersandAmpersandToken || operator === ts.SyntaxKind.BarBarToken)
    return parent.left === node ? operator === ts.SyntaxKind.AmpersandAmpersandToken : isTested(parent);
  const other = parent.left === node ? parent.right : parent.left;
  if (operator < ts.SyntaxKind.LessThanToken || operator > ts.SyntaxKind.ExclamationEqualsEqualsToken) return false;
  const text = other.getText();
  return text === '-1' || text === '0' || text === 'undefined' || text === 'null';
}
