/** What tests of suppressions share: texts with marked places stand in for the parsers. */
import type { Span } from '../model/file.ts';
import type { Edit, Finding } from '../model/finding.ts';
import { applySuppressions, findSuppressions } from './suppressions.ts';

export const rule = 'nested-loop-lookup';
const ruleNames = new Set([rule, 'list-as-set', 'n-plus-one-query']);

/** Good enough for the texts below: no comment marks in strings. */
export function commentsOf(text: string, python = false): Span[] {
  const form = python ? /#[^\r\n]*/g : /\/\/[^\r\n]*|\/\*[\s\S]*?\*\//g;
  return [...text.matchAll(form)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** The innermost of the statements, each given by its text; else the whole file. */
function statements(text: string, parts: readonly string[]): (offset: number) => Span {
  const spans = parts.map((part) => {
    const start = text.indexOf(part);
    if (start === -1) throw new Error(`not in the text: ${part}`);
    return { start, end: start + part.length };
  });
  spans.sort((a, b) => a.end - a.start - (b.end - b.start));
  return (offset) => spans.find((span) => span.start <= offset && offset < span.end) ?? { start: 0, end: text.length };
}

/** A finding of a rule at each `part`. */
export function finding(text: string, part: string, of = rule): Finding {
  const start = text.indexOf(part);
  if (start === -1) throw new Error(`not in the text: ${part}`);
  return {
    rule: of,
    file: '/a.ts',
    span: { start, end: start + part.length },
    severity: 'warning',
    message: part,
    growth: null,
    evidence: [],
    trace: [],
    fix: null,
  };
}

/** What becomes of the findings. `parts` are the statements of the text. */
export function apply(text: string, findings: Finding[], parts: string[] = [], options: { python?: boolean; ran?: Set<string> } = {}) {
  const comments = commentsOf(text, options.python);
  const context = { file: '/a.ts', text, comments, statementAt: statements(text, parts), ruleNames, ...(options.ran && { ranRules: options.ran }) };
  const result = applySuppressions(findings, findSuppressions(text, comments), context);
  return {
    kept: result.kept.map((one) => one.message),
    suppressed: result.suppressed.map((one) => [one.finding.message, one.reason]),
    reports: result.reports.map((one) => `${one.rule}: ${one.message}`),
    removed: [...result.removals.values()].map((edit) => edited(text, edit)),
  };
}
export const edited = (text: string, edit: Edit): string => text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
