/** Functions that only compute: whatever they call answers the same question in the same way each time, and does nothing else. */
import { infoOf } from './calls.ts';
import type { Call, FileModel, Fn } from './file.ts';
import { isInside, type Program } from './program.ts';

/** Itself, and what the language offers to compute with, or to say that it cannot. */
export function callsWhatIsPure(program: Program, file: FileModel, fn: Fn): boolean {
  return file.calls.every((call) => !isInside(file, call.fn, fn.id) || isPlain(program, file, call, fn));
}

const BUILT_IN =
  /^(py:builtins|global)#(Math\.(?!random)\w+|(min|max|len|abs|sum|int|float|bool|str|ord|chr|range|divmod|pow|round|any|all|isinstance|\w*(Error|Exception)|Number|BigInt|Boolean|String))$/;
const OF_TEXT =
  /^(slice|substring|substr|subarray|charAt|charCodeAt|at|startsWith|endsWith|startswith|endswith|includes|__contains__|lower|upper|toLowerCase|toUpperCase)$/;

function isPlain(program: Program, file: FileModel, call: Call, fn: Fn): boolean {
  const { target, symbol } = infoOf(program, file, call);
  if (target) return target.fn === fn;
  return BUILT_IN.test(symbol ?? '') || OF_TEXT.test(call.member ?? '');
}
