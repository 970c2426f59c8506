/**
 * The stretch of text that runs between the line that makes a set and the last question that the set answers, and what can happen to a
 * list in there.
 */
import { part } from '../lower/state.ts';
import type { Syntax } from '../tree.ts';
import type { Name } from './names.ts';
import { useOf } from './use-of.ts';
import { around, frameOf, nodesIn, type View } from './view.ts';

export interface Region {
  readonly start: number;
  readonly end: number;
  /** The function, class or module that runs it. */
  readonly frame: Syntax;
}

export function isIn(node: Syntax, region: Region): boolean {
  return node.start >= region.start && node.end <= region.end;
}

/** Runs in the same activation, and only once the region is over: it stands behind, or leaves the function. */
export function isAfter(node: Syntax, region: Region): boolean {
  if (frameOf(node) !== region.frame || around(node, /^generator_expression$/)) return false;
  if (node.start >= region.end) return !sharesLoop(node, region);
  const leaves = around(node, /^(return_statement|function_definition|lambda)$/)?.type === 'return_statement';
  return leaves && !isIn(node, region) && !isFinal(region);
}

function sharesLoop(node: Syntax, region: Region): boolean {
  for (let at: Syntax | null = node; at && at !== region.frame; at = at.parent)
    if (/^(for|while)_statement$/.test(at.type) && at.start <= region.start && at.end >= region.end) return true;
  return false;
}

/** Code in a `finally` runs after a `return`. */
function isFinal(region: Region): boolean {
  for (const node of nodesIn(region.frame)) if (node.type === 'finally_clause' && node.start <= region.start && node.end >= region.end) return true;
  return false;
}

/** Nobody but this activation has the list: made here, and not handed to anybody before the region is over. */
export function isOwn(view: View, name: Name, region: Region, isFresh: (value: Syntax) => boolean): boolean {
  if (name.scope?.node !== region.frame || (name.scope.kind === 'module' && view.names.hasWildcard)) return false;
  return name.mentions.every(({ node, binds }) => {
    if (binds) return valueGiven(node) !== null && isFresh(valueGiven(node) as Syntax);
    const use = useOf(view, node);
    if (use.kind === 'escape') return isAfter(node, region);
    return use.kind === 'read' || frameOf(node) === region.frame;
  });
}

/** `y` of `x = y`, where it is one plain assignment to one name. */
export function valueGiven(target: Syntax): Syntax | null {
  const assignment = target.parent;
  if (assignment?.type !== 'assignment' || assignment.parent?.type !== 'expression_statement') return null;
  const right = part(assignment, 'right');
  return right && right.type !== 'assignment' ? right : null;
}

/** Calls in a stretch of code that may run code we do not see; waiting and handing out lets others run, too. */
export function runsOthers(node: Syntax, isHarmless: (call: Syntax) => boolean): boolean {
  for (const each of nodesIn(node)) {
    if (/^(await|yield|with_statement|import_statement|import_from_statement|decorated_definition|class_definition)$/.test(each.type)) return true;
    if (each.type === 'call' && !isHarmless(each)) return true;
  }
  return false;
}
