/**
 * May this expression be evaluated at another time, more often or less often, without anyone noticing? Only reads of
 * bindings and plain properties, and the language's own pure functions on primitives. A property that may be an accessor,
 * or a receiver that may be null, is not provably pure.
 */
import ts from 'typescript';
import { builtinOf, isPureOnPrimitives } from './builtin.ts';
import { isNonNull, primitivesOf } from './element-kind.ts';
import type { View } from './view.ts';

/** Null when it is pure; otherwise what stands in the way, to complete “because …”. */
export function whyNotPure(view: View, node: ts.Expression): string | null {
  const text = (): string => node.getText().replace(/\s+/g, ' ');
  if (ts.isIdentifier(node) || ts.isLiteralExpression(node)) return null;
  switch (node.kind) {
    case ts.SyntaxKind.ThisKeyword:
    case ts.SyntaxKind.TrueKeyword:
    case ts.SyntaxKind.FalseKeyword:
    case ts.SyntaxKind.NullKeyword:
      return null;
  }
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
    return whyNotPure(view, node.expression);
  if (ts.isPropertyAccessExpression(node)) {
    const inner = whyNotPure(view, node.expression);
    if (inner !== null) return inner;
    if (isAccessor(view, node)) return `\`${text()}\` is a getter`;
    if (node.questionDotToken === undefined && !isOptionalLink(node) && !isNonNull(view, view.checker.getTypeAtLocation(node.expression)))
      return `\`${node.expression.getText()}\` may be null or undefined`;
    if (isKnownProperty(view, node)) return null;
    return `\`${text()}\` may be a getter`;
  }
  if (ts.isElementAccessExpression(node)) {
    const type = view.checker.getTypeAtLocation(node.expression);
    if (!isNonNull(view, type)) return `\`${node.expression.getText()}\` may be null or undefined`;
    const key = primitivesOf(view, view.checker.getTypeAtLocation(node.argumentExpression));
    if (key === null) return `the key of \`${text()}\` may be an object`;
    return whyNotPure(view, node.expression) ?? whyNotPure(view, node.argumentExpression);
  }
  if (ts.isTemplateExpression(node)) {
    for (const span of node.templateSpans) {
      const part = primitivesOf(view, view.checker.getTypeAtLocation(span.expression));
      if (part === null || part.includes('symbol')) return `\`${span.expression.getText()}\` may run code when it becomes text`;
      const inner = whyNotPure(view, span.expression);
      if (inner !== null) return inner;
    }
    return null;
  }
  if (
    ts.isPrefixUnaryExpression(node) &&
    (node.operator === ts.SyntaxKind.ExclamationToken || (node.operator === ts.SyntaxKind.MinusToken && ts.isNumericLiteral(node.operand)))
  )
    return whyNotPure(view, node.operand);
  if (ts.isTypeOfExpression(node)) return whyNotPure(view, node.expression);
  if (ts.isConditionalExpression(node))
    return whyNotPure(view, node.condition) ?? whyNotPure(view, node.whenTrue) ?? whyNotPure(view, node.whenFalse);
  if (ts.isBinaryExpression(node)) {
    const kind = node.operatorToken.kind;
    const lazy = kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken;
    const strict = kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsEqualsToken;
    const arithmetic =
      kind === ts.SyntaxKind.PlusToken ||
      kind === ts.SyntaxKind.MinusToken ||
      kind === ts.SyntaxKind.AsteriskToken ||
      kind === ts.SyntaxKind.PercentToken ||
      kind === ts.SyntaxKind.SlashToken;
    const plain = [node.left, node.right].every((side) => {
      const names = primitivesOf(view, view.checker.getTypeAtLocation(side));
      return names !== null && !names.includes('symbol') && !names.includes('bigint');
    });
    if (lazy || strict || (arithmetic && plain)) return whyNotPure(view, node.left) ?? whyNotPure(view, node.right);
    return `\`${text()}\` may run code`;
  }
  if (ts.isCallExpression(node)) {
    const builtin = builtinOf(view, node);
    if (builtin === null || !isPureOnPrimitives(builtin)) return `\`${text()}\` is a call`;
    const callee = ts.isPropertyAccessExpression(node.expression) ? node.expression.expression : null;
    const operands = [...(callee !== null && builtin.owner !== 'Math' ? [callee] : []), ...node.arguments];
    for (const operand of operands) {
      const names = primitivesOf(view, view.checker.getTypeAtLocation(operand));
      if (names === null || names.includes('symbol') || names.includes('bigint')) return `\`${operand.getText()}\` may run code when it is converted`;
      const inner = whyNotPure(view, operand);
      if (inner !== null) return inner;
    }
    return null;
  }
  return `\`${text()}\` may have an effect`;
}

/** `b` of `a?.b.c`: the chain stops there together with `a?.`. */
function isOptionalLink(node: ts.PropertyAccessExpression): boolean {
  return (node.flags & ts.NodeFlags.OptionalChain) !== 0 && isNonOptionalPart(node);
}

function isNonOptionalPart(node: ts.PropertyAccessExpression): boolean {
  return (node.expression.flags & ts.NodeFlags.OptionalChain) !== 0;
}

export function isAccessor(view: View, node: ts.PropertyAccessExpression): boolean {
  const symbol = view.checker.getSymbolAtLocation(node.name);
  return symbol !== undefined && (symbol.flags & ts.SymbolFlags.Accessor) !== 0 && !isLibrary(view, symbol);
}

/** Declared as a property (or found in the language's own types), in every member of a union. */
export function isKnownProperty(view: View, node: ts.PropertyAccessExpression): boolean {
  if (!view.typed) return false;
  const type = view.checker.getNonNullableType(view.checker.getTypeAtLocation(node.expression));
  const parts = type.isUnion() ? type.types : [type];
  return parts.every((part) => {
    const symbol = view.checker.getPropertyOfType(view.checker.getApparentType(part), node.name.text) ?? view.checker.getSymbolAtLocation(node.name);
    if (symbol === undefined) return view.checker.getIndexTypeOfType(part, ts.IndexKind.String) !== undefined;
    if (isLibrary(view, symbol)) return true;
    if ((symbol.flags & ts.SymbolFlags.Accessor) !== 0) return false;
    if (symbol.declarations?.some((d) => ts.isGetAccessor(d) || ts.isSetAccessor(d)) ?? false) return false;
    return (
      (symbol.flags &
        (ts.SymbolFlags.Property |
          ts.SymbolFlags.EnumMember |
          ts.SymbolFlags.Variable |
          ts.SymbolFlags.Function |
          ts.SymbolFlags.Method |
          ts.SymbolFlags.Alias |
          ts.SymbolFlags.Enum |
          ts.SymbolFlags.Class)) !==
      0
    );
  });
}

function isLibrary(view: View, symbol: ts.Symbol): boolean {
  return symbol.declarations?.every((d) => view.program.isSourceFileDefaultLibrary(d.getSourceFile())) ?? false;
}
