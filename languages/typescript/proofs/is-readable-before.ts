/**
 * Does an expression from inside the loop mean the same just before it? Everything that it reads must be there already, and
 * a check that it is not null must not stand inside the loop, out of reach of the new statement.
 */
import ts from 'typescript';
import type { Ledger } from '../../outcome.ts';
import { assume, refuse } from '../../outcome.ts';
import type { Source } from '../edits/indexed-source.ts';
import { isNonNull, isNullable } from './element-kind.ts';
import { isNeverReassigned } from './is-unshared.ts';
import { enclosingFunction, freeReads, isVisibleBefore, references, symbolOf, usesThis } from './place.ts';
import type { View } from './view.ts';
import { bare, dressed, isInside } from './view.ts';

/** Have: `u[field]` of `(u) => u[field] === key`: `field` must exist before the loop, and never change. */
export function readsSteadily(view: View, expression: ts.Expression, parameter: ts.Node, anchor: ts.Node): void {
  if (usesThis(expression)) refuse('the compared part of an element depends on `this`');
  for (const id of freeReads(expression)) {
    const symbol = symbolOf(view, id);
    if (symbol === null) continue;
    if (isInside(symbol.valueDeclaration ?? view.source, parameter)) continue;
    if (!isVisibleBefore(symbol, anchor) || !isNeverReassigned(view, symbol))
      refuse(`the compared part of an element depends on \`${id.text}\`, which may differ`);
  }
}

/**
 * Have: `file.meta.id` in the callback of a search. The index reads it of every element, the loop perhaps of none, and a `meta` that the types
 * promise may be missing in what came from outside, or in the half-made object of a test.
 */
export function isThereInAll(view: View, ledger: Ledger, side: ts.Expression): void {
  const visit = (node: ts.Node): void => {
    if ((ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) && (node.flags & ts.NodeFlags.OptionalChain) === 0) {
      const owner = bare(node.expression);
      const isMember = ts.isPropertyAccessExpression(owner) || ts.isElementAccessExpression(owner);
      if (isMember && !isDeclaredThing(view, owner)) assume(ledger, `\`${owner.getText(view.source)}\` is never missing`);
    }
    ts.forEachChild(node, visit);
  };
  visit(side);
}

/** Have: `Kinds.Color` of `Kinds.Color.Red`: there since the program began. */
function isDeclaredThing(view: View, node: ts.Expression): boolean {
  const symbol = view.checker.getSymbolAtLocation(ts.isPropertyAccessExpression(node) ? node.name : node);
  const things = ts.SymbolFlags.Enum | ts.SymbolFlags.ValueModule | ts.SymbolFlags.NamespaceModule | ts.SymbolFlags.Class | ts.SymbolFlags.Alias;
  return symbol !== undefined && (symbol.flags & things) !== 0;
}

/**
 * The list is not null before the loop. Its declared type may allow null if the check stands before the loop; it does if
 * nothing inside the loop mentions the variable but the search itself. `new Set(null)` is fine, so the list itself may be missing there.
 * `list!` is no check: where the loop never comes to it, or in a `try`, nobody would have noticed.
 */
export function isThereBefore(
  view: View,
  ledger: Ledger,
  source: Source,
  region: readonly ts.Node[],
  list: ts.Expression,
  mayBeMissing = false,
): void {
  if (source.place === null) return;
  if (mayBeTooEarly(view, source.place.root, list)) assume(ledger, `${source.name} has its value when the loop begins`);
  const typesTell = view.typed && view.strict;
  let at: ts.Expression = bare(source.node);
  let isLast = true;
  while (true) {
    const name = ts.isPropertyAccessExpression(at) ? at.name : ts.isIdentifier(at) ? at : null;
    const symbol = name === null ? undefined : view.checker.getSymbolAtLocation(name);
    if (name !== null && !typesTell && !(isLast && mayBeMissing) && isTested(region, list, name.text))
      refuse(`${source.name} may be null or undefined before the loop`);
    if (
      typesTell &&
      symbol !== undefined &&
      !(isLast && mayBeMissing) &&
      !isNonNull(view, view.checker.getTypeOfSymbol(symbol)) &&
      isMentioned(view, region, list, name?.text ?? '')
    )
      refuse(`${source.name} may be null or undefined before the loop`);
    if (typesTell && isNullable(view, view.checker.getTypeAtLocation(at)) && !(isLast && isOptional(list)))
      assume(ledger, `\`${at.getText(view.source)}\` is never null or undefined`);
    if (!ts.isPropertyAccessExpression(at)) return;
    isLast = false;
    at = bare(at.expression);
  }
}

