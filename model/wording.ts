/** The words that rules share, so that all messages and growths read alike. */
import type { Reached } from './entries.ts';
import type { Call, Extent, FileModel, Loop, Value } from './file.ts';
import type { TraceStep } from './finding.ts';
import type { EntryKind } from './knowledge.ts';
import { nameOf } from './program.ts';

/** What an entry point runs once per. */
export const PER: Readonly<Record<EntryKind, string>> = {
  request: 'request',
  message: 'message',
  job: 'job',
  event: 'event',
  render: 'render',
  resolver: 'resolver call',
};

/** `O(users × banned)`, or null when either size has no name. Different lists of the same name go by their whole expressions. */
export function growthOf(file: FileModel, loop: Loop, list: Value, listFile: FileModel = file): string | null {
  const outer = sizeName(file, loop);
  const inner = nameOf(listFile, list);
  if (!outer || !inner || !loop.over) return null;
  if (outer !== inner) return `O(${outer} × ${inner})`;
  const whole = (value: Value): Value => (value.viewOf ? whole(value.viewOf) : value);
  if (samePlace(whole(loop.over), whole(list))) return `O(${inner}²)`;
  const [a, b] = [whole(loop.over).text, whole(list).text];
  return a === b ? `O(${inner}²)` : `O(${a} × ${b})`;
}

/** What a loop walks, by name: `users`. */
export function sizeName(file: FileModel, loop: Loop): string | null {
  return nameOf(file, loop.over);
}

/** One iteration, by name: `` `user` ``, or `element of `users``. */
export function perElement(file: FileModel, loop: Loop): string {
  const element = loop.elements
    .map((id) => file.bindings[id])
    .find((b) => b !== undefined && !b.part && b.name !== 'element' && b.init === null && b.name.length > 1 && !b.name.startsWith('_'));
  if (element) return `\`${element.name}\``;
  const over = sizeName(file, loop);
  return over ? `element of \`${over}\`` : 'iteration';
}

/** A remedy in the words of the file's language: Python's sets and dictionaries have names of their own. */
export function inWordsOf(file: FileModel, remedy: string): string {
  return file.language === 'python' ? remedy.replace(/\b([aA]) Set\b/g, '$1 set').replace(/\b([aA]) Map\b/g, '$1 dict') : remedy;
}

/** `` `banned.includes(…)` ``: the call as people would point at it, short. */
export function callText(call: Call): string {
  const text = calleeText(call);
  return call.member === '__contains__' ? `\`${text}\`` : `\`${text}(…)\``;
}

/** What is called, as short as it can be told: of a long chain its last link. */
export function calleeText(call: Call): string {
  const text = call.text.replace(/\s+(?=\??\.)/g, '');
  const isCut = text.endsWith('…') && call.member !== null && call.member !== '__contains__';
  return isCut ? `….${call.member}` : text.length > 48 ? `…${text.slice(-46)}` : text;
}

/** Where the way of a request begins that leads to a finding. */
export function entryStep({ ref, entry }: Reached): TraceStep {
  return { file: ref.file.path, span: ref.fn.nameSpan, message: entry.label };
}

export function loopStep(file: FileModel, loop: Loop): TraceStep {
  const over = loop.over?.text;
  return { file: file.path, span: loop.head, message: over ? `loop over \`${over}\`` : 'loop' };
}

/** Before the loop may stand who waits for it, and the query whose rows it walks. */
export function isLoopStep({ message }: TraceStep): boolean {
  return /^loop( over `|$)/.test(message);
}

export function evidenceOf(name: string | null, extent: Extent): string[] {
  return extent.why ? [`${name ? `\`${name}\`` : 'the list'}: ${extent.why}`] : [];
}

/** Same variable or field, same properties. */
export function samePlace(a: Value, b: Value): boolean {
  if (a.path.length !== b.path.length || a.path.some((s, i) => s !== b.path[i])) return false;
  if (a.root.kind === 'binding' && b.root.kind === 'binding') return a.root.binding === b.root.binding;
  return a.root.kind === 'this' && b.root.kind === 'this';
}

export const NOT_MANY = 'nothing in the code shows that they are many';
/** Of a table that is read page by page elsewhere as well. */
export const PICKED = 'the rows that meet its condition may be few, however many their table holds';

/** Why elements are not taken to be many, as far as their size says it. */
export function notMany(extent: Extent): string {
  if (extent.from === 'kinds') return 'there are only so many of them';
  if (extent.from === 'unpaged') return UNPAGED;
  if (extent.class === 'table' && extent.from !== 'all rows') return PICKED;
  return extent.from === 'page' ? 'a page shows only so many at a time' : NOT_MANY;
}

/** A search through what was kept once each. */
export const SHARED = 'many may share a few';
/** All rows of a table at once. */
export const UNPAGED = 'other tables are read page by page, and this one, which may be short, is not';
export const NOT_LISTED = 'the code does not say whether clients ask for it in lists';
export const IN_PYTHON = 'the rows of a loop in Python are as often few as many';
export const BY_ADMINISTRATORS = 'an administrator alone asks for it, now and then';
export const RARE = 'it runs now and then';
export const NOBODY_WAITS = 'no request is known to lead here';

/** The evidence that says why a finding is no warning. Profiles and configurations may make one of it. */
export function doubtText(doubt: string | null): string[] {
  return doubt === null ? [] : [`by itself a hint: ${doubt}`];
}
