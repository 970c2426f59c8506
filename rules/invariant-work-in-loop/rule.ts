/** Something is made anew in each iteration of a loop from what the loop leaves as it is: once, before the loop, is enough. */
import { infoOf } from '../../model/calls.ts';
import { isJudged } from '../../model/contexts.ts';
import { extentOf, isPiled, isSmall } from '../../model/extents.ts';
import type { FileModel, Loop, Value } from '../../model/file.ts';
import type { Finding, TraceStep } from '../../model/finding.ts';
import { hotEntry, isRare } from '../../model/how-often.ts';
import { isShortLoop, waitsInLoop } from '../../model/loop-work.ts';
import { nameOf, type Program } from '../../model/program.ts';
import { doubtOfGrowth } from '../../model/repeated-search.ts';
import { isSameEachTime } from '../../model/same-each-time.ts';
import { type Place, standing, walk } from '../../model/walk.ts';
import { spanHolds } from '../../model/within.ts';
import { doubtText, evidenceOf, growthOf, loopStep, NOBODY_WAITS, NOT_MANY, perElement, RARE, sizeName } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';
import { type Derived, derivedBy, derivedByLoop, isAsked } from './derived.ts';
import { derivedInside } from './helpers.ts';

export const invariantWorkInLoop: Rule = {
  name: 'invariant-work-in-loop',
  summary: 'Something is made anew in each iteration of a loop from what the loop leaves as it is.',
  subject: 'algorithms',
  severity: 'warning',
  languages: ['typescript', 'python'],
  fixes: 'never',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, isJudged)) {
      const found: Finding[] = [];
      const add = (made: Made | null, place: Place): void => {
        const finding = made && repeated(program, file, made, place);
        if (finding) found.push(finding);
      };
      walk(program, file, fn, {
        call(call, place) {
          if (!isRepeated(place)) return;
          const derived = derivedBy(program, file, call);
          if (derived) add(isAsked(program, file, derived) ? here(file, derived) : null, place);
          else if (infoOf(program, file, call).target) for (const made of inside(program, file, call)) add(made, place);
        },
        loop(loop, place) {
          const derived = isRepeated(place) ? derivedByLoop(file, loop) : null;
          if (derived && isAsked(program, file, derived)) add(here(file, derived), place);
        },
      });
      // Of several things that one call makes, the first stands for all.
      const isHeld = (each: Finding, i: number): boolean =>
        found.some((other, j) => other !== each && spanHolds(other.span, each.span) && (j < i || !spanHolds(each.span, other.span)));
      yield* found.filter((each, i) => !isHeld(each, i));
    }
  },
};

function isRepeated({ loops, memo, failed }: Place): boolean {
  return loops.length > 0 && !memo && !failed;
}

/** Something that is made at a point, and what it is made from as that point sees it. */
interface Made extends Derived {
  /** All that decides what comes out. */
  readonly from: readonly Value[];
  readonly sourceFile: FileModel;
  /** From the point to where it is made, where a function does that. */
  readonly steps: readonly TraceStep[];
  readonly helper: string | null;
}

function here(file: FileModel, derived: Derived): Made {
  return {
    ...derived,
    from: derived.given,
    sourceFile: file,
    steps: [{ file: file.path, span: derived.span, message: `makes \`${derived.text}\`` }],
    helper: null,
  };
}

function inside(program: Program, file: FileModel, call: Parameters<typeof derivedInside>[2]): Made[] {
  return derivedInside(program, file, call).map(({ derived, from, source, sourceFile, steps, helper }) => ({
    ...derived,
    span: call.span,
    from,
    source,
    sourceFile,
    steps,
    helper,
  }));
}

/** The innermost loop that is not known to be short, as long as it and those inside leave the source as it is. */
function repeated(program: Program, file: FileModel, made: Made, { loops }: Place): Finding | null {
  const { source, sourceFile, from } = made;
  if (source && isSmall(extentOf(program, sourceFile, source))) return null;
  for (const loop of loops) {
    if (loop.step === 'chunk' || loop.step === 'halving' || !from.every((value) => isSameEachTime(program, file, value, loop))) return null;
    if (!loop.over || isShortLoop(program, file, loop)) continue;
    return waitsInLoop(program, file, loop) ? null : report(program, file, made, loop);
  }
  return null;
}

function report(program: Program, file: FileModel, made: Made, loop: Loop): Finding {
  const { source, sourceFile, text, helper } = made;
  const name = source && nameOf(sourceFile, source);
  const outer = sizeName(file, loop);
  const growth = source ? growthOf(file, loop, source, sourceFile) : outer && `O(${outer})`;
  const loopExtent = loop.over ? extentOf(program, file, loop.over) : null;
  const doubt = doubtOf(program, file, made, loop);
  const whole = source ? `, from all of \`${name ?? source.text}\`` : ', slow as that is';
  const subject = helper ? `\`${helper}(…)\` makes \`${text}\` anew` : `\`${text}\` is made anew`;
  return {
    rule: 'invariant-work-in-loop',
    file: file.path,
    span: made.span,
    severity: doubt === null ? 'warning' : 'info',
    message: `${subject} once per ${perElement(file, loop)}${whole}${growth ? `: ${growth}` : ''}. Make it once, before the loop${helper ? ', and hand it on' : ''}.`,
    growth,
    evidence: [
      ...(loopExtent ? evidenceOf(outer, loopExtent) : []),
      ...(source ? evidenceOf(name, extentOf(program, sourceFile, source)) : []),
      ...doubtText(doubt),
    ],
    trace: [loopStep(file, loop), ...made.steps],
    fix: null,
  };
}

function doubtOf(program: Program, file: FileModel, { source, sourceFile }: Made, loop: Loop): string | null {
  if (!loop.over) return NOT_MANY;
  const loopExtent = extentOf(program, file, loop.over);
  if (source) {
    const listExtent = extentOf(program, sourceFile, source);
    return doubtOfGrowth(program, file, { loop, hoist: loop, list: source, change: 'no', loopExtent, listExtent });
  }
  const fn = file.functions[loop.fn];
  if (!isPiled(loopExtent)) return NOT_MANY;
  if (!fn || isRare(program, file, fn)) return RARE;
  return hotEntry(program, file, fn) ? null : NOBODY_WAITS;
}
