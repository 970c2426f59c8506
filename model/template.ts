/**
 * What a template does with what it is handed, as plain data: which names it looks up, what it walks, which other templates it takes in. A front end
 * reads it from the text. What nobody can tell (a custom tag, a name that is computed) is not in it, or is null.
 */
import type { Span } from './file.ts';

export interface Template {
  /** Absolute path, forward slashes. */
  readonly path: string;
  /** What code and other templates call it: `shop/books.html`. */
  readonly name: string;
  readonly parts: readonly TemplatePart[];
}

/** `book.author.name|upper`: calls are steps as well, for Django calls what it finds. Place and text are those without filters. */
export interface Lookup {
  readonly span: Span;
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly path: readonly string[];
  readonly filters: readonly { readonly name: string; readonly argument: string | null }[];
}

/** A name, and what it stands for in what follows; null where that is not known. */
export interface Naming {
  readonly name: string;
  readonly value: Lookup | null;
}

export type TemplatePart =
  /** `shown`: turned into a text, and not only tested or handed on. */
  | { readonly kind: 'lookup'; readonly lookup: Lookup; readonly shown: boolean }
  | {
      readonly kind: 'for';
      readonly span: Span;
      readonly line: number;
      readonly names: readonly string[];
      readonly over: Lookup | null;
      readonly parts: readonly TemplatePart[];
    }
  /** What it and its other arms ask, and what any of them shows. */
  | { readonly kind: 'if'; readonly tests: readonly Lookup[]; readonly parts: readonly TemplatePart[] }
  | { readonly kind: 'with'; readonly names: readonly Naming[]; readonly parts: readonly TemplatePart[] }
  /** Like `with`, for all that follows at its place. */
  | { readonly kind: 'set'; readonly names: readonly Naming[] }
  | { readonly kind: 'include'; readonly name: string | null; readonly names: readonly Naming[]; readonly only: boolean; readonly span: Span }
  | { readonly kind: 'block'; readonly name: string; readonly parts: readonly TemplatePart[] }
  | { readonly kind: 'extends'; readonly name: string | null };
