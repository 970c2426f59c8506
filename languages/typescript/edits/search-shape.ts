/**
 * What does a search ask? Reads `xs.indexOf(k) !== -1`, `xs.some((x) => x.id === k)` and their kin into one description: the list,
 * what of an element is compared, with which key, and what the answer is used as.
 */
import ts from 'typescript';
import { refuse } from '../../outcome.ts';
import { freeReads, symbolOf, usesThis } from '../proofs/place.ts';
import type { View } from '../proofs/view.ts';
import { bare, dressed, isInside } from '../proofs/view.ts';

/** The compared part of an element: `user.id` of `(user) => user.id === key`. */
export interface ElementKey {
  /** The callback's parameter, or a name for it when it was destructured. */
  readonly param: string;
  readonly text: string;
  readonly expression: ts.Expression;
  readonly parameter: ts.ParameterDeclaration | ts.VariableDeclaration;
  /** Property names in it, outermost last: `['profile', 'id']`. */
  readonly props: readonly string[];
  readonly destructured: boolean;
}

export interface Search {
  readonly call: ts.CallExpression;
  readonly list: ts.Expression;
  readonly access: ts.PropertyAccessExpression;
  readonly key: ts.Expression;
  /** Null: the element itself is compared. */
  readonly element: ElementKey | null;
  /** `===` rather than SameValueZero: NaN is never found. */
  readonly strict: boolean;
  /** Holes are skipped, so that they do not count as undefined. */
  readonly skipsHoles: boolean;
  /** The node that asks the question: the call, or the comparison around it. */
  readonly asked: ts.Expression;
  readonly negated: boolean;
  readonly answer: 'test' | 'first' | 'all';
}

export function searchOf(view: View, call: ts.CallExpression): Search {
  const access = bare(call.expression);
  if (!ts.isPropertyAccessExpression(access)) refuse('the search is no method call');
  const method = access.name.text;
  const first = call.arguments[0];
  if (call.questionDotToken !== undefined) refuse('the method itself is called optionally');
  if (call.typeArguments !== undefined) refuse('the call has type arguments');
  if (first === undefined) refuse(`\`${method}\` is called without an argument`);
  if (call.arguments.some(ts.isSpreadElement)) refuse('the arguments are spread');
  const common = { call, list: access.expression, access };
  if (method === 'includes' || method === 'indexOf' || method === 'lastIndexOf') {
    if (call.arguments.length > 1) refuse(`\`${method}\` starts from a given index, which a Set cannot do`);
    if (method === 'includes')
      return { ...common, key: first, element: null, strict: false, skipsHoles: false, asked: call, negated: false, answer: 'test' };
    const { asked, negated } = comparedWithNone(call);
    return { ...common, key: first, element: null, strict: true, skipsHoles: true, asked, negated, answer: 'test' };
  }
  if (call.arguments.length > 1) refuse(`\`${method}\` is given a \`this\` for its callback`);
  const { element, key, inverse } = equalityOf(view, first);
  const search = { ...common, key, element, strict: true, asked: call as ts.Expression, negated: false };
  switch (method) {
    case 'some':
      if (inverse) refuse('the callback asks for a difference');
      return { ...search, skipsHoles: true, answer: 'test' };
    case 'every':
      if (!inverse) refuse('the callback asks that all elements are equal');
      return { ...search, negated: true, skipsHoles: true, answer: 'test' };
    case 'findIndex': {
      if (inverse) refuse('the callback asks for a difference');
      return { ...search, ...comparedWithNone(call), skipsHoles: false, answer: 'test' };
    }
    case 'find':
    case 'filter':
      if (inverse) refuse('the callback asks for a difference');
      if (element === null) refuse(`\`${method}\` gives back the key itself`);
      return { ...search, skipsHoles: method === 'filter', answer: method === 'find' ? 'first' : 'all' };
    default:
      refuse(`\`${method}\` is no search that an index can answer`);
  }
}

