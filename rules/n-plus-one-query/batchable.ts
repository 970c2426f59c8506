/**
 * Whether one operation for all elements could take the place of one per element. Where it could not, or where little
 * hangs on it, the finding is a hint rather than a warning, and says why.
 */
import { infoOf } from '../../model/calls.ts';
import { isNamedAs } from '../../model/extents.ts';
import type { Branch, Call, Extent, FileModel, Loop, Operation, Value } from '../../model/file.ts';
import { dependsOnElement, isObjectView, isPartOfOne } from '../../model/flow.ts';
import { isReached } from '../../model/hot-path.ts';
import { isRare, isSeldom, isWaitedFor } from '../../model/how-often.ts';
import { callsAround, isLimited } from '../../model/limited.ts';
import { leadsTo, writesInLoop } from '../../model/loop-work.ts';
import { nameOf, type Program } from '../../model/program.ts';
import { effectsAt } from '../../model/summaries.ts';
import type { Place } from '../../model/walk.ts';
import { IN_PYTHON, NOBODY_WAITS, notMany, RARE } from '../../model/wording.ts';

/** Beyond so many steps, the query included, what is repeated is a whole use case and not a lookup. */
const DEEPEST = 2;

/** Why it is a hint by itself, for people: `many services take one at a time`. Null where nothing speaks against a warning. */
export function doubtOf(
  program: Program,
  file: FileModel,
  call: Call,
  op: Operation,
  loop: Loop,
  extent: Extent,
  place: Place,
  depth: number,
): string | null {
  // Of the loops of Python that were read, half had few rows, though they were known to be many in the same ways. What a template shows is another matter.
  if (file.language === 'python') return IN_PYTHON;
  if (op.kind === 'request') return 'many services take one at a time';
  if (op.access === 'write') return 'writes have hooks and values of their own, and their order may matter';
  if (REFRESHES.test(op.form)) return 'it wants what is there right now';
  if (loop.deliberate) return 'a comment says that one at a time is meant';
  if (isLimited(file, place, loop)) return 'somebody says how many may run at once';
  if (isOwnTransaction(file, place, loop)) return 'each has a transaction of its own';
  if (isSelected(file, place, loop)) return 'it runs for those only that match one given thing';
  const fn = file.functions[call.fn];
  if (!fn || isRare(program, file, fn) || isSeldom(program, file, call)) return RARE;
  if (!isReached(program, file, call, place) || !isWaitedFor(program, file, fn)) return NOBODY_WAITS;
  // Walking the groups of a grouping: the author has already made few of many. And what hangs on one record is seldom much.
  if (!loop.over || isObjectView(file, loop.over) || isPartOfOne(file, loop.over)) return 'parts of one thing are seldom many';
  if (loop.parallel && op.library !== null && program.knowledge.isPipelined(op.library)) return 'commands that overlap share one round trip';
  if (place.failed) return 'it runs only when something failed';
  if (sendsRequests(program, file, call, loop)) return 'each waits for a request as well';
  if (writesInLoop(program, file, loop)) return 'each is written as well';
  if (!isMany(program, file, loop, extent)) return notMany(extent);
  return depth === 1 || isThinLookup(program, file, call, op, depth) ? null : 'what runs for each does more than look something up';
}

const REFRESHES = /^(reload|refresh)$/;

/**
 * All rows of a table. What a request brings is as many as a person picks or fills in, and of some rows somebody sets up each. Of the rows that meet a
 * condition, a third were few where they were read, though their table was read page by page elsewhere.
 */
function isMany(program: Program, file: FileModel, loop: Loop, extent: Extent): boolean {
  const names = [nameOf(file, loop.over), ...loop.elements.map((id) => file.bindings[id]?.name)];
  const isShort = (name: string): boolean => isNamedAs(program.fewNames, name) || isNamedAs(program.smallNames(file.language), name);
  return extent.from === 'all rows' && !names.some((name) => name && isShort(name));
}

/** A function that looks something up and nothing else. One that also writes, sends or calls out is a unit of work per element. */
export function isThinLookup(program: Program, file: FileModel, call: Call, op: Operation, depth: number): boolean {
  if (op.access !== 'read' || depth > DEEPEST) return false;
  const { target } = infoOf(program, file, call);
  return (
    target !== null &&
    effectsAt(program, file, call, target).every((e) => e.kind === 'scan' || e.kind === 'blocking' || (e.kind === 'query' && e.op.access === 'read'))
  );
}

/** Each element also waits for a request of its own: the database is the smaller part, and one query would not spare the other. */
function sendsRequests(program: Program, file: FileModel, call: Call, loop: Loop): boolean {
  return file.calls.some((other) => other !== call && other.loops[0] === loop.id && leadsTo(program, file, other, (op) => op.kind === 'request'));
}

/** Have: if (item.name === wanted) { await load(item); return; } The first that matches is the last. */
export function isOnlyOne(file: FileModel, call: Call, place: Place, loop: Loop): boolean {
  return place.branches.some((branch) => {
    const last = branch.arms[0]?.at(-1);
    const isLeft = last?.kind === 'exit' && /^(return|break|throw)$/.test(last.exit) && call.span.start < last.span.end;
    return isLeft && selects(file, branch, loop);
  });
}

/** `if (line.variantId === variant.id) …`: of all elements, those that match one given thing. */
function isSelected(file: FileModel, place: Place, loop: Loop): boolean {
  return place.branches.some((branch) => selects(file, branch, loop));
}

function selects(file: FileModel, branch: Branch, loop: Loop): boolean {
  if (branch.span.start < loop.span.start || branch.span.end > loop.span.end || branch.predicate?.negated) return false;
  const outside = (value: Value): boolean => value.root.kind !== 'literal' && !dependsOnElement(file, value.reads, loop);
  const sides = branch.predicate?.equalities.map((e) => [e.left, e.right]) ?? [];
  // `idsAreEqual(line.variantId, variant.id) && …`
  const test = branch.test?.root.kind === 'call' ? file.calls[branch.test.root.call] : undefined;
  if (test && /equal|same|matches/i.test(test.text)) sides.push(test.args.map((a) => a.value));
  return sides.some(([a, b]) => a && b && dependsOnElement(file, [...a.reads, ...b.reads], loop) && (outside(a) || outside(b)));
}

/** Each element has a transaction of its own: they are meant to succeed or fail apart. */
function isOwnTransaction(file: FileModel, place: Place, loop: Loop): boolean {
  return callsAround(file, place, loop).some((call) => call.member !== null && /transaction/i.test(call.member));
}
