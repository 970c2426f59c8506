/**
 * An expression as a `Value`: where it begins, which properties it goes through, what it reads, and what its own shape
 * says about kind and size.
 */
import ts from 'typescript';
import { blankValue, UNKNOWN_ELEMENT, UNKNOWN_EXTENT } from '../../../model/blank.ts';
import type { CollectionKind, ElementKind, Extent, Root, Sure, Value } from '../../../model/file.ts';
import { asStatement } from '../../../model/sql-text.ts';
import { type Lowering, resolveName, spanOf, thisClass, unwrap } from './state.ts';

interface Shape {
  root?: Root;
  path?: readonly string[];
  kind?: CollectionKind;
  sure?: Sure;
  element?: ElementKind;
  extent?: Extent;
  nullable?: boolean;
  viewOf?: Value | null;
  pattern?: Value['pattern'];
  statement?: Value['statement'];
  elements?: readonly Value[];
  properties?: Value['properties'];
  literal?: Value['literal'];
}

export function valueOf(state: Lowering, expression: ts.Expression): Value {
  const node = awaited(expression);
  const value: Value = {
    ...blankValue({ span: spanOf(state, node), text: textOf(state, node), reads: readsOf(state, node) }),
    ...shapeOf(state, node),
  };
  state.values.push(value);
  return value;
}

/** `await x` and `(x as T)!` are x: the same thing in the same size. */
function awaited(node: ts.Expression): ts.Expression {
  let at = unwrap(node);
  while (ts.isAwaitExpression(at)) at = unwrap(at.expression);
  return at;
}

export function textOf(state: Lowering, node: ts.Node): string {
  const start = node.getStart(state.file);
  // Very long expressions need not be copied whole only to be cut.
  const text = state.file.text.slice(start, Math.min(node.end, start + 200)).replace(/\s+/g, ' ');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** Every binding that an expression reads, inside its closures too. */
function readsOf(state: Lowering, node: ts.Node): number[] {
  const reads = new Set<number>();
  let budget = 400;
  const visit = (at: ts.Node): void => {
    if (budget-- < 0) return;
    if (ts.isIdentifier(at)) {
      const binding = referenceOf(state, at);
      if (binding !== null) reads.add(binding);
    } else if (at.kind === ts.SyntaxKind.ThisKeyword) {
      // `this` varies with nothing that a loop could change.
    } else if (!ts.isTypeNode(at)) ts.forEachChild(at, visit);
  };
  visit(node);
  return [...reads];
}

/** The binding that an identifier stands for. Remembered: every expression around it asks as well. */
export function referenceOf(state: Lowering, node: ts.Identifier): number | null {
  let found = state.references.get(node);
  if (found === undefined) {
    found = isReference(node) ? resolveName(state, node.text, node) : null;
    state.references.set(node, found);
  }
  return found;
}

/** An identifier that stands for a binding, rather than for a property or a name being declared. */
export function isReference(node: ts.Identifier): boolean {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (
    ts.isPropertyAssignment(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isGetAccessor(parent) ||
    ts.isSetAccessor(parent)
  )
    return (parent as { initializer?: ts.Node }).initializer === node;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isBindingElement(parent)) return parent.initializer === node;
  if (ts.isFunctionLike(parent) || ts.isClassLike(parent)) return false;
  if (
    ts.isImportSpecifier(parent) ||
    ts.isImportClause(parent) ||
    ts.isNamespaceImport(parent) ||
    ts.isLabeledStatement(parent) ||
    ts.isBreakOrContinueStatement(parent)
  )
    return false;
  if (ts.isExportSpecifier(parent)) return (parent.propertyName ?? parent.name) === node && !parent.parent.parent.moduleSpecifier;
  if (
    ts.isJsxAttribute(parent) ||
    ts.isEnumMember(parent) ||
    ts.isQualifiedName(parent) ||
    ts.isMetaProperty(parent) ||
    ts.isEnumDeclaration(parent) ||
    ts.isModuleDeclaration(parent)
  )
    return false;
  if (ts.isJsxOpeningLikeElement(parent) || ts.isJsxClosingElement(parent)) return /^[A-Z]/.test(node.text);
  return true;
}

function shapeOf(state: Lowering, node: ts.Expression): Shape {
  if (ts.isIdentifier(node)) {
    if (node.text === 'undefined') return { root: { kind: 'literal' }, kind: 'primitive', sure: 'proven', nullable: true };
    return { root: { kind: 'binding', binding: resolveName(state, node.text, node) } };
  }
  if (node.kind === ts.SyntaxKind.ThisKeyword) return { root: { kind: 'this', class: thisClass(state, node) } };
  if (ts.isPropertyAccessExpression(node)) return chain(state, node.expression, node.name.text);
  if (ts.isElementAccessExpression(node))
    return chain(state, node.expression, ts.isStringLiteralLike(node.argumentExpression) ? node.argumentExpression.text : '[]');
  if (ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isTaggedTemplateExpression(node)) return callShape(state, node);
  if (ts.isArrayLiteralExpression(node)) return listLiteral(state, node);
  if (ts.isObjectLiteralExpression(node)) return objectLiteral(state, node);
  if (ts.isRegularExpressionLiteral(node)) return { pattern: patternOf(node.text) };
  if (ts.isStringLiteralLike(node))
    return { root: { kind: 'literal' }, kind: 'string', sure: 'proven', literal: node.text.slice(0, 200), ...statementIn([node.text]) };
  if (ts.isTemplateExpression(node))
    return { kind: 'string', sure: 'proven', ...statementIn([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]) };
  if (ts.isNumericLiteral(node)) return number(Number(node.text));
  if (ts.isPrefixUnaryExpression(node)) {
    if (node.operator === ts.SyntaxKind.MinusToken && ts.isNumericLiteral(node.operand)) return number(-Number(node.operand.text));
    return { kind: 'primitive', sure: 'proven' };
  }
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword)
    return { root: { kind: 'literal' }, kind: 'primitive', sure: 'proven', literal: node.kind === ts.SyntaxKind.TrueKeyword };
  if (node.kind === ts.SyntaxKind.NullKeyword) return { root: { kind: 'literal' }, kind: 'primitive', sure: 'proven', nullable: true };
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node))
    return { root: { kind: 'function', fn: state.fnOf.get(node) ?? 0 }, kind: 'function', sure: 'proven' };
  if (ts.isClassExpression(node)) return { kind: 'function', sure: 'proven' };
  if (ts.isBinaryExpression(node)) return binary(state, node);
  if (ts.isConditionalExpression(node)) {
    // `cond ? xs : []` is as large as xs.
    const whenTrue = unwrap(node.whenTrue);
    const whenFalse = unwrap(node.whenFalse);
    if (isEmptyList(whenFalse)) return { ...shapeOf(state, awaited(whenTrue)), nullable: false };
    if (isEmptyList(whenTrue)) return { ...shapeOf(state, awaited(whenFalse)), nullable: false };
    const a = valueOf(state, whenTrue);
    const b = valueOf(state, whenFalse);
    return a.kind === b.kind ? { kind: a.kind, sure: a.sure, elements: [a, b] } : { elements: [a, b] };
  }
  return {};
}

