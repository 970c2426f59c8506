/**
 * May what an index is built from change while the index is in use? The one mutation check that every writer asks.
 *
 * Answers with reasons: `sure` ones refute the fix, the others leave an assumption for the title.
 */
import ts from 'typescript';
import type { Ledger } from '../../outcome.ts';
import { assume, prove, refuse } from '../../outcome.ts';
import type { Effect } from './effects-of.ts';
import { effectsOf } from './effects-of.ts';
import { areDisjoint, elementOf, isList } from './element-kind.ts';
import {
  isAssigned,
  isFresh,
  isFreshVariable,
  isNeverReassigned,
  isNeverWrittenAfter,
  isUnsharedUntil,
  isWrittenInClosure,
  runsInline,
} from './is-unshared.ts';
import type { Place } from './place.ts';
import { enclosingFunction, originOf, placeOf, references, samePlace } from './place.ts';
import type { View } from './view.ts';
import { brief, isInside } from './view.ts';

export interface Watched {
  readonly place: Place;
  /** How people call it: `banned`, or `` `banned` or the `id` of its elements ``. */
  readonly name: string;
  /** Properties of the elements that the index is keyed by. */
  readonly keys: readonly string[];
  /** The keys of an object are what is indexed, so every property written to it counts. */
  readonly ofObject: boolean;
}

export interface Change {
  readonly sure: boolean;
  readonly why: string;
  /** Unknown code that may run, rather than a write that we see. */
  readonly byOthers: boolean;
}

export function changesIn(view: View, watched: Watched, region: readonly ts.Node[], skip: ReadonlySet<ts.Node>): readonly Change[] {
  const { place } = watched;
  const changes: Change[] = [];
  const last = region[region.length - 1];
  if (last === undefined) return changes;
  if (place.root !== 'this' && isConstant(place.root)) return changes;
  const isOwn = place.root !== 'this' && place.path.length === 0 && isUnsharedUntil(view, place.root, last);
  const outOfReach = isOwn && watched.keys.length === 0 && !isWrittenInClosure(view, place.root);
  for (const effect of effectsOf(view, region, skip)) {
    const change = judge(view, watched, region, effect, isOwn, outOfReach);
    if (change !== null) changes.push(change);
  }
  return changes;
}

/** `['a', 'b'] as const`: no code that type-checks changes it. */
export function isConstant(symbol: ts.Symbol): boolean {
  const declaration = symbol.valueDeclaration;
  if (
    declaration === undefined ||
    !ts.isVariableDeclaration(declaration) ||
    declaration.type !== undefined ||
    (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) === 0
  )
    return false;
  const init = declaration.initializer;
  return (
    init !== undefined &&
    ts.isAsExpression(init) &&
    ts.isTypeReferenceNode(init.type) &&
    init.type.getText() === 'const' &&
    ts.isArrayLiteralExpression(init.expression)
  );
}

function judge(view: View, watched: Watched, region: readonly ts.Node[], effect: Effect, isOwn: boolean, outOfReach: boolean): Change | null {
  const { place } = watched;
  const rootName = `\`${brief(view, place.node)}\``;
  switch (effect.kind) {
    case 'assign':
      return effect.symbol === place.root
        ? { sure: true, why: `${rootName} is given another value: \`${brief(view, effect.node)}\``, byOthers: false }
        : null;
    case 'call':
    case 'pause': {
      // A list of primitives that nobody else holds, bound once and written by no closure, is out of everyone's reach.
      if (outOfReach) return null;
      const why = effect.kind === 'pause' ? `other code may run at \`${effect.what}\`` : `${effect.what} may do anything`;
      return { sure: false, why, byOthers: true };
    }
    case 'content': {
      const target = placeOf(view, effect.target);
      if (target !== null && samePlace(originOf(view, target), originOf(view, place)))
        return { sure: true, why: `${rootName} may change inside the loop: \`${brief(view, effect.node)}\``, byOthers: false };
      if (isDistinct(view, effect.target, target, place, region, isOwn, true)) return null;
      return { sure: false, why: `\`${brief(view, effect.target)}\` may be the same list as ${rootName}`, byOthers: false };
    }
    case 'property':
      return judgeProperty(view, watched, region, effect, isOwn);
  }
}

function judgeProperty(
  view: View,
  watched: Watched,
  region: readonly ts.Node[],
  effect: Effect & { kind: 'property' },
  isOwn: boolean,
): Change | null {
  const { place, keys } = watched;
  const target = placeOf(view, effect.target);
  const { name } = effect;
  const node = `\`${brief(view, effect.node)}\``;
  if (target !== null && name !== null && target.root === place.root) {
    const whole = [...target.path, name];
    if (whole.length <= place.path.length && whole.every((step, i) => step === place.path[i]))
      return { sure: true, why: `\`${brief(view, place.node)}\` is given another value: ${node}`, byOthers: false };
  }
  if (watched.ofObject) {
    if (target !== null && samePlace(target, place))
      return { sure: true, why: `\`${brief(view, place.node)}\` may change inside the loop: ${node}`, byOthers: false };
    return isDistinct(view, effect.target, target, place, region, isOwn, false)
      ? null
      : { sure: false, why: `${node} may change \`${brief(view, place.node)}\``, byOthers: false };
  }
  const hitsPath = place.path.length > 0 && (name === null || place.path.includes(name));
  const hitsKey = keys.length > 0 && (name === null || keys.includes(name));
  if (!hitsPath && !hitsKey) return null;
  if (isMadeInside(view, target, region)) return null;
  if (target !== null && target.root !== 'this' && target.path.length === 0 && isUnsharedUntil(view, target.root, effect.node)) return null;
  if (hitsKey && name !== null) return { sure: true, why: `the keys may change inside the loop: ${node}`, byOthers: false };
  return { sure: false, why: `${node} may change \`${brief(view, place.node)}\``, byOthers: false };
}

