/** Places that are copied to add to them: no call does it, and each time costs as much as they hold. */
import type { Span, Value } from './file.ts';

/** Appears in a body where it happens; the facts stand in `FileModel.rebuilds`. */
export interface RebuildNode {
  readonly kind: 'rebuild';
  readonly id: number;
}

/** A place is given anew all that it holds, and more: `all = [...all, x]`, `all = all.concat(x)`, `by = { ...by, [key]: x }`. */
export interface Rebuild {
  readonly id: number;
  readonly fn: number;
  readonly span: Span;
  /** As written, white space collapsed, cut at 60 characters. */
  readonly text: string;
  /** What is copied. */
  readonly place: Value;
  /** What comes in addition, as far as it makes the place larger: elements, or the names of properties that are computed. */
  readonly added: readonly Value[];
  /**
   * `list`, `tuple`, `set`, `object`, `bytes`: it is copied for certain; `joined`: only if it is a list or bytes, and no number or text; `added`: only
   * if it is bytes, as `+=` extends a list; `text`: only if it is text; `text-end`: only if it is text that somebody else can name, because what a
   * function alone names is added to where it is; `call`: what `call` does says so.
   */
  readonly how: 'list' | 'tuple' | 'set' | 'object' | 'bytes' | 'joined' | 'added' | 'text' | 'text-end' | 'call';
  readonly call: number | null;
  /** The function gives it back instead: what `reduce` runs, and helpers that add to what they are handed. */
  readonly returned: boolean;
}

/** What no list is meant by. */
export function isOfText({ how }: Rebuild): boolean {
  return how === 'text' || how === 'text-end';
}
