/** A text that is copied whole to add to it, once per element of a loop, where Python cannot extend it in place. */
import { accumulates, isOnePlace } from '../../model/accumulates.ts';
import { usesOf } from '../../model/changes.ts';
import { isJudged } from '../../model/contexts.ts';
import { extentOf, isLarge } from '../../model/extents.ts';
import type { FileModel, Loop, Value } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { isRare } from '../../model/how-often.ts';
import type { Program } from '../../model/program.ts';
import { isOfText, type Rebuild } from '../../model/rebuild.ts';
import { doubtOfGrowth, isCallerSized } from '../../model/repeated-search.ts';
import { type Place, standing, walk } from '../../model/walk.ts';
import { spanHolds } from '../../model/within.ts';
import { doubtText, evidenceOf, loopStep, NOT_MANY, perElement, RARE, sizeName } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';

export const stringBuildingInLoop: Rule = {
  name: 'string-building-in-loop',
  summary: 'A text is copied whole to add to it, once per element of a loop.',
  subject: 'data-structures',
  severity: 'warning',
  // JavaScript's engines note which pieces a text is made of, and join them once, when it is read.
  languages: ['python'],
  fixes: 'never',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, (each) => each.rebuilds.some(isOfText) && isJudged(each))) {
      const found: Finding[] = [];
      walk(program, file, fn, {
        rebuild(rebuild, place) {
          if (place.loops.length === 0 || place.memo || place.failed || !isOfText(rebuild) || !copiesText(file, rebuild)) return;
          const loop = accumulates(program, file, rebuild, place.loops, false);
          if (loop && isLong(program, file, loop) && !isLastOfGrowing(file, rebuild, loop)) found.push(report(program, file, rebuild, loop, place));
        },
      });
      yield* found;
    }
  },
};

/** Text for certain, and no plain variable that is added to at its end. */
function copiesText(file: FileModel, { how, place, added, fn }: Rebuild): boolean {
  if (![place, ...added].some(isText)) return false;
  const binding = place.root.kind === 'binding' && place.path.length === 0 ? file.bindings[place.root.binding] : undefined;
  // `global log; log += line`, and what a closure reads or writes as well, is held in two places at once.
  return how === 'text' || !binding || binding.fn !== fn || fn === 0 || binding.uses.some((use) => use.fn !== fn);
}

function isText({ kind, sure }: Value): boolean {
  return kind === 'string' && sure !== 'guessed';
}

/** Some thousand pieces are needed before a copy of a text shows: a loop that nothing says is long is no finding. */
function isLong(program: Program, file: FileModel, { over, counts }: Loop): boolean {
  // Have: for _ in range(bits): text = str(number % 2) + text. A number is as often a width as it is a size.
  return over !== null && (isLarge(extentOf(program, file, over)) || (!counts && isCallerSized(program, file, over)));
}

/** Have: blocks.append(line); blocks[-1] += line. The last is another one each time. */
function isLastOfGrowing(file: FileModel, { place }: Rebuild, loop: Loop): boolean {
  const uses = isOnePlace(place) ? null : usesOf(file, place);
  const list = uses?.path.slice(0, uses.path.indexOf('[]')).join('.');
  return uses?.uses.some((use) => use.kind === 'grow' && use.method !== null && use.loops.includes(loop.id) && use.path.join('.') === list) ?? false;
}

function report(program: Program, file: FileModel, rebuild: Rebuild, loop: Loop, place: Place): Finding {
  const doubt = doubtOf(program, file, rebuild, loop, place);
  const name = sizeName(file, loop);
  const growth = name && isOnePlace(rebuild.place) ? `O(${name}²)` : null;
  return {
    rule: 'string-building-in-loop',
    file: file.path,
    span: rebuild.span,
    severity: doubt === null ? 'warning' : 'info',
    message: `\`${rebuild.text}\` copies all of \`${rebuild.place.text}\` once per ${perElement(file, loop)}${growth ? `: ${growth}` : ''}. Collect the pieces in a list, and join them once.`,
    growth,
    evidence: [...(loop.over ? evidenceOf(name, extentOf(program, file, loop.over)) : []), ...doubtText(doubt)],
    trace: [loopStep(file, loop), { file: file.path, span: rebuild.span, message: `copies \`${rebuild.place.text}\`` }],
    fix: null,
  };
}

function doubtOf(program: Program, file: FileModel, rebuild: Rebuild, loop: Loop, { branches, fn }: Place): string | null {
  if (isRare(program, file, fn)) return RARE;
  if (branches.some((branch) => spanHolds(loop.span, branch.span))) return 'only some elements add to it, and those may be few';
  if (!isOnePlace(rebuild.place)) return 'each of several is added to, and may hold few';
  if (!loop.over || loop.step === 'chunk') return NOT_MANY;
  const extent = extentOf(program, file, loop.over);
  return doubtOfGrowth(program, file, { loop, hoist: loop, list: rebuild.place, change: 'grows', loopExtent: extent, listExtent: extent });
}
