/** A related row is loaded for its key, which the row at hand has itself: `book.author.id` asks the database for what `book.author_id` knows. */
import { isServing } from '../../model/contexts.ts';
import type { FileModel, Fn } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { hotEntry, isRare } from '../../model/how-often.ts';
import { type KeyRead, keyReads } from '../../model/key-reads.ts';
import type { Program } from '../../model/program.ts';
import { rowsOf } from '../../model/rows.ts';
import { entryStep } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';

export const foreignKeyByObject: Rule = {
  name: 'foreign-key-by-object',
  summary: 'A related row is loaded only for its key, which stands in a column of the row at hand.',
  subject: 'database',
  severity: 'info',
  languages: ['python'],
  fixes: 'never',
  *check(program, files) {
    for (const file of files) {
      if (file.language !== 'python' || !isServing(file)) continue;
      const seen = new Set<string>();
      for (const read of keyReads(program, file)) {
        const fn = file.functions[read.use.fn];
        // The first of a function loads it for the others.
        const place = `${read.use.fn} ${read.text}`;
        if (!fn || seen.has(place) || isPerRow(program, file, read) || isRare(program, file, fn) || WRITES.test(fn.name)) continue;
        seen.add(place);
        yield finding(program, file, fn, read);
      }
    }
  },
};

/** Who writes a row has just given it what it belongs to. */
const WRITES = /\.(save|clean|full_clean|__init__|delete)$/;

/** In a loop over rows, once per row: lazy-relation-in-loop says so. */
function isPerRow(program: Program, file: FileModel, { use }: KeyRead): boolean {
  return use.loops.some((id) => {
    const over = file.loops[id]?.over;
    return over !== null && over !== undefined && rowsOf(program, file, over) !== null;
  });
}

function finding(program: Program, file: FileModel, fn: Fn, { use, text, column, relation }: KeyRead): Finding {
  const hot = hotEntry(program, file, fn);
  return {
    rule: 'foreign-key-by-object',
    file: file.path,
    span: use.span,
    severity: 'info',
    message: `\`${text}\` loads a whole row for its key, if it is not there yet. \`${column}\` has it without a query.`,
    growth: null,
    evidence: [`nothing else of \`${relation.name}\` is used here`, ...(hot ? [`${hot.entry.label} leads here`] : [])],
    trace: [
      ...(hot ? [entryStep(hot)] : []),
      { file: file.path, span: use.span, message: `asks \`${relation.name}\` for its key` },
      { file: relation.file.path, span: relation.span, message: 'declared here' },
    ],
    fix: null,
  };
}
