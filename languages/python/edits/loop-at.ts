/** The loop that a span of an intent means: a statement, a comprehension, or a call that runs a lambda per element. */
import type { Span } from '../../../model/file.ts';
import { refuse } from '../../outcome.ts';
import { runsWithin } from '../proofs/lazy.ts';
import { around, frameOf, nodeAt, type View } from '../proofs/view.ts';
import type { Syntax } from '../tree.ts';

const LOOPS = /^(for_statement|while_statement|list_comprehension|set_comprehension|dictionary_comprehension|generator_expression|call)$/;

export function loopAt(view: View, span: Span): Syntax {
  return nodeAt(view, span, LOOPS) ?? refuse('the loop is not where it was');
}

/** The search runs while the loop does, not when somebody calls a function that the loop makes. */
export function runsInLoop(view: View, node: Syntax, loop: Syntax): void {
  const frame = frameOf(node);
  const own = frame.type === 'lambda' && loop.type === 'call' && frame.parent !== null && around(frame.parent, /^call$/) === loop;
  if (!own && frame !== frameOf(loop)) refuse('the search runs when the function around it is called');
  if (!runsWithin(view, node, loop)) refuse('the search runs when somebody walks the generator around it');
}
