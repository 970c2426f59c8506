/** A list that is answered whole: each request sends all rows of a table that grows, and nothing asks for a page of them. */
import { isAnswered } from '../../model/answered.ts';
import { isServing } from '../../model/contexts.ts';
import { type Entry, entryOf } from '../../model/entries.ts';
import type { Call, FileModel, Fn } from '../../model/file.ts';
import { filteredRead } from '../../model/filtered-reads.ts';
import type { Finding } from '../../model/finding.ts';
import type { Program } from '../../model/program.ts';
import { statedSizeOf } from '../../model/stated-size.ts';
import { growthOf, isLookup, isSmallTable } from '../../model/table-growth.ts';
import { standing, walk } from '../../model/walk.ts';
import { holderOf, type WholeRead, wholeRead } from '../../model/whole-reads.ts';
import { callText, PER } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';
import { inViews } from './views.ts';

export const unboundedQuery: Rule = {
  name: 'unbounded-query',
  summary: 'A request is answered with all rows of a table that grows, without a limit or pages.',
  subject: 'database',
  severity: 'info',
  languages: ['typescript', 'python'],
  fixes: 'never',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, isServing)) {
      const entry = entryOf(program, fn);
      if (!entry || !/^(request|resolver)$/.test(entry.kind) || entry.object !== null) continue;
      const found: Finding[] = [];
      walk(program, file, fn, {
        call(call, place) {
          // What a loop asks again and again is another matter.
          if (place.loops.length > 0 || place.memo || place.failed) return;
          const read = wholeRead(program, file, call);
          if (read && isSentWhole(program, file, fn, call) && !isFew(program, file, call, read))
            found.push(...finding(program, file, fn, entry, call, read));
        },
      });
      yield* found;
    }
    for (const file of files) if (isServing(file)) yield* inViews(program, file);
  },
};

/** What is kept of the rows by a condition alone is the business of filter-in-application. */
function isSentWhole(program: Program, file: FileModel, fn: Fn, call: Call): boolean {
  return filteredRead(program, file, call) === null && isAnswered(program, file, fn, call, holderOf(program, file, call));
}

function isFew(program: Program, file: FileModel, call: Call, { table, of }: WholeRead): boolean {
  const holder = holderOf(program, file, call);
  const { init } = holder ?? {};
  // Have: // scalelint-size orders <= 20
  if (holder && init && statedSizeOf(file, { ...init, root: { kind: 'binding', binding: holder.id } }, holder.name)) return true;
  return isSmallTable(program, file, [table, holder?.name ?? null]) || (of !== null && isLookup(program, of));
}

function* finding(program: Program, file: FileModel, fn: Fn, entry: Entry, call: Call, { table, of, path }: WholeRead): Iterable<Finding> {
  const growth = growthOf(program, table, of);
  if (!growth || table === null) return;
  yield {
    rule: 'unbounded-query',
    file: file.path,
    span: call.span,
    severity: 'info',
    message: `${callText(call)} answers each ${PER[entry.kind]} with all rows of \`${table}\`. Send a page of them, or set a limit.`,
    growth: `O(${table} rows)`,
    evidence: [growth],
    trace: [{ file: file.path, span: fn.nameSpan, message: entry.label }, ...path],
    fix: null,
  };
}
