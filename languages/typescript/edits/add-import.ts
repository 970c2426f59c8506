/**
 * Where does a name of another module come from, and how do we get one more? Follows the file's style: ES imports or `require`.
 */
import ts from 'typescript';
import type { Edit } from '../../../model/finding.ts';
import { scopeOf } from '../proofs/place.ts';
import type { View } from '../proofs/view.ts';
import { bare, replace } from '../proofs/view.ts';
import { quote, semicolon } from './layout.ts';

export interface ImportedName {
  readonly specifier: string;
  /** `*` for a namespace or `require(…)`, `default`, or the name. */
  readonly imported: string;
  readonly statement: ts.Statement;
  readonly esm: boolean;
}

/** `node:fs` and `fs` are one module. */
export function moduleOf(specifier: string): string {
  return specifier.replace(/^node:/, '');
}

export function importOf(view: View, id: ts.Identifier): ImportedName | null {
  const declaration = view.checker.getSymbolAtLocation(id)?.declarations?.[0];
  if (declaration === undefined || declaration.getSourceFile() !== view.source) return null;
  for (let at: ts.Node = declaration; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isImportDeclaration(at) && ts.isStringLiteral(at.moduleSpecifier)) {
      const imported = ts.isNamespaceImport(declaration)
        ? '*'
        : ts.isImportClause(declaration)
          ? 'default'
          : ts.isImportSpecifier(declaration)
            ? (declaration.propertyName ?? declaration.name).text
            : null;
      return imported === null ? null : { specifier: at.moduleSpecifier.text, imported, statement: at, esm: true };
    }
    if (ts.isImportEqualsDeclaration(at) && ts.isExternalModuleReference(at.moduleReference) && ts.isStringLiteral(at.moduleReference.expression))
      return { specifier: at.moduleReference.expression.text, imported: '*', statement: at, esm: false };
    if (ts.isVariableDeclaration(at)) {
      const specifier = at.initializer === undefined ? null : required(at.initializer);
      if (specifier === null || !ts.isVariableStatement(at.parent.parent)) return null;
      const imported = ts.isBindingElement(declaration) ? (declaration.propertyName ?? declaration.name).getText(view.source) : '*';
      return { specifier, imported, statement: at.parent.parent, esm: false };
    }
  }
  return null;
}

/** The name that the file imports is not hidden at `at` by a parameter or a variable. */
export function isReachedFrom(view: View, local: string, at: ts.Node): boolean {
  const root = local.split('.')[0];
  const symbol = view.checker.getSymbolsInScope(at, ts.SymbolFlags.Value | ts.SymbolFlags.Alias).find(({ name }) => name === root);
  return symbol === undefined || (symbol.declarations ?? []).every((declaration) => ts.isSourceFile(scopeOf(declaration)));
}

function required(init: ts.Expression): string | null {
  const at = bare(init);
  const first = ts.isCallExpression(at) && ts.isIdentifier(at.expression) && at.expression.text === 'require' ? at.arguments[0] : undefined;
  return first !== undefined && ts.isStringLiteral(first) ? first.text : null;
}

/** The local name of `member` of `specifier`: one that the file has, or one more import, once. */
export function namedImport(
  view: View,
  specifier: string,
  member: string,
  near: { readonly statement: ts.Statement; readonly esm: boolean },
  localName: () => string,
): { readonly local: string; readonly edit: Edit | null } {
  for (const statement of view.source.statements) {
    if (
      !ts.isImportDeclaration(statement) ||
      !ts.isStringLiteral(statement.moduleSpecifier) ||
      moduleOf(statement.moduleSpecifier.text) !== moduleOf(specifier)
    )
      continue;
    const clause = statement.importClause;
    const bindings = clause?.namedBindings;
    if (clause === undefined || clause.phaseModifier !== undefined || bindings === undefined) continue;
    if (ts.isNamespaceImport(bindings)) return { local: `${bindings.name.text}.${member}`, edit: null };
    const known = bindings.elements.find((element) => !element.isTypeOnly && (element.propertyName ?? element.name).text === member);
    if (known !== undefined) return { local: known.name.text, edit: null };
    const last = bindings.elements[bindings.elements.length - 1];
    if (last === undefined) continue;
    const local = localName();
    return { local, edit: replace(view, last.end, last.end, `, ${local === member ? member : `${member} as ${local}`}`) };
  }
  const local = localName();
  const from = quote(view, specifier);
  const text = near.esm
    ? `import { ${local === member ? member : `${member} as ${local}`} } from ${from}`
    : `const { ${local === member ? member : `${member}: ${local}`} } = require(${from})`;
  const end = near.statement.end;
  return { local, edit: replace(view, end, end, `\n${text}${semicolon(view)}`) };
}
