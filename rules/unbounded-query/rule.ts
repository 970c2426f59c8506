/** A list that is answered whole: each request sends all rows of a table of which the project itself reads pages elsewhere. */
import { isAnswered } from '../../model/answer-rows.ts';
import { isServing } from '../../model/contexts.ts';
import { type Entry, entryOf } from '../../model/entries.ts';
import type { Call, FileModel, Fn } from '../../model/file.ts';
import { filteredRead } from '../../model/filtered-reads.ts';
import type { Finding } from '../../model/finding.ts';
import { isPagedSomewhere, tableOf } from '../../model/paged-tables.ts';
import { plainName } from '../../model/plain-names.ts';
import type { Program } from '../../model/program.ts';
import { statedRowsOf, statedSizeOf } from '../../model/stated-size.ts';
import { standing, walk } from '../../model/walk.ts';
import { holderOf, type WholeRead, wholeRead } from '../../model/whole-reads.ts';
import { PER } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';
import { PAGED, pageStep } from './paged.ts';
import { inViews } from './views.ts';

export const unboundedQuery: Rule = {
  name: 'unbounded-query',
  summary: 'A request is answered with all rows of a table that is read page by page elsewhere.',
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
          if (read && isSentWhole(program, file, fn, call)) found.push(...finding(program, file, fn, entry, call, read));
        },
      });
      yield* found;
    }
    for (const file of files) if (isServing(file)) yield* inViews(program, file);
  },
};

/** What is kept of the rows by a condition alone is the business of filter-in-application. */
function isSentWhole(program: Program, file: FileModel, fn: Fn, call: Call): boolean {
  return filteredRead(program, file, call) === null && isAnswered(file, fn, call, holderOf(program, file, call));
}

/** Have: // scalelint-size orders <= 20, of the table or of the variable that holds its rows */
function isFew(program: Program, file: FileModel, call: Call, { file: asking, query }: WholeRead, table: string): boolean {
  const holder = holderOf(program, file, call);
  const held = holder?.init ? { ...holder.init, root: { kind: 'binding', binding: holder.id } as const } : null;
  return [held && statedSizeOf(file, held, holder?.name ?? null), statedRowsOf(file, call, table), statedRowsOf(asking, query, table)].some(Boolean);
}

function* finding(program: Program, file: FileModel, fn: Fn, entry: Entry, call: Call, read: WholeRead): Iterable<Finding> {
  const { table, of, path } = read;
  const known = tableOf(program, read.file, read.query) ?? (of && plainName(of.class.name));
  if (table === null || known === null || !isPagedSomewhere(program, known) || isFew(program, file, call, read, known)) return;
  yield {
    rule: 'unbounded-query',
    file: file.path,
    span: call.span,
    severity: 'info',
    message: `Each ${PER[entry.kind]} is answered with all rows of \`${table}\`. Send a page of them, or set a limit.`,
    growth: `O(${table} rows)`,
    evidence: [PAGED],
    trace: [{ file: file.path, span: fn.nameSpan, message: entry.label }, ...path, ...pageStep(program, known)],
    fix: null,
  };
}
