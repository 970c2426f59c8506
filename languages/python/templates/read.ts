/**
 * Reads a template, in Django's language or in Jinja's, into what it looks up and walks. Never throws: what is broken or unknown gives fewer facts.
 *
 * Of a tag that is not known only the names that it gives are kept, as unknown. What a tag keeps (`{% cache %}`) or leaves out (`{% comment %}`,
 * `{% verbatim %}`, the body of a macro) is not read.
 */
import type { Lookup, Naming, Template, TemplatePart } from '../../../model/template.ts';
import { type Expression, lookupsIn, operandAt } from './lookups.ts';

/** Inside of `{{ … }}` or `{% … %}`. */
interface Token {
  readonly kind: 'show' | 'tag';
  readonly start: number;
  readonly end: number;
}

interface Frame {
  /** The tag that closes it. */
  readonly end: string;
  /** Where its parts go, and where they go from `{% empty %}` on. */
  parts: TemplatePart[];
  readonly outer: TemplatePart[];
  /** What an `if` asks so far. */
  readonly tests?: Lookup[];
}

/** Tags that look up all that they are given. */
const READS = new Set(
  'if elif ifequal ifnotequal ifchanged url firstof cycle widthratio resetcycle trans translate blocktrans blocktranslate print do'.split(' '),
);
/** Tags whose content is left out, though it may be shown. */
const SKIPS = new Set(['comment', 'verbatim', 'raw', 'macro']);

/** No hand nests tags so far, and whoever walks the parts would run out of stack. */
const DEEPEST = 200;

export function readTemplate(path: string, name: string, text: string): Template {
  const parts: TemplatePart[] = [];
  const lineAt = lineCounter(text);
  const frames: Frame[] = [];
  const here = (): TemplatePart[] => frames.at(-1)?.parts ?? parts;
  let skipTo: string | null = null;
  for (const token of tokensOf(text)) {
    const expression: Expression = { text, start: token.start, end: token.end, lineAt };
    if (token.kind === 'show') {
      if (skipTo === null) here().push(...shown(lookupsIn(expression)));
      continue;
    }
    const word = /^[A-Za-z_]\w*/.exec(text.slice(token.start, Math.min(token.end, token.start + 60)))?.[0] ?? '';
    if (skipTo !== null) {
      if (word === skipTo) skipTo = null;
      continue;
    }
    // What is kept for a while is not asked for each time.
    if (SKIPS.has(word) || (/cache/i.test(word) && text.includes(`end${word}`))) skipTo = `end${word}`;
    else if (word.startsWith('end')) close(frames, word);
    else if (word === 'empty' || word === 'else') leaveLoop(frames);
    else open(frames, here(), word, { ...expression, start: token.start + word.length });
    if (frames.length > DEEPEST) return { path, name, parts: [] };
  }
  return { path, name, parts };
}

function open(frames: Frame[], into: TemplatePart[], word: string, rest: Expression): void {
  const push = (part: TemplatePart & { readonly parts: readonly TemplatePart[] }, inside: TemplatePart[]): void => {
    into.push(part);
    frames.push({ end: `end${word}`, parts: inside, outer: into });
  };
  const inside: TemplatePart[] = [];
  const tested = (): void => void into.push(...lookupsIn(rest).map((lookup) => ({ kind: 'lookup' as const, lookup, shown: false })));
  switch (word) {
    case 'for':
      return push({ ...loopOf(rest), parts: inside }, inside);
    case 'with':
      return push({ kind: 'with', names: namingsIn(rest), parts: inside }, inside);
    case 'block':
      return push({ kind: 'block', name: contentOf(rest).split(/\s+/)[0] ?? '', parts: inside }, inside);
    case 'blocktrans':
    case 'blocktranslate':
      tested();
      return push({ kind: 'with', names: namingsIn(rest), parts: inside }, inside);
    case 'extends':
      into.push({ kind: 'extends', name: quoted(contentOf(rest)) });
      return;
    case 'include': {
      const content = contentOf(rest);
      const names = namingsIn({ ...rest, start: afterWord(rest, 'with') });
      into.push({ kind: 'include', name: quoted(content), names, only: /\sonly$/.test(content), span: { start: rest.start, end: rest.end } });
      return;
    }
    case 'set':
      return setOf(frames, into, rest);
    case 'regroup':
      return regroup(into, rest);
    case 'if': {
      tested();
      const tests = lookupsIn(rest);
      push({ kind: 'if', tests, parts: inside }, inside);
      frames[frames.length - 1] = { ...(frames.at(-1) as Frame), tests };
      return;
    }
    case 'elif':
      frames.findLast((frame) => frame.tests)?.tests?.push(...lookupsIn(rest));
      return tested();
    default:
      if (READS.has(word)) tested();
      into.push(...givenNames(contentOf(rest)));
  }
}

function close(frames: Frame[], word: string): void {
  const at = frames.findLastIndex((frame) => frame.end === word);
  if (at >= 0) frames.length = at;
}

/** `{% empty %}`, or Jinja's `{% else %}`: what follows runs once at most. */
function leaveLoop(frames: Frame[]): void {
  const frame = frames.at(-1);
  if (frame?.end === 'endfor') frame.parts = frame.outer;
}

