/**
 * Whether one operation for all elements could take the place of one per element. Where it could not, or where little
 * hangs on it, the finding is a hint rather than a warning.
 */
import { infoOf, operationOf, sqlVerb } from '../../model/calls.ts';
import { isRare, isSeldom } from '../../model/contexts.ts';
import { isLarge } from '../../model/extents.ts';
import type { Call, Extent, FileModel, Loop, Operation, Value } from '../../model/file.ts';
import { dependsOnElement, isObjectView, isPartOfOne } from '../../model/flow.ts';
import type { Program } from '../../model/program.ts';
import { isLeftOut, summaryOf } from '../../model/summaries.ts';
import type { Place } from '../../model/walk.ts';

/** Beyond this many calls in between, what is repeated is a whole use case and not a lookup. */
const DEEPEST = 3;

export function isBatchable(
  program: Program,
  file: FileModel,
  call: Call,
  op: Operation,
  loop: Loop,
  extent: Extent,
  place: Place,
  depth: number,
): boolean {
  // Many services take one at a time.
  if (op.kind === 'request') return false;
  // The author knows, and says why.
  if (loop.deliberate) return false;
  if (isOwnTransaction(file, place, loop) || isSelected(file, place, loop)) return false;
  const fn = file.functions[call.fn];
  if (fn && isRare(program, file, fn)) return false;
  // Walking the groups of a grouping: the author has already made few of many. And what hangs on one record is seldom much.
  if (!loop.over || isObjectView(file, loop.over) || isPartOfOne(file, loop.over)) return false;
  // Commands that overlap share one pipeline, and so one round trip.
  if (loop.parallel && op.library !== null && program.knowledge.isPipelined(op.library)) return false;
  if (sendsRequests(program, file, call, loop)) return false;
  // Rows, or data; of what callers hand in, and of anything else, there may be three.
  if (!isLarge(extent) || isSeldom(program, file, call)) return false;
  return depth === 1 ? isSimpleStatement(file, call, op) : isThinLookup(program, file, call, op, depth);
}

/** Rows with different values need different updates, deleting runs hooks and cascades; and a store that is not waited for pipelines its commands. */
function isSimpleStatement(file: FileModel, call: Call, op: Operation): boolean {
  if (op.access !== 'write') return true;
  if (!/^(create|insert|add|save|put|set)/i.test(sqlVerb(file, call) ?? op.form)) return false;
  // `row.destroy()` runs the hooks of its model, row by row.
  if (call.callee.root.kind === 'binding' && file.bindings[call.callee.root.binding]?.elementOf !== null) return false;
  if (op.library?.includes('redis') && !call.awaited) return false;
  return !call.args.some((a) => writesRelations(a.value, 0));
}

/** `create({ data: { …, children: { create: […] } } })`: no bulk form takes nested rows. */
function writesRelations(value: Value, depth: number): boolean {
  return (
    depth < 4 &&
    value.properties.some((p) => (depth > 0 && /^(create|createMany|connect|connectOrCreate)$/.test(p.name)) || writesRelations(p.value, depth + 1))
  );
}

/** A function that looks something up and nothing else. One that also writes, sends or calls out is a unit of work per element. */
function isThinLookup(program: Program, file: FileModel, call: Call, op: Operation, depth: number): boolean {
  if (op.access !== 'read' || depth > DEEPEST) return false;
  const { target } = infoOf(program, file, call);
  return (
    target !== null &&
    summaryOf(program, target).effects.every((e) => e.kind === 'scan' || e.kind === 'blocking' || (e.kind === 'query' && e.op.access === 'read'))
  );
}

/** Each element also waits for a request of its own: the database is the smaller part, and one query would not spare the other. */
function sendsRequests(program: Program, file: FileModel, call: Call, loop: Loop): boolean {
  return file.calls.some((other) => {
    if (other === call || other.loops[0] !== loop.id) return false;
    if (operationOf(program, file, other)?.kind === 'request') return true;
    const { target } = infoOf(program, file, other);
    return target !== null && summaryOf(program, target).effects.some((e) => e.kind === 'request' && !isLeftOut(other, e.needs));
  });
}

/** `if (line.variantId === variant.id) …`: of all elements, those that match one given thing. */
function isSelected(file: FileModel, place: Place, loop: Loop): boolean {
  return place.branches.some((branch) => {
    if (branch.span.start < loop.span.start || branch.span.end > loop.span.end || branch.predicate?.negated) return false;
    const outside = (value: Value): boolean => value.root.kind !== 'literal' && !dependsOnElement(file, value.reads, loop);
    const sides = branch.predicate?.equalities.map((e) => [e.left, e.right]) ?? [];
    // `idsAreEqual(line.variantId, variant.id) && …`
    const test = branch.test?.root.kind === 'call' ? file.calls[branch.test.root.call] : undefined;
    if (test && /equal|same|matches/i.test(test.text)) sides.push(test.args.map((a) => a.value));
    return sides.some(([a, b]) => a && b && dependsOnElement(file, [...a.reads, ...b.reads], loop) && (outside(a) || outside(b)));
  });
}

/** Each element has a transaction of its own: they are meant to succeed or fail apart. */
function isOwnTransaction(file: FileModel, place: Place, loop: Loop): boolean {
  for (
    let fn: typeof place.fn | undefined = place.fn;
    fn && fn.id !== loop.closure && fn.id !== loop.fn;
    fn = fn.parent === null ? undefined : file.functions[fn.parent]
  ) {
    const passed = fn.passedTo ? file.calls[fn.passedTo.call] : undefined;
    if (passed?.member && /transaction/i.test(passed.member)) return true;
  }
  return false;
}
