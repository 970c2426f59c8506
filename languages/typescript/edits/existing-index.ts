/** Has the function built the same Set already, of a list that has not changed since? Then a second one would be the same. */
import ts from 'typescript';
import type { Watched } from '../proofs/is-changed-in.ts';
import { changesIn } from '../proofs/is-changed-in.ts';
import { references, symbolOf } from '../proofs/place.ts';
import type { View } from '../proofs/view.ts';
import { bare } from '../proofs/view.ts';

/**
 * The name of a `const` in front of `anchor`, in the same list of statements, that was given `new Set(list)`; null where there is none, where it
 * is used for anything but questions, or where the list may have changed up to the end of `region`.
 */
export function existingSet(view: View, line: string, watched: Watched, anchor: ts.Node, region: readonly ts.Node[], search: ts.Node): string | null {
  const statements = statementsAround(anchor);
  const here = statements.indexOf(anchor as ts.Statement);
  for (let i = here - 1; i >= 0; i--) {
    const declaration = constIn(statements[i]);
    if (declaration === null || !isSameLine(view, declaration, line)) continue;
    const between = [...statements.slice(i + 1, here), ...region];
    const isAsked = references(view, symbolOf(view, declaration.name as ts.Identifier) as ts.Symbol).every(
      (id) => id === declaration.name || isQuestion(id),
    );
    return isAsked && changesIn(view, watched, between, new Set([search])).length === 0 ? declaration.name.getText(view.source) : null;
  }
  return null;
}

function statementsAround(anchor: ts.Node): readonly ts.Statement[] {
  const { parent } = anchor;
  return ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isModuleBlock(parent) || ts.isCaseOrDefaultClause(parent) ? parent.statements : [];
}

function constIn(statement: ts.Statement | undefined): ts.VariableDeclaration | null {
  if (statement === undefined || !ts.isVariableStatement(statement)) return null;
  const { declarations, flags } = statement.declarationList;
  const [only] = declarations;
  const isOne = declarations.length === 1 && (flags & ts.NodeFlags.Const) !== 0 && only !== undefined && ts.isIdentifier(only.name);
  return isOne && (statement.modifiers?.length ?? 0) === 0 ? only : null;
}

/** All but the name is what the new line would say. */
function isSameLine(view: View, { name, initializer }: ts.VariableDeclaration, line: string): boolean {
  if (initializer === undefined) return false;
  const text = `const ${name.getText(view.source)} = ${bare(initializer).getText(view.source)}`;
  return text.replace(/^const \S+/, '') === line.replace(/;$/, '').replace(/^const \S+/, '');
}

function isQuestion(id: ts.Identifier): boolean {
  const access = id.parent;
  return ts.isPropertyAccessExpression(access) && access.expression === id && /^(has|size)$/.test(access.name.text);
}
