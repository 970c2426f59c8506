/** Reads that a request awaits one after the other, though none needs what another one answers: it takes as long as all of them together. */
import { isServing } from '../../model/contexts.ts';
import type { Reached } from '../../model/entries.ts';
import type { Call, FileModel, Node } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { hotEntry } from '../../model/how-often.ts';
import { readsInARow } from '../../model/side-by-side.ts';
import { standing, walk } from '../../model/walk.ts';
import { callText, doubtText, entryStep, PER } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';

export const sequentialIndependentAwaits: Rule = {
  name: 'sequential-independent-awaits',
  summary: 'A request awaits reads one after the other, though none needs the answer of another.',
  subject: 'async',
  severity: 'info',
  languages: ['typescript', 'python'],
  fixes: 'never',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, isServing)) {
      if (!fn.async) continue;
      const blocks: (readonly Node[])[] = [fn.body];
      walk(program, file, fn, { branch: ({ arms }, { failed, memo }) => void (failed || memo || blocks.push(...arms)) });
      for (const block of blocks) {
        for (const reads of readsInARow(program, file, block)) {
          const hot = hotEntry(program, file, fn);
          if (hot) yield finding(file, reads, hot);
        }
      }
    }
  },
};

function finding(file: FileModel, reads: readonly Call[], hot: Reached): Finding {
  const [first, second] = reads as [Call, Call];
  const together = file.language === 'python' ? 'asyncio.gather' : 'Promise.all';
  const others = reads.length > 2 ? `, nor do ${reads.length - 2} more that follow` : '';
  return {
    rule: 'sequential-independent-awaits',
    file: file.path,
    span: second.span,
    severity: 'info',
    message: `${callText(second)} waits for ${callText(first)}, whose answer it does not need${others}. Await them together, with \`${together}\`.`,
    growth: 'O(reads)',
    evidence: [`runs per ${PER[hot.entry.kind]}: ${hot.entry.label}`, ...doubtText('together they ask for more connections at a time')],
    trace: [entryStep(hot), ...reads.map(({ span, text }) => ({ file: file.path, span, message: `awaits \`${text}\`` }))],
    fix: null,
  };
}
