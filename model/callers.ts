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

/** Every call of a function, where the code shows them all: it cannot be reached from elsewhere, nor is it handed on as a value. */
export function allCallersOf(program: Program, file: FileModel, fn: Fn): readonly Caller[] | null {
  const callers = callersOf(program, fn);
  return callers.length > 0 && isReachableByNameOnly(file, fn) ? callers : null;
}

function isReachableByNameOnly(file: FileModel, fn: Fn): boolean {
  const owner = fn.class === null ? undefined : file.classes[fn.class];
  if (owner) return owner.methods.some((m) => m.fn === fn.id && m.private);
  const binding = file.bindings.find((b) => b.function === fn.id);
  return binding !== undefined && !binding.exported && binding.uses.every((u) => u.kind === 'call');
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
