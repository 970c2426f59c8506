/**
 * Which findings someone has answered in the code, and which answers are stale. One grammar for every language:
 *
 *     // scalelint-ignore rule[, rule]: reason        `#` in Python, block comments, and JSX's comments in braces
 *     // scalelint-ignore-file rule[, rule]: reason   before the first code of the file
 *     // scalelint-size xs <= 20[, ys <= 5]           states a size instead of silencing
 *
 * A comment with code after it (on its own line, or in front of a statement) answers for the next code: findings on
 * that line, and findings whose innermost statement begins on that line. So it covers a statement of several lines, but only the
 * head of a loop or a function, never what is inside. A comment at the end of a line answers for findings on that line
 * and in the rest of the statement that the line belongs to. Blank lines and other comments may stand between.
 *
 * What is wrong with a comment is reported as an ordinary finding of severity `info`, by the three rules below: they print,
 * count and are configured like others. A suppression without a reason still works; one that names no rule does not.
 */
import type { Span } from '../model/file.ts';
import type { Edit, Finding } from '../model/finding.ts';
import type { StatedSize } from '../model/stated-size.ts';
import { didYouMean } from './did-you-mean.ts';
import { type Lines, linesOf } from './lines.ts';
import { removalEdit } from './suppression-edits.ts';

export const suppressionRules = [
  { name: 'unused-suppression', summary: 'A scalelint-ignore comment that suppresses nothing.' },
  { name: 'suppression-without-reason', summary: 'A scalelint-ignore comment that does not say why.' },
  { name: 'invalid-suppression', summary: 'A scalelint comment that cannot be understood, or stands where it has no effect.' },
] as const;

export interface Suppression {
  readonly scope: 'statement' | 'file';
  readonly rules: readonly { readonly name: string; readonly span: Span }[];
  readonly reason: string | null;
  /** From `scalelint-ignore` to the end of the reason. */
  readonly span: Span;
  readonly comment: Span;
}

export interface Suppressions {
  readonly ignores: readonly Suppression[];
  readonly sizes: readonly StatedSize[];
  readonly invalid: readonly { readonly span: Span; readonly message: string }[];
}

/** Reads the comments of a file; `comments` are their spans, delimiters included, in order. */
export function findSuppressions(text: string, comments: readonly Span[]): Suppressions {
  const ignores: Suppression[] = [];
  const sizes: StatedSize[] = [];
  const invalid: { span: Span; message: string }[] = [];
  if (!text.includes('scalelint-')) return { ignores, sizes, invalid };
  const code = codeStart(text, comments);
  for (const comment of comments) {
    for (const found of directivesIn(text, comment)) {
      if (found.kind === 'size') {
        const stated = parseSizes(found);
        if (stated === null) invalid.push({ span: found.span, message: '`scalelint-size` is not understood. Write `scalelint-size xs <= 20`.' });
        else sizes.push(...stated);
        continue;
      }
      const { names, reason } = parseIgnore(found);
      if (names.length === 0)
        invalid.push({
          span: found.span,
          message: `\`scalelint-${found.kind}\` names no rule, so it does nothing. Write \`scalelint-${found.kind} rule-name: reason\`.`,
        });
      else if (found.kind === 'ignore-file' && comment.start >= code)
        invalid.push({ span: found.span, message: '`scalelint-ignore-file` has no effect below code. Move it to the top of the file.' });
      else ignores.push({ scope: found.kind === 'ignore' ? 'statement' : 'file', rules: names, reason, span: found.span, comment });
    }
  }
  return { ignores, sizes, invalid };
}

export interface AppliedSuppressions {
  readonly kept: readonly Finding[];
  /** The reason is empty when none is given. */
  readonly suppressed: readonly { readonly finding: Finding; readonly reason: string }[];
  /** What is wrong with the comments; they cannot be suppressed themselves. */
  readonly reports: readonly Finding[];
  /** The edit that removes an unused suppression, by its report. Always safe: it only touches a comment. */
  readonly removals: ReadonlyMap<Finding, Edit>;
}

export interface SuppressionContext {
  readonly file: string;
  readonly text: string;
  readonly comments: readonly Span[];
  /**
   * The innermost statement around an offset. Class members (decorators included) and JSX elements inside of JSX count as
   * statements too, so that a comment above one covers all of its lines.
   */
  readonly statementAt: (offset: number) => Span;
  readonly ruleNames: ReadonlySet<string>;
  /** Rules that were run on this file: a suppression of another one is not known to be unused. Default: all. */
  readonly ranRules?: ReadonlySet<string>;
}