/** Have: `call !== -1`, `0 <= call`, `~call`. The comparison asks only whether anything was found. */
function comparedWithNone(call: ts.CallExpression): { asked: ts.Expression; negated: boolean } {
  const inner = dressed(call);
  const parent = inner.parent;
  const method = (bare(call.expression) as ts.PropertyAccessExpression).name.text;
  if (ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.TildeToken && isCondition(parent))
    return { asked: parent, negated: false };
  if (ts.isBinaryExpression(parent)) {
    const flipped = parent.right === inner;
    const other = numberOf(flipped ? parent.left : parent.right);
    const operator = flipped ? FLIPPED.get(parent.operatorToken.kind) : parent.operatorToken.kind;
    const K = ts.SyntaxKind;
    if (other === -1 && (operator === K.ExclamationEqualsEqualsToken || operator === K.ExclamationEqualsToken || operator === K.GreaterThanToken))
      return { asked: parent, negated: false };
    if (other === 0 && operator === K.GreaterThanEqualsToken) return { asked: parent, negated: false };
    if (other === -1 && (operator === K.EqualsEqualsEqualsToken || operator === K.EqualsEqualsToken || operator === K.LessThanEqualsToken))
      return { asked: parent, negated: true };
    if (other === 0 && operator === K.LessThanToken) return { asked: parent, negated: true };
  }
  refuse(`the position that \`${method}\` finds is used, not only whether there is one`);
}

const FLIPPED: ReadonlyMap<ts.SyntaxKind, ts.SyntaxKind> = new Map([
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken],
  [ts.SyntaxKind.ExclamationEqualsToken, ts.SyntaxKind.ExclamationEqualsToken],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.EqualsEqualsEqualsToken],
  [ts.SyntaxKind.EqualsEqualsToken, ts.SyntaxKind.EqualsEqualsToken],
  [ts.SyntaxKind.LessThanToken, ts.SyntaxKind.GreaterThanToken],
  [ts.SyntaxKind.LessThanEqualsToken, ts.SyntaxKind.GreaterThanEqualsToken],
  [ts.SyntaxKind.GreaterThanToken, ts.SyntaxKind.LessThanToken],
  [ts.SyntaxKind.GreaterThanEqualsToken, ts.SyntaxKind.LessThanEqualsToken],
]);

function numberOf(node: ts.Expression): number | null {
  const at = bare(node);
  if (ts.isNumericLiteral(at)) return Number(at.text);
  if (ts.isPrefixUnaryExpression(at) && at.operator === ts.SyntaxKind.MinusToken && ts.isNumericLiteral(at.operand)) return -Number(at.operand.text);
  return null;
}

/** Only the truth of the value matters where it stands. */
export function isCondition(node: ts.Expression): boolean {
  const at = dressed(node);
  const parent = at.parent;
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent)) return parent.expression === at;
  if (ts.isConditionalExpression(parent)) return parent.condition === at;
  if (ts.isForStatement(parent)) return parent.condition === at;
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken;
  if (
    ts.isBinaryExpression(parent) &&
    (parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken || parent.operatorToken.kind === ts.SyntaxKind.BarBarToken)
  )
    return isCondition(parent);
  return false;
}

