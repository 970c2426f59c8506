/**
 * How is the index asked? Turns the search, where it stands, into `has` or `get`, and touches as little text as it can.
 */
import ts from 'typescript';
import type { Edit } from '../../../model/finding.ts';
import type { Ledger } from '../../outcome.ts';
import { prove } from '../../outcome.ts';
import { builtinOf, LIST_WRITERS } from '../proofs/builtin.ts';
import { useOf } from '../proofs/is-unshared.ts';
import { references, symbolOf } from '../proofs/place.ts';
import type { View } from '../proofs/view.ts';
import { bare, dressed, keepsComments, replace, textOf } from '../proofs/view.ts';
import type { Index } from './build-index.ts';
import { continuesLine } from './layout.ts';
import type { Search } from './search-shape.ts';

export function askInstead(view: View, ledger: Ledger, search: Search, index: Index): readonly Edit[] {
  const { call, asked, access, key } = search;
  const member = index.map ? 'get' : 'has';
  const edits: Edit[] = [];
  if (search.element === null && call.arguments[0] === key) {
    // Have: `banned.includes(` KEY `)`. The key stays where it is, with its comments.
    const start = call.getStart(view.source);
    keepsComments(view, start, access.end);
    const inner = dressed(call);
    const askedStart = asked.getStart(view.source);
    if (asked !== call) {
      keepsComments(view, askedStart, inner.getStart(view.source));
      keepsComments(view, inner.end, asked.end);
      if (askedStart < inner.getStart(view.source)) edits.push(replace(view, askedStart, inner.getStart(view.source), ''));
      if (inner.end < asked.end) edits.push(replace(view, inner.end, asked.end, ''));
    }
    const bang = search.negated ? '!' : '';
    if (inner !== call && bang !== '') edits.push(replace(view, inner.getStart(view.source), inner.getStart(view.source), bang));
    edits.push(replace(view, start, access.end, `${inner === call ? bang : ''}${index.name}.${member}`));
    return edits;
  }
  const start = asked.getStart(view.source);
  keepsComments(view, start, key.getStart(view.source));
  keepsComments(view, key.end, asked.end);
  const get = `${index.name}.${member}(${textOf(view, key)})`;
  if (search.answer !== 'all') return [replace(view, start, asked.end, `${search.negated ? '!' : ''}${get}`)];
  const list = `${get} ?? []`;
  const guard = continuesLine(view, asked) ? ';' : '';
  if (isOnlyRead(view, call)) {
    prove(ledger, 'the filtered list is only read');
    return [replace(view, start, asked.end, needsParens(call) ? `${guard}(${list})` : list)];
  }
  return [replace(view, start, asked.end, `${guard}(${list}).slice()`)];
}

/** `??` binds weakly, and does not mix with `||` and `&&`. */
function needsParens(node: ts.Expression): boolean {
  const parent = node.parent;
  if (ts.isVariableDeclaration(parent) || ts.isForOfStatement(parent) || ts.isReturnStatement(parent) || ts.isParenthesizedExpression(parent))
    return false;
  if (ts.isCallExpression(parent)) return parent.expression === node;
  return !ts.isPropertyAssignment(parent);
}

/** The list that `filter` made is never changed or kept, so that a shared one serves as well. */
function isOnlyRead(view: View, call: ts.CallExpression): boolean {
  const at = dressed(call);
  const parent = at.parent;
  if (ts.isForOfStatement(parent) && parent.expression === at) return true;
  if (ts.isSpreadElement(parent)) return true;
  if (ts.isPropertyAccessExpression(parent) && parent.expression === at) {
    if (parent.name.text === 'length')
      return (
        !ts.isBinaryExpression(parent.parent) ||
        parent.parent.left !== parent ||
        parent.parent.operatorToken.kind < ts.SyntaxKind.FirstAssignment ||
        parent.parent.operatorToken.kind > ts.SyntaxKind.LastAssignment
      );
    if (!ts.isCallExpression(parent.parent)) return false;
    const builtin = builtinOf(view, parent.parent);
    if (builtin?.owner !== 'Array' || LIST_WRITERS.has(builtin.member)) return false;
    return parent.parent.arguments.every((arg) => {
      const fn = bare(arg);
      return !(ts.isArrowFunction(fn) || ts.isFunctionExpression(fn))
        ? view.checker.getTypeAtLocation(fn).getCallSignatures().length === 0
        : fn.parameters.length <= 2;
    });
  }
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) {
    const symbol = symbolOf(view, parent.name);
    return symbol !== null && view.typed && references(view, symbol).every((id) => ['declaration', 'read', 'type'].includes(useOf(view, id)));
  }
  return false;
}
