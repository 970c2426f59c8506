/**
 * `index-inner-loop`: an inner loop that does something for equal elements only walks just those.
 *
 *     for (const a of as) for (const b of bs) if (a.k === b.k) …
 *     =>
 *     (a Map of lists by `k`, before the outer loop)
 *     for (const a of as) for (const b of bsByK.get(a.k) ?? []) if (a.k === b.k) …
 *
 * The test stays: it costs nothing now, keeps NaN out, and leaves the body untouched.
 */
import ts from 'typescript';
import type { Fix, FixIntent } from '../../../model/finding.ts';
import { assume, fixOf, newLedger, prove, refuse } from '../../outcome.ts';
import { elementOf, isGlobal, isList, isNonNull } from '../proofs/element-kind.ts';
import { runsAfterLoop, staysUnchanged } from '../proofs/is-changed-in.ts';
import { whyNotPure } from '../proofs/is-pure.ts';
import { isThereBefore, isThereInAll, nullsAreChecked, readsSteadily } from '../proofs/is-readable-before.ts';
import { isNeverReassigned } from '../proofs/is-unshared.ts';
import { freeReads, isVisibleBefore, symbolOf } from '../proofs/place.ts';
import type { View } from '../proofs/view.ts';
import { bare, brief, isInside, loopAt, replace, textOf } from '../proofs/view.ts';
import { annotation, groupLines, mapTypes } from './build-index.ts';
import { camel, capital, freeName, scopedName } from './free-name.ts';
import { indexedSource } from './indexed-source.ts';
import { insertionBefore } from './insertion.ts';
import { continuesLine } from './layout.ts';
import { propsIn } from './search-shape.ts';

interface Inner {
  readonly list: ts.Expression;
  readonly param: ts.ParameterDeclaration | ts.VariableDeclaration;
  readonly name: string;
  readonly body: ts.Node;
  readonly isCall: boolean;
}

export function indexInnerLoop(view: View, intent: FixIntent & { kind: 'index-inner-loop' }): Fix {
  const loop = loopAt(view, intent.loop) ?? refuse('the loop is not where it was');
  const inner = loopAt(view, intent.inner) ?? refuse('the inner loop is not where it was');
  if (!isInside(inner, loop) || inner === loop) refuse('the inner loop is not inside the outer one');
  const parts = innerOf(inner);
  const { own, other } = guardOf(view, parts);
  const ledger = newLedger();
  const source = indexedSource(view, parts.list);
  const { place } = source;
  if (place === null || source.ofObject || place.root === 'this') refuse(`\`${brief(view, parts.list)}\` is no variable`);
  const insertion = insertionBefore(view, loop);
  if (!isVisibleBefore(place.root, insertion.anchor)) refuse(`${source.name} is made anew inside the loop`);
  const type = view.checker.getTypeAtLocation(parts.list);
  const kind = isList(view, type);
  if (kind === 'no') refuse(`${source.name} is not an array`);
  if (kind === 'unknown') assume(ledger, `${source.name} is an array`);
  else prove(ledger, `${source.name} is an array`);
  if (isGlobal(view, 'Map', insertion.anchor) === 'no') refuse("`Map` is not the language's own here");

  for (const [side, name] of [
    [parts.list, source.name],
    [own, `\`${brief(view, own)}\``],
    [other, `\`${brief(view, other)}\``],
  ] as const) {
    const why = ts.isIdentifier(bare(side)) ? null : whyNotPure(view, side);
    if (why === null) continue;
    if (view.typed && /is a (?:getter|call)$/.test(why)) refuse(`the equality is no plain comparison: ${why}`);
    if (!view.typed && side.getText(view.source).includes('(')) refuse(`the equality is no plain comparison: ${name} is a call`);
    assume(ledger, `reading ${name} has no effect and cannot fail`);
  }
  prove(ledger, 'elements that do not match have no effect');
  if (view.typed) for (const side of [own, other]) isThereInAll(view, ledger, side);
  readsSteadily(view, own, parts.param, insertion.anchor);
  isThereBefore(view, ledger, source, insertion.region, parts.list);
  nullsAreChecked(view, ledger);
  for (const id of freeReads(other)) {
    const symbol = symbolOf(view, id);
    if (symbol === null || !isNeverReassigned(view, symbol)) refuse(`\`${id.text}\` is given another value while the inner loop runs`);
    if (isInside(symbol.valueDeclaration ?? view.source, inner)) refuse(`\`${id.text}\` differs for each element of ${source.name}`);
  }
  const element = elementOf(view, type);
  if (view.typed && element !== null && !isNonNull(view, element)) assume(ledger, `no element of ${source.name} is null or undefined`);
  // Both keys must keep still: the group is chosen once per outer element.
  const keys = [...new Set([...propsIn(own), ...propsIn(other)])];
  const what = keys.length > 0 ? `${source.name} or the \`${keys.join('`, `')}\` that is compared` : source.name;
  staysUnchanged(view, ledger, { place, name: what, keys, ofObject: false }, insertion.region, new Set(ts.isCallExpression(inner) ? [inner] : []));
  if (runsAfterLoop(view, inner, loop)) refuse('the inner loop may run after the outer one');

  const elementKey = {
    param: parts.name,
    text: textOf(view, own),
    expression: own,
    parameter: parts.param,
    props: propsIn(own),
    destructured: false,
  };
  const prop = camel(elementKey.props[elementKey.props.length - 1] ?? 'value');
  const name = freeName(view, `${source.stem}By${capital(prop)}`, [parts.name], insertion.anchor);
  const group = scopedName('group', [parts.name, name, elementKey.text, source.text]);
  if (freeReads(source.node).some((id) => id.text === parts.name)) refuse(`the element \`${parts.name}\` has the name of the list`);
  const ownType = view.checker.getTypeAtLocation(own);
  const types = view.js ? '' : mapTypes(view, ledger, source, ownType, other, element, { answer: 'all', element: elementKey }, insertion.anchor);
  const lines = [
    `const ${name} = new Map${types}()${insertion.semi}`,
    ...groupLines(
      source.text,
      name,
      { param: parts.name, type: annotation(view, elementKey, element) },
      elementKey.text,
      group,
      insertion.unit,
      insertion.semi,
    ),
  ];
  const asked = `${name}.get(${textOf(view, other)}) ?? []`;
  const edit = replace(
    view,
    parts.list.getStart(view.source),
    parts.list.end,
    parts.isCall ? `${continuesLine(view, parts.list) ? ';' : ''}(${asked})` : asked,
  );
  return fixOf(`Group ${source.name} by \`${prop}\` before the loop`, ledger, [...insertion.edits(lines), edit]);
}

