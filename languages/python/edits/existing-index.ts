/** Has the function built the same set already, of a list that has not changed since? Then a second one would be the same. */
import { isRefused, type Ledger } from '../../outcome.ts';
import { part } from '../lower/state.ts';
import { type Region, valueGiven } from '../proofs/region.ts';
import { type Reads, staysUnchanged } from '../proofs/stays-unchanged.ts';
import { textOf, type View } from '../proofs/view.ts';
import type { Syntax } from '../tree.ts';

/**
 * The variable that a line in front of `anchor`, in the same suite, gives the value that `line` would; null where there is none, where it is used
 * for anything but questions, or where the list may have changed up to the end of `region`.
 */
export function existingSet(view: View, ledger: Ledger, line: string, reads: Reads, anchor: Syntax, region: Region): string | null {
  const siblings = anchor.parent?.children ?? [];
  for (let i = siblings.indexOf(anchor) - 1; i >= 0; i--) {
    const assignment = siblings[i]?.children[0];
    const left = assignment?.type === 'assignment' ? part(assignment, 'left') : null;
    const right = left && valueGiven(left);
    if (!assignment || left?.type !== 'identifier' || !right || textOf(view, right) !== line.slice(line.indexOf('=') + 2)) continue;
    const name = view.names.of(left);
    const isAsked = name?.mentions.every(({ node, binds }) => (binds ? node === left : isQuestion(view, node)));
    return isAsked && isStill(view, ledger, reads, { ...region, start: assignment.end }) ? textOf(view, left) : null;
  }
  return null;
}

/** Have: `user in banned_set` */
function isQuestion(view: View, node: Syntax): boolean {
  const { parent } = node;
  return parent?.type === 'comparison_operator' && /\bin\s*$/.test(view.text.slice(parent.start, node.start)) && node.end === parent.end;
}

/** Nothing more has to be assumed than for the loop alone. */
function isStill(view: View, { unproven }: Ledger, reads: Reads, region: Region): boolean {
  const ledger: Ledger = { proofs: [], unproven: [...unproven] };
  try {
    staysUnchanged(view, ledger, reads, region, 'the list since its set was built');
  } catch (error) {
    if (isRefused(error)) return false;
    throw error;
  }
  return ledger.unproven.length === unproven.length;
}
