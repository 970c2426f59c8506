/** What Python's `with` holds for as long as its body runs: `with self._lock: …`, one for each of its items. */
import type { Span, Value } from './file.ts';

export interface WithBlock {
  readonly value: Value;
  /** The body. */
  readonly span: Span;
  readonly fn: number;
}
