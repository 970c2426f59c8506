/**
 * What does an expression name? A place is a binding or `this`, and properties below it: `banned`, `this.banned`, `config.lists.banned`.
 */
import ts from 'typescript';
import type { View } from './view.ts';
import { bare, isInside } from './view.ts';

export interface Place {
  readonly root: ts.Symbol | 'this';
  readonly path: readonly string[];
  readonly node: ts.Expression;
}

/** The symbol that an identifier reads or writes, imports followed to what they name. */
export function symbolOf(view: View, id: ts.Identifier): ts.Symbol | null {
  const { checker } = view;
  const parent = id.parent;
  let symbol: ts.Symbol | undefined;
  if (ts.isShorthandPropertyAssignment(parent) && parent.name === id) symbol = checker.getShorthandAssignmentValueSymbol(parent);
  else if (ts.isExportSpecifier(parent)) symbol = checker.getExportSpecifierLocalTargetSymbol(parent);
  else symbol = checker.getSymbolAtLocation(id);
  if (symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0) {
    const target = checker.getAliasedSymbol(symbol);
    if ((target.flags & ts.SymbolFlags.Value) !== 0 && target.declarations !== undefined) return target;
  }
  return symbol ?? null;
}

export function placeOf(view: View, expression: ts.Expression): Place | null {
  const path: string[] = [];
  let at = bare(expression);
  while (ts.isPropertyAccessExpression(at) && at.questionDotToken === undefined) {
    path.unshift(at.name.text);
    at = bare(at.expression);
  }
  if (at.kind === ts.SyntaxKind.ThisKeyword) return { root: 'this', path, node: expression };
  if (!ts.isIdentifier(at)) return null;
  const root = symbolOf(view, at);
  return root === null ? null : { root, path, node: expression };
}

/** The same place by its oldest name: `banned` for `audit` after `const audit = banned`, `state.known` after `const { known } = state`. */
export function originOf(view: View, place: Place): Place {
  const from = place.root === 'this' ? null : boundTo(view, place.root);
  return from === null ? place : originOf(view, { ...from, path: [...from.path, ...place.path] });
}

function boundTo(view: View, symbol: ts.Symbol): Place | null {
  const declaration = symbol.valueDeclaration;
  if (declaration === undefined || symbol.declarations?.length !== 1) return null;
  const isElement = ts.isBindingElement(declaration) && declaration.dotDotDotToken === undefined && declaration.initializer === undefined;
  const variable = isElement ? declaration.parent.parent : declaration;
  if (!ts.isVariableDeclaration(variable) || variable.initializer === undefined) return null;
  if ((ts.getCombinedNodeFlags(variable) & ts.NodeFlags.Const) === 0) return null;
  const whole = placeOf(view, variable.initializer);
  if (whole === null || !isElement) return whole;
  const name = declaration.propertyName ?? declaration.name;
  return ts.isObjectBindingPattern(declaration.parent) && ts.isIdentifier(name) ? { ...whole, path: [...whole.path, name.text] } : null;
}

export function samePlace(a: Place, b: Place): boolean {
  return a.root === b.root && a.path.length === b.path.length && a.path.every((name, i) => name === b.path[i]);
}

const referenceCache = new WeakMap<ts.SourceFile, Map<string, ts.Identifier[]>>();

/** Every mention of the symbol in this file, its declarations included. */
export function references(view: View, symbol: ts.Symbol): readonly ts.Identifier[] {
  let byName = referenceCache.get(view.source);
  if (byName === undefined) {
    byName = new Map();
    const all = byName;
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node)) {
        const group = all.get(node.text);
        if (group) group.push(node);
        else all.set(node.text, [node]);
      }
      ts.forEachChild(node, visit);
    };
    visit(view.source);
    referenceCache.set(view.source, byName);
  }
  return (byName.get(symbol.name) ?? []).filter((id) => symbolOf(view, id) === symbol);
}

export function declarationName(declaration: ts.Declaration): ts.Node {
  return ts.getNameOfDeclaration(declaration) ?? declaration;
}

/** The node whose text is the scope of a declaration. */
export function scopeOf(declaration: ts.Node): ts.Node {
  if (ts.isParameter(declaration)) return declaration.parent;
  for (let at = declaration.parent; at !== undefined; at = at.parent) {
    if (
      ts.isSourceFile(at) ||
      ts.isBlock(at) ||
      ts.isModuleBlock(at) ||
      ts.isCaseBlock(at) ||
      ts.isFunctionLike(at) ||
      ts.isIterationStatement(at, false) ||
      ts.isCatchClause(at)
    )
      return at;
  }
  return declaration.getSourceFile();
}

/** May a statement just before `anchor` read the symbol and find the value that code inside `anchor` finds? */
export function isVisibleBefore(symbol: ts.Symbol, anchor: ts.Node): boolean {
  const declarations = symbol.declarations ?? [];
  if (declarations.length === 0) return false;
  return declarations.every((declaration) => {
    if (declaration.getSourceFile() !== anchor.getSourceFile()) return true;
    const scope = scopeOf(declaration);
    if (!isInside(anchor.parent, scope) && !(ts.isFunctionLike(scope) && isInside(anchor, scope))) return false;
    if (
      ts.isFunctionDeclaration(declaration) ||
      ts.isParameter(declaration) ||
      ts.isImportSpecifier(declaration) ||
      ts.isImportClause(declaration) ||
      ts.isNamespaceImport(declaration)
    )
      return true;
    if (declaration.end <= anchor.getStart()) return true;
    // Declared later in an outer function or the module: it has its value by the time this function runs.
    const owner = enclosingFunction(declaration);
    return owner !== enclosingFunction(anchor) && !isInside(anchor, declaration);
  });
}

export function enclosingFunction(node: ts.Node): ts.Node | null {
  for (let at: ts.Node | undefined = node.parent; at !== undefined; at = at.parent)
    if (ts.isFunctionLike(at) || ts.isClassStaticBlockDeclaration(at)) return at;
  return null;
}

/** Identifiers that an expression reads, without property names. */
export function freeReads(node: ts.Node): ts.Identifier[] {
  const found: ts.Identifier[] = [];
  const visit = (at: ts.Node): void => {
    if (ts.isIdentifier(at)) {
      const parent = at.parent;
      const isName = (ts.isPropertyAccessExpression(parent) && parent.name === at) || (ts.isPropertyAssignment(parent) && parent.name === at);
      if (!isName) found.push(at);
    }
    ts.forEachChild(at, visit);
  };
  visit(node);
  return found;
}

export function usesThis(node: ts.Node): boolean {
  let found = false;
  const visit = (at: ts.Node): void => {
    if (at.kind === ts.SyntaxKind.ThisKeyword || at.kind === ts.SyntaxKind.SuperKeyword || (ts.isIdentifier(at) && at.text === 'arguments'))
      found = true;
    else ts.forEachChild(at, visit);
  };
  visit(node);
  return found;
}
