/**
 * What a recipe for many keys at once says, and the readings of a query's text that recipes share.
 */
import ts from 'typescript';
import { refuse } from '../../outcome.ts';
import type { View } from '../proofs/view.ts';
import { bare, brief, textOf } from '../proofs/view.ts';

export interface Plan {
  /** The expression that is awaited: the call, or the chain that it begins. */
  readonly asked: ts.Expression;
  /** What is queried, to name variables after. */
  readonly model: string;
  /** The receiver whose writes would matter. */
  readonly client: string;
  readonly key: ts.Expression;
  /** Property of a row that holds the key. */
  readonly rowKey: string;
  readonly keyAsString: boolean;
  readonly shape: 'one' | 'many' | 'values';
  /** What follows the lookup when nothing was found: ` ?? null` where the query gives null. */
  readonly missing: string;
  readonly query: (keys: string) => string;
  /** An imported name that the query no longer mentions. */
  readonly dropped: ts.Identifier | null;
  /** The query fails for an empty list. */
  readonly guardEmpty: boolean;
  readonly imports: readonly { readonly module: string; readonly member: string }[];
  readonly assumes: readonly string[];
}

export interface Ask {
  readonly view: View;
  readonly call: ts.CallExpression;
  readonly callee: ts.PropertyAccessExpression;
  readonly member: string;
  readonly receiver: string;
  readonly reads: (node: ts.Node) => boolean;
}

export const NOTHING = { guardEmpty: false, imports: [], assumes: [], keyAsString: false, dropped: null } as const;

/** `a(…).b(…).c(…)` taken apart, from any call in it. */
export function unrolled(call: ts.CallExpression): { root: ts.Expression; chain: { name: string; call: ts.CallExpression }[] } {
  let top: ts.CallExpression = call;
  while (ts.isPropertyAccessExpression(top.parent) && ts.isCallExpression(top.parent.parent) && top.parent.parent.expression === top.parent)
    top = top.parent.parent;
  const chain: { name: string; call: ts.CallExpression }[] = [];
  let at: ts.Expression = top;
  while (ts.isCallExpression(at) && ts.isPropertyAccessExpression(at.expression)) {
    chain.unshift({ name: at.expression.name.text, call: at });
    at = at.expression.expression;
  }
  return { root: at, chain };
}

/** The end of the chain that the call begins, if it holds these members only. */
export function chainEnd(ask: Ask, members: readonly string[]): ts.CallExpression {
  let end = ask.call;
  while (ts.isPropertyAccessExpression(end.parent) && end.parent.expression === end) {
    const next = end.parent.parent;
    if (!ts.isCallExpression(next) || next.expression !== end.parent) break;
    if (!members.includes(end.parent.name.text) || next.arguments.length > 0) refuse(`the query goes on with \`${end.parent.name.text}\``);
    end = next;
  }
  return end;
}

export function textBetween(view: View, from: ts.Node, to: ts.Node): string {
  return view.text.slice(from.end, to.end);
}

export function onlyObject(ask: Ask): ts.ObjectLiteralExpression {
  const first = ask.call.arguments[0];
  const at = first === undefined ? null : bare(first);
  if (at === null || ask.call.arguments.length > 1 || !ts.isObjectLiteralExpression(at)) refuse('the query is not written in place');
  return at;
}

export function nameOf(view: View, property: ts.ObjectLiteralElementLike): string | null {
  const name = property.name;
  if (name === undefined || ts.isComputedPropertyName(name)) return null;
  return ts.isStringLiteral(name) ? name.text : name.getText(view.source);
}

export function valueOf(object: ts.ObjectLiteralExpression, name: string): ts.Expression | null {
  for (const property of object.properties)
    if (ts.isPropertyAssignment(property) && property.name.getText() === name) return bare(property.initializer);
  return null;
}

/** The one property of the condition that depends on the element. */
export function keyIn(
  ask: Ask,
  where: ts.ObjectLiteralExpression,
): { name: string; label: string; value: ts.Expression; property: ts.ObjectLiteralElementLike } {
  const varying = where.properties.filter((property) => ask.reads(property));
  const property = varying[0];
  if (property === undefined) refuse('the query does not depend on the element');
  if (varying.length > 1) refuse('the query depends on the element by more than one key');
  const name = nameOf(ask.view, property);
  if (name === null || !/^[A-Za-z_$][\w$]*$/.test(name)) refuse('the key of the condition is computed');
  if (name === 'OR' || name === 'AND' || name === 'NOT') refuse('the condition is compound');
  const value = ts.isPropertyAssignment(property) ? property.initializer : ts.isShorthandPropertyAssignment(property) ? property.name : null;
  if (value === null) refuse('the condition is spread');
  if (ts.isObjectLiteralExpression(bare(value)) || ts.isCallExpression(bare(value))) refuse(`\`${brief(ask.view, value)}\` is no plain key`);
  return { name, label: property.name?.getText(ask.view.source) ?? name, value, property };
}

/** The rows must come with their key. */
export function keepsKey(ask: Ask, select: ts.Expression | null, key: string): void {
  if (select === null) return;
  const text = select.getText(ask.view.source);
  if (ts.isArrayLiteralExpression(select) && select.elements.some((element) => ts.isStringLiteral(element) && element.text === key)) return;
  if (ts.isObjectLiteralExpression(select) && valueOf(select, key)?.kind === ts.SyntaxKind.TrueKeyword) return;
  refuse(`the query does not select its key \`${key}\`: \`${text.replace(/\s+/g, ' ').slice(0, 40)}\``);
}

export function modelOf(ask: Ask): string {
  let at = bare(ask.callee.expression);
  // Have: `User.unscoped().findOne(…)`, `source.getRepository(User).findOne(…)`
  while (ts.isCallExpression(at)) {
    const [first] = at.arguments;
    if (first !== undefined && ts.isIdentifier(first)) at = first;
    else if (ts.isPropertyAccessExpression(at.expression)) at = bare(at.expression.expression);
    else break;
  }
  const name = ts.isPropertyAccessExpression(at) ? at.name.text : ts.isIdentifier(at) ? at.text : 'row';
  return name.replace(/(?:Repository|Repo|Model|Collection)$/, '') || 'row';
}

/** The node's text with some of its parts replaced. */
export function patched(view: View, node: ts.Node, parts: readonly (readonly [ts.Node, string])[]): string {
  const start = node.getStart(view.source);
  let text = textOf(view, node);
  const sorted = [...parts].sort((a, b) => b[0].getStart(view.source) - a[0].getStart(view.source));
  for (const [part, written] of sorted) text = text.slice(0, part.getStart(view.source) - start) + written + text.slice(part.end - start);
  return text;
}
