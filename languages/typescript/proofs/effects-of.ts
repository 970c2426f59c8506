/**
 * What may running this code change? Walks the code and the bodies of functions that it surely calls, and lists every write,
 * every call whose body we do not know, and every pause (await, yield) in which other code may run.
 *
 * Code inside nested functions counts as if it ran: too much is harmless here, too little is not.
 */
import ts from 'typescript';
import { builtinOf, isHarmless, LIST_WRITERS } from './builtin.ts';
import { isList, primitivesOf } from './element-kind.ts';
import { convertedBy, iteratesQuietly, runBy } from './hidden-calls.ts';
import { isAccessor } from './is-pure.ts';
import { symbolOf } from './place.ts';
import type { View } from './view.ts';
import { bare } from './view.ts';

export type Effect =
  | { readonly kind: 'assign'; readonly symbol: ts.Symbol; readonly node: ts.Node }
  /** The list itself: `xs.push(…)`, `xs[i] = …`, `xs.length = 0`. */
  | { readonly kind: 'content'; readonly target: ts.Expression; readonly node: ts.Node }
  /** `name` is null for a computed one, and for `Object.assign`. */
  | { readonly kind: 'property'; readonly target: ts.Expression; readonly name: string | null; readonly node: ts.Node }
  | { readonly kind: 'call'; readonly node: ts.Node; readonly what: string }
  | { readonly kind: 'pause'; readonly node: ts.Node; readonly what: string };

interface Walk {
  readonly view: View;
  readonly effects: Effect[];
  readonly skip: ReadonlySet<ts.Node>;
  readonly seen: Set<ts.Node>;
  depth: number;
}

const MAX_DEPTH = 4;

export function effectsOf(view: View, region: readonly ts.Node[], skip: ReadonlySet<ts.Node> = new Set()): readonly Effect[] {
  const walk: Walk = { view, effects: [], skip, seen: new Set(), depth: 0 };
  for (const node of region) visit(walk, node);
  return walk.effects;
}

function visit(walk: Walk, node: ts.Node): void {
  if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
  const { view, effects } = walk;
  if (!walk.skip.has(node)) {
    const converted = convertedBy(view, node);
    if (converted !== null) effects.push({ kind: 'call', node, what: `\`${short(converted)}\` becoming text or a number` });
    if (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
      node.operatorToken.kind <= ts.SyntaxKind.LastAssignment
    )
      writesTo(walk, node.left, node);
    else if (
      (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) &&
      (node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken)
    )
      writesTo(walk, node.operand, node);
    else if (ts.isDeleteExpression(node)) writesTo(walk, node.expression, node);
    else if (ts.isForOfStatement(node) || ts.isForInStatement(node)) {
      if (!ts.isVariableDeclarationList(node.initializer)) writesTo(walk, node.initializer, node);
      if (ts.isForOfStatement(node) && node.awaitModifier !== undefined) effects.push({ kind: 'pause', node, what: 'for await' });
      else if (ts.isForOfStatement(node) && !iteratesQuietly(view, node.expression))
        effects.push({ kind: 'call', node, what: `iterating \`${short(node.expression)}\`` });
    } else if (ts.isAwaitExpression(node)) effects.push({ kind: 'pause', node, what: 'await' });
    else if (ts.isYieldExpression(node)) effects.push({ kind: 'pause', node, what: 'yield' });
    else if (ts.isCallExpression(node) || ts.isNewExpression(node)) calls(walk, node);
    else if (ts.isTaggedTemplateExpression(node)) {
      if (!ts.isIdentifier(node.tag) || !enter(walk, node.tag)) effects.push({ kind: 'call', node, what: `\`${short(node.tag)}\`` });
    } else if (ts.isPropertyAccessExpression(node) && view.typed && isAccessor(view, node))
      effects.push({ kind: 'call', node, what: `the getter \`${short(node)}\`` });
    else if (ts.isSpreadElement(node) && !iteratesQuietly(view, node.expression))
      effects.push({ kind: 'call', node, what: `iterating \`${short(node.expression)}\`` });
    else if (ts.isTemplateSpan(node) && view.typed && convertsObject(view, node.expression))
      effects.push({ kind: 'call', node, what: `\`${short(node.expression)}\` becoming text` });
    else if (
      ts.isVariableDeclaration(node) &&
      ts.isArrayBindingPattern(node.name) &&
      node.initializer !== undefined &&
      !iteratesQuietly(view, node.initializer)
    )
      effects.push({ kind: 'call', node, what: `iterating \`${short(node.initializer)}\`` });
    else if (ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.Using) === ts.NodeFlags.Using)
      effects.push({ kind: 'call', node, what: '`using`' });
  }
  ts.forEachChild(node, (child) => visit(walk, child));
}

function convertsObject(view: View, expression: ts.Expression): boolean {
  return primitivesOf(view, view.checker.getTypeAtLocation(expression)) === null;
}

function short(node: ts.Node): string {
  const text = node.getText().replace(/\s+/g, ' ');
  return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}

