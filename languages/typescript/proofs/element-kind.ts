/**
 * What kinds of values can this be, as far as the type checker knows? The questions that decide between `===`, SameValueZero and a Map's key.
 */
import ts from 'typescript';
import type { View } from './view.ts';
import { bare } from './view.ts';

export type Answer = 'yes' | 'no' | 'unknown';

const SIMPLE: readonly (readonly [ts.TypeFlags, string])[] = [
  [ts.TypeFlags.StringLike, 'string'],
  [ts.TypeFlags.NumberLike, 'number'],
  [ts.TypeFlags.BigIntLike, 'bigint'],
  [ts.TypeFlags.BooleanLike, 'boolean'],
  [ts.TypeFlags.ESSymbolLike, 'symbol'],
  [ts.TypeFlags.Undefined | ts.TypeFlags.Void, 'undefined'],
  [ts.TypeFlags.Null, 'null'],
];

/** Constituents of a union, type parameters replaced by what they extend. */
export function partsOf(view: View, type: ts.Type): readonly ts.Type[] {
  if (type.isUnion()) return type.types.flatMap((part) => partsOf(view, part));
  if ((type.flags & ts.TypeFlags.Instantiable) !== 0) {
    const constraint = view.checker.getBaseConstraintOfType(type);
    return constraint === undefined || constraint === type ? [type] : partsOf(view, constraint);
  }
  return [type];
}

export function isOpen(type: ts.Type): boolean {
  return (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Instantiable)) !== 0;
}

/** Is it an array or tuple in every case? */
export function isList(view: View, type: ts.Type): Answer {
  if (!view.typed) return 'unknown';
  const parts = partsOf(view, view.checker.getNonNullableType(type));
  if (parts.length === 0 || parts.some(isOpen)) return 'unknown';
  return parts.every((part) => view.checker.isArrayType(part) || view.checker.isTupleType(part)) ? 'yes' : 'no';
}

export function elementOf(view: View, list: ts.Type): ts.Type | null {
  return view.checker.getIndexTypeOfType(view.checker.getNonNullableType(list), ts.IndexKind.Number) ?? null;
}

/**
 * Never null or undefined. Without strictNullChecks no type says so; then the answer is what the type would say with them,
 * and the writer must record the one assumption that nothing is null (`nullsAreChecked`).
 */
export function isNonNull(view: View, type: ts.Type): boolean {
  if (!view.typed) return false;
  return partsOf(view, type).every((part) => !isOpen(part) && (part.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Void)) === 0);
}

/** The type says so itself: null or undefined is one of its parts. */
export function isNullable(view: View, type: ts.Type): boolean {
  return partsOf(view, type).some((part) => (part.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Void)) !== 0);
}

export function mayBeUndefined(view: View, type: ts.Type): boolean {
  if (!view.typed) return true;
  return partsOf(view, type).some((part) => isOpen(part) || (part.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)) !== 0);
}

export function mayBeNaN(view: View, type: ts.Type): boolean {
  if (!view.typed) return true;
  return partsOf(view, type).some((part) => isOpen(part) || (part.flags & ts.TypeFlags.Number) !== 0);
}

/** Names of the primitives that the type consists of, or null when something else is among them. */
export function primitivesOf(view: View, type: ts.Type): string[] | null {
  if (!view.typed) return null;
  const names = new Set<string>();
  for (const part of partsOf(view, type)) {
    const name = SIMPLE.find(([flag]) => (part.flags & flag) !== 0)?.[1];
    if (name === undefined) return null;
    names.add(name);
  }
  return names.size === 0 ? null : SIMPLE.map(([, name]) => name).filter((name) => names.has(name));
}

/** No value can have both types: one is all primitives of kinds that the other lacks. */
export function areDisjoint(view: View, a: ts.Type, b: ts.Type): boolean {
  const mine = primitivesOf(view, a);
  const theirs = primitivesOf(view, b);
  if (mine !== null && theirs !== null) return !mine.some((name) => theirs.includes(name));
  const other = mine === null ? a : b;
  return (mine !== null || theirs !== null) && partsOf(view, other).every((part) => (part.flags & ts.TypeFlags.Object) !== 0);
}