/** Have: a function that is called above the `const` that it searches. It fails only where its loop comes to the search. */
function mayBeTooEarly(view: View, root: ts.Symbol | 'this', list: ts.Expression): boolean {
  const declaration = root === 'this' ? undefined : root.valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration) || declaration.getSourceFile() !== list.getSourceFile()) return false;
  const home = enclosingFunction(declaration);
  if (home === null) return false;
  if (declaration.pos > list.end) return true;
  let fn = enclosingFunction(list);
  while (fn !== null && fn !== home && enclosingFunction(fn) !== home) fn = enclosingFunction(fn);
  if (fn === null || !ts.isFunctionDeclaration(fn) || fn === home || fn.name === undefined) return false;
  const symbol = symbolOf(view, fn.name);
  return symbol !== null && references(view, symbol).some((id) => id.end <= declaration.pos);
}

/** `list` of `list?.includes(x)` */
function isOptional(list: ts.Expression): boolean {
  const { parent } = list;
  return ts.isPropertyAccessExpression(parent) && parent.expression === list && parent.questionDotToken !== undefined;
}

/** With strictNullChecks the types prove what may be null; without, the reader must know. */
export function nullsAreChecked(view: View, ledger: Ledger): void {
  if (view.typed && !view.strict) assume(ledger, 'nothing here is null or undefined, which strictNullChecks would prove');
}

/** The region names it once more than the search does: perhaps to check it. */
export function isMentioned(view: View, region: readonly ts.Node[], list: ts.Expression, name: string): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if (node === list) return;
    if (ts.isIdentifier(node) && node.text === name) found = true;
    else ts.forEachChild(node, visit);
  };
  for (const node of region) visit(node);
  return found || region.length === 0 || view.source.isDeclarationFile;
}

/** Where no type says what may be missing, the code does: `if (list)`, `list?.length`, `list && …`, `list !== null`. */
export function isTested(region: readonly ts.Node[], list: ts.Expression, name: string): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if (node === list) return;
    if (ts.isIdentifier(node) && node.text === name) {
      const isMember = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
      if (asksWhetherThere(isMember ? node.parent : node)) found = true;
    }
    ts.forEachChild(node, visit);
  };
  for (const node of region) visit(node);
  return found;
}

function asksWhetherThere(node: ts.Node): boolean {
  const at = dressed(node);
  const { parent } = at;
  if (ts.isCallExpression(parent) && parent.expression !== at) return /\bisArray$/.test(parent.expression.getText());
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent) || ts.isCallExpression(parent))
    return parent.questionDotToken !== undefined && parent.expression === at;
  if (ts.isIfStatement(parent) || ts.isConditionalExpression(parent)) return (ts.isIfStatement(parent) ? parent.expression : parent.condition) === at;
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken;
  if (ts.isTypeOfExpression(parent)) return true;
  if (!ts.isBinaryExpression(parent)) return false;
  const operator = parent.operatorToken.getText();
  if (/^(?:&&|\|\||\?\?)$/.test(operator)) return parent.left === at;
  const other = parent.left === at ? parent.right : parent.left;
  return /^[=!]==?$/.test(operator) && (other.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(other) && other.text === 'undefined'));
}
