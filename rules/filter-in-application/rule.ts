/** All rows of a table are loaded to keep those that meet a condition, which the database could have asked itself. */
import { isQuerying } from '../../model/contexts.ts';
import { isNamedAs } from '../../model/extents.ts';
import type { Call, FileModel } from '../../model/file.ts';
import { type FilteredRead, filteredRead } from '../../model/filtered-reads.ts';
import type { Finding } from '../../model/finding.ts';
import { type HotWay, hotWay, waysTo } from '../../model/hot-path.ts';
import type { Program } from '../../model/program.ts';
import { standing, walk } from '../../model/walk.ts';
import { callText, doubtText, entryStep, PER } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';

export const filterInApplication: Rule = {
  name: 'filter-in-application',
  summary: 'All rows of a table are loaded, and the code keeps those that meet a condition the database could ask.',
  subject: 'database',
  severity: 'info',
  languages: ['typescript', 'python'],
  fixes: 'never',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, isQuerying)) {
      const found: { readonly call: Call; readonly filtered: FilteredRead }[] = [];
      walk(program, file, fn, {
        call(call, place) {
          // What is loaded while it is missing, is kept for who comes next.
          const filtered = place.memo || place.failed ? null : filteredRead(program, file, call);
          if (filtered && !isFew(program, file, filtered)) found.push({ call, filtered });
        },
      });
      if (found.length === 0) continue;
      const hot = hotWay(
        program,
        waysTo(program, { file, fn }, null, () => true),
      );
      // Have: a command that is run now and then.
      if (hot) for (const { call, filtered } of found) yield finding(file, call, filtered, hot);
    }
  },
};

/** Tables that are small by their names: `Role`, `Language`, `Plugin`. */
function isFew(program: Program, file: FileModel, { read: { table }, holder }: FilteredRead): boolean {
  return [table, holder?.name].some((name) => name !== null && name !== undefined && isNamedAs(program.smallNames(file.language), name));
}

function finding(file: FileModel, call: Call, { read, kept }: FilteredRead, hot: HotWay): Finding {
  const [first] = kept;
  const table = read.table === null ? 'a table' : `\`${read.table}\``;
  const columns = [...new Set(kept.flatMap((each) => each.columns))].map((name) => `\`${name}\``).join(' and ');
  return {
    rule: 'filter-in-application',
    file: file.path,
    span: call.span,
    severity: 'info',
    message: `${callText(call)} loads every row of ${table} per ${PER[hot.entry.kind]}, to keep some by ${columns}. Let the query ask for them.`,
    growth: read.table === null ? null : `O(${read.table} rows)`,
    evidence: [
      `\`${first?.condition ?? ''}\` asks nothing but columns`,
      `${hot.entry.label} leads here`,
      ...doubtText('nearly all rows may meet the condition'),
    ],
    trace: [
      entryStep(hot),
      ...hot.steps,
      ...read.path,
      ...kept.map(({ condition, span }) => ({ file: file.path, span, message: `keeps those with \`${condition}\`` })),
    ],
    fix: null,
  };
}
