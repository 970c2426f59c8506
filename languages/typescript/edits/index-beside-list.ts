/**
 * `index-beside-list`: the list grows inside the loop that searches it, and is needed as a list; a Set or Map is kept next to it.
 *
 *     if (!seen.includes(x)) seen.push(x);
 *     =>
 *     if (!seenSet.has(x)) { seen.push(x); seenSet.add(x); }
 *
 * Every change of the list must be a `push` that we see, and that tells what it adds.
 */
import ts from 'typescript';
import type { Edit, Fix, FixIntent } from '../../../model/finding.ts';
import { assume, fixOf, newLedger, prove, refuse } from '../../outcome.ts';
import { builtinOf, RUN_NOW } from '../proofs/builtin.ts';
import { effectsOf } from '../proofs/effects-of.ts';
import { elementOf, isGlobal, isList, typeText } from '../proofs/element-kind.ts';
import { runsAfterLoop, staysUnchanged } from '../proofs/is-changed-in.ts';
import { whyNotPure } from '../proofs/is-pure.ts';
import { isThereBefore, nullsAreChecked, readsSteadily } from '../proofs/is-readable-before.ts';
import { isFreshVariable, isUnsharedUntil, useOf } from '../proofs/is-unshared.ts';
import type { Place } from '../proofs/place.ts';
import { enclosingFunction, isVisibleBefore, placeOf, references, samePlace } from '../proofs/place.ts';
import type { View } from '../proofs/view.ts';
import { bare, brief, dressed, isInside, loopAt, nodeAt, replace, textOf } from '../proofs/view.ts';
import { askInstead } from './ask-index.ts';
import { statementsAfter } from './braces.ts';
import type { Index } from './build-index.ts';
import { buildIndex, isEvolving } from './build-index.ts';
import { freeName } from './free-name.ts';
import { comparesAlike } from './index-before-loop.ts';
import type { Source } from './indexed-source.ts';
import { indexedSource } from './indexed-source.ts';
import type { Insertion } from './insertion.ts';
import { insertionBefore } from './insertion.ts';
import { attempt } from './same-search.ts';
import type { Search } from './search-shape.ts';
import { keepsType, searchOf } from './search-shape.ts';

export function indexBesideList(view: View, intent: FixIntent & { kind: 'index-beside-list' }): Fix {
  const call = nodeAt(view, intent.call, ts.isCallExpression) ?? refuse('the search is not where it was');
  const loop = loopAt(view, intent.loop) ?? refuse('the loop is not where it was');
  const inner = attempt(() => besideLoop(view, call, loop));
  // Have: `for (…) for (…) if (!list.includes(x)) list.push(x)`: beside the inner loop the Set would be built anew each time.
  for (const outer of loopsAround(view, loop)) {
    const fix = attempt(() => besideLoop(view, call, outer));
    if (fix !== null && (inner === null || fix.unproven.length <= inner.unproven.length)) return fix;
  }
  return inner ?? besideLoop(view, call, loop);
}

/** The loops around a loop, outermost first: statements, and array methods whose callback it stands in. */
function loopsAround(view: View, loop: ts.Node): ts.Node[] {
  const found: ts.Node[] = [];
  for (let at = loop.parent; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isIterationStatement(at, false)) found.unshift(at);
    if (!ts.isFunctionLike(at)) continue;
    const call = ts.isArrowFunction(at) || ts.isFunctionExpression(at) ? dressed(at).parent : null;
    if (call === null || !ts.isCallExpression(call) || !runsNow(view, call)) break;
    found.unshift(call);
    at = call;
  }
  return found;
}

function runsNow(view: View, call: ts.CallExpression): boolean {
  const { expression } = call;
  return ts.isPropertyAccessExpression(expression) && RUN_NOW.has(expression.name.text) && builtinOf(view, call) !== null;
}

