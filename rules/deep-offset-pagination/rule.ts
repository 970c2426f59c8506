/** A loop that walks a table in pages by telling each query how many rows to leave out: they are read all the same, each time more of them. */
import { laterLinks } from '../../model/chains.ts';
import { isQuerying } from '../../model/contexts.ts';
import { extentOf, isSmall } from '../../model/extents.ts';
import type { Call, FileModel, Loop, Span } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { loopOfPages, loopOfSlices, slicedRows } from '../../model/growing-offsets.ts';
import type { Program } from '../../model/program.ts';
import { standing, walk } from '../../model/walk.ts';
import { callText, loopStep } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';

export const deepOffsetPagination: Rule = {
  name: 'deep-offset-pagination',
  summary: 'A loop walks a table in pages by offset, so that the database reads all earlier pages again for each one.',
  subject: 'database',
  severity: 'info',
  languages: ['typescript', 'python'],
  fixes: 'never',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, isQuerying)) {
      // The links of one chain, and counting beside it, are one way through the table.
      const found = new Map<Loop, Finding>();
      const add = (loop: Loop | null, span: Span, text: string): void => {
        if (loop && !found.has(loop) && !isShort(program, file, loop)) found.set(loop, finding(file, loop, span, text));
      };
      walk(program, file, fn, {
        call(call, { loops }) {
          if (loops.length > 0) add(loopOfPages(program, file, call, loops), call.span, callText(lastOf(program, file, call)));
        },
        loop({ over }, { loops }) {
          const slice = over && slicedRows(program, file, over);
          if (slice) add(loopOfSlices(file, slice, loops), slice.span, `\`${slice.text}\``);
        },
      });
      yield* found.values();
    }
  },
};

function lastOf(program: Program, file: FileModel, call: Call): Call {
  return laterLinks(program, file, call).at(-1) ?? call;
}

/** Have: for (let page = 0; page < 3; page++) */
function isShort(program: Program, file: FileModel, { over, counts }: Loop): boolean {
  return counts && over !== null && isSmall(extentOf(program, file, over));
}

function finding(file: FileModel, loop: Loop, span: Span, text: string): Finding {
  return {
    rule: 'deep-offset-pagination',
    file: file.path,
    span,
    severity: 'info',
    message: `${text} reads all rows of earlier pages again to leave them out: O(rows²/page). Begin after the last key instead.`,
    growth: 'O(rows²/page)',
    evidence: ['the offset grows with each iteration'],
    trace: [loopStep(file, loop), { file: file.path, span, message: 'leaves out more rows each time' }],
    fix: null,
  };
}