/** Splits the findings of one file into kept and suppressed, and checks the comments themselves. */
export function applySuppressions(
  findings: readonly Finding[],
  { ignores, invalid }: Suppressions,
  context: SuppressionContext,
): AppliedSuppressions {
  const { file, text, statementAt, ruleNames, ranRules = ruleNames } = context;
  const lines = linesOf(text);
  const comments = new Map(context.comments.map((comment) => [comment.start, comment]));
  const byRule = new Map<string, { covers: (finding: Finding) => boolean; ignore: Suppression }[]>();
  for (const ignore of ignores) {
    const covers = ignore.scope === 'file' ? () => true : coverage(ignore.comment, { text, lines, comments, statementAt });
    for (const { name } of ignore.rules) byRule.set(name, [...(byRule.get(name) ?? []), { covers, ignore }]);
  }

  const kept: Finding[] = [];
  const suppressed: { finding: Finding; reason: string }[] = [];
  const used = new Map<Suppression, Set<string>>();
  for (const finding of findings) {
    const matching = (byRule.get(finding.rule) ?? []).filter((one) => one.covers(finding)).map((one) => one.ignore);
    for (const ignore of matching) used.set(ignore, (used.get(ignore) ?? new Set()).add(finding.rule));
    const answer = matching.find((ignore) => ignore.reason !== null) ?? matching[0];
    if (answer === undefined) kept.push(finding);
    else suppressed.push({ finding, reason: answer.reason ?? '' });
  }

  const reports: Finding[] = [];
  const removals = new Map<Finding, Edit>();
  const report = (rule: (typeof suppressionRules)[number]['name'], span: Span, message: string): Finding => {
    const made: Finding = { rule, file, span, severity: 'info', message, growth: null, evidence: [], trace: [], fix: null };
    reports.push(made);
    return made;
  };
  for (const { span, message } of invalid) report('invalid-suppression', span, message);
  for (const ignore of ignores) {
    for (const { name, span } of ignore.rules) {
      if (!ruleNames.has(name))
        report('invalid-suppression', span, `There is no rule \`${name}\`.${didYouMean(name, ruleNames)} Correct the name or remove the comment.`);
      else if (ranRules.has(name) && !used.get(ignore)?.has(name)) {
        const where = ignore.scope === 'file' ? 'in this file' : 'here';
        const made = report('unused-suppression', span, `\`${name}\` reports nothing ${where}. Remove its suppression.`);
        removals.set(made, removalEdit(file, text, ignore, name));
      }
    }
    if (ignore.reason === null) report('suppression-without-reason', ignore.span, 'This suppression does not say why. Add `: ` and the reason.');
  }
  reports.sort((a, b) => a.span.start - b.span.start);
  return { kept, suppressed, reports, removals };
}

interface Place {
  readonly text: string;
  readonly lines: Lines;
  /** By their start. */
  readonly comments: ReadonlyMap<number, Span>;
  readonly statementAt: (offset: number) => Span;
}