function number(value: number): Shape {
  if (!Number.isFinite(value)) return { root: { kind: 'literal' }, kind: 'primitive', sure: 'proven' };
  return {
    root: { kind: 'literal' },
    kind: 'primitive',
    sure: 'proven',
    // `-0` is `0` to whoever compares, and JSON, which models are kept as, knows no other.
    literal: value + 0,
    extent: { class: 'constant', count: value + 0, why: `the number ${value}` },
  };
}

/** A property of something: the same root, one step further. */
function chain(state: Lowering, receiver: ts.Expression, step: string): Shape {
  const inner = awaited(receiver);
  const shape = shapeOf(state, inner);
  return { root: shape.root ?? { kind: 'unknown' }, path: [...(shape.path ?? []), step] };
}

function isEmptyList(node: ts.Expression): boolean {
  return ts.isArrayLiteralExpression(node) && node.elements.length === 0;
}

function binary(state: Lowering, node: ts.BinaryExpression): Shape {
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.QuestionQuestionToken:
    case ts.SyntaxKind.BarBarToken: {
      const right = unwrap(node.right);
      const left = shapeOf(state, awaited(node.left));
      if (isEmptyList(right)) return { ...left, kind: 'list', sure: 'guessed', nullable: false };
      if (ts.isObjectLiteralExpression(right) && right.properties.length === 0) return { ...left, nullable: false };
      return { ...left, elements: [valueOf(state, node.right)] };
    }
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return { ...shapeOf(state, awaited(node.right)), nullable: true };
    case ts.SyntaxKind.EqualsToken: {
      // It goes by the place that it is kept in, but kind and size are those of what is put there.
      const right = shapeOf(state, awaited(node.right));
      return { ...right, ...shapeOf(state, awaited(node.left)), ...(right.kind === undefined ? {} : { kind: right.kind, sure: right.sure }) };
    }
    case ts.SyntaxKind.QuestionQuestionEqualsToken:
    case ts.SyntaxKind.BarBarEqualsToken:
      return shapeOf(state, awaited(node.left));
    case ts.SyntaxKind.CommaToken:
      return shapeOf(state, awaited(node.right));
    case ts.SyntaxKind.PlusToken: {
      const isText = (e: ts.Expression): boolean => ts.isStringLiteralLike(unwrap(e)) || ts.isTemplateExpression(unwrap(e));
      return isText(node.left) || isText(node.right) ? { kind: 'string', sure: 'proven' } : { kind: 'primitive', sure: 'guessed' };
    }
    default:
      return { kind: 'primitive', sure: 'proven' };
  }
}

