/** Plain functions that run on an event loop, because they are handed to it: `loop.call_soon(flush)`. */
import { infoOf } from './calls.ts';
import { functionsIn } from './entry-reach.ts';
import type { FileModel, Fn } from './file.ts';
import { allFiles, memo, type Program } from './program.ts';

/** What hands it there, as written; null where nobody is known to. */
export function handedToLoop(program: Program, fn: Fn): string | null {
  return handed(program).get(fn) ?? null;
}

function handed(program: Program): ReadonlyMap<Fn, string> {
  return memo<object, ReadonlyMap<Fn, string>>(program, 'handed to a loop', program.files, new Map(), () => {
    const all = new Map<Fn, string>();
    for (const file of allFiles(program)) for (const [fn, by] of handedIn(program, file)) if (!all.has(fn)) all.set(fn, by);
    return all;
  });
}

function handedIn(program: Program, file: FileModel): ReadonlyMap<Fn, string> {
  return memo<FileModel, ReadonlyMap<Fn, string>>(program, 'handed to a loop in a file', file, new Map(), () => {
    const found = new Map<Fn, string>();
    if (file.language !== 'python') return found;
    for (const call of file.calls) {
      if (call.args.length === 0 || !infoOf(program, file, call).row?.onLoop) continue;
      for (const { value } of call.args) for (const fn of functionsIn(program, file, value, 0)) found.set(fn, call.text);
    }
    return found;
  });
}