/** Is the expression's value certainly not NaN, whatever its type says? */
export function isNeverNaN(view: View, expression: ts.Expression): boolean {
  const at = bare(expression);
  if (!mayBeNaN(view, view.checker.getTypeAtLocation(at))) return true;
  if (ts.isPropertyAccessExpression(at) && (at.name.text === 'length' || at.name.text === 'size')) {
    const symbol = view.checker.getSymbolAtLocation(at.name);
    return symbol?.declarations?.some((d) => view.program.isSourceFileDefaultLibrary(d.getSourceFile())) ?? false;
  }
  return ts.isIdentifier(at) && isCounter(view, at);
}

/** `i` of `for (let i = 0; …; i++)`, changed nowhere else. */
function isCounter(view: View, id: ts.Identifier): boolean {
  const declaration = view.checker.getSymbolAtLocation(id)?.valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration) || !ts.isForStatement(declaration.parent.parent)) return false;
  if (declaration.initializer === undefined || !ts.isNumericLiteral(declaration.initializer)) return false;
  const loop = declaration.parent.parent;
  let writes = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === id.text && node !== declaration.name) {
      const parent = node.parent;
      if (
        (ts.isPostfixUnaryExpression(parent) || ts.isPrefixUnaryExpression(parent)) &&
        parent !== loop.incrementor &&
        parent.operator >= ts.SyntaxKind.PlusPlusToken &&
        parent.operator <= ts.SyntaxKind.MinusMinusToken
      )
        writes++;
      if (
        ts.isBinaryExpression(parent) &&
        parent.left === node &&
        parent.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
        parent.operatorToken.kind <= ts.SyntaxKind.LastAssignment
      )
        writes++;
    }
    ts.forEachChild(node, visit);
  };
  visit(loop);
  const step = loop.incrementor;
  return writes === 0 && step !== undefined && (ts.isPostfixUnaryExpression(step) || ts.isPrefixUnaryExpression(step));
}

/**
 * How to write the type at `anchor`, or null when it cannot be named there. Literals are widened: `'a' | 'b'` is `string`.
 */
export function typeText(view: View, type: ts.Type, anchor: ts.Node): string | null {
  if (!view.typed) return null;
  const primitives = primitivesOf(view, type);
  if (primitives !== null && (type.flags & ts.TypeFlags.Instantiable) === 0) return primitives.join(' | ');
  if (type.isUnion() && type.aliasSymbol === undefined) {
    const parts = type.types.map((part) => typeText(view, part, anchor));
    return parts.every((part) => part !== null) ? [...new Set(parts)].join(' | ') : null;
  }
  const symbol = type.aliasSymbol ?? type.getSymbol();
  if (symbol === undefined) return null;
  const inScope = view.checker
    .getSymbolsInScope(anchor, ts.SymbolFlags.Type | ts.SymbolFlags.Alias)
    .find((candidate) => candidate.name === symbol.name);
  if (inScope === undefined) return null;
  const meant = (inScope.flags & ts.SymbolFlags.Alias) !== 0 ? view.checker.getAliasedSymbol(inScope) : inScope;
  if (meant !== symbol) return null;
  const args = type.aliasSymbol !== undefined ? (type.aliasTypeArguments ?? []) : typeArguments(view, type);
  const texts = args.map((arg) => typeText(view, arg, anchor));
  if (!texts.every((text) => text !== null)) return null;
  // `Foo<string>` with a widened literal argument would be another type.
  if (args.some((arg) => primitivesOf(view, arg) !== null && (arg.flags & (ts.TypeFlags.Literal | ts.TypeFlags.Union)) !== 0)) return null;
  return texts.length === 0 ? symbol.name : `${symbol.name}<${texts.join(', ')}>`;
}

function typeArguments(view: View, type: ts.Type): readonly ts.Type[] {
  const reference = type as ts.TypeReference;
  if ((type.flags & ts.TypeFlags.Object) === 0 || reference.target === undefined) return [];
  return view.checker.getTypeArguments(reference).slice(0, reference.target.typeParameters?.length ?? 0);
}

/** The language's own class of this name is what the name means at `anchor`. */
export function isGlobal(view: View, name: string, anchor: ts.Node): Answer {
  const symbol = view.checker.getSymbolsInScope(anchor, ts.SymbolFlags.Value).find((candidate) => candidate.name === name);
  if (symbol === undefined) return view.typed ? 'no' : 'unknown';
  const own = symbol.declarations?.some((d) => view.program.isSourceFileDefaultLibrary(d.getSourceFile())) ?? false;
  return own ? 'yes' : 'no';
}
