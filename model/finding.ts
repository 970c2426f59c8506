/**
 * What a rule says: a finding with its growth and its path, and the intent of a fix that a language's writer may realise.
 */
import type { Span } from './file.ts';

export type Severity = 'error' | 'warning' | 'info' | 'off';

/** One step of the path that leads to the operation, outermost first. */
export interface TraceStep {
  readonly file: string;
  readonly span: Span;
  /** `loop over users`, `calls findOwner`, `scans owners`: lower case, no full stop. */
  readonly message: string;
}

export interface Finding {
  readonly rule: string;
  readonly file: string;
  readonly span: Span;
  readonly severity: Severity;
  /** One line, at most about 120 characters, beginning with the expression in back-ticks and ending with the remedy. */
  readonly message: string;
  /** `O(users × banned)`, or null when a size has no name. */
  readonly growth: string | null;
  /** Why we hold it to be large: evidence for each size, one phrase each. */
  readonly evidence: readonly string[];
  readonly trace: readonly TraceStep[];
  readonly fix: FixIntent | null;
  /** When a profile was given that knows the code. Rules know none. */
  readonly heat?: Heat;
}

/** What a profile says of the code of a finding. */
export interface Heat {
  /** The name of its file. */
  readonly profile: string;
  /** The function whose time it is. */
  readonly function: string;
  /** Of 1: the part of all time that is spent in the function and in what it calls, or of the function's time that is spent on the finding's lines. */
  readonly share: number;
  /** The same as a sentence without its full stop: `` 37 % of the time in `orders.cpuprofile` is spent in `loadOrders` ``. */
  readonly text: string;
  /** The severity that the rule gave, where the profile changed it. */
  readonly before: Severity | null;
}

/**
 * What a fix wants to achieve, in the model's words. Offsets address nodes of the file as it was analysed.
 * - `index-before-loop`: build a Set (or Map) of what `call` searches, before `loop`, and ask that instead.
 * - `index-beside-list`: the list grows inside the loop; keep a Set (or Map) next to it.
 * - `index-inner-loop`: the inner loop is a search by an equality guard; build a Map of lists before the outer loop.
 * - `set-instead-of-list`: the list serves membership only; make it a Set at its declaration and at each use.
 * - `dedupe`: `xs.filter((x, i) => xs.indexOf(x) === i)` becomes a Set.
 * - `await-twin`: the synchronous call becomes its promise twin, awaited.
 * - `eager-load`: the query that begins a loop is told to load relations with its rows, by a call appended to `query` (Python), or by a property
 *   `method` of its argument at `position`. For Python's `options` the names are relationships as written, one behind the other where they lead on:
 *   `Order.items Item.product`.
 * - `to-thread`: the blocking call, which has no twin, runs in another thread and is awaited (Python).
 * - `batch-query`: one query for all elements before the loop, then a lookup by key; or one statement that writes what each iteration writes.
 *   The recipe says which. `rows`: the class of the rows, where the project declares it (Python).
 */
export type FixIntent =
  | { readonly kind: 'index-before-loop'; readonly file: string; readonly loop: Span; readonly call: Span; readonly form: string }
  | {
      readonly kind: 'index-beside-list';
      readonly file: string;
      readonly loop: Span;
      readonly call: Span;
      readonly form: string;
      readonly declaration: Span;
      readonly grows: readonly Span[];
    }
  | { readonly kind: 'index-inner-loop'; readonly file: string; readonly loop: Span; readonly inner: Span }
  | {
      readonly kind: 'set-instead-of-list';
      readonly file: string;
      readonly declaration: Span;
      readonly uses: readonly { readonly span: Span; readonly kind: string }[];
    }
  | { readonly kind: 'dedupe'; readonly file: string; readonly call: Span }
  | { readonly kind: 'await-twin'; readonly file: string; readonly call: Span; readonly fn: Span; readonly module: string; readonly twin: string }
  | {
      readonly kind: 'eager-load';
      readonly file: string;
      readonly query: Span;
      readonly method: string;
      readonly position?: number;
      readonly names: readonly string[];
    }
  | { readonly kind: 'to-thread'; readonly file: string; readonly call: Span; readonly fn: Span }
  | {
      readonly kind: 'batch-query';
      readonly file: string;
      readonly loop: Span;
      readonly call: Span;
      readonly recipe: string;
      readonly rows?: RowClass | null;
    };

/** A class of rows as the project declares it: itself first, then the classes of the project that it extends. */
export type RowClass = readonly DeclaredClass[];

export interface DeclaredClass {
  readonly name: string;
  readonly methods: readonly string[];
  /** `slug = SlugField(unique=True)`. What a class inside of it declares goes by both names: `Meta.abstract`. */
  readonly fields: readonly DeclaredField[];
  /** Base classes outside of the project, as written. */
  readonly foreign: readonly string[];
  /** What is called when a row of it is written, as far as somebody says so: `post_save`. */
  readonly heard: readonly string[];
}

export interface DeclaredField {
  readonly name: string;
  /** What makes it: `models.SlugField`; for a plain value nothing. */
  readonly made: string;
  /** Its keywords with plain values; for a plain value that alone, by no name. */
  readonly options: Readonly<Record<string, string | number | boolean | null>>;
}

export interface Edit {
  readonly file: string;
  readonly span: Span;
  readonly text: string;
}

/** `safe`: identical behaviour for every input that type-checks, proven. `suggestion`: needs the judgement that its title names. */
export interface Fix {
  readonly title: string;
  readonly level: 'safe' | 'suggestion';
  readonly edits: readonly Edit[];
  /** Short phrases, each one thing that was checked and holds. */
  readonly proofs: readonly string[];
  /** For suggestions: what could not be proven. */
  readonly unproven: readonly string[];
}

/** Why there is no fix. */
export interface Refusal {
  readonly refused: string;
}
