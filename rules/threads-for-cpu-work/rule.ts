/** Several threads compute in an interpreter that runs one of them at a time: together they take as long as one, and everybody else waits for their turns. */

import { longComputing } from '../../model/computing.ts';
import { isJudged } from '../../model/contexts.ts';
import { extentOf, isLarge } from '../../model/extents.ts';
import type { Call, FileModel, Fn } from '../../model/file.ts';
import type { Finding, TraceStep } from '../../model/finding.ts';
import { hotEntry, isRare } from '../../model/how-often.ts';
import { allFiles, memo, nameOf, type Program } from '../../model/program.ts';
import { type Threaded, threadedBy } from '../../model/threads.ts';
import { evidenceOf, loopStep } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';

export const threadsForCpuWork: Rule = {
  name: 'threads-for-cpu-work',
  summary: 'Several threads compute in Python, which runs one of them at a time.',
  subject: 'concurrency',
  severity: 'warning',
  languages: ['python'],
  fixes: 'never',
  *check(program, files) {
    if (hasNoLock(program)) return;
    for (const file of files) {
      if (file.language !== 'python' || !isJudged(file)) continue;
      for (const call of file.calls) {
        const threaded = threadedBy(program, file, call);
        const work = threaded && longComputing(program, threaded.ref);
        if (threaded && work) yield finding(program, file, call, threaded, work);
      }
    }
  },
};

/** Have: if not sys._is_gil_enabled(): … Who asks runs on a build whose threads compute side by side, or chooses. */
function hasNoLock(program: Program): boolean {
  return memo<object, boolean>(program, 'has no lock', program.files, false, () => {
    for (const file of allFiles(program)) if (asksForLock(program, file)) return true;
    return false;
  });
}

function asksForLock(program: Program, file: FileModel): boolean {
  return memo<FileModel, boolean>(program, 'asks for the lock', file, false, () => file.calls.some(({ member }) => member === '_is_gil_enabled'));
}

function finding(program: Program, file: FileModel, call: Call, { ref, over, loop }: Threaded, work: readonly TraceStep[]): Finding {
  const around = file.functions[call.fn] as Fn;
  const extent = over && extentOf(program, file, over);
  const hot = isRare(program, file, around) ? null : hotEntry(program, file, around);
  const what = ref.fn.name === '' ? 'a function' : `\`${ref.fn.name}\``;
  return {
    rule: 'threads-for-cpu-work',
    file: file.path,
    span: call.span,
    severity: hot && extent && isLarge(extent) ? 'warning' : 'info',
    message: `\`${call.text}\` runs ${what} in threads, and it only computes: Python runs one of them at a time. ${remedyOf(ref.fn)}`,
    growth: null,
    evidence: [...(hot ? [`${hot.entry.label} leads here`] : []), ...(over && extent ? evidenceOf(nameOf(file, over), extent) : [])],
    trace: [...(loop ? [loopStep(file, loop)] : []), { file: ref.file.path, span: ref.fn.nameSpan, message: `${what} runs in a thread` }, ...work],
    fix: null,
  };
}

function remedyOf(fn: Fn): string {
  const isAtTop = fn.parent === 0 && fn.kind === 'function';
  return isAtTop
    ? 'Use ProcessPoolExecutor; what it is given must be picklable.'
    : 'Use ProcessPoolExecutor, with a function at the top of a module; what it is given must be picklable.';
}