/** One assignment target, patterns taken apart. */
function writesTo(walk: Walk, target: ts.Node, node: ts.Node): void {
  const at = ts.isExpression(target) ? bare(target) : target;
  if (ts.isIdentifier(at)) {
    const symbol = symbolOf(walk.view, at);
    if (symbol !== null) walk.effects.push({ kind: 'assign', symbol, node });
  } else if (ts.isPropertyAccessExpression(at)) {
    if (at.name.text === 'length') walk.effects.push({ kind: 'content', target: at.expression, node });
    walk.effects.push({ kind: 'property', target: at.expression, name: at.name.text, node });
    if (walk.view.typed && isAccessor(walk.view, at)) walk.effects.push({ kind: 'call', node, what: `the setter \`${short(at)}\`` });
  } else if (ts.isElementAccessExpression(at)) {
    if (isList(walk.view, walk.view.checker.getTypeAtLocation(at.expression)) !== 'no')
      walk.effects.push({ kind: 'content', target: at.expression, node });
    if (isList(walk.view, walk.view.checker.getTypeAtLocation(at.expression)) !== 'yes') {
      const key = bare(at.argumentExpression);
      walk.effects.push({ kind: 'property', target: at.expression, name: ts.isStringLiteralLike(key) ? key.text : null, node });
    }
  } else if (ts.isArrayLiteralExpression(at)) {
    if (ts.isBinaryExpression(node) && !iteratesQuietly(walk.view, node.right))
      walk.effects.push({ kind: 'call', node, what: `iterating \`${short(node.right)}\`` });
    for (const element of at.elements) writesTo(walk, ts.isSpreadElement(element) ? element.expression : element, node);
  } else if (ts.isObjectLiteralExpression(at)) {
    for (const property of at.properties) {
      if (ts.isPropertyAssignment(property)) writesTo(walk, property.initializer, node);
      else if (ts.isShorthandPropertyAssignment(property)) writesTo(walk, property.name, node);
      else if (ts.isSpreadAssignment(property)) writesTo(walk, property.expression, node);
    }
  } else if (ts.isBinaryExpression(at)) writesTo(walk, at.left, node);
}

function calls(walk: Walk, node: ts.CallExpression | ts.NewExpression): void {
  const { view, effects } = walk;
  const callee = bare(node.expression);
  const builtin = builtinOf(view, node);
  if (builtin !== null) {
    if (builtin.owner === 'Array' && LIST_WRITERS.has(builtin.member) && ts.isPropertyAccessExpression(callee))
      effects.push({ kind: 'content', target: callee.expression, node });
    else if (builtin.owner === 'ObjectConstructor' && builtin.member === 'assign' && node.arguments?.[0] !== undefined) {
      effects.push({ kind: 'property', target: node.arguments[0], name: null, node });
      if (isList(view, view.checker.getTypeAtLocation(node.arguments[0])) !== 'no')
        effects.push({ kind: 'content', target: node.arguments[0], node });
    } else if (!isHarmless(builtin)) effects.push({ kind: 'call', node, what: `\`${short(node)}\`` });
    const run = runBy(view, builtin, node);
    if (run !== null) effects.push({ kind: 'call', node, what: `\`${short(run)}\` in \`${short(node)}\`` });
    for (const arg of node.arguments ?? []) callback(walk, arg, node);
    return;
  }
  if (ts.isIdentifier(callee) && node.kind === ts.SyntaxKind.CallExpression && enter(walk, callee)) {
    // What it is given may be called from there under another name.
    for (const arg of node.arguments ?? []) callback(walk, arg, node);
    return;
  }
  if (isFunctionLiteral(callee)) return;
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return;
  effects.push({ kind: 'call', node, what: `\`${short(node)}\`` });
}

function isFunctionLiteral(node: ts.Node): boolean {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}

/** A function handed over may be run: its body is walked where it stands, or entered here, or unknown. */
function callback(walk: Walk, arg: ts.Expression, call: ts.Node): void {
  const at = bare(arg);
  if (isFunctionLiteral(at) || ts.isSpreadElement(at)) return;
  const type = walk.view.checker.getTypeAtLocation(at);
  if (walk.view.typed && type.getCallSignatures().length === 0 && (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) === 0) return;
  if (!walk.view.typed && !ts.isIdentifier(at)) return;
  if (ts.isIdentifier(at) && (/^(?:Boolean|String|Number)$/.test(at.text) || enter(walk, at))) return;
  if (!walk.view.typed && ts.isIdentifier(at)) {
    const declaration = symbolOf(walk.view, at)?.valueDeclaration;
    if (declaration === undefined || !ts.isFunctionDeclaration(declaration)) return;
  }
  if ((type.flags & ts.TypeFlags.Any) !== 0) return;
  walk.effects.push({ kind: 'call', node: call, what: `\`${short(at)}\`` });
}

/** Walks the body of the one function that the name certainly means. */
function enter(walk: Walk, name: ts.Identifier): boolean {
  const declaration = symbolOf(walk.view, name)?.valueDeclaration;
  if (declaration === undefined) return false;
  let fn: ts.Node | null = null;
  if (ts.isFunctionDeclaration(declaration) && declaration.body !== undefined) fn = declaration;
  else if (
    ts.isVariableDeclaration(declaration) &&
    declaration.initializer !== undefined &&
    (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0 &&
    isFunctionLiteral(bare(declaration.initializer))
  )
    fn = bare(declaration.initializer);
  if (fn === null || walk.depth >= MAX_DEPTH) return false;
  if (walk.seen.has(fn)) return true;
  walk.seen.add(fn);
  walk.depth++;
  ts.forEachChild(fn, (child) => visit(walk, child));
  walk.depth--;
  return true;
}
