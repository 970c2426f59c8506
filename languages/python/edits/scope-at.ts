/** The innermost function around an offset, or else the module: a name that one function binds is none of another's. */
import type { Span } from '../../../model/file.ts';
import { nodesIn } from '../proofs/view.ts';
import { parseTree } from '../tree.ts';

/** The parser must have been prepared. */
export function scopesIn(text: string): (offset: number) => Span {
  const module = { start: 0, end: text.length };
  const functions = [...nodesIn(parseTree(text, false).root)].filter(({ type }) => type === 'function_definition');
  // Of those that hold an offset, the innermost comes last.
  return (offset) => functions.findLast(({ start, end }) => start <= offset && offset < end) ?? module;
}
