/**
 * Work that is done only while its result is still missing: `if (!cache) cache = …`, `if (cache.has(k)) return cache.get(k); …`.
 * Such work does not repeat, so neither hot paths nor loops multiply it.
 */
import ts from 'typescript';
import { type Lowering, resolveName, unwrap } from './state.ts';

interface Presence {
  /** Text of the place: `cache`, `this.template`, `cache` of `cache.has(key)`. */
  readonly place: string;
  /** True when the test holds because something is already there. */
  readonly present: boolean;
}

/** Does the test ask whether a place is filled? */
function presence(test: ts.Expression): Presence | null {
  const node = unwrap(test);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    const inner = presence(node.operand);
    return inner && { place: inner.place, present: !inner.present };
  }
  if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    if (operator === ts.SyntaxKind.AmpersandAmpersandToken || operator === ts.SyntaxKind.BarBarToken)
      return presence(node.left) ?? presence(node.right);
    const right = node.right.getText();
    // `cache.size > 0`, `names.length === 0`
    const counted = sizeOf(node.left);
    if (counted !== null && right === '0') {
      if (operator === ts.SyntaxKind.GreaterThanToken || operator === ts.SyntaxKind.ExclamationEqualsEqualsToken)
        return { place: counted, present: true };
      return operator === ts.SyntaxKind.EqualsEqualsEqualsToken ? { place: counted, present: false } : null;
    }
    if (right !== 'undefined' && right !== 'null' && right !== "'undefined'") return null;
    const place = placeOf(node.left);
    if (place === null) return null;
    if (operator === ts.SyntaxKind.EqualsEqualsEqualsToken || operator === ts.SyntaxKind.EqualsEqualsToken) return { place, present: false };
    if (operator === ts.SyntaxKind.ExclamationEqualsEqualsToken || operator === ts.SyntaxKind.ExclamationEqualsToken) return { place, present: true };
    return null;
  }
  const place = placeOf(node);
  return place === null ? null : { place, present: true };
}

function sizeOf(expression: ts.Expression): string | null {
  const node = unwrap(expression);
  return ts.isPropertyAccessExpression(node) && /^(size|length)$/.test(node.name.text) ? node.expression.getText() : null;
}

function placeOf(expression: ts.Expression): string | null {
  const node = unwrap(expression);
  if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) return node.getText();
  if (ts.isElementAccessExpression(node)) return node.expression.getText();
  if (ts.isTypeOfExpression(node)) return placeOf(node.expression);
  if (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    ['has', 'get', 'hasOwnProperty'].includes(node.expression.name.text)
  )
    return node.expression.expression.getText();
  return null;
}

/** `if (!place) { … place = … }`: the branch fills what its test found empty. */
export function fillsWhatItTests(statement: ts.IfStatement): boolean {
  const asked = presence(statement.expression);
  return asked !== null && !asked.present && writes(statement.thenStatement, asked.place);
}

/** `if (!role.permissions.isInitialized()) await load(role)`: what is loaded once says so itself. */
export function asksWhetherLoaded(condition: ts.Expression): boolean {
  const node = unwrap(condition);
  if (!ts.isPrefixUnaryExpression(node) || node.operator !== ts.SyntaxKind.ExclamationToken) return false;
  const operand = unwrap(node.operand);
  const asked = ts.isCallExpression(operand) ? operand.expression : operand;
  const name = ts.isPropertyAccessExpression(asked) ? asked.name.text : asked.getText();
  return /^(is)?(initiali[sz]ed|loaded|populated|hydrated|fetched|cached)$/i.test(name);
}

/** `if (!existsSync(key)) …`, `if (!existsSync(key) || !existsSync(certificate)) …`: what the disk remembers is made once. */
export function asksWhetherWritten(condition: ts.Expression): boolean {
  const node = unwrap(condition);
  if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    if (operator === ts.SyntaxKind.BarBarToken) return asksWhetherWritten(node.left) && asksWhetherWritten(node.right);
    return operator === ts.SyntaxKind.AmpersandAmpersandToken && (asksWhetherWritten(node.left) || asksWhetherWritten(node.right));
  }
  if (!ts.isPrefixUnaryExpression(node) || node.operator !== ts.SyntaxKind.ExclamationToken) return false;
  const asked = unwrap(node.operand);
  return ts.isCallExpression(asked) && /(^|\.)(existsSync|pathExistsSync)$/.test(asked.expression.getText());
}

/** `if (place) return …;` with a later write to the place: what follows runs only while it is empty. */
export function guardsRest(statement: ts.IfStatement, before: readonly ts.Statement[], rest: readonly ts.Statement[]): boolean {
  if (statement.elseStatement || !leaves(statement.thenStatement)) return false;
  const asked = presence(statement.expression);
  if (!asked?.present) return false;
  // `const hit = cache.get(k); if (hit) return hit;`: the place is what the variable was read from.
  const places = [asked.place, ...before.flatMap((s) => readFrom(s, asked.place))];
  return rest.some((s) => places.some((place) => writes(s, place)));
}

function readFrom(statement: ts.Statement, name: string): string[] {
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap((d) => {
    if (!ts.isIdentifier(d.name) || d.name.text !== name || !d.initializer) return [];
    const init = unwrap(d.initializer);
    const source = placeOf(ts.isAwaitExpression(init) ? init.expression : init);
    return source === null ? [] : [source];
  });
}

function leaves(statement: ts.Statement): boolean {
  if (ts.isReturnStatement(statement) || ts.isContinueStatement(statement)) return true;
  if (!ts.isBlock(statement)) return false;
  const last = statement.statements[statement.statements.length - 1];
  return last !== undefined && leaves(last);
}

/** Anything below the node that assigns to the place, sets a property or key of it, or adds to it. */
function writes(node: ts.Node, place: string): boolean {
  let found = false;
  const visit = (at: ts.Node): void => {
    if (found) return;
    if (
      ts.isBinaryExpression(at) &&
      at.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
      at.operatorToken.kind <= ts.SyntaxKind.LastAssignment
    ) {
      const target = at.left.getText();
      if (target === place || target.startsWith(`${place}[`) || target.startsWith(`${place}.`)) found = true;
    } else if (
      ts.isCallExpression(at) &&
      ts.isPropertyAccessExpression(at.expression) &&
      ['set', 'add', 'put', 'push', 'setItem', 'store'].includes(at.expression.name.text) &&
      at.expression.expression.getText() === place
    ) {
      found = true;
    }
    ts.forEachChild(at, visit);
  };
  visit(node);
  return found;
}

/** `cache.get(k) ?? load(k)`, `cache[k] || (cache[k] = load(k))`, `x ??= load()`. */
export function isCacheRead(expression: ts.Expression): boolean {
  const node = unwrap(expression);
  const inner = ts.isAwaitExpression(node) ? unwrap(node.expression) : node;
  if (ts.isCallExpression(inner))
    return ts.isPropertyAccessExpression(inner.expression) && inner.expression.name.text === 'get' && inner.arguments.length === 1;
  return ts.isElementAccessExpression(inner);
}

/** `given || shared || connect()`: what a variable of the module holds by now is not made again. */
export function asksWhatIsKept(state: Lowering, expression: ts.Expression): boolean {
  const node = unwrap(expression);
  if (ts.isBinaryExpression(node)) return asksWhatIsKept(state, node.right) || asksWhatIsKept(state, node.left);
  const binding = ts.isIdentifier(node) ? state.bindings[resolveName(state, node.text, node)] : undefined;
  return binding?.kind === 'let' && binding.fn === 0;
}
