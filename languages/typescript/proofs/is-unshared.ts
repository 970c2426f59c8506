/**
 * Can anyone but this function reach the value? A list made here, bound once, and never stored, passed on or handed out
 * before a given moment cannot be changed by code that we do not see.
 */
import ts from 'typescript';
import { builtinOf, isHarmless, LIST_READERS, LIST_WRITERS, MAKE_LIST, RETURN_THIS, runsNow } from './builtin.ts';
import { enclosingFunction, references } from './place.ts';
import type { View } from './view.ts';
import { bare, dressed, isInside } from './view.ts';

/** The expression makes a list or object that nobody else has. */
export function isFresh(view: View, expression: ts.Expression): boolean {
  const at = bare(expression);
  if (ts.isArrayLiteralExpression(at) || ts.isObjectLiteralExpression(at)) return true;
  if (ts.isNewExpression(at))
    return (
      builtinOf(view, at) !== null ||
      (!view.typed && ts.isIdentifier(at.expression) && /^(?:Array|Map|Set|WeakMap|WeakSet)$/.test(at.expression.text))
    );
  if (!ts.isCallExpression(at)) return false;
  const builtin = builtinOf(view, at);
  if (builtin === null) return false;
  if (builtin.owner === 'Array') return MAKE_LIST.has(builtin.member);
  if (builtin.owner === 'ArrayConstructor') return builtin.member === 'from' || builtin.member === 'of' || builtin.member === 'call';
  if (builtin.owner === 'ObjectConstructor') return /^(?:keys|values|entries|getOwnPropertyNames|fromEntries)$/.test(builtin.member);
  return (builtin.owner === 'String' && builtin.member === 'split') || (builtin.owner === 'global' && builtin.member === 'structuredClone');
}

/** Bound by a plain declaration, to a fresh value each time it is assigned. */
export function isFreshVariable(view: View, symbol: ts.Symbol): boolean {
  const declaration = symbol.valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration) || symbol.declarations?.length !== 1) return false;
  if (declaration.getSourceFile() !== view.source)
    return (
      declaration.initializer !== undefined &&
      (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0 &&
      isFresh(view, declaration.initializer)
    );
  if (!ts.isIdentifier(declaration.name) || declaration.initializer === undefined || !isFresh(view, declaration.initializer)) return false;
  return references(view, symbol).every((id) => {
    const target = dressed(id);
    const parent = target.parent;
    if (!isAssigned(id)) return true;
    return (
      ts.isBinaryExpression(parent) &&
      parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      parent.left === target &&
      isFresh(view, parent.right)
    );
  });
}

/** The mention is the target of an assignment (its declaration is not). */
export function isAssigned(id: ts.Identifier): boolean {
  let at: ts.Node = dressed(id);
  let parent = at.parent;
  if (ts.isShorthandPropertyAssignment(parent) && parent.name === at) {
    at = parent;
    parent = at.parent;
  }
  while (
    ts.isArrayLiteralExpression(parent) ||
    ts.isObjectLiteralExpression(parent) ||
    ts.isSpreadElement(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isSpreadAssignment(parent)
  ) {
    if (ts.isPropertyAssignment(parent) && parent.initializer !== at) return false;
    at = parent;
    parent = at.parent;
  }
  if (ts.isBinaryExpression(parent))
    return (
      parent.left === at && parent.operatorToken.kind >= ts.SyntaxKind.FirstAssignment && parent.operatorToken.kind <= ts.SyntaxKind.LastAssignment
    );
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent))
    return parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken;
  return (ts.isForOfStatement(parent) || ts.isForInStatement(parent)) && parent.initializer === at;
}

/** Given a value once, and never again. */
export function isNeverReassigned(view: View, symbol: ts.Symbol): boolean {
  const declarations = symbol.declarations ?? [];
  if (declarations.some((d) => ts.isVariableDeclaration(d) && (ts.getCombinedNodeFlags(d) & ts.NodeFlags.Const) !== 0)) return true;
  if (declarations.some((d) => d.getSourceFile() !== view.source)) return false;
  return declarations.length > 0 && !references(view, symbol).some(isAssigned);
}

export type ListUse = 'declaration' | 'read' | 'write' | 'assign' | 'return' | 'type' | 'escape';

/** What one mention of a list does with it. */
export function useOf(view: View, id: ts.Identifier): ListUse {
  const at = dressed(id);
  const parent = at.parent;
  if ((ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isBindingElement(parent)) && parent.name === id) return 'declaration';
  if (isAssigned(id)) return 'assign';
  if (ts.isTypeQueryNode(parent)) return 'type';
  if (ts.isPropertyAccessExpression(parent) && parent.expression === at) return memberUse(view, parent);
  if (ts.isElementAccessExpression(parent) && parent.expression === at) return isTarget(parent) ? 'write' : 'read';
  if ((ts.isForOfStatement(parent) || ts.isForInStatement(parent)) && parent.expression === at) return 'read';
  if (ts.isSpreadElement(parent) || ts.isTemplateSpan(parent) || ts.isTypeOfExpression(parent)) return 'read';
  if (ts.isPrefixUnaryExpression(parent) || ts.isIfStatement(parent) || (ts.isConditionalExpression(parent) && parent.condition === at))
    return 'read';
  if (ts.isBinaryExpression(parent) && /^[!=]==?$/.test(parent.operatorToken.getText())) return 'read';
  if (ts.isReturnStatement(parent)) return 'return';
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
    const builtin = builtinOf(view, parent);
    const copies =
      builtin !== null &&
      isHarmless(builtin) &&
      /^(?:SetConstructor|MapConstructor|ArrayConstructor|JSON|Math|Console|StringConstructor)$/.test(builtin.owner);
    const keys = builtin !== null && builtin.owner === 'ObjectConstructor' && /^(?:keys|values|entries)$/.test(builtin.member);
    return (copies && parent.arguments?.length === 1) || keys || (copies && builtin.owner === 'Console') ? 'read' : 'escape';
  }
  return 'escape';
}