const MOST_KEPT = 20;

function listLiteral(state: Lowering, node: ts.ArrayLiteralExpression): Shape {
  const spreads = node.elements.filter(ts.isSpreadElement);
  const onlySpread = node.elements.length === 1 && spreads[0] ? valueOf(state, spreads[0].expression) : null;
  const kinds = new Set(node.elements.slice(0, 50).map((e) => literalKind(e)));
  const [only] = kinds;
  const element: ElementKind = kinds.size === 1 && only && only !== 'unknown' ? { kind: only, variants: null, nullable: false } : UNKNOWN_ELEMENT;
  // Short lists of texts name things: `relations: ['author', 'tags']`.
  const names = spreads.length === 0 && node.elements.length <= MOST_KEPT;
  const worthKeeping = node.elements.filter((e) => !ts.isLiteralExpression(e) || (names && ts.isStringLiteralLike(e))).slice(0, MOST_KEPT);
  return {
    root: { kind: 'new-list' },
    kind: 'list',
    sure: 'proven',
    element,
    extent:
      spreads.length === 0
        ? { class: 'constant', count: node.elements.length, why: node.elements.length === 1 ? 'one element' : `${node.elements.length} elements` }
        : UNKNOWN_EXTENT,
    viewOf: onlySpread,
    elements: onlySpread ? [] : worthKeeping.map((e) => valueOf(state, ts.isSpreadElement(e) ? e.expression : e)),
  };
}

function literalKind(node: ts.Expression): ElementKind['kind'] {
  const inner = unwrap(node);
  if (ts.isStringLiteralLike(inner) || ts.isTemplateExpression(inner)) return 'string';
  if (ts.isNumericLiteral(inner)) return 'number';
  if (ts.isObjectLiteralExpression(inner)) return 'object';
  return 'unknown';
}

function objectLiteral(state: Lowering, node: ts.ObjectLiteralExpression): Shape {
  const properties: { name: string; value: Value }[] = [];
  let open = false;
  for (const p of node.properties.slice(0, 60)) {
    if (ts.isSpreadAssignment(p)) open = true;
    else if (ts.isPropertyAssignment(p) && (ts.isIdentifier(p.name) || ts.isStringLiteralLike(p.name)))
      properties.push({ name: p.name.text, value: valueOf(state, p.initializer) });
    else if (ts.isShorthandPropertyAssignment(p)) properties.push({ name: p.name.text, value: valueOf(state, p.name) });
    else if (ts.isMethodDeclaration(p) && (ts.isIdentifier(p.name) || ts.isStringLiteralLike(p.name)) && state.fnOf.has(p))
      properties.push({ name: p.name.text, value: functionValue(state, p) });
    else open = true;
  }
  return {
    root: { kind: 'new-object' },
    kind: 'object',
    sure: 'proven',
    extent: open ? UNKNOWN_EXTENT : sizeOfObject(properties, node.properties.length),
    properties,
  };
}

/** As many as it has properties, or as it says: `Array.from({ length: count })`. */
function sizeOfObject(properties: readonly { readonly name: string; readonly value: Value }[], count: number): Extent {
  const said = properties.find(({ name }) => name === 'length')?.value;
  if (!said) return { class: 'constant', count, why: `${count} ${count === 1 ? 'property' : 'properties'}` };
  return typeof said.literal === 'number' ? { class: 'constant', count: said.literal, why: `${said.literal} elements` } : UNKNOWN_EXTENT;
}

