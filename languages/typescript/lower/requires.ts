/** Imports that are written as calls: `require('x')` and `await import('x')`. */
import ts from 'typescript';
import { type Lowering, resolveName, spanOf, unwrap } from './state.ts';

/** `const fs = require('fs')`, `const { readFile } = require('fs')`, `require('fs').promises`, `await import('x')`. */
export function requireImport(state: Lowering, initializer: ts.Expression, name: ts.Identifier, imported: string): void {
  let node = unwrap(initializer);
  if (ts.isAwaitExpression(node)) node = unwrap(node.expression);
  let member = imported;
  if (ts.isPropertyAccessExpression(node) && imported === '*') {
    member = node.name.text;
    node = unwrap(node.expression);
  }
  if (!ts.isCallExpression(node)) return;
  const specifier = node.arguments[0];
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require';
  if ((!isRequire && node.expression.kind !== ts.SyntaxKind.ImportKeyword) || !specifier || !ts.isStringLiteralLike(specifier)) return;
  const local = resolveName(state, name.text, name);
  state.imports.push({ local, specifier: specifier.text, imported: member, typeOnly: false, span: spanOf(state, initializer) });
}