function loopOf(rest: Expression): Omit<TemplatePart & { kind: 'for' }, 'parts'> {
  const { text, end, lineAt } = rest;
  const head = /^\s*([\w\s,()]+?)\s+in\s+/.exec(text.slice(rest.start, Math.min(end, rest.start + 400)));
  const start = rest.start + (head?.[0].length ?? 0);
  const operand = head ? operandAt(rest, start) : null;
  const isPlain = /^\s*(reversed|recursive|if\b[\s\S]*)?\s*$/.test(text.slice(operand?.end ?? end, end));
  return {
    kind: 'for',
    span: { start: rest.start - 3, end },
    line: lineAt(rest.start),
    names: (head?.[1] ?? '').split(/[\s,()]+/).filter((name) => name !== ''),
    over: operand?.lookup && isPlain ? operand.lookup : null,
  };
}

/** `a=b.c d=e`, and `b.c as a`. */
function namingsIn(rest: Expression): Naming[] {
  const { text, start, end } = rest;
  const content = text.slice(start, end);
  const named = [...content.matchAll(/(?:^|[\s,])([A-Za-z_]\w*)\s*=(?!=)\s*/g)].map((match) => {
    const value = operandAt(rest, start + match.index + match[0].length)?.lookup ?? null;
    return { name: match[1] ?? '', value };
  });
  const last = /^\s*(\S+)\s+as\s+(\w+)\s*$/.exec(content);
  if (!last || named.length > 0) return named;
  return [{ name: last[2] ?? '', value: operandAt(rest, start + content.indexOf(last[1] ?? ''))?.lookup ?? null }];
}

/** `{% set total = order.total %}`, or `{% set total %}…{% endset %}`. */
function setOf(frames: Frame[], into: TemplatePart[], rest: Expression): void {
  const names = namingsIn(rest);
  if (names.length > 0) {
    into.push({ kind: 'set', names });
    return;
  }
  into.push({ kind: 'set', names: (contentOf(rest).match(/\w+/g) ?? []).map((name) => ({ name, value: null })) });
  if (!contentOf(rest).includes('=')) frames.push({ end: 'endset', parts: into, outer: into });
}

/** `{% regroup books by author as shelves %}` looks up `author` of each book. */
function regroup(into: TemplatePart[], rest: Expression): void {
  const form = /^\s*\S+\s+by\s+([A-Za-z_][\w.]*)/.exec(rest.text.slice(rest.start, rest.end));
  const over = lookupsIn(rest)[0];
  if (form && over) {
    const end = rest.start + form[0].length;
    const by = form[1] ?? '';
    const lookup: Lookup = { ...over, text: `regroup by ${by}`, span: { start: end - by.length, end }, path: ['row', ...by.split('.')], filters: [] };
    const span = { start: rest.start, end: rest.end };
    into.push({ kind: 'for', span, line: over.line, names: ['row'], over, parts: [{ kind: 'lookup', lookup, shown: false }] });
  }
  into.push(...givenNames(contentOf(rest)));
}

/** `{% unknown book as cover %}`: whatever it is. */
function givenNames(content: string): TemplatePart[] {
  const name = /\sas\s+(\w+)$/.exec(content)?.[1];
  return name ? [{ kind: 'set', names: [{ name, value: null }] }] : [];
}

function shown(lookups: readonly Lookup[]): TemplatePart[] {
  return lookups.map((lookup, i) => ({ kind: 'lookup', lookup, shown: i === 0 }));
}

function contentOf({ text, start, end }: Expression): string {
  return text.slice(start, end).trim();
}

function quoted(content: string): string | null {
  return /^(["'])(.*?)\1/.exec(content)?.[2] ?? null;
}

/** Where what follows a word begins, or the end. */
function afterWord({ text, start, end }: Expression, word: string): number {
  const at = text.slice(start, end).search(new RegExp(`\\s${word}\\s`));
  return at < 0 ? end : start + at + word.length + 1;
}

/** Each mark is searched once to the end of the text at most, however many are open. */
function* tokensOf(text: string): Iterable<Token> {
  const never = new Set<string>();
  let at = 0;
  for (;;) {
    const start = text.indexOf('{', at);
    if (start < 0) return;
    at = start + 1;
    const closer = CLOSERS.get(text.charAt(at));
    if (closer === undefined || never.has(closer)) continue;
    const end = text.indexOf(closer, at + 1);
    if (end < 0) {
      never.add(closer);
      continue;
    }
    at = end + 2;
    if (closer === '#}') continue;
    const inner = text.slice(start + 2, end);
    const lead = /^[-+]?\s*/.exec(inner)?.[0].length ?? 0;
    const trail = /\s*[-+]?$/.exec(inner.slice(-40))?.[0].length ?? 0;
    yield { kind: closer === '}}' ? 'show' : 'tag', start: start + 2 + lead, end: Math.max(start + 2 + lead, end - trail) };
  }
}

const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['%', '%}'],
  ['{', '}}'],
  ['#', '#}'],
]);

function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}
