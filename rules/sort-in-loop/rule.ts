/** A list is sorted in each iteration of a loop: the same list again, or one that is a little longer each time. */
import { isOnlyAsked } from '../../model/asked.ts';
import { infoOf, operationOf } from '../../model/calls.ts';
import { isJudged } from '../../model/contexts.ts';
import { extentOf, isSmall } from '../../model/extents.ts';
import type { Call, FileModel, Value } from '../../model/file.ts';
import type { Finding, TraceStep } from '../../model/finding.ts';
import { isShortLoop, waitsInLoop } from '../../model/loop-work.ts';
import { nameOf, type Program } from '../../model/program.ts';
import { doubtOfGrowth } from '../../model/repeated-search.ts';
import { isSameEachTime } from '../../model/same-each-time.ts';
import { type Place, standing, walk } from '../../model/walk.ts';
import { spanHolds } from '../../model/within.ts';
import { callText, doubtText, evidenceOf, growthOf, loopStep, NOT_MANY, perElement, sizeName } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';
import { type Growing, growsBeside, sortsAndGrows } from './growing.ts';

export const sortInLoop: Rule = {
  name: 'sort-in-loop',
  summary: 'A list is sorted again in each iteration of a loop.',
  subject: 'algorithms',
  severity: 'warning',
  languages: ['typescript', 'python'],
  fixes: 'never',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, isJudged)) {
      const found: Finding[] = [];
      walk(program, file, fn, {
        call(call, place) {
          if (place.loops.length === 0 || place.memo || place.failed) return;
          const op = operationOf(program, file, call);
          const finding = op?.kind === 'sort' ? sorts(program, file, call, op.on, place) : op ? null : callsSorter(program, file, call, place);
          if (finding) found.push(finding);
        },
      });
      yield* found;
    }
  },
};

function sorts(program: Program, file: FileModel, call: Call, list: Value | null, place: Place): Finding | null {
  if (!list || list.kind === 'object' || isSmall(extentOf(program, file, list))) return null;
  const step: TraceStep = { file: file.path, span: call.span, message: `sorts \`${list.text}\`` };
  // Have: seen.push(x); seen.sort();
  const growing = growsBeside(file, call, list, place);
  if (growing) return report(program, file, call, growing, [step]);
  for (const loop of place.loops) {
    if (loop.step === 'chunk' || loop.step === 'halving') return null;
    const isSame = [list, ...call.args.map((a) => a.value)].every((value) => isSameEachTime(program, file, value, loop));
    if (!isSame || !(isInPlace(call, list) || isOnlyAsked(program, file, { span: call.span, call }))) return null;
    if (!loop.over || isShortLoop(program, file, loop)) continue;
    return waitsInLoop(program, file, loop) ? null : report(program, file, call, { loop, list, isRead: true, changes: 'no' }, [step]);
  }
  return null;
}

/** `names.sort()`, rather than `[...names].sort()` */
function isInPlace(call: Call, list: Value): boolean {
  return call.member !== null && call.result === 'discarded' && !list.viewOf && (list.root.kind === 'binding' || list.root.kind === 'this');
}

/** Have: function insert(list, x) { list.push(x); list.sort(); } … for (const x of xs) insert(sorted, x); */
function callsSorter(program: Program, file: FileModel, call: Call, place: Place): Finding | null {
  const { target } = infoOf(program, file, call);
  const found = target && sortsAndGrows(program, file, call, target, place);
  if (!target || !found) return null;
  return report(program, file, call, found.growing, [
    { file: file.path, span: call.span, message: `calls \`${target.fn.name}\`` },
    { file: target.file.path, span: found.sort.span, message: `sorts \`${found.sort.callee.text}\`` },
  ]);
}

function report(
  program: Program,
  file: FileModel,
  call: Call,
  { loop, list, isRead, changes }: Growing,
  steps: readonly TraceStep[],
): Finding | null {
  if (loop.over ? isShortLoop(program, file, loop) : changes === 'no') return null;
  if (waitsInLoop(program, file, loop)) return null;
  const outer = sizeName(file, loop);
  const name = nameOf(file, list);
  const growth = changes === 'grows' ? outer && `O(${outer}²)` : growthOf(file, loop, list);
  const doubt = doubtOf(program, file, { loop, list, isRead, changes }, call);
  const whole = `all of \`${name ?? list.text}\``;
  return {
    rule: 'sort-in-loop',
    file: file.path,
    span: call.span,
    severity: doubt === null ? 'warning' : 'info',
    message: `${callText(call)} sorts ${whole} ${changes === 'grows' ? 'anew ' : ''}once per ${perElement(file, loop)}${growth ? `: ${growth}` : ''}. ${remedyOf(file, isRead, changes)}`,
    growth,
    evidence: [...(loop.over ? evidenceOf(outer, extentOf(program, file, loop.over)) : []), ...doubtText(doubt)],
    trace: [loopStep(file, loop), ...steps],
    fix: null,
  };
}

function doubtOf(program: Program, file: FileModel, { loop, list, changes }: Growing, call: Call): string | null {
  if (!loop.over || !spanHolds(loop.span, call.span)) return NOT_MANY;
  const loopExtent = extentOf(program, file, loop.over);
  const listExtent = changes === 'grows' ? loopExtent : extentOf(program, file, list);
  return doubtOfGrowth(program, file, { loop, hoist: loop, list, change: changes, loopExtent, listExtent });
}

function remedyOf(file: FileModel, isRead: boolean, changes: Growing['changes']): string {
  if (changes === 'no') return 'Sort it once, before the loop.';
  if (!isRead) return 'Sort it once, after the loop.';
  return file.language === 'python' ? 'Use bisect.insort or heapq.' : 'Insert each at its place, or keep a heap.';
}
