/** Somebody waits for a job elsewhere by asking again and again whether it is done: each of them asks all the time, and one job that hangs keeps them for ever. */
import { isServing } from '../../model/contexts.ts';
import type { FileModel, Loop } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { type HotWay, hotWay, waysTo } from '../../model/hot-path.ts';
import { isRare } from '../../model/how-often.ts';
import { type Poll, pollOf } from '../../model/polls.ts';
import { standing, walk } from '../../model/walk.ts';
import { callText, doubtText, entryStep, NOBODY_WAITS, PER } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';

export const pollLoop: Rule = {
  name: 'poll-loop',
  summary: 'A loop asks again and again whether something is done, and nothing limits how long.',
  subject: 'scaling',
  severity: 'info',
  languages: ['typescript', 'python'],
  fixes: 'never',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, isServing)) {
      if (isRare(program, file, fn)) continue;
      const found: Finding[] = [];
      walk(program, file, fn, {
        loop(loop, place) {
          const poll = place.memo || place.failed ? null : pollOf(program, file, loop);
          if (!poll) return;
          const hot = hotWay(
            program,
            waysTo(program, { file, fn }, place, () => true),
          );
          // What nobody is known to call may be a worker, which has nothing else to do.
          if (hot || place.fn.async) found.push(finding(file, loop, poll, hot));
        },
      });
      yield* found;
    }
  },
};

function finding(file: FileModel, loop: Loop, { asks, pause, steps }: Poll, hot: HotWay | null): Finding {
  return {
    rule: 'poll-loop',
    file: file.path,
    span: asks.span,
    severity: 'info',
    message: `${callText(asks)} is asked again and again until its answer changes, and nothing limits how long. Have it tell you (an event, a webhook, a waiter), or wait longer each time and give up in the end.`,
    growth: null,
    evidence: [
      ...(hot ? [`runs per ${PER[hot.entry.kind]}: ${hot.entry.label}`] : []),
      ...doubtText(hot ? 'how long it takes, the code does not say' : NOBODY_WAITS),
    ],
    trace: [
      ...(hot ? [entryStep(hot), ...hot.steps] : []),
      { file: file.path, span: loop.head, message: 'loop until the answer changes' },
      ...steps,
      { file: file.path, span: pause.span, message: `\`${pause.text}\` pauses` },
    ],
    fix: null,
  };
}
