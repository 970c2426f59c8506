/**
 * `index-before-loop`: builds a Set or Map of what the loop searches again and again, and asks that instead.
 *
 *     for (const u of users) if (banned.includes(u.id)) …
 *     =>
 *     const bannedSet = new Set(banned);
 *     for (const u of users) if (bannedSet.has(u.id)) …
 */
import ts from 'typescript';
import type { Edit, Fix, FixIntent } from '../../../model/finding.ts';
import type { Ledger } from '../../outcome.ts';
import { assume, fixOf, newLedger, prove, refuse } from '../../outcome.ts';
import { elementOf, isGlobal, isList, isNonNull } from '../proofs/element-kind.ts';
import { runsAfterLoop, staysUnchanged, staysUnchangedForGood } from '../proofs/is-changed-in.ts';
import { whyNotPure } from '../proofs/is-pure.ts';
import { isThereBefore, isThereInAll, nullsAreChecked, readsSteadily } from '../proofs/is-readable-before.ts';
import { isFreshVariable } from '../proofs/is-unshared.ts';
import { isVisibleBefore } from '../proofs/place.ts';
import type { View } from '../proofs/view.ts';
import { brief, isInside, loopAt, nodeAt } from '../proofs/view.ts';
import { askInstead } from './ask-index.ts';
import { buildIndex } from './build-index.ts';
import { existingSet } from './existing-index.ts';
import { indexedSource } from './indexed-source.ts';
import { insertionBefore } from './insertion.ts';
import { askElsewhere } from './same-search.ts';
import type { Search } from './search-shape.ts';
import { isCondition, keepsType, searchOf } from './search-shape.ts';

export function indexBeforeLoop(view: View, intent: FixIntent & { kind: 'index-before-loop' }): Fix {
  const call = nodeAt(view, intent.call, ts.isCallExpression) ?? refuse('the search is not where it was');
  const loop = loopAt(view, intent.loop) ?? refuse('the loop is not where it was');
  if (!isInside(call, loop) || call === loop) refuse('the search is not inside the loop');
  const search = searchOf(view, call);
  const ledger = newLedger();
  const direct = askDirectly(view, ledger, search);
  if (direct !== null) return direct;

  const source = indexedSource(view, search.list);
  const insertion = insertionBefore(view, loop);
  const { anchor } = insertion;
  listIsKnown(view, ledger, search, source.place === null ? null : source.name);
  if (source.place !== null) {
    const { root } = source.place;
    if (root !== 'this' && !isVisibleBefore(root, anchor)) refuse(`${source.name} is made anew inside the loop`);
    if (root === 'this' && !sameThis(search.list, anchor)) refuse('`this` means something else before the loop');
    readableBefore(view, ledger, source.node, source.name);
    isThereBefore(view, ledger, source, insertion.region, search.list, search.element === null && !source.ofObject);
    const isOwn = ts.isIdentifier(source.node) && root !== 'this' && isFreshVariable(view, root);
    if (!isOwn || search.element !== null) nullsAreChecked(view, ledger);
  }
  comparesAlike(view, ledger, search);
  if (search.element !== null) readsSteadily(view, search.element.expression, search.element.parameter, anchor);

  if (isGlobal(view, search.answer === 'test' ? 'Set' : 'Map', anchor) === 'no')
    refuse(`\`${search.answer === 'test' ? 'Set' : 'Map'}\` is not the language's own here`);
  let built = buildIndex(view, ledger, search, source, insertion);
  let before = insertion.edits(built.lines);
  if (source.place !== null) {
    const keys = search.element?.props ?? [];
    const name = keys.length > 0 ? `${source.name} or the \`${keys.join('.')}\` of its elements` : source.name;
    const watched = { place: source.place, name, keys, ofObject: source.ofObject };
    staysUnchanged(view, ledger, watched, insertion.region, new Set([call]));
    if (runsAfterLoop(view, call, loop)) staysUnchangedForGood(view, ledger, watched, anchor);
    const [line, ...others] = built.lines;
    const known = line !== undefined && others.length === 0 && !built.map ? existingSet(view, line, watched, anchor, insertion.region, call) : null;
    if (known !== null) {
      prove(ledger, `\`${known}\` is a Set of ${source.name} as it still is`);
      built = { ...built, name: known };
      before = [];
    }
  }
  const edits: Edit[] = [...before, ...askInstead(view, ledger, search, built)];
  if (source.place !== null && !source.ofObject) edits.push(...askElsewhere(view, ledger, search, source.place, built, loop));
  const what = built.map ? 'Map' : 'Set';
  if (before.length === 0) return fixOf(`Ask \`${built.name}\` instead`, ledger, edits);
  return fixOf(`Build a ${what} of ${source.name} before the loop`, ledger, edits);
}

