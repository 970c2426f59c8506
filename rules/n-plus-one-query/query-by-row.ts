/** Does a method or a property of a row query by the row that it belongs to, as `Book.objects.filter(author=self)` does? */
import { RECEIVER } from '../../model/arguments.ts';
import type { FnRef, Program } from '../../model/program.ts';
import { relationAsked } from '../../model/rows.ts';
import { type Effect, summaryOf } from '../../model/summaries.ts';

/** What may have been loaded with its owner is the business of lazy-relation-in-loop, which looks into methods too. */
export function queryByRow(program: Program, method: FnRef): Effect | null {
  const found = summaryOf(program, method).effects.find(
    ({ kind, op, keys, call, file }) =>
      kind === 'query' && op.access !== 'write' && op.weight !== 'light' && keys.has(RECEIVER) && !(call && relationAsked(program, file, call)),
  );
  return found ?? null;
}
