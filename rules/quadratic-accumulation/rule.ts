/** A collection that is copied whole to add to it, once per element of a loop: n additions cost n²/2 steps. */
import { accumulates, isOnePlace } from '../../model/accumulates.ts';
import { holdsBytes } from '../../model/bytes.ts';
import { infoOf, operationOf } from '../../model/calls.ts';
import { isJudged } from '../../model/contexts.ts';
import { extentOf, isLarge } from '../../model/extents.ts';
import type { FileModel, Loop, Operation } from '../../model/file.ts';
import type { Finding, TraceStep } from '../../model/finding.ts';
import { isRare } from '../../model/how-often.ts';
import { isList } from '../../model/list-kinds.ts';
import type { FnRef, Program } from '../../model/program.ts';
import { isOfText, type Rebuild } from '../../model/rebuild.ts';
import { doubtOfGrowth } from '../../model/repeated-search.ts';
import { type Place, standing, walk } from '../../model/walk.ts';
import { spanHolds } from '../../model/within.ts';
import { doubtText, evidenceOf, loopStep, NOT_MANY, perElement, RARE, samePlace, sizeName } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';

export const quadraticAccumulation: Rule = {
  name: 'quadratic-accumulation',
  summary: 'A list, a dictionary, bytes or a data frame is copied whole to add to it, once per element of a loop.',
  subject: 'data-structures',
  severity: 'warning',
  languages: ['typescript', 'python'],
  fixes: 'never',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, (each) => each.rebuilds.length > 0 && isJudged(each))) {
      const found: Finding[] = [];
      walk(program, file, fn, {
        rebuild(rebuild, place) {
          const finding = place.loops.length === 0 || place.memo || place.failed ? null : inLoop(program, file, rebuild, place);
          if (finding) found.push(finding);
        },
      });
      yield* found;
    }
  },
};

function inLoop(program: Program, file: FileModel, written: Rebuild, place: Place): Finding | null {
  const isOfBytes = /^(joined|added)$/.test(written.how) && file.language === 'python' && holdsBytes(program, file, written.place);
  const rebuild: Rebuild = isOfBytes ? { ...written, how: 'bytes' } : written;
  const copy = copyOf(program, file, rebuild);
  const loop = copy && accumulates(program, file, rebuild, place.loops, copy.library !== null);
  return copy && loop ? report(program, file, rebuild, copy, loop, place) : null;
}

interface Copy {
  /** The bare name of the library that copies. */
  readonly library: string | null;
  /** The helper that does it. */
  readonly helper: (FnRef & { readonly rebuild: Rebuild }) | null;
}

const OWN: Copy = { library: null, helper: null };

/** Who copies, if it is certain that somebody does. */
function copyOf(program: Program, file: FileModel, rebuild: Rebuild): Copy | null {
  if (isOfText(rebuild)) return null;
  if (rebuild.how !== 'call') return isCollection(program, file, rebuild) ? OWN : null;
  const call = rebuild.call === null ? undefined : file.calls[rebuild.call];
  if (!call) return null;
  const op: Operation | null = operationOf(program, file, call);
  if (op?.kind === 'copy') return op.library !== null ? { library: op.library, helper: null } : isCollection(program, file, rebuild) ? OWN : null;
  const { target } = infoOf(program, file, call);
  if (!target) return null;
  const param = call.args.findIndex((a) => a.name === null && samePlace(a.value, rebuild.place));
  const helped = target.file.rebuilds.find(
    (each) => each.returned && each.fn === target.fn.id && paramOf(target.file, each) === param && isCollection(program, target.file, each),
  );
  return helped ? { library: null, helper: { ...target, rebuild: helped } } : null;
}

function paramOf(file: FileModel, { place }: Rebuild): number | null {
  return place.root.kind === 'binding' && place.path.length === 0 ? (file.bindings[place.root.binding]?.param ?? null) : null;
}

/** `total + x` adds numbers, `xs += ys` extends a list, and `text.concat(x)` is as cheap as text is. */
function isCollection(program: Program, file: FileModel, { how, place }: Rebuild): boolean {
  if (how === 'added') return false;
  return /^(list|tuple|set|object|bytes)$/.test(how) || /^(set|map)$/.test(place.kind) || isList(program, file, place);
}

function report(program: Program, file: FileModel, rebuild: Rebuild, copy: Copy, loop: Loop, place: Place): Finding {
  const { helper } = copy;
  const name = sizeName(file, loop);
  const isOne = isOnePlace(rebuild.place);
  const growth = name && isOne ? `O(${name}²)` : null;
  const whole = rebuild.place.text === rebuild.text ? 'all that it has' : `all of \`${rebuild.place.text}\``;
  const loopExtent = loop.over ? extentOf(program, file, loop.over) : null;
  const doubt = doubtOf(program, file, rebuild, copy, loop, place);
  const copies: TraceStep[] = helper
    ? [
        { file: file.path, span: rebuild.span, message: `calls \`${helper.fn.name}\`` },
        { file: helper.file.path, span: helper.rebuild.span, message: `copies \`${helper.rebuild.place.text}\`` },
      ]
    : [{ file: file.path, span: rebuild.span, message: `copies ${whole}` }];
  return {
    rule: 'quadratic-accumulation',
    file: file.path,
    span: rebuild.span,
    severity: doubt === null ? 'warning' : 'info',
    message: `\`${rebuild.text}\` copies ${whole} once per ${perElement(file, loop)}${growth ? `: ${growth}` : ''}. ${remedyOf(file, rebuild, copy)}`,
    growth,
    evidence: [...(loopExtent ? evidenceOf(name, loopExtent) : []), ...doubtText(doubt)],
    trace: [loopStep(file, loop), ...copies],
    fix: null,
  };
}

function doubtOf(program: Program, file: FileModel, { place }: Rebuild, { library }: Copy, loop: Loop, { branches, fn }: Place): string | null {
  if (isRare(program, file, fn)) return RARE;
  if (branches.some((branch) => spanHolds(loop.span, branch.span))) return 'only some elements add to it, and those may be few';
  if (!isOnePlace(place)) return 'each of several is added to, and may hold few';
  if (!loop.over || loop.step === 'chunk') return NOT_MANY;
  const loopExtent = extentOf(program, file, loop.over);
  if (library) return isLarge(loopExtent) ? null : NOT_MANY;
  return doubtOfGrowth(program, file, { loop, hoist: loop, list: place, change: 'grows', loopExtent, listExtent: loopExtent });
}

function remedyOf(file: FileModel, { how, place, text }: Rebuild, { library, helper }: Copy): string {
  if (library) return 'Collect the parts in a list and join them once, after the loop.';
  if (helper) return 'Let it add to what it is handed.';
  if (how === 'tuple') return 'Collect them in a list.';
  if (how === 'bytes') return 'Extend a bytearray, or join the parts once.';
  const isPython = file.language === 'python';
  if (place.text === text) return 'Use itertools.chain.from_iterable.';
  if (place.kind === 'map') return isPython ? 'Set the keys of one dict.' : 'Set the keys of one Map.';
  if (how === 'object') return isPython ? 'Set the keys of one dict.' : 'Set the properties of one object.';
  if (how === 'set' || place.kind === 'set') return isPython ? 'Add to one set.' : 'Add to one Set.';
  return isPython ? 'Append to one list.' : 'Push onto one list.';
}