/** Have: `[...set].includes(k)` => `set.has(k)`; the same at every moment, so nothing else matters. */
function askDirectly(view: View, ledger: Ledger, search: Search): Fix | null {
  const inner = collectionBehind(view, search.list);
  if (inner === null || search.element !== null) return null;
  const why = whyNotPure(view, search.key);
  if (why !== null) refuse(`the key is not a plain value: ${why}`);
  if (search.strict) comparesAlike(view, ledger, search);
  prove(ledger, `\`${brief(view, inner)}\` is a Set or Map`);
  const edits = askInstead(view, ledger, search, { name: inner.getText(view.source), map: false, missing: null });
  return fixOf(`Ask \`${brief(view, inner)}\` itself`, ledger, edits);
}

function collectionBehind(view: View, list: ts.Expression): ts.Expression | null {
  let inner: ts.Expression | null = null;
  const only = ts.isArrayLiteralExpression(list) && list.elements.length === 1 ? list.elements[0] : undefined;
  if (only !== undefined && ts.isSpreadElement(only)) inner = only.expression;
  if (ts.isCallExpression(list) && list.arguments.length === 1 && list.expression.getText(view.source) === 'Array.from')
    inner = list.arguments[0] ?? null;
  if (inner === null || !view.typed) return null;
  const keys =
    ts.isCallExpression(inner) &&
    inner.arguments.length === 0 &&
    ts.isPropertyAccessExpression(inner.expression) &&
    inner.expression.name.text === 'keys'
      ? inner.expression.expression
      : null;
  const type = view.checker.getTypeAtLocation(keys ?? inner);
  const symbol = type.getSymbol();
  if (symbol === undefined || !(symbol.declarations?.every((d) => view.program.isSourceFileDefaultLibrary(d.getSourceFile())) ?? false)) return null;
  if (keys !== null && /^(?:Readonly)?(?:Map|Set)$/.test(symbol.name)) return keys;
  return keys === null && /^(?:Readonly)?Set$/.test(symbol.name) ? inner : null;
}

function listIsKnown(view: View, ledger: Ledger, search: Search, name: string | null): void {
  const type = view.checker.getTypeAtLocation(search.list);
  const kind = isList(view, type);
  if (kind === 'no') refuse(`\`${brief(view, search.list)}\` is not an array`);
  const label = name ?? `\`${brief(view, search.list)}\``;
  if (kind === 'unknown') assume(ledger, `${label} is an array`);
  else prove(ledger, `${label} is an array`);
  const optional = search.access.questionDotToken !== undefined;
  if (
    optional &&
    (search.element !== null || search.answer !== 'test' || search.negated || search.asked !== search.call || !isCondition(search.call))
  )
    refuse(`${label} may be missing, and then the answer is undefined`);
  const element = elementOf(view, type);
  if (element !== null && !keepsType(view, search, element)) refuse('the search narrows the type of what it finds');
}

/** The list can be read before the loop, even if the loop then never runs. */
function readableBefore(view: View, ledger: Ledger, list: ts.Expression, name: string): void {
  const why = whyNotPure(view, list);
  if (why !== null) {
    if (view.typed && /is a getter$/.test(why)) refuse(`${why}, so that reading it once is not reading it each time`);
    assume(ledger, `reading ${name} has no effect and cannot fail`);
  } else if (!ts.isIdentifier(list)) prove(ledger, `${name} is a plain property`);
}

function sameThis(node: ts.Node, anchor: ts.Node): boolean {
  return thisContainer(node) === thisContainer(anchor);
}

function thisContainer(node: ts.Node): ts.Node {
  let at = node.parent;
  while (!ts.isSourceFile(at)) {
    if (ts.isFunctionLike(at) && !ts.isArrowFunction(at)) return at;
    if (ts.isClassStaticBlockDeclaration(at) || ts.isPropertyDeclaration(at)) return at;
    at = at.parent;
  }
  return at;
}

/** What is compared is a plain value: nothing runs when an element's key is read, or the looked-up key, at another time. */
export function comparesAlike(view: View, ledger: Ledger, search: Search): void {
  const { element, key } = search;
  if (element === null) return;
  if (view.typed) {
    const own = whyNotPure(view, element.expression);
    if (own !== null && /is a (?:getter|call)$/.test(own)) refuse(own);
    const why = whyNotPure(view, key);
    if (why !== null && /is a (?:getter|call)$/.test(why)) refuse(`the key is not a plain value: ${why}`);
    if (own !== null) assume(ledger, `reading \`${element.text.replace(/^\./, '')}\` has no effect and cannot fail`);
    else prove(ledger, 'the compared property of each element is plain');
    if (why !== null) assume(ledger, `reading \`${brief(view, key)}\` has no effect and cannot fail`);
    else prove(ledger, 'the key is a plain value');
    for (const side of [element.expression, key]) isThereInAll(view, ledger, side);
  } else {
    const calls = [element.expression, key].find((side) => /[(]/.test(side.getText(view.source)));
    if (calls !== undefined) refuse(`\`${brief(view, calls)}\` is a call`);
    assume(ledger, 'the compared properties are plain');
  }
  const list = view.checker.getTypeAtLocation(search.list);
  const type = elementOf(view, list);
  if (type !== null && view.typed && !isNonNull(view, type)) assume(ledger, `no element of \`${brief(view, search.list)}\` is null or undefined`);
}
