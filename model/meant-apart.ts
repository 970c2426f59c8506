/** Whether a loop's author ends each element's work on purpose: every so many, or because each may fail by itself. */
import type { Branch, Loop, Node } from './file.ts';
import { spanHolds } from './within.ts';

const COUNTS = /%|\blen\(|\.(length|size)\b|\b\w*(count|batch|chunk|pending)\w*\b/i;

/** Have: if index % 100 == 0: session.commit() */
export function isCounted(branches: readonly Branch[], loop: Loop): boolean {
  return branches.some(({ span, test }) => spanHolds(loop.span, span) && COUNTS.test(test?.text ?? ''));
}

/** Does the loop go on after something failed? */
export function goesOnAfterFailure(nodes: readonly Node[]): boolean {
  return nodes.some((node) => node.kind === 'branch' && (node.recovers || node.arms.some((arm) => goesOnAfterFailure(arm))));
}