/** Created after the index was built, so it is none of what the index holds. */
function isMadeInside(view: View, target: Place | null, region: readonly ts.Node[]): boolean {
  if (target === null || target.root === 'this' || target.path.length > 0) return false;
  const declaration = target.root.valueDeclaration;
  if (declaration === undefined || !isFreshVariable(view, target.root)) return false;
  if (region.some((node) => isInside(declaration, node))) return true;
  // In a function that the region calls: made anew on each call.
  const owner = enclosingFunction(declaration);
  return owner !== null && !region.some((node) => isInside(node, owner));
}

/** The two are certainly not one list. */
function isDistinct(
  view: View,
  expression: ts.Expression,
  target: Place | null,
  place: Place,
  region: readonly ts.Node[],
  isOwn: boolean,
  lists: boolean,
): boolean {
  if (isFresh(view, expression)) return true;
  if (lists && view.typed) {
    const type = view.checker.getTypeAtLocation(expression);
    if (isList(view, type) === 'no') return true;
    const mine = elementOf(view, view.checker.getTypeAtLocation(place.node));
    const theirs = elementOf(view, type);
    if (mine !== null && theirs !== null && areDisjoint(view, mine, theirs)) return true;
  }
  if (isOwn && (target === null || target.root !== place.root)) return true;
  if (target === null || target.root === 'this' || target.path.length > 0) return false;
  if (isMadeInside(view, target, region)) return true;
  const last = region[region.length - 1];
  if (last === undefined || target.root === place.root) return false;
  if (isUnsharedUntil(view, target.root, last)) return true;
  // Have: `banned` had its value before the other list was made.
  return (
    isFreshVariable(view, target.root) &&
    place.root !== 'this' &&
    place.path.length === 0 &&
    isNeverReassigned(view, place.root) &&
    isOlder(place.root, target.root)
  );
}

function isOlder(older: ts.Symbol, younger: ts.Symbol): boolean {
  const a = older.valueDeclaration;
  const b = younger.valueDeclaration;
  if (a === undefined || b === undefined || a.getSourceFile() !== b.getSourceFile() || a.end > b.pos) return false;
  if (!ts.isVariableDeclaration(a) && !ts.isParameter(a)) return false;
  const home = enclosingFunction(b);
  return (
    home === enclosingFunction(a) ||
    (ts.isParameter(a) && home === a.parent) ||
    home === null ||
    isInside(home, enclosingFunction(a) ?? a.getSourceFile())
  );
}

/** Records that the watched value keeps still in `region`, or what must be assumed for that; refuses when it certainly does not. */
export function staysUnchanged(view: View, ledger: Ledger, watched: Watched, region: readonly ts.Node[], skip: ReadonlySet<ts.Node>): void {
  const changes = changesIn(view, watched, region, skip);
  const sure = changes.find((change) => change.sure);
  if (sure !== undefined) refuse(sure.why);
  if (changes.length === 0) return prove(ledger, `nothing in the loop changes ${watched.name}`);
  const alias = changes.find((change) => !change.byOthers);
  if (alias !== undefined) assume(ledger, `${watched.name} does not change inside the loop, where ${alias.why}`);
  else assume(ledger, `nothing called in the loop changes ${watched.name}`);
}

/** The search runs in a function that outlives the loop (a stored closure, an async callback): the list must then keep still for good. */
export function runsAfterLoop(view: View, call: ts.Node, loop: ts.Node): boolean {
  const owner = enclosingFunction(call);
  const home = enclosingFunction(loop);
  return owner !== home && !runsInline(view, call, home);
}

export function staysUnchangedForGood(view: View, ledger: Ledger, watched: Watched, from: ts.Node): void {
  const { root, path } = watched.place;
  if (root !== 'this' && path.length === 0 && isConstant(root)) return prove(ledger, `${watched.name} is constant`);
  const isOwn = root !== 'this' && path.length === 0 && watched.keys.length === 0;
  if (isOwn && isUnsharedUntil(view, root, view.source) && isNeverWrittenAfter(view, root, from))
    prove(ledger, `nothing changes ${watched.name} once it is filled`);
  else if (root !== 'this' && references(view, root).some((id) => isAssigned(id) && id.pos >= from.end))
    refuse(`\`${root.name}\` is given another value while the callbacks are pending`);
  else assume(ledger, `${watched.name} does not change while the callbacks are pending`);
}
