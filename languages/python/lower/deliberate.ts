/** Whether the author says, in a comment at a loop, that doing one at a time is meant. */
import type { Syntax } from '../tree.ts';
import type { Lowering } from './state.ts';

const MEANT =
  /#.*\b(serial(ly)?|sequential(ly)?|one (at a time|by one|after (the|an)other)|overload\w*|overwhelm\w*|rate.?limit\w*|throttl\w*|in order|order matters|avoid\w* (holding|loading|memory)|memory|concurren\w*|bulk|batch\w*|n ?\+ ?1)\b/i;

/** Looks at the comments in the lines right above the loop, and at the first line of its body. */
export function isDeliberate(state: Lowering, loop: Syntax): boolean {
  const body = loop.children.find((c) => c.field === 'body');
  const inside = body ? state.text.slice(loop.start, body.start) : '';
  if (MEANT.test(inside)) return true;
  let end = state.text.lastIndexOf('\n', loop.start - 1);
  while (end > 0) {
    const start = state.text.lastIndexOf('\n', end - 1) + 1;
    const line = state.text.slice(start, end);
    if (!/^\s*#/.test(line)) return false;
    if (MEANT.test(line)) return true;
    end = start - 1;
  }
  return false;
}