function coverage(comment: Span, { text, lines, comments, statementAt }: Place): (finding: Finding) => boolean {
  const lineOf = (offset: number): number => lines.positionAt(offset).line;
  const own = lineOf(comment.start);
  const before = text.slice(lines.startOf(own), comment.start).replace(/\{\s*$/, (brace) => (isJsxBrace(text, comment) ? '' : brace));
  const next = nextCode(text, comment, comments);
  const trailing = before.trim() !== '' && (next === text.length || lineOf(next) !== lineOf(comment.end));
  if (!trailing) {
    const target = lineOf(next);
    return ({ span }) => lineOf(span.start) === target || lineOf(statementAt(span.start).start) === target;
  }
  const statement = statementAt(lines.startOf(own) + before.trimEnd().length - 1);
  return ({ span }) => lineOf(span.start) === own || sameSpan(statementAt(span.start), statement);
}

/** The first code after a comment, over white space, other comments and the brace of a JSX comment. */
function nextCode(text: string, comment: Span, comments: ReadonlyMap<number, Span>): number {
  let at = comment.end;
  if (isJsxBrace(text, comment)) at = text.indexOf('}', at) + 1;
  for (;;) {
    while (at < text.length && /\s/.test(text.charAt(at))) at++;
    const plain = comments.get(at);
    if (plain !== undefined) at = plain.end;
    else {
      const braced = text.charAt(at) === '{' ? comments.get(at + 1 + blanks(text, at + 1)) : undefined;
      if (braced === undefined || !isJsxBrace(text, braced)) return Math.min(at, text.length);
      at = text.indexOf('}', braced.end) + 1;
    }
  }
}

function blanks(text: string, from: number): number {
  return /^\s*/.exec(text.slice(from, from + 200))?.[0].length ?? 0;
}

/** A block comment that is alone in braces: JSX's way to write one. */
function isJsxBrace(text: string, comment: Span): boolean {
  return (
    /\{\s*$/.test(text.slice(Math.max(0, comment.start - 200), comment.start)) &&
    /^\s*\}/.test(text.slice(comment.end, comment.end + 200)) &&
    text.startsWith('/*', comment.start)
  );
}

function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

interface Directive {
  readonly kind: 'ignore' | 'ignore-file' | 'size';
  readonly span: Span;
  readonly rest: string;
  readonly restStart: number;
}

/**
 * At the beginning of a comment, of a line in a block comment, or after another comment's text (`# noqa  # scalelint-ignore …`).
 * It ends where yet another comment begins (`# scalelint-ignore …  # noqa`), which is not ours to read or to remove.
 */
function* directivesIn(text: string, comment: Span): Iterable<Directive> {
  const whole = text.slice(comment.start, comment.end);
  const block = whole.startsWith('/*');
  const body = block ? whole.slice(0, whole.endsWith('*/') ? -2 : undefined) : whole;
  for (const match of body.matchAll(block ? inBlock : whole.startsWith('#') ? afterHash : afterSlashes)) {
    const start = comment.start + match.index + match[0].length - (match[1] as string).length - (match[3] as string).length;
    const rest = (match[3] as string).trimEnd();
    const restStart = start + (match[1] as string).length;
    yield { kind: match[2] as Directive['kind'], span: { start, end: restStart + rest.length }, rest, restStart };
  }
}

const inBlock = directiveUpTo('[\\r\\n]');
const afterHash = directiveUpTo('[\\r\\n]|[ \\t]+#[ \\t@a-zA-Z]');
const afterSlashes = directiveUpTo('[\\r\\n]|[ \\t]+//[ \\t@a-zA-Z]');

function directiveUpTo(end: string): RegExp {
  const begin = String.raw`(?:(?:^|[\r\n])[ \t/*#]*|[ \t](?:#|//)[ \t]*)`;
  return new RegExp(String.raw`${begin}(scalelint-(ignore-file|ignore|size)(?![\w-]))((?:(?!${end})[\s\S])*)`, 'g');
}

function parseIgnore({ rest, restStart }: Directive): { names: Suppression['rules']; reason: string | null } {
  const names: { name: string; span: Span }[] = [];
  const next = /[\s,]*([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\s*(,?)/iy;
  let at = 0;
  for (let match = next.exec(rest); match !== null; match = next.exec(rest)) {
    const [whole, name = '', comma] = match;
    const start = restStart + match.index + whole.indexOf(name);
    names.push({ name, span: { start, end: start + name.length } });
    at = next.lastIndex;
    if (comma === '') break;
  }
  const reason = /^\s*(?::|--|—)\s*(\S.*)$/.exec(rest.slice(at))?.[1] ?? null;
  return { names, reason };
}

function parseSizes({ rest, restStart }: Directive): StatedSize[] | null {
  const sizes: StatedSize[] = [];
  const form = /\s*([\p{L}_$][\p{L}\p{N}_$]*(?:\??\.[\p{L}_$][\p{L}\p{N}_$]*)*)\s*(<=|≤|<)\s*(\d[\d_]*)\s*(?:,|$)/uy;
  while (form.lastIndex < rest.length) {
    const from = form.lastIndex;
    const match = form.exec(rest);
    if (match === null) return null;
    const [whole, name = '', sign, digits = ''] = match;
    const start = restStart + from + whole.indexOf(name);
    const max = Number(digits.replaceAll('_', '')) - (sign === '<' ? 1 : 0);
    sizes.push({ name, max, span: { start, end: restStart + from + whole.replace(/\s*,?$/, '').length } });
  }
  return sizes.length === 0 ? null : sizes;
}

/** Where the first code is that is no prologue (`'use client'`, a docstring): strings that stand for themselves. */
function codeStart(text: string, comments: readonly Span[]): number {
  let at = /^\uFEFF?(?:#![^\r\n]*)?/.exec(text)?.[0].length ?? 0;
  const starts = new Map(comments.map((comment) => [comment.start, comment.end]));
  const prologue = /\s+|;|[rRuU]?(?:"""(?:\\[\s\S]|[^\\])*?"""|'''(?:\\[\s\S]|[^\\])*?'''|"(?:\\.|[^"\\\r\n])*"|'(?:\\.|[^'\\\r\n])*')/y;
  for (;;) {
    const end = starts.get(at);
    prologue.lastIndex = at;
    const skipped = end === undefined ? prologue.exec(text)?.[0].length : undefined;
    if (end !== undefined && end > at) at = end;
    else if (skipped) at += skipped;
    else return at;
  }
}
