/**
 * Which fixes can be made together, and what the text is afterwards.
 *
 * Every fix was proven against the text as it was analysed, alone. So a fix is applied whole or not at all, and two fixes
 * go together only if neither touches what the other one changes. A dropped fix is no loss: the caller checks the new
 * text again and is offered it anew.
 *
 * - Edits that overlap, or replacements that touch, conflict: the fix that comes first in the list wins.
 * - Equal insertions at the same place by different fixes are made once; different ones are all made, in the order of the fixes, unless one
 *   opens or closes a block there.
 * - Two fixes that import different names from one module conflict: the second finds the import there, and adds its name to it.
 * - Two fixes that introduce the same new name conflict, unless it is the same insertion or `scopeAt` says that the
 *   scopes are apart: `const bannedSet = …` before two loops of one function would not compile.
 */
import type { Span } from '../model/file.ts';
import type { Edit, Fix } from '../model/finding.ts';
import { dominantLineEnd } from './lines.ts';

export interface DroppedFix {
  readonly fix: Fix;
  /** A phrase for people: `it overlaps with “Build a Set …”`. */
  readonly reason: string;
}

/** The innermost scope (function, class, module) around an offset. Nested and equal scopes count as one. */
export type ScopeAt = (file: string, offset: number) => Span;

export interface PlannedFixes {
  /** New texts of the files that change, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** The edits that lead there. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  readonly applied: readonly Fix[];
  readonly dropped: readonly DroppedFix[];
}

/** Merges fixes across files: a fix that fails in one file is made in none. `textOf` gives the text that was analysed, or null. */
export function planFixes(fixes: readonly Fix[], textOf: (file: string) => string | null, scopeAt?: ScopeAt): PlannedFixes {
  const accepted = new Map<string, Placed[]>();
  const applied: Fix[] = [];
  const dropped: DroppedFix[] = [];
  for (const fix of fixes) {
    const edits = placeEdits(fix, textOf);
    const reason = typeof edits === 'string' ? edits : conflict(edits, accepted, scopeAt);
    if (typeof edits === 'string' || reason !== null) {
      dropped.push({ fix, reason: reason ?? '' });
      continue;
    }
    applied.push(fix);
    for (const edit of edits) {
      const list = accepted.get(edit.file) ?? [];
      accepted.set(edit.file, list);
      if (!list.some((other) => other.fix !== fix && sameInsertion(other, edit))) list.push(edit);
    }
  }
  const texts = new Map<string, string>();
  for (const [file, edits] of accepted) {
    const before = textOf(file);
    if (before === null) continue;
    const after = rewrite(before, edits);
    if (after !== before) texts.set(file, after);
  }
  return { texts, edits: accepted, applied, dropped };
}

/** The same for the fixes of one file. A fix that also edits another file is dropped: it needs `planFixes`. */
export function applyFixes(
  text: string,
  fixes: readonly Fix[],
  scopeAt?: ScopeAt,
): { text: string; applied: readonly Fix[]; dropped: readonly DroppedFix[] } {
  const file = fixes.find((fix) => fix.edits.length > 0)?.edits[0]?.file;
  const { texts, applied, dropped } = planFixes(fixes, (asked) => (asked === file ? text : null), scopeAt);
  return { text: (file === undefined ? undefined : texts.get(file)) ?? text, applied, dropped };
}

/** An edit with its fix, its text in the file's own line ends. */
interface Placed extends Edit {
  readonly fix: Fix;
  /** Names that the text declares. */
  readonly names: ReadonlySet<string>;
  /** Modules that whole new lines of it import names from. */
  readonly imports: ReadonlySet<string>;
}

/** The fix's edits in order of place, or why they cannot be made. */
function placeEdits(fix: Fix, textOf: (file: string) => string | null): Placed[] | string {
  const placed: Placed[] = [];
  for (const edit of fix.edits) {
    const text = textOf(edit.file);
    if (text === null) return `it also edits ${edit.file}, which is not being fixed here`;
    const { start, end } = edit.span;
    if (!(start >= 0 && start <= end && end <= text.length)) return `it edits ${start}–${end}, which is outside of the file`;
    // Nothing goes in front of a byte order mark.
    const first = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    const span = { start: Math.max(start, first), end: Math.max(end, first) };
    const written = edit.text.replace(/\r\n|\r|\n/g, dominantLineEnd(text));
    placed.push({ file: edit.file, span, text: written, fix, names: declaredNames(written), imports: importedModules(written) });
  }
  placed.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  for (const [index, edit] of placed.entries()) {
    const clash = placed.slice(index + 1).some((other) => other.file === edit.file && overlaps(edit.span, other.span));
    if (clash) return 'its own edits overlap';
  }
  return placed;
}

function conflict(edits: readonly Placed[], accepted: ReadonlyMap<string, readonly Placed[]>, scopeAt: ScopeAt | undefined): string | null {
  for (const edit of edits) {
    for (const other of accepted.get(edit.file) ?? []) {
      if (sameInsertion(edit, other)) continue;
      if (overlaps(edit.span, other.span) || touch(edit.span, other.span) || nest(edit, other)) return `it overlaps with “${other.fix.title}”`;
      const module = common(edit.imports, other.imports);
      if (module !== null) return `it imports from \`${module}\`, as “${other.fix.title}” does`;
      const name = common(edit.names, other.names);
      if (name !== null && scopesMeet(edit, other, scopeAt)) return `it introduces \`${name}\`, as “${other.fix.title}” does`;
    }
  }
  return null;
}

function sameInsertion(a: Edit, b: Edit): boolean {
  return isInsertion(a.span) && isInsertion(b.span) && a.span.start === b.span.start && a.text === b.text;
}

function isInsertion(span: Span): boolean {
  return span.start === span.end;
}

/** An insertion overlaps with what it is strictly inside of. */
function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Two replacements side by side could glue tokens together. */
function touch(a: Span, b: Span): boolean {
  return !isInsertion(a) && !isInsertion(b) && (a.end === b.start || b.end === a.start);
}

/** Both open or close braces at one place: `(x) => HERE body HERE`. Which pair is the outer one, nobody can say. */
function nest(a: Placed, b: Placed): boolean {
  return isInsertion(a.span) && isInsertion(b.span) && a.span.start === b.span.start && (opens(a.text) || opens(b.text));
}

function opens(text: string): boolean {
  return /[{}]/.test(withoutBlocks(text));
}

function common(a: ReadonlySet<string>, b: ReadonlySet<string>): string | null {
  for (const each of a) if (b.has(each)) return each;
  return null;
}

/** `import { stat } from 'node:fs/promises'`, `const { stat } = require('node:fs/promises')`, `from asyncio import sleep` */
function importedModules(text: string): Set<string> {
  const lines = /^[ \t]*(?:import\b.*\bfrom\s+['"]([^'"]+)['"]|const\b.*=\s*require\(['"]([^'"]+)['"]\)|from\s+(\S+)\s+import\b)/gm;
  return new Set([...text.matchAll(lines)].map(([, module, required, from]) => module ?? required ?? from ?? ''));
}

/** JavaScript's declarations, and Python's assignments at the start of a line. */
function declaredNames(written: string): Set<string> {
  const text = withoutBlocks(written);
  const names = new Set<string>();
  for (const match of text.matchAll(/\b(?:const|let|var|function|class)\s+([\p{L}_$][\p{L}\p{N}_$]*)/gu)) names.add(match[1] as string);
  for (const match of text.matchAll(/^[ \t]*(?!(?:const|let|var)\b)([\p{L}_][\p{L}\p{N}_]*)[ \t]*(?::[^=\r\n]+)?=(?![=>])/gmu))
    names.add(match[1] as string);
  return names;
}

/** What stands in braces of its own declares nothing outside of them: `rows.forEach((row) => { const group = … })`. */
function withoutBlocks(text: string): string {
  const strings = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;
  let rest = text.replace(strings, "''");
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(/\{[^{}]*\}/g, '');
  }
  return rest;
}

function scopesMeet(a: Edit, b: Edit, scopeAt: ScopeAt | undefined): boolean {
  if (scopeAt === undefined) return true;
  const one = scopeAt(a.file, a.span.start);
  const other = scopeAt(b.file, b.span.start);
  return one.start <= other.end && other.start <= one.end;
}

/** Insertions at one place keep the order in which they were accepted, and stand before what is replaced there. */
export function rewrite(text: string, edits: readonly Pick<Edit, 'span' | 'text'>[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let done = 0;
  for (const edit of ordered) {
    result += text.slice(done, edit.span.start) + edit.text;
    done = edit.span.end;
  }
  return result + text.slice(done);
}