function innerOf(inner: ts.IterationStatement | ts.CallExpression): Inner {
  if (ts.isForOfStatement(inner)) {
    if (inner.awaitModifier !== undefined) refuse('the inner loop awaits its elements');
    const declared = ts.isVariableDeclarationList(inner.initializer) ? inner.initializer.declarations[0] : undefined;
    if (declared === undefined || !ts.isIdentifier(declared.name)) refuse('the inner loop takes its elements apart');
    if ((ts.getCombinedNodeFlags(declared) & ts.NodeFlags.Const) === 0) refuse(`\`${declared.name.text}\` may be given another value`);
    return { list: inner.expression, param: declared, name: declared.name.text, body: inner.statement, isCall: false };
  }
  if (ts.isCallExpression(inner)) {
    const access = bare(inner.expression);
    const fn = inner.arguments.length === 1 && inner.arguments[0] !== undefined ? bare(inner.arguments[0]) : null;
    if (
      !ts.isPropertyAccessExpression(access) ||
      access.name.text !== 'forEach' ||
      access.questionDotToken !== undefined ||
      fn === null ||
      !ts.isArrowFunction(fn) ||
      fn.modifiers !== undefined
    )
      refuse('the inner loop is no `for … of` and no plain `forEach`');
    const param = fn.parameters[0];
    if (param === undefined || fn.parameters.length > 1 || !ts.isIdentifier(param.name) || param.initializer !== undefined)
      refuse('the callback uses more than the element');
    return { list: access.expression, param, name: param.name.text, body: fn.body, isCall: true };
  }
  return refuse('the inner loop is no `for … of` and no plain `forEach`');
}

/** Have: a body that is one `if (a.k === b.k && …)` without else, or begins with `if (a.k !== b.k) continue`. */
function guardOf(view: View, inner: Inner): { own: ts.Expression; other: ts.Expression } {
  const statements = ts.isBlock(inner.body) ? [...inner.body.statements] : ts.isStatement(inner.body) ? [inner.body] : [];
  const first = statements[0];
  if (first === undefined || !ts.isIfStatement(first) || first.elseStatement !== undefined)
    refuse('the inner loop does more than act on equal elements');
  let test = bare(first.expression);
  let wanted = ts.SyntaxKind.EqualsEqualsEqualsToken;
  if (statements.length > 1) {
    const exit =
      ts.isBlock(first.thenStatement) && first.thenStatement.statements.length === 1 ? first.thenStatement.statements[0] : first.thenStatement;
    const skips =
      exit !== undefined &&
      ((!inner.isCall && ts.isContinueStatement(exit) && exit.label === undefined) ||
        (inner.isCall && ts.isReturnStatement(exit) && exit.expression === undefined));
    if (!skips) refuse('the inner loop does more than act on equal elements');
    wanted = ts.SyntaxKind.ExclamationEqualsEqualsToken;
  } else while (ts.isBinaryExpression(test) && test.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) test = bare(test.left);
  if (!ts.isBinaryExpression(test) || test.operatorToken.kind !== wanted) refuse('the inner loop does not begin with a strict comparison');
  const reads = (side: ts.Expression): boolean =>
    freeReads(side).some((id) => isInside(symbolOf(view, id)?.valueDeclaration ?? view.source, inner.param));
  const [left, right] = [reads(test.left), reads(test.right)];
  if (left === right) refuse('the comparison is not between the two loops');
  return left ? { own: test.left, other: test.right } : { own: test.right, other: test.left };
}
