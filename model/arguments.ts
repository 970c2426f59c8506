/** Which argument of a call a parameter is given: by its name where the language has names for arguments, else by its position. */
import type { Argument, Call, Fn } from './file.ts';

/** What a method is called on, where parameters go by number. */
export const RECEIVER = -1;

/** The bindings that a call reads for what it hands to a parameter, or for what it is called on. */
export function readsFor(call: Call, fn: Fn, param: number): readonly number[] {
  return (param === RECEIVER ? call.callee : argumentOf(call, fn, param)?.value)?.reads ?? [];
}

/** Undefined where it is left out. Positions behind a spread argument are not known: who calls this asks for that first. */
export function argumentOf(call: Call, fn: Fn, param: number): Argument | undefined {
  const name = fn.params[param]?.name;
  const named = call.args.find((a) => a.name !== null && a.name === name);
  if (named) return named;
  const at = call.args[param];
  return at?.name === null ? at : undefined;
}

/** The argument with this name, or else at this position. */
export function argumentNamed(call: Call, name: string, position: number): Argument | undefined {
  const at = call.args[position];
  return call.args.find((a) => a.name === name) ?? (at?.name === null ? at : undefined);
}
