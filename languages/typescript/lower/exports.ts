/** What a file offers to others: ES modules, CommonJS, and TypeScript's own forms. */
import ts from 'typescript';
import type { Export } from '../../../model/file.ts';
import { boundNames, hasModifier } from './scopes.ts';
import { type Lowering, resolveName, spanOf, unwrap } from './state.ts';
import { functionValue, valueOf } from './values.ts';

function add(state: Lowering, node: ts.Node, name: string, rest: Partial<Export>): void {
  const entry: Export = { name, span: spanOf(state, node), binding: null, value: null, from: null, imported: null, ...rest };
  state.exports.push(entry);
  const binding = entry.binding === null ? undefined : state.bindings[entry.binding];
  if (binding) binding.exported = true;
}

/** `export const`, `export function`, `export class`, `export default function`. */
export function lowerDeclaredExports(state: Lowering): void {
  for (const statement of state.file.statements) {
    if (!hasModifier(statement, ts.SyntaxKind.ExportKeyword)) continue;
    const isDefault = hasModifier(statement, ts.SyntaxKind.DefaultKeyword);
    if (ts.isVariableStatement(statement)) {
      for (const d of statement.declarationList.declarations)
        for (const { name } of boundNames(d.name)) add(state, name, name.text, { binding: resolveName(state, name.text, statement) });
    } else if (
      (ts.isFunctionDeclaration(statement) ||
        ts.isClassDeclaration(statement) ||
        ts.isEnumDeclaration(statement) ||
        ts.isTypeAliasDeclaration(statement) ||
        ts.isInterfaceDeclaration(statement)) &&
      statement.name
    ) {
      add(state, statement.name, isDefault ? 'default' : statement.name.text, { binding: resolveName(state, statement.name.text, statement) });
    } else if (ts.isFunctionDeclaration(statement) && isDefault) {
      add(state, statement, 'default', { value: functionValue(state, statement) });
    }
  }
}

export function lowerExport(state: Lowering, node: ts.Node): void {
  if (ts.isExportAssignment(node)) {
    const inner = unwrap(node.expression);
    add(
      state,
      node,
      node.isExportEquals ? '=' : 'default',
      ts.isIdentifier(inner) ? { binding: resolveName(state, inner.text, inner) } : { value: valueOf(state, node.expression) },
    );
  } else if (ts.isExportDeclaration(node)) lowerExportList(state, node);
  else if (ts.isBinaryExpression(node)) lowerCommonJs(state, node);
}

function lowerExportList(state: Lowering, node: ts.ExportDeclaration): void {
  const from = node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : null;
  const clause = node.exportClause;
  if (!clause) add(state, node, '*', { from, imported: '*' });
  else if (ts.isNamespaceExport(clause)) add(state, node, clause.name.text, { from, imported: '*' });
  else {
    for (const e of clause.elements) {
      const local = (e.propertyName ?? e.name).text;
      add(state, e, e.name.text, from === null ? { binding: resolveName(state, local, node) } : { from, imported: local });
    }
  }
}

/** `module.exports = …`, `exports.name = …`, `module.exports.name = …`. */
function lowerCommonJs(state: Lowering, node: ts.BinaryExpression): void {
  const target = unwrap(node.left);
  if (!ts.isPropertyAccessExpression(target)) return;
  const owner = target.expression.getText(state.file);
  const name =
    owner === 'module' && target.name.text === 'exports' ? '=' : owner === 'exports' || owner === 'module.exports' ? target.name.text : null;
  if (name === null) return;
  const inner = unwrap(node.right);
  if (ts.isIdentifier(inner)) add(state, node, name, { binding: resolveName(state, inner.text, inner) });
  else add(state, node, name, { value: valueOf(state, node.right) });
}