function besideLoop(view: View, call: ts.CallExpression, loop: ts.Node): Fix {
  if (!isInside(call, loop) || call === loop) refuse('the search is not inside the loop');
  const search = searchOf(view, call);
  if (search.answer === 'all') refuse('`filter` on a list that grows would need a copy each time');
  if (search.access.questionDotToken !== undefined) refuse('the list may be missing');
  const source = indexedSource(view, search.list);
  const { place } = source;
  if (place === null || source.ofObject) refuse('what is searched is no list that grows');
  const ledger = newLedger();
  const insertion = insertionBefore(view, loop);
  if (place.root === 'this') refuse(`${source.name} belongs to an object, where others may change it`);
  if (!isVisibleBefore(place.root, insertion.anchor)) refuse(`${source.name} is made anew inside the loop`);
  const kind = isList(view, view.checker.getTypeAtLocation(search.list));
  if (kind === 'no') refuse(`${source.name} is not an array`);
  if (kind === 'unknown' && !(ts.isIdentifier(search.list) && isEvolving(view, search.list))) assume(ledger, `${source.name} is an array`);
  const element = elementOf(view, view.checker.getTypeAtLocation(search.list));
  if (element !== null && !keepsType(view, search, element)) refuse('the search narrows the type of what it finds');
  if (place.path.length > 0) {
    const why = whyNotPure(view, source.node);
    if (why !== null) refuse(why);
  }
  if (isGlobal(view, search.answer === 'test' ? 'Set' : 'Map', insertion.anchor) === 'no') refuse("`Set` or `Map` is not the language's own here");
  comparesAlike(view, ledger, search);
  if (search.element !== null) readsSteadily(view, search.element.expression, search.element.parameter, insertion.anchor);
  isThereBefore(view, ledger, source, insertion.region, search.list);
  if (search.element !== null || place.path.length > 0 || !isFreshVariable(view, place.root)) nullsAreChecked(view, ledger);
  if (runsAfterLoop(view, call, loop)) refuse('the search may run after the loop');

  const grows = growsIn(view, place, insertion, loop);
  const keys = search.element?.props ?? [];
  const name = keys.length > 0 ? `${source.name} or the \`${keys.join('.')}\` of its elements` : source.name;
  staysUnchanged(view, ledger, { place, name, keys, ofObject: false }, insertion.region, new Set<ts.Node>([call, ...grows]));
  prove(ledger, `every addition to ${source.name} in the loop is known`);
  if (!isUnsharedUntil(view, place.root, loop) || enclosingFunction(place.root.valueDeclaration ?? view.source) !== enclosingFunction(loop)) {
    // The same `push` may then run in another activation, which keeps an index of its own.
    if (ledger.unproven.every((phrase) => !phrase.startsWith('nothing called')) && callsOthers(view, insertion.region))
      assume(ledger, 'nothing called in the loop runs this loop again');
  }

  const empty = beginsEmpty(view, place.root, insertion.anchor);
  const built = buildIndex(view, ledger, search, source, insertion, { empty });
  const edits: Edit[] = [...insertion.edits(built.lines), ...askInstead(view, ledger, search, built)];
  for (const grow of grows) edits.push(...recordAddition(view, search, source, built, grow, insertion));
  return fixOf(`Keep a ${built.map ? 'Map' : 'Set'} next to ${source.name}`, ledger, edits);
}

function callsOthers(view: View, region: readonly ts.Node[]): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && builtinOf(view, node) === null) found = true;
    else if (ts.isAwaitExpression(node) || ts.isYieldExpression(node)) found = true;
    else ts.forEachChild(node, visit);
  };
  for (const node of region) visit(node);
  return found;
}

/** The `push` calls on the list inside the loop. */
function growsIn(view: View, place: Place, insertion: Insertion, loop: ts.Node): ts.CallExpression[] {
  const grows: ts.CallExpression[] = [];
  for (const effect of effectsOf(view, insertion.region)) {
    if (effect.kind !== 'content') continue;
    const target = placeOf(view, effect.target);
    if (target === null || !samePlace(target, place)) continue;
    const { node } = effect;
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression) || node.expression.name.text !== 'push')
      refuse(`\`${brief(view, place.node)}\` changes by \`${brief(view, node)}\`, which an index cannot follow`);
    if (!insertion.region.some((part) => isInside(node, part))) refuse(`\`${brief(view, node)}\` adds from another function`);
    if (runsAfterLoop(view, node, loop)) refuse(`\`${brief(view, node)}\` may run after the loop`);
    if (!ts.isExpressionStatement(node.parent)) refuse(`\`${brief(view, node)}\` is no statement of its own`);
    if (node.arguments.some(ts.isSpreadElement)) refuse(`\`${brief(view, node)}\` adds a whole list`);
    grows.push(node);
  }
  if (grows.length === 0) refuse(`\`${brief(view, place.node)}\` does not grow in the loop`);
  return grows;
}

