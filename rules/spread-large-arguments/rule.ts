/** All elements of a long list are handed to a function as its arguments: each takes room on the stack, and from some size on it throws. */
import { infoOf } from '../../model/calls.ts';
import { isJudged } from '../../model/contexts.ts';
import type { Argument, Call, FileModel } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { isRare, isWaitedFor } from '../../model/how-often.ts';
import { nameOf, type Program } from '../../model/program.ts';
import { type Place, standing, walk } from '../../model/walk.ts';
import { callText } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';
import { sizeOf } from './size.ts';

export const spreadLargeArguments: Rule = {
  name: 'spread-large-arguments',
  summary: 'All elements of a long list are handed over as arguments, which throws where there are too many.',
  subject: 'scaling',
  severity: 'warning',
  languages: ['typescript'],
  fixes: 'never',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, (each) => each.language === 'typescript' && isJudged(each))) {
      const found: Finding[] = [];
      walk(program, file, fn, {
        call(call, place) {
          const given = spreadIn(program, file, call);
          const finding = given && !place.failed ? report(program, file, call, given, place) : null;
          if (finding) found.push(finding);
        },
      });
      yield* found;
    }
  },
};

const TAKES_MANY = /^global#(Math\.(max|min|hypot)|String\.(fromCharCode|fromCodePoint))$/;
const ADDS = /^(push|unshift)$/;
const APPLIES = /(^|\.)(push|unshift|max|min|fromCharCode|fromCodePoint)\.apply$/;

/** What becomes as many arguments as it has elements, of a call that is given any number of them. */
function spreadIn(program: Program, file: FileModel, call: Call): Argument | null {
  if (call.isNew) return null;
  if (APPLIES.test(call.text)) return call.args.length === 2 ? (call.args[1] ?? null) : null;
  if (!ADDS.test(call.member ?? '') && !TAKES_MANY.test(infoOf(program, file, call).symbol ?? '')) return null;
  return call.args.find((a) => a.spread) ?? null;
}

function report(program: Program, file: FileModel, call: Call, { value }: Argument, { fn }: Place): Finding | null {
  const size = sizeOf(program, file, value);
  if (!size) return null;
  const name = nameOf(file, value) ?? value.text;
  const isHot = size.certain && !isRare(program, file, fn) && isWaitedFor(program, file, fn);
  const remedy = /(push|unshift)/.test(call.text) ? 'Add them in a loop, or join the lists with concat.' : 'Walk it in a loop, or in pieces.';
  return {
    rule: 'spread-large-arguments',
    file: file.path,
    span: call.span,
    severity: isHot ? 'warning' : 'info',
    message: `${callText(call)} is given all of \`${name}\` as arguments: from some 120,000 on, it throws a RangeError. ${remedy}`,
    growth: null,
    evidence: [`\`${name}\`: ${size.why}`],
    trace: [{ file: file.path, span: call.span, message: `spreads \`${name}\`` }],
    fix: null,
  };
}
