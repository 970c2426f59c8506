/** Writes and removes suppression comments, so that the code stays valid wherever they go. */
import type { Language, Span } from '../model/file.ts';
import type { Edit } from '../model/finding.ts';
import { dominantLineEnd, linesOf } from './lines.ts';
import type { Suppression } from './suppressions.ts';

export interface SuppressionRequest {
  readonly file: string;
  readonly text: string;
  readonly rule: string;
  /** Why; empty if it is to be filled in. */
  readonly reason: string;
  readonly language: Language;
  /** Where the innermost statement around the finding begins, as `statementAt` gives it. */
  readonly statementStart: number;
  /** The statement is a JSX element inside of another: a comment before it needs braces. */
  readonly inJsx: boolean;
}

/** The edit that puts a suppression before a statement; null where the language has no place for one. */
export function suppressionEdit(request: SuppressionRequest): Edit | null {
  const { file, text, rule, language, statementStart, inJsx } = request;
  const lines = linesOf(text);
  const { line } = lines.positionAt(statementStart);
  const start = lines.startOf(line);
  const before = text.slice(start, statementStart);
  const reason = request.reason.replace(/\s+/g, ' ').replaceAll('*/', '* /').trim();
  const words = `scalelint-ignore ${rule}${reason === '' ? '' : `: ${reason}`}`;
  const insert = (offset: number, inserted: string): Edit => ({ file, span: { start: offset, end: offset }, text: inserted });

  const indent = /^\s*/.exec(before)?.[0] ?? '';
  if (language === 'python') {
    // After a backslash, and inside of a string of several lines, the line does not begin where a comment may: it would break the code.
    if ((line > 1 && lines.textOf(line - 1).endsWith('\\')) || /"""|'''/.test(before)) return null;
    return insert(start, `${indent}# ${words}${dominantLineEnd(text)}`);
  }
  const block = inJsx ? `{/* ${words} */}` : `/* ${words} */`;
  if (before.trim() !== '') return insert(statementStart, inJsx ? block : `${block} `);
  return insert(start, `${indent}${inJsx ? block : `// ${words}`}${dominantLineEnd(text)}`);
}

/** The edit that puts a suppression for the whole file at its top, below a shebang or an encoding line. */
export function fileSuppressionEdit({ file, text, rule, reason, language }: Omit<SuppressionRequest, 'statementStart' | 'inJsx'>): Edit {
  const head = (encoded.exec(text) ?? shebang.exec(text))?.[0].length ?? 0;
  const end = dominantLineEnd(text);
  const lead = head > 1 && !/[\r\n]$/.test(text.slice(0, head)) ? end : '';
  const words = reason.replace(/\s+/g, ' ').trim();
  const comment = `${language === 'python' ? '#' : '//'} scalelint-ignore-file ${rule}${words === '' ? '' : `: ${words}`}`;
  return { file, span: { start: head, end: head }, text: `${lead}${comment}${end}` };
}

const shebang = /^\uFEFF?(?:#![^\r\n]*(?:\r\n|\r|\n)?)?/;
/** Python reads the encoding in one of the first two lines, in the second only below a comment or nothing. */
const encoded = /^\uFEFF?(?:[ \t\f]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))?[ \t\f]*#[^\r\n]*coding[:=][^\r\n]*(?:\r\n|\r|\n)?/;

/** The edit that takes one rule out of a suppression, and with its last rule the comment, and with an otherwise empty line the line. */
export function removalEdit(file: string, text: string, suppression: Suppression, rule: string): Edit {
  const { rules, comment, span } = suppression;
  const index = rules.findIndex((one) => one.name === rule);
  const own = rules[index];
  const remove = ({ start, end }: Span): Edit => ({ file, span: { start, end }, text: '' });
  if (own !== undefined && rules.length > 1) {
    const next = rules[index + 1];
    const previous = rules[index - 1];
    return remove(next ? { start: own.span.start, end: next.span.start } : { start: previous?.span.end ?? own.span.start, end: own.span.end });
  }
  const whole = text.slice(comment.start, comment.end);
  const around = whole.slice(0, span.start - comment.start) + whole.slice(span.end - comment.start);
  if (/[^\s/*#]/.test(around) || /[\r\n]/.test(whole)) return removeInside(text, suppression, remove);
  const jsx = /\{[ \t]*$/.exec(text.slice(0, comment.start));
  const closing = /^[ \t]*\}/.exec(text.slice(comment.end));
  const outer = jsx && closing && whole.startsWith('/*') ? { start: jsx.index, end: comment.end + closing[0].length } : comment;
  return remove(withLine(text, outer));
}

/** Another comment shares the delimiters: only the directive goes, with the mark that introduced it. */
function removeInside(text: string, { comment, span }: Suppression, remove: (span: Span) => Edit): Edit {
  const before = text.slice(comment.start, span.start);
  const mark = /(?:[ \t]*(?:\/\/|#)[ \t]*|[ \t]+)$/.exec(before);
  if (mark !== null && mark.index > 0) return remove({ start: comment.start + mark.index, end: span.end });
  // The next comment on the line brings a mark of its own.
  const next = /^[ \t]+(?=\/\/|#)/.exec(text.slice(span.end, comment.end));
  return remove(next === null ? span : { start: comment.start, end: span.end + next[0].length });
}

/** The whole line if nothing else is on it, else with the blanks before it (or after it, in front of code). */
function withLine(text: string, { start, end }: Span): Span {
  let from = start;
  while (from > 0 && /[ \t]/.test(text.charAt(from - 1))) from--;
  let to = end;
  while (to < text.length && /[ \t]/.test(text.charAt(to))) to++;
  const atStart = from === 0 || /[\r\n\uFEFF]/.test(text.charAt(from - 1));
  const lineEnd = /^(?:\r\n|\r|\n)/.exec(text.slice(to, to + 2))?.[0].length ?? 0;
  const atEnd = to === text.length || lineEnd > 0;
  if (atStart && atEnd) return { start: from, end: to + lineEnd };
  return atEnd ? { start: from, end } : { start, end: to };
}
