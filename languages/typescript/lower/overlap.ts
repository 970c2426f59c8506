/** Loops whose promises are kept first and awaited together later: their iterations overlap as those in `Promise.all(xs.map(…))` do. */
import ts from 'typescript';
import type { Binding, Loop } from '../../../model/file.ts';
import type { Lowering, Mutable } from './state.ts';

const GATHERS = /^Promise\.(all|allSettled|race|any)$/;

/** Runs when all uses are known. */
export function noteOverlaps(state: Lowering): void {
  const gathered = state.bindings.filter(({ uses }) =>
    uses.some((use) => GATHERS.test(use.call === null ? '' : (state.calls[use.call]?.text ?? ''))),
  );
  if (gathered.length === 0) return;
  const nodeOf = new Map([...state.loopOf].map(([node, id]) => [id, node]));
  for (const binding of gathered)
    for (const loop of loopsOf(state, binding)) if (!waits(nodeOf.get(loop.id))) (loop as Mutable<Loop>).parallel = true;
}

function loopsOf(state: Lowering, { init, uses }: Binding): Loop[] {
  // Have: const jobs = ids.map(async (id) => …)
  const made = init?.root.kind === 'call' && init.path.length === 0 ? init.root.call : null;
  const mapped = state.loops.filter((loop) => loop.call !== null && loop.call === made);
  // Have: for (const id of ids) jobs.push(load(id))
  const filled = uses.flatMap((use) => (use.kind === 'grow' && use.path.length === 0 ? (state.loops[use.loops[0] ?? -1] ?? []) : []));
  return [...mapped, ...filled];
}

/** Does the loop itself wait, rather than functions in it? */
function waits(node: ts.Node | undefined): boolean {
  // What it walks is awaited once.
  if (!node || !ts.isIterationStatement(node, false)) return false;
  const look = (at: ts.Node): boolean => ts.isAwaitExpression(at) || (!ts.isFunctionLike(at) && ts.forEachChild(at, look) === true);
  return look(node.statement);
}
