/** Requests, files, processes or threads for all elements of a list at the same time: with a long list, whoever hands them out has no more. */
import { isServing } from '../../model/contexts.ts';
import { type FanOut, fanOutAt, type Opened } from '../../model/fan-outs.ts';
import type { Call, FileModel } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { standing, walk } from '../../model/walk.ts';
import { callText, entryStep, evidenceOf, loopStep, PER, perElement, sizeName } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';

export const unboundedConcurrency: Rule = {
  name: 'unbounded-concurrency',
  summary: 'Requests, files, processes or threads are begun for all elements of a list at once, and nothing limits how many.',
  subject: 'concurrency',
  severity: 'info',
  languages: ['typescript', 'python'],
  fixes: 'never',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, isServing)) {
      // What else an element needs waits for the same limit.
      const found = new Map<number, Finding>();
      walk(program, file, fn, {
        call(call, place) {
          const fanOut = fanOutAt(program, file, call, place);
          if (fanOut && !found.has(fanOut.loop.span.start)) found.set(fanOut.loop.span.start, finding(file, call, fanOut));
        },
      });
      yield* found.values();
    }
  },
};

const DOES: Readonly<Record<Opened, string>> = {
  request: 'sends a request',
  file: 'opens a file',
  process: 'starts a process',
  thread: 'starts a thread',
};

const MANY: Readonly<Record<Opened, string>> = { request: 'connections', file: 'files', process: 'processes', thread: 'threads' };

function finding(file: FileModel, call: Call, { loop, extent, opens, path, hot }: FanOut): Finding {
  const name = sizeName(file, loop);
  return {
    rule: 'unbounded-concurrency',
    file: file.path,
    span: call.span,
    severity: 'info',
    message: `${callText(call)} ${DOES[opens]} for each ${perElement(file, loop)} at the same time${name ? `: O(${name}) ${MANY[opens]} at once` : ''}. ${remedyOf(file, opens)}`,
    growth: name ? `O(${name})` : null,
    evidence: [...evidenceOf(name, extent), ...(hot ? [`runs per ${PER[hot.entry.kind]}: ${hot.entry.label}`] : [])],
    trace: [...(hot ? [entryStep(hot), ...hot.steps] : []), loopStep(file, loop), ...path],
    fix: null,
  };
}

function remedyOf(file: FileModel, opens: Opened): string {
  if (opens === 'thread') return 'Hand them to a `ThreadPoolExecutor`, which has so many and no more.';
  return file.language === 'python' ? 'Let a few run at a time, with an `asyncio.Semaphore`.' : 'Let a few run at a time, with `p-limit` or `p-map`.';
}
