/**
 * `dedupe`: `xs.filter((x, i) => xs.indexOf(x) === i)` => `[...new Set(xs)]`.
 *
 * The two differ for NaN (`indexOf` never finds it, so all NaN are dropped; a Set keeps one) and for holes (`filter` skips
 * them; a Set holds undefined), so the fix is safe only where neither can occur.
 */
import ts from 'typescript';
import type { Fix, FixIntent } from '../../../model/finding.ts';
import { assume, fixOf, newLedger, prove, refuse } from '../../outcome.ts';
import { builtinOf } from '../proofs/builtin.ts';
import { elementOf, isGlobal, isList, mayBeNaN } from '../proofs/element-kind.ts';
import { whyNotPure } from '../proofs/is-pure.ts';
import { isUnsharedUntil, useOf } from '../proofs/is-unshared.ts';
import { placeOf, references, samePlace, symbolOf } from '../proofs/place.ts';
import type { View } from '../proofs/view.ts';
import { bare, brief, keepsComments, nodeAt, replace, textOf } from '../proofs/view.ts';

export function dedupe(view: View, intent: FixIntent & { kind: 'dedupe' }): Fix {
  const call = nodeAt(view, intent.call, ts.isCallExpression) ?? refuse('the call is not where it was');
  const access = bare(call.expression);
  if (
    !ts.isPropertyAccessExpression(access) ||
    access.name.text !== 'filter' ||
    call.questionDotToken !== undefined ||
    access.questionDotToken !== undefined
  )
    refuse('the call is no plain `filter`');
  const list = access.expression;
  keepsFirsts(view, call, list);
  const ledger = newLedger();
  const label = `\`${brief(view, list)}\``;
  const type = view.checker.getTypeAtLocation(list);
  const kind = isList(view, type);
  if (kind === 'no') refuse(`${label} is not an array`);
  if (kind === 'unknown') assume(ledger, `${label} is an array`);
  else prove(ledger, `${label} is an array`);
  if (isGlobal(view, 'Set', call) === 'no') refuse("`Set` is not the language's own here");

  const element = elementOf(view, type);
  if (kind === 'yes' && element !== null && !mayBeNaN(view, element)) prove(ledger, 'no element is NaN');
  else assume(ledger, `${label} holds no NaN`);
  if (hasNoHoles(view, list)) prove(ledger, `${label} has no holes`);
  else assume(ledger, `${label} has no holes`);
  keepsComments(view, list.end, call.end);

  const text = textOf(view, list);
  const spread = view.level >= ts.ScriptTarget.ES2015 && !startsStatement(view, call);
  const set = `new Set(${text})`;
  return fixOf(`Remove the duplicates of ${label} with a Set`, ledger, [
    replace(view, call.getStart(view.source), call.end, spread ? `[...${set}]` : `Array.from(${set})`),
  ]);
}

/** A line that begins with `[` would continue the statement before it. */
function startsStatement(view: View, call: ts.Node): boolean {
  for (let at = call.parent; at.getStart(view.source) === call.getStart(view.source); at = at.parent) if (ts.isStatement(at)) return true;
  return false;
}

/** Have: `(x, i) => xs.indexOf(x) === i`, or with the array as the third parameter. */
function keepsFirsts(view: View, call: ts.CallExpression, list: ts.Expression): void {
  const reason = 'the callback does not keep exactly the first of equal elements';
  const fn = call.arguments.length === 1 && call.arguments[0] !== undefined ? bare(call.arguments[0]) : null;
  if (fn === null || (!ts.isArrowFunction(fn) && !ts.isFunctionExpression(fn)) || fn.modifiers !== undefined) refuse(reason);
  const [element, index, whole] = fn.parameters;
  const only = ts.isBlock(fn.body) && fn.body.statements.length === 1 ? fn.body.statements[0] : undefined;
  const body = ts.isBlock(fn.body) ? (only !== undefined && ts.isReturnStatement(only) ? only.expression : undefined) : fn.body;
  const test = body === undefined ? null : bare(body);
  if (element === undefined || index === undefined || test === null || !ts.isBinaryExpression(test)) refuse(reason);
  if (test.operatorToken.kind !== ts.SyntaxKind.EqualsEqualsEqualsToken && test.operatorToken.kind !== ts.SyntaxKind.EqualsEqualsToken)
    refuse(reason);
  const sides = [bare(test.left), bare(test.right)];
  const search = sides.find(ts.isCallExpression);
  const position = sides.find(ts.isIdentifier);
  if (search === undefined || position === undefined || !names(view, index, position)) refuse(reason);
  const access = bare(search.expression);
  const key = search.arguments[0];
  if (!ts.isPropertyAccessExpression(access) || access.name.text !== 'indexOf' || search.arguments.length !== 1 || key === undefined) refuse(reason);
  const subject = bare(key);
  if (!ts.isIdentifier(subject) || !names(view, element, subject)) refuse(reason);
  const searched = bare(access.expression);
  if (whole !== undefined && ts.isIdentifier(searched) && names(view, whole, searched)) return;
  const a = placeOf(view, list);
  const b = placeOf(view, searched);
  if (a === null || b === null || !samePlace(a, b)) refuse('another list is searched than the one that is filtered');
  if (!ts.isIdentifier(bare(list)) && view.typed) {
    const why = whyNotPure(view, list);
    if (why !== null && /is a getter$/.test(why)) refuse(why);
  }
}

function names(view: View, parameter: ts.ParameterDeclaration, id: ts.Identifier): boolean {
  return parameter.initializer === undefined && parameter.dotDotDotToken === undefined && symbolOf(view, id)?.valueDeclaration === parameter;
}

/** Made without holes: `[...x]`, `x.split()`, `Object.keys(x)`, a literal; `map` keeps the holes of what it maps. */
export function hasNoHoles(view: View, list: ts.Expression): boolean {
  const at = bare(list);
  if (ts.isArrayLiteralExpression(at)) return at.elements.every((element) => !ts.isOmittedExpression(element));
  if (ts.isCallExpression(at)) {
    const builtin = builtinOf(view, at);
    if (builtin === null || !view.typed) return false;
    if (builtin.owner === 'Array') {
      if (/^(?:filter|flat|flatMap|toSorted|toReversed)$/.test(builtin.member)) return true;
      return /^(?:map|slice)$/.test(builtin.member) && ts.isPropertyAccessExpression(at.expression) && hasNoHoles(view, at.expression.expression);
    }
    if (builtin.owner === 'ArrayConstructor') return builtin.member === 'from' || builtin.member === 'of';
    return (
      (builtin.owner === 'String' && builtin.member === 'split') ||
      (builtin.owner === 'ObjectConstructor' && /^(?:keys|values|entries)$/.test(builtin.member))
    );
  }
  if (!ts.isIdentifier(at)) return false;
  const symbol = symbolOf(view, at);
  const declaration = symbol?.valueDeclaration;
  if (symbol === null || declaration === undefined || !ts.isVariableDeclaration(declaration) || declaration.initializer === undefined) return false;
  if (!hasNoHoles(view, declaration.initializer) || !isUnsharedUntil(view, symbol, at)) return false;
  // `push` leaves no holes; an index write or `length = n` may.
  return references(view, symbol).every((id) => {
    const use = useOf(view, id);
    if (use === 'assign') return false;
    return use !== 'write' || (ts.isPropertyAccessExpression(id.parent) && /^(?:push|pop|shift|unshift|sort|reverse)$/.test(id.parent.name.text));
  });
}
