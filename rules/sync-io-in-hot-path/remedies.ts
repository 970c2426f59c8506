/** What the findings of blocking calls share: the words for an entry point, what helps, and whether code runs but once. */
import { callersOf } from '../../model/callers.ts';
import { infoOf } from '../../model/calls.ts';
import type { Call, FileModel, Fn } from '../../model/file.ts';
import type { FixIntent } from '../../model/finding.ts';
import type { Program } from '../../model/program.ts';

/** Beyond this many calls in between nobody knows how often it runs. */
const DEEPEST = 3;

/** Called while a module loads, directly or through others, and by nobody later. */
export function runsOnce(program: Program, fn: Fn, depth = 0): boolean {
  const callers = callersOf(program, fn);
  const once = ({ file, call }: (typeof callers)[number]): boolean => {
    const caller = file.functions[call.fn];
    return call.fn === 0 || (caller !== undefined && depth < DEEPEST && runsOnce(program, caller, depth + 1));
  };
  return callers.length > 0 && callers.every(once);
}

export function remedyOf(program: Program, file: FileModel, call: Call): string {
  const { row } = infoOf(program, file, call);
  if (row?.remedy) return row.remedy;
  if (row?.twin) return `Await \`${row.twin.module}\`'s \`${row.twin.member.split('.').pop()}\`.`;
  return file.language === 'python' ? 'Run it with `asyncio.to_thread`, or use an asynchronous client.' : 'Use the asynchronous form.';
}

export function twinFix(program: Program, file: FileModel, call: Call): FixIntent | null {
  const { row } = infoOf(program, file, call);
  const fn = file.functions[call.fn];
  // Only an async function can wait; making others async changes every caller.
  if (!row?.twin || !fn?.async) return null;
  return { kind: 'await-twin', file: file.path, call: call.span, fn: fn.span, module: row.twin.module, twin: row.twin.member };
}
