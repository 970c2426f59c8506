/** What is held from one call to another of the same function: `await client.query('BEGIN'); …; await client.query('COMMIT');`. */
import { infoOf } from './calls.ts';
import type { Call, FileModel, Fn, Value } from './file.ts';
import { isGivenTo } from './given-to.ts';
import type { Held } from './held.ts';
import { placeOf } from './hot-path.ts';
import { isInside, memo, type Program } from './program.ts';
import type { Place } from './walk.ts';
import { nodesHold } from './within.ts';
import { samePlace } from './wording.ts';

interface Open {
  readonly call: Call;
  readonly what: Held['what'];
  readonly closes: readonly Call[];
}

export function heldBetween(program: Program, file: FileModel, fn: Fn, call: Call, place: Place): Held | null {
  for (const { call: open, what, closes } of opensIn(program, file, fn)) {
    if (open.span.end > call.span.start) continue;
    const last = closes.findLast((close) => close.span.start >= call.span.end);
    if (!last || closes.some((close) => isClosedBefore(program, file, close, open, call, place))) continue;
    return {
      what,
      at: open.span,
      text: open.text,
      while: { start: open.span.end, end: last.span.start },
      lock: what === 'lock' ? open.callee : null,
    };
  }
  return null;
}

/** Have: await t.commit(); await notify(); but not: if (!order) { await t.rollback(); return; } await notify(); */
function isClosedBefore(program: Program, file: FileModel, close: Call, open: Call, call: Call, place: Place): boolean {
  if (close.span.start < open.span.end || close.span.end > call.span.start) return false;
  const branches = placeOf(program, file, close)?.branches ?? [];
  return !branches.some(
    (branch) =>
      !place.branches.includes(branch) &&
      (branch.recovers || branch.arms.some((arm) => nodesHold(arm, close.id) && arm.some((node) => node.kind === 'exit'))),
  );
}

function opensIn(program: Program, file: FileModel, fn: Fn): readonly Open[] {
  return memo<Fn, readonly Open[]>(program, 'opens', fn, [], () =>
    file.calls.flatMap((call) => {
      if (call.fn !== fn.id) return [];
      const what = whatItOpens(program, file, call);
      if (!what) return [];
      const closes = file.calls.filter((each) => isInside(file, each.fn, fn.id) && isClose(program, file, call, each));
      return closes.length > 0 ? [{ call, what, closes }] : [];
    }),
  );
}

const BEGINS = /^\s*(begin|start transaction)\b/i;
const ENDS = /^\s*(commit|rollback|end)\b(?!\s+(work\s+)?to\b)/i;
const ASKS = /^(query|execute|exec|raw|unsafe)$/;

function whatItOpens(program: Program, file: FileModel, call: Call): Held['what'] | null {
  if (says(call, BEGINS)) return 'transaction';
  const { holds, opensUntil } = infoOf(program, file, call).row ?? {};
  if (!opensUntil || call.args.some((a) => a.closure !== null)) return null;
  return holds === 'lock' || holds === 'transaction' ? holds : null;
}

function isClose(program: Program, file: FileModel, open: Call, close: Call): boolean {
  if (says(open, BEGINS)) return says(close, ENDS) && samePlace(open.callee, close.callee);
  const until = infoOf(program, file, open).row?.opensUntil ?? [];
  if (!until.includes(close.member ?? '')) return false;
  return samePlace(open.callee, close.callee) || isYieldedBy(file, open, close.callee);
}

/** Whoever is told so in SQL is a database. */
function says({ member, args }: Call, what: RegExp): boolean {
  const said = args[0]?.value.literal;
  return ASKS.test(member ?? '') && typeof said === 'string' && what.test(said);
}

/** Have: const t = await sequelize.transaction(); … t.commit(), and let t; try { t = await sequelize.transaction(); … */
function isYieldedBy(file: FileModel, open: Call, { root, path }: Value): boolean {
  const binding = root.kind === 'binding' && path.length === 0 ? file.bindings[root.binding] : undefined;
  if (!binding) return false;
  const { init } = binding;
  if (init?.root.kind === 'call' && init.root.call === open.id) return true;
  return binding.uses.some(({ kind, span }) => kind === 'assign' && isGivenTo(span, open));
}
