/** Functions of the project that give back a function which runs the one they are given: `const traced = (run) => (...args) => { …; return run(...args); }`. */
import type { Call, FileModel, Fn } from './file.ts';
import { type FnRef, isInside, memo, type Program } from './program.ts';

/** Which parameter the function that it gives back runs, handing on what it is given itself; null for every other function. */
export function wrappedParameter(program: Program, { file, fn }: FnRef): number | null {
  return memo<Fn, number | null>(program, 'wraps', fn, null, () => {
    // `isTest ? run : (...args) => …` gives back either.
    for (const value of fn.returns.flatMap((v) => [v, ...v.elements])) {
      const held = value.root.kind === 'binding' && value.path.length === 0 ? file.bindings[value.root.binding] : undefined;
      // Gives it back as it is: a decorator that only registers.
      if (held && held.param !== null && !held.part && held.fn === fn.id && fn.params.length === 1) return held.param;
      const made = value.root.kind === 'function' ? value.root.fn : held?.function;
      const wrapper = made === undefined || made === null ? undefined : file.functions[made];
      const param = wrapper ? runBy(file, fn, wrapper) : null;
      if (param !== null) return param;
    }
    return null;
  });
}

function runBy(file: FileModel, fn: Fn, wrapper: Fn): number | null {
  for (const call of file.calls) {
    if (!isInside(file, call.fn, wrapper.id)) continue;
    const { root, path } = call.callee;
    const run =
      root.kind === 'binding' && path.length === 0 && (call.member === null || call.member === 'apply') ? file.bindings[root.binding] : undefined;
    if (run && run.param !== null && !run.part && run.fn === fn.id && handsOn(file, call, wrapper)) return run.param;
  }
  return null;
}

/** `run(...args)`, `run.apply(this, args)`, `run(request, response)` of a wrapper that takes these two. */
function handsOn(file: FileModel, call: Call, wrapper: Fn): boolean {
  const own = (at: number): number | undefined => {
    const value = (call.member === 'apply' ? call.args[at + 1] : call.args[at])?.value;
    const binding = value?.root.kind === 'binding' && value.path.length === 0 ? file.bindings[value.root.binding] : undefined;
    return binding?.kind === 'global' && binding.name === 'arguments' ? 0 : binding?.fn === wrapper.id ? (binding.param ?? undefined) : undefined;
  };
  return call.args.length > 0 && (call.member === 'apply' ? own(0) === 0 : call.args.every((_, at) => own(at) === at));
}
