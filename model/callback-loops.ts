/** Functions that run one they are handed once per element: `async function each(xs, run) { for (const x of xs) await run(x); }`. */
import { argumentOf } from './arguments.ts';
import { blankLoop } from './blank.ts';
import { infoOf } from './calls.ts';
import type { Call, FileModel, Fn, Loop } from './file.ts';
import { parametersBehind } from './flow.ts';
import { type FnRef, memo, type Program } from './program.ts';
import { walk } from './walk.ts';

interface Repeat {
  /** The parameter that is run. */
  readonly callback: number;
  /** The parameter that is walked. */
  readonly over: number;
  /** All at once: `Promise.all(xs.map((x) => run(x)))`. */
  readonly parallel: boolean;
}

/** The loop that a call runs one of its closures in, as if it stood here: it has no id, and nothing but its elements varies with it. */
export function loopOfCallee(program: Program, file: FileModel, call: Call, closure: Fn): Loop | null {
  const { target } = infoOf(program, file, call);
  const arg = closure.passedTo?.call === call.id ? closure.passedTo.arg : call.args.findIndex((a) => a.closure === closure.id);
  const repeat = target ? repeatsOf(program, target).find((r) => r.callback === arg) : undefined;
  const over = repeat && target ? argumentOf(call, target.fn, repeat.over)?.value : undefined;
  if (!over || !repeat) return null;
  return {
    ...blankLoop({ id: NOWHERE, span: call.span, fn: call.fn, parent: call.loops[0] ?? null }),
    style: 'callback',
    head: call.nameSpan,
    over,
    elements: file.bindings.filter((b) => b.fn === closure.id && b.param === 0).map((b) => b.id),
    call: call.id,
    closure: closure.id,
    parallel: repeat.parallel,
  };
}

const NOWHERE = -1;

function repeatsOf(program: Program, ref: FnRef): readonly Repeat[] {
  return memo<Fn, readonly Repeat[]>(program, 'repeats', ref.fn, [], () => {
    const found: Repeat[] = [];
    walk(program, ref.file, ref.fn, {
      call(call, place) {
        const { root, path } = call.callee;
        const run = call.member === null && root.kind === 'binding' && path.length === 0 ? ref.file.bindings[root.binding] : undefined;
        if (!run || run.param === null || run.part || run.fn !== ref.fn.id) return;
        for (const { over, parallel } of place.loops) {
          const [param] = over ? parametersBehind(ref.file, over.reads, ref.fn.id) : [];
          if (param === undefined) continue;
          if (param !== run.param) found.push({ callback: run.param, over: param, parallel });
          return;
        }
      },
    });
    return found;
  });
}
