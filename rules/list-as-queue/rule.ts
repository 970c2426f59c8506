/** A list that a loop takes from, or adds to, at its front: each time all elements behind move by one. */
import { infoOf, operationOf } from '../../model/calls.ts';
import { isJudged } from '../../model/contexts.ts';
import { extentOf, isPiled } from '../../model/extents.ts';
import type { Call, FileModel, Loop, Value } from '../../model/file.ts';
import type { Finding, TraceStep } from '../../model/finding.ts';
import { isRare } from '../../model/how-often.ts';
import { isList } from '../../model/list-kinds.ts';
import { waitsInLoop } from '../../model/loop-work.ts';
import { nameOf, type Program } from '../../model/program.ts';
import type { Use } from '../../model/use.ts';
import { type Place, standing, walk } from '../../model/walk.ts';
import { callText, evidenceOf, loopStep, perElement } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';
import { drainedBy, filledBy } from './drained.ts';
import { queuedBy } from './kept-queue.ts';

export const listAsQueue: Rule = {
  name: 'list-as-queue',
  summary: 'A loop takes from a list, or adds to it, at its front, and each time all elements behind move.',
  subject: 'data-structures',
  severity: 'warning',
  languages: ['typescript', 'python'],
  fixes: 'never',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, isJudged)) {
      const found: Finding[] = [];
      walk(program, file, fn, {
        call(call, place) {
          const finding = place.memo || place.failed ? null : atFront(program, file, call, place);
          if (finding) found.push(finding);
        },
      });
      yield* found;
    }
  },
};

interface Move {
  readonly list: Value;
  readonly adds: boolean;
  /** From the call to what moves the elements, where a helper does. */
  readonly steps: readonly TraceStep[];
}

function atFront(program: Program, file: FileModel, call: Call, place: Place): Finding | null {
  const move = moveOf(program, file, call);
  if (!move) return null;
  const { list, adds } = move;
  const queued = adds ? null : queuedBy(program, file, list, place);
  // Only a list can be added to at its end and taken from at its front by a position: a deque's `pop` takes none.
  if (!queued && !isList(program, file, list)) return null;
  const loop = adds ? filledBy(program, file, list, place) : drainedBy(program, file, list, call, place);
  if (loop) return waitsInLoop(program, file, loop) ? null : report(program, file, call, move, loop, place);
  return queued && !place.loops.some((each) => waitsInLoop(program, file, each)) ? reportKept(file, call, list, queued) : null;
}

function moveOf(program: Program, file: FileModel, call: Call): Move | null {
  const op = operationOf(program, file, call);
  if (op?.kind === 'shift' && op.on) return { list: op.on, adds: isAdding(call), steps: [] };
  // Have: while (queue.length > 0) visit(next(queue)); … function next(queue) { return queue.shift(); }
  const { target } = call.args.length > 0 ? infoOf(program, file, call) : { target: null };
  if (!target) return null;
  for (const inner of target.file.calls) {
    if (inner.op?.kind !== 'shift' || inner.fn !== target.fn.id || inner.loops.length > 0) continue;
    const { root, path } = inner.callee;
    const param = root.kind === 'binding' && path.length === 0 ? target.file.bindings[root.binding]?.param : null;
    const list = typeof param === 'number' ? call.args[param] : undefined;
    if (!list || list.name !== null || list.spread) continue;
    const steps = [
      { file: file.path, span: call.span, message: `calls \`${target.fn.name}\`` },
      { file: target.file.path, span: inner.span, message: `moves all of \`${inner.callee.text}\`` },
    ];
    return { list: list.value, adds: isAdding(inner), steps };
  }
  return null;
}

function isAdding({ member }: Call): boolean {
  return member === 'unshift' || member === 'insert';
}

function report(program: Program, file: FileModel, call: Call, { list, adds, steps }: Move, loop: Loop, { fn }: Place): Finding {
  const sized = adds ? loop.over : list;
  const name = nameOf(file, sized);
  const growth = name ? `O(${name}²)` : null;
  const extent = sized && extentOf(program, file, sized);
  const own: TraceStep = { file: file.path, span: call.span, message: `moves all of \`${list.text}\`` };
  return {
    rule: 'list-as-queue',
    file: file.path,
    span: call.span,
    severity: extent && isPiled(extent) && loop.step !== 'chunk' && !isRare(program, file, fn) ? 'warning' : 'info',
    message: `${callText(call)} moves all of \`${list.text}\` once per ${perElement(file, loop)}${growth ? `: ${growth}` : ''}. ${remedyOf(file, adds)}`,
    growth,
    evidence: extent ? evidenceOf(name, extent) : [],
    trace: [loopStep(file, loop), ...(steps.length > 0 ? steps : [own])],
    fix: null,
  };
}

function reportKept(file: FileModel, call: Call, list: Value, queued: Use): Finding {
  const name = nameOf(file, list);
  const growth = name ? `O(${name}²)` : null;
  return {
    rule: 'list-as-queue',
    file: file.path,
    span: call.span,
    // How many wait at a time, and who takes them, stands elsewhere.
    severity: 'info',
    message: `${callText(call)} moves all that waits in \`${list.text}\` for each that is taken: emptying it takes ${growth ?? 'n² steps'}. ${remedyOf(file, false)}`,
    growth,
    evidence: [`\`${list.text}\` is added to elsewhere, and outlives the call`],
    trace: [
      { file: file.path, span: queued.span, message: 'puts at its end' },
      { file: file.path, span: call.span, message: `moves all of \`${list.text}\`` },
    ],
    fix: null,
  };
}

function remedyOf(file: FileModel, adds: boolean): string {
  if (file.language === 'python') return adds ? 'Append, and reverse it once; or use a deque.' : 'Use a deque, and popleft.';
  return adds ? 'Push, and reverse it once after the loop.' : 'Keep the index of its head instead.';
}
