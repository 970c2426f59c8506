/**
 * The one question-and-answer interface between scalelint and a type checker.
 *
 * The syntax tier lowers a file with the parser alone and leaves questions where a kind or a callee matters and cannot be
 * seen. A `TypeOracle` answers them in batches. Rules and the model never learn which checker answered, so a faster backend
 * can take this one's place. `unknown` is an answer: an unresolved import or `any` is never “not a list”.
 */
import type { DeclaredCallee } from '../../../model/declared-callee.ts';
import type { CollectionKind, ElementKind } from '../../../model/file.ts';

export type Question =
  /** What is the expression that spans exactly [start, end)? */
  | { readonly about: 'value'; readonly start: number; readonly end: number }
  /** Where is the function declared that the call or `new` spanning exactly [start, end) runs? */
  | { readonly about: 'callee'; readonly start: number; readonly end: number };

export interface ValueAnswer {
  readonly about: 'value';
  /** `unknown` for any, unresolved, and unions of list and non-list. */
  readonly kind: CollectionKind;
  readonly element: ElementKind;
  /** Includes null or undefined. False also when strictNullChecks is off; then `strict` is false. */
  readonly nullable: boolean;
  /** strictNullChecks is on: `nullable: false` is then a proof. */
  readonly strict: boolean;
  /** Fixed length, for tuples; number of different values, for a Set or list of literals `as const`. */
  readonly tupleLength: number | null;
  readonly readonly: boolean;
  /** Name of the type's declaration and the package that declares it (`lib` for the language's own, null for the project's files). */
  readonly declaredType: { readonly module: string | null; readonly name: string } | null;
}

export interface CalleeAnswer {
  readonly about: 'callee';
  /** Null when the checker does not know. */
  readonly declared: DeclaredCallee | null;
}

export type Answer = ValueAnswer | CalleeAnswer;

export interface FileQuestions {
  /** Absolute path with forward slashes. */
  readonly file: string;
  readonly questions: readonly Question[];
}

export interface TypeOracle {
  /** Answers in the order of the questions. Never throws: what cannot be answered is `unknown`. */
  ask(batch: readonly FileQuestions[]): Promise<readonly (readonly Answer[])[]>;
  /** Frees programs. The oracle may be asked again afterwards; it starts anew. */
  dispose(): void;
}
