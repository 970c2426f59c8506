/**
 * Which list is it, and where is it mentioned? A variable of this file, or a private field of a class, which nobody else can name.
 */
import ts from 'typescript';
import type { Ledger } from '../../outcome.ts';
import { assume, refuse } from '../../outcome.ts';
import { isWrittenInClosure } from '../proofs/is-unshared.ts';
import { enclosingFunction, references, symbolOf } from '../proofs/place.ts';
import type { View } from '../proofs/view.ts';
import { nodeAround } from '../proofs/view.ts';

export interface Listed {
  /** As code asks for it: `seen`, `this.seen`. */
  readonly name: string;
  readonly declaration: ts.VariableDeclaration | ts.PropertyDeclaration;
  readonly init: ts.Expression;
  /** Every mention but the declaration: `seen`, or the whole of `this.seen`. */
  readonly mentions: readonly ts.Expression[];
  readonly oneActivation: (at: ts.Node) => boolean;
}

export function listedAt(view: View, ledger: Ledger, span: { readonly start: number; readonly end: number }): Listed {
  const declaration = declarationAt(view, span);
  if (ts.isPropertyDeclaration(declaration)) return field(view, ledger, declaration);
  return variable(view, declaration);
}

function declarationAt(view: View, span: { readonly start: number; readonly end: number }): ts.VariableDeclaration | ts.PropertyDeclaration {
  for (let at: ts.Node = nodeAround(view, span); !ts.isSourceFile(at); at = at.parent) {
    if (ts.isVariableDeclaration(at) || ts.isPropertyDeclaration(at)) return at;
    if (ts.isParameter(at)) refuse('the list is given to the function');
    if (ts.isVariableStatement(at) && at.declarationList.declarations.length === 1 && at.declarationList.declarations[0] !== undefined)
      return at.declarationList.declarations[0];
    if (ts.isVariableDeclarationList(at) && at.declarations.length === 1 && at.declarations[0] !== undefined) return at.declarations[0];
  }
  refuse('the list is not declared where it was');
}

function variable(view: View, declaration: ts.VariableDeclaration): Listed {
  if (!ts.isIdentifier(declaration.name)) refuse('the list is taken out of a pattern');
  const symbol = symbolOf(view, declaration.name) ?? refuse('the list has no name');
  const name = declaration.name.text;
  const init = declaration.initializer ?? refuse(`\`${name}\` has no value at its declaration`);
  const statement = declaration.parent.parent;
  if (!ts.isVariableStatement(statement)) refuse(`\`${name}\` is declared in the head of a loop`);
  if (ts.getJSDocType(declaration) !== undefined) refuse(`\`${name}\` has its type in a comment`);
  if (statement.modifiers?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword))
    refuse(`\`${name}\` is exported, so that other files use it as a list`);
  if (isGlobalScript(view, statement)) refuse(`\`${name}\` is visible to other scripts`);
  // Have: one function, one activation. Nobody else can add.
  const oneActivation = (at: ts.Node): boolean => enclosingFunction(declaration) === enclosingFunction(at) && !isWrittenInClosure(view, symbol);
  return { name, declaration, init, mentions: references(view, symbol).filter((id) => id !== declaration.name), oneActivation };
}

/** In a file without imports and exports, top-level names belong to every script. */
function isGlobalScript(view: View, statement: ts.Node): boolean {
  return !ts.isExternalModule(view.source) && ts.isSourceFile(statement.parent) && !/\brequire\(|\bmodule\.exports\b/.test(view.text);
}

function field(view: View, ledger: Ledger, declaration: ts.PropertyDeclaration): Listed {
  const { name: id } = declaration;
  if (!ts.isIdentifier(id) && !ts.isPrivateIdentifier(id)) refuse('the name of the field is computed');
  const name = id.text;
  const has = (kind: ts.SyntaxKind): boolean => declaration.modifiers?.some((m) => m.kind === kind) === true;
  if (ts.isIdentifier(id) && !has(ts.SyntaxKind.PrivateKeyword)) refuse(`\`${name}\` is not private, so that other code may use it as a list`);
  if (declaration.modifiers?.some(ts.isDecorator)) refuse(`\`${name}\` is decorated, so that other code may use it as a list`);
  if (has(ts.SyntaxKind.StaticKeyword)) refuse(`\`${name}\` is static`);
  if (has(ts.SyntaxKind.AccessorKeyword) || has(ts.SyntaxKind.DeclareKeyword) || has(ts.SyntaxKind.OverrideKeyword))
    refuse(`\`${name}\` is no plain field`);
  if (declaration.questionToken !== undefined) refuse(`\`${name}\` may be undefined`);
  if (ts.getJSDocType(declaration) !== undefined) refuse(`\`${name}\` has its type in a comment`);
  const init = declaration.initializer ?? refuse(`\`${name}\` has no value at its declaration`);
  // Have: `JSON.stringify(inbox)`, `inbox['seen']`: `private` is a wish, `#seen` a wall.
  if (ts.isIdentifier(id)) assume(ledger, `nothing outside of the class reads its private \`${name}\``);
  return { name: `this.${name}`, declaration, init, mentions: fieldMentions(view, declaration, name), oneActivation: () => false };
}

/** Have: `this.seen`. Anything else that may mean the field is another object of the class, or a way around its type. */
function fieldMentions(view: View, declaration: ts.PropertyDeclaration, name: string): ts.Expression[] {
  const found: ts.Expression[] = [];
  const mayBeIt = (node: ts.Node): boolean => {
    const symbol = view.checker.getSymbolAtLocation(node);
    return symbol === undefined || symbol.declarations === undefined || symbol.declarations.includes(declaration);
  };
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    const isName = (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) && node.text === name && node !== declaration.name;
    const isText = ts.isStringLiteralLike(node) && node.text === name;
    if (!isName && !isText) return;
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
      if (!mayBeIt(node)) return;
      if (parent.expression.kind !== ts.SyntaxKind.ThisKeyword || view.checker.getSymbolAtLocation(node) === undefined)
        refuse(`\`${name}\` may be used as a list: \`${parent.getText(view.source)}\``);
      found.push(parent);
      return;
    }
    const isAround =
      (ts.isElementAccessExpression(parent) && parent.argumentExpression === node) ||
      (ts.isBindingElement(parent) && (parent.propertyName ?? parent.name) === node && ts.isObjectBindingPattern(parent.parent)) ||
      (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InKeyword) ||
      ts.isIndexedAccessTypeNode(parent.parent);
    if (isAround && (isText || mayTakeField(view, parent, declaration)))
      refuse(`\`${name}\` may be used as a list: \`${parent.getText(view.source)}\``);
  };
  visit(view.source);
  return found.sort((a, b) => a.pos - b.pos);
}

/** Have: `const { seen } = this` */
function mayTakeField(view: View, element: ts.Node, declaration: ts.PropertyDeclaration): boolean {
  if (!ts.isBindingElement(element)) return true;
  const type = view.checker.getTypeAtLocation(element.parent);
  const property = type.getProperty(declaration.name.getText(view.source));
  if (property !== undefined) return property.declarations?.includes(declaration) ?? true;
  return (type.flags & ts.TypeFlags.Any) !== 0;
}
