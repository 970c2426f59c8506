/** A regular expression that may read the same text again and again is tried on what a request sends: one of them can hold all others up. */
import { isServing } from '../../model/contexts.ts';
import { entryOf } from '../../model/entries.ts';
import { extentOf, isSmall } from '../../model/extents.ts';
import type { Call, FileModel, Value } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { type HotWay, waysTo } from '../../model/hot-path.ts';
import type { FnRef, Program } from '../../model/program.ts';
import { type Backtracking, backtrackingOf } from '../../model/regex/backtracking.ts';
import { type Matched, matchedBy } from '../../model/regex/matched.ts';
import { namesFromEntry } from '../../model/request-data.ts';
import { type Place, standing, walk } from '../../model/walk.ts';
import { BY_ADMINISTRATORS, doubtText, entryStep, PER } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';

export const superLinearRegex: Rule = {
  name: 'super-linear-regex',
  summary: 'A regular expression that may read the same text again and again is tried on what a request sends.',
  subject: 'algorithms',
  severity: 'warning',
  languages: ['typescript', 'python'],
  fixes: 'never',
  *check(program, files) {
    for (const ref of standing(program, files, isServing)) {
      const found: Finding[] = [];
      walk(program, ref.file, ref.fn, {
        call(call, place) {
          const matched = matchedBy(program, ref.file, call);
          const kind = matched && backtrackingOf(matched.source, matched.flags, matched);
          if (!matched || !kind || isSmall(extentOf(program, ref.file, matched.text)) || isTrimmed(ref.file, matched) || isMeasured(place, matched))
            return;
          const hot = sentBy(program, ref, matched.text);
          if (hot && (kind === 'exponential' || !isShort(ref.file, matched.text))) found.push(report(program, ref.file, call, matched, kind, hot));
        },
      });
      yield* found;
    }
  },
};

/** The shortest way from a request or a message that hands the text in; one that an administrator alone sends only where there is no other. */
function sentBy(program: Program, ref: FnRef, text: Value): HotWay | null {
  let seldom: HotWay | null = null;
  for (const way of waysTo(program, ref, null, () => true)) {
    const entry = entryOf(program, way.ref.fn);
    if (!entry || !/^(request|message|resolver)$/.test(entry.kind) || !namesFromEntry(program, ref, readsBehind(ref.file, text), way)) continue;
    if (!entry.administered) return { ...way, entry };
    seldom ??= { ...way, entry };
  }
  return seldom;
}

/** Variables that it is made of, and what those are made of: `text = request.json["text"]`. */
function readsBehind(file: FileModel, { reads }: Value): readonly number[] {
  const found = new Set(reads);
  for (const id of found) {
    const binding = file.bindings[id];
    if (binding?.param === null && binding.elementOf === null && binding.fn !== 0) for (const each of binding.init?.reads ?? []) found.add(each);
  }
  return [...found];
}

const PARTS =
  /\b(?:(body|json|get_json|data)|params|query|query_params|args|headers?|cookies?|url|originalUrl|path|pathname|hostname|host|ip|GET|META)\b/;

/** The head of a request is some kilobytes, which a square does not make much of. `req.body.url` is the body's: what comes first says it. */
function isShort(file: FileModel, text: Value): boolean {
  // And what a variable was made of says more than what it is called: `const { url } = req.body`.
  const behind = readsBehind(file, text).map((id) => {
    const { init = null, name = '' } = file.bindings[id] ?? {};
    return PARTS.exec(init?.path.join('.') ?? '') ?? PARTS.exec(init?.text ?? '') ?? PARTS.exec(name);
  });
  const part = [PARTS.exec(text.text), ...behind].findLast((each) => each !== null);
  return !!part && part[1] === undefined;
}

/** Have: text.trim().replace(/\s+$/, ''), const line = text.trim(); line.replace(/\s+$/, '') */
function isTrimmed(file: FileModel, { text, source }: Matched): boolean {
  const binding = text.root.kind === 'binding' && text.path.length === 0 ? file.bindings[text.root.binding] : undefined;
  const made = binding?.kind === 'const' && binding.init ? binding.init : text;
  return /\.(trim\w*|strip|rstrip)\(\)$/.test(made.text) && /\\s/.test(source.replace(/\[\^[^\]]*\]/g, ''));
}

/** Have: name.length <= 16 && /^(\w_?)+$/.test(name) */
function isMeasured({ branches }: Place, { text }: Matched): boolean {
  return branches.some(({ test }) => test !== null && (test.text.includes(`${text.text}.length <`) || test.text.includes(`len(${text.text}) <`)));
}

const WHY: Readonly<Record<Backtracking, readonly [growth: string, why: string]>> = {
  exponential: ['O(2ⁿ)', 'a text that does not match can be read in two ways at each step, O(2ⁿ)'],
  polynomial: ['O(n²)', 'a text that does not match can be split between two repetitions anywhere, O(n²) or worse'],
  restarts: ['O(n²)', 'on a text that does not match, the search begins anew at each place, O(n²)'],
};

/** With one of these around, what a handler is given has a shape and a length that the handler does not show. */
const VALIDATES =
  /^(zod|valibot|joi|@hapi\/joi|celebrate|yup|ajv|class-validator|express-validator|superstruct|@sinclair\/typebox|typebox|arktype|fastify|pydantic|marshmallow|djangorestframework)$/;

function isValidatedBefore(program: Program, file: FileModel): boolean {
  return [...program.packageOf(file.path).dependencies].some((name) => VALIDATES.test(name));
}

function report(program: Program, file: FileModel, call: Call, { source, text }: Matched, kind: Backtracking, hot: HotWay): Finding {
  const per = PER[hot.entry.kind];
  const [growth, why] = WHY[kind];
  const doubt = doubtOf(program, file, source, kind, hot);
  const shown = source.length > 40 ? `${source.slice(0, 39)}…` : source;
  return {
    rule: 'super-linear-regex',
    file: file.path,
    span: call.span,
    severity: doubt === null ? 'warning' : 'info',
    message: `\`/${shown}/\` on \`${text.text}\`, which comes with each ${per}: ${why}. Limit its length first, or make it unambiguous.`,
    growth,
    evidence: [`\`${text.text}\`: comes with each ${per}`, ...doubtText(doubt)],
    trace: [entryStep(hot), ...hot.steps, { file: file.path, span: call.span, message: `tries \`/${shown}/\`` }],
    fix: null,
  };
}

function doubtOf(program: Program, file: FileModel, source: string, kind: Backtracking, { entry }: HotWay): string | null {
  if (kind === 'restarts') return 'it takes a text of many thousands to notice';
  // Of patterns that look for a part of a text, two in ten could be made to take long by somebody else than its author, where they were read.
  if (kind === 'polynomial' && !source.startsWith('^')) return 'it looks for a part of a text, where its repetitions seldom meet';
  if (isValidatedBefore(program, file)) return 'what validates requests may limit its length';
  return entry.administered ? BY_ADMINISTRATORS : null;
}
