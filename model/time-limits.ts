/** Whether somebody else limits how long a call may take: it is raced against a timer, or runs in what a wrapper with a limit is handed. */
import { infoOf } from './calls.ts';
import { laterLinks } from './chains.ts';
import type { Call, FileModel, Fn, Value } from './file.ts';
import { type FnRef, isInside, memo, type Program } from './program.ts';

/** Have: Promise.race([axios.get(url), after(5000)]), withTimeout(axios.get(url)), breaker(() => axios.get(url)) */
export function isTimed(program: Program, file: FileModel, call: Call): boolean {
  const last = laterLinks(program, file, call).at(-1) ?? call;
  const holds = ({ root, elements }: Value): boolean => (root.kind === 'call' && root.call === last.id) || elements.some(holds);
  if (file.calls.some((other) => other !== last && other.args.some(({ value }) => holds(value)) && limits(program, file, other))) return true;
  for (let fn: Fn | undefined = file.functions[call.fn]; fn; fn = fn.parent === null ? undefined : file.functions[fn.parent]) {
    const handed = fn.passedTo ? file.calls[fn.passedTo.call] : undefined;
    if (handed && limits(program, file, handed)) return true;
  }
  return false;
}

const LIMITS = /(^|\.)(Promise\.race|with_?timeout|p_?timeout|promise_?timeout|timeout_?promise|wait_for)$|CircuitBreaker$/i;

function limits(program: Program, file: FileModel, call: Call): boolean {
  if (LIMITS.test(call.text)) return true;
  const { target } = infoOf(program, file, call);
  return target !== null && races(program, target);
}

/** The function, or one that it calls, races what it is given. */
function races(program: Program, { file, fn }: FnRef): boolean {
  return memo<Fn, boolean>(program, 'races', fn, false, () => {
    const own = file.calls.filter((call) => isInside(file, call.fn, fn.id));
    if (own.some(({ text }) => LIMITS.test(text))) return true;
    // Only those that may hand on what they are given.
    if (fn.params.length === 0) return false;
    return own.some((call) => {
      const { target } = infoOf(program, file, call);
      return target !== null && target.fn !== fn && target.fn.params.length > 0 && handsOn(file, fn, call) && races(program, target);
    });
  });
}

/** One of its own parameters is among what it hands over, by itself or in something made of it. */
function handsOn(file: FileModel, fn: Fn, { args }: Call): boolean {
  const own = new Set(fn.params.map(({ binding }) => binding));
  return args.some(({ value }) => value.reads.some((id) => own.has(id) || (file.bindings[id]?.init?.reads.some((other) => own.has(other)) ?? false)));
}
