/**
 * Does the loop search the same list in other places too? One Set serves them all, and two fixes of one loop would otherwise build two.
 */
import ts from 'typescript';
import type { Edit } from '../../../model/finding.ts';
import type { Ledger } from '../../outcome.ts';
import { isRefused } from '../../outcome.ts';
import { elementOf } from '../proofs/element-kind.ts';
import type { Place } from '../proofs/place.ts';
import { enclosingFunction, placeOf, samePlace } from '../proofs/place.ts';
import type { View } from '../proofs/view.ts';
import { isInside } from '../proofs/view.ts';
import { askInstead } from './ask-index.ts';
import type { Index } from './build-index.ts';
import type { Search } from './search-shape.ts';
import { searchOf } from './search-shape.ts';

/** Plain `includes` on the same list in the same function of the loop; whatever needs proofs of its own is left alone. */
export function askElsewhere(view: View, ledger: Ledger, search: Search, place: Place, index: Index, loop: ts.Node): readonly Edit[] {
  if (search.strict || index.map || !view.typed) return [];
  const edits: Edit[] = [];
  const home = enclosingFunction(search.call);
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node !== search.call && enclosingFunction(node) === home && isInside(node, loop)) {
      const other = plainIncludes(view, node);
      const list = other === null ? null : placeOf(view, other.list);
      if (other !== null && list !== null && samePlace(list, place) && acceptsKey(view, other))
        edits.push(...(tryEdits(view, ledger, other, index) ?? []));
    }
    ts.forEachChild(node, visit);
  };
  visit(loop);
  return edits;
}

function plainIncludes(view: View, call: ts.CallExpression): Search | null {
  if (!ts.isPropertyAccessExpression(call.expression) || call.expression.name.text !== 'includes' || call.expression.questionDotToken !== undefined)
    return null;
  return attempt(() => searchOf(view, call));
}

function acceptsKey(view: View, search: Search): boolean {
  const element = elementOf(view, view.checker.getTypeAtLocation(search.list));
  return element !== null && view.checker.isTypeAssignableTo(view.checker.getTypeAtLocation(search.key), element);
}

function tryEdits(view: View, ledger: Ledger, search: Search, index: Index): readonly Edit[] | null {
  return attempt(() => askInstead(view, ledger, search, index));
}

/** A refusal here only means that this place stays as it is. */
export function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (isRefused(error)) return null;
    throw error;
  }
}