function isTarget(node: ts.Node): boolean {
  const at = dressed(node);
  const parent = at.parent;
  if (ts.isBinaryExpression(parent))
    return (
      parent.left === at && parent.operatorToken.kind >= ts.SyntaxKind.FirstAssignment && parent.operatorToken.kind <= ts.SyntaxKind.LastAssignment
    );
  return (
    ts.isDeleteExpression(parent) ||
    ts.isPostfixUnaryExpression(parent) ||
    (ts.isPrefixUnaryExpression(parent) && parent.operator !== ts.SyntaxKind.ExclamationToken)
  );
}

function memberUse(view: View, access: ts.PropertyAccessExpression): ListUse {
  const outer = dressed(access);
  const call = outer.parent;
  if (!ts.isCallExpression(call) || call.expression !== outer) {
    if (access.name.text !== 'length') return 'escape';
    return isTarget(access) ? 'write' : 'read';
  }
  const builtin = builtinOf(view, call);
  if (builtin === null || builtin.owner !== 'Array') return 'escape';
  if (LIST_WRITERS.has(builtin.member))
    return RETURN_THIS.has(builtin.member) && !ts.isExpressionStatement(dressed(call).parent) ? 'escape' : 'write';
  if (!LIST_READERS.has(builtin.member)) return 'escape';
  // The third argument of a callback (fourth of reduce) is the list itself.
  const room = builtin.member === 'reduce' || builtin.member === 'reduceRight' ? 3 : 2;
  const kept = call.arguments.some((arg) => {
    const fn = bare(arg);
    if (ts.isArrowFunction(fn) || ts.isFunctionExpression(fn))
      return fn.parameters.length > room || fn.parameters.some((p) => p.dotDotDotToken !== undefined) || /\barguments\b/.test(fn.getText());
    if (ts.isIdentifier(fn) && /^(?:Boolean|String|Number)$/.test(fn.text)) return false;
    return view.checker.getTypeAtLocation(fn).getCallSignatures().length > 0;
  });
  return kept ? 'escape' : 'read';
}

/**
 * Until `region` has run, nobody else can reach the list. Handing it out afterwards is fine, unless a loop or closure brings us back.
 */
export function isUnsharedUntil(view: View, symbol: ts.Symbol, region: ts.Node): boolean {
  if (!isFreshVariable(view, symbol)) return false;
  const declaration = symbol.valueDeclaration;
  if (declaration === undefined || declaration.getSourceFile() !== view.source) return false;
  const home = enclosingFunction(declaration);
  if (ts.isVariableStatement(declaration.parent.parent) && declaration.parent.parent.modifiers?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword))
    return false;
  return references(view, symbol).every((id) => {
    const use = useOf(view, id);
    if (use !== 'escape' && use !== 'return') return true;
    if (enclosingFunction(id) !== home) return false;
    if (use === 'return') return true;
    return id.getStart() >= region.end && !sharesLoop(id, region, declaration);
  });
}

/** A loop inside the variable's life contains both, so “later” may come before. */
function sharesLoop(a: ts.Node, b: ts.Node, declaration: ts.Node): boolean {
  for (let at: ts.Node | undefined = a.parent; at !== undefined; at = at.parent) {
    if (isInside(declaration, at)) return false;
    if (isInside(b, at) && (ts.isIterationStatement(at, false) || ts.isFunctionLike(at))) return true;
  }
  return false;
}

/** Every function between the mention and `home` is run where it stands, so that no one else can call it. */
export function runsInline(view: View, node: ts.Node, home: ts.Node | null): boolean {
  for (let fn = enclosingFunction(node); fn !== home; fn = enclosingFunction(fn)) {
    if (fn === null || !(ts.isArrowFunction(fn) || ts.isFunctionExpression(fn))) return false;
    if (fn.asteriskToken !== undefined || fn.modifiers?.some((m) => m.kind === ts.SyntaxKind.AsyncKeyword)) return false;
    if (!runsNow(view, fn)) return false;
  }
  return true;
}

/** Some nested function writes to the list, so that a call may do so. */
export function isWrittenInClosure(view: View, symbol: ts.Symbol): boolean {
  const declaration = symbol.valueDeclaration;
  const home = declaration === undefined ? null : enclosingFunction(declaration);
  return references(view, symbol).some((id) => {
    const use = useOf(view, id);
    return (use === 'write' || use === 'assign') && !runsInline(view, id, home);
  });
}

/** Nobody writes to it from `position` on, or at a time that we cannot order. */
export function isNeverWrittenAfter(view: View, symbol: ts.Symbol, position: ts.Node): boolean {
  const declaration = symbol.valueDeclaration;
  if (declaration === undefined) return false;
  const home = enclosingFunction(declaration);
  return references(view, symbol).every((id) => {
    const use = useOf(view, id);
    if (use === 'declaration' || use === 'read' || use === 'type') return true;
    if (use === 'write' || use === 'assign')
      return id.end <= position.getStart() && enclosingFunction(id) === home && !sharesLoop(id, position, declaration);
    return false;
  });
}