/** A declaration that is a function, as the value that its name stands for. */
export function functionValue(state: Lowering, method: ts.MethodDeclaration | ts.FunctionDeclaration): Value {
  return {
    ...blankValue({ span: spanOf(state, method), text: method.name ? textOf(state, method.name) : 'function', reads: [] }),
    root: { kind: 'function', fn: state.fnOf.get(method) ?? 0 },
    kind: 'function',
    sure: 'proven',
  };
}

/** Methods that give a new list no larger than their receiver. */
const SAME_SIZE_LIST = new Set([
  'filter',
  'map',
  'slice',
  'sort',
  'reverse',
  'toSorted',
  'toReversed',
  'toSpliced',
  'with',
  'flat',
  'concat',
  'flatMap',
]);

function callShape(state: Lowering, node: ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression): Shape {
  const call = state.callOf.get(node);
  const base: Shape = call === undefined ? {} : { root: { kind: 'call', call } };
  if (ts.isTaggedTemplateExpression(node)) return base;
  const callee = unwrap(node.expression);
  const first = node.arguments?.[0];
  if (ts.isNewExpression(node)) {
    const name = ts.isIdentifier(callee) ? callee.text : '';
    const kind: CollectionKind =
      name === 'Set' || name === 'WeakSet' ? 'set' : name === 'Map' || name === 'WeakMap' ? 'map' : name === 'Array' ? 'list' : 'object';
    return { ...base, kind, sure: 'proven', viewOf: first && (kind === 'set' || kind === 'map') ? valueOf(state, first) : null };
  }
  if (!ts.isPropertyAccessExpression(callee)) {
    if (ts.isIdentifier(callee) && (callee.text === 'String' || callee.text === 'Number' || callee.text === 'Boolean'))
      return { ...base, kind: callee.text === 'String' ? 'string' : 'primitive', sure: 'proven' };
    return base;
  }
  const method = callee.name.text;
  const owner = ts.isIdentifier(callee.expression) ? callee.expression.text : '';
  if (owner === 'Object' && first && (method === 'keys' || method === 'values' || method === 'entries' || method === 'getOwnPropertyNames')) {
    return {
      ...base,
      kind: 'list',
      sure: 'proven',
      element: method === 'keys' ? { kind: 'string', variants: null, nullable: false } : UNKNOWN_ELEMENT,
      viewOf: valueOf(state, first),
    };
  }
  if (owner === 'Array' && method === 'from' && first) return { ...base, kind: 'list', sure: 'proven', viewOf: valueOf(state, first) };
  if (owner === 'Promise' && first && (method === 'all' || method === 'allSettled'))
    return { ...base, kind: 'list', sure: 'guessed', viewOf: valueOf(state, first) };
  if (method === 'split') return { ...base, kind: 'list', sure: 'guessed', element: { kind: 'string', variants: null, nullable: false } };
  if (method === 'keys' || method === 'values' || method === 'entries') {
    if ((node.arguments?.length ?? 0) === 0) return { ...base, viewOf: valueOf(state, callee.expression) };
  }
  if (SAME_SIZE_LIST.has(method)) {
    const cap = method === 'slice' && node.arguments?.[1] ? literalCap(node.arguments[0], node.arguments[1]) : null;
    return { ...base, kind: 'list', sure: 'guessed', extent: cap ?? UNKNOWN_EXTENT, viewOf: valueOf(state, callee.expression) };
  }
  if (
    [
      'toLowerCase',
      'toUpperCase',
      'trim',
      'toString',
      'join',
      'replace',
      'replaceAll',
      'padStart',
      'padEnd',
      'substring',
      'substr',
      'charAt',
    ].includes(method)
  )
    return { ...base, kind: 'string', sure: 'guessed' };
  return base;
}

/** `xs.slice(0, 20)`. */
function literalCap(from: ts.Expression | undefined, to: ts.Expression): Extent | null {
  if (!from || !ts.isNumericLiteral(from) || !ts.isNumericLiteral(to)) return null;
  const count = Number(to.text) - Number(from.text);
  return { class: 'bounded', count, why: `cut to ${count}` };
}

function statementIn(pieces: readonly string[]): Pick<Shape, 'statement'> {
  const statement = asStatement(pieces);
  return statement === undefined ? {} : { statement };
}

function patternOf(text: string): Value['pattern'] {
  const end = text.lastIndexOf('/');
  return { source: text.slice(1, end), flags: text.slice(end + 1) };
}
