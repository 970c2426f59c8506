/** The names that an expression of a template looks up, in Django's language and in Jinja's: `book.author.name|default:"nobody"`, `book.tags.all()`. */
import type { Lookup } from '../../../model/template.ts';

export interface Expression {
  /** The whole template. */
  readonly text: string;
  /** Where the expression begins and ends in it. */
  readonly start: number;
  readonly end: number;
  /** The line of an offset, from 1. */
  readonly lineAt: (offset: number) => number;
}

/** One thing that has a value: a name with what follows it, or a literal. */
export interface Operand {
  /** Null for a literal. */
  readonly lookup: Lookup | null;
  readonly end: number;
  /** What its filters and calls are given. */
  readonly given: readonly Lookup[];
}

const WORDS = new Set(
  'and or not in is if else as by with only reversed recursive true false none True False None defined undefined ignore missing without context count trimmed'.split(
    ' ',
  ),
);
const DEEPEST = 8;

const NAME = /[A-Za-z_]\w*/y;
const STEP = /\w+/y;
const FILTER = /\s*\|\s*([A-Za-z_]\w*)/y;
/** What Django's filters are given. */
const ARGUMENT = /:("[^"\n]*"|'[^'\n]*'|-?\d[\d.]*|[A-Za-z_][\w.]*)/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Every lookup of an expression, those that filters and calls are given as well, in order. */
export function lookupsIn(expression: Expression, depth = 0): Lookup[] {
  const { text, end } = expression;
  const found: Lookup[] = [];
  let at = expression.start;
  while (at < end) {
    const operand = operandAt(expression, at, depth);
    if (!operand) {
      at++;
      continue;
    }
    const { lookup } = operand;
    // `count=books.count` names an argument.
    const isName = lookup?.path.length === 1 && /^\s*=(?!=)/.test(text.slice(operand.end, operand.end + 8));
    if (lookup && !isName && !(lookup.path.length === 1 && WORDS.has(lookup.path[0] ?? ''))) found.push(lookup);
    found.push(...operand.given);
    at = Math.max(operand.end, at + 1);
  }
  return found;
}

/** The operand that begins exactly here. */
export function operandAt(expression: Expression, start: number, depth = 0): Operand | null {
  const { text, end, lineAt } = expression;
  const given: Lookup[] = [];
  const filters: { name: string; argument: string | null }[] = [];
  const path: string[] = [];
  let at = start;
  /** Where the steps end and the filters begin. */
  let named = start;
  const first = text.charAt(start);
  if (first === '"' || first === "'") at = stringEnd(text, start, end);
  else {
    // The middle of a word is none: `3rd`.
    const word = /\w/.test(text.charAt(start - 1)) ? undefined : matchAt(NAME, text, start)?.[0];
    if (word === undefined) return null;
    path.push(word);
    named = at += word.length;
  }
  const inside = (from: number, to: number): void => {
    if (depth < DEEPEST) given.push(...lookupsIn({ ...expression, start: from, end: to }, depth + 1));
  };
  while (at < end) {
    const next = text.charAt(at);
    if (next === '.' && path.length > 0) {
      const step = matchAt(STEP, text, at + 1)?.[0] ?? '';
      if (step === '') break;
      path.push(step);
      named = at += 1 + step.length;
    } else if ((next === '(' || next === '[') && path.length > 0) {
      const close = closing(text, at, end);
      const content = text.slice(at + 1, close).trim();
      if (next === '[') path.push(/^(["'])(\w+)\1$/.exec(content)?.[2] ?? (/^\d+$/.test(content) ? content : '[]'));
      // What is asked with arguments is another question than what is asked without.
      else if (content !== '') path.push('()');
      inside(at + 1, close);
      named = at = Math.min(close + 1, end);
    } else {
      const filter = matchAt(FILTER, text, at);
      if (!filter || at + filter[0].length > end) break;
      at += filter[0].length;
      const argument = matchAt(ARGUMENT, text, at)?.[1] ?? null;
      if (argument !== null) {
        const from = at + 1;
        at = from + argument.length;
        if (/^[A-Za-z_]/.test(argument))
          given.push({ span: { start: from, end: at }, line: lineAt(from), text: argument, path: argument.split('.'), filters: [] });
      } else if (text.charAt(at) === '(') {
        const close = closing(text, at, end);
        inside(at + 1, close);
        at = close + 1;
      }
      filters.push({ name: filter[1] ?? '', argument });
    }
  }
  at = Math.min(at, end);
  if (path.length === 0) return { lookup: null, end: at, given };
  named = Math.min(named, end);
  return { lookup: { span: { start, end: named }, line: lineAt(start), text: text.slice(start, named), path, filters }, end: at, given };
}

function stringEnd(text: string, start: number, end: number): number {
  const quote = text.charAt(start);
  let at = start + 1;
  while (at < end && text.charAt(at) !== quote) at += text.charAt(at) === '\\' ? 2 : 1;
  return Math.min(at + 1, end);
}

/** The bracket that closes the one here, or the end. */
function closing(text: string, start: number, end: number): number {
  let depth = 0;
  let at = start;
  while (at < end) {
    const next = text.charAt(at);
    if (next === '"' || next === "'") {
      at = stringEnd(text, at, end);
      continue;
    }
    if (/[([{]/.test(next)) depth++;
    if (/[)\]}]/.test(next)) depth--;
    if (depth === 0) return at;
    at++;
  }
  return end;
}
