/** Sizes that the author stated, and that are believed: `// scalelint-size xs <= 20`. */
import type { Span } from './file.ts';

export interface StatedSize {
  readonly name: string;
  readonly max: number;
  readonly span: Span;
}
