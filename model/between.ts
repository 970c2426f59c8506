/** What happens between two places of a function: whether both are reached on one path, and whether what the first found may have changed by the second. */
import { infoOf, operationOf } from './calls.ts';
import type { Branch, Call, FileModel, Node } from './file.ts';
import type { Program } from './program.ts';
import { summaryOf } from './summaries.ts';
import type { Place } from './walk.ts';
import { nodesHold, spanHolds } from './within.ts';

export interface At {
  readonly call: Call;
  readonly place: Place;
}

/** Does whoever comes to the second place come by the first before? In the same function, and in the same loops. */
export function isOnOnePath(first: At, second: At): boolean {
  if (first.place.fn !== second.place.fn || !sameLoops(first.place, second.place)) return false;
  if (first.place.memo || second.place.memo || first.place.failed || second.place.failed) return false;
  // What only some come by, the others have not asked.
  return first.place.branches.every((branch) => isOnWay(branch, first.call, second.call));
}

function sameLoops(a: Place, b: Place): boolean {
  return a.loops.length === b.loops.length && a.loops.every((loop, i) => loop === b.loops[i]) && a.calleeLoops.length === b.calleeLoops.length;
}

/** Have: if (a) { x = find(id); return x; } y = find(id); and: if (a) x = find(id); else x = find(id); */
function isOnWay(branch: Branch, first: Call, second: Call): boolean {
  const inTest = branch.test !== null && spanHolds(branch.test.span, first.span);
  if (inTest) return true;
  const arm = branch.arms.find((nodes) => nodesHold(nodes, first.id));
  if (!arm) return false;
  if (nodesHold(arm, second.id)) return true;
  return !spanHolds(branch.span, second.span) && !leaves(arm);
}

function leaves(nodes: readonly Node[]): boolean {
  return nodes.some((node) => node.kind === 'exit');
}

/** Logging and looking: nothing that these do is seen by a query. */
const HARMLESS =
  /^(log|debug|info|warn|warning|error|print|push|append|add|map|filter|find|some|every|forEach|includes|join|split|format|len|str|int|bool|isinstance|get|keys|values|items|entries|has|toString|strip|lower|upper|replace|trim|set|status|json|slice|concat|sort|sorted|next|any|all|list|dict|sum|min|max|parse|stringify|now|test|match|t|_|gettext|is[A-Z]\w*)$/;

/** Might anything between them change what a query finds? What cannot be followed might. */
export function mayChangeBetween(program: Program, file: FileModel, first: Call, second: Call): boolean {
  return file.calls.some((call) => {
    if (call.span.start < first.span.end || call.span.end > second.span.start || isOnWayOut(file, call, second)) return false;
    const op = operationOf(program, file, call);
    if (op) return op.access === 'write' || (op.kind === 'query' && op.access !== 'read') || op.kind === 'request';
    const { target, row, symbol } = infoOf(program, file, call);
    if (target) return summaryOf(program, target).effects.some((e) => e.op.access !== 'read' && (e.kind === 'query' || e.kind === 'request'));
    if (/transaction|commit|rollback|refresh|flush|lock|sleep|delay|wait/i.test(call.member ?? call.text)) return true;
    if (row || call.isNew || HARMLESS.test(call.member ?? call.text)) return false;
    // A function that we do not see into.
    return symbol === null || !/^(global|py:builtins)#/.test(symbol);
  });
}

/** Have: if (!user) return response.status(404).end(): who does that does not come to the second place. */
function isOnWayOut(file: FileModel, call: Call, second: Call): boolean {
  const within = (nodes: readonly Node[]): boolean =>
    nodes.some((node) => {
      if (node.kind === 'loop') return within(node.body);
      if (node.kind !== 'branch' || !spanHolds(node.span, call.span)) return false;
      return node.arms.some((arm) => nodesHold(arm, call.id) && ((leaves(arm) && !nodesHold(arm, second.id)) || within(arm)));
    });
  return within(file.functions[call.fn]?.body ?? []);
}
