/**
 * Where a place of an older text is after an edit. Findings outlive edits with it: until the next check they stay with
 * their code, and those whose code was edited are gone at once.
 */
import type { Span } from '../model/file.ts';

/** `text[start, end)` was replaced by `length` units. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

/** Null when the edit touches what is inside. An edit that ends where the span begins moves it, one that begins where it ends does not. */
export function shift(span: Span, change: Change): Span | null {
  if (change.end <= span.start) {
    const by = change.length - (change.end - change.start);
    return { start: span.start + by, end: span.end + by };
  }
  return change.start >= span.end ? span : null;
}

/** The part of a replacement that really differs: editors like to replace whole lines, or the whole file, to change a word. */
export function smallest(before: string, start: number, end: number, inserted: string): Change {
  const longest = Math.min(end - start, inserted.length);
  let head = 0;
  while (head < longest && before.charCodeAt(start + head) === inserted.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < longest - head && before.charCodeAt(end - 1 - tail) === inserted.charCodeAt(inserted.length - 1 - tail)) tail++;
  return { start: start + head, end: end - tail, length: inserted.length - head - tail };
}
