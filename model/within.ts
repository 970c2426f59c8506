/** What stands inside of what: stretches of text, and calls among the statements of a function. */
import type { Node, Span } from './file.ts';

export function spanHolds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Is the call one of the statements, or in a loop or a branch below them? */
export function nodesHold(nodes: readonly Node[], call: number): boolean {
  return nodes.some((node) => {
    if (node.kind === 'call') return node.id === call;
    if (node.kind === 'loop') return nodesHold(node.body, call);
    return node.kind === 'branch' && node.arms.some((arm) => nodesHold(arm, call));
  });
}