/** Have: `(x) => x.id === key`, also as a block with one return, also destructured. */
function equalityOf(view: View, callback: ts.Expression): { element: ElementKey | null; key: ts.Expression; inverse: boolean } {
  const fn = bare(callback);
  if (!ts.isArrowFunction(fn) && !ts.isFunctionExpression(fn)) refuse('the callback is not written in place');
  if (fn.modifiers !== undefined || fn.asteriskToken !== undefined) refuse('the callback is asynchronous or a generator');
  if (fn.type !== undefined && ts.isTypePredicateNode(fn.type)) refuse('the callback narrows the type of what it finds');
  const param = fn.parameters[0];
  if (param === undefined || fn.parameters.length > 1) refuse('the callback uses more than the element');
  if (param.initializer !== undefined || param.dotDotDotToken !== undefined) refuse('the callback’s parameter has a default value');
  const only = ts.isBlock(fn.body) && fn.body.statements.length === 1 ? fn.body.statements[0] : undefined;
  const body = ts.isBlock(fn.body) ? (only !== undefined && ts.isReturnStatement(only) ? only.expression : undefined) : fn.body;
  if (body === undefined) refuse('the callback does more than compare');
  const test = bare(body);
  if (!ts.isBinaryExpression(test)) refuse('the callback tests more than one equality');
  const inverse = test.operatorToken.kind === ts.SyntaxKind.ExclamationEqualsEqualsToken;
  if (test.operatorToken.kind === ts.SyntaxKind.EqualsEqualsToken || test.operatorToken.kind === ts.SyntaxKind.ExclamationEqualsToken)
    refuse('the callback compares with `==`, which converts');
  if (!inverse && test.operatorToken.kind !== ts.SyntaxKind.EqualsEqualsEqualsToken) refuse('the callback tests more than one equality');
  const readsElement = (side: ts.Expression): boolean =>
    freeReads(side).some((id) => isInside(symbolOf(view, id)?.valueDeclaration ?? view.source, param));
  const [left, right] = [readsElement(test.left), readsElement(test.right)];
  if (left === right) refuse(left ? 'both sides of the comparison read the element' : 'the comparison does not read the element');
  const own = left ? test.left : test.right;
  const key = left ? test.right : test.left;
  if (ts.isFunctionExpression(fn) && (usesThis(fn.body) || fn.name !== undefined)) refuse('the callback has a `this` of its own');
  return { element: elementKey(view, param, own), key, inverse };
}

function elementKey(view: View, param: ts.ParameterDeclaration, own: ts.Expression): ElementKey | null {
  const at = bare(own);
  if (ts.isIdentifier(param.name)) {
    if (ts.isIdentifier(at) && at.text === param.name.text) return null;
    return { param: param.name.text, text: at.getText(view.source), expression: at, parameter: param, props: propsIn(at), destructured: false };
  }
  // Have: `({ id }) => id === key`
  if (!ts.isObjectBindingPattern(param.name) || !ts.isIdentifier(at)) refuse('the callback takes the element apart');
  const binding = param.name.elements.find((element) => ts.isIdentifier(element.name) && element.name.text === at.text);
  if (binding === undefined || binding.initializer !== undefined || binding.dotDotDotToken !== undefined)
    refuse('the callback takes the element apart');
  const name = binding.propertyName ?? binding.name;
  if (!ts.isIdentifier(name) || param.name.elements.length > 1) refuse('the callback takes the element apart');
  return { param: '', text: `.${name.text}`, expression: at, parameter: param, props: [name.text], destructured: true };
}

export function propsIn(node: ts.Node): string[] {
  const props: string[] = [];
  const visit = (at: ts.Node): void => {
    ts.forEachChild(at, visit);
    if (ts.isCallExpression(at.parent) && at.parent.expression === at) return;
    if (ts.isPropertyAccessExpression(at)) props.push(at.name.text);
    if (ts.isElementAccessExpression(at) && ts.isStringLiteralLike(at.argumentExpression)) props.push(at.argumentExpression.text);
  };
  visit(node);
  return props;
}

/** `find` gives the element’s own type, not one that the comparison narrowed it to. */
export function keepsType(view: View, search: Search, element: ts.Type): boolean {
  if (!view.typed || search.answer === 'test') return true;
  const type = view.checker.getTypeAtLocation(search.call);
  const wanted = search.answer === 'all' ? view.checker.getIndexTypeOfType(type, ts.IndexKind.Number) : type;
  return wanted !== undefined && view.checker.isTypeAssignableTo(element, wanted);
}
