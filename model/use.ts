/** How a name is used where it is mentioned: what rules need to know about a list beyond its declaration. */
import type { Span, Value } from './file.ts';

/**
 * How a place is used. `test`: membership only (`includes`, `indexOf(…) !== -1`, `some(x => x === y)`); `search`: another linear
 * search; `iterate`: walked or mapped; `grow`: push, unshift, add, set, `xs[i] = …`; `shrink`: pop, shift, splice, delete; `reorder`: sort, reverse, fill;
 * `assign`: the place itself is given a new value; `property`: a property below it is written; `read`: an element, `length` or a property is read;
 * `copy`: spread, slice, concat, join; `argument`: handed to a call; `escape`: returned, stored, exported, captured in a way we do not follow.
 */
export type UseKind =
  | 'test'
  | 'search'
  | 'iterate'
  | 'grow'
  | 'shrink'
  | 'reorder'
  | 'assign'
  | 'property'
  | 'read'
  | 'length'
  | 'copy'
  | 'call'
  | 'argument'
  | 'escape';

export interface Use {
  readonly kind: UseKind;
  readonly span: Span;
  readonly fn: number;
  /** Loops of the file around it, innermost first, through closures that those loops run. */
  readonly loops: readonly number[];
  /** Properties between the binding and what is used: `state.items.push(x)` is a `grow` of `state` with path `['items']`. */
  readonly path: readonly string[];
  /** The call that does it (`push`, `includes`, …) or receives it as an argument. */
  readonly call: number | null;
  /** The method called on it, if one is. */
  readonly method: string | null;
  /** What something is put under: `id` of `byId[id] = user`. */
  readonly key: Value | null;
}

/** Adds one thing at the end: `push`, Python's `append`. */
export function isAppend(use: Use): boolean {
  return use.kind === 'grow' && (use.method === 'push' || use.method === 'append');
}