function beginsEmpty(view: View, symbol: ts.Symbol, anchor: ts.Node): boolean {
  const declaration = symbol.valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration) || !isFreshVariable(view, symbol)) return false;
  const init = declaration.initializer;
  if (init === undefined || !ts.isArrayLiteralExpression(init) || init.elements.length > 0) return false;
  if (blockAround(declaration) !== blockAround(anchor)) return false;
  return references(view, symbol).every((id) => id.getStart() >= anchor.getStart() || useOf(view, id) === 'declaration');
}

function blockAround(node: ts.Node): ts.Node {
  let at = node.parent;
  while (!ts.isBlock(at) && !ts.isSourceFile(at) && !ts.isModuleBlock(at) && !ts.isCaseBlock(at)) at = at.parent;
  return at;
}

function recordAddition(view: View, search: Search, source: Source, index: Index, grow: ts.CallExpression, insertion: Insertion): Edit[] {
  const { semi } = insertion;
  const statement = grow.parent as ts.ExpressionStatement;
  const edits: Edit[] = [];
  const lines: string[] = [];
  for (const argument of grow.arguments) {
    if (index.map) {
      let value = textOf(view, argument);
      if (ts.isObjectLiteralExpression(argument) && grow.arguments.length === 1) {
        // Have: `groups.push({ … })` => `const group = { … }; groups.push(group);`
        value = freeName(view, 'added', [index.name], statement);
        const type = view.js
          ? ''
          : `: ${typeText(view, elementOf(view, view.checker.getTypeAtLocation(search.list)) ?? refuse('the type of the elements is not known'), statement) ?? `(typeof ${source.text})[number]`}`;
        edits.push(
          replace(view, grow.getStart(view.source), argument.getStart(view.source), `const ${value}${type} = `),
          replace(view, argument.end, grow.end, ''),
        );
        lines.push(`${source.text}.push(${value})${semi}`);
      } else if (!ts.isIdentifier(bare(argument))) refuse(`\`${brief(view, grow)}\` adds what has no name`);
      const key = keyOfNamed(search, value);
      lines.push(`if (!${index.name}.has(${key})) ${index.name}.set(${key}, ${value})${semi}`);
    } else lines.push(`${index.name}.add(${keyOfAdded(view, search, argument)})${semi}`);
  }
  return [...edits, ...statementsAfter(view, statement, lines)];
}

function keyOfNamed(search: Search, value: string): string {
  const element = search.element;
  if (element === null) return value;
  if (element.destructured) return `${value}${element.text}`;
  if (!element.text.startsWith(`${element.param}.`) || element.text.indexOf(element.param, 1) !== -1)
    refuse('the key of an added element is no plain property');
  return value + element.text.slice(element.param.length);
}

function keyOfAdded(view: View, search: Search, argument: ts.Expression): string {
  const at = bare(argument);
  const { element } = search;
  if (element !== null && ts.isObjectLiteralExpression(at)) {
    const name = element.props[0];
    if (element.props.length !== 1 || name === undefined || at.properties.some(ts.isSpreadAssignment))
      refuse('the key of an added element is no plain property');
    const property = at.properties.find((p) => p.name !== undefined && p.name.getText(view.source) === name);
    const value =
      property === undefined
        ? null
        : ts.isPropertyAssignment(property)
          ? property.initializer
          : ts.isShorthandPropertyAssignment(property)
            ? property.name
            : null;
    if (value === null) refuse('the key of an added element is no plain property');
    return plain(view, value);
  }
  return keyOfNamed(search, plain(view, argument));
}

/** The text of a value that can be read twice. */
function plain(view: View, value: ts.Expression): string {
  const at = bare(value);
  if (!ts.isIdentifier(at) && !ts.isLiteralExpression(at)) {
    const why = whyNotPure(view, value);
    if (why !== null) refuse(`what is added cannot be read twice: ${why}`);
  }
  return textOf(view, value);
}
