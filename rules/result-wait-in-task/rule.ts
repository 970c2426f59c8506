/** A job that waits for another one: both need a worker, and when all workers wait nobody is left to do what they wait for. */
import { isServing } from '../../model/contexts.ts';
import { entryOf } from '../../model/entries.ts';
import type { Call, FileModel } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { type HotWay, waysTo } from '../../model/hot-path.ts';
import { awaitsJob } from '../../model/jobs.ts';
import type { FnRef, Program } from '../../model/program.ts';
import { standing, walk } from '../../model/walk.ts';
import { callText } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';

export const resultWaitInTask: Rule = {
  name: 'result-wait-in-task',
  summary: 'A job waits for another job, which needs a worker as well.',
  subject: 'queues',
  severity: 'info',
  languages: ['typescript', 'python'],
  fixes: 'never',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, isServing)) {
      const found: Finding[] = [];
      walk(program, file, fn, {
        call(call, place) {
          const way = place.failed || !awaitsJob(program, file, call) ? null : wayFromJob(program, { file, fn });
          if (way) found.push(finding(file, call, way));
        },
      });
      yield* found;
    }
  },
};

/** A clock starts these: they take no worker of the queue. */
const BY_CLOCK = /schedul|cron|every|interval|periodic|repeat|timer|add_job|\.do\b/i;

function wayFromJob(program: Program, from: FnRef): HotWay | null {
  for (const way of waysTo(program, from, null, () => true)) {
    const entry = entryOf(program, way.ref.fn);
    if (entry?.kind === 'job' && !BY_CLOCK.test(entry.label)) return { ...way, entry };
  }
  return null;
}

function finding(file: FileModel, call: Call, way: HotWay): Finding {
  const remedy =
    file.language === 'python' ? 'Let what comes after be a task of its own: `chain`, `chord`, or a callback.' : 'Let a flow wait: `FlowProducer`.';
  return {
    rule: 'result-wait-in-task',
    file: file.path,
    span: call.span,
    severity: 'info',
    message: `${callText(call)} keeps a worker waiting for a job that needs one as well: when all of them wait, none goes on. ${remedy}`,
    growth: 'O(jobs)',
    evidence: [`runs per job: ${way.entry.label}`],
    trace: [
      { file: way.ref.file.path, span: way.ref.fn.nameSpan, message: way.entry.label },
      ...way.steps,
      { file: file.path, span: call.span, message: 'waits for a job' },
    ],
    fix: null,
  };
}
