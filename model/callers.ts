/** Who calls a function: the call graph's edges backwards. */
import { infoOf } from './calls.ts';
import type { Call, FileModel, Fn } from './file.ts';
import { memo, type Program } from './program.ts';

export interface Caller {
  readonly file: FileModel;
  readonly call: Call;
}

export function callersOf(program: Program, fn: Fn): readonly Caller[] {
  return callGraph(program).get(fn) ?? [];
}

function callGraph(program: Program): ReadonlyMap<Fn, Caller[]> {
  return memo<object, Map<Fn, Caller[]>>(program, 'callers', program.files, new Map(), () => {
    const graph = new Map<Fn, Caller[]>();
    for (const file of program.files.values()) {
      for (const call of file.calls) {
        const { target } = infoOf(program, file, call);
        if (!target) continue;
        const callers = graph.get(target.fn);
        if (callers) callers.push({ file, call });
        else graph.set(target.fn, [{ file, call }]);
      }
    }
    return graph;
  });
}
