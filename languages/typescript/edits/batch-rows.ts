/**
 * Does the loop treat what it reads as its own? One query for all hands the same row to every element with its key, fails once for all of
 * them, and knows the keys that the list held before the loop.
 */
import ts from 'typescript';
import { refuse } from '../../outcome.ts';
import { effectsOf } from '../proofs/effects-of.ts';
import { changesIn } from '../proofs/is-changed-in.ts';
import type { Place } from '../proofs/place.ts';
import { placeOf, symbolOf } from '../proofs/place.ts';
import type { View } from '../proofs/view.ts';
import { brief, dressed, isInside } from '../proofs/view.ts';
import { propsIn } from './search-shape.ts';

/** The list and the keys of its elements are the same throughout the loop, as far as the code shows. */
export function keysStay(view: View, list: Place, key: ts.Expression, loop: ts.Node): void {
  const watched = { place: list, name: `\`${brief(view, list.node)}\``, keys: propsIn(key), ofObject: false };
  const change = changesIn(view, watched, [loop], new Set()).find(({ sure }) => sure);
  if (change !== undefined) refuse(change.why);
}

/** Have: `user.name += '!'`: the next element with the same key would find the row changed. */
export function rowsStay(view: View, awaited: ts.AwaitExpression, loop: ts.Node): void {
  const rows = new Set<ts.Symbol>();
  const { parent } = dressed(awaited);
  if (ts.isVariableDeclaration(parent)) addNames(view, parent.name, rows);
  const walks = (node: ts.Node): void => {
    if (ts.isForOfStatement(node) && ts.isVariableDeclarationList(node.initializer) && isOneOf(view, node.expression, rows))
      for (const { name } of node.initializer.declarations) addNames(view, name, rows);
    ts.forEachChild(node, walks);
  };
  walks(loop);
  for (const effect of effectsOf(view, [loop])) {
    if ((effect.kind === 'property' || effect.kind === 'content') && isOneOf(view, effect.target, rows))
      refuse(`elements with the same key would share the row that \`${brief(view, effect.node)}\` changes`);
  }
}

function addNames(view: View, name: ts.BindingName, rows: Set<ts.Symbol>): void {
  if (ts.isIdentifier(name)) {
    const symbol = symbolOf(view, name);
    if (symbol !== null) rows.add(symbol);
  } else for (const element of name.elements) if (!ts.isOmittedExpression(element)) addNames(view, element.name, rows);
}

function isOneOf(view: View, expression: ts.Expression, rows: ReadonlySet<ts.Symbol>): boolean {
  const place = placeOf(view, expression);
  return place !== null && place.root !== 'this' && rows.has(place.root);
}

/** Have: `try { await query } catch { failed += 1 }`: the others go on. */
export function failsForAll(call: ts.Node, loop: ts.Node): void {
  for (let at: ts.Node = call; at !== loop && at.parent !== undefined; at = at.parent) {
    const { parent } = at;
    if (ts.isTryStatement(parent) && parent.tryBlock === at && isInside(parent, loop)) refuse('the loop handles the failure of one query');
  }
}
