/**
 * Places that are given anew all that they hold, and more: `all = [...all, x]`, `all = all.concat(x)`, `by = { ...by, [key]: x }`, and what a
 * callback of `reduce` or a helper gives back of that form.
 */
import ts from 'typescript';
import type { Node } from '../../../model/file.ts';
import type { Rebuild } from '../../../model/rebuild.ts';
import { enclosingFn, type Lowering, resolveName, spanOf, unwrap } from './state.ts';
import { textOf, valueOf } from './values.ts';

/** An expression that holds all of a place: where it names the place, and what it adds. */
interface Copy {
  readonly place: ts.Expression;
  readonly added: readonly ts.Expression[];
  readonly how: Rebuild['how'];
  readonly call: ts.CallExpression | null;
}

/** `at`: which of several alternatives it is. */
type Found = Copy & { readonly at: ts.Expression };

export function lowerRebuild(state: Lowering, { left, right }: ts.BinaryExpression, out: Node[]): void {
  const target = unwrap(left);
  if (!ts.isIdentifier(target) && !ts.isPropertyAccessExpression(target) && !ts.isElementAccessExpression(target)) return;
  const text = target.getText(state.file);
  const copy = copyIn(right, (node) => node.getText(state.file) === text);
  if (copy) note(state, left.parent, copy, false, out);
}

/** Only of what the function is handed: nobody else could hand it in again. */
export function lowerReturnedRebuild(state: Lowering, returned: ts.Expression, out: Node[]): void {
  const copy = copyIn(returned, (node) => {
    const binding = ts.isIdentifier(node) ? state.bindings[resolveName(state, node.text, node)] : undefined;
    return binding !== undefined && binding.param !== null && !binding.part && binding.fn === enclosingFn(state, node);
  });
  // What a helper hands on to the next one is a question for neither.
  if (copy && copy.how !== 'call') note(state, returned, copy, true, out);
}

function note(state: Lowering, node: ts.Node, { at, place, added, how, call }: Found, returned: boolean, out: Node[]): void {
  const id = state.rebuilds.length;
  state.rebuilds.push({
    id,
    fn: enclosingFn(state, node),
    span: spanOf(state, node),
    text: textOf(state, returned ? at : node),
    place: valueOf(state, place),
    added: added.map((each) => valueOf(state, each)),
    how,
    call: call && (state.callOf.get(call) ?? null),
    returned,
  });
  out.push({ kind: 'rebuild', id });
}

type IsPlace = (node: ts.Expression) => boolean;

function copyIn(expression: ts.Expression, isPlace: IsPlace): Found | null {
  const node = unwrap(expression);
  // `isNew ? [...all, x] : all`
  if (ts.isConditionalExpression(node)) return copyIn(node.whenTrue, isPlace) ?? copyIn(node.whenFalse, isPlace);
  const copy = copyMadeBy(node, isPlace);
  return copy && { ...copy, at: node };
}

function copyMadeBy(node: ts.Expression, isPlace: IsPlace): Copy | null {
  if (ts.isArrayLiteralExpression(node)) return copyInList(node, isPlace);
  if (ts.isObjectLiteralExpression(node)) return copyInObject(node, isPlace);
  if (ts.isNewExpression(node)) return copyInCollection(node, isPlace);
  return ts.isCallExpression(node) ? copyInCall(node, isPlace) : null;
}

/** `groups[key] ?? []` is what there is so far. */
function soFar(expression: ts.Expression): ts.Expression {
  const node = unwrap(expression);
  if (!ts.isBinaryExpression(node)) return node;
  const operator = node.operatorToken.kind;
  return operator === ts.SyntaxKind.QuestionQuestionToken || operator === ts.SyntaxKind.BarBarToken ? soFar(node.left) : node;
}

function copyInList(node: ts.ArrayLiteralExpression, isPlace: IsPlace): Copy | null {
  const spread = node.elements.find((e) => ts.isSpreadElement(e) && isPlace(soFar(e.expression)));
  const added = node.elements.filter((e) => e !== spread).map((e) => (ts.isSpreadElement(e) ? e.expression : e));
  return spread && ts.isSpreadElement(spread) && added.length > 0 ? { place: soFar(spread.expression), added, how: 'list', call: null } : null;
}

/** `new Set([...seen, x])`, `new Map([...known, [key, x]])` */
function copyInCollection(node: ts.NewExpression, isPlace: IsPlace): Copy | null {
  const [only] = node.arguments ?? [];
  const given = only && unwrap(only);
  const kind = node.expression.getText();
  const copy = given && ts.isArrayLiteralExpression(given) && /^(Set|Map)$/.test(kind) ? copyInList(given, isPlace) : null;
  return copy && { ...copy, how: kind === 'Set' ? 'set' : 'object' };
}

function copyInObject(node: ts.ObjectLiteralExpression, isPlace: IsPlace): Copy | null {
  const spread = node.properties.find((p) => ts.isSpreadAssignment(p) && isPlace(soFar(p.expression)));
  if (!spread || !ts.isSpreadAssignment(spread)) return null;
  const added = node.properties.flatMap((p) => (p === spread ? [] : namesAdded(p)));
  return added.length > 0 ? { place: soFar(spread.expression), added, how: 'object', call: null } : null;
}

/** A name that stands there is added once, however often: only those that are computed, and those of other objects, add up. */
function namesAdded(property: ts.ObjectLiteralElementLike): ts.Expression[] {
  if (ts.isSpreadAssignment(property)) return namesOf(property.expression);
  const name = property.name;
  return name && ts.isComputedPropertyName(name) && !ts.isStringLiteralLike(name.expression) ? [name.expression] : [];
}

function namesOf(expression: ts.Expression): ts.Expression[] {
  const node = unwrap(expression);
  if (ts.isObjectLiteralExpression(node)) return node.properties.flatMap(namesAdded);
  if (ts.isConditionalExpression(node)) return [...namesOf(node.whenTrue), ...namesOf(node.whenFalse)];
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) return namesOf(node.right);
  return [node];
}

function copyInCall(node: ts.CallExpression, isPlace: IsPlace): Copy | null {
  const callee = unwrap(node.expression);
  const [first, ...others] = node.arguments;
  if (ts.isPropertyAccessExpression(callee) && first) {
    if (callee.name.text === 'concat') {
      const receiver = soFar(callee.expression);
      if (isPlace(receiver)) return { place: receiver, added: node.arguments, how: 'joined', call: node };
      // `[].concat(all, x)`
      return ts.isArrayLiteralExpression(receiver) && isPlace(soFar(first)) && others.length > 0
        ? { place: soFar(first), added: others, how: 'list', call: node }
        : null;
    }
    const into = unwrap(first);
    if (callee.getText() === 'Object.assign' && ts.isObjectLiteralExpression(into) && into.properties.length === 0) {
      const place = others.find((each) => isPlace(soFar(each)));
      const added = others.flatMap((each) => (each === place ? [] : namesOf(each)));
      return place && added.length > 0 ? { place: soFar(place), added, how: 'object', call: node } : null;
    }
  }
  const place = node.arguments.find((each) => isPlace(unwrap(each)));
  return place ? { place: unwrap(place), added: node.arguments.filter((each) => each !== place), how: 'call', call: node } : null;
}
